import Literature
import Statistics

/// What the figures of a result say of its significance.
enum SignificanceEvidence {
  /// By P and interval where both agree; nil where they do not, or leave it open.
  static func isSignificant(_ card: ResultCard, _ level: ClosedRange<Double>) -> Bool? {
    let (p, interval) = (card.isSignificant(level), card.coherence?.excludesNull)
    if let p, let interval { return p == interval ? p : nil }
    return card.p == nil ? interval : p
  }
}
