import Literature
import Testing

@testable import Evidence

/// What rows and columns of a table stand for where no word says so: told by how labels cross, by arithmetic and by the figures below them.
struct TableAxesTests {
  private func arms(_ card: ResultCard?) -> [String] { card?.armValues.map { "\($0.arm ?? "?")=\($0.value.printed)" } ?? [] }

  @Test func takesRowsUnderTheirOutcomesForArmsWhereOneIsAControl() {
    let found = cards(
      ofTable: [
        ["", "Drink", "Week 0", "Week 6"], ["Uric acid", "“Hojicha”", "301 ± 22", "288 ± 19"],
        ["(μmol/L)", "“Genmaicha”", "299 ± 25", "305 ± 28"], ["", "Placebo", "304 ± 21", "303 ± 24"],
        ["Ferritin", "“Hojicha”", "61 ± 12", "63 ± 14"], ["(μg/L)", "“Genmaicha”", "59 ± 10", "55 ± 9"],
        ["", "Placebo", "60 ± 11", "61 ± 12"],
      ], caption: "Blood tests while tea was drunk. Values are mean ± SD")
    #expect(found.map(\.endpoint) == ["Uric acid", "Uric acid", "Ferritin", "Ferritin"])
    #expect(arms(found.first) == ["“Hojicha”=301", "“Genmaicha”=299", "Placebo=304"])
    #expect(found.map(\.unit) == ["μmol/L", "μmol/L", "μg/L", "μg/L"])
    #expect(found.map(\.details.time) == ["Week 0", "Week 6", "Week 0", "Week 6"])
  }

  @Test func takesTheSameInnerLabelsForSubgroups() {
    let found = cards(
      ofTable: [
        ["", "", "Clinic group (n = 40)", "Home group (n = 38)"], ["Adherence score", "Novices", "3.1 (0.6)", "3.4 (0.5)"],
        ["Adherence score", "Experts", "3.2 (0.6)", "3.5 (0.7)"], ["Trust in staff", "Novices", "2.7 (0.8)", "2.9 (0.8)"],
        ["Trust in staff", "Experts", "3.0 (0.9)", "2.8 (0.6)"],
      ], caption: "Ratings, mean (SD)")
    #expect(found.map(\.endpoint) == ["Adherence score", "Adherence score", "Trust in staff", "Trust in staff"])
    #expect(found.map(\.population) == ["Novices", "Experts", "Novices", "Experts"])
  }

  @Test func comparesTheColumnsThatAreTestedWithinEachBlock() {
    let found = cards(
      ofTable: [
        [
          "", "All (n = 60)", "All (n = 60)", "All (n = 60)", "Group with gout (n = 22)", "Group with gout (n = 22)",
          "Group with gout (n = 22)",
        ],
        ["", "Cherry juice", "Apple juice", "p Value", "Cherry juice", "Apple juice", "p Value"],
        ["Urate AUC (mmol/L/3 h)", "16.8 ± 2.8", "16.2 ± 2.5", "0.08", "14.9 ± 2.1", "16.0 ± 2.2", "0.02"],
      ], caption: "Urate after each drink")
    #expect(found.map(arms) == [["Cherry juice=16.8", "Apple juice=16.2"], ["Cherry juice=14.9", "Apple juice=16.0"]])
    #expect(found.map(\.population) == ["All", "Group with gout"])
    #expect(found.map(\.p?.value) == [0.08, 0.02])
    #expect(found.map(\.unit) == ["mmol/L/3 h", "mmol/L/3 h"])
  }

  /// The caption names the shares, the column what is averaged.
  @Test func takesTheOutcomeOfAnAverageFromItsColumn() {
    let (training, waiting) = ("Training (n = 80)", "Waiting (n = 82)")
    let found = cards(
      ofTable: [
        ["", training, training, training, waiting, waiting, waiting],
        ["", "n (%)", "Mean nights awake", "SD", "n (%)", "Mean nights awake", "SD"],
        ["0-4 weeks", "20 (25)", "6.1", "2.0", "33 (40)", "7.2", "2.4"],
        ["Total 0-12 weeks", "30 (38)", "9.8", "3.1", "41 (50)", "11.0", "3.7"],
      ], caption: "Number and percent of workers with poor sleep")
    #expect(Set(found.filter { $0.measure == "mean" }.map(\.endpoint)) == ["nights awake"])
    #expect(
      found.filter { $0.measure == "mean" }.map(arms) == [["Training=6.1", "Waiting=7.2"], ["Training=9.8", "Waiting=11.0"]])
    #expect(Set(found.filter { $0.measure == "rate" }.map(\.endpoint)) == ["Number and percent of workers with poor sleep"])
  }

  @Test func readsTheStatisticOfTheHeadingOfTheStub() {
    let found = cards(
      ofTable: [
        ["Event, n (%)", "Lithium + X (n = 173)", "Placebo + X (n = 183)"], ["Tremor", "27 (15.6)", "9 (4.9)"],
        ["Itching", "0 (0)", "2 (1.1)"],
      ], caption: "Events in any group")
    #expect(found.map(\.measure) == ["rate", "rate"])
    #expect(arms(found.first) == ["Lithium + X=15.6", "Placebo + X=4.9"])
  }

  @Test func tellsASharesCountFromAMeanByArithmetic() {
    let found = cards(
      ofTable: [
        ["Variable", "SG (28)", "RYGB (27)", "P"], ["Remission", "25 (89.3)", "20 (74.1)", "0.18"],
        ["Satisfaction score", "25 (8.3)", "20 (7.1)", "0.30"],
      ], caption: "Outcomes. Data are mean (SD) or number (%)")
    #expect(found.map(\.measure) == ["rate", "mean"])
    #expect(found.first?.armValues.map(\.details.total?.value) == [28, 27])
  }

  @Test func takesSizesFromARowOfThem() {
    let found = cards(
      ofTable: [
        ["", "Gel A", "Gel B", "P"], ["No. of patients", "91", "93", ""], ["Cancelled cycles (%)", "7 (7.7)", "7 (7.5)", "0.9"],
        ["Thickness (mm)", "9.6 ± 1.9", "9.5 ± 1.5", "0.7"],
      ], caption: "Outcome (values are mean ± SD)")
    #expect(found.map(\.measure) == ["rate", "mean"])
    #expect(arms(found.first) == ["Gel A=7.7", "Gel B=7.5"])
    #expect(found.first?.armValues.map(\.details.total?.value) == [91, 93])
  }

  @Test func keepsAPercentageOfADoseOutOfTheStatistic() {
    let found = cards(
      ofTable: [
        ["Outcome", "20 ml 0.5% ropivacaine (n = 9)", "30 ml 0.33% ropivacaine (n = 10)"],
        ["Pain score", "6.1 (2.4)", "5.3 (2.4)"],
      ], caption: "Outcomes, mean (SD)")
    #expect(found.map(\.measure) == ["mean"])
    #expect(arms(found.first) == ["20 ml 0.5% ropivacaine=6.1", "30 ml 0.33% ropivacaine=5.3"])
  }

  @Test func readsAColumnThatComparesAsPWhereItsFiguresAre() {
    let found = cards(
      ofTable: [
        ["", "Placebo group", "Placebo group", "Fibre group", "Fibre group", "Fibre group: T0 vs. T1", "T1: placebo vs. fibre"],
        ["", "T0", "T1", "T0", "T1", "", ""],
        ["Butyrate", "8.9 ± 1.4", "8.2 ± 1.9", "8.0 ± 1.3", "10.4 ± 0.9", "0.047", "0.292"],
        ["Acetate", "29.8 ± 1.9", "28.8 ± 4.3", "30.0 ± 3.4", "44.1 ± 4.1", "0.047", "0.020"],
      ], caption: "Acids before (T0) and after (T1), means ± SEM")
    #expect(found.count == 4 && found.allSatisfy { $0.armValues.count == 2 && $0.measure == "mean" })
  }

  @Test func joinsMeansAndDeviationsOfTheSameTime() {
    let found = cards(
      ofTable: [
        ["", "Test", "Test", "Test", "Test", "Control", "Control", "Control", "Control"],
        [
          "", "Mean", "Mean", "Standard deviations", "Standard deviations", "Mean", "Mean", "Standard deviations",
          "Standard deviations",
        ],
        ["", "Pre", "Post", "Pre", "Post", "Pre", "Post", "Pre", "Post"],
        ["Anxiety", "8.5", "5.4", "3.13", "2.71", "8.0", "7.0", "3.57", "4.90"],
      ], caption: "Health before and after")
    #expect(found.map(arms) == [["Test=8.5", "Control=8.0"], ["Test=5.4", "Control=7.0"]])
    #expect(found.last?.armValues.map(\.details.spread?.value) == [2.71, 4.9])
  }

  @Test func setsIndentedRowsUnderTheRowAboveThem() {
    let found = cards(
      ofTable: [
        ["", "Ginger group", "Placebo group"], ["Serum leptin", "7.4 ± 0.1", "7.5 ± 0.2"],
        ["\u{2003}Smokers", "7.2 ± 0.2", "7.3 ± 0.2"], ["\u{2003}Others", "7.6 ± 0.2", "7.4 ± 0.2"],
        ["Serum resistin", "0.67 ± 0.1", "0.43 ± 0.1"], ["\u{2003}Smokers", "0.44 ± 0.1", "0.33 ± 0.1"],
        ["\u{2003}Others", "0.86 ± 0.1", "0.50 ± 0.1"],
      ], caption: "Hormones")
    #expect(
      found.map(\.endpoint) == [
        "Serum leptin", "Serum leptin", "Serum leptin", "Serum resistin", "Serum resistin", "Serum resistin",
      ])
    #expect(found.map(\.population) == [nil, "Smokers", "Others", nil, "Smokers", "Others"])
  }

  @Test func takesTwoSidesOfARowThatCompares() {
    let found = cards(
      ofTable: [
        ["", "Least-squares mean difference (standard error)", "95% confidence interval"],
        ["Abediterol 2.5 μg vs. placebo", "0.405 (0.027)", "0.353, 0.458"],
        ["Salbutamol vs. placebo", "0.353 (0.027)", "0.299, 0.406"],
      ], caption: "Comparison of peak flow for each drug")
    #expect(found.map(\.measure) == ["MD", "MD"])
    #expect(found.map(\.arm) == ["Abediterol 2.5 μg", "Salbutamol"] && found.map(\.comparator) == ["placebo", "placebo"])
    #expect(found.first?.endpoint == "peak flow" && found.first?.high?.value == 0.458)
  }

  @Test func readsATableThatRepeatsItsHeadingForEachArm() {
    let found = cards(
      ofTable: [
        ["Serum, n = 30", "Baseline", "Day 90", "Significance"],
        ["Mean hair count (SD)", "178.3 (7.8)", "235.8 (18.4)", "P < 0.0001"],
        ["Placebo, n = 30", "Baseline", "Day 90", "Significance"],
        ["Mean hair count (SD)", "178.2 (9.6)", "180.9 (18.8)", "P = 0.40"],
      ], caption: "Changes in hair")
    #expect(found.map(\.arm) == ["Serum", "Placebo"] && found.map(\.p?.printed) == ["0.0001", "0.40"])
  }

  @Test func readsARatioThatTheCellNamesItself() {
    let found = cards(
      ofTable: [
        ["Outcome", "Oak group", "Elm group", "Ratio (95% CI)", "p value"],
        ["Relapse, events/patients", "52/107", "71/105", "HR 0·71 (0·57–0·88)", "0·002"],
        ["Response", "35/56 (62·5%)", "18/49 (36·7%)", "OR 2·11 (1·13–3·91)", "0·019"],
      ], caption: "Efficacy")
    #expect(found.filter { $0.low != nil }.map(\.measure) == ["HR", "OR"])
    #expect(found.filter { $0.low != nil }.map(\.p?.value) == [0.002, 0.019])
  }

  @Test func keepsWordsOfStatisticsOutOfNamesOfArms() {
    let found = cards(
      ofTable: [
        ["Parameter", "0.3 mg s.c. geometric mean (CV %)", "4 mg p.o. geometric mean (CV %)", "Placebo geometric mean (CV %)"],
        ["Cmax [ng/L]", "484 (162)", "513 (220)", "252 (559)"], ["Heart rate [bpm]", "78.0 (10.8)", "88.2 (8.4)", "87.4 (23.0)"],
      ], caption: "Parameters after each treatment")
    #expect(found.map(\.unit) == ["ng/L", "bpm"] && found.map(\.details.endpointPrinted) == ["Cmax", "Heart rate"])
    #expect(found.first?.armValues.map(\.value.printed) == ["484", "513", "252"])
    #expect(found.first?.armValues.last?.arm == "Placebo")
  }

  @Test func dropsTheBracketOfCountsFromTheNameOfAnArm() {
    let found = cards(
      ofTable: [
        ["Cytokine", "Intervention (Number of responders; %)", "Control (Number of responders; %)"],
        ["IL-12", "10/34 (29.4)", "11/36 (30.6)"],
      ], caption: "Responders")
    #expect(arms(found.first) == ["Intervention=29.4", "Control=30.6"])
  }

  @Test func takesInitialAndFinalForTimes() {
    let found = cards(
      ofTable: [
        ["", "PLA", "PLA", "SYN", "SYN"], ["", "Initial (n = 8)", "Final (n = 8)", "Initial (n = 9)", "Final (n = 9)"],
        ["Skinfold (mm)", "21.0 ± 7.2", "22.8 ± 4.4", "17.3 ± 7.3", "17.0 ± 7.1"],
        ["Waist (cm)", "98.8 ± 8.3", "100.5 ± 6.4", "94.8 ± 5.7", "93.3 ± 5.3"],
      ], caption: "Variables before and after the supplement")
    #expect(found.map(arms).first == ["PLA=21.0", "SYN=17.3"] && found.first?.details.time == "Initial")
    #expect(found.first?.armValues.map(\.details.total?.value) == [8, 9])
  }

  @Test func readsNothingFromATableWithoutRowsOfFigures() {
    #expect(cards(ofTable: [["Group", "Before", "After"], ["Leg press", "", ""], ["", "", ""]], caption: "Results").isEmpty)
    #expect(cards(ofTable: [["", ""], ["Note", ""]], caption: "").isEmpty)
  }
}
