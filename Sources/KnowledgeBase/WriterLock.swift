import Foundation

/// The right to write to a knowledge base: an advisory lock on a file in its folder, held until this is let go.
///
/// The system drops the lock when the process ends, however it ends.
final class WriterLock: Sendable {
  static let fileName = "writer.lock"
  private let descriptor: Int32

  /// Takes the lock at once or throws `locked`, naming the process that holds it.
  init(folder: String) throws(KnowledgeBaseError) {
    let path = "\(folder)/\(Self.fileName)"
    let descriptor = Self.openFile(path)
    guard descriptor >= 0 else {
      switch errno {
      case ENOSPC: throw .diskFull(folder)
      default: throw .unwritable(folder)
      }
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let holder = Self.holder(descriptor)
      close(descriptor)
      throw .locked(folder, by: holder)
    }
    self.descriptor = descriptor
    let text = Array("\(getpid())\n".utf8)
    // The number only helps the message of the next writer, so a failure to write it does not matter.
    if ftruncate(descriptor, 0) == 0 { _ = pwrite(descriptor, text, text.count, 0) }
  }

  deinit { close(descriptor) }

  private static func openFile(_ path: String) -> Int32 { open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644) }

  private static func holder(_ descriptor: Int32) -> String {
    var bytes = [UInt8](repeating: 0, count: 20)
    let count = pread(descriptor, &bytes, bytes.count, 0)
    let digits = String(decoding: bytes.prefix(max(0, count)).prefix { (0x30...0x39).contains($0) }, as: UTF8.self)
    return digits.isEmpty ? "" : " (\(digits))"
  }
}
