import Literature
import Statistics
import TextAnalysis

/// Two means side by side of which one has a spread √n times that of the other: a standard error among deviations, or a digit slipped.
///
/// People of two groups of one trial spread alike. A spread that is as many times smaller as the root of the group's size is no accident.
enum UnevenSpreads {
  /// The means differ by no more than this part of the larger: the two are of one quantity.
  private static let mostApart = 0.3
  /// The larger spread over the smaller, at least, and over √n.
  private static let (fewestTimes, low, high) = (5.0, 0.75, 1.3)
  /// A spread of few digits may be rounded by so much.
  private static let mostRounded = 0.2

  /// In document order. O(means).
  static func all(in context: CheckContext) -> [MislabelledSpread] {
    let sizes = GroupSizes.shared(in: context)
    return context.extract.passages.indices.flatMap { passage -> [MislabelledSpread] in
      let means = context.means[passage]
      guard means.count == 2 else { return [] }
      let known = sizes.known(in: passage, of: context)
      return odd(means[0], means[1], known).map { odd in
        let other = odd == means[0] ? means[1] : means[0]
        return MislabelledSpread(
          passage: passage, place: odd, other: other,
          message: Wording(
            "The spread \(odd.spread.printed) is smaller than \(other.spread.printed) beside it by as much as a standard error is.",
            zh: "\(odd.spread.printed) 远小于同处的 \(other.spread.printed), 其比例与标准误相符。"),
          arithmetic: .same(
            "\(other.spread.printed) / \(odd.spread.printed) = \(NumberText.fixed(other.spread.value / odd.spread.value, 1))"))
      }.map { [$0] } ?? []
    }
  }

  private static func odd(_ first: MeanWithSpread, _ second: MeanWithSpread, _ known: Set<Int>) -> MeanWithSpread? {
    guard first.label != .error, second.label != .error, first.mean.value > 0, second.mean.value > 0,
      abs(first.mean.value - second.mean.value) <= mostApart * max(first.mean.value, second.mean.value)
    else { return nil }
    let (small, large) = first.spread.value < second.spread.value ? (first, second) : (second, first)
    // Much wider than its mean, a quantity is skewed, and single values make the spread.
    guard small.spread.value > 0, large.spread.value >= fewestTimes * small.spread.value, large.spread.value <= large.mean.value
    else { return nil }
    let rounding = min(mostRounded, RoundingInterval.halfUnit(decimals: small.spread.decimals) / small.spread.value)
    let ratio = large.spread.value / small.spread.value
    let sizes = small.count.map { [$0] } ?? Array(known)
    let fits = sizes.contains { size in
      let root = Double(size).squareRoot()
      return ratio >= low * root * (1 - rounding) && ratio <= high * root * (1 + rounding)
    }
    return fits ? small : nil
  }
}
