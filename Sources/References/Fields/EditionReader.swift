import Literature
import TextAnalysis

/// Finds "2nd ed.", "4th Edn", "third edition", "(2nd ed.)", "62 edition".
struct EditionReader {
  let tokens: ReferenceTokens

  private static let ordinals: [StaticString] = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "revised", "rev", "new",
    "international",
  ]

  /// The edition and the tokens that it takes, with its brackets and its point.
  func edition(in range: Range<Int>) -> (text: String, range: Range<Int>)? {
    for index in range
    where tokens.word(index, in: ["ed", "edn", "edition"]) && !tokens.isCapitalised(index) || tokens.word(index, in: ["edn"]) {
      guard let start = start(before: index, from: range.lowerBound) else { continue }
      var end = index + 1
      if tokens.isSymbol(end, ".") { end += 1 }
      let low = start > range.lowerBound && tokens.isSymbol(start - 1, "(") ? start - 1 : start
      if low < start { while end < range.upperBound, !tokens.isSymbol(end - 1, ")") { end += 1 } }
      return (tokens.string(start..<index), low..<min(end, range.upperBound))
    }
    return nil
  }

  private func start(before index: Int, from low: Int) -> Int? {
    var start = index - 1
    guard start >= low else { return nil }
    if tokens.word(start, in: ["st", "nd", "rd", "th", "revised", "rev"]), start > low, tokens.isNumber(start - 1) { start -= 1 }
    return tokens.isNumber(start) || tokens.word(start, in: Self.ordinals) ? start : nil
  }
}
