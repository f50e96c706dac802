import TextAnalysis
import Testing

@testable import Checks

struct StemSetTests {
  private static let stemmer = EnglishStemmer()

  /// Every word must be found as it is without looking at its first letters.
  @Test func findsWhatStemmingEveryWordFinds() {
    let words = [
      "dying", "lies", "lying", "tying", "skies", "ugly", "early", "try", "tries", "walking", "walker", "surgery", "surgical",
      "by",
      "aed", "ied", "sing", "yellow", "naïve", "Ödem", "5fu", "x", "PLACEBO", "Aspirin", "dose-dense",
    ]
    let text = LexedText(words.joined(separator: " "))
    let all = text.tokens.indices.filter { text.tokens[$0].kind == .word }
    for kept in words {
      let stem = Self.stemmer.stem(kept.lowercased())
      let set = StemSet([stem])
      for index in all {
        let own = Self.stemmer.stem(text.lowercased(index))
        #expect(set.stem(text, index) == (own == stem ? stem : nil), "\(kept) at \(text.string(index))")
      }
    }
  }

  @Test func anEmptySetHasNothing() {
    let text = LexedText("dying of thirst")
    #expect(text.tokens.indices.allSatisfy { StemSet([]).stem(text, $0) == nil })
  }

  @Test func onlyWordsHaveStems() {
    let text = LexedText("12 组, trial")
    #expect(text.tokens.indices.compactMap { StemSet(["12", "组", "trial"]).stem(text, $0) } == ["trial"])
  }
}
