import Checks
import Literature
import PlantedErrors
import Testing

struct PlantedSentenceTests {
  @Test func thereAreKindsInBothLanguages() {
    #expect(PlantedSentence.kinds.count { $0.language == .english } >= 15)
    #expect(PlantedSentence.kinds.count { $0.language == .chinese } >= 12)
  }

  @Test func everyKindNamesRulesThatThereAre() {
    for kind in PlantedSentence.kinds {
      for code in kind.codes { #expect(RuleRegistry.rule(code) != nil, "\(code)") }
    }
  }

  @Test func theSameSeedGivesTheSameSentences() {
    var (first, second) = (SeededGenerator(seed: 7), SeededGenerator(seed: 7))
    for kind in PlantedSentence.kinds { #expect(kind.sentence(using: &first) == kind.sentence(using: &second)) }
  }

  /// Whatever the figures: the right form is left alone where it stands by itself, and the wrong one is not.
  @Test(arguments: [1, 2, 3, 4, 5, 6] as [UInt64])
  func aSentenceIsToldFromItsWrongForm(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for kind in PlantedSentence.kinds {
      let sentence = kind.sentence(using: &generator)
      #expect(sentence.right != sentence.wrong)
      let right = try PlantedRun.findings(in: Self.page(sentence.right), name: "page.txt").filter { $0.severity != .info }
      #expect(right.isEmpty, "\(sentence.right): \(right.map(\.message))")
      let wrong = try PlantedRun.findings(in: Self.page(sentence.wrong), name: "page.txt")
      #expect(wrong.contains { sentence.codes.contains($0.code) }, "\(sentence.codes): \(sentence.wrong)")
    }
  }

  private static func page(_ sentence: String) -> String {
    "A Title of an Invented Article\n\n1. Results\n\nThis page is invented for testing and holds one sentence of interest.\n\n\(sentence)\n"
  }
}
