import Foundation
import GRDB

/// The connection to the catalogue's SQLite file.
struct Catalogue: Sendable {
  static let fileName = "catalogue.sqlite"
  let folder: String
  private let connection: any DatabaseWriter
  /// Whether the file is opened as one that nobody changes.
  let isFrozen: Bool

  /// Opens a catalogue that exists, or makes one. Throws a `KnowledgeBaseError`.
  init(folder: String, canWrite: Bool) throws(KnowledgeBaseError) {
    try self.init(folder: folder, canWrite: canWrite, isFrozen: !canWrite && Self.isFrozen(folder: folder))
  }

  init(folder: String, canWrite: Bool, isFrozen: Bool) throws(KnowledgeBaseError) {
    self.folder = folder
    self.isFrozen = isFrozen
    let path = "\(folder)/\(Self.fileName)"
    do {
      connection = try isFrozen ? Self.openFrozen(path) : canWrite ? Self.openPool(path) : Self.openReader(path)
      try Self.prepare(connection, folder: folder, canWrite: canWrite)
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

  private static func openFrozen(_ path: String) throws -> any DatabaseWriter {
    var configuration = Configuration()
    configuration.readonly = true
    let escaped = path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? path
    return try DatabaseQueue(path: "file:\(escaped)?immutable=1", configuration: configuration)
  }

  /// One connection that asks, and writes nothing: a pool would begin with a write, and wait for the disk. As the last to close it still
  /// takes an empty log with it.
  private static func openReader(_ path: String) throws -> any DatabaseWriter {
    var configuration = Configuration()
    configuration.busyMode = .timeout(5)
    return try DatabaseQueue(path: path, configuration: configuration)
  }

  private static func openPool(_ path: String) throws -> any DatabaseWriter {
    var configuration = Configuration()
    configuration.busyMode = .timeout(5)
    configuration.maximumReaderCount = 8
    let pool = try DatabasePool(path: path, configuration: configuration)
    // GRDB's pool asks for NORMAL, under which a commit may be lost with the power.
    try pool.writeWithoutTransaction { db in try db.execute(sql: "PRAGMA synchronous = FULL") }
    return pool
  }

  private static func prepare(_ connection: any DatabaseWriter, folder: String, canWrite: Bool) throws {
    let (version, application, isEmpty) = try connection.read { db in
      (
        try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0, try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0,
        try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") == 0
      )
    }
    if isEmpty, version == 0 {
      if canWrite { return try connection.write(CatalogueSchema.create) }
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

  /// Reads one snapshot. Never waits for a writer.
  func read<Value>(_ body: (Database) throws -> Value) throws(KnowledgeBaseError) -> Value {
    do { return try connection.read(body) } catch { throw KnowledgeBaseError(error, folder: folder) }
  }

  /// Runs one transaction: all of it, or nothing.
  func write<Value>(_ body: (Database) throws -> Value) throws(KnowledgeBaseError) -> Value {
    do { return try connection.write(body) } catch { throw KnowledgeBaseError(error, folder: folder) }
  }

  /// Moves the log into the database file and lets go of it.
  func close() throws(KnowledgeBaseError) {
    do {
      // Readers first: the last connection to go takes the log with it, and one that only reads cannot.
      (connection as? DatabasePool)?.releaseMemory()
      if connection is DatabasePool { try connection.writeWithoutTransaction { db in _ = try db.checkpoint(.truncate) } }
      try connection.close()
    } catch { throw KnowledgeBaseError(error, folder: folder) }
  }
}
