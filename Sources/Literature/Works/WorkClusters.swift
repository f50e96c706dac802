/// Groups descriptions by work, in the order they come: the same as a catalogue does with its rows.
public struct WorkClusters: Sendable {
  /// For each description added, the number of its work.
  public private(set) var works: [Int] = []
  private var members: [[WorkDescription]] = []
  private var byKey: [String: [Int]] = [:]

  /// How many works of one key are compared; commoner keys tell too little to be worth it.
  public static let most = 64

  public init() {}

  /// Adds a description; the number of its work comes back. O(works that share a key, at most `most` a key).
  @discardableResult
  public mutating func add(_ item: BibliographicItem) -> Int {
    let described = WorkDescription(item)
    let work = work(of: described) ?? members.count
    if work == members.count { members.append([]) }
    members[work].append(described)
    for key in WorkBlocking.keys(of: item) where byKey[key, default: []].count < Self.most && byKey[key]?.contains(work) != true {
      byKey[key, default: []].append(work)
    }
    works.append(work)
    return work
  }

  /// The work that fits best; none of its descriptions may contradict.
  private func work(of described: WorkDescription) -> Int? {
    var seen: Set<Int> = []
    var best: (work: Int, score: Int)?
    for key in WorkBlocking.lookups(for: described.item) {
      for work in byKey[key] ?? [] where seen.insert(work).inserted {
        let matches = members[work].suffix(4).map { described.match($0) }
        guard matches.contains(where: \.isSame), !matches.contains(where: { $0.score <= -100 }) else { continue }
        let score = matches.map(\.score).max() ?? 0
        if score > best?.score ?? Int.min { best = (work, score) }
      }
    }
    return best?.work
  }
}
