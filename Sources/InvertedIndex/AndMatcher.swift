/// Matches where all parts match and none of the excluded ones.
final class AndMatcher: Matcher {
  private let parts: [Matcher]
  private let lead: Matcher
  private let others: [Matcher]
  private let excluded: [Matcher]

  /// `parts` is not empty; scores are added in its order.
  init(_ parts: [Matcher], excluded: [Matcher]) {
    let byCost = parts.sorted { $0.cost < $1.cost }
    self.parts = parts
    lead = byCost[0]
    others = Array(byCost.dropFirst())
    self.excluded = excluded
    super.init()
    cost = lead.cost
    align()
  }

  override func seek(_ target: UInt32) {
    guard document < target else { return }
    lead.seek(target)
    align()
  }

  private func align() {
    var candidate = lead.document
    search: while candidate != PostingCursor.end {
      for other in others {
        other.seek(candidate)
        guard other.document == candidate else {
          lead.seek(other.document)
          candidate = lead.document
          continue search
        }
      }
      break
    }
    document = candidate
  }

  override func confirm() -> Bool {
    for part in others where !part.confirm() { return false }
    guard lead.confirm() else { return false }
    for part in excluded {
      part.seek(document)
      if part.document == document, part.confirm() { return false }
    }
    return true
  }

  override func score() -> Double {
    var sum = 0.0
    for part in parts { sum += part.score() }
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

  override var isDamaged: Bool { parts.contains(where: \.isDamaged) || excluded.contains(where: \.isDamaged) }
}
