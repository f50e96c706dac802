import Foundation
import InvertedIndex
import Literature

/// A document that was read and is ready to be stored.
struct PreparedDocument: Sendable {
  var extract: Extract
  var passages: [IndexedPassage]
}

/// What became of one file.
enum ReadOutcome: Sendable {
  case failed(IngestSummary.Failure)
  /// The catalogue holds this content, by its SHA-256.
  case known(sha256: String, SourceWalk.Item)
  case read(PreparedDocument, SourceWalk.Item)
}

extension KnowledgeBase {
  /// Reads files and folders into the knowledge base.
  ///
  /// Files are read on several threads and stored in the order of their paths, in commits of some tens of megabytes; memory is bounded
  /// by those. A file that fails is reported in the summary and the rest goes on. Throws what keeps the knowledge base from being written;
  /// commits made before that stay. `progress` is called on the calling thread.
  @discardableResult
  public func ingest(
    _ sources: [IngestSource], options: IngestOptions = IngestOptions(), reader: DocumentReader,
    progress: (IngestProgress) -> Void = { _ in }
  ) throws(KnowledgeBaseError) -> IngestSummary {
    guard canWrite || options.dryRun else { throw .unwritable(folder) }
    let walk = SourceWalk(sources)
    var session = try IngestSession(self, options: options, walk: walk)
    let known = options.rereads ? [] : session.knownContent
    let work = OrderedWork(walk.items, jobs: options.threads, window: options.threads * 4) { item in
      Self.read(item, known: known, reader: reader)
    }
    defer { work.cancel() }
    var done = 0
    while let outcome = session.next(from: work, done: &done, total: walk.items.count, progress) {
      if options.dryRun {
        session.note(outcome)
      } else {
        try commit(&session, first: outcome) { session in session.next(from: work, done: &done, total: walk.items.count, progress)
        }
      }
    }
    if options.prune { try prune(&session) }
    return session.summary
  }

  private static func read(_ item: SourceWalk.Item, known: Set<String>, reader: DocumentReader) -> ReadOutcome {
    do throws(UnreadableDocument) {
      let bytes = try bytes(of: item)
      if !known.isEmpty {
        let hash = ContentHash(of: bytes).hex
        if known.contains(hash) { return .known(sha256: hash, item) }
      }
      if bytes.starts(with: Array("%PDF-".utf8)) { throw UnreadableDocument(SourceWalk.pdfAdvice) }
      let extract = try reader.read(bytes, item.path)
      return .read(PreparedDocument(extract: extract, passages: PassageIndexer.passages(of: extract)), item)
    } catch {
      return .failed(IngestSummary.Failure(path: item.path, message: error.description))
    }
  }

  private static func bytes(of item: SourceWalk.Item) throws(UnreadableDocument) -> [UInt8] {
    switch item.content {
    case .file: try FileReading.bytes(of: item.path)
    case .bytes(let bytes): bytes
    }
  }

  /// Takes a document out, by its id or alias. Throws `badRequest` where none or several go by that name.
  @discardableResult
  public func remove(document name: String) throws(KnowledgeBaseError) -> IngestSummary.Document {
    guard canWrite else { throw .unwritable(folder) }
    let document = try onlyDocument(named: name)
    var session = try IngestSession(self, options: IngestOptions(), walk: SourceWalk([]))
    try commit(removing: [document.key], &session)
    return IngestSummary.Document(id: document.id, path: document.path)
  }

  private func prune(_ session: inout IngestSession) throws(KnowledgeBaseError) {
    let gone = session.goneSources()
    if session.options.dryRun { return session.notePruned(gone) }
    try commit(dropping: gone, &session)
  }
}
