import Literature
import Testing

@testable import Evidence

/// Arms that differ by their dose.
struct DoseArmsTests {
  private func arms(_ card: ResultCard?) -> [String] { card?.armValues.map { "\($0.arm ?? "?")=\($0.value.printed)" } ?? [] }

  @Test(arguments: [
    ("Itching eased in 61%, 52% and 30% for 20 mg, 5 mg and placebo, respectively.", ["20 mg=61", "5 mg=52", "placebo=30"]),
    ("Itching eased in 61% with 20 mg, in 52% with 5 mg and in 30% with placebo.", ["20 mg=61", "5 mg=52", "placebo=30"]),
  ])
  func namesArmsByTheirDose(_ text: String, _ expected: [String]) {
    #expect(cards(text).map(arms).contains(expected))
  }

  @Test func tellsTwoDosesOfADrugApart() {
    let found = cards("Responses were seen in 41% of patients with metformin 500 mg and in 55% with metformin 1000 mg.")
    #expect(arms(found.first) == ["metformin 500 mg=41", "metformin 1000 mg=55"])
  }

  @Test func leavesDosesThatAreValuesAlone() {
    let found = cards("The mean iron intake was 12.5 mg with metformin and 7.5 mg with placebo.")
    #expect(arms(found.first) == ["metformin=12.5", "placebo=7.5"])
  }
}
