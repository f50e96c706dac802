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

  /// Reads pages where the system keeps them, without a copy of each. The head of a file that is not in memory is asked for at once instead of
  /// page by page.
  func mapForReading() throws(SQLiteError) {
    // The first page is read without a map: there SQLite learns that there is a log, and would throw away a map that it had made before.
    try execute("PRAGMA mmap_size = 0; PRAGMA user_version; PRAGMA mmap_size = \(Self.mostMapped)")
    isScattered = false
    expectScatteredReads(true)
    withMap(Self.expectHead)
  }

  /// Says what will be read: a few rows all over the file, or much of it. Around each page of a map that is touched a system reads others, up
  /// to megabytes: good for much of the file, and by far the most of the time of a search, which touches some sixty pages.
  func expectScatteredReads(_ isScattered: Bool) {
    guard let known = self.isScattered, known != isScattered else { return }
    self.isScattered = isScattered
    // Only advice: without it every page is as readable.
    withMap { start, size in _ = madvise(start, size, isScattered ? MADV_RANDOM : MADV_NORMAL) }
  }

  /// Calls `body` with the map of the file as it is now, if there is one.
  private func withMap(_ body: (UnsafeMutableRawPointer, Int) -> Void) {
    var file: UnsafeMutablePointer<sqlite3_file>?
    guard sqlite3_file_control(handle, "main", SQLITE_FCNTL_FILE_POINTER, &file) == SQLITE_OK, let file,
      let methods = file.pointee.pMethods, methods.pointee.iVersion >= 3
    else { return }
    var start: UnsafeMutableRawPointer?
    var size: sqlite3_int64 = 0
    guard methods.pointee.xFileSize(file, &size) == SQLITE_OK,
      methods.pointee.xFetch(file, 0, Int32(Self.pageSize), &start) == SQLITE_OK, let start
    else { return }
    body(start, min(Int(size), Self.mostMapped))
    _ = methods.pointee.xUnfetch(file, 0, start)
  }

  private static func expectHead(_ start: UnsafeMutableRawPointer, _ size: Int) {
    #if os(Linux)
      var flag: UInt8 = 1
      // Not one of the first, which come with the first page.
      guard size > headBytes, mincore(start + headBytes - pageSize, 1, &flag) == 0, flag & 1 == 0 else { return }
      _ = madvise(start, headBytes, MADV_WILLNEED)
    #endif
  }
}
