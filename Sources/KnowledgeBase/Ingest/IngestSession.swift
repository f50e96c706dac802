import Literature

/// What an ingest knows while it runs: the content and the files of the catalogue, and what it has done so far.
struct IngestSession {
  let options: IngestOptions
  let walk: SourceWalk
  var summary: IngestSummary
  /// The document of each content, by SHA-256.
  var documents: [String: DocumentKey]
  /// The document of each file, by absolute path.
  var sources: [String: Int64]

  struct DocumentKey {
    var key: Int64
    var id: String
    var path: String
  }

  init(_ base: KnowledgeBase, options: IngestOptions, walk: SourceWalk) throws(KnowledgeBaseError) {
    self.options = options
    self.walk = walk
    summary = IngestSummary()
    summary.isDryRun = options.dryRun
    summary.failures = walk.failures
    summary.skipped = walk.skipped
    (documents, sources) = try base.catalogue.read { db in
      var documents: [String: DocumentKey] = [:]
      for row in try db.rows("SELECT sha256, key, id, path FROM document") {
        documents[row[0]] = DocumentKey(key: row[1], id: row[2], path: row[3])
      }
      var sources: [String: Int64] = [:]
      for row in try db.rows("SELECT path, document FROM source") { sources[row[0]] = row[1] }
      return (documents, sources)
    }
  }

  /// Whether this ingest has stored the document itself.
  func wasWritten(_ id: String) -> Bool { (summary.added + summary.replaced).contains { $0.id == id } }

  var knownContent: Set<String> { Set(documents.keys) }

  /// The next outcome that asks for something to be stored; the others are noted on the way.
  mutating func next(
    from work: OrderedWork<SourceWalk.Item, ReadOutcome>, done: inout Int, total: Int, _ progress: (IngestProgress) -> Void
  ) -> ReadOutcome? {
    while let outcome = work.next() {
      done += 1
      progress(IngestProgress(done: done, total: total, path: outcome.path))
      guard isSettled(outcome) else { return outcome }
    }
    return nil
  }

  /// Notes an outcome that changes nothing in the catalogue.
  private mutating func isSettled(_ outcome: ReadOutcome) -> Bool {
    switch outcome {
    case .failed(let failure): summary.failures.append(failure)
    case .known(let sha256, let item):
      guard let document = documents[sha256], item.key.isEmpty || sources[item.key] == document.key else { return false }
      summary.unchanged += 1
    case .read: return false
    }
    return true
  }

  /// What a dry run would have done.
  mutating func note(_ outcome: ReadOutcome) {
    switch outcome {
    case .failed: break
    case .known(let sha256, let item):
      summary.duplicates.append(.init(path: item.path, document: documents[sha256]?.id ?? ""))
    case .read(let prepared, let item):
      let extract = prepared.extract
      let document = IngestSummary.Document(id: extract.documentID, path: item.path)
      if documents[extract.sha256] != nil, !options.rereads {
        summary.duplicates.append(.init(path: item.path, document: extract.documentID))
      } else {
        if sources[item.key] != nil { summary.replaced.append(document) } else { summary.added.append(document) }
        summary.count(extract)
        documents[extract.sha256] = DocumentKey(key: -1, id: extract.documentID, path: item.path)
      }
    }
  }

  /// Files under the folders of this ingest that the catalogue knows and the disk no longer has; sorted.
  func goneSources() -> [String] {
    sources.keys.filter { path in
      walk.folders.contains { path.hasPrefix($0 == "/" ? "/" : $0 + "/") } && SourceWalk.isGone(path)
    }.sorted()
  }

  mutating func notePruned(_ gone: [String]) {
    let lost = Set(gone)
    let kept = Set(sources.filter { !lost.contains($0.key) }.values)
    let removed = Set(lost.compactMap { sources[$0] }).subtracting(kept)
    summary.removed = documents.values.filter { removed.contains($0.key) }.map { .init(id: $0.id, path: $0.path) }
      .sorted { $0.path < $1.path }
  }
}

extension ReadOutcome {
  var path: String {
    switch self {
    case .failed(let failure): failure.path
    case .known(_, let item), .read(_, let item): item.path
    }
  }
}
