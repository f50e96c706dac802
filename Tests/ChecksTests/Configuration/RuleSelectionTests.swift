import Checks
import Testing

struct RuleSelectionTests {
  private func codes(select: [String] = [], ignore: [String] = []) -> [String] {
    RuleSelection(select: select, ignore: ignore).rules.map { type(of: $0).code }
  }

  @Test func nothingSelectedIsEveryRule() { #expect(codes().count == RuleRegistry.rules.count) }

  @Test func namesAreCodesTheirBeginningsAndNames() {
    #expect(codes(select: ["n103"]) == ["N103"])
    #expect(codes(select: ["p-value-incoherent"]) == ["N103"])
    #expect(codes(select: ["C3"]).allSatisfy { $0.hasPrefix("C3") } && codes(select: ["C3"]).count > 3)
  }

  @Test func theCloserNameWins() {
    #expect(codes(select: ["N103"], ignore: ["N"]) == ["N103"])
    #expect(!codes(select: ["N"], ignore: ["N103"]).contains("N103"))
    #expect(codes(select: ["N103"], ignore: ["p-value-incoherent"]).isEmpty)
  }

  @Test func tellsNamesOfNoRule() {
    #expect(RuleSelection(select: ["N1", "N999"], ignore: ["", "nothing"]).unknown == ["N999", "", "nothing"])
  }
}
