import InvertedIndex
import Literature

/// A commit writes and syncs segment files first; one SQLite transaction then makes them visible together with the rows.
extension KnowledgeBase {
  /// Text that one commit takes in before it is closed.
  static let commitBytes = 48 << 20
  /// Memory that one segment may take while it is built.
  static let segmentMemory = 192 << 20

  /// Stores the first outcome and those that `next` gives, until the commit is large enough.
  func commit(
    _ session: inout IngestSession, first: ReadOutcome, next: (inout IngestSession) -> ReadOutcome?
  ) throws(KnowledgeBaseError) {
    try transaction(&session) { commit, session in
      var outcome: ReadOutcome? = first
      while let current = outcome {
        try commit.store(current, &session)
        guard commit.textBytes < Self.commitBytes, commit.builder.memoryUse < Self.segmentMemory else { break }
        outcome = next(&session)
      }
    }
  }

  /// Takes documents out.
  func commit(removing documents: [Int64], _ session: inout IngestSession) throws(KnowledgeBaseError) {
    try transaction(&session) { commit, session in
      for document in documents { try commit.remove(document, &session) }
    }
  }

  /// Forgets files, and the documents that no other file holds.
  func commit(dropping sources: [String], _ session: inout IngestSession) throws(KnowledgeBaseError) {
    guard !sources.isEmpty else { return }
    try transaction(&session) { commit, session in
      for source in sources { try commit.drop(source, &session) }
    }
  }

  /// Joins all segments into one, without their deleted passages. Readers keep what they have open. O(index).
  public func compact() throws(KnowledgeBaseError) {
    guard canWrite else { throw .unwritable(folder) }
    var session = try IngestSession(self, options: IngestOptions(), walk: SourceWalk([]))
    try transaction(&session) { commit, _ in commit.merging = .everything }
  }

  private func transaction(
    _ session: inout IngestSession, _ body: (inout Commit, inout IngestSession) throws -> Void
  ) throws(KnowledgeBaseError) {
    let live = try catalogue.write { db in
      var commit = try Commit(db, directory: directory, atStep: atStep)
      try body(&commit, &session)
      return try commit.finish()
    }
    do {
      try atStep(.committed)
      // What was dropped by this commit, and what writers that died left behind.
      try directory.sweep(keeping: live)
      try atStep(.swept)
    } catch { throw KnowledgeBaseError(error, folder: folder) }
  }
}

/// One commit while it is being made, inside the transaction.
struct Commit {
  let db: Database
  private let directory: DiskDirectory
  private let atStep: @Sendable (CommitStep) throws -> Void
  private let segmentName: String
  private let writer: CatalogueWriter
  private(set) var builder = SegmentBuilder(schema: .passages)
  private(set) var textBytes = 0
  private var deleted: [Int64] = []
  private var hasChangedDocuments = false
  private var hasRemovedDocuments = false
  /// Which segments are joined at the end.
  var merging = MergePolicy.tiered

  init(_ db: Database, directory: DiskDirectory, atStep: @escaping @Sendable (CommitStep) throws -> Void) throws {
    self.db = db
    self.directory = directory
    self.atStep = atStep
    writer = CatalogueWriter(db: db)
    let last = try db.value("SELECT value FROM setting WHERE name = 'last-segment'") ?? 0
    segmentName = "segment-\(last + 1)"
    try db.run("INSERT OR REPLACE INTO setting (name, value) VALUES ('last-segment', ?)", ["\(last + 1)"])
  }

  // MARK: Documents

  mutating func store(_ outcome: ReadOutcome, _ session: inout IngestSession) throws {
    switch outcome {
    case .failed: return
    case .known(let sha256, let item): try attachKnown(sha256, item, &session)
    case .read(let prepared, let item): try store(prepared, item, &session)
    }
  }

  private mutating func store(_ prepared: PreparedDocument, _ item: SourceWalk.Item, _ session: inout IngestSession) throws {
    let extract = prepared.extract
    var paths: [String] = []
    if let known = session.documents[extract.sha256] {
      guard session.options.rereads, !session.wasWritten(known.id) else {
        return try attachKnown(extract.sha256, item, &session)
      }
      paths = session.sources.filter { $0.value == known.key }.map(\.key)
      try delete(known.key)
    }
    if try db.key("SELECT key FROM document WHERE id = ?", [extract.documentID]) != nil {
      let message = "its id \(extract.documentID) is that of another document's content; change a byte of the file"
      return session.summary.failures.append(.init(path: item.path, message: message))
    }
    let isReplacement = session.sources[item.key] != nil
    let key = try insert(prepared, &session)
    for path in paths { session.sources[path] = key }
    for path in paths.sorted() { try point(path, to: key) }
    let document = IngestSummary.Document(id: extract.documentID, path: item.path)
    try attach(item, to: key, &session)
    if isReplacement { session.summary.replaced.append(document) } else { session.summary.added.append(document) }
  }

  private mutating func insert(_ prepared: PreparedDocument, _ session: inout IngestSession) throws -> Int64 {
    let extract = prepared.extract
    let keys = try writer.store(extract, segment: segmentName)
    for (key, passage) in zip(keys.passages, prepared.passages) {
      var named = passage
      named.externalID = UInt64(key)
      builder.add(named)
    }
    textBytes += extract.article.text.utf8.count
    hasChangedDocuments = true
    session.documents[extract.sha256] = .init(key: keys.document, id: extract.documentID, path: extract.path)
    session.summary.count(extract)
    return keys.document
  }

  private mutating func attachKnown(_ sha256: String, _ item: SourceWalk.Item, _ session: inout IngestSession) throws {
    guard let document = session.documents[sha256] else { return }
    session.summary.duplicates.append(.init(path: item.path, document: document.id))
    try attach(item, to: document.key, &session)
  }

  /// The file holds this document now; what it held before goes, unless another file holds it too.
  private mutating func attach(_ item: SourceWalk.Item, to document: Int64, _ session: inout IngestSession) throws {
    guard !item.key.isEmpty else { return }
    let before = session.sources[item.key]
    session.sources[item.key] = document
    try point(item.key, to: document)
    if let before, before != document { try removeIfOrphaned(before, &session, isReplaced: true) }
  }

  private func point(_ path: String, to document: Int64) throws {
    try db.run("INSERT OR REPLACE INTO source (path, document) VALUES (?, ?)", [path, document])
  }

  mutating func drop(_ source: String, _ session: inout IngestSession) throws {
    guard let document = session.sources.removeValue(forKey: source) else { return }
    try db.run("DELETE FROM source WHERE path = ?", [source])
    try removeIfOrphaned(document, &session, isReplaced: false)
  }

  private mutating func removeIfOrphaned(_ document: Int64, _ session: inout IngestSession, isReplaced: Bool) throws {
    guard !session.sources.values.contains(document) else { return }
    if isReplaced {
      session.documents = session.documents.filter { $0.value.key != document }
      try delete(document)
    } else {
      try remove(document, &session)
    }
  }

  mutating func remove(_ document: Int64, _ session: inout IngestSession) throws {
    for (sha256, known) in session.documents where known.key == document {
      session.summary.removed.append(.init(id: known.id, path: known.path))
      session.documents[sha256] = nil
    }
    session.sources = session.sources.filter { $0.value != document }
    try delete(document)
  }

  private mutating func delete(_ document: Int64) throws {
    deleted += try writer.remove(document: document).passages
    hasChangedDocuments = true
    hasRemovedDocuments = true
  }

  // MARK: Finishing

  /// Writes the index files, then lists them; returns the live segments.
  mutating func finish() throws -> [SegmentReference] {
    // Only a document that went can leave works behind that nobody cites.
    if hasRemovedDocuments { try writer.dropOrphanedWorks() }
    if hasChangedDocuments { try writer.relinkTrials() }
    try atStep(.rowsStored)
    var live = try CatalogueReader(db: db).segments()
    if !deleted.isEmpty { live = try deletePassages(from: live) }
    try atStep(.deletionsWritten)
    if builder.count > 0 { live.append(try writeSegment()) }
    live = try compacted(live)
    try atStep(.segmentWritten)
    try list(live)
    try atStep(.segmentsListed)
    return live
  }

  private func deletePassages(from live: [SegmentReference]) throws -> [SegmentReference] {
    let snapshot = try IndexSnapshot(live, schema: .passages, in: directory)
    let changed = try snapshot.deleting(deleted.map { UInt64($0) }, in: directory)
    let holding: Set<String> = Set(try db.values("SELECT DISTINCT segment FROM document"))
    return changed.filter { holding.contains($0.name) }
  }

  private func writeSegment() throws -> SegmentReference {
    try builder.write(to: directory, name: segmentName)
  }

  /// Many small commits leave many small segments; these become fewer.
  private func compacted(_ live: [SegmentReference]) throws -> [SegmentReference] {
    let name = segmentName + "-merged"
    let snapshot = try IndexSnapshot(live, schema: .passages, in: directory)
    guard let merged = try snapshot.compact(merging, into: name, in: directory) else { return live }
    let kept = Set(merged.map(\.name))
    for segment in live where !kept.contains(segment.name) {
      try db.run("UPDATE document SET segment = ? WHERE segment = ?", [name, segment.name])
    }
    return merged
  }

  private func list(_ live: [SegmentReference]) throws {
    try db.run("DELETE FROM segment")
    for segment in live {
      let passages = try db.key("SELECT sum(passages) FROM document WHERE segment = ?", [segment.name])
      try db.insert(
        "segment",
        [("name", segment.name), ("deletion_generation", Int(segment.deletionGeneration)), ("passages", passages ?? 0)])
    }
  }
}
