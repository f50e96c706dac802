import Literature
import Statistics

/// Two means with their spreads and the test of their difference, in one sentence.
struct ComparedMeans {
  typealias Label = MeanWithSpread.Label

  /// What is printed of the test.
  enum Evidence {
    case p(PrintedNumber)
    case t(PrintedNumber)

    var printed: String {
      switch self {
      case .p(let p): "P \(p.relation.rawValue) \(p.printed)"
      case .t(let t): "t = \(t.printed)"
      }
    }
  }

  let passage: Int
  let arms: [MeanWithSpread]
  let evidence: Evidence
  /// Of the arms; halves of the whole where only the degrees of freedom are printed.
  let counts: [Double]
  /// Whether the counts are printed beside the means.
  let isCounted: Bool

  /// How far on the scale of z a P must be from what the labels give before the other reading is looked at.
  private static let far = 0.5
  /// How many times t may be what a reading gives before that reading is out.
  private static let farT = 2.0
  /// How near t must be to the other reading; the halves of an unequal trial give a little less.
  private static let nearT = 0.08
  private static let fewest = 3

  // MARK: Finding them

  /// In document order. O(passages · cards in them).
  static func all(in context: CheckContext) -> [ComparedMeans] {
    context.extract.passages.indices.flatMap { passage -> [ComparedMeans] in
      let means = context.means[passage]
      guard context.extract.passages[passage].kind == .sentence, means.count >= 2 else { return [] }
      return zip(means.indices, means.indices.dropFirst()).compactMap { first, second in
        let end = means.indices.contains(second + 1) ? means[second + 1].range.lowerBound : Int.max
        return ComparedMeans(passage, [means[first], means[second]], before: end, isOnly: means.count == 2, in: context)
      }
    }
  }

  private init?(_ passage: Int, _ arms: [MeanWithSpread], before end: Int, isOnly: Bool, in context: CheckContext) {
    guard arms.allSatisfy({ $0.label != nil && $0.spread.value > 0 }) else { return nil }
    let flow = context.extract.passages[passage].flow
    let cards = (context.cardsByPassage[passage] ?? []).map { context.results[$0] }
    let tested = cards.filter { card in
      guard let place = flow.flowOffset(ofSource: card.span.start) else { return false }
      return isOnly || place >= arms[0].range.lowerBound && place < end
    }
    guard let first = tested.first, !TestKind.isSpecial(card: first, in: context) else { return nil }
    self.passage = passage
    self.arms = arms
    let printed = arms.compactMap(\.count).filter { $0 > Self.fewest }.map(Double.init)
    isCounted = printed.count == 2
    let t = tested.filter { $0.measure == "t" && $0.value != nil && $0.details.degreesOfFreedom.count == 1 }
    if t.count == 1, let value = t[0].value, let degrees = t[0].details.degreesOfFreedom.first?.value, degrees > 6 {
      let counts = isCounted ? printed : [degrees / 2 + 1, degrees / 2 + 1]
      // Other degrees of freedom are of another test: of pairs, or of a model.
      guard abs(counts[0] + counts[1] - 2 - degrees) <= 0.1 * degrees else { return nil }
      self.counts = counts
      evidence = .t(value)
      return
    }
    let values = Set(tested.compactMap(\.p))
    guard isCounted, values.count == 1, let p = values.first else { return nil }
    counts = printed
    evidence = .p(p)
  }

  // MARK: Judging them

  /// The one reading that the test fits where the printed labels do not; nil where the labels fit, or no reading does.
  var onlyReading: Label? {
    let own = arms.compactMap(\.label)
    guard isDenied(own) else { return nil }
    return [Label.deviation, .error].first { label in own != [label, label] && isGiven([label, label]) }
  }

  private func isDenied(_ labels: [Label]) -> Bool {
    switch evidence {
    case .p(let p):
      guard let computed = pValue(labels) else { return false }
      switch p.relation {
      case .equal: return TestStatistic.gapInZ(p, computed) >= Self.far
      case .less: return computed.low > max(10 * p.value, 0.05)
      default: return false
      }
    case .t(let t):
      guard let computed = statistic(labels) else { return false }
      return abs(t.value) > Self.farT * computed.high || Self.farT * abs(t.value) < computed.low
    }
  }

  private func isGiven(_ labels: [Label]) -> Bool {
    switch evidence {
    case .p(let p):
      guard let computed = pValue(labels) else { return false }
      return p.relation == .less ? computed.low < p.value : TestStatistic.fits(p, computed)
    case .t(let t):
      guard let computed = statistic(labels) else { return false }
      return abs(t.value) > (1 - Self.nearT) * computed.low && abs(t.value) < (1 + Self.nearT) * computed.high
    }
  }

  /// The size of Welch's t when the spreads are read so; nil where a spread may be 0.
  private func statistic(_ labels: [Label]) -> RoundingInterval? {
    let difference = (RoundingInterval(arms[0].mean) - RoundingInterval(arms[1].mean)).magnitude
    let squares = zip(zip(arms, counts), labels).map { arm, label in
      RoundingInterval(arm.0.spread).mapped { $0 * $0 / (label == .deviation ? arm.1 : 1) }
    }
    return difference.divided(by: (squares[0] + squares[1]).mapped { $0.squareRoot() })
  }

  private func pValue(_ labels: [Label]) -> RoundingInterval? {
    let distribution = StudentT(degreesOfFreedom: counts[0] + counts[1] - 2)
    return statistic(labels)?.mapped(monotone: distribution.twoSided)
  }

  /// Both readings beside one another.
  var arithmetic: Wording {
    let readings = [[Label.deviation, .deviation], [.error, .error]]
    let boxes = readings.map { reading in
      if case .t = evidence { return statistic(reading) }
      return pValue(reading)
    }.map { $0.map { NumberText.box($0) } ?? "–" }
    var name = "P"
    if case .t = evidence { name = "|t|" }
    return Wording(
      "as standard deviations \(name) = \(boxes[0]); as standard errors \(name) = \(boxes[1])",
      zh: "作为标准差 \(name) = \(boxes[0]); 作为标准误 \(name) = \(boxes[1])")
  }
}
