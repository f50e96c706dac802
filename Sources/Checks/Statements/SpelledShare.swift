import Literature
import TextAnalysis

/// A share in words: "a quarter", "one in five", 三分之一.
struct SpelledShare: Hashable, Sendable {
  /// In percent.
  var percent: PrintedNumber
  /// Bytes of the text.
  var range: Range<Int>

  private static let shares: [(words: PhraseSet, printed: String, percent: Double)] = [
    (PhraseSet(["two thirds", "two in three"], ["三分之二"]), "66.7", 200.0 / 3),
    (PhraseSet(["three quarters", "three in four"], ["四分之三"]), "75.0", 75),
    (PhraseSet(["two fifths", "two in five"], ["五分之二"]), "40.0", 40),
    (PhraseSet(["a third", "one third", "one in three"], ["三分之一"]), "33.3", 100.0 / 3),
    (PhraseSet(["a quarter", "one quarter", "one in four"], ["四分之一"]), "25.0", 25),
    (PhraseSet(["a fifth", "one fifth", "one in five"], ["五分之一"]), "20.0", 20),
    (PhraseSet(["a tenth", "one tenth", "one in ten"], ["十分之一"]), "10.0", 10),
    (PhraseSet(["half", "one in two"], ["一半", "半数"]), "50.0", 50),
  ]

  /// The only one of some words; nil where there are several. O(tokens).
  static func first(in text: LexedText, _ tokens: Range<Int>) -> SpelledShare? {
    let found = shares.flatMap { share in
      share.words.all(in: text, tokens).map { range in
        SpelledShare(percent: PrintedNumber(printed: share.printed, value: share.percent, decimals: 1), range: range)
      }
    }
    return found.count == 1 ? found.first : nil
  }
}
