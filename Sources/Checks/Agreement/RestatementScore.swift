import Literature
import Statistics
import TextAnalysis

/// How sure it is that one of two figures is a slip of the other: a weighted sum over what the two places have in common.
///
/// The weights are those of a logistic regression on articles in which figures that stand twice were spoiled once, held against all that the
/// same articles have left as they were.
struct RestatementScore {
  let value: Double

  static let threshold = 0.3
  /// Less than this in common is nothing.
  static let leastFit = 3.0
  /// What an exchange of digits is worth over one other digit, in shared words, when the best of several rivals is chosen.
  static let bonusOfExchange = 3.0
  /// And the same limits behind both.
  static let bonusOfLimits = 10.0

  init(
    _ figure: Int, _ rival: Int, shared: Double, company: Int, totals: (Double, Double), rank: Int,
    isProven: Bool, haveLimits: Bool, in around: FigureSurroundings
  ) {
    let places = around.places
    let (own, other) = (places.figures[figure], places.figures[rival])
    let difference = own.difference(from: other)
    let isExchange = difference == .transposed && own.key.isNeighbourly(other.key)
    var sum = Weight.constant
    if isExchange { sum += Weight.exchange }
    if difference == .decimalSlipped { sum += Weight.decimal }
    sum += Weight.shared * min(shared, 20) / 10
    sum += Weight.share * shared / (max(1, totals.0) * max(1, totals.1)).squareRoot()
    sum += Weight.company * Double(min(company, 16)) / 8
    sum += Weight.rank * Self.logarithms[min(rank, Self.logarithms.count - 1)]
    if let noun = around.nouns[figure], noun == around.nouns[rival] { sum += Weight.noun }
    if own.key.significant >= 3 { sum += Weight.longNumber }
    if places.part(figure).isAbstract { sum += Weight.abstract }
    if places.part(figure) == .table { sum += Weight.table }
    if places.part(figure) == places.part(rival) { sum += Weight.samePart }
    sum += Weight.analysis * Double(min(2, Self.analyses(own, other, in: around.context)))
    let repeats = (places.byKey[own.key] ?? []).count
    if repeats > 1 { sum += Weight.otherwise }
    if around.context.cited(in: own.passage).isEmpty != around.context.cited(in: other.passage).isEmpty { sum += Weight.cited }
    if own.role != .value && own.role != .count { sum += Weight.aside }
    if isProven { sum += Weight.proven }
    if haveLimits { sum += Weight.limits }
    if let trial = own.trial, trial == other.trial, around.context.isReview { sum += Weight.trial }
    value = sum
  }

  private enum Weight {
    static let (constant, exchange, decimal) = (-2.8, 4.0, 1.1)
    static let (shared, share, company, rank) = (0.35, -0.5, 1.35, -1.05)
    static let (noun, longNumber, abstract, table, samePart) = (1.1, 1.05, 0.8, -1.1, -1.9)
    static let (analysis, otherwise, cited, aside) = (-0.3, -1.6, -1.45, -1.1)
    /// In the one figure's place the other fits those beside it, and the one does not.
    static let proven = 2.5
    static let limits = 3.0
    /// In a review, which has many.
    static let trial = 1.0
  }

  /// ln(1 + rank).
  private static let logarithms = [0, 0.69, 1.1, 1.39, 1.61, 1.79, 1.95, 2.08, 2.2, 2.3, 2.4, 2.48, 2.56]

  private static let named = PhraseSet(
    [
      "interim", "final", "updated", "subgroup", "per protocol", "sensitivity", "adjusted", "unadjusted", "exploratory", "among",
      "excluding",
      "baseline", "planned", "expected", "assumed", "previous", "earlier", "safety", "screened",
    ],
    [
      "期中", "中期", "最终", "终期", "更新", "亚组", "符合方案", "方案集", "敏感性", "校正", "探索性", "基线", "预期", "计划", "既往", "排除", "筛选",
    ])

  /// How many words for an analysis, or for some of the people, only one of the two places has.
  private static func analyses(_ one: PlacedFigure, _ other: PlacedFigure, in context: CheckContext) -> Int {
    func words(_ passage: Int) -> Set<String> {
      let text = context.lexed[passage]
      return Set(named.all(in: text).map { text.string($0).lowercased() })
    }
    return words(one.passage).symmetricDifference(words(other.passage)).count
  }
}
