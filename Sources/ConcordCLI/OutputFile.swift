#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A file that a command writes.
struct OutputFile {
  var path: String

  /// Writes the whole content in place of what was there. Throws `Failure` with the path and the system's reason.
  func write(_ content: String) throws {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw failure() }
    defer { close(descriptor) }
    var bytes = Array(content.utf8)[...]
    while !bytes.isEmpty {
      let written = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if written < 0 && errno == EINTR { continue }
      guard written > 0 else { throw failure() }
      bytes = bytes.dropFirst(written)
    }
  }

  private func failure() -> Failure { Failure("\(path): \(String(cString: strerror(errno))).") }
}
