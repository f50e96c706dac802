import Checks
import Literature
import Testing

struct DesignAgainstTitleTests {
  private let results =
    " In ALDER-301, median OS was 12.6 months [1]. In BIRCH-204, median OS was 18.9 months [2]. In CEDAR-12, median OS was 31.0 months [3]."

  private func messages(_ body: String, chinese: Bool = false) throws -> [String] {
    try findings(DesignAgainstTitle(), in: review(body + results, references: Entries.all, chinese: chinese)).map(\.message)
  }

  @Test func flagsAnotherPhase() throws {
    #expect(
      try messages("A phase III trial tested axitinib plus avelumab [3].")
        == ["The text says “phase III”, the title of reference 3 “Phase 2”."])
    #expect(try messages("一项 III 期试验考察了阿昔替尼联合阿维鲁单抗[3]。", chinese: true).count == 1)
  }

  @Test func theReportOfATrialTellsOfAnotherByItsName() throws {
    func found(_ sentence: String) throws -> Int {
      let text = "We randomised 120 patients to tea or coffee. \(sentence) In our trial, OS was 12.6 months."
      return try findings(DesignAgainstTitle(), in: review(text, references: Entries.all)).count
    }
    #expect(try found("Treatment was of phase 2 in BIRCH-204 [2].") == 1)
    #expect(try found("Treatment was of phase 3 in BIRCH-204 [2].") == 0)
  }

  @Test func flagsAnotherDesign() throws {
    #expect(try messages("A retrospective study of nivolumab after resection found the same [2].").count == 1)
    #expect(try messages("一项回顾性研究显示纳武利尤单抗有效[2]。", chinese: true).count == 1)
  }

  @Test func acceptsTheRightWordsAndOtherClauses() throws {
    #expect(try messages("A randomised phase 2 trial tested axitinib plus avelumab [3].").isEmpty)
    #expect(try messages("A phase 3 trial of lenvatinib is complete [1], a phase 2 trial of axitinib as well [3].").isEmpty)
    #expect(try messages("There is no phase 3 trial of axitinib plus avelumab yet [3].").isEmpty)
  }

  @Test func readsTheWordsBehindAnAuthorsCallout() throws {
    #expect(try messages("Birch et al. [2], in a retrospective study, found the same.").count == 1)
    #expect(try messages("Birch 等[2]的回顾性研究发现纳武利尤单抗有效。", chinese: true).count == 1)
    #expect(try messages("Birch et al. [2] found the same, and a retrospective study of another drug did not.").isEmpty)
  }

  /// The sentence cites one work of that title, in the report of one trial.
  private func conflicts(_ sentence: String, _ title: String) -> Int {
    var paper = Manuscript()
    paper.reference("Alder A. \(title). 2019.") { $0.title = title }
    let passage = paper.passage(sentence)
    paper.cite("[1]", ["1"], in: passage)
    return paper.findings(DesignAgainstTitle()).count
  }

  @Test func designsThatOneStudyCannotHave() {
    let titles = [
      "Early loss of users: a retrospective cohort study": "In a randomised trial with 1,870 users, half did not come back [1].",
      "Surgery for degenerative knees: a meta-analysis of nine randomised trials":
        "A retrospective study of nine centres came to no other conclusion [1].",
      "Beans in sepsis (BEAN): a multicentre randomised trial": "BEAN was a single-centre before-and-after study of beans [1].",
      "Beans in adolescents (LARK): a randomised, placebo-controlled trial":
        "The nearest precedent is LARK, a single-arm study [1].",
      "Fear of falling: a prospective cohort study": "Fear stands in the way: in a randomized trial, patients walked less [1].",
      "Beans against peas (OAK): a double-blind trial": "OAK, an open-label randomised trial, found no difference [1].",
      "A cross-sectional survey of nurses": "In a randomised trial, nurses knew little of it [1].",
    ]
    for (title, sentence) in titles { #expect(conflicts(sentence, title) == 1, "\(title)") }
  }

  @Test func conditionsThatTheTitleLeavesOut() throws {
    let text = { (title: String, sentence: String) -> String in
      "Kidney drugs: a review\n\nDrugs\n\n\(sentence) In ALDER-301, OS was 12.6 months [2]. In BIRCH-204, OS was 18.9 months [3].\n\nReferences\n"
        + "[1] Alder A. \(title). Kidney. 2019;1:1-9.\n[2] Birch B. ALDER-301: a trial. Kidney. 2019;2:1-9.\n"
        + "[3] Cedar C. BIRCH-204: a trial. Kidney. 2020;2:1-9.\n"
    }
    func count(_ title: String, _ sentence: String) throws -> Int {
      try findings(DesignAgainstTitle(), in: text(title, sentence)).count
    }
    let title = "Alderib in proteinuria without diabetes (YARROW): a randomised trial"
    #expect(
      try count(title, "Patients with type 2 diabetes and proteinuria were randomised to alderib or placebo in YARROW [1].") == 1)
    #expect(
      try count(title, "Patients without diabetes and with proteinuria were randomised to alderib or placebo in YARROW [1].") == 0
    )
  }

  @Test(arguments: [
    (
      "An earlier trial in patients with type 2 diabetes found the same [1].",
      "Talarib in kidney disease without diabetes: a trial", 1
    ),
    (
      "An earlier trial in patients without diabetes found the same [1].", "Talarib in kidney disease without diabetes: a trial",
      0
    ),
    (
      "An earlier trial in patients with and patients without diabetes found it [1].",
      "Talarib in patients with diabetes: a trial", 0
    ),
    ("An earlier trial in patients with knee pain found the same [1].", "Gait in people with and without knee pain", 0),
    ("既往试验纳入无骨转移者，结果相同[1]。", "塔拉利布治疗伴骨转移的前列腺癌：随机试验", 1), ("既往试验纳入伴骨转移者，结果相同[1]。", "塔拉利布治疗伴骨转移的前列腺癌：随机试验", 0),
    ("An earlier trial compared it with aspirin and found the same [1].", "Clopidogrel versus placebo after stroke: a trial", 1),
    ("An earlier trial compared it with placebo and found the same [1].", "Clopidogrel versus placebo after stroke: a trial", 0),
    ("An earlier trial compared it with aspirin and found it [1].", "Clopidogrel versus placebo added to aspirin: a trial", 0),
  ])
  func conditionsAndComparators(sentence: String, title: String, expected: Int) {
    #expect(conflicts(sentence, title) == expected)
  }

  @Test func aPhaseIsDeniedInItsOwnPieceAlone() {
    let title = "Talarib without surgery: the phase 2 OSTRA trial"
    #expect(conflicts("Talarib without surgery was found active in OSTRA, a phase 3 trial [1].", title) == 1)
    #expect(conflicts("Talarib was found active, though no phase 3 trial has been reported [1].", title) == 0)
  }

  @Test func theRestOfTheSentenceMayTakeItsTrialUp() {
    let title = "Talarib in adults with pneumonia: a randomised trial"
    #expect(conflicts("Alder et al. [1] found no difference, but that trial was of infants.", title) == 1)
    #expect(conflicts("Alder et al. [1] found no difference, but that trial was of adults.", title) == 0)
  }

  @Test func designsInChinese() {
    let titles = [
      "村医主导的高血压管理:整群随机对照试验": "国内一项非随机对照研究[1]也得到类似结果。",
      "术后辅助治疗的Meta分析": "一项纳入9项研究的前瞻性队列研究显示复发减少[1]。",
      "磁刺激的假刺激对照随机试验(听潮研究)": "听潮研究为自身前后对照研究[1]。",
      "急诊手术的危险因素:1 204例回顾性分析": "一项纳入1 204例的随机对照试验显示发生率为14.0%[1]。",
      "老年患者应用某药的观察": "儿童患者的资料不多[1]。",
    ]
    for (title, sentence) in titles { #expect(conflicts(sentence, title) == 1, "\(title)") }
  }

  @Test func wordsThatGoWithTheTitle() {
    let titles = [
      ("Beans for all: a meta-analysis of randomised trials", "Randomised trials have shown a gain [1]."),
      ("Beans for all: a meta-analysis of randomised trials", "A meta-analysis of cohort studies found the same [1]."),
      ("Ten-year follow-up of a randomised trial", "In a cohort study of the same patients the gain lasted [1]."),
      ("Post hoc analysis of the OAK randomised trial", "A retrospective analysis found the gain in the old as well [1]."),
      (
        "Beans in practice: a retrospective cohort",
        "No randomised trial has been done; a retrospective cohort was encouraging [1]."
      ),
      ("Beans in practice: a retrospective cohort", "A randomised trial is needed to confirm this [1]."),
      ("Beans in practice: a retrospective cohort", "We did a randomised trial of what had been seen before [1]."),
      ("Protocol of a randomised trial of beans", "The randomised trial has been described [1]."),
      ("Beans and risk: a cohort study and meta-analysis", "A cohort study found the same [1]."),
      ("Bias in randomised trials", "A retrospective study found the same [1]."),
      ("A prospective registry of beans: retrospective analysis", "A prospective registry found the same [1]."),
      ("Beans in older adults", "Beans help the old more than children [1]."),
      ("低钠盐的随机对照试验", "尚缺乏回顾性研究的资料[1]。"),
      ("低钠盐的系统评价", "多项随机对照试验提示获益[1]。"),
      ("低钠盐的随机对照试验", "本研究为回顾性研究, 方法见文献[1]。"),
    ]
    for (title, sentence) in titles { #expect(conflicts(sentence, title) == 0, "\(sentence)") }
  }

  @Test func wordsBehindANamedWorkAreItsOwn() throws {
    let entries = [
      "Alder A, Erle B (2019). Lenvatinib in practice: a retrospective study. Inv Results 2:101-110.",
      "Birch C (2020). Nivolumab after resection: a randomised trial. Inv Results 3:111-120.",
      "Cedar E (2021). Avelumab after resection: a randomised trial. Inv Results 4:121-130.",
    ]
    let body =
      "Alder and Erle (2019), in a retrospective study, found no effect, a view that others share (Birch, 2020). "
      + "Nivolumab was better in one trial (Birch, 2020), avelumab in another (Cedar, 2021)."
    #expect(try findings(DesignAgainstTitle(), in: authorYearReview(body, entries)).isEmpty)
  }

  private func authorYearReview(_ body: String, _ entries: [String]) -> String {
    "Treatment after Resection: An Invented Review\n\nText\n\n\(body)\n\nReferences\n\n" + entries.joined(separator: "\n") + "\n"
  }

  private func conflicts(_ body: String, title: String) throws -> [String] {
    let entry = "Dorn A, Ulme B. \(title). Journal of Invented Results. 2022;5:131-40. doi:10.5555/inv.dorn.2022"
    return try findings(DesignAgainstTitle(), in: review(body + results, references: Entries.all + [entry])).map(\.snippet)
  }

  @Test func readsBlindingCohortsAndLengths() throws {
    let trial = "Alderib in gland tumours: a 12-week double-blind randomised trial"
    #expect(try conflicts("A single-blind trial of alderib found the same [4].", title: trial) == ["single-blind trial"])
    #expect(try conflicts("A 52-week trial of alderib found the same [4].", title: trial) == ["52-week"])
    #expect(try conflicts("A 3-month trial of alderib found the same [4].", title: trial) == [])
    #expect(
      try conflicts("A cohort study of alderib found the same [4].", title: "Use of alderib: a cross-sectional survey").count == 1
    )
    #expect(try conflicts("A survey of alderib found the same [4].", title: "Use of alderib: a cross-sectional survey").isEmpty)
  }

  @Test func readsTheClauseBehindAStudysNameAndCallout() throws {
    let title = "Alderib in adults with gland tumours: the DORNRÖSCHEN and MISTEL-2 trials in adults"
    #expect(try conflicts("MISTEL-2 [4] recruited infants.", title: title) == ["infants"])
    #expect(try conflicts("MISTEL-2 [4] recruited adults.", title: title) == [])
  }

  @Test func readsOnAboutTheTrialThatWasCited() throws {
    let title = "Alderib in gland tumours (MISTEL-2): a randomised phase 2 trial"
    #expect(
      try conflicts(
        "MISTEL-2 showed longer survival with alderib [4]. However, this trial was of phase 3 and small.", title: title
      ).count == 1)
    #expect(
      try conflicts(
        "MISTEL-2 showed longer survival with alderib [4]. However, this trial was of phase 2 and small.", title: title) == [])
    #expect(try conflicts("MISTEL-2 showed longer survival with alderib [4]. Another study was of phase 3.", title: title) == [])
  }

  @Test func whatClosesAListOfStudiesIsTheirs() throws {
    func count(_ sentence: String) throws -> Int {
      let text = """
        溶栓药物综述

        引言

        \(sentence)

        参考文献
        [1] Aalto K. GORSE: a phase 3 trial of thrombolysis. Neurol Trials. 2020;4:11-19.
        [2] Birk L. LARCH: a phase 3 trial of thrombolysis. Neurol Trials. 2021;5:21-29.
        [3] Crane M. THISTLE: a phase 2 trial in the oldest old. Neurol Trials. 2022;6:31-39.
        """
      return try findings(DesignAgainstTitle(), in: text).count
    }
    #expect(try count("GORSE[1]、LARCH[2]等Ⅲ期试验比较了两药，2022年的THISTLE则纳入高龄患者[3]。") == 0)
    #expect(try count("GORSE[1]、LARCH[2]等试验比较了两药，Ⅲ期试验THISTLE则纳入高龄患者[3]。") == 1)
  }
}
