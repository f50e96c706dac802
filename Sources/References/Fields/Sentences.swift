import Literature
import TextAnalysis

extension ReferenceTokens {
  private static let abbreviations: [StaticString] = [
    "vs", "st", "dr", "no", "vol", "ed", "eds", "pp", "al", "approx", "inc", "ltd", "co", "cf", "fig", "mr", "mrs", "prof",
    "suppl", "dept",
  ]

  /// Whether a part of the reference ends with the token: a full stop, "?" or "!" with white space behind it, not the point of an initial.
  func endsSentence(_ index: Int) -> Bool {
    guard kind(index) == .symbol, [0x2E, 0x3F, 0x21, 0x3002].contains(tokens[index].symbol) else { return false }
    if tokens[index].symbol == 0x3002 { return true }
    guard index + 1 >= count || hasGap(before: index + 1) || isHan(index + 1) || isHan(index - 1) else { return false }
    guard tokens[index].symbol == 0x2E, isWord(index - 1), !hasGap(before: index) else { return true }
    if word(index - 1, in: ["ed", "edn"]), isOrdinal(index - 2) { return true }
    if word(index - 1, in: Self.abbreviations) { return index + 1 >= count }
    // "…in vitamin D. Diabetes Care": a letter behind a small word is no initial.
    if length(index - 1) == 1, isWord(index - 2), !isCapitalised(index - 2), hasGap(before: index - 1), isCapitalised(index + 1),
      length(index + 1) > 1, !word(index - 2, in: ["of", "and", "the", "de", "in"])
    {
      return true
    }
    // The point of an initial: "J. Am. Chem. Soc." and "U.S. Food".
    if length(index - 1) == 1, isCapitalised(index - 1), index + 1 < count { return index >= 2 && isSymbol(index - 2, "-") }
    return true
  }

  /// "4th", "62", "revised" before "ed.".
  private func isOrdinal(_ index: Int) -> Bool {
    isNumber(index) || word(index, in: ["st", "nd", "rd", "th", "rev", "revised", "second", "third", "fourth", "fifth", "new"])
  }

  /// A range cut into its sentences; the full stops stay at their ends.
  func sentences(of range: Range<Int>) -> [Range<Int>] {
    var sentences: [Range<Int>] = []
    var start = range.lowerBound
    var depth = 0
    for index in range {
      if isSymbol(index, "(") || isSymbol(index, "[") { depth += 1 }
      if isSymbol(index, ")") || isSymbol(index, "]") { depth = max(0, depth - 1) }
      if depth == 0, endsSentence(index) {
        sentences.append(start..<index + 1)
        start = index + 1
      }
    }
    if start < range.upperBound { sentences.append(start..<range.upperBound) }
    return sentences
  }
}
