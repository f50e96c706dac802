import TextAnalysis

/// Cuts a sentence into clauses: stretches that make one statement each.
enum Clauses {
  private static let conjunctions = PhraseSet([
    "but", "whereas", "while", "although", "though", "however", "yet", "nevertheless",
  ])
  private static let openings = PhraseSet(["although", "while", "though", "whereas", "despite"])
  private static let chineseOpenings: [StaticString] = [
    "但", "而", "然而", "虽", "不过", "尽管", "却", "反之", "其中",
  ]

  /// The token ranges of the clauses, in order and without gaps: cut at semicolons, before a word such as "but" or 但 that
  /// follows a comma, and at the comma that ends an opening "Although …"; never within brackets. O(tokens).
  static func all(in text: LexedText) -> [Range<Int>] { text.once(Self.self) { read(text) } }

  private static func read(_ text: LexedText) -> [Range<Int>] {
    var clauses: [Range<Int>] = []
    var start = 0
    var depth = 0
    var isOpening = openings.occurs(in: text, 0..<min(1, text.count))
    for index in text.tokens.indices {
      if text.tokens[index].kind == .symbol {
        if text.isSymbol(index, "(") || text.isSymbol(index, "[") { depth += 1 }
        if text.isSymbol(index, ")") || text.isSymbol(index, "]") { depth = max(0, depth - 1) }
      }
      let endsOpening = isOpening && text.isSymbol(index - 1, ",")
      guard depth == 0, index > start, endsOpening || isCut(text, index) else { continue }
      isOpening = false
      clauses.append(start..<index)
      start = index
    }
    if start < text.count { clauses.append(start..<text.count) }
    return clauses
  }

  /// "All but one", "nothing but".
  private static func isExcepting(_ text: LexedText, _ index: Int) -> Bool {
    ["all", "none", "nothing", "any", "anything", "last"].contains { text.isWord(index - 1, $0) }
  }

  private static func isCut(_ text: LexedText, _ index: Int) -> Bool {
    guard index > 0, text.tokens[index - 1].kind == .symbol else {
      return text.isWord(index, "but") && !isExcepting(text, index) || text.isWord(index, "whereas")
    }
    if text.isSymbol(index - 1, ";") { return true }
    if text.isSymbol(index - 1, ",") {
      return chineseOpenings.contains { text.hanHasPrefix(index, $0) } || conjunctions.occurs(in: text, index..<index + 1)
    }
    if text.isSymbol(index - 1, ")"), ["while", "whereas", "although", "though"].contains(where: { text.isWord(index, $0) }) {
      return true
    }
    // "A improved PFS but not OS": no comma is needed before these two.
    return text.isWord(index, "but") && !isExcepting(text, index) || text.isWord(index, "whereas")
  }
}
