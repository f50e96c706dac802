import Literature
import Statistics
import TextAnalysis

/// Two means with their spreads and a P or t of their difference, where the numbers of people are not beside them.
///
/// Errors need no counts: z is the difference over √(SE₁² + SE₂²). Of deviations it would be √n times as large, so that a P that is this z's
/// to its last digit is of errors whatever the spreads are called; and a P that asks for far more says how many people deviations are of.
struct UncountedMeans {
  let passage: Int
  let arms: [MeanWithSpread]
  /// What is printed of the test, on the scale of z.
  let observed: RoundingInterval
  let printed: String
  /// Whether the test is a bound: P < 0.001.
  let isBound: Bool
  let label: MeanWithSpread.Label

  /// A test of means smaller than this fits many spreads.
  private static let leastZ = 1.4
  private static let leastZOfDeviations = 1.9
  /// How near the statistic must be to that of errors.
  private static let near = 0.04
  /// How many times that of errors it is at least where the spreads are deviations.
  private static let (far, farOfBound) = (2.4, 4.0)
  private static let dependent = PhraseSet(
    [
      "paired", "crossover", "cross over", "within group", "baseline", "before and after", "adjusted", "covariance", "ancova",
      "repeated",
    ],
    ["配对", "交叉", "自身", "治疗前后", "协方差", "校正"])

  /// In document order. O(tokens).
  static func all(in context: CheckContext) -> [UncountedMeans] {
    let declared = DeclaredSpread.shared(in: context).label
    return context.extract.passages.indices.flatMap { passage -> [UncountedMeans] in
      let (means, text) = (context.means[passage], context.lexed[passage])
      let kind = context.extract.passages[passage].kind
      guard means.count >= 2, kind == .sentence || kind == .note, !WrittenEstimate.namesSpecialTest(text) else { return [] }
      return zip(means.indices, means.indices.dropFirst()).compactMap { first, second in
        let end = means.indices.contains(second + 1) ? means[second + 1].range.lowerBound : text.utf8.count
        guard first == 0 || means.count > 2 && first % 2 == 0,
          let label = Self.label(means[first], means[second], declared),
          // Beside counts the exact test of them is made, and one of pairs has other degrees of freedom.
          means[first].count == nil || means[second].count == nil,
          // "190 ± 28 (P < 0.001) and 160 ± 28": each has a P of its own.
          WrittenTest.first(
            in: text, text.firstToken(at: means[first].range.upperBound)..<text.firstToken(at: means[second].range.lowerBound))
            == nil,
          label == .deviation || means.count == 2,
          let test = WrittenTest.first(in: text, text.firstToken(at: means[second].range.upperBound)..<text.firstToken(at: end))
        else { return nil }
        return UncountedMeans(
          passage: passage, arms: [means[first], means[second]], observed: test.z, printed: test.printed, isBound: test.isBound,
          label: label)
      }
    }
  }

  private static func label(_ first: MeanWithSpread, _ second: MeanWithSpread, _ declared: MeanWithSpread.Label?)
    -> MeanWithSpread.Label?
  {
    guard first.spread.value > 0, second.spread.value > 0, first.mean.decimals == second.mean.decimals else { return nil }
    guard let label = first.label ?? declared, label == second.label ?? declared else { return nil }
    return label
  }

  /// The size of z where the spreads are errors; nil where one may be 0.
  private var ofErrors: RoundingInterval? {
    let difference = (RoundingInterval(arms[0].mean) - RoundingInterval(arms[1].mean)).magnitude
    let squares = arms.map { RoundingInterval($0.spread).mapped { $0 * $0 } }
    return difference.divided(by: (squares[0] + squares[1]).mapped { $0.squareRoot() })
  }

  /// Nil where the label may be right.
  func mislabelled(in context: CheckContext) -> MislabelledSpread? {
    guard let z = ofErrors, label == .deviation ? areErrors(z) : areDeviations(z, in: context) else { return nil }
    let (called, meant) = (MislabelledSpread.name(label), MislabelledSpread.name(label == .deviation ? .error : .deviation))
    return MislabelledSpread(
      passage: passage, place: arms[0], other: arms[1],
      message: Wording(
        "\(printed) fits the two means only if their spreads are \(meant.english)s, not \(called.english)s.",
        zh: "仅当两个均值旁为\(meant.chinese)而非\(called.chinese)时, \(printed) 才相符。"),
      arithmetic: Wording(
        "as standard errors z = \(NumberText.box(z)); printed: z = \(NumberText.box(observed))",
        zh: "作为标准误 z = \(NumberText.box(z)); 所印检验 z = \(NumberText.box(observed))"))
  }

  private func areErrors(_ z: RoundingInterval) -> Bool {
    guard !isBound, z.low >= Self.leastZ, observed.low >= Self.leastZ else { return false }
    return observed.overlaps(RoundingInterval(z.low * (1 - Self.near), z.high))
  }

  /// The people that deviations would be of must be those whom the document has.
  private func areDeviations(_ z: RoundingInterval, in context: CheckContext) -> Bool {
    guard z.high > 0, observed.low >= Self.leastZOfDeviations,
      let times = observed.divided(by: RoundingInterval(max(z.low, 1e-9), z.high)),
      times.low >= (isBound ? Self.farOfBound : Self.far), !Self.dependent.occurs(in: context.lexed[passage])
    else { return false }
    let sizes = GroupSizes.shared(in: context).known(in: passage, of: context).map(Double.init)
    let (fewest, most) = (times.low * times.low, isBound ? Double.infinity : times.high * times.high)
    return sizes.contains { $0 >= 0.8 * fewest && $0 <= 1.25 * most }
  }
}
