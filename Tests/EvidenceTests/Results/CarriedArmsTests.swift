import Literature
import Testing

@testable import Evidence

/// Arms that a sentence takes from the ones before it.
struct CarriedArmsTests {
  private func arms(_ card: ResultCard?) -> [String] { card?.armValues.map { "\($0.arm ?? "?")=\($0.value.printed)" } ?? [] }

  @Test func givesABarePairTheArmsToldLast() {
    let found = cards(
      "Itching eased in 61% of the oat group and 44% of the rye group.", "Redness eased in 52% and 40%, respectively.",
      "Scaling was rare (3.2% v 3.1%; P = 0.91).")
    #expect(found.map(arms) == [["oat=61", "rye=44"], ["oat=52", "rye=40"], ["oat=3.2", "rye=3.1"]])
  }

  @Test func givesAnEstimateTheArmsOfItsValues() {
    let found = cards("Itching eased in 61% of the oat group and 44% of the rye group (OR 2.0, 95% CI 1.2 to 3.3).")
    #expect(found.last?.arm == "oat")
    #expect(found.last?.comparator == "rye")
  }

  @Test func givesACorrelationNone() {
    let found = cards(
      "Itching eased in 61% of the oat group and 44% of the rye group.", "Itching correlated with redness (r = 0.41, P = 0.002).")
    #expect(found.last?.arm == nil)
  }

  @Test func knowsTheFormerAndTheLatter() {
    let found = cards("该研究比较了二甲双胍与安慰剂。", "前者的瘙痒缓解率为61.0%，后者为44.0%。")
    #expect(arms(found.last) == ["metformin=61.0", "placebo=44.0"])
  }

  @Test func takesNoArmsFromAnotherBlock() {
    let found = cards("Redness eased in 52% and 40%, respectively.")
    #expect(found.flatMap(arms).allSatisfy { $0.hasPrefix("?") })
  }
}
