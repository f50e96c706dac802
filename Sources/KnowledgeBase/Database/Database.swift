import CSQLite

/// A connection to a SQLite file. Used by one thread at a time: `Catalogue` sees to that.
final class Database: @unchecked Sendable {
  /// How a file is opened.
  enum Access {
    /// Reads, and may take an empty log with it as the last to close.
    case reading
    /// Reads a file that nobody changes and leaves no trace.
    case frozen
    /// Reads and writes; makes the file where there is none.
    case writing
  }

  let handle: OpaquePointer
  private var statements: [String: Statement] = [:]
  /// For each table the sets of columns that rows were inserted with.
  private var insertions: [String: [Insertion]] = [:]
  /// Milliseconds that a statement waits for another process.
  private static let patience: Int32 = 5000
  /// What the system was last told of a map; nil without one.
  var isScattered: Bool?

  /// Once in the life of a process, before the first connection.
  private static let isConfigured = csqlite_allocate_cache_pages_one_by_one() == SQLITE_OK

  init(path: String, _ access: Access) throws(SQLiteError) {
    // Where somebody has set SQLite up already it works as it did.
    _ = Self.isConfigured
    let name = access == .frozen ? "file:\(Self.escaped(path))?immutable=1" : path
    let flags =
      switch access {
      case .reading: SQLITE_OPEN_READWRITE
      case .frozen: SQLITE_OPEN_READONLY | SQLITE_OPEN_URI
      case .writing: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
      }
    var handle: OpaquePointer?
    let code = sqlite3_open_v2(name, &handle, flags | SQLITE_OPEN_NOMUTEX, nil)
    guard code == SQLITE_OK, let handle else {
      let error = SQLiteError(handle, code: code)
      sqlite3_close_v2(handle)
      throw error
    }
    self.handle = handle
    sqlite3_busy_timeout(handle, Self.patience)
  }

  deinit {
    statements = [:]
    insertions = [:]
    sqlite3_close_v2(handle)
  }

  /// A path within a URI: all that could mean something there as its bytes in hexadecimal.
  private static func escaped(_ path: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var escaped: [UInt8] = []
    for byte in path.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x2F, 0x5F, 0x7E: escaped.append(byte)
      default: escaped += [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: escaped, as: UTF8.self)
  }

  /// Runs statements that take no values and give no rows, with semicolons between.
  func execute(_ sql: String) throws(SQLiteError) {
    let code = sqlite3_exec(handle, sql, nil, nil, nil)
    guard code == SQLITE_OK else { throw SQLiteError(handle, code: code) }
  }

  /// Runs a statement; it is compiled once.
  func run(_ sql: String, _ values: [(any SQLConvertible)?] = []) throws(SQLiteError) {
    try statement(sql).run(values) { _ in true }
  }

  func rows(_ sql: String, _ values: [(any SQLConvertible)?] = []) throws(SQLiteError) -> [Row] {
    var rows: [Row] = []
    try statement(sql).run(values) { row in
      rows.append(row)
      return true
    }
    return rows
  }

  /// The first column of all rows.
  func values<Value: SQLConvertible>(_ sql: String, _ values: [(any SQLConvertible)?] = []) throws(SQLiteError) -> [Value] {
    try rows(sql, values).map { $0[0] }
  }

  /// The first column of the first row; nil where there is no row, or where it is NULL.
  func value<Value: SQLConvertible>(_ sql: String, _ values: [(any SQLConvertible)?] = []) throws(SQLiteError) -> Value? {
    var first: Row?
    try statement(sql).run(values) { row in
      first = row
      return false
    }
    return first?[0]
  }

  func key(_ sql: String, _ values: [(any SQLConvertible)?] = []) throws(SQLiteError) -> Int64? { try value(sql, values) }

  /// Inserts a row and returns its key. The statement is compiled once for each set of columns.
  @discardableResult
  func insert(_ table: String, _ columns: Columns) throws(SQLiteError) -> Int64 {
    try insertion(table, columns).insert(columns)
    return sqlite3_last_insert_rowid(handle)
  }

  /// Known by the names of its columns: to write it out anew and look for it as a text took longer than to store the row.
  private func insertion(_ table: String, _ columns: Columns) throws(SQLiteError) -> Statement {
    if let known = insertions[table]?.first(where: { $0.isOf(columns) }) { return known.statement }
    let names = columns.map { "\"\($0.name)\"" }.joined(separator: ",")
    let marks = columns.map { _ in "?" }.joined(separator: ",")
    let statement = try Statement("INSERT INTO \"\(table)\" (\(names)) VALUES (\(marks))", handle)
    insertions[table, default: []].append(Insertion(names: columns.map(\.name), statement: statement))
    return statement
  }

  /// Does the work within one transaction: all of it, or nothing. `isWriting` takes the right to write at once, so that it cannot be
  /// lost to another in the middle.
  func transaction<Value>(isWriting: Bool, _ body: (Database) throws -> Value) throws -> Value {
    try execute(isWriting ? "BEGIN IMMEDIATE" : "BEGIN")
    do {
      let value = try body(self)
      try execute("COMMIT")
      return value
    } catch {
      // SQLite may have rolled back by itself, after a full disk for one; and why undoing failed would tell less than the first failure.
      if sqlite3_get_autocommit(handle) == 0 { try? execute("ROLLBACK") }
      throw error
    }
  }

  /// Moves the log into the file and empties it.
  func checkpoint() throws(SQLiteError) {
    let code = sqlite3_wal_checkpoint_v2(handle, nil, SQLITE_CHECKPOINT_TRUNCATE, nil, nil)
    guard code == SQLITE_OK else { throw SQLiteError(handle, code: code) }
  }

  private func statement(_ sql: String) throws(SQLiteError) -> Statement {
    if let known = statements[sql] { return known }
    let statement = try Statement(sql, handle)
    statements[sql] = statement
    return statement
  }
}

/// A compiled statement that inserts rows of some columns.
private struct Insertion {
  var names: [String]
  var statement: Statement

  func isOf(_ columns: Columns) -> Bool {
    guard names.count == columns.count else { return false }
    for (place, name) in names.enumerated() where name != columns[place].name { return false }
    return true
  }
}

/// The columns of a row to be written.
typealias Columns = [(name: String, value: (any SQLConvertible)?)]
