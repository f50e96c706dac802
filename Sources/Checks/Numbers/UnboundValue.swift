import Literature
import TextAnalysis

/// Numbers whose sign or size their name forbids: a ratio or a P below zero, a share of the variation above the whole. O(1) a number.
enum UnboundValue {
  private static let ratios = PhraseSet(
    [
      "hr", "or", "rr", "irr", "ahr", "aor", "hazard ratio", "odds ratio", "risk ratio", "rate ratio", "relative risk",
      "prevalence ratio",
    ],
    ["风险比", "比值比", "相对危险度", "相对风险", "率比"])
  private static let logarithms = PhraseSet(["log", "ln", "logarithm", "coefficient", "beta", "change", "z"], ["对数", "系数"])
  private static let reach = 4

  /// What a number is called that cannot be it, and where it begins with its sign; nil where it may be.
  static func quantity(of index: Int, _ number: PrintedNumber, in text: LexedText) -> (WrittenValue.Quantity, start: Int)? {
    if text.isSymbol(index + 1, "%"), number.value > 100, isHeterogeneity(text, index) {
      return (.heterogeneity, text.tokens[index].start)
    }
    guard text.isSymbol(index - 1, "-"), !text.hasGap(before: index), number.value > 0, !text.isNumber(index - 2) else {
      return nil
    }
    let last = name(text, before: index - 1)
    guard last >= 0, last < index - 1 || text.hasGap(before: index - 1),
      // A sign in a cell of its own has its name elsewhere.
      !text.utf8[text.tokens[last].end..<text.tokens[index].start].contains(0x09)
    else { return nil }
    let start = text.tokens[index - 1].start
    if isP(text, last), number.value < 1, !isIndex(text, last),
      !text.tokens.indices.contains(index + 1) || text.tokens[index + 1].kind == .symbol
    {
      return (.negativeP, start)
    }
    let words = max(0, last - 2)..<last + 1
    guard number.decimals > 0, let named = ratios.all(in: text, words).last,
      text.firstToken(at: named.upperBound) == last + 1 || endsHan(text, last, named),
      !logarithms.occurs(in: text, max(0, last - reach)..<min(text.count, index + 1)), isCapital(text, last)
    else { return nil }
    return (.ratio, start)
  }

  /// "or" is a word, OR a ratio.
  private static func isCapital(_ text: LexedText, _ index: Int) -> Bool {
    !text.isWord(index, "or") || text.string(index) == "OR"
  }

  private static func endsHan(_ text: LexedText, _ index: Int, _ named: Range<Int>) -> Bool {
    guard text.tokens[index].kind == .han else { return false }
    return ["", "为", "是", "达"].contains(text.string(named.upperBound..<text.tokens[index].end))
  }

  private static let linking: [StaticString] = ["was", "is", "of"]

  /// The last token of the name before a sign: over "=", "was", 为, a comma.
  private static func name(_ text: LexedText, before index: Int) -> Int {
    var last = index - 1
    if text.isSymbol(last, "=") || text.isSymbol(last, ":") || text.isSymbol(last, ",") { return last - 1 }
    while last > 0,
      linking.contains(where: { text.isWord(last, $0) }) || ["为", "是", "达"].contains(where: { text.string(last) == $0 })
    {
      last -= 1
    }
    return last
  }

  /// "β P = −0.398": P is an index of β.
  private static func isIndex(_ text: LexedText, _ last: Int) -> Bool {
    guard text.isWord(last, "p"), last > 0, text.tokens[last - 1].kind == .word else { return false }
    return text.string(last - 1).unicodeScalars.allSatisfy { (0x370...0x3FF).contains($0.value) }
  }

  private static func isP(_ text: LexedText, _ last: Int) -> Bool {
    if text.isWord(last, "p") { return true }
    let isValue = text.isWord(last, "value") || ["值", "值为"].contains { last >= 0 && text.string(last) == $0 }
    return isValue && (text.isWord(last - 1, "p") || text.isSymbol(last - 1, "-") && text.isWord(last - 2, "p"))
  }

  /// `I² = 146%`.
  private static func isHeterogeneity(_ text: LexedText, _ index: Int) -> Bool {
    let last = name(text, before: index)
    guard last > 0 else { return false }
    let isSquare =
      text.tokens[last].kind == .superscript || text.isNumber(last) && text.string(last) == "2" && !text.hasGap(before: last)
    return isSquare && text.isWord(last - 1, "i") || text.isWord(last, "i2")
  }
}
