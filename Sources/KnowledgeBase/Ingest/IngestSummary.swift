import Foundation
import Literature

/// How an ingest is to be done.
public struct IngestOptions: Sendable {
  /// Take out documents whose files under the named folders are gone.
  public var prune = false
  /// Read and report, and change nothing.
  public var dryRun = false
  /// Read files again whose content is known; for after an update of the program.
  public var rereads = false
  /// Files that are read at the same time; the machine's cores where nil.
  public var jobs: Int?
  public init() {}

  var threads: Int { max(1, jobs ?? ProcessInfo.processInfo.activeProcessorCount) }
}

/// How far an ingest has come.
public struct IngestProgress: Sendable {
  public var done: Int
  public var total: Int
  /// The file that was finished last.
  public var path: String
}

/// What an ingest did, or would do.
public struct IngestSummary: Hashable, Sendable {
  public struct Failure: Hashable, Sendable {
    public var path: String
    /// What is wrong, and what to do about it.
    public var message: String
    public init(path: String, message: String) {
      self.path = path
      self.message = message
    }
  }
  public struct Document: Hashable, Sendable {
    public var id: String
    public var path: String
    public init(id: String, path: String) {
      self.id = id
      self.path = path
    }
  }
  /// A file whose content another file brought in already.
  public struct Duplicate: Hashable, Sendable {
    public var path: String
    public var document: String
  }

  public var isDryRun = false
  /// New documents, in the order of reading.
  public var added: [Document] = []
  /// Documents whose file has new content: as they are now.
  public var replaced: [Document] = []
  public var unchanged = 0
  public var duplicates: [Duplicate] = []
  /// Documents that were taken out, since no file holds them any more.
  public var removed: [Document] = []
  public var failures: [Failure] = []
  /// Files of the named folders that are of no kind that is read, by extension.
  public var skipped: [String: Int] = [:]
  /// Records of the documents added and replaced.
  public var passages = 0
  public var references = 0
  public var citations = 0
  public var trials = 0
  public var results = 0
  public var claims = 0
  /// Diagnostics of the documents added and replaced, by code.
  public var diagnostics: [String: Int] = [:]

  public var hasPDFs: Bool { skipped["pdf"] != nil }

  mutating func count(_ extract: Extract) {
    passages += extract.passages.count
    references += extract.references.count
    citations += extract.citations.count
    trials += extract.trials.count
    results += extract.results.count
    claims += extract.claims.count
    for diagnostic in extract.diagnostics { diagnostics[diagnostic.code, default: 0] += 1 }
  }

  public var json: JSONValue {
    var object = JSONObject()
    if isDryRun { object.append("dryRun", .bool(true)) }
    object.append("added", .array(added.map(\.json)))
    object.append("replaced", .array(replaced.map(\.json)))
    object.append("unchanged", unchanged)
    object.append("duplicates", .array(duplicates.map { Document(id: $0.document, path: $0.path).json }))
    object.append("removed", .array(removed.map(\.json)))
    object.append("failures", .array(failures.map(\.json)))
    object.append("skipped", Self.json(skipped))
    var counts = JSONObject()
    counts.append("passages", passages)
    counts.append("references", references)
    counts.append("citations", citations)
    counts.append("trials", trials)
    counts.append("results", results)
    counts.append("claims", claims)
    object.append("counts", .object(counts))
    object.append("diagnostics", Self.json(diagnostics))
    return .object(object)
  }

  private static func json(_ counts: [String: Int]) -> JSONValue {
    var object = JSONObject()
    for key in counts.keys.sorted() { object.append(key, counts[key]) }
    return .object(object)
  }
}

extension IngestSummary.Document {
  var json: JSONValue {
    var object = JSONObject()
    object.append("document", id)
    object.append("path", path)
    return .object(object)
  }
}

extension IngestSummary.Failure {
  var json: JSONValue {
    var object = JSONObject()
    object.append("path", path)
    object.append("message", message)
    return .object(object)
  }
}
