import Checks
import Literature
import Testing

struct SignificanceWordingTests {
  private func findings(_ text: String, p: [String], _ significance: Claim.Significance, hedged: Bool = false) -> [Finding] {
    var paper = Manuscript()
    let passage = paper.passage(text)
    let cards = p.map { paper.card("HR", "0.91", p: $0, in: passage) }
    paper.claims = [Claim(passage: passage, direction: .better, significance: significance, hedged: hedged, results: cards)]
    return paper.findings(SignificanceWording())
  }

  @Test func flagsAClaimOfSignificanceAgainstItsP() throws {
    let finding = try #require(findings("Survival was significantly longer (P = 0.33).", p: ["0.33"], .claimed).first)
    #expect(finding.code == "N104" && finding.message.contains("not below 0.05"))
  }

  private func count(_ sentence: String) -> Int {
    var paper = Manuscript()
    paper.passage(sentence)
    return paper.findings(SignificanceWording()).count
  }

  @Test func wordsOfEachAreDeniedByOne() {
    #expect(count("Neither pain (P = 0.62) nor stiffness (P = 0.01) differed significantly.") == 1)
    #expect(count("Neither pain (P = 0.62) nor stiffness (P = 0.41) differed significantly.") == 0)
    #expect(count("Both fever (P < 0.001) and cough (P = 0.27) were reduced significantly.") == 1)
    #expect(count("Both fever (P < 0.001) and cough (P = 0.02) were reduced significantly.") == 0)
    #expect(count("发热（P=0.44）与咳嗽（P=0.01）的改善均有统计学意义。") == 1)
    #expect(count("发热（P=0.04）与咳嗽（P=0.01）的改善均有统计学意义。") == 0)
  }

  /// Figures that no list joins are each of something else.
  @Test func wordsOfEachAreOfListsAlone() {
    #expect(
      count("Both drugs lowered pressure significantly (P < 0.001) with a gain of 2.1 mmHg for the new one (P = 0.07).") == 0)
    #expect(count("All scores fell significantly (sleep: trained P = 0.84, idle P < 0.05; mood: trained P = 0.53).") == 0)
    #expect(
      count("Iron rose in each arm (3 to 9, P = 0.001; 2 to 8, P = 0.002) with no significant difference between them.") == 0)
  }

  @Test func wordsRightBeforeABracketAreOfIt() {
    let death =
      "Death was significantly less frequent (168 versus 196; HR 0.85; P = 0.12), and admissions did not differ (P = 0.44)."
    #expect(count(death) == 1)
    #expect(count(death.replacing("0.12", with: "0.01")) == 0)
    #expect(count("In women it was -1.2 points (-2.8 to 0.4; P = 0.14), the latter statistically significant.") == 1)
    #expect(count("In women it was -1.2 points (-2.2 to -0.2; P = 0.02), the latter statistically significant.") == 0)
  }

  @Test func anAbsenceIsADenial() {
    #expect(count("The absence of a significant difference in falls (P = 0.24) may be chance.") == 0)
    #expect(count("The absence of a significant difference in falls (P = 0.004) is odd.") == 1)
  }

  @Test func anInteractionAgainstItsP() {
    #expect(count("There was evidence of an interaction between sex and drug (P for interaction = 0.73).") == 1)
    #expect(count("There was no evidence of an interaction between sex and drug (P for interaction = 0.73).") == 0)
    #expect(count("There was evidence of an interaction between sex and drug (P for interaction = 0.01).") == 0)
    #expect(count("年龄与疗效存在交互作用（交互P=0.81）。") == 1)
    #expect(count("年龄与疗效不存在交互作用（交互P=0.81）。") == 0)
  }

  @Test func aTestWithANameOfItsOwnAgainstItsP() {
    let sites =
      "Healing was faster at the coast (HR, 1.9; 95% CI, 1.2 to 3.0) than inland (HR, 1.2; 95% CI, 0.9 to 1.6); the test for "
    #expect(count(sites + "interaction was significant (P = .12).") == 1)
    #expect(count(sites + "interaction was not significant (P = .12).") == 0)
    #expect(count("No significant treatment-by-centre interaction was found (P = 0.006).") == 1)
    #expect(count("Effects differed significantly between subgroups (P for interaction = 0.44).") == 1)
    #expect(count("The gain was significant in men but not in women (P for interaction = 0.44).") == 0)
    #expect(count("Heterogeneity was significant (P = 0.07).") == 0)
    #expect(count("Heterogeneity was significant (P = 0.47).") == 1)
    #expect(count("The trend across thirds of dose was not significant (P for trend = 0.001).") == 1)
    #expect(count("There was a trend that was not significant (P = 0.08).") == 0)
    #expect(count("部位与疗效的交互作用检验差异无统计学意义（P=0.004）。") == 1)
  }

  @Test func whatPointsBackIsOfTheTestBefore() {
    #expect(count("Itch did not differ (31/210 vs 30/208; RR 1.02, 0.64–1.63; p=0.92); this was significant.") == 1)
    #expect(count("Itch did not differ (31/210 vs 30/208; RR 1.02, 0.64–1.63; p=0.92); this was not significant.") == 0)
    #expect(count("Itch was similar (3.1 vs 3.2; P = 0.71), and this reached statistical significance.") == 1)
    // A reservation of the words before.
    #expect(count("Deaths were numerically fewer (11 vs 17; P = 0.23), a difference that was statistically significant.") == 1)
    // The nearest test is meant.
    #expect(count("年轻者HR为0.66（0.48～0.90，P=0.010），年长者为0.88（0.59～1.30），后者差异未达统计学意义。") == 0)
  }

  @Test func wordsWithoutFiguresAreOfThePBefore() throws {
    func count(_ sentences: String) throws -> Int {
      try ChecksTests.findings(SignificanceWording(), in: "A trial of splints\n\nResults\n\n" + sentences).count
    }
    #expect(try count("Pain was less at a year (P = 0.044). There was no significant difference, however, in stiffness.") == 0)
    let falls = "Falls befell 12% against 14% (HR 0.84, 95% CI 0.66 to 1.07; P = 0.16). "
    #expect(try count(falls + "The difference was significant.") == 1)
    #expect(try count(falls + "The difference was not significant.") == 0)
    // Of another outcome.
    #expect(try count(falls + "Sleep differed significantly.") == 0)
    #expect(try count("The stay was 9.8 days against 11.2 days (P = .13); thus, the stay differed significantly.") == 1)
    #expect(try count("The stay was 9.8 days against 11.2 days (P = .01); thus, the stay differed significantly.") == 0)
  }

  @Test func flagsADenialAgainstItsP() {
    #expect(findings("两组无显著差异 (P = 0.003)", p: ["0.003"], .denied).count == 1)
  }

  @Test func acceptsWordsThatAgree() {
    #expect(findings("Survival was significantly longer.", p: ["0.012"], .claimed).isEmpty)
    #expect(findings("No significant difference.", p: ["0.26"], .denied).isEmpty)
    #expect(findings("Significantly longer.", p: ["<0.05"], .claimed).isEmpty)
  }

  @Test func leavesRoundingAtTheLevelOpen() {
    #expect(findings("No significant difference.", p: ["0.05"], .denied).isEmpty)
    #expect(findings("Significantly longer.", p: ["0.05"], .claimed).isEmpty)
  }

  @Test func leavesSentencesWithTwoVerdictsAlone() {
    #expect(findings("A was significant, but B was not.", p: ["0.33"], .claimed).isEmpty)
    #expect(findings("两组无显著差异, 但缓解率提高", p: ["0.003"], .denied).isEmpty)
    #expect(findings("It did not cross the boundary.", p: ["0.03"], .denied).isEmpty)
  }

  @Test func leavesClausesOfBothKindsAlone() {
    #expect(
      findings("Heart rate did not change significantly and blood flow increased (P < 0.001).", p: ["<0.001"], .denied).isEmpty)
    #expect(findings("两组无明显差异, 同时不良反应明显增高", p: ["0.26"], .claimed).isEmpty)
  }

  private func flagged(_ text: String, _ figures: String, p: String) -> Bool {
    var paper = Manuscript()
    let passage = paper.passage(text)
    paper.card("MD", "0.91", p: p, in: passage, at: figures)
    return !paper.findings(SignificanceWording()).isEmpty
  }

  @Test func exceptionsAreNamed() {
    #expect(!flagged("The groups did not differ significantly except in weight (P = 0.01).", "P = 0.01", p: "0.01"))
    #expect(!flagged("With the exception of age (P = 0.4), all changes were significant.", "P = 0.4", p: "0.4"))
    #expect(!flagged("除头痛外(P=0.01), 两组不良反应差异均无统计学意义。", "P=0.01", p: "0.01"))
    #expect(!flagged("The significant effects disappeared (P = 0.36).", "P = 0.36", p: "0.36"))
  }

  @Test func figuresProveTheWordsBeforeThem() {
    let text = "Iron rose from 5% to 20% (P = 0.001) with no significant difference between the groups."
    #expect(!flagged(text, "P = 0.001", p: "0.001"))
    #expect(!flagged("Sodium rose (P = 0.01) while there was no significant effect of placebo.", "P = 0.01", p: "0.01"))
    #expect(flagged("There was no significant difference between the groups (P = 0.001).", "P = 0.001", p: "0.001"))
  }

  @Test func anOpeningClauseEndsAtItsComma() {
    #expect(
      !flagged("Although insulin rose significantly in both, it fell relative to placebo (P = 0.26).", "P = 0.26", p: "0.26"))
  }

  @Test func oneAgreeingFigureIsEnough() {
    #expect(findings("Significantly longer.", p: ["0.33", "0.01"], .claimed).isEmpty)
  }

  @Test func leavesHedgedAndUnstatedClaimsAlone() {
    #expect(findings("It may be significantly longer.", p: ["0.33"], .claimed, hedged: true).isEmpty)
    #expect(findings("It was longer.", p: ["0.33"], .unstated).isEmpty)
  }

  @Test func readsThePOfValuesInTheClauseBefore() throws {
    let body = "ALDER-301 研究中, 肺炎发生率为 5.1%, 而安慰剂组为 5.2%, 两组差异有统计学意义(P = 0.94)[1]。"
    #expect(try ChecksTests.findings(SignificanceWording(), in: review(body, references: Entries.all, chinese: true)).count == 1)
    let right = body.replacing("差异有", with: "差异无")
    #expect(try ChecksTests.findings(SignificanceWording(), in: review(right, references: Entries.all, chinese: true)).isEmpty)
  }

  @Test func readsAPOfNoCardAndWordsBehindABracket() {
    func count(_ text: String) -> Int {
      var paper = Manuscript()
      paper.passage(text)
      return paper.findings(SignificanceWording()).count
    }
    #expect(count("Strength rose by 11.3 Nm and by 4.8 Nm, not a significant gain for the former (P = 0.003).") == 1)
    #expect(count("Strength rose by 11.3 Nm and by 4.8 Nm, a significant gain for the former (P = 0.003).") == 0)
    #expect(count("In twins, the RR was 0.70 (95% CI 0.48 to 1.02; P = 0.063), which reached significance.") == 1)
    #expect(count("In twins, the RR was 0.70 (95% CI 0.48 to 1.02; P = 0.063), which did not reach significance.") == 0)
    #expect(count("The loss in the free group was not significant (* P < 0.05).") == 0)
    #expect(count("The RR was 0.70 (P = 0.063), and stay was significantly shorter.") == 0)
  }

  /// The name of a test far before what is said of it.
  @Test func aVerdictFarBehindTheNameOfItsTest() {
    var paper = Manuscript()
    paper.passage(
      "The P value for interaction was 0.41, and the effect of the treatment by age in the two groups taken together could not be shown."
    )
    paper.passage(
      "The test for trend (P for trend = 0.03) was made in all of the patients who came, and a clear effect was seen.")
    #expect(paper.findings(SignificanceWording()).isEmpty)
  }
}
