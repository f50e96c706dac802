import Checks
import Literature
import Testing

struct FigureSlipsTests {
  /// An abstract and a text, or rows of a table, of the report of one trial.
  private func found(abstract: [String], text: [String] = [], rows: [String] = []) -> [String] {
    var paper = Manuscript()
    for sentence in abstract { paper.passage(sentence, section: "abstract") }
    for sentence in text { paper.passage(sentence, section: "Results") }
    for row in rows { paper.passage(row, kind: .tableRow, section: "table-1", table: 0) }
    return paper.findings(TextAgainstTable()).map(\.snippet)
  }

  @Test func twoDigitsExchangedBesideTheSameFigure() {
    let text = ["Walking speed rose more with drills (M = 4.62, SD = 1.13) than with advice (M = 3.17, SD = 1.20)."]
    #expect(found(abstract: ["Walking speed was 4.62 with drills and 3.71 with advice."], text: text) == ["3.71"])
    #expect(found(abstract: ["Walking speed was 4.62 with drills and 3.17 with advice."], text: text).isEmpty)
  }

  @Test func aCellWhoseDigitsAreExchanged() {
    let text = ["Grip strength reached 31.4 kg (SD = 6.6) against 28.7 kg (SD = 6.9)."]
    #expect(found(abstract: [], text: text, rows: ["Grip strength, M (SD)\t31.4 (6.6)\t27.8 (6.9)\t.012"]) == ["28.7"])
    #expect(found(abstract: [], text: text, rows: ["Grip strength, M (SD)\t31.4 (6.6)\t28.7 (6.9)\t.012"]).isEmpty)
    // Another outcome beside the same figure.
    #expect(found(abstract: [], text: text, rows: ["Systolic pressure, kPa\t31.4 (6.6)\t27.8 (7.9)\t.012"]).isEmpty)
  }

  @Test func aShareThatCountsMakeElsewhere() {
    let text = ["Healing was seen in 71 of 126 wounds with honey against 52 of 131 wounds."]
    #expect(found(abstract: ["Healing was seen in 53.6% of wounds with honey and 39.7% without."], text: text) == ["53.6"])
    #expect(found(abstract: ["Healing was seen in 56.3% of wounds with honey and 39.7% without."], text: text).isEmpty)
  }

  @Test func limitsNeedTheirWholeIntervalForCompany() {
    let text = ["The gain in balance was 0.42 points (95% CI 0.17 to 0.68)."]
    #expect(found(abstract: ["Balance gained 0.42 points (95% CI 0.17 to 0.86)."], text: text) == ["0.86"])
    #expect(found(abstract: ["Reach gained 0.51 points (95% CI 0.17 to 0.86)."], text: text).isEmpty)
  }

  @Test func theSameNumberOfAnotherUnitBesideTheSameFigure() {
    let text = ["Crying stopped after a median of 14.5 days with drops and 21.5 days without."]
    #expect(found(abstract: ["Crying stopped after 14.5 weeks with drops and 21.5 days without."], text: text) == ["14.5"])
    #expect(found(abstract: ["Crying stopped after 14.5 days with drops and 21.5 days without."], text: text).isEmpty)
  }

  @Test func aPairInTheOtherOrderThanEverywhereElse() {
    let text = ["Cough was seen in 11 (7.3%) and 32 (21.4%) of those given lenvatinib and placebo."]
    let rows = ["Cough, n (%)\t11 (7.3)\t32 (21.4)"]
    #expect(found(abstract: ["Cough was rarer with lenvatinib (21.4% vs 7.3%)."], text: text, rows: rows) == ["21.4% vs 7.3"])
    #expect(found(abstract: ["Cough was rarer with lenvatinib (7.3% vs 21.4%)."], text: text, rows: rows).isEmpty)
    // The arms are named in the other order too.
    #expect(found(abstract: ["Cough was seen with placebo and lenvatinib in 21.4% and 7.3%."], text: text, rows: rows).isEmpty)
  }

  @Test func translationsAreHeldAgainstOneAnother() {
    let chinese = "两组疼痛评分分别下降 2.46 分和 1.38 分, 治疗 18 周。"
    #expect(found(abstract: [chinese, "Pain fell by 2.64 and 1.38 points over 18 weeks."]).count == 1)
    #expect(found(abstract: [chinese, "Pain fell by 2.46 and 1.38 points over 18 months."]).count == 1)
    #expect(found(abstract: [chinese, "Pain fell by 2.46 and 1.38 points over 18 weeks."]).isEmpty)
  }

  /// Between the two shares of one sentence stand counts, in the other they do not.
  @Test func countsBetweenTwoSharesDoNotPartThem() {
    let text = ["Twenty-two of these 118 patients (18.6%) and 37 of the remaining 121 patients (30.6%) had died."]
    #expect(found(abstract: ["Fewer patients had died with plasma (18.6% vs. 36.0%)."], text: text) == ["36.0"])
    #expect(found(abstract: ["Fewer patients had died with plasma (18.6% vs. 30.6%)."], text: text).isEmpty)
  }

  @Test func aTimeInAnotherUnit() {
    let text = [
      "Treatment lasted 26 weeks.", "Visits were held at 26 weeks of treatment.", "The median follow-up was 48 months.",
    ]
    #expect(found(abstract: ["After 26 months of treatment control was better."], text: text) == ["26"])
    #expect(found(abstract: ["After 26 weeks of treatment control was better."], text: text).isEmpty)
    // Of something else.
    #expect(found(abstract: ["The median follow-up was 26 months."], text: text).isEmpty)
    #expect(found(abstract: ["治疗8周, 随访至第16个月。"], text: ["第16周复评疼痛。", "第16周两组评分相近。"]) == ["16"])
  }

  @Test func figuresOfTwoCitedWorksAreTwo() throws {
    func count(_ second: String) throws -> Int {
      let text = """
        Urate and its drugs: a trial

        Introduction

        In an open trial the target was met by 63.2% and 41.7% of patients [1].

        Discussion

        In a cohort the target was met by 62.3% and 41.7% of patients [\(second)].

        References
        1. Aalto K. An open trial of urate drugs. Gout Trials. 2018;2:11-19.
        2. Birk L. A cohort with gout. Gout Trials. 2019;3:21-29.
        """
      return try findings(TextAgainstTable(), in: text).count
    }
    #expect(try count("2") == 0)
  }
}
