import Synchronization

/// Index files in memory, for tests and for indexes that need no disk.
public final class MemoryDirectory: IndexDirectory {
  private let files = Mutex<[String: FileBytes]>([:])

  public init() {}

  public func names() -> [String] { files.withLock { $0.keys.sorted() } }

  public func open(_ name: String) throws(IndexError) -> FileBytes {
    guard let file = files.withLock({ $0[name] }) else {
      throw IndexError(.missing, file: name, "index file \(name) does not exist in memory.")
    }
    return file
  }

  public func write(_ name: String, _ bytes: [UInt8]) {
    let file = FileBytes(bytes)
    files.withLock { $0[name] = file }
  }

  public func remove(_ name: String) { files.withLock { $0[name] = nil } }
}
