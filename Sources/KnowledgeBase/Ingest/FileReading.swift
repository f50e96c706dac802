import Foundation
import Literature

/// Reads whole files, with the system's reason where that fails.
enum FileReading {
  /// Larger files are refused before anything is allocated.
  static let largest = 1 << 30

  static func bytes(of path: String) throws(UnreadableDocument) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw UnreadableDocument("cannot be opened: \(String(cString: strerror(errno)))") }
    defer { close(descriptor) }
    var status = stat()
    let expected = fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
    guard expected <= largest else { throw UnreadableDocument("is larger than 1 GiB; split it into its articles") }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(expected + 1)
    while try append(descriptor, &bytes, step: max(1 << 16, expected - bytes.count + 1)) {
      guard bytes.count <= largest else { throw UnreadableDocument("is larger than 1 GiB; split it into its articles") }
    }
    return bytes
  }

  private static func append(_ descriptor: Int32, _ bytes: inout [UInt8], step: Int) throws(UnreadableDocument) -> Bool {
    var failure: Int32 = 0
    let chunk = [UInt8](unsafeUninitializedCapacity: step) { buffer, count in
      let got = read(descriptor, buffer.baseAddress, step)
      if got < 0 { failure = errno }
      count = max(0, got)
    }
    if failure != 0 { throw UnreadableDocument("cannot be read: \(String(cString: strerror(failure)))") }
    bytes.append(contentsOf: chunk)
    return !chunk.isEmpty
  }
}
