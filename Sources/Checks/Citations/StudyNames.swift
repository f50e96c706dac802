import Literature
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

  /// Every word of capitals, with the short words of capitals and the number behind its hyphens, whatever it is (PULSAR-TB, PULSAR-AD2); and
  /// the last two Han characters before a hyphen and a number (远航-06). O(tokens).
  static func words(in text: LexedText) -> [StudyNames] {
    text.tokens.indices.compactMap { index in
      var end = index
      while text.isSymbol(end + 1, "-"), !text.hasGap(before: end + 1), !text.hasGap(before: end + 2), isLongTail(text, end + 2) {
        end += 2
      }
      // "PULSAR-3Y": a letter behind the number.
      if end > index, text.isNumber(end), !text.hasGap(before: end + 1), isLetter(text, end + 1) { end += 1 }
      switch text.tokens[index].kind {
      case .word:
        guard isCapitals(text, index), !text.isSymbol(index - 1, "-") else { return nil }
        let range = text.tokens[index].start..<text.tokens[end].end
        return StudyNames(name: text.string(range), range: range)
      case .han:
        guard end > index, text.isNumber(end), text.tokens[index].range.count >= 6 else { return nil }
        let range = text.tokens[index].end - 6..<text.tokens[end].end
        return StudyNames(name: text.string(range), range: range)
      case .number, .superscript, .symbol: return nil
      }
    }
  }

  /// A name where a passage prints it.
  struct Place: Sendable {
    var passage: Int
    /// Bytes of the passage's flow.
    var range: Range<Int>
  }

  /// All `words` outside the list of references by name, in document order. O(tokens), once for all rules.
  static func places(in context: CheckContext) -> [String: [Place]] {
    context.once(Self.self) {
      var places: [String: [Place]] = [:]
      for passage in context.extract.passages.indices where context.extract.passages[passage].kind != .reference {
        for name in words(in: context.lexed[passage]) {
          places[name.name, default: []].append(Place(passage: passage, range: name.range))
        }
      }
      return places
    }
  }

  /// The labels of an abstract's parts.
  private static let labels = PhraseSet([
    "conclusion", "conclusions", "results", "result", "methods", "method", "purpose", "objective", "objectives", "background",
    "interpretation", "findings", "design", "setting", "aims", "introduction", "discussion", "importance", "summary", "context",
    "patients", "participants", "interventions", "intervention", "measurements", "limitation", "limitations", "rationale",
  ])

  private static func isCapitals(_ text: LexedText, _ index: Int) -> Bool {
    text.tokens[index].range.count >= fewestCapitals && !labels.occurs(in: text, index..<index + 1)
      && text.utf8[text.tokens[index].range].allSatisfy { (0x41...0x5A).contains($0) }
  }

  private static func isLetter(_ text: LexedText, _ index: Int) -> Bool {
    guard text.tokens.indices.contains(index), text.tokens[index].kind == .word else { return false }
    return text.tokens[index].range.count == 1 && (0x41...0x5A).contains(text.utf8[text.tokens[index].start])
  }

  /// A number of one or two digits, or up to four capitals and digits that begin with a capital: 2, TB, AD2.
  private static func isLongTail(_ text: LexedText, _ index: Int) -> Bool {
    guard text.tokens.indices.contains(index), text.tokens[index].range.count <= 4 else { return false }
    let bytes = text.utf8[text.tokens[index].range]
    if text.isNumber(index) { return bytes.count <= 2 }
    return text.tokens[index].kind == .word && bytes.first.map { (0x41...0x5A).contains($0) } == true
      && bytes.allSatisfy { (0x41...0x5A).contains($0) || (0x30...0x39).contains($0) }
  }

  /// One capital, or a number of one or two digits.
  private static func isTail(_ text: LexedText, _ index: Int) -> Bool {
    guard text.tokens.indices.contains(index) else { return false }
    let range = text.tokens[index].range
    if text.isNumber(index) { return range.count <= 2 }
    return isLetter(text, index)
  }
}
