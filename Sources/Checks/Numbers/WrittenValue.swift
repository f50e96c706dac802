import Literature
import TextAnalysis

/// A number that cannot be what its own words call it: "P = 1.65", "r(118) = -1.12", 发生率为 165%, "(SD -3.2)".
struct WrittenValue: Hashable, Sendable {
  enum Quantity: Hashable, Sendable {
    case p, correlation, share, reduction, agreement, deviation, negativeP, ratio, heterogeneity
  }

  var quantity: Quantity
  /// As printed, with its sign.
  var printed: String
  /// Bytes of the text.
  var range: Range<Int>

  var message: Wording {
    switch quantity {
    case .p: Wording("P \(printed) is not between 0 and 1.", zh: "P \(printed) 不在 0 与 1 之间。")
    case .correlation:
      Wording("A correlation cannot be \(printed): it lies between -1 and 1.", zh: "相关系数不可能为 \(printed): 应在 -1 与 1 之间。")
    case .negativeP: Wording("P cannot be negative: \(printed).", zh: "P 值不可能为负: \(printed)。")
    case .ratio: Wording("A ratio cannot be negative: \(printed).", zh: "比值不可能为负: \(printed)。")
    case .heterogeneity: Wording("I² is a share and no more than 100%: \(printed).", zh: "I² 为比例, 不超过 100%: \(printed)。")
    case .share: Wording("\(printed)% is more than the whole.", zh: "\(printed)% 超过了整体。")
    case .reduction:
      Wording("Nothing is reduced by \(printed)%: no more than 100% can go.", zh: "降低不可能达 \(printed)%: 至多为 100%。")
    case .agreement: Wording("\(printed) is more than 1, the most that it can be.", zh: "\(printed) 超过其最大值 1。")
    case .deviation:
      Wording("A standard deviation or error cannot be negative: \(printed).", zh: "标准差或标准误不可能为负: \(printed)。")
    }
  }

  private static let correlations = PhraseSet(["correlation", "correlated", "correlations", "pearson", "spearman"], ["相关"])

  /// Every one, in order. O(tokens).
  static func impossible(in text: LexedText) -> [WrittenValue] {
    let isCorrelation = correlations.occurs(in: text)
    return text.tokens.indices.compactMap { index in
      guard let number = text.number(index) else { return nil }
      if let start = negativeSpread(text, index) {
        return WrittenValue(
          quantity: .deviation, printed: text.string(start..<text.tokens[index].end), range: start..<text.tokens[index].end)
      }
      if let (quantity, start) = UnboundValue.quantity(of: index, number, in: text) {
        return WrittenValue(
          quantity: quantity, printed: text.string(start..<text.tokens[index].end), range: start..<text.tokens[index].end)
      }
      guard number.value > 1 else { return nil }
      if isP(text, index) || isNamedP(text, index, number), number.decimals > 0 {
        return WrittenValue(quantity: .p, printed: "= " + number.printed, range: text.tokens[index].range)
      }
      if number.value < 10, let (start, hasDegrees) = correlationSign(text, index),
        hasDegrees ? number.decimals > 0 : isCorrelation && number.decimals >= 2
      {
        return WrittenValue(
          quantity: .correlation, printed: text.string(start..<text.tokens[index].end), range: start..<text.tokens[index].end)
      }
      if let quantity = BoundedShare.quantity(of: index, number, in: text) {
        return WrittenValue(
          quantity: quantity, printed: number.printed, range: text.tokens[index].start..<text.tokens[index + 1].end)
      }
      if number.value < 10, number.decimals >= 2 && isAgreement(text, index) || number.decimals >= 1 && isCoefficient(text, index)
      {
        return WrittenValue(quantity: .agreement, printed: number.printed, range: text.tokens[index].range)
      }
      return nil
    }
  }

  private static let agreements = PhraseSet(
    ["area under the curve", "auc", "auroc", "c statistic", "c index", "kappa", "icc", "cronbach s alpha"],
    ["曲线下面积", "一致性指数", "组内相关系数"])
  private static let linking: Set<String> = ["was", "of", "is", "amounted", "to", "为", "达", "是"]

  /// An area under the curve or a coefficient of agreement right before a number whose own interval lies below 1: areas of drugs in the blood
  /// are of any size.
  private static func isAgreement(_ text: LexedText, _ index: Int) -> Bool {
    var last = index - 1
    while last > 0, text.isSymbol(last, "=") || linking.contains(text.lowercased(last)) { last -= 1 }
    guard last >= 0, agreements.occurs(in: text, max(0, last - 3)..<last + 1) else { return false }
    let behind = (index + 1..<min(text.count, index + 14)).filter { number in
      text.isNumber(number) && !text.isSymbol(number + 1, "%")
    }.prefix(2).compactMap { text.number($0)?.value }
    return text.isSymbol(index + 1, "(") && behind.count == 2 && behind[0] < behind[1] && behind[1] <= 1
  }

  static let coefficients = PhraseSet(
    [
      "kappa", "κ", "icc", "intraclass correlation", "intraclass correlation coefficient", "cronbach alpha", "cronbach s alpha",
      "cronbach α", "cronbach s α", "cronbach's alpha", "cronbach's α", "cronbach’s alpha", "cronbach’s α", "kendall w",
      "kendall s w", "c statistic", "c index", "intracluster correlation", "intra cluster correlation",
      "intracluster correlation coefficient",
      "correlation coefficient", "coefficient of determination", "concordance index", "auroc",
      "area under the roc curve", "area under the receiver operating characteristic curve", "area under the roc", "roc auc",
      "area under the receiver operating curve", "area under the receiver operator characteristic curve",
      "area under the precision recall curve", "harrell s c", "krippendorff s alpha", "fleiss kappa", "lin s concordance",
    ],
    [
      "一致性指数", "一致性系数", "组内相关系数", "相关系数", "决定系数", "群内相关系数", "克朗巴赫系数", "信度系数", "受试者工作特征曲线下面积", "工作特征曲线下面积", "ROC曲线下面积",
    ])
  private static let namings: Set<String> = [
    "value", "coefficient", "statistic", "score", "值", "系数", "值为", "系数为", "统计量", "between", "two", "reviewers", "overall",
    "weighted",
  ]

  /// A coefficient that is never more than 1, whatever its interval: "κ = 1.84", "a kappa of 1.12", Kappa 值为 1.08.
  private static func isCoefficient(_ text: LexedText, _ index: Int) -> Bool {
    guard !text.isSymbol(index + 1, "%"), !text.isSymbol(index - 1, "-") else { return false }
    return coefficients.all(in: text, max(0, index - farthestName)..<index).contains { name in
      let between = text.firstToken(at: name.upperBound)..<index
      return between.allSatisfy { isLink(text, $0) } || isSaid(text, between)
    }
  }

  private static let (farthestName, mostWords) = (18, 7)
  private static let saying: Set<String> = ["was", "is", "were", "of", "为", "是", "达"]

  /// "of a zone count was": nothing but words up to the verb.
  private static func isSaid(_ text: LexedText, _ between: Range<Int>) -> Bool {
    between.count <= mostWords && between.allSatisfy { text.tokens[$0].kind == .word || text.tokens[$0].kind == .han }
      && between.last.map { saying.contains(text.lowercased($0)) } ?? false
  }

  private static func isLink(_ text: LexedText, _ index: Int) -> Bool {
    ["=", ",", ":", "(", ")"].contains { text.isSymbol(index, $0) } || linking.contains(text.lowercased(index))
      || namings.contains(text.lowercased(index))
  }

  private static let spreads: [StaticString] = ["sd", "se", "sem"]

  /// Where the value of `(SD -3.2)` or `SE = -0.4` begins; "SD-3.2" and "SD - 3.2" are dashes.
  private static func negativeSpread(_ text: LexedText, _ index: Int) -> Int? {
    // "mean ± SD -23.3 ± 22.5" is a head with the mean behind it.
    guard text.isSymbol(index - 1, "-"), !text.hasGap(before: index), text.number(index)?.value ?? 0 > 0,
      !text.isSymbol(index + 1, "±")
    else { return nil }
    let isEquated = text.isSymbol(index - 2, "=")
    guard isEquated || text.hasGap(before: index - 1) else { return nil }
    let name = isEquated ? index - 3 : index - 2
    guard text.isSymbol(name - 1, "(") || text.isSymbol(name - 1, "[") || text.isSymbol(name - 1, ",") else { return nil }
    return spreads.contains { text.isWord(name, $0) } ? text.tokens[index - 1].start : nil
  }

  /// `P = 1.65`, `P 值为 1.65`.
  private static func isP(_ text: LexedText, _ index: Int) -> Bool {
    // "P = 2.5 kPa" is a pressure.
    guard index + 1 >= text.count || text.tokens[index + 1].kind == .symbol, !text.isSymbol(index + 1, "%") else { return false }
    if text.isSymbol(index - 1, "=") { return text.isWord(index - 2, "p") }
    return text.hanHasPrefix(index - 1, "值为") && text.isWord(index - 2, "p")
  }

  private static let mostNamed = 10.0

  /// "P for interaction 8.9", "P for trend was 1.57".
  private static func isNamedP(_ text: LexedText, _ index: Int, _ number: PrintedNumber) -> Bool {
    guard number.value < mostNamed, index + 1 >= text.count || text.tokens[index + 1].kind == .symbol,
      !text.isSymbol(index + 1, "%")
    else { return false }
    let last =
      text.isWord(index - 1, "was") || text.isWord(index - 1, "of") || text.isSymbol(index - 1, "=") ? index - 2 : index - 1
    return ["interaction", "trend", "heterogeneity", "difference"].contains { text.isWord(last, $0) }
      && text.isWord(last - 1, "for") && text.isWord(last - 2, "p")
  }

  /// Where the value of `r(118) = -1.12` or `r = 1.12` begins, and whether degrees of freedom stand behind the letter; nil where it is no r.
  private static func correlationSign(_ text: LexedText, _ index: Int) -> (start: Int, hasDegrees: Bool)? {
    let isNegative = text.isSymbol(index - 1, "-")
    let equals = isNegative ? index - 2 : index - 1
    guard text.isSymbol(equals, "=") else { return nil }
    var name = equals - 1
    let hasDegrees = text.isSymbol(name, ")") && text.isNumber(name - 1) && text.isSymbol(name - 2, "(")
    if hasDegrees { name -= 3 }
    return text.isWord(name, "r") ? (text.tokens[isNegative ? index - 1 : index].start, hasDegrees) : nil
  }
}
