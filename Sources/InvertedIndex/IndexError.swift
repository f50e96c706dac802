/// Why an index cannot be read, written or asked.
public struct IndexError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What kind of failure it is; more may come.
  public struct Code: Hashable, Sendable {
    private let name: String
    /// The bytes of a file are not what was written.
    public static let corrupt = Code(name: "corrupt")
    /// The file was written by a version of this program that is too old to be read.
    public static let tooOld = Code(name: "tooOld")
    /// The file was written by a later version of this program.
    public static let tooNew = Code(name: "tooNew")
    /// A file that is listed does not exist.
    public static let missing = Code(name: "missing")
    /// The operating system refused.
    public static let system = Code(name: "system")
    /// A segment has other fields or columns than the rest.
    public static let schemaMismatch = Code(name: "schemaMismatch")
    /// A query asks what the schema cannot answer.
    public static let badQuery = Code(name: "badQuery")
    /// A segment would pass a limit of the format.
    public static let tooLarge = Code(name: "tooLarge")
  }

  public var code: Code
  /// The file's name, or "" where no file is to blame.
  public var file: String
  /// What is wrong, where, and what to do.
  public var description: String

  public init(_ code: Code, file: String = "", _ description: String) {
    self.code = code
    self.file = file
    self.description = description
  }

  static func corrupt(_ file: String, _ what: String) -> IndexError {
    IndexError(
      .corrupt, file: file,
      "index file \(file) is damaged: \(what). Restore it from a backup, or build the index again from its documents.")
  }

  static func tooOld(_ file: String, version: UInt32) -> IndexError {
    IndexError(
      .tooOld, file: file,
      "index file \(file) has format version \(version), older than \(FileFormat.oldestVersion), the oldest that can be read. "
        + "Build the index again from its documents.")
  }

  static func tooNew(_ file: String, version: UInt32) -> IndexError {
    IndexError(
      .tooNew, file: file,
      "index file \(file) has format version \(version), newer than \(FileFormat.version), the newest known here. "
        + "Use the version of the program that wrote it, or a later one.")
  }

  static func system(_ file: String, _ action: String, errno code: Int32) -> IndexError {
    IndexError(
      .system, file: file, "cannot \(action) \(file): \(systemMessage(code)). Check the disk, its space and the permissions.")
  }

  static func badQuery(_ what: String) -> IndexError { IndexError(.badQuery, what) }
}
