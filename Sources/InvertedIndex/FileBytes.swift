#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The bytes of a file, mapped or in memory, valid as long as this object lives.
///
/// Unchecked: the bytes are never written after `init`, by rule of the index (files are immutable).
public final class FileBytes: @unchecked Sendable {
  public let bytes: UnsafeRawBufferPointer
  private let isMapped: Bool

  /// A copy of `content`.
  public init(_ content: [UInt8]) {
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: max(content.count, 1), alignment: 16)
    content.withUnsafeBytes { copy.copyMemory(from: $0) }
    bytes = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(copy)[..<content.count])
    isMapped = false
  }

  /// Maps a file for reading.
  init(path: String, name: String) throws(IndexError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      guard errno == ENOENT else { throw .system(name, "open", errno: errno) }
      throw IndexError(
        .missing, file: name,
        "index file \(name) does not exist. Restore it from a backup, or build the index again from its documents.")
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .system(name, "measure", errno: errno) }
    guard status.st_size > 0 else { throw .corrupt(name, "it is empty") }
    guard let address = mmap(nil, Int(status.st_size), PROT_READ, MAP_PRIVATE, descriptor, 0), address != MAP_FAILED else {
      throw .system(name, "map", errno: errno)
    }
    bytes = UnsafeRawBufferPointer(start: address, count: Int(status.st_size))
    isMapped = true
  }

  deinit {
    if isMapped {
      munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count)
    } else {
      bytes.baseAddress?.deallocate()
    }
  }
}
