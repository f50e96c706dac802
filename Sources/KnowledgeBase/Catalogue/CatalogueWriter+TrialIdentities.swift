import Literature

extension CatalogueWriter {
  /// Finds anew which trials of different documents are one. The result depends on the documents alone, not on the order of their ingest.
  /// O(trials of the knowledge base).
  func relinkTrials() throws {
    let members = try trialMembers()
    try db.run("UPDATE trial SET identity = NULL")
    try db.run("DELETE FROM trial_identity")
    for group in TrialClusters.groups(of: members) {
      let trials = group.map { members[$0] }
      let proper = trials.filter { $0.properName != nil }
      let name = commonest((proper.isEmpty ? trials : proper).map(\.name))
      let identity = try db.insert(
        "trial_identity",
        [("name", name), ("folded", Folding.name(name)), ("registry", ListCoding.text(registry(of: trials)))])
      for trial in trials { try db.run("UPDATE trial SET identity = ? WHERE key = ?", [identity, trial.key]) }
    }
  }

  private func trialMembers() throws -> [TrialClusters.Member] {
    let works = try db.rows(
      "SELECT trial, work FROM trial_reference JOIN reference ON reference.key = reference ORDER BY trial, work")
    var worksOfTrial: [Int64: Set<Int64>] = [:]
    for row in works { worksOfTrial[row[0], default: []].insert(row[1]) }
    let ownWorks = Dictionary(
      try db.rows("SELECT document, min(key) FROM work WHERE document IS NOT NULL GROUP BY document").map {
        ($0[0] as Int64, $0[1] as Int64)
      }, uniquingKeysWith: { first, _ in first })
    return try db.rows(
      """
      SELECT trial.* FROM trial JOIN document ON document.key = trial.document ORDER BY document.id, trial.ordinal
      """
    ).map { row in
      let (key, document) = (row["key"] as Int64, row["document"] as Int64)
      return TrialClusters.Member(
        key: key, name: row["id"], folded: row["folded"], registry: ListCoding.registry(row["registry"]),
        works: worksOfTrial[key] ?? [], drugs: Set(ListCoding.strings(row["drugs"])),
        diseases: Set(ListCoding.strings(row["diseases"])), document: document,
        ownWork: (row["is_own"] as Bool) ? ownWorks[document] : nil)
    }
  }

  /// The name that most documents use; of several the first.
  private func commonest(_ names: [String]) -> String {
    var counts: [String: Int] = [:]
    for name in names { counts[name, default: 0] += 1 }
    let most = counts.values.max() ?? 0
    return names.first { counts[$0] == most } ?? ""
  }

  private func registry(of trials: [TrialClusters.Member]) -> [RegistryIdentifier] {
    var seen: Set<RegistryIdentifier> = []
    return trials.flatMap(\.registry).filter { seen.insert($0).inserted }
  }
}
