import CSQLite

/// What SQLite refused.
struct SQLiteError: Error {
  /// The primary result code, e.g. `SQLITE_FULL`.
  var code: Int32
  var message: String

  init(code: Int32, message: String) {
    self.code = code & 0xFF
    self.message = message
  }

  /// The last failure of a connection.
  init(_ connection: OpaquePointer?, code: Int32) {
    self.init(code: code, message: String(cString: connection.map { sqlite3_errmsg($0) } ?? sqlite3_errstr(code)))
  }
}
