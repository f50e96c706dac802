import Literature
import Testing

@testable import Evidence

/// Tables whose arms, differences and P values stand by their place.
struct StructuralTableTests {
  private func arms(_ card: ResultCard?) -> [String] { card?.armValues.map { "\($0.arm ?? "?")=\($0.value.printed)" } ?? [] }

  @Test func takesColumnsBesideAPForArms() {
    let found = cards(
      ofTable: [
        ["", "0 Gy", "30 Gy", "45 Gy", "P"], ["Platelets", "173 ± 56", "186 ± 69", "133 ± 30", "0.418"],
      ], caption: "Blood tests after radiotherapy")
    #expect(found.map(arms) == [["0 Gy=173", "30 Gy=186", "45 Gy=133"]])
    #expect(found.first?.p?.value == 0.418)
  }

  @Test func takesBlocksOfTheSameTimesForArms() {
    let found = cards(
      ofTable: [
        ["", "Dystrophy", "Dystrophy", "Myositis", "Myositis"], ["", "Before", "12 weeks", "Before", "12 weeks"],
        ["Creatine kinase (U/L)", "3067 ± 1492", "3419 ± 1610", "124 ± 31", "180 ± 97"],
      ], caption: "Enzymes")
    #expect(Set(found.flatMap(\.armValues).compactMap(\.arm)) == ["Dystrophy", "Myositis"])
    #expect(found.map(\.details.horizon) == ["Before", "12 weeks"])
  }

  @Test func readsADifferenceWithItsInterval() {
    let found = cards(
      ofTable: [
        ["", "Oat group, mean (95% CI)", "Rye group, mean (95% CI)", "Difference (95% CI)", "P value"],
        ["Waist girth (cm)", "26.5 (21.0; 31.9)", "31.6 (26.1; 37.1)", "5.1 (−0.6; 10.8)", "0.080"],
      ], caption: "Girths at 8 weeks")
    let difference = found.first { $0.measure == "MD" }
    #expect(difference?.value?.value == 5.1 && difference?.low?.value == -0.6 && difference?.high?.value == 10.8)
    #expect(difference?.level == 0.95 && difference?.p?.value == 0.08)
    let means = found.first { $0.measure == "mean" }
    #expect(means?.armValues.map(\.details.low?.value) == [21, 26.1])
  }

  @Test func readsAnIntervalThatWasBrokenIntoLines() {
    let found = cards(
      ofTable: [
        ["", "Oat group mean and 95% CI", "Rye group mean and 95% CI"], ["Balance", "3.7 2.8 to 4.6", "0.2 −0.6 to 0.9"],
      ], caption: "Changes")
    #expect(arms(found.first) == ["Oat group=3.7", "Rye group=0.2"])
    #expect(found.first?.armValues.map(\.details.high?.value) == [4.6, 0.9])
  }

  @Test func readsAPInsideTheCellOfADifference() {
    let found = cards(
      ofTable: [
        ["", "Oat group", "Rye group", "Adjusted difference"],
        ["Peer support", "6.3 (2.6)", "5.3 (1.9)", "0.5 (0.1 to 0.9) p=0.03"],
      ], caption: "Outcomes, mean (SD)")
    let difference = found.first { $0.measure == "MD" }
    #expect(difference?.value?.value == 0.5 && difference?.p?.value == 0.03 && difference?.details.adjusted == true)
  }

  @Test func doesNotTakeSexesForArms() {
    let found = cards(
      ofTable: [["", "Male", "Female", "P"], ["Height (cm)", "173 ± 6", "162 ± 7", "0.01"]], caption: "Heights")
    #expect(found.flatMap(\.armValues).isEmpty)
  }
}
