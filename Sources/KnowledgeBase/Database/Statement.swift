import CSQLite

/// A compiled statement of one connection.
final class Statement {
  private let handle: OpaquePointer
  private let connection: OpaquePointer
  private let names: Row.Names

  /// `connection` outlives the statement.
  init(_ sql: String, _ connection: OpaquePointer) throws(SQLiteError) {
    var handle: OpaquePointer?
    let code = sqlite3_prepare_v3(connection, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &handle, nil)
    guard code == SQLITE_OK, let handle else { throw SQLiteError(connection, code: code == SQLITE_OK ? SQLITE_ERROR : code) }
    self.handle = handle
    self.connection = connection
    names = Row.Names(
      (0..<sqlite3_column_count(handle)).map { place in sqlite3_column_name(handle, place).map { String(cString: $0) } ?? "" })
  }

  deinit { sqlite3_finalize(handle) }

  /// Runs the statement and gives `body` each of its rows, until it returns false.
  func run(_ values: [(any SQLConvertible)?], _ body: (Row) -> Bool) throws(SQLiteError) {
    for (place, value) in values.enumerated() { try bind(value?.sqlValue ?? .null, at: Int32(place + 1)) }
    try step(body)
  }

  /// Runs a statement that stores a row of these columns.
  func insert(_ columns: Columns) throws(SQLiteError) {
    for place in columns.indices { try bind(columns[place].value?.sqlValue ?? .null, at: Int32(place + 1)) }
    try step { _ in true }
  }

  private func step(_ body: (Row) -> Bool) throws(SQLiteError) {
    defer { sqlite3_reset(handle) }
    while true {
      let code = sqlite3_step(handle)
      if code == SQLITE_DONE { return }
      guard code == SQLITE_ROW else { throw SQLiteError(connection, code: code) }
      let count = Int32(names.names.count)
      guard body(Row(names, (0..<count).map(value))) else { return }
    }
  }

  /// SQLite copies what it is given.
  private func bind(_ value: SQLValue, at place: Int32) throws(SQLiteError) {
    let copies = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    let code: Int32
    switch value {
    case .null: code = sqlite3_bind_null(handle, place)
    case .integer(let number): code = sqlite3_bind_int64(handle, place, number)
    case .real(let number): code = sqlite3_bind_double(handle, place, number)
    case .text(var text):
      code = text.withUTF8 { utf8 in
        let start = UnsafeRawPointer(utf8.baseAddress)?.assumingMemoryBound(to: CChar.self)
        return start == nil
          ? sqlite3_bind_text(handle, place, "", 0, copies)
          : sqlite3_bind_text64(handle, place, start, UInt64(utf8.count), copies, UInt8(SQLITE_UTF8))
      }
    case .blob(let bytes):
      code = bytes.withUnsafeBytes { bytes in
        bytes.isEmpty
          ? sqlite3_bind_zeroblob(handle, place, 0)
          : sqlite3_bind_blob64(handle, place, bytes.baseAddress, UInt64(bytes.count), copies)
      }
    }
    guard code == SQLITE_OK else { throw SQLiteError(connection, code: code) }
  }

  private func value(_ place: Int32) -> SQLValue {
    switch sqlite3_column_type(handle, place) {
    case SQLITE_INTEGER: return .integer(sqlite3_column_int64(handle, place))
    case SQLITE_FLOAT: return .real(sqlite3_column_double(handle, place))
    case SQLITE_TEXT:
      let text = UnsafeBufferPointer(start: sqlite3_column_text(handle, place), count: Int(sqlite3_column_bytes(handle, place)))
      return .text(String(decoding: text, as: UTF8.self))
    case SQLITE_BLOB:
      let bytes = UnsafeRawBufferPointer(
        start: sqlite3_column_blob(handle, place), count: Int(sqlite3_column_bytes(handle, place)))
      return .blob(Array(bytes))
    default: return .null
    }
  }
}
