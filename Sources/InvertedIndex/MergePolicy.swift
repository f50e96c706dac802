/// Which segments are joined into one.
public enum MergePolicy: Sendable {
  /// Segments of about one size are joined once there are more than eight of them, so that a passage is rewritten once for each tier it rises
  /// through: O(log n) times, and an index has O(log n) segments. A segment of which half is deleted is written anew.
  case tiered
  /// All segments, and a single one that has deleted passages.
  case everything

  /// A tier holds segments up to eight times as large as the tier below; the lowest those of up to 4096 passages.
  private static let growth = 8
  private static let lowestTier = 4096

  /// The places of the segments to join; empty where there is nothing to do.
  func chosen(_ sizes: [(passages: Int, deleted: Int)]) -> [Int] {
    switch self {
    case .everything: return sizes.count > 1 || sizes.contains { $0.deleted > 0 } ? Array(sizes.indices) : []
    case .tiered:
      var tiers: [Int: [Int]] = [:]
      for (place, size) in sizes.enumerated() { tiers[Self.tier(size.passages - size.deleted), default: []].append(place) }
      // The lowest full tier alone: what is joined there may fill the next one, which is then seen by the next commit.
      if let full = tiers.keys.sorted().first(where: { tiers[$0, default: []].count > Self.growth }) { return tiers[full] ?? [] }
      return sizes.indices.filter { sizes[$0].passages > 0 && 2 * sizes[$0].deleted >= sizes[$0].passages }
    }
  }

  private static func tier(_ passages: Int) -> Int {
    var (tier, largest) = (0, lowestTier)
    while passages > largest {
      tier += 1
      largest *= growth
    }
    return tier
  }
}
