import Literature
import Testing

@testable import Evidence

private func shown(_ cards: [ResultCard]) -> [String] {
  cards.map { card in
    let values =
      card.armValues.isEmpty ? [card.value?.printed ?? "-"] : card.armValues.map { "\($0.arm ?? "?")=\($0.value.printed)" }
    return "\(card.measure) \(card.endpoint ?? "-"): " + values.joined(separator: ", ")
  }
}

@Test func rowsOverARowOfPValuesAreArms() {
  let found = cards(
    ofTable: [
      ["", "Grip (kg)", "Reach (cm)"], ["Alder", "31.2 ± 4.1", "12.1 ± 2.0"], ["Birch", "28.4 ± 3.9", "11.8 ± 2.2"],
      ["P", "0.03", "0.61"],
    ],
    caption: "Strength after training")
  #expect(shown(found) == ["mean Grip: Alder=31.2, Birch=28.4", "mean Reach: Alder=12.1, Birch=11.8"])
  #expect(found.map { $0.p?.value } == [0.03, 0.61])
}

@Test func outerRowsOverTheSameTimesAreArms() {
  let found = cards(
    ofTable: [
      ["", "", "IL-6 (pg/mL)", "IL-8 (pg/mL)"], ["ABS", "T0", "5.6 [3.2 - 13.3]", "2.9 [1.3 - 4.8]"],
      ["ABS", "T1", "146 [83 - 243]", "14.5 [5.3 - 18]"],
      ["CBS", "T0", "4.9 [2.8 - 7.4]", "2.5 [1.6 - 3.9]"], ["CBS", "T1", "208 [59 - 391]", "12.3 [4.5 - 21.8]"],
    ], caption: "Mediators, median [IQR]")
  #expect(found.count == 4)
  #expect(shown(found).first == "median IL-6: ABS=5.6, CBS=4.9")
}

@Test func aCaptionThatComparesConditionsMakesItsColumnsArms() {
  let found = cards(
    ofTable: [
      ["Variables", "N", "Moving picture", "Still picture", "Own choice"],
      ["Distance (m)", "30", "2891.6 ± 631.4", "2767.2 ± 662.6", "3066.8 ± 688.5"],
    ],
    caption: "Mean ± SD of distances in the three conditions")
  #expect(found.count == 1 && found.first?.armValues.map(\.arm) == ["Moving picture", "Still picture", "Own choice"])
}

@Test func smallestAndLargestValuesAreNoFigureOfAnArm() {
  let found = cards(
    ofTable: [
      ["", "Phone", "Phone", "Phone", "Paper", "Paper", "Paper"], ["", "Mean", "Min", "Max", "Mean", "Min", "Max"],
      ["Time (s)", "68.4", "18.8", "179.7", "325.5", "118.8", "686.9"],
    ], caption: "Feedback by modality")
  #expect(found.flatMap(\.armValues).allSatisfy { !["18.8", "179.7", "118.8", "686.9"].contains($0.value.printed) })
}

@Test func aTimeKeepsNoPrepositionAndAnOutcomeNoMarks() {
  let found = cards(
    ofTable: [
      ["Group", "Baseline", "After 3 months"], ["Anaemia", "", ""], ["Tea group", "47.2", "27.2"],
      ["Water group", "46.4", "32.0"],
    ],
    caption: "Prevalence (%)")
  #expect(found.allSatisfy { $0.endpoint != "After" })
  let marked = cards(
    ofTable: [["Outcome", "Tea (n = 20)", "Water (n = 21)"], ["Soreness @,#,&", "10.1", "13.2"]], caption: "Mean soreness")
  #expect(marked.first?.endpoint == "Soreness" && marked.first?.unit == nil)
}

@Test func aCountWithItsTotalIsNoMedian() {
  let found = cards(
    ofTable: [
      ["", "Tea group, median (range)", "Water group, median (range)", "P"], ["Deaths", "2 out of 21", "1 out of 20", "0.57"],
    ], caption: "Outcomes")
  #expect(found.first?.measure == "count")
  #expect(found.first?.armValues.map { $0.details.total?.value } == [21, 20])
}

@Test func readsAMatrixOfCorrelations() {
  let found = cards(
    ofTable: [["", "Pain", "Sleep"], ["Sleep", "0.39", ""], ["Mood", "-0.12", "0.55*"]],
    caption: "Correlations between scores at baseline")
  #expect(found.map(\.measure) == ["r", "r", "r"])
  #expect(found.map(\.endpoint) == ["Sleep and Pain", "Mood and Pain", "Mood and Sleep"])
}

@Test func breathsAreNoRelativeRisk() {
  let found = cards(
    ofTable: [["Variable", "Tea (n = 20)", "Water (n = 21)"], ["RR, breaths/min", "20 (17-22)", "21 (18-23)"]],
    caption: "Vital signs")
  #expect(found.allSatisfy { $0.measure != "RR" })
}

@Test func outcomesUnderACaptionOfGroupsAreNoArms() {
  let found = cards(
    ofTable: [
      ["", "Systolic (mmHg)", "Systolic (mmHg)", "Diastolic (mmHg)", "Diastolic (mmHg)"],
      ["Visit", "Unadjusted", "Adjusted", "Unadjusted", "Adjusted"],
      ["12 months", "0.87 (−0.77 to 2.51)", "0.87 (−0.66 to 2.40)", "0.90 (−0.31 to 2.12)", "0.87 (−0.36 to 2.09)"],
    ], caption: "Estimates of blood pressure by treatment groups")
  #expect(found.flatMap(\.armValues).allSatisfy { $0.arm?.hasPrefix("Systolic") != true })
}

@Test func notesOfMeansLeaveSharesAlone() {
  let found = cards(
    ofTable: [["", "Tea group (n = 450)", "Water group (n = 450)"], ["Falls", "5 (1.1%)", "48 (10.6%)"]],
    caption: "Outcomes, mean ± SD")
  #expect(found.first?.measure == "rate")
}

@Test func aRegressionThatComparesGroupsHasOutcomesInItsRows() {
  let found = cards(
    ofTable: [
      ["Marker", "Difference in means", "95% CI"], ["Ferritin (μg/L)", "-140", "-250, -30"], ["Zinc (μg/L)", "-38", "-96, 20"],
    ],
    caption: "Linear regression analysis to compare markers between tea and water")
  #expect(found.map(\.endpoint) == ["Ferritin (μg/L)", "Zinc (μg/L)"])
  #expect(found.first?.low?.value == -250 && found.first?.high?.value == -30)
}

@Test func aHeaderLosesItsStatisticAndItsBrackets() {
  let found = cards(
    ofTable: [["", "Intervention % (n/N)", "Control % (n/N)"], ["Falls", "12.0 (12/100)", "18.0 (18/100)"]], caption: "Outcomes")
  #expect(found.first?.armValues.compactMap(\.arm).allSatisfy { !$0.contains("(") && !$0.contains("/") } == true)
}
