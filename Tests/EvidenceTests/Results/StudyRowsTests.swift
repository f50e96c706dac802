import Literature
import Testing

@testable import Evidence

/// Tables of studies with the counts of two arms, and counts with a total of their own.
struct StudyRowsTests {
  private func values(_ card: ResultCard?) -> [String] {
    (card?.armValues ?? []).map { "\($0.arm ?? "-") \($0.value.printed) of \($0.details.total?.printed ?? "-")" }
  }

  @Test func aCellsOwnTotalGoesBeforeThatOfItsArm() {
    let found = cards(
      ofTable: [
        ["Event", "Zinc (n = 210)", "Placebo (n = 208)"], ["Nausea", "14/203 (6.9%)", "9/201 (4.5%)"],
        ["Rash", "22 (10.5%)", "18 (8.7%)"],
      ],
      caption: "Adverse events")
    #expect(values(found.first) == ["Zinc 6.9 of 203", "Placebo 4.5 of 201"])
    #expect(values(found.last) == ["Zinc 10.5 of 210", "Placebo 8.7 of 208"])
  }

  @Test func rowsOfAForestPlotAreStudies() {
    let found = cards(
      ofTable: [
        ["Study", "Zinc (events/n)", "Placebo (events/n)", "RR (95% CI)", "Weight"],
        ["Miller 2015", "12/110", "20/108", "0.59 (0.30 to 1.15)", "32.1%"],
        ["Okafor 2018", "25/240", "41/238", "0.60 (0.38 to 0.96)", "67.9%"],
        ["Total", "37/350", "61/346", "0.60 (0.41 to 0.87)", "100%"],
      ], caption: "Forest plot of wheezing")
    #expect(found.allSatisfy { $0.endpoint == "wheezing" })
    #expect(found.filter { $0.measure == "count" }.map { $0.population } == ["Miller 2015", "Okafor 2018"])
    #expect(values(found.first) == ["Zinc 12 of 110", "Placebo 20 of 108"])
    let ratios = found.filter { $0.measure == "RR" }
    #expect(ratios.map { $0.value?.printed }.prefix(2) == ["0.59", "0.60"])
    #expect(ratios.allSatisfy { $0.arm == "Zinc" && $0.comparator == "Placebo" })
  }

  @Test func studiesMayGoByChineseNames() {
    let found = cards(
      ofTable: [
        ["研究", "试验组(事件/例数)", "对照组(事件/例数)", "RR(95%CI)"], ["王明2015", "12/110", "20/108", "0.59(0.30~1.15)"],
        ["李强等2018", "25/240", "41/238", "0.60(0.38~0.96)"],
      ], caption: "表4 各研究的咳嗽情况")
    #expect(Set(found.map(\.endpoint)) == ["咳嗽"])
    #expect(Set(found.compactMap(\.population)) == ["王明2015", "李强等2018"])
    #expect(values(found.first) == ["试验组 12 of 110", "对照组 20 of 108"])
  }

  @Test func headingsOfEventsOfTheirTotal() {
    let found = cards(
      ofTable: [
        ["Outcome", "Zinc group, n/N", "Control group, n/N", "Odds ratio (95% CI)"],
        ["Rash", "40/101", "22/99", "2.30 (1.24 to 4.25)"],
        ["Nausea", "21/101", "9/99", "2.63 (1.14 to 6.07)"],
      ], caption: "Odds ratios for side effects")
    #expect(values(found.first) == ["Zinc group 40 of 101", "Control group 22 of 99"])
    #expect(found.map(\.measure) == ["count", "OR", "count", "OR"])
  }

  @Test func aCaptionOfRatiosNamesTheirOutcome() {
    let found = cards(
      ofTable: [
        ["Comparison", "HR (95% CI)", "P"], ["Zinc vs iron", "0.74 (0.58 to 0.95)", "0.02"],
        ["Zinc vs placebo", "0.69 (0.54 to 0.88)", "0.003"],
      ], caption: "Table 4. Hazard ratios for wheezing by treatment")
    #expect(found.map(\.endpoint) == ["wheezing", "wheezing"])
    #expect(found.map { $0.comparator?.lowercased() } == ["iron", "placebo"])
  }

  @Test func numberedTrialsAreNoStudies() {
    let found = cards(
      ofTable: [
        ["Trial", "Sensitive (n = 50)", "Control (n = 132)"], ["Trial 1", "26 (52.0)", "66 (50.0)"],
        ["Trial 2", "28 (56.0)", "61 (46.2)"],
      ],
      caption: "Judgments of coughing by trial [n (%)]")
    #expect(found.map(\.endpoint) == ["Trial 1", "Trial 2"])
  }

  @Test(arguments: [
    ("Miller 2015", true), ("王明2015", true), ("李强等", true), ("Chen et al.", true), ("Trial 1", false), ("Total", false),
  ])
  func namesOfStudies(name: String, isOne: Bool) {
    #expect(StudyRows.isStudy(name) == isOne)
  }

  @Test func aStudyGroupIsNoStudy() {
    let found = cards(
      ofTable: [["Study group", "Zinc (n = 30)", "Placebo (n = 31)"], ["Rash", "3/30", "5/31"], ["Nausea", "2/30", "1/31"]],
      caption: "Side effects")
    #expect(found.map { $0.endpoint?.lowercased() } == ["rash", "nausea"])
  }

  @Test(arguments: [
    ("Table 2. Relapse in the included studies", "Relapse"), ("Forest plot data for wheezing", "wheezing"),
    ("Included studies", nil), ("表3 纳入研究的咳嗽天数森林图", "咳嗽天数"),
  ])
  func theCaptionNamesTheOutcome(caption: String, outcome: String?) {
    #expect(StudyRows.outcome(of: caption)?.lowercased() == outcome?.lowercased())
  }
}
