import Literature
import Statistics
import TextAnalysis

/// An estimate with its interval, and the P behind it, as the words of a sentence print them where no recogniser made a card of them.
struct WrittenEstimate {
  var passage: Int
  var value: PrintedNumber
  var low: PrintedNumber
  var high: PrintedNumber
  var level: Double
  var p: PrintedNumber?
  /// Of the words before the estimate: "HR", 差值.
  var measure: String
  var scale: EffectCoherence.Scale
  /// From the estimate to the upper limit.
  var span: SourceSpan

  /// Nil where the figures do not allow it.
  var coherence: EffectCoherence? { EffectCoherence(estimate: value, low: low, high: high, level: level, scale: scale) }

  private static let ratios = PhraseSet(
    ["hr", "rr", "irr", "hazard ratio", "odds ratio", "risk ratio", "rate ratio", "relative risk", "ratio"],
    ["风险比", "比值比", "相对危险度", "相对风险"])
  private static let differences = PhraseSet(
    ["difference", "differences", "md", "wmd", "mean difference", "rd"], ["差值", "组间差", "差异", "均差", "差"])
  private static let asymmetric = PhraseSet(
    [
      "bootstrap", "bootstrapped", "credible", "bayesian", "posterior", "profile likelihood", "exact", "percentile",
      "median difference",
      "hodges lehmann",
    ],
    ["自助法", "贝叶斯", "后验", "轮廓似然", "精确", "百分位", "中位数差"])
  private static let special = PhraseSet(
    [
      "interaction", "heterogeneity", "trend", "noninferiority", "non inferiority", "noninferior", "non inferior", "equivalence",
      "bonferroni", "permutation", "fisher", "multiplicity",
    ],
    ["非劣", "交互", "趋势检验", "异质性", "等效", "置换检验"])
  /// So many tokens before an estimate its name may stand.
  private static let reach = 7

  /// Those of sentences, notes and captions that overlap no card with an interval. O(tokens).
  static func all(in context: CheckContext) -> [WrittenEstimate] { context.once(Self.self) { read(context) } }

  private static func read(_ context: CheckContext) -> [WrittenEstimate] {
    context.extract.passages.indices.flatMap { passage -> [WrittenEstimate] in
      let kind = context.extract.passages[passage].kind
      guard kind == .sentence || kind == .note || kind == .caption else { return [] }
      let text = context.lexed[passage]
      // Behind a named ratio or difference a bracket needs no name.
      let limits = WrittenLimits.all(in: text, isTableOfIntervals: true)
      guard !limits.isEmpty, !namesAsymmetricInterval(text) else { return [] }
      let known = (context.cardsByPassage[passage] ?? []).map { context.results[$0] }.filter(\.hasInterval).map(\.span)
      return limits.compactMap { limits in
        guard let found = make(limits, text, passage, in: context), !known.contains(where: found.span.overlaps) else {
          return nil
        }
        return found
      }
    }
  }

  private static func make(_ limits: WrittenLimits, _ text: LexedText, _ passage: Int, in context: CheckContext)
    -> WrittenEstimate?
  {
    guard !limits.isSwapped, let estimate = limits.estimate(in: text), let low = PrintedNumber(limits.low),
      let high = PrintedNumber(limits.high), estimate.number.decimals == low.decimals, low.value < high.value,
      let (measure, scale) = measure(text, before: text.firstToken(at: estimate.start), low) ?? points(text, estimate.start)
    else { return nil }
    // "Fell by 4.0 (95% CI -8.1 to -0.2)": the word holds the sign.
    guard RoundingInterval(estimate.number).overlaps(RoundingInterval(low).union(RoundingInterval(high))) else { return nil }
    let flow = context.extract.passages[passage].flow
    return WrittenEstimate(
      passage: passage, value: estimate.number, low: low, high: high, level: level(text, before: limits),
      p: p(text, behind: limits),
      measure: measure, scale: scale, span: flow.span(of: estimate.start..<limits.range.upperBound))
  }

  /// Whether a ratio is named before an estimate at a byte.
  static func isRatio(_ text: LexedText, before start: Int, _ low: PrintedNumber) -> Bool {
    measure(text, before: text.firstToken(at: start), low)?.1 == .ratio
  }

  /// Whether a ratio or a difference is named right before the byte at which a number begins.
  static func isNamed(_ text: LexedText, before start: Int, _ low: PrintedNumber) -> Bool {
    measure(text, before: text.firstToken(at: start), low) != nil
  }

  private static func measure(_ text: LexedText, before estimate: Int, _ low: PrintedNumber) -> (String, EffectCoherence.Scale)? {
    var start = max(0, estimate - reach)
    // The name is of this estimate and not of one before it.
    if let number = (start..<estimate).last(where: { text.isNumber($0) && !text.isSymbol($0 + 1, ")") }) { start = number + 1 }
    let words = start..<estimate
    guard !words.isEmpty else { return nil }
    if let range = ratios.all(in: text, words).last { return low.value > 0 ? (text.string(range), .ratio) : nil }
    // In small letters it is a conjunction.
    if words.contains(where: { text.isWord($0, "or") && text.string($0) == "OR" }) { return low.value > 0 ? ("OR", .ratio) : nil }
    return differences.all(in: text, words).last.map { (text.string($0), .difference) }
  }

  /// "11.8 percentage points", 10.5 个百分点: only a difference is so many.
  private static func points(_ text: LexedText, _ start: Int) -> (String, EffectCoherence.Scale)? {
    let first = text.firstToken(at: start)
    let unit = (text.isSymbol(first, "-") ? first + 1 : first) + 1
    guard text.isWord(unit, "percentage") && text.isWord(unit + 1, "points") || text.hanHasPrefix(unit, "个百分点") else {
      return nil
    }
    return (text.isWord(unit, "percentage") ? "difference" : "差值", .difference)
  }

  static func level(_ text: LexedText, before limits: WrittenLimits) -> Double {
    let first = text.firstToken(at: limits.range.lowerBound)
    let percent = (max(0, first - 8)..<first).last { text.isNumber($0) && text.isSymbol($0 + 1, "%") }
    guard let percent, let number = text.number(percent), (50..<100).contains(number.value) else { return 0.95 }
    return number.value / 100
  }

  /// `, P = 0.002`, `; P < 0.001`, `), P = 0.01` right behind the interval.
  static func p(_ text: LexedText, behind limits: WrittenLimits) -> PrintedNumber? {
    var cursor = text.firstToken(at: limits.range.upperBound)
    while [",", ";", ")", "%"].contains(where: { text.isSymbol(cursor, $0) }) { cursor += 1 }
    return WrittenP.value(in: text, at: cursor)
  }

  /// Whether the sentence names a test that P of the estimate alone does not give, or P is said to be one-sided.
  func isSpecial(in context: CheckContext) -> Bool { Self.namesSpecialTest(context.lexed[passage]) }

  /// Whether a text tells of intervals that need not be symmetric.
  static func namesAsymmetricInterval(_ text: LexedText) -> Bool { asymmetric.occurs(in: text) }

  static func namesSpecialTest(_ text: LexedText) -> Bool {
    special.occurs(in: text) || text.mentions(["sided", "tailed"], ["单侧", "单尾"])
  }
}
