import Literature
import Testing
import TextAnalysis

@testable import Evidence

struct FactTableTests {
  private func values(_ card: ResultCard?) -> [String] {
    (card?.armValues ?? []).map { value in
      [
        "\(value.arm ?? "-") \(value.value.printed)", value.details.spread.map { "±\($0.printed)" },
        value.details.count.map { "count \($0.printed)" }, value.details.total.map { "of \($0.printed)" },
      ].compactMap { $0 }.joined(separator: " ")
    }
  }

  @Test func joinsTheMeanAndSDOfTwoColumns() {
    let found = cards(
      ofTable: [
        ["", "Oat (n = 30)", "Oat (n = 30)", "Rye (n = 31)", "Rye (n = 31)", "P value"],
        ["", "Mean", "SD", "Mean", "SD", ""],
        ["Waist girth (cm)", "71.2", "8.1", "74.0", "9.3", "0.21"],
      ], caption: "Outcomes")
    #expect(found.count == 1)
    #expect(values(found.first) == ["Oat 71.2 ±8.1 of 30", "Rye 74.0 ±9.3 of 31"])
    #expect(found.first?.measure == "mean" && found.first?.unit == "cm" && found.first?.p?.value == 0.21)
  }

  @Test func readsArmsThatAreRows() {
    let found = cards(
      ofTable: [
        ["", "Sleep duration, mean", "SD"], ["Oat group", "7.5", "1.9"], ["Rye group", "6.5", "2.4"],
      ], caption: "Results")
    #expect(values(found.first) == ["Oat group 7.5 ±1.9", "Rye group 6.5 ±2.4"])
    #expect(found.first?.endpoint == "Sleep duration")
  }

  /// The limits are those of the column between, whose head says nothing that is known.
  @Test func anIntervalBeyondAnUnknownColumnIsNotTakenByTheMean() {
    let found = cards(
      ofTable: [
        ["", "Arm", "Baseline (mean)", "After treatment (mean)", "Point estimate", "95% CI"],
        ["Half time (min)", "Oat group", "117", "76", "0.65", "0.39, 1.08"],
        ["Half time (min)", "Rye group", "57", "69", "1.21", "0.68, 2.15"],
      ], caption: "Results")
    #expect(found.allSatisfy { card in card.low?.value != 0.39 || card.value?.value == 0.65 })
    #expect(found.flatMap(\.armValues).allSatisfy { $0.details.low == nil || $0.value.value < 2 })
  }

  @Test func keepsTimePointsApart() {
    let found = cards(
      ofTable: [
        ["", "Oat group baseline n (%)", "Rye group baseline n (%)", "Oat group 6 months n (%)", "Rye group 6 months n (%)"],
        ["Snoring", "26 (21)", "32 (24)", "53 (42)", "56 (43)"],
      ], caption: "Outcomes")
    #expect(found.map(\.moment) == ["baseline", "6 months"])
    #expect(values(found.last) == ["Oat group 42 count 53", "Rye group 43 count 56"])
  }

  @Test func callsWhatPatientsWereLikeBaseline() {
    let found = cards(
      ofTable: [["", "Oat (n = 30)", "Rye (n = 31)"], ["Age, years, mean ± SD", "52.6 ± 11.1", "54.1 ± 11.1"]],
      caption: "Baseline characteristics")
    #expect(found.map(\.dataCut) == ["baseline"])
    #expect(values(found.first) == ["Oat 52.6 ±11.1 of 30", "Rye 54.1 ±11.1 of 31"])
  }

  @Test func leavesOutANumberThatIsTorn() {
    let found = cards(
      ofTable: [["", "Oat group mean (SD)", "Rye group mean (SD)"], ["Visits", "2. 54 (2.33)", "2.38 (2.59)"]],
      caption: "Outcomes")
    #expect(found.flatMap(\.armValues).map(\.value.printed) == ["2.38"])
  }
}

struct LabelReadingTests {
  @Test func takesLabelsApart() {
    let label = LabelReading("Intervention (n = 125) 0-3 months, mean (SD)")
    #expect(label.rest == "Intervention")
    #expect(label.total?.value == 125 && label.time == "0-3 months" && label.statistic == .meanSpread(.sd))
  }

  @Test(arguments: [
    ("n (%)", TableStatistic.countPercent), ("% (n)", .percentCount), ("Median (IQR)", .medianInterval(.quartiles)),
    ("P value", .p),
    ("SD", .sd), ("Mean ± SEM", .meanSpread(.se)), ("95% CI", .interval), ("No. (%)", .countPercent),
  ]) func knowsStatistics(_ label: String, _ statistic: TableStatistic) {
    #expect(LabelReading(label).statistic == statistic)
  }

  @Test func doesNotTakeALimitOfAgeForATime() { #expect(LabelReading("Children <18 years at home").time == nil) }
}

struct HeaderBlocksTests {
  @Test func spreadsHeadersOverRepeatedBlocks() {
    #expect(
      HeaderBlocks.aligned(["", "A", "A", "", "", "B", "B", ""], over: ["", "n", "mean", "SD", "n", "mean", "SD", "P"])
        == ["", "A", "A", "A", "B", "B", "B", ""])
    #expect(HeaderBlocks.aligned(["", "A", "", "B"], over: ["", "x", "y", "z"]) == ["", "A", "", "B"])
  }
}

struct CellFactsTests {
  private func facts(_ text: String, _ statistic: TableStatistic?) -> CellFacts {
    CellFacts(SentenceReading(passage: 0, lexed: .init(text), callouts: []), as: statistic)
  }

  @Test func readsCellsAsTheirLabelsTell() {
    #expect(facts("12/120 (10.0%)", .countPercent).total?.value == 120)
    #expect(facts("12/120 (10.0%)", .countPercent).percent?.value == 10)
    #expect(facts("5.3 (1.2)", .meanSpread(.sd)).spread?.value == 1.2)
    #expect(facts("14 (9–21)", .medianInterval(.quartiles)).high?.value == 21)
    #expect(facts("43.3%", .mean).percent?.value == 43.3)
    #expect(facts("13 (n)", .mean).count?.value == 13)
  }
}
