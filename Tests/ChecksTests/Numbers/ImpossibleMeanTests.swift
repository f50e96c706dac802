import Checks
import Literature
import Testing

struct ImpossibleMeanTests {
  private func messages(_ text: String) -> [String] {
    var paper = Manuscript()
    paper.passage(text)
    return paper.findings(ImpossibleMean()).map(\.message)
  }

  @Test func aMeanThatWholeNumbersCannotHave() {
    #expect(
      messages("The PHQ-9 was 5.19 (SD 2.40; n = 28) with beans.")
        == ["No 28 whole numbers have the mean 5.19; the nearest means are 5.1786 and 5.2143."])
    #expect(messages("The number of visits was 3.45 ± 1.20 (n = 19).").count == 1)
  }

  @Test func aMeanThatTheyCanHaveIsRight() {
    #expect(messages("The PHQ-9 was 5.21 (SD 2.40; n = 28).").isEmpty)
    #expect(messages("The PHQ-9 was 5.19 (SD 2.40; n = 228).").isEmpty)
  }

  @Test func scalesThatMayHaveParts() {
    #expect(messages("Body weight was 5.19 (SD 2.40; n = 28).").isEmpty)
    #expect(messages("The adjusted PHQ-9 was 5.19 (SD 2.40; n = 28).").isEmpty)
    #expect(messages("The mean item of the PHQ-9 was 1.19 (SD 0.40; n = 28).").isEmpty)
    #expect(messages("The PHQ-9 was 5.19 (SD 2.40) in some of them.").isEmpty)
  }

  @Test func aScaleOfPointsHasWholeAnswers() {
    #expect(messages("Comfort on the seven-point scale was 5.27 (SD 1.31) among 18 patients.").count == 1)
    #expect(messages("Comfort on the seven-point scale was 5.28 (SD 1.31) among 18 patients.").isEmpty)
    #expect(messages("Comfort on the scale was 5.27 (SD 1.31) among 18 patients.").isEmpty)
  }

  @Test func theNumberOfPeopleBeforeTheMean() {
    #expect(messages("After training the 16 nurses had a PHQ-9 of 3.66 (SD = 0.83).").count == 1)
    #expect(
      messages("Among the 53 patients (27 and 26) the mean DLQI at week 48 was 5.61 (SD 2.45) and 7.31 (SD 3.14).").count == 1)
    #expect(messages("For 19 children we kept a count of nights; the mean per child was 2.39 nights.").count == 1)
    #expect(messages("知识测试(每题1分)干预组26名平均17.21分(标准差2.05)。").count == 1)
    #expect(messages("病灶段数试验组为5.38±2.12(n=46)。").count == 1)
  }

  @Test func peopleOfWhomSomeMayHaveNoValue() {
    #expect(messages("Of 16 patients randomised, the PHQ-9 was 3.66 (SD = 0.83).").isEmpty)
    #expect(messages("After training the 16 nurses had a PHQ-9 of 3.69 (SD = 0.87).").isEmpty)
    #expect(messages("In the same 27, itch, kept as the mean of seven ratings, was 2.13.").isEmpty)
    #expect(messages("测试(每题1分)中26名平均耗时18.37 min(标准差2.05)。").isEmpty)
    #expect(messages("The 16 nurses (PHQ-9 as above) had a mean age of 33.66 years (SD = 9.83).").isEmpty)
  }

  @Test func whatIsRatedMayStandBehindTheBracket() {
    func count(_ declaration: String) -> Int {
      var paper = Manuscript()
      paper.passage(declaration)
      paper.passage("瘙痒评分甲组38例为(2.15±1.28)分。")
      return paper.findings(ImpossibleMean()).count
    }
    #expect(count("第3天采用0~10分数字评分法(仅取整数)评估瘙痒。") == 1)
    #expect(count("第3天采用0~10分数字评分法(四舍五入取整后)评估瘙痒。") == 0)
    #expect(count("第3天采用视觉模拟法评估瘙痒。") == 0)
  }

  @Test func aScaleThatTheDocumentCallsWhole() {
    func count(_ declaration: String) -> Int {
      var paper = Manuscript()
      paper.passage(declaration)
      paper.passage("After training the 16 nurses had a mean confidence of 3.66 (SD = 0.83).")
      return paper.findings(ImpossibleMean()).count
    }
    #expect(count("Sixteen nurses rated their confidence on one item (1 to 5, whole numbers).") == 1)
    #expect(count("Sixteen nurses rated their confidence on a line of 10 cm.") == 0)
  }

  private func messages(_ passages: [String]) -> [String] {
    var paper = Manuscript()
    for text in passages { paper.passage(text) }
    return paper.findings(ImpossibleMean()).map(\.message)
  }

  @Test func aQuantityThatAnotherSentenceCallsWhole() {
    #expect(
      messages([
        "Binge episodes were counted in a diary; every value is an integer.",
        "The 21 women on the course reported a mean of 2.45 binge episodes (SD 1.10), against 3.76 (SD 1.39) among the 17 women given the leaflet.",
      ]) == ["No 21 whole numbers have the mean 2.45; the nearest means are 2.4286 and 2.4762."])
    #expect(
      messages([
        "The quiz of seven items was scored in whole points.",
        "Ward A (n = 23) scored 4.61 (SD 1.20) on the quiz and ward B (n = 26) scored 3.75 (SD 1.31).",
      ]).count == 1)
    #expect(messages(["两组各32例。疼痛评分采用0～10整数评分。", "术后第1天干预组疼痛评分为3.45±1.12分,对照组为4.69±1.33分。"]).count == 1)
  }

  @Test func theSizeOfTheGroupThatASentenceNames() {
    let groups = "The tamsulosin group (n = 27) and the training group (n = 31) were alike."
    let voids = "The number of voids averaged 1.93 with tamsulosin and 2.24 with training."
    #expect(messages([groups, voids]) == ["No 31 whole numbers have the mean 2.24; the nearest means are 2.2258 and 2.2581."])
    #expect(messages([groups + " Two withdrew.", voids]).isEmpty)
    #expect(messages(["贴敷组28例,西药组27例。遗尿次数为整数。", "贴敷组遗尿次数为1.87±0.92次,西药组为2.74±1.10次。"]).count == 1)
  }

  @Test func otherQuantitiesBesideAWholeOne() {
    let declaration = "Pain was scored in whole numbers from 0 to 10."
    #expect(
      messages([declaration, "In the 19 patients the pain on the visual analogue scale had a mean of 31.27 (SD 8.10)."]).isEmpty)
    #expect(messages([declaration, "Pain in the 19 patients was 3.37 (SD 1.42), adjusted for age 3.41."]).isEmpty)
    #expect(
      messages([declaration, "Percentages are whole numbers. The 23 controls had a mean age of 43.37 years (SD 9.12)."]).isEmpty)
    #expect(messages(["两组各30例。疼痛评分为整数。", "观察组疼痛评分差值为1.47(95%CI 0.92～2.01)。"]).isEmpty)
    #expect(messages(["两组各30例。满意度非整数。", "观察组满意度均值为7.47±1.31。"]).isEmpty)
  }

  @Test func eventsOfThoseWhoHadThem() {
    let start = "The 52 patients who vomited after mist did so 3.04 times on average, and the 19 who vomited after powder "
    #expect(messages(start + "2.29 times.").count == 1)
    #expect(messages(start + "2.26 times.").isEmpty)
    let walks = "In a substudy of 28 patients, 14 per group, the mean number of walks was "
    #expect(messages(walks + "5.18 with mist and 3.79 with powder.").count == 1)
    #expect(messages(walks + "5.14 with mist and 3.79 with powder.").isEmpty)
  }

  @Test func everyScaleThatOneSentenceCallsWhole() {
    let declaration = "Pain was kept in whole numbers, and the totals of the WOMAC and of the GCSI are integers."
    let result = "The WOMAC total was 30.13 (SD 8.20) in the 17 patients on mist."
    #expect(messages([declaration, result]).count == 1)
    #expect(messages([declaration, result.replacing("30.13", with: "30.12")]).isEmpty)
  }

  @Test func theSizeBehindAGroupsNameIsOfTheMeanBehindIt() {
    var paper = Manuscript()
    paper.passage("疲乏评分为0~10分，以整数计。")
    paper.passage("疲乏评分夹板组（18例）为（3.28±1.49）分，对照组（20例）为（4.15±1.50）分。")
    #expect(paper.findings(ImpossibleMean()).isEmpty)
  }

  @Test func theSizeInABracketBeforeAMeanIsItsOwn() throws {
    func count(_ mean: String) throws -> Int {
      let text = "跌倒次数逐次计数，为整数。夹板组（n=37）跌倒次数为\(mean)±1.71，贴布组（n=39）为3.46±1.88。"
      return try findings(ImpossibleMean(), in: review(text, chinese: true)).count
    }
    #expect(try count("2.84") == 0)
    #expect(try count("2.82") == 1)
  }

  @Test func numbersThatLeadTheirMeans() throws {
    func count(_ mean: String) throws -> Int {
      try findings(
        ImpossibleMean(), in: review("35例夹板组患者每人平均换药\(mean)次，贴布组34例平均5.91次。", chinese: true)
      ).count
    }
    #expect(try count("4.66") == 0)
    #expect(try count("4.56") == 1)
  }
}
