import CSQLite
import Synchronization

/// The connections to one file: one that writes, and as many that read as there are readers at a time.
///
/// Readers never wait for the writer; a second writer waits for the first.
final class Connections: Sendable {
  private struct Idle {
    var readers: [Database] = []
    var isClosed = false
  }

  private let path: String
  private let access: Database.Access
  private let writer: Mutex<Database?>
  private let idle = Mutex(Idle())

  /// Opens a connection; one that may write makes the file where there is none.
  init(path: String, canWrite: Bool, isFrozen: Bool) throws(SQLiteError) {
    self.path = path
    access = isFrozen ? .frozen : .reading
    guard canWrite else {
      writer = Mutex(nil)
      idle.withLock { [first = try Self.opened(path, access)] in $0.readers = [first] }
      return
    }
    let database = try Self.opened(path, .writing)
    try database.execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL")
    writer = Mutex(database)
  }

  private static func opened(_ path: String, _ access: Database.Access) throws(SQLiteError) -> Database {
    let database = try Database(path: path, access)
    if access == .writing { try database.execute("PRAGMA foreign_keys = ON") } else { try database.mapForReading() }
    return database
  }

  /// Reads one snapshot. `isScattered`: a few rows all over the file, so that nothing beside them need be read.
  func read<Value>(isScattered: Bool = false, _ body: (Database) throws -> Value) throws -> Value {
    let reader = try takeReader()
    defer { giveBack(reader) }
    reader.expectScatteredReads(isScattered)
    return try reader.transaction(isWriting: false, body)
  }

  /// Runs one transaction: all of it, or nothing.
  func write<Value>(_ body: (Database) throws -> Value) throws -> Value {
    var outcome: Result<Value, any Error> = .failure(Self.closed)
    writer.withLock { database in
      if let database { outcome = Result { try database.transaction(isWriting: true, body) } }
    }
    return try outcome.get()
  }

  private func takeReader() throws(SQLiteError) -> Database {
    let (reader, isClosed) = idle.withLock { ($0.readers.popLast(), $0.isClosed) }
    if isClosed { throw Self.closed }
    if let reader { return reader }
    return try Self.opened(path, access)
  }

  private func giveBack(_ reader: Database) {
    idle.withLock { if !$0.isClosed { $0.readers.append(reader) } }
  }

  private static var closed: SQLiteError { SQLiteError(code: SQLITE_MISUSE, message: "it is closed") }

  /// Lets go of the file. Readers first: the last connection to go takes the log with it, and one that only reads cannot.
  func close() throws(SQLiteError) {
    idle.withLock { $0 = Idle(isClosed: true) }
    let database = writer.withLock { database in
      defer { database = nil }
      return database
    }
    try database?.checkpoint()
  }
}
