import Literature

/// A trial as all documents together speak of it.
public struct TrialRecord: Hashable, Sendable {
  public struct Mention: Hashable, Sendable {
    public var documentKey: Int64
    public var document: String
    public var alias: String
    /// As this document names it.
    public var name: String
    /// Whether the document is a report of the trial itself.
    public var isReport: Bool
    public var passages: Int
    public var results: Int
  }

  public var key: Int64
  public var name: String
  public var aliases: [String]
  public var registry: [RegistryIdentifier]
  /// Ids of the lexicon: `drug:sorafenib`.
  public var drugs: [String]
  /// What documents say; more than one where they differ.
  public var phases: [String]
  public var designs: [String] = []
  public var maskings: [String] = []
  public var sampleSizes: [Int]
  public var settings: [String]
  /// Ids of the lexicon: `disease:hcc`.
  public var diseases: [String] = []
  /// By alias.
  public var documents: [Mention]
  /// Publications that documents tie to it.
  public var publicationCount = 0

  public var passageCount: Int { documents.reduce(0) { $0 + $1.passages } }
  public var resultCount: Int { documents.reduce(0) { $0 + $1.results } }

  /// Whether more is known than a name: results, or for a trial with a name of its own a registry number, a publication, a phase, a size.
  public var hasEvidence: Bool {
    if resultCount > 0 || !registry.isEmpty { return true }
    return !Trial.isAuthorYear(name) && (publicationCount > 0 || !phases.isEmpty || !sampleSizes.isEmpty)
  }

  public var json: JSONValue {
    var object = JSONObject()
    object.append("type", "trial")
    object.append("id", name)
    object.append("name", name)
    object.append("aliases", .strings(aliases))
    object.append("registry", .array(registry.map(\.json)))
    object.append(nonEmpty: "drugs", drugs.map { .string($0) })
    object.append(nonEmpty: "phases", phases.map { .string($0) })
    object.append(nonEmpty: "designs", designs.map { .string($0) })
    object.append(nonEmpty: "maskings", maskings.map { .string($0) })
    object.append(nonEmpty: "sampleSizes", sampleSizes.map { .int($0) })
    object.append(nonEmpty: "settings", settings.map { .string($0) })
    object.append(nonEmpty: "diseases", diseases.map { .string($0) })
    object.append("publications", publicationCount)
    object.append("documents", .array(documents.map(\.json)))
    return .object(object)
  }
}

extension TrialRecord.Mention {
  var json: JSONValue {
    var object = JSONObject()
    object.append("document", document)
    object.append("alias", alias)
    object.append("name", name)
    if isReport { object.append("own", .bool(true)) }
    object.append("passages", passages)
    object.append("results", results)
    return .object(object)
  }
}

extension CatalogueReader {
  /// By name, without regard to case.
  func trials(_ condition: String = "1", _ values: [(any SQLConvertible)?] = []) throws -> [TrialRecord] {
    let rows = try db.rows("SELECT * FROM trial_identity WHERE \(condition) ORDER BY folded, key", values)
    return try rows.map { row in try trial(key: row["key"], name: row["name"], registry: ListCoding.registry(row["registry"])) }
  }

  /// The trials that bear a name or registry number.
  func trials(named name: String) throws -> [TrialRecord] {
    try trials(
      "key IN (SELECT identity FROM trial JOIN trial_name ON trial_name.trial = trial.key WHERE trial_name.folded = ?)",
      [Folding.name(name)])
  }

  private func trial(key: Int64, name: String, registry: [RegistryIdentifier]) throws -> TrialRecord {
    var record = TrialRecord(
      key: key, name: name, aliases: [], registry: registry, drugs: [], phases: [], sampleSizes: [], settings: [], documents: [])
    let rows = try db.rows(
      """
      SELECT trial.*, document.id AS document_id, document.alias,
        (SELECT count(*) FROM trial_passage WHERE trial_passage.trial = trial.key) AS passage_count,
        (SELECT count(*) FROM result WHERE result.trial = trial.key) AS result_count
      FROM trial JOIN document ON document.key = trial.document WHERE identity = ? ORDER BY document.alias, document.id, ordinal
      """, [key])
    for row in rows { add(row, to: &record) }
    record.publicationCount =
      try db.value(
        """
        SELECT count(DISTINCT work) FROM reference JOIN trial_reference ON trial_reference.reference = reference.key
        JOIN trial ON trial.key = trial_reference.trial WHERE trial.identity = ?
        """, [key]) ?? 0
    return record
  }

  private func add(_ row: Row, to record: inout TrialRecord) {
    let names = [row["id"] as String, row["name"] as String] + ListCoding.strings(row["aliases"])
    for name in names where name != record.name { record.aliases.appendNew(name) }
    for drug in ListCoding.strings(row["drugs"]) { record.drugs.appendNew(drug) }
    if let phase = row["phase"] as String? { record.phases.appendNew(phase) }
    for design in ListCoding.strings(row["design"]) { record.designs.appendNew(design) }
    if let masking = row["masking"] as String? { record.maskings.appendNew(masking) }
    for disease in ListCoding.strings(row["diseases"]) { record.diseases.appendNew(disease) }
    if let size = row["sample_size"] as Int? { record.sampleSizes.appendNew(size) }
    if let setting = row["setting"] as String? { record.settings.appendNew(setting) }
    record.documents.append(
      TrialRecord.Mention(
        documentKey: row["document"], document: row["document_id"], alias: row["alias"], name: row["id"],
        isReport: row["is_own"], passages: row["passage_count"], results: row["result_count"]))
  }

  func passages(ofTrial key: Int64) throws -> [PassageRecord] {
    try db.rows(
      PassageRecord.select + """
         WHERE passage.key IN (SELECT passage FROM trial_passage JOIN trial ON trial.key = trial WHERE identity = ?)
          ORDER BY document.alias, document.id, ordinal
        """, [key]
    ).map(PassageRecord.init)
  }

  func works(ofTrial key: Int64) throws -> [WorkRecord] {
    try db.rows(
      """
      SELECT * FROM work WHERE key IN (SELECT work FROM reference JOIN trial_reference ON trial_reference.reference = reference.key
        JOIN trial ON trial.key = trial_reference.trial WHERE trial.identity = ?) ORDER BY coalesce(year, 9999), title, key
      """, [key]
    ).map(WorkRecord.init)
  }
}

extension KnowledgeBase {
  /// The trials of all documents, by name.
  public func trials() throws(KnowledgeBaseError) -> [TrialRecord] {
    try catalogue.read { db in try CatalogueReader(db: db).trials() }
  }

  /// The trials that bear a name, an alias or a registry number; case and hyphens do not matter.
  public func trials(named name: String) throws(KnowledgeBaseError) -> [TrialRecord] {
    try catalogue.read { db in try CatalogueReader(db: db).trials(named: name) }
  }

  /// The cards of a trial in all documents.
  public func cards(of trial: TrialRecord) throws(KnowledgeBaseError) -> [CardRecord] {
    try catalogue.read { db in try CatalogueReader(db: db).cards(ofTrialIdentity: trial.key) }
  }

  /// The cards that are of no trial.
  public func cardsOfNoTrial() throws(KnowledgeBaseError) -> [CardRecord] {
    try catalogue.read { db in try CatalogueReader(db: db).cardsOfNoTrial() }
  }

  /// The passages that name a trial, in all documents.
  public func passages(of trial: TrialRecord) throws(KnowledgeBaseError) -> [PassageRecord] {
    try catalogue.read { db in try CatalogueReader(db: db).passages(ofTrial: trial.key) }
  }

  /// The publications that documents tie to a trial.
  public func works(of trial: TrialRecord) throws(KnowledgeBaseError) -> [WorkRecord] {
    try catalogue.read { db in try CatalogueReader(db: db).works(ofTrial: trial.key) }
  }

  /// The passages of the sections with a label such as `table-2`, in all documents.
  public func passages(inSection label: String) throws(KnowledgeBaseError) -> [PassageRecord] {
    try catalogue.read { db in
      try db.rows(PassageRecord.select + " WHERE section = ? ORDER BY document.alias, document.id, ordinal", [label])
        .map(PassageRecord.init)
    }
  }
}

extension Array where Element: Equatable {
  mutating func appendNew(_ element: Element) { if !contains(element) { append(element) } }
}
