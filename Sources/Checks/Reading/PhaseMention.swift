import TextAnalysis

/// A phase of clinical research where a text names it: "phase 3", "phase II/III", "III 期".
struct PhaseMention: Hashable, Sendable {
  /// "3", "2/3", "1b/2".
  var phase: String
  /// Bytes of the text, the word and the numeral.
  var range: Range<Int>

  private static let numerals: [String: String] = [
    "I": "1", "II": "2", "III": "3", "IV": "4", "1": "1", "2": "2", "3": "3", "4": "4", "Ⅰ": "1", "Ⅱ": "2", "Ⅲ": "3", "Ⅳ": "4",
    "IA": "1a", "IB": "1b", "IIA": "2a", "IIB": "2b", "IIIA": "3a", "IIIB": "3b", "1A": "1a", "1B": "1b", "2A": "2a", "2B": "2b",
    "3A": "3a", "3B": "3b",
  ]

  /// Every one, in order. O(tokens).
  static func all(in text: LexedText) -> [PhaseMention] {
    text.tokens.indices.compactMap { index in
      if text.isWord(index, "phase") || text.isWord(index, "phases") {
        return numeral(text, from: index + 1, by: 1).map {
          PhaseMention(phase: $0.phase, range: text.tokens[index].start..<text.tokens[$0.last].end)
        }
      }
      // "期" alone or "期临床", "期随机": but 期待, 期间, 期望 and 期中分析 are other words.
      guard text.hanHasPrefix(index, "期"), !text.hanHasPrefix(index, "期待"), !text.hanHasPrefix(index, "期间"),
        !text.hanHasPrefix(index, "期望"), !text.hanHasPrefix(index, "期中分析"), let found = numeral(text, from: index - 1, by: -1)
      else { return nil }
      return PhaseMention(phase: found.phase, range: text.tokens[found.last].start..<text.tokens[index].start + "期".utf8.count)
    }
  }

  /// The phase of a text that is a numeral and nothing else: "3", "II/III", "III 期".
  static func bare(in text: LexedText) -> String? {
    guard let found = numeral(text, from: 0, by: 1) else { return nil }
    let rest = found.last + 1
    return rest == text.count || rest + 1 == text.count && text.hanHasPrefix(rest, "期") ? found.phase : nil
  }

  /// The part of a phase that counts when two are compared: "2" of "2b".
  static func main(_ phase: String) -> String { phase.filter { $0.isNumber || $0 == "/" } }

  /// Whether one is a part of the other: 2 of 1/2.
  func sharesPhase(with other: PhaseMention) -> Bool {
    let own = Set(Self.main(phase).split(separator: "/"))
    return !own.isDisjoint(with: Self.main(other.phase).split(separator: "/"))
  }

  private static func numeral(_ text: LexedText, from start: Int, by step: Int) -> (phase: String, last: Int)? {
    guard let first = digit(text, start) else { return nil }
    let isPair = text.isSymbol(start + step, "/") || text.isSymbol(start + step, "-")
    guard isPair, let second = digit(text, start + 2 * step) else { return (first, start) }
    return (step > 0 ? first + "/" + second : second + "/" + first, start + 2 * step)
  }

  private static func digit(_ text: LexedText, _ index: Int) -> String? {
    guard text.tokens.indices.contains(index) else { return nil }
    return numerals[text.string(index).uppercased()]
  }
}
