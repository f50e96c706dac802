import Literature
import Statistics
import TextAnalysis

/// Two shares with their counts and the P of their difference: "41.9% (62/148) vs 27.3% (41/150), P = 0.008".
struct SharesAgainstP: Hashable, Sendable {
  /// Pearson's chi-squared test and the one with Yates's correction, near which Fisher's exact test lies.
  var computed: ClosedRange<Double>
  var p: PrintedNumber
  /// Index into `Extract.results`: the card with the P.
  var card: Int
  /// Bytes of the passage's flow, from the first share to the last.
  var range: Range<Int>

  /// Adjusted, stratified and exact tests differ from these; by less than this factor, as a rule by far.
  private static let tolerance = 3.0
  private static let fewestEvents = 5
  private static let special = PhraseSet(
    [
      "adjusted", "adjusting", "stratified", "logistic", "mantel", "regression", "hazard", "one sided", "one tailed", "paired",
      "mcnemar",
      "log rank", "trend", "non inferiority", "noninferiority", "interaction", "respectively", "matched", "weighted", "cluster",
    ],
    ["校正", "调整", "分层", "回归", "单侧", "配对", "趋势", "非劣", "交互", "匹配", "风险比", "log-rank", "对数秩"])

  var isDenied: Bool {
    let (low, high) = (computed.lowerBound / Self.tolerance, computed.upperBound * Self.tolerance)
    let box = RoundingInterval(p)
    switch p.relation {
    case .equal: return box.high < low || box.low > high
    case .less: return p.value < low
    case .greater: return p.value > high
    default: return false
    }
  }

  /// Sentences with two such shares of two groups, and one P behind them. O(tokens).
  static func all(in context: CheckContext) -> [SharesAgainstP] {
    context.cardsByPassage.sorted { $0.key < $1.key }.compactMap { passage, cards in
      guard context.extract.passages[passage].kind == .sentence else { return nil }
      let text = context.lexed[passage]
      let withP = cards.filter { context.results[$0].p != nil }
      guard withP.count == 1, let card = withP.first, let p = context.results[card].p, context.results[card].pSided != .one,
        p.value <= 1,
        !context.results[card].hasInterval, !special.occurs(in: text),
        !TestKind.isSpecial(card: context.results[card], in: context)
      else { return nil }
      let shares = CountedShare.all(in: text)
      guard shares.count == 2, shares.allSatisfy(\.figures.agrees),
        let end = context.extract.passages[passage].flow
          .flowOffset(ofSource: context.results[card].span.end - 1), end >= shares[1].range.upperBound,
        end - shares[1].range.upperBound < mostBehind, let computed = pValues(shares[0].figures, shares[1].figures)
      else { return nil }
      return SharesAgainstP(
        computed: computed, p: p, card: card, range: shares[0].range.lowerBound..<shares[1].range.upperBound)
    }
  }

  /// Bytes between the second share and the end of P.
  private static let mostBehind = 40

  /// - Complexity: O(1). The formula of the corrected statistic is that of Yates (1934).
  private static func pValues(_ left: CountPercentage, _ right: CountPercentage) -> ClosedRange<Double>? {
    let (a, b) = (Double(left.count), Double(left.total - left.count))
    let (c, d) = (Double(right.count), Double(right.total - right.count))
    let n = a + b + c + d
    let margins = (a + b) * (c + d) * (a + c) * (b + d)
    guard margins > 0, [a, b, c, d].allSatisfy({ $0 >= Double(fewestEvents) }) else { return nil }
    let cross = abs(a * d - b * c)
    let distribution = ChiSquare(degreesOfFreedom: 1)
    let pearson = distribution.upperTail(n * cross * cross / margins)
    let corrected = max(0, cross - n / 2)
    return pearson...max(pearson, distribution.upperTail(n * corrected * corrected / margins))
  }
}
