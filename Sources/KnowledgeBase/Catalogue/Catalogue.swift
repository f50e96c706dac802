import Foundation

/// The connection to the catalogue's SQLite file.
struct Catalogue: Sendable {
  static let fileName = "catalogue.sqlite"
  let folder: String
  private let connections: Connections
  /// Whether the file is opened as one that nobody changes.
  let isFrozen: Bool

  /// Opens a catalogue that exists, or makes one. Throws a `KnowledgeBaseError`.
  init(folder: String, canWrite: Bool) throws(KnowledgeBaseError) {
    try self.init(folder: folder, canWrite: canWrite, isFrozen: !canWrite && Self.isFrozen(folder: folder))
  }

  init(folder: String, canWrite: Bool, isFrozen: Bool) throws(KnowledgeBaseError) {
    self.folder = folder
    self.isFrozen = isFrozen
    do {
      connections = try Connections(path: "\(folder)/\(Self.fileName)", canWrite: canWrite, isFrozen: isFrozen)
      try Self.prepare(connections, folder: folder, canWrite: canWrite)
    } catch {
      throw KnowledgeBaseError(error, folder: folder)
    }
  }

  /// Nobody here may write, and no log of an unfinished write is left to be read.
  private static func isFrozen(folder: String) -> Bool {
    let path = "\(folder)/\(fileName)"
    let isWritable = access(folder, W_OK) == 0 && access(path, W_OK) == 0
    var log = stat()
    let hasLog = stat(path + "-wal", &log) == 0 && log.st_size > 0 && access(path + "-shm", R_OK) == 0
    return !isWritable && !hasLog
  }

  private static func prepare(_ connections: Connections, folder: String, canWrite: Bool) throws {
    let (version, application, isEmpty) = try connections.read(isScattered: true) { db in
      (
        try db.value("PRAGMA user_version") ?? 0, try db.value("PRAGMA application_id") ?? 0,
        try db.key("SELECT 1 FROM sqlite_master LIMIT 1") == nil
      )
    }
    if isEmpty, version == 0 {
      if canWrite { return try connections.write(CatalogueSchema.create) }
      throw KnowledgeBaseError(
        .notAKnowledgeBase, "\(folder): \(fileName) is empty: the first ingest into it did not finish",
        remedy: "Ingest the documents again.")
    }
    guard application == CatalogueSchema.applicationID else {
      throw KnowledgeBaseError(
        .notAKnowledgeBase, "\(folder): \(fileName) is a database of some other program",
        remedy: "Name another folder with --index.")
    }
    try check(version: version, folder: folder)
  }

  private static func check(version: Int, folder: String) throws(KnowledgeBaseError) {
    if version > CatalogueSchema.version {
      throw KnowledgeBaseError(
        .tooNew, "\(folder): the catalogue has format \(version), newer than \(CatalogueSchema.version), the newest known here",
        remedy: "Use the version of concord that wrote it, or a later one.")
    }
    if version < CatalogueSchema.version {
      throw KnowledgeBaseError(
        .tooOld, "\(folder): the catalogue has format \(version), which can no longer be read",
        remedy: "Delete the folder and ingest the documents again.")
    }
  }

  /// Reads one snapshot. Never waits for a writer. `isScattered` as `Connections` has it.
  func read<Value>(isScattered: Bool = false, _ body: (Database) throws -> Value) throws(KnowledgeBaseError) -> Value {
    do { return try connections.read(isScattered: isScattered, body) } catch { throw KnowledgeBaseError(error, folder: folder) }
  }

  /// Runs one transaction: all of it, or nothing.
  func write<Value>(_ body: (Database) throws -> Value) throws(KnowledgeBaseError) -> Value {
    do { return try connections.write(body) } catch { throw KnowledgeBaseError(error, folder: folder) }
  }

  /// Moves the log into the database file and lets go of it.
  func close() throws(KnowledgeBaseError) {
    do { try connections.close() } catch { throw KnowledgeBaseError(error, folder: folder) }
  }
}
