#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A file named on the command line; `-` is standard input.
struct InputFile {
  var path: String

  /// The whole content. Throws `Failure` with the path and the system's reason.
  func bytes() throws -> [UInt8] {
    let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(errno) }
    defer { if path != "-" { close(descriptor) } }
    var content: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw failure(errno) }
      if count == 0 { return content }
      content += buffer[..<count]
    }
  }

  private func failure(_ code: Int32) -> Failure {
    let reason = String(cString: strerror(code))
    let remedy = code == EISDIR ? " Name the files in it, or use “concord ingest” for folders." : ""
    return Failure("\(path): \(reason).\(remedy)")
  }
}
