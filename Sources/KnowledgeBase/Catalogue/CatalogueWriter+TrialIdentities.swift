import Literature

/// Which trials of different documents are one. A trial without an identity is yet to be joined: a new one, or one of an identity that was
/// dissolved because a document or a work that may have joined it has changed.
extension CatalogueWriter {
  /// Gives every trial an identity. The result depends on the documents alone, not on the order of their ingest: it is what joining all
  /// trials anew would give. O(trials that a new one may be joined with, directly or through others).
  func relinkTrials() throws {
    let reach = try TrialReach.closure(of: keys("SELECT key FROM trial WHERE identity IS NULL"), in: db)
    guard !reach.isEmpty else { return }
    try dissolve(identitiesOf: "SELECT value FROM json_each(?)", [Self.list(reach.sorted())])
    let members = try trialMembers(reach)
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

  /// Parts the document's trials, and those that share a name or a number with one of them.
  func dissolveIdentities(ofDocument document: Int64) throws {
    try dissolve(
      identitiesOf: """
        SELECT key FROM trial WHERE document = ?1
        UNION SELECT other.trial FROM trial_name AS other WHERE folded IN
          (SELECT trial_name.folded FROM trial_name JOIN trial ON trial.key = trial_name.trial WHERE trial.document = ?1)
        """, [document])
  }

  /// Parts the trials that a document ties to the work, and those of the document that is the work.
  func dissolveIdentities(ofWork work: Int64) throws {
    try dissolve(
      identitiesOf: """
        SELECT trial FROM reference JOIN trial_reference ON trial_reference.reference = reference.key WHERE reference.work = ?1
        UNION SELECT trial.key FROM work JOIN trial ON trial.document = work.document WHERE work.key = ?1
        """, [work])
  }

  private func dissolve(identitiesOf trials: String, _ values: [any SQLConvertible]) throws {
    let stale = try keys("SELECT DISTINCT identity FROM trial WHERE identity IS NOT NULL AND key IN (\(trials))", values)
    for identity in stale {
      try db.run("UPDATE trial SET identity = NULL WHERE identity = ?", [identity])
      try db.run("DELETE FROM trial_identity WHERE key = ?", [identity])
    }
  }

  private func keys(_ sql: String, _ values: [any SQLConvertible] = []) throws -> [Int64] { try db.values(sql, values) }

  private static func list(_ keys: [Int64]) -> String { "[" + keys.map(String.init).joined(separator: ",") + "]" }

  /// In the order of the documents' ids.
  private func trialMembers(_ reach: Set<Int64>) throws -> [TrialClusters.Member] {
    let list = Self.list(reach.sorted())
    var worksOfTrial: [Int64: Set<Int64>] = [:]
    for row in try db.rows(
      """
      SELECT trial, work FROM trial_reference JOIN reference ON reference.key = reference
      WHERE trial IN (SELECT value FROM json_each(?))
      """, [list])
    {
      worksOfTrial[row[0], default: []].insert(row[1])
    }
    return try db.rows(
      """
      SELECT trial.key, trial.id, folded, registry, drugs, diseases, document,
        CASE WHEN is_own THEN (SELECT min(key) FROM work WHERE work.document = trial.document) END AS own_work
      FROM trial JOIN document ON document.key = trial.document
      WHERE trial.key IN (SELECT value FROM json_each(?)) ORDER BY document.id, trial.ordinal
      """, [list]
    ).map { row in
      TrialClusters.Member(
        key: row["key"], name: row["id"], folded: row["folded"], registry: ListCoding.registry(row["registry"]),
        works: worksOfTrial[row["key"]] ?? [], drugs: Set(ListCoding.strings(row["drugs"])),
        diseases: Set(ListCoding.strings(row["diseases"])), document: row["document"], ownWork: row["own_work"])
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

/// Which trials `TrialClusters` may join with which: those that share a name or a registry number, and those that a document ties to
/// the work that another document is. Trials out of reach of one another have no part in each other's groups.
///
/// Every name, document and work is looked up once, however many trials share it. O(trials in reach and their names and references).
private struct TrialReach {
  private let db: Database
  private var found: Set<Int64> = []
  private var waiting: [Int64] = []
  private var names: Set<String> = []
  /// Documents that a trial in reach is tied to.
  private var reports: Set<Int64> = []
  /// Works that are the document of a trial in reach.
  private var works: Set<Int64> = []

  init(db: Database) { self.db = db }

  /// The trials with all that can be reached from them, directly or through others.
  static func closure(of trials: [Int64], in db: Database) throws -> Set<Int64> {
    var reach = TrialReach(db: db)
    reach.add(trials)
    while let trial = reach.waiting.popLast() {
      try reach.followNames(of: trial)
      try reach.followReports(of: trial)
      try reach.followCitations(of: trial)
    }
    return reach.found
  }

  private mutating func add(_ trials: [Int64]) {
    for trial in trials where found.insert(trial).inserted { waiting.append(trial) }
  }

  private mutating func followNames(of trial: Int64) throws {
    for name: String in try db.values("SELECT folded FROM trial_name WHERE trial = ?", [trial]) where names.insert(name).inserted
    {
      add(try db.values("SELECT trial FROM trial_name WHERE folded = ?", [name]))
    }
  }

  /// From a trial to those of the documents that are its publications.
  private mutating func followReports(of trial: Int64) throws {
    let documents: [Int64] = try db.values(
      """
      SELECT work.document FROM trial_reference JOIN reference ON reference.key = trial_reference.reference
      JOIN work ON work.key = reference.work WHERE trial = ? AND work.document IS NOT NULL
      """, [trial])
    for document in documents where reports.insert(document).inserted {
      add(try db.values("SELECT key FROM trial WHERE document = ? AND is_own", [document]))
    }
  }

  /// From the trial that a document reports to those that others tie to the document.
  private mutating func followCitations(of trial: Int64) throws {
    let own: [Int64] = try db.values(
      "SELECT work.key FROM trial JOIN work ON work.document = trial.document WHERE trial.key = ? AND is_own", [trial])
    for work in own where works.insert(work).inserted {
      add(
        try db.values(
          "SELECT trial FROM reference JOIN trial_reference ON trial_reference.reference = reference.key WHERE reference.work = ?",
          [work]))
    }
  }
}
