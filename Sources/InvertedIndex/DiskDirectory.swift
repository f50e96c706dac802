#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Index files in a folder that exists.
///
/// A file is written under a temporary name, synced, renamed, and the folder is synced: after a crash or power cut a name means
/// the whole file or nothing.
public struct DiskDirectory: IndexDirectory {
  public let path: String

  public init(_ path: String) { self.path = path }

  static let temporarySuffix = ".tmp"

  private func full(_ name: String) -> String { path + "/" + name }

  public func names() throws(IndexError) -> [String] {
    guard let folder = opendir(path) else { throw .system(path, "list", errno: errno) }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: entry.pointee.d_name)) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  public func open(_ name: String) throws(IndexError) -> FileBytes { try FileBytes(path: full(name), name: name) }

  public func write(_ name: String, _ bytes: [UInt8]) throws(IndexError) {
    let temporary = full(name + Self.temporarySuffix)
    do throws(IndexError) {
      try create(temporary, bytes)
      guard rename(temporary, full(name)) == 0 else { throw IndexError.system(name, "rename", errno: errno) }
    } catch {
      unlink(temporary)
      throw error
    }
    try syncFolder()
  }

  public func remove(_ name: String) throws(IndexError) {
    guard unlink(full(name)) == 0 || errno == ENOENT else { throw .system(name, "remove", errno: errno) }
  }

  private func create(_ path: String, _ bytes: [UInt8]) throws(IndexError) {
    let descriptor = systemOpen(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC)
    guard descriptor >= 0 else { throw .system(path, "create", errno: errno) }
    let failure = writeAndSync(descriptor, bytes)
    // A close that fails may be the first news of a write that failed.
    guard close(descriptor) == 0 || failure != 0 else { throw .system(path, "write", errno: errno) }
    guard failure == 0 else { throw .system(path, "write", errno: failure) }
  }

  private func writeAndSync(_ descriptor: Int32, _ bytes: [UInt8]) -> Int32 {
    bytes.withUnsafeBytes { buffer in
      var written = 0
      while written < buffer.count {
        let rest = UnsafeRawBufferPointer(rebasing: buffer[written...])
        let count = systemWrite(descriptor, rest)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return count < 0 ? errno : EIO }
        written += count
      }
      return fsync(descriptor) == 0 ? 0 : errno
    }
  }

  private func syncFolder() throws(IndexError) {
    let descriptor = systemOpen(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .system(path, "open", errno: errno) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw .system(path, "sync", errno: errno) }
  }
}

// Free functions, because the methods `open` and `write` hide the system calls of the same name.
private func systemOpen(_ path: String, _ flags: Int32) -> Int32 { open(path, flags, 0o644) }
private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
  write(descriptor, bytes.baseAddress, bytes.count)
}
