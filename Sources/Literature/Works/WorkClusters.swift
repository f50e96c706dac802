/// Groups descriptions by work, in the order they come: the same as a catalogue does with its rows.
public struct WorkClusters: Sendable {
  /// In the order in which they came.
  private(set) var descriptions: [WorkDescription] = []
  /// For each description the work it was added to; works that turned out to be one lead to the earlier by `parents`.
  private var owners: [Int] = []
  private var parents: [Int] = []
  private var members: [[WorkDescription]] = []
  private var byKey: [String: [Int]] = [:]

  /// How many works of one key are compared; commoner keys tell too little to be worth it.
  public static let most = 64

  public init() {}

  /// For each description added, the number of its work: works count up in the order in which they first came, with gaps where two
  /// turned out to be one. O(descriptions).
  public var works: [Int] { owners.map(root) }

  /// Adds a description; the number of its work comes back. O(works that share a key, at most `most` a key).
  ///
  /// `apart` names works that it cannot be, as the entries of one bibliography file are not each other. A description that is `alone`
  /// is a work of its own, and none that follows joins it.
  @discardableResult
  public mutating func add(_ item: BibliographicItem, apart: Set<Int> = [], alone: Bool = false) -> Int {
    let described = WorkDescription(item)
    descriptions.append(described)
    let keys = alone ? [] : WorkBlocking.keys(of: described)
    let known = alone ? [] : candidates(for: described, keys).filter { !apart.contains($0.work) }
    let work = known.first?.work ?? members.count
    if work == members.count {
      members.append([])
      parents.append(work)
    }
    members[work].append(described)
    owners.append(work)
    if alone { return work }
    for twin in known.dropFirst() where twin.score >= WorkMatch.identified && agree(work, twin.work) { join(twin.work, work) }
    let root = root(work)
    for key in keys where byKey[key, default: []].count < Self.most && byKey[key]?.contains(root) != true {
      byKey[key, default: []].append(root)
    }
    return root
  }

  /// The works that fit, the best first; none of their descriptions may contradict.
  private func candidates(for described: WorkDescription, _ keys: [String]) -> [(work: Int, score: Int)] {
    var seen: Set<Int> = []
    var found: [(work: Int, score: Int)] = []
    for key in WorkBlocking.lookups(for: described, keys: keys) {
      for work in (byKey[key] ?? []).map(root) where seen.insert(work).inserted {
        let matches = members[work].suffix(4).map { described.match($0) }
        guard matches.contains(where: \.isSame), !matches.contains(where: { $0.score <= -100 }) else { continue }
        found.append((work, matches.map(\.score).max() ?? 0))
      }
    }
    return found.sorted { (-$0.score, $0.work) < (-$1.score, $1.work) }
  }

  /// Whether no identifiers of two works differ.
  private func agree(_ one: Int, _ other: Int) -> Bool {
    !members[one].suffix(4).contains { mine in members[other].suffix(4).contains { mine.match($0).score <= -WorkMatch.identified }
    }
  }

  /// A description that has the DOI of one work and the PMID of another shows that they are one.
  private mutating func join(_ one: Int, _ other: Int) {
    let (first, second) = (root(one), root(other))
    guard first != second else { return }
    let (kept, taken) = (min(first, second), max(first, second))
    members[kept] += members[taken]
    members[taken] = []
    parents[taken] = kept
  }

  private func root(_ work: Int) -> Int {
    var work = work
    while parents[work] != work { work = parents[work] }
    return work
  }
}
