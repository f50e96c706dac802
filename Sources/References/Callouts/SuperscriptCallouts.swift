import Literature
import TextAnalysis

/// Finds superscript digits that stand for references: `¹²,¹⁴`, `³⁻⁵`.
struct SuperscriptCallouts {
  let labels: LabelIndex

  private static let units: Set<String> = [
    "m", "cm", "mm", "km", "dm", "kg", "g", "mg", "l", "dl", "ml", "s", "h", "min", "µm", "μm", "nm", "in", "ft", "r", "χ", "η",
    "i", "x", "d", "day", "week",
  ]

  func callouts(in lexed: LexedText, passage: Int) -> [Callout] {
    var found: [Callout] = []
    var index = 0
    while index < lexed.count {
      guard lexed.tokens[index].kind == .superscript, !isExponent(index, in: lexed),
        !isIsotope(index, in: lexed)
      else {
        index += 1
        continue
      }
      var end = index + 1
      while end + 1 < lexed.count, lexed.isSymbol(end, ",") || lexed.isSymbol(end, "-"),
        lexed.tokens[end + 1].kind == .superscript
      { end += 2 }
      // "⁷ ⁸ ¹³": blanks alone may part them.
      while end < lexed.count, lexed.tokens[end].kind == .superscript, lexed.tokens[end].start - lexed.tokens[end - 1].end <= 3 {
        end += 1
      }
      let range = lexed.tokens[index].start..<lexed.tokens[end - 1].end
      if let list = LabelList(lexed.utf8[range], index: labels, blanks: true),
        list.labels.contains(where: { labels.index(of: $0) != nil })
      {
        found.append(Callout(passage: passage, range: range, targets: list.labels.map(labels.target)))
      }
      index = end
    }
    return found
  }

  /// "¹³C", "[¹⁸F]FDG": an isotope stands before its element and behind nothing.
  private func isIsotope(_ index: Int, in lexed: LexedText) -> Bool {
    guard index + 1 < lexed.count, lexed.tokens[index + 1].kind == .word, !lexed.hasGap(before: index + 1),
      (0x41...0x5A).contains(lexed.utf8[lexed.tokens[index + 1].start])
    else { return false }
    return lexed.hasGap(before: index) || lexed.tokens[index - 1].kind == .symbol && !lexed.isSymbol(index - 1, ".")
  }

  private func isYear(_ index: Int, in lexed: LexedText) -> Bool {
    lexed.tokens[index].range.count == 4 && lexed.number(index).map { (1950...2099).contains($0.value) } == true
  }

  /// "10⁶", "m²", "χ²": a power, not a callout; behind a year ("reviewed in 2021⁶") it is one.
  private func isExponent(_ index: Int, in lexed: LexedText) -> Bool {
    guard index > 0, !lexed.hasGap(before: index) else { return false }
    switch lexed.tokens[index - 1].kind {
    case .number: return !isYear(index - 1, in: lexed)
    case .word: return Self.units.contains(lexed.lowercased(index - 1))
    default: return false
    }
  }
}
