import TextAnalysis

/// Names of studies as a sentence prints them: capitals with a letter or number behind a hyphen (PULSAR-G, KINDLE-2), or capitals that are
/// called a trial or study.
struct StudyNames: Hashable, Sendable {
  var name: String
  /// Bytes of the text.
  var range: Range<Int>

  private static let nouns = PhraseSet(["trial", "study", "trials", "studies"], ["研究", "试验"])
  private static let fewestCapitals = 4

  /// In order. O(tokens).
  static func all(in text: LexedText) -> [StudyNames] {
    text.tokens.indices.compactMap { index in
      guard text.tokens[index].kind == .word, isCapitals(text, index), !text.isSymbol(index - 1, "-") else { return nil }
      var end = index
      if text.isSymbol(index + 1, "-"), !text.hasGap(before: index + 1), !text.hasGap(before: index + 2), isTail(text, index + 2)
      {
        end = index + 2
      }
      let isCalled =
        nouns.occurs(in: text, end + 1..<min(text.count, end + 2)) || nouns.occurs(in: text, max(0, index - 1)..<index)
      guard end > index || isCalled else { return nil }
      let range = text.tokens[index].start..<text.tokens[end].end
      return StudyNames(name: text.string(range), range: range)
    }
  }

  /// Every word of capitals, with the letter or number behind its hyphen, whatever it is. O(tokens).
  static func words(in text: LexedText) -> [StudyNames] {
    text.tokens.indices.compactMap { index in
      guard text.tokens[index].kind == .word, isCapitals(text, index), !text.isSymbol(index - 1, "-") else { return nil }
      let hasTail =
        text.isSymbol(index + 1, "-") && !text.hasGap(before: index + 1) && !text.hasGap(before: index + 2)
        && isTail(text, index + 2)
      let range = text.tokens[index].start..<text.tokens[hasTail ? index + 2 : index].end
      return StudyNames(name: text.string(range), range: range)
    }
  }

  private static func isCapitals(_ text: LexedText, _ index: Int) -> Bool {
    text.tokens[index].range.count >= fewestCapitals
      && text.utf8[text.tokens[index].range].allSatisfy { (0x41...0x5A).contains($0) }
  }

  /// One capital, or a number of one or two digits.
  private static func isTail(_ text: LexedText, _ index: Int) -> Bool {
    guard text.tokens.indices.contains(index) else { return false }
    let range = text.tokens[index].range
    if text.isNumber(index) { return range.count <= 2 }
    return text.tokens[index].kind == .word && range.count == 1 && (0x41...0x5A).contains(text.utf8[range.lowerBound])
  }
}
