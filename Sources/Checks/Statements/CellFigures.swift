import Literature
import TextAnalysis

/// The figures of a table's cell that stand outside brackets.
enum CellFigures {
  /// In order; of a count with its share the share; none of a bound such as "<0.001" or "≤ 40". O(tokens).
  ///
  /// - Parameter isShare: whether what stands in brackets behind a count is its share.
  static func all(in text: LexedText, isShare: Bool) -> [PrintedNumber] {
    var depth = 0
    var found: [PrintedNumber] = []
    for index in text.tokens.indices {
      if text.isSymbol(index, "(") || text.isSymbol(index, "[") { depth += 1 }
      if text.isSymbol(index, ")") || text.isSymbol(index, "]") { depth = max(0, depth - 1) }
      guard let number = text.number(index), number.relation == .equal, !text.isSymbol(index - 1, "<"),
        !text.isSymbol(index - 1, "±"),
        text.hasGap(before: index) || index == 0 || text.tokens[index - 1].kind != .word
      else { continue }
      if depth > 0 {
        guard isShare, text.isSymbol(index - 1, "("), text.isSymbol(index + 1, "%") || text.isSymbol(index + 1, ")"),
          !found.isEmpty
        else { continue }
        found[found.count - 1] = number
      } else if text.isSymbol(index - 1, "/") {
        // "31/96" is a count and its total, "24.6/14.2" two figures.
        guard let count = found.last, number.value > 0 else { continue }
        guard isShare, count.decimals == 0, count.value <= number.value else {
          found.append(number)
          continue
        }
        found.removeLast()
        let percent = 100 * count.value / number.value
        found.append(PrintedNumber(printed: NumberText.fixed(percent, 1), value: percent, decimals: 1))
      } else {
        found.append(number)
      }
    }
    return found
  }

  /// Whether a cell holds words rather than a figure: a name, an outcome with its time.
  static func isOfWords(_ cell: String) -> Bool {
    let text = LexedText(cell)
    let letters = text.tokens.reduce(0) { $1.kind == .word || $1.kind == .han ? $0 + $1.range.count : $0 }
    return letters >= fewestLetters && !(text.tokens.first?.kind == .number && text.isSymbol(1, "%"))
  }

  private static let fewestLetters = 5
}
