import TextAnalysis
import Testing

@testable import Evidence

struct EffectCueTests {
  private func cues(_ text: String) -> [String] {
    EffectCueScanner.cues(in: ResultText(text)).map { ($0.isNegated ? "not " : "") + $0.kind.rawValue }
  }

  @Test func findsWordsOfChangeAndTheirNegation() {
    #expect(cues("Weight was lower in the diet group.") == ["down"])
    #expect(cues("Weight did not change significantly.") == ["not significant"])
    #expect(cues("两组总生存期差异无统计学意义") == ["same"])
  }

  @Test func weighsAChangeByTheComparativeBeforeIt() {
    #expect(cues("a greater reduction in pain") == ["down"])
    #expect(cues("less improvement in pain") == ["worsen"])
  }

  @Test func keepsANegationWithinItsClause() {
    #expect(cues("no harm was seen, weight increased") == ["up"])
  }
}
