/// Matches where any part matches; scores the sum of those that do, in their order.
class OrMatcher: Matcher {
  final let parts: [Matcher]
  /// Whether each part matches the current candidate; set by `confirm`.
  final var matching: [Bool]

  init(_ parts: [Matcher]) {
    self.parts = parts
    matching = Array(repeating: false, count: parts.count)
    super.init()
    cost = parts.reduce(0) { $0 + $1.cost }
    document = parts.map(\.document).min() ?? PostingCursor.end
  }

  override final func seek(_ target: UInt32) {
    guard document < target else { return }
    var first = PostingCursor.end
    for part in parts {
      if part.document < target { part.seek(target) }
      first = min(first, part.document)
    }
    document = first
  }

  override final func confirm() -> Bool {
    var any = false
    for index in parts.indices {
      matching[index] = parts[index].document == document && parts[index].confirm()
      any = any || matching[index]
    }
    return any
  }

  override func score() -> Double {
    var sum = 0.0
    for index in parts.indices where matching[index] { sum += parts[index].score() }
    return sum
  }

  override func bound(from target: UInt32) -> (best: Double, last: UInt32) {
    var sum = 0.0
    var end = PostingCursor.end
    for part in parts {
      let (best, last) = part.bound(from: target)
      sum += best
      end = min(end, last)
    }
    return (sum, end)
  }

  override final var isDamaged: Bool { parts.contains(where: \.isDamaged) }
}

/// Matches any of several forms of one thing and scores them as one term.
final class AnyOfMatcher: OrMatcher {
  private let factors: [Double]
  private let weight: Double

  init(_ parts: [Matcher], factors: [Double], weight: Double) {
    self.factors = factors
    self.weight = weight
    super.init(parts)
  }

  override func score() -> Double {
    var sum = 0.0
    for index in parts.indices where matching[index] { sum += factors[index] * parts[index].normalisedFrequency() }
    return Similarity.rounded(weight * (sum / (sum + Similarity.k1)))
  }

  override func bound(from target: UInt32) -> (best: Double, last: UInt32) {
    var sum = 0.0
    var end = PostingCursor.end
    for (part, factor) in zip(parts, factors) where factor > 0 {
      let (best, last) = part.normalisedBound(from: target)
      sum += factor * best
      end = min(end, last)
    }
    // The margin covers rounding: x / (x + k) is not monotone to the last bit.
    return (Similarity.rounded(sum < .infinity ? weight * (sum / (sum + Similarity.k1)) * (1 + 1e-12) : weight), end)
  }
}
