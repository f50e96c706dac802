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
  /// Whether the end of the file was not in memory when it was opened: then it pays to ask for pages before they are read.
  private let isCold: Bool

  /// A copy of `content`.
  public init(_ content: [UInt8]) {
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: max(content.count, 1), alignment: 16)
    content.withUnsafeBytes { copy.copyMemory(from: $0) }
    bytes = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(copy)[..<content.count])
    isMapped = false
    isCold = false
  }

  /// Maps a file for reading. Pages come as they are touched, and none beside them: a question touches a few in many places, and what a
  /// system reads around each, up to megabytes, would take longer than all else. Who reads a whole stretch says so by `expect`.
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
    // Only advice: without it the file is as readable.
    _ = madvise(address, Int(status.st_size), MADV_RANDOM)
    bytes = UnsafeRawBufferPointer(start: address, count: Int(status.st_size))
    isMapped = true
    isCold = !Self.isResident(address + (Int(status.st_size) - 1) / Self.pageSize * Self.pageSize)
    // Its head and its table, which are read to open it.
    expect(0..<1 << 16)
    expect(bytes.count - 1..<bytes.count)
  }

  private static let pageSize = Int(getpagesize())

  /// Whether a page is in memory; yes where the system does not tell.
  private static func isResident(_ page: UnsafeMutableRawPointer) -> Bool {
    #if os(Linux)
      var flag: UInt8 = 0
      return mincore(page, 1, &flag) != 0 || flag & 1 == 1
    #else
      return true
    #endif
  }

  /// Asks the system to bring a stretch of the file into memory, without waiting for it. Does nothing where the file was there already.
  @inline(__always)
  func expect(_ range: Range<Int>) {
    if isCold { bring(range.clamped(to: 0..<bytes.count)) }
  }

  /// All of the file will be read from one end to the other.
  func expectAll() {
    guard isMapped, let start = bytes.baseAddress else { return }
    _ = madvise(UnsafeMutableRawPointer(mutating: start), bytes.count, MADV_SEQUENTIAL)
  }

  private func bring(_ range: Range<Int>) {
    guard let start = bytes.baseAddress, !range.isEmpty else { return }
    let first = range.lowerBound / Self.pageSize * Self.pageSize
    _ = madvise(UnsafeMutableRawPointer(mutating: start + first), range.upperBound - first, MADV_WILLNEED)
  }

  deinit {
    if isMapped {
      munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count)
    } else {
      bytes.baseAddress?.deallocate()
    }
  }
}
