import Literature

/// Notices of retraction from a file that others publish: the table of Retraction Watch, as CSV, or works of Crossref, as JSON.
public struct RetractionFile: Sendable {
  /// Why a file is none, and what to do.
  public struct Unreadable: Error, Hashable, Sendable, CustomStringConvertible {
    /// In the file, from 1; nil where the whole is meant.
    public var line: Int?
    public var reason: String
    public var description: String { line.map { "line \($0): \(reason)" } ?? reason }
  }
  /// A row that tells of no work that could be found.
  public struct LeftOut: Hashable, Sendable {
    public var line: Int
    public var reason: String
  }

  public internal(set) var notices: [RetractionNotice] = []
  public internal(set) var leftOut: [LeftOut] = []

  /// Reads a file by its content. `progress` is told bytes done and all bytes, now and then. O(bytes).
  public init(_ bytes: [UInt8], progress: (Int, Int) -> Void = { _, _ in }) throws(Unreadable) {
    guard let first = bytes.first(where: { $0 > 0x20 && ![0xEF, 0xBB, 0xBF].contains($0) }) else {
      throw Unreadable(reason: "The file is empty.")
    }
    if bytes.starts(with: Array("PK".utf8)) || bytes.starts(with: [0x1F, 0x8B]) {
      throw Unreadable(reason: "The file is packed. Unpack it and import the file in it.")
    }
    if first == UInt8(ascii: "{") || first == UInt8(ascii: "[") {
      try readCrossref(bytes, progress: progress)
    } else {
      let text = BibliographyEncoding.decodingLatin(bytes)?.utf8 ?? bytes
      try readRetractionWatch(text, progress: progress)
    }
  }
}
