import Literature
import Testing

@testable import Evidence

/// What the figures of a table are and belong to: told by sums and shares, by the figures beside them, by headings and notes.
struct TableFiguresTests {
  private func arms(_ card: ResultCard?) -> [String] { card?.armValues.map { "\($0.arm ?? "?")=\($0.value.printed)" } ?? [] }

  @Test func tellsCountsBySharesThatFitTheGroup() {
    let found = cards(
      ofTable: [
        ["", "Drops (n = 50)", "Saline (n = 40)"], ["Any itch", "10 (20.0)", "6 (15.0)"], ["Severe itch", "2 (4.0)", "3 (7.5)"],
        ["Swelling of lids", "4", "2"], ["Fever", "0", "1 (2.5)"],
      ], caption: "What families told at the visit")
    #expect(found.map(\.measure) == ["rate", "rate", "count", "rate"])
    #expect(arms(found[2]) == ["Drops=4", "Saline=2"] && found[2].armValues.first?.details.total?.value == 50)
    #expect(arms(found.last) == ["Drops=0", "Saline=2.5"])
  }

  @Test func tellsCountsByColumnsThatAddUpToTheGroup() {
    let found = cards(
      ofTable: [
        ["Falls in a year", "Class (n = 60)", "Leaflet (n = 58)"], ["None", "41", "33"], ["One fall", "12", "15"],
        ["Two falls", "4", "7"], ["More falls", "3", "3"],
      ], caption: "Falls by group")
    #expect(found.map(\.measure) == ["count", "count", "count", "count"])
  }

  @Test func leavesWholeScoresUnnamed() {
    let found = cards(
      ofTable: [
        ["", "Class (n = 60)", "Leaflet (n = 58)"], ["Balance scale", "41", "33"], ["Gait scale", "12", "15"],
        ["Grip scale", "24", "27"],
      ], caption: "Scales by group")
    #expect(found.map(\.measure) == ["value", "value", "value"])
  }

  @Test func joinsAnIntervalToTheDifferenceBeforeIt() {
    let found = cards(
      ofTable: [
        ["", "Stove group", "Fire group", "Crude mean difference: Estimate", "Crude mean difference: 95% CI", "P value"],
        ["Lung function (mL)", "410 ± 30", "402 ± 28", "8.1", "−2.0 to 18.2", "0.12"],
      ], caption: "Lungs")
    let difference = found.first { $0.measure == "MD" }
    #expect(found.count { $0.measure == "MD" } == 1)
    #expect(difference?.value?.value == 8.1 && difference?.low?.value == -2 && difference?.high?.value == 18.2)
    #expect(difference?.p?.value == 0.12 && difference?.unit == "mL")
  }

  @Test func givesEachFactorItsOwnP() {
    let found = cards(
      ofTable: [
        ["Task", "Bikers group, mean (SD)", "Walkers group, mean (SD)", "P time", "P group", "P time × group"],
        ["Memory span", "5.1 (1.0)", "4.9 (1.2)", "0.04", "0.51", "0.73"],
      ], caption: "Tasks")
    let tests = found.filter { $0.measure == "P" }
    #expect(tests.map(\.p?.value) == [0.04, 0.51, 0.73] && Set(tests.map(\.endpoint)) == ["Memory span"])
    #expect(tests.map(\.population) == ["time", "group", "time × group"])
    #expect(tests.map(\.details.pKind) == [nil, nil, .interaction])
    #expect(found.first { $0.measure == "mean" }?.p == nil)
  }

  @Test func namesArmsByDrugAndDose() {
    let found = cards(
      ofTable: [
        ["Event, n (%)", "Placebo (n = 80)", "Zolapant", "Zolapant"], ["", "", "5 mg (n = 82)", "10 mg (n = 79)"],
        ["Dizziness", "4 (5.0)", "9 (11.0)", "16 (20.3)"],
      ], caption: "Events")
    #expect(arms(found.first) == ["Placebo=5.0", "Zolapant 5 mg=11.0", "Zolapant 10 mg=20.3"])
  }

  @Test func takesNumbersUnderATimeForTimes() {
    let found = cards(
      ofTable: [
        ["Week", "Cream (n = 30)", "Balm (n = 31)"], ["0", "6.1 ± 1.2", "6.0 ± 1.4"], ["4", "3.9 ± 1.1", "4.8 ± 1.3"],
      ], caption: "Table 2. Itch score by week, mean ± SD")
    #expect(found.map(\.details.time) == ["week 0", "week 4"] && found.map(\.endpoint) == ["Itch score", "Itch score"])
  }

  @Test func takesAfterForATime() {
    let found = cards(
      ofTable: [
        ["", "Ginger group", "Ginger group", "Control group", "Control group"], ["", "Before", "After", "Before", "After"],
        ["Nausea score", "5.2 ± 1.0", "2.1 ± 0.9", "5.0 ± 1.1", "4.4 ± 1.2"],
      ], caption: "Nausea")
    #expect(found.map(\.details.time) == ["Before", "After"])
    #expect(
      LabelReading("After adjustment for age").time == nil && LabelReading("After the infusion").time == "After the infusion")
  }

  @Test func takesRowsUnderGroupsForArmsWithTheirSizes() {
    let found = cards(
      ofTable: [
        ["Measure", "Group (n)", "Mean (SD)", "P"], ["Pain score", "Control (22)", "4.5 (1.4)", "0.41"],
        ["", "Lavender (21)", "3.9 (1.5)", ""], ["Pulse (beats/min)", "Control (22)", "77.7 (8.4)", "0.52"],
        ["", "Lavender (21)", "73.1 (9.7)", ""],
      ], caption: "Ward visit")
    #expect(arms(found.first) == ["Control=4.5", "Lavender=3.9"])
    #expect(found.first?.armValues.map(\.details.total?.value) == [22, 21])
  }

  @Test func readsAColumnOfSizesBesideMeans() {
    let found = cards(
      ofTable: [
        ["Session", "Texting condition", "Texting condition", "Waiting condition", "Waiting condition"],
        ["", "Mood score, mean (SD)", "n", "Mood score, mean (SD)", "n"], ["1", "13.4 (6.0)", "45", "13.1 (5.0)", "39"],
        ["2", "9.9 (6.2)", "21", "10.6 (4.7)", "20"],
      ], caption: "Mood by session")
    #expect(found.map(\.measure) == ["mean", "mean"] && found.last?.details.time == "session 2")
    #expect(found.last?.armValues.map(\.details.total?.value) == [21, 20])
  }

  @Test func readsTestsThatCellsName() {
    let found = cards(
      ofTable: [
        ["", "Before insufflation", "After insufflation", "Statistics"],
        ["Blood pH", "7.43 (±0.01)", "7.41 (±0.01)", "t(9) = 3.21; p = 0.011"],
        ["Lactate (mmol/L)", "1.2 (±0.1)", "1.3 (±0.1)", "t(9) = -1.10; p = 0.30"],
      ], caption: "Gases")
    #expect(found.map(\.measure) == ["mean", "t", "mean", "t"])
    #expect(arms(found.first) == ["Before insufflation=7.43", "After insufflation=7.41"] && found.first?.p?.value == 0.011)
    #expect(found.last?.value?.value == -1.1 && found.last?.details.degreesOfFreedom.map(\.value) == [9])
  }

  @Test func readsSizesAndDecimalCommasWithinCells() {
    let found = cards(
      ofTable: [
        ["", "Group 1 (patch)", "Group 2 (no patch)", "Mann-Whitney U test"],
        ["Time to pain, mean ± SEM, hours", "6.2 ± 0.13 n = 10", "3.9 ± 0.2 n = 11", "p = 0,02"],
      ], caption: "Pain")
    #expect(found.count == 1 && found.first?.p?.value == 0.02 && found.first?.details.spreadKind == .se)
    #expect(found.first?.armValues.map(\.details.total?.value) == [10, 11])
  }

  @Test(arguments: [
    ("Creatinine 48 h μmol/l", "μmol/l"), ("Elapsed time of the walk (in minutes)?", "minutes"),
    ("Supper intake (kcal; n = 22)", "kcal"),
    ("PAP, In mg/L", "mg/L"), ("Glioma, astrocytoma", nil), ("Time with glucose > 10.0 mmol/l", nil),
    ("Activity (daily ≥ 30 min)", nil),
    ("Score (VHN)", "VHN"),
  ]) func findsTheUnitOfALabel(label: String, unit: String?) {
    #expect(HeaderUnit.printed(in: label) == unit)
  }

  @Test func headsARepeatedHeaderByThePopulationAboveIt() {
    let found = cards(
      ofTable: [
        ["", "Inhaler N = 184", "Tablet N = 175"], ["Morning flow (L/min), mean (SD)", "17.6 (3.1)", "9.9 (3.0)"],
        ["Per-protocol population", "", ""], ["", "Inhaler N = 176", "Tablet N = 164"],
        ["Morning flow (L/min), mean (SD)", "17.9 (3.2)", "9.2 (3.1)"],
      ], caption: "Flow")
    #expect(found.map { $0.armValues.map(\.details.total?.value) } == [[184, 175], [176, 164]])
  }

  @Test func givesEachTimeItsOwnSizes() {
    let found = cards(
      ofTable: [
        ["Variable", "Group", "Week 4", "Week 4", "Week 8", "Week 8"], ["", "", "n", "Mean ± SE", "n", "Mean ± SE"],
        ["Glucose (mg/dL)", "Sham", "57", "143.0 ± 5.2", "60", "142.4 ± 4.1"],
        ["", "Drug", "53", "130.9 ± 3.1", "56", "140.3 ± 6.1"],
        ["Insulin (mIU/L)", "Sham", "56", "12.0 ± 1.2", "58", "12.4 ± 1.1"],
        ["", "Drug", "52", "10.9 ± 1.1", "55", "11.3 ± 1.1"],
      ], caption: "Blood")
    #expect(found.map(\.details.time) == ["Week 4", "Week 8", "Week 4", "Week 8"])
    #expect(found.map { $0.armValues.map(\.details.total?.value) } == [[57, 53], [60, 56], [56, 52], [58, 55]])
  }

  @Test func namesTheSidesThatAHeadingCompares() {
    let found = cards(
      ofTable: [
        [
          "Variable", "Basic vs control: difference", "Basic vs control: 95% CI", "Enhanced vs control: difference",
          "Enhanced vs control: 95% CI",
        ],
        ["Weight (kg)", "2.48", "1.38 to 3.58", "3.34", "2.26 to 4.42"],
        ["Waist (cm)", "2.90", "1.54 to 4.26", "3.45", "2.11 to 4.79"],
      ], caption: "Least square mean differences at 12 weeks")
    #expect(found.map(\.measure) == ["MD", "MD", "MD", "MD"] && found.first?.high?.value == 3.58)
    #expect(found.map(\.comparator).allSatisfy { $0?.hasPrefix("control") ?? false })
  }

  @Test func takesRowsUnderOutcomesOfColumnsForSubgroups() {
    let found = cards(
      ofTable: [
        ["Variables", "Haemoglobin (g/dL)", "Haemoglobin (g/dL)", "Ferritin (μg/L)", "Ferritin (μg/L)"],
        ["", "Vitamin group", "Placebo group", "Vitamin group", "Placebo group"],
        ["Younger pupils", "0.56 (0.4–0.7)", "0.18 (0.1–0.3)", "2.1 (1.7–2.5)", "1.7 (0.5–2.8)"],
        ["Older pupils", "0.48 (0.3–0.6)", "0.25 (0.2–0.5)", "0.8 (0.3–1.3)", "0.9 (0.7–1.3)"],
      ], caption: "Mean changes of blood by age")
    #expect(found.map(\.details.endpointPrinted) == ["Haemoglobin", "Ferritin", "Haemoglobin", "Ferritin"])
    #expect(found.map(\.population) == ["Younger pupils", "Younger pupils", "Older pupils", "Older pupils"])
    #expect(found.first?.armValues.first?.details.low?.value == 0.4)
  }

  @Test(arguments: [
    ("M ± SD", TableStatistic.meanSpread(.sd)), ("Mean ± s.d.", .meanSpread(.sd)), ("x-±s", .meanSpread(.unknown)),
    ("Thickness (mm) (SD)", .sd), ("Median (min–max)", .medianInterval(.range)), ("Type III sum of squares", .test),
    ("Least-squares mean", .mean), ("Vaccine effectiveness (95% CI)", .estimate("RRR")),
    ("Mean difference (95% CI), p-value", .estimate("MD")), ("HR (beats/min)", nil),
  ]) func readsTheStatisticOfALabel(label: String, statistic: TableStatistic?) {
    #expect(LabelReading(label).statistic == statistic)
  }

  @Test(arguments: [
    ("12", WholeFigure.whole(12)), ("1,204", .whole(1204)), ("12 (10.5)", .bracketed(count: 12, share: 10.5, decimals: 1)),
    ("12 (10%)", .bracketed(count: 12, share: 10, decimals: 0)), ("12.5", .other), ("12/40", .other), ("12 (3, 9)", .other),
    ("none", nil),
  ]) func readsTheFormOfACell(cell: String, figure: WholeFigure?) {
    #expect(WholeFigure(Array(cell.utf8)) == figure)
  }
}
