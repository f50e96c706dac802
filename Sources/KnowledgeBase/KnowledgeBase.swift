import Foundation
import InvertedIndex
import Synchronization

/// What is remembered of all documents: a catalogue of records and an inverted index over their passages, in one folder.
///
/// Safe to use from many threads. One process writes at a time; readers see the state before or after a commit, and never wait.
public final class KnowledgeBase: Sendable {
  public enum Mode: Sendable {
    /// Asks only. A folder that cannot be written is opened as frozen and left without a trace.
    case readOnly
    /// Holds the writer's lock until closed.
    case readWrite
    /// As `readWrite`, and makes the folder and an empty knowledge base where there is none.
    case create
  }

  public let folder: String
  public let mode: Mode
  let catalogue: Catalogue
  let directory: DiskDirectory
  private let lock: Mutex<WriterLock?>
  private let isClosed = Mutex(false)
  /// The segments that were asked last: opened once for all questions between two commits.
  let opened = Mutex<IndexSnapshot?>(nil)
  /// Called at each step of a commit; tests throw or look around from here.
  let atStep: @Sendable (CommitStep) throws -> Void

  /// Opens the knowledge base of a folder.
  ///
  /// Throws `notFound`, `locked`, `tooNew`, `tooOld`, `corrupt`, `readOnly`, `diskFull`, `notAKnowledgeBase` or `system`.
  public static func open(at folder: String, mode: Mode) throws(KnowledgeBaseError) -> KnowledgeBase {
    try KnowledgeBase(folder: folder, mode: mode, atStep: { _ in })
  }

  init(folder: String, mode: Mode, atStep: @escaping @Sendable (CommitStep) throws -> Void) throws(KnowledgeBaseError) {
    self.folder = folder
    self.mode = mode
    self.atStep = atStep
    try Self.prepareFolder(folder, mode: mode)
    lock = Mutex(mode == .readOnly ? nil : try WriterLock(folder: folder))
    catalogue = try Catalogue(folder: folder, canWrite: mode != .readOnly)
    let indexFolder = "\(folder)/index"
    directory = DiskDirectory(indexFolder)
    if mode != .readOnly { try Self.makeFolder(indexFolder) }
  }

  private static func prepareFolder(_ folder: String, mode: Mode) throws(KnowledgeBaseError) {
    let exists = access("\(folder)/\(Catalogue.fileName)", F_OK) == 0
    if mode == .create, !exists { return try makeFolder(folder) }
    guard exists else {
      throw KnowledgeBaseError(
        .notFound, "\(folder): there is no knowledge base here",
        remedy: "Make one with `concord ingest PATH…`, or name its folder with --index.")
    }
  }

  private static func makeFolder(_ folder: String) throws(KnowledgeBaseError) {
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      let code = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
      if code?.code == Int(ENOSPC) { throw .diskFull(folder) }
      throw .unwritable(folder)
    }
  }

  deinit {
    // Whoever did not close has nobody left to tell; what was committed is safe, and the next to open finds the log.
    try? close()
  }

  /// Lets go of all files; a log that is left is moved into the catalogue. Asking afterwards fails; closing again does nothing.
  public func close() throws(KnowledgeBaseError) {
    let wasClosed = isClosed.withLock { closed in
      defer { closed = true }
      return closed
    }
    if wasClosed { return }
    defer { lock.withLock { $0 = nil } }
    opened.withLock { $0 = nil }
    try catalogue.close()
  }

  var canWrite: Bool { mode != .readOnly }
}

/// Where a commit stands; a process may die at any of them.
enum CommitStep: Sendable, CaseIterable {
  case rowsStored, segmentWritten, deletionsWritten, segmentsListed, committed, swept
}
