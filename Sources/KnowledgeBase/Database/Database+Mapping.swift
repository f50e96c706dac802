import CSQLite

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension Database {
  private static let mostMapped = 1 << 30
  /// Where the roots of all tables and indexes are, and what describes them: the first pages of the file, since the tables were made first.
  private static let headBytes = 320 << 10
  private static let pageSize = 4096

  /// Reads pages where the system keeps them, without a copy of each.
  ///
  /// Around a page of a map that is touched a system reads others, up to megabytes, and a search touches some sixty pages all over the file.
  /// So it is told not to; and the head of a file that is not in memory is asked for at once instead of page by page.
  func mapForReading() throws(SQLiteError) {
    // The first page is read without a map: there SQLite learns that there is a log, and would throw away a map that it had made before.
    try execute("PRAGMA mmap_size = 0; PRAGMA user_version; PRAGMA mmap_size = \(Self.mostMapped)")
    var file: UnsafeMutablePointer<sqlite3_file>?
    guard sqlite3_file_control(handle, "main", SQLITE_FCNTL_FILE_POINTER, &file) == SQLITE_OK, let file,
      let methods = file.pointee.pMethods, methods.pointee.iVersion >= 3
    else { return }
    var start: UnsafeMutableRawPointer?
    var size: sqlite3_int64 = 0
    // Where there is no map, nothing is read around a page either.
    guard methods.pointee.xFileSize(file, &size) == SQLITE_OK,
      methods.pointee.xFetch(file, 0, Int32(Self.pageSize), &start) == SQLITE_OK, let start
    else { return }
    Self.advise(start, min(Int(size), Self.mostMapped))
    _ = methods.pointee.xUnfetch(file, 0, start)
  }

  /// Only advice: without it every page is as readable.
  private static func advise(_ start: UnsafeMutableRawPointer, _ size: Int) {
    _ = madvise(start, size, MADV_RANDOM)
    #if os(Linux)
      var flag: UInt8 = 1
      // Not one of the first, which come with the first page.
      guard size > headBytes, mincore(start + headBytes - pageSize, 1, &flag) == 0, flag & 1 == 0 else { return }
      _ = madvise(start, headBytes, MADV_WILLNEED)
    #endif
  }
}
