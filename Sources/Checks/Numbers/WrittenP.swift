import Literature
import TextAnalysis

/// Whether a card's P stands behind the letter P and means a probability.
///
/// P is also phosphorus ("Ca × P < 55 mg²/dl²"), a pressure ("P = 100 Pa") and a percentile, and the head of a column may name P
/// beside other figures.
enum WrittenP {
  /// The P that begins at a token, "P = 0.03" or "P < 0.001"; nil elsewhere and where no fraction of one follows.
  static func value(in text: LexedText, at index: Int) -> PrintedNumber? {
    guard isSigned(text, index), let number = text.number(index + 2), number.value <= 1, number.decimals > 0 else { return nil }
    return PrintedNumber(
      printed: number.printed, value: number.value, decimals: number.decimals,
      relation: text.isSymbol(index + 1, "<") ? .less : .equal)
  }

  /// Whether the letter P, "=" or "<" and a number stand from a token on.
  static func isSigned(_ text: LexedText, _ index: Int) -> Bool {
    text.isWord(index, "p") && (text.isSymbol(index + 1, "=") || text.isSymbol(index + 1, "<")) && text.isNumber(index + 2)
  }

  private static let units: Set<String> = [
    "mg", "g", "kg", "pa", "kpa", "hpa", "mpa", "mmol", "μmol", "µmol", "mm", "cm", "ml", "l", "dl", "w", "mw", "hz", "khz",
    "mmhg", "cmh2o", "bar", "mbar", "v", "mv", "years", "months", "weeks", "days", "hours", "min", "s", "ms", "percentile",
  ]
  /// Between the letter and the figure: "value", "was", "=", "(".
  private static let mostBetween = 4

  static func isPrinted(_ p: PrintedNumber, of card: ResultCard, in context: CheckContext) -> Bool {
    guard p.relation == .equal || p.relation == .less else { return false }
    if context.extract.abbreviations.contains(where: { $0.short == "P" || $0.short == "p" }) { return false }
    if let row = context.extract.passages[card.passage].tableRow { return isOwnCell(p, card, row.table, in: context) }
    let text = context.lexed(of: card)
    return text.tokens.indices.contains { index in
      guard text.isNumber(index), text.string(index) == p.printed, !isMeasured(text, index) else { return false }
      let signs = ["=", "<", "≤"].contains { text.isSymbol(index - 1, $0) }
      if signs { return (max(0, index - mostBetween)..<index).contains { isLetter(text, $0) && !text.isNumber($0 + 1) } }
      return isSpokenValue(text, before: index)
    }
  }

  /// "The P value for interaction was 1.3": a verb before the figure, "P value" before the verb.
  private static func isSpokenValue(_ text: LexedText, before index: Int) -> Bool {
    guard ["was", "is", "of"].contains(where: { text.isWord(index - 1, $0) }) else { return false }
    return (max(0, index - 6)..<index).contains { place in
      isLetter(text, place) && text.isWord(place + (text.isSymbol(place + 1, "-") ? 2 : 1), "value")
    }
  }

  private static func isLetter(_ text: LexedText, _ index: Int) -> Bool {
    let isProduct = ["×", "*", "·"].contains { text.isSymbol(index - 1, $0) }
    return text.isWord(index, "p") && !isProduct
  }

  private static func isMeasured(_ text: LexedText, _ index: Int) -> Bool {
    guard text.tokens.indices.contains(index + 1) else { return false }
    return text.isSymbol(index + 1, "%") || text.isSymbol(index + 1, "°") || units.contains(text.lowercased(index + 1))
  }

  /// A cell that holds nothing else, below a head that begins with P; or one that names P itself.
  private static func isOwnCell(_ p: PrintedNumber, _ card: ResultCard, _ table: Int, in context: CheckContext) -> Bool {
    let cells = context.extract.article.tables[table].cells
    return cells.contains { cell in
      guard !cell.isHeader, cell.flow.span.overlaps(context.extract.passages[card.passage].span) else { return false }
      let text = LexedText(cell.flow.utf8)
      guard let index = text.tokens.indices.first(where: { text.isNumber($0) && text.string($0) == p.printed }) else {
        return false
      }
      if (0..<index).contains(where: { text.isWord($0, "p") }) { return true }
      guard index <= 1, index == text.count - 1 else { return false }
      return cells.contains { head in
        guard head.isHeader || head.row == 0, head.column == cell.column else { return false }
        let words = LexedText(head.flow.utf8)
        return words.isWord(0, "p")
      }
    }
  }
}
