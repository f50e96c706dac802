/// Finds works that a reference list names twice.
public enum DuplicateReferences {
  /// Two entries of one list that are the same work.
  public struct Pair: Hashable, Sendable {
    /// Indices into the list; `first` < `second`.
    public var first: Int
    public var second: Int
    /// What agrees.
    public var match: WorkMatch
  }

  /// Pairs in order of the second entry, each entry with the first one that is the same work. O(n) in the references.
  public static func pairs(in references: [Reference]) -> [Pair] {
    var clusters = WorkClusters()
    for reference in references { clusters.add(reference.item) }
    var members: [Int: [Int]] = [:]
    var pairs: [Pair] = []
    for (index, work) in clusters.works.enumerated() {
      let earlier = members[work, default: []].prefix(WorkClusters.most)
      let matches = earlier.lazy.map { (first: $0, match: clusters.descriptions[$0].match(clusters.descriptions[index])) }
      if let (first, match) = matches.first(where: \.match.isSame) {
        pairs.append(Pair(first: first, second: index, match: match))
      }
      members[work, default: []].append(index)
    }
    return pairs
  }
}
