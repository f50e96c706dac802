import CSQLite
import InvertedIndex

/// Why a knowledge base cannot be opened, read or written: what is wrong, and what to do about it.
public struct KnowledgeBaseError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What kind of failure it is; more may come.
  public struct Code: Hashable, Sendable {
    public let name: String
    /// The folder holds no knowledge base.
    public static let notFound = Code(name: "notFound")
    /// The catalogue is a database of some other program.
    public static let notAKnowledgeBase = Code(name: "notAKnowledgeBase")
    /// A later version of this program wrote it.
    public static let tooNew = Code(name: "tooNew")
    /// An earlier version wrote it, and it can no longer be read.
    public static let tooOld = Code(name: "tooOld")
    /// A file is not what was written.
    public static let corrupt = Code(name: "corrupt")
    /// Another process is writing.
    public static let locked = Code(name: "locked")
    /// The folder or a file in it cannot be written.
    public static let readOnly = Code(name: "readOnly")
    /// The disk is full.
    public static let diskFull = Code(name: "diskFull")
    /// The operating system or the database refused in another way.
    public static let system = Code(name: "system")
    /// A query or key that cannot be understood.
    public static let badRequest = Code(name: "badRequest")
  }

  public var code: Code
  public var message: String
  /// What the user can do; one sentence.
  public var remedy: String

  public init(_ code: Code, _ message: String, remedy: String) {
    self.code = code
    self.message = message
    self.remedy = remedy
  }

  public var description: String { "\(message). \(remedy)" }
}

extension KnowledgeBaseError {
  /// Any error of the catalogue or the index as one of ours; `folder` is named in the message.
  init(_ error: any Error, folder: String) {
    switch error {
    case let known as KnowledgeBaseError: self = known
    case let failure as SQLiteError: self.init(catalogue: failure, folder: folder)
    case let failure as IndexError: self.init(index: failure, folder: folder)
    default: self.init(.system, "\(folder): \(error)", remedy: "Check the folder and try again.")
    }
  }

  private init(catalogue error: SQLiteError, folder: String) {
    let what = error.message
    switch error.code {
    case SQLITE_CORRUPT, SQLITE_NOTADB:
      self = .corrupt(folder, "the catalogue is damaged (\(what))")
    case SQLITE_FULL:
      self = .diskFull(folder)
    case SQLITE_BUSY, SQLITE_LOCKED:
      self = .locked(folder)
    case SQLITE_READONLY, SQLITE_PERM:
      self = .unwritable(folder)
    case SQLITE_IOERR, SQLITE_CANTOPEN:
      self.init(
        .system, "\(folder): the catalogue cannot be read or written (\(what))",
        remedy: "Check the disk, its space and the permissions.")
    default:
      self.init(.system, "\(folder): the catalogue refused (\(what))", remedy: "Run `concord verify` to see what is wrong.")
    }
  }

  private init(index error: IndexError, folder: String) {
    let code: Code
    switch error.code {
    case .corrupt, .missing: code = .corrupt
    case .tooOld: code = .tooOld
    case .tooNew: code = .tooNew
    case .badQuery: code = .badRequest
    default: code = .system
    }
    let text = error.description.hasSuffix(".") ? String(error.description.dropLast()) : error.description
    self.init(code, "\(folder): \(text)", remedy: "Run `concord verify` to see what else is wrong.")
  }

  static func corrupt(_ folder: String, _ what: String) -> KnowledgeBaseError {
    KnowledgeBaseError(
      .corrupt, "\(folder): \(what)", remedy: "Restore the folder from a backup, or delete it and ingest the documents again.")
  }
  static func diskFull(_ folder: String) -> KnowledgeBaseError {
    KnowledgeBaseError(
      .diskFull, "\(folder): the disk is full",
      remedy: "Free some space and run the same command again; nothing was half-written.")
  }
  static func locked(_ folder: String, by holder: String = "") -> KnowledgeBaseError {
    KnowledgeBaseError(
      .locked, "\(folder): another process\(holder) is writing to this knowledge base",
      remedy: "Wait until it has finished, then run the same command again.")
  }
  static func unwritable(_ folder: String) -> KnowledgeBaseError {
    KnowledgeBaseError(
      .readOnly, "\(folder): the knowledge base cannot be written here",
      remedy: "Change the permissions, or use another folder with --index.")
  }
}
