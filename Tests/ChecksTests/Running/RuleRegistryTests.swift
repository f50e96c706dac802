import Checks
import Literature
import Testing

struct RuleRegistryTests {
  @Test func codesAreUniqueAscendingAndWellFormed() {
    let codes = RuleRegistry.rules.map { type(of: $0).code }
    let families = "NAWCRST"
    #expect(Set(codes).count == codes.count && codes.count == RuleRegistry.rules.count)
    for code in codes { #expect(code.count == 4 && families.contains(code.prefix(1)) && Int(code.dropFirst()) != nil) }
    #expect(Set(RuleRegistry.rules.map { type(of: $0).name }).count == codes.count)
  }

  @Test func rulesAreFoundByCodeAndName() throws {
    #expect(try #require(RuleRegistry.rule("n103")) is PValueIncoherent)
    #expect(try #require(RuleRegistry.rule("reference-without-doi")) is MissingDOI)
    #expect(RuleRegistry.rule("N999") == nil)
  }

  @Test func everyRuleExplainsItselfInBothLanguages() {
    for rule in RuleRegistry.rules {
      let explanation = type(of: rule).explanation
      for page in [explanation.english, explanation.chinese] {
        for text in [page.what, page.why, page.example, page.remedy, page.limits] { #expect(!text.isEmpty) }
      }
      #expect(Language(of: Array(explanation.chinese.what.utf8)) == .chinese)
      #expect(Language(of: Array(explanation.english.what.utf8)) == .english)
    }
  }

  @Test func explanationsPrintUnderHeadings() throws {
    let text = PValueIncoherent.explanation.text(in: .english)
    #expect(text.hasPrefix("What\n  A printed P value") && text.contains("\n\nWhen it is wrong\n  "))
    #expect(PValueIncoherent.explanation.text(in: .chinese).contains("何时不成立"))
  }
}
