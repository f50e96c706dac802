import Literature
import TextAnalysis

/// A figure that a text gives a group: a share, a mean or a time, but no P, limit, spread, ratio, statistic or level.
struct GroupFigure: Hashable, Sendable {
  var token: Int
  var number: PrintedNumber
  var isShare: Bool

  private static let tests = PhraseSet(
    [
      "ci", "p", "hr", "rr", "irr", "shr", "ahr", "aor", "md", "smd", "rd", "sd", "se", "sem", "iqr", "t", "z", "f", "r", "df",
      "ratio", "ratios", "difference", "differences", "margin", "interval", "range", "chi", "χ", "χ2", "kappa", "auc",
      "confidence", "hedges", "cohen", "beta", "β", "q", "i2", "reduction", "increase", "gap", "apart",
    ],
    ["差值", "率差", "均数差", "标准差", "标准误", "区间", "界值", "风险比", "比值比", "差为", "相差"])
  /// "0.01% CO group": the strength by which a group is called.
  private static let strengths = PhraseSet(["group", "groups", "solution", "extract", "cream", "gel", "drops"])
  private static let signs: [Unicode.Scalar] = ["=", "<", ">", "±", "~", "/", "≥", "≤", "[", "-", "–", "×", "∼"]
  private static let later: [Unicode.Scalar] = ["/", "~", "∼", "-", "–", ":", "×"]
  /// Shares where a stretch has any; else numbers with decimals. Ascending. O(tokens).
  ///
  /// - Parameter isSigned: whether to take in those below zero.
  static func all(in text: LexedText, _ tokens: Range<Int>, isSigned: Bool = false) -> [GroupFigure] {
    var found: [GroupFigure] = []
    var isTest = false
    for index in tokens {
      let ends = text.isSymbol(index, ";") || text.isSymbol(index, "(") || text.isSymbol(index, ")")
      // "(95% CI, 0.55, 1.20": within a bracket a comma ends nothing.
      if ends || text.isSymbol(index, ",") && text.opening(around: index) == nil { isTest = false }
      if text.tokens[index].kind == .word || text.tokens[index].kind == .han, tests.occurs(in: text, index..<index + 1) {
        isTest = true
      }
      guard !isTest, let figure = figure(text, index) ?? (isSigned ? negative(text, index) : nil) else { continue }
      found.append(figure)
    }
    let shares = found.filter(\.isShare)
    return shares.isEmpty ? found : shares
  }

  /// "−3.4 d": no difference of two numbers and no end of a range.
  private static func negative(_ text: LexedText, _ index: Int) -> GroupFigure? {
    guard text.isSymbol(index - 1, "-"), index < 2 || !text.isNumber(index - 2) && !text.isSymbol(index - 2, "="),
      let number = text.number(index), number.relation == .equal
    else { return nil }
    let isShare = text.isSymbol(index + 1, "%")
    let next = isShare ? index + 2 : index + 1
    guard isShare || number.decimals > 0, !later.contains(where: { text.isSymbol(next, $0) }), !text.isWord(next, "to"),
      !text.isWord(index - 2, "to"), !text.hanHasPrefix(next, "至")
    else { return nil }
    return GroupFigure(
      token: index, number: number.negated,
      isShare: isShare)
  }

  private static func figure(_ text: LexedText, _ index: Int) -> GroupFigure? {
    guard let number = text.number(index), number.relation == .equal, number.value >= 0 else { return nil }
    let isShare = text.isSymbol(index + 1, "%")
    let next = isShare ? index + 2 : index + 1
    // "1.34 (0.41)": a spread.
    let isBesideMean =
      !isShare && text.isSymbol(index - 1, "(") && text.isSymbol(next, ")") && (text.number(index - 2)?.decimals ?? 0) > 0
    guard !isBesideMean, isShare || number.decimals > 0, !signs.contains(where: { text.isSymbol(index - 1, $0) }),
      !later.contains(where: { text.isSymbol(next, $0) }), !text.isWord(next, "ci"), !text.isWord(next, "confidence"),
      !text.hanHasPrefix(next, "可信"), !text.hanHasPrefix(next, "置信"), !text.isWord(index - 1, "to"),
      !text.isWord(next, "to"), isShare || !text.isWord(index - 1, "by"),
      !isShare || next >= text.count || !strengths.occurs(in: text, next..<min(text.count, next + 3))
    else { return nil }
    return GroupFigure(token: index, number: number, isShare: isShare)
  }
}
