import Literature

/// Which trials of different documents are one trial.
///
/// Shared registry numbers join, and so does the canonical name; two trials that stand in one register under different numbers are
/// never joined, and a name that several registered trials bear joins nothing to any of them. Nor does a name join trials of
/// different drugs in different diseases: acronyms are used again.
struct TrialClusters {
  struct Member {
    var key: Int64
    /// Canonical, as the document has it.
    var name: String
    var folded: String
    var registry: [RegistryIdentifier]
    /// The works that the document ties to the trial.
    var works: Set<Int64>
    /// Ids of the lexicon.
    var drugs: Set<String> = []
    var diseases: Set<String> = []
    var document: Int64 = 0
    /// The work that the document is, where it is a report of the trial itself.
    var ownWork: Int64?

    /// The name folded, where it is one of the trial's own: neither a registry number nor made of an author and a year.
    var properName: String? {
      Trial.isAuthorYear(name) || folded.isEmpty || registry.contains { $0.id == name } ? nil : folded
    }
  }

  private let members: [Member]
  private var parent: [Int]
  /// For each root the distinct non-empty registry lists of its members.
  private var registries: [[[RegistryIdentifier]]]
  /// For each root the names of their own that its members have.
  private var names: [Set<String>]

  /// O(members · registry numbers) for names and numbers that do not conflict. The members' order decides nothing but the order of the groups,
  /// except where numbers conflict.
  static func groups(of members: [Member]) -> [[Int]] {
    var clusters = TrialClusters(members)
    clusters.joinByRegistry()
    clusters.joinByName()
    clusters.joinByReport()
    return clusters.groups()
  }

  private init(_ members: [Member]) {
    self.members = members
    parent = Array(members.indices)
    registries = members.map { $0.registry.isEmpty ? [] : [$0.registry] }
    names = members.map { $0.properName.map { [$0] } ?? [] }
  }

  private mutating func root(_ index: Int) -> Int {
    var node = index
    while parent[node] != node {
      parent[node] = parent[parent[node]]
      node = parent[node]
    }
    return node
  }

  private mutating func join(_ first: Int, _ second: Int) -> Bool {
    let (a, b) = (root(first), root(second))
    if a == b { return true }
    for one in registries[a] { for other in registries[b] where Self.conflict(one, other) { return false } }
    let (low, high) = (min(a, b), max(a, b))
    parent[high] = low
    for list in registries[high] where !registries[low].contains(list) { registries[low].append(list) }
    registries[high] = []
    names[low].formUnion(names[high])
    names[high] = []
    return true
  }

  /// Both stand in one register, and share no number there.
  static func conflict(_ one: [RegistryIdentifier], _ other: [RegistryIdentifier]) -> Bool {
    one.contains { id in
      let there = other.filter { $0.scheme == id.scheme }
      return !there.isEmpty && !there.contains { candidate in one.contains(candidate) }
    }
  }

  private mutating func joinByRegistry() {
    var holders: [RegistryIdentifier: [Int]] = [:]
    for index in members.indices {
      for id in members[index].registry {
        var isJoined = false
        for holder in holders[id] ?? [] where join(holder, index) {
          isJoined = true
          break
        }
        if !isJoined { holders[id, default: []].append(index) }
      }
    }
  }

  private mutating func joinByName() {
    var bearers: [String: [Int]] = [:]
    var names: [String] = []
    for (index, member) in members.enumerated() where !member.folded.isEmpty {
      if bearers[member.folded] == nil { names.append(member.folded) }
      bearers[member.folded, default: []].append(index)
    }
    for name in names { join(bearers: bearers[name] ?? []) }
  }

  private mutating func join(bearers: [Int]) {
    if let first = bearers.first, Trial.isAuthorYear(members[first].name) { return joinByWork(bearers) }
    guard !bearers.contains(where: { one in bearers.contains { differInSubject(one, $0) } }) else { return joinByWork(bearers) }
    let registered = bearers.filter { !members[$0].registry.isEmpty }
    let unregistered = bearers.filter { members[$0].registry.isEmpty }
    for (earlier, later) in zip(unregistered, unregistered.dropFirst()) { _ = join(earlier, later) }
    var isOne = true
    for index in registered.dropFirst() where !join(registered[0], index) { isOne = false }
    if isOne, let trial = registered.first, let nameless = unregistered.first { _ = join(trial, nameless) }
  }

  /// What a document names and ties to a paper is the trial that the paper reports, where it ties no other trial to that paper and at most
  /// one name is known of the two: so an acronym in a review meets the registry number in the report.
  private mutating func joinByReport() {
    var reporterOfWork: [Int64: Int] = [:]
    for (index, member) in members.enumerated() {
      if let work = member.ownWork, reporterOfWork[work] == nil { reporterOfWork[work] = index }
    }
    guard !reporterOfWork.isEmpty else { return }
    var trialsOfPaper: [[Int64]: Int] = [:]
    for member in members {
      for work in member.works { trialsOfPaper[[member.document, work], default: 0] += 1 }
    }
    for (index, member) in members.enumerated() {
      for work in member.works.sorted() where trialsOfPaper[[member.document, work]] == 1 {
        guard let reporter = reporterOfWork[work], members[reporter].document != member.document,
          names[root(index)].union(names[root(reporter)]).count <= 1
        else { continue }
        _ = join(reporter, index)
      }
    }
  }

  /// Both name drugs and diseases, and have none of either and no publication in common.
  private func differInSubject(_ one: Int, _ other: Int) -> Bool {
    let (left, right) = (members[one], members[other])
    guard !left.drugs.isEmpty, !right.drugs.isEmpty, !left.diseases.isEmpty, !right.diseases.isEmpty else { return false }
    return left.drugs.isDisjoint(with: right.drugs) && left.diseases.isDisjoint(with: right.diseases)
      && left.works.isDisjoint(with: right.works) && Set(left.registry).isDisjoint(with: right.registry)
  }

  /// Two studies may have one author and one year, so only a shared publication joins them.
  private mutating func joinByWork(_ bearers: [Int]) {
    var holder: [Int64: Int] = [:]
    for index in bearers {
      for work in members[index].works.sorted() {
        if let other = holder[work] { _ = join(other, index) } else { holder[work] = index }
      }
    }
  }

  private mutating func groups() -> [[Int]] {
    var groups: [[Int]] = []
    var place: [Int: Int] = [:]
    for index in members.indices {
      let root = root(index)
      if let known = place[root] {
        groups[known].append(index)
      } else {
        place[root] = groups.count
        groups.append([index])
      }
    }
    return groups
  }
}
