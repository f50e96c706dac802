import Foundation

/// What a user names to be ingested.
public enum IngestSource: Sendable {
  /// A file, or a folder with all folders in it.
  case path(String)
  /// Content that is at hand, under the name that its document shall have: standard input.
  case bytes([UInt8], name: String)
}

/// The files behind what the user named, in the order of reading.
struct SourceWalk {
  struct Item: Sendable {
    enum Content: Sendable {
      case file
      case bytes([UInt8])
    }
    /// As reported.
    var path: String
    /// By which the file is known again: its absolute path.
    var key: String
    var content: Content
  }

  static let extensions: Set<String> = [
    "txt", "md", "text", "xml", "nxml", "jats", "bib", "ris", "nbib", "enw", "json", "cff",
  ]
  static let pdfAdvice = "is a PDF, which is not read; run `pdftotext -layout FILE.pdf FILE.txt` and ingest the text"
  private static let deepest = 64

  private(set) var items: [Item] = []
  private(set) var failures: [IngestSummary.Failure] = []
  /// Files of folders that were left out, counted by extension.
  private(set) var skipped: [String: Int] = [:]
  /// Absolute paths of the folders named.
  private(set) var folders: [String] = []
  private var seen: Set<String> = []

  init(_ sources: [IngestSource]) {
    for source in sources {
      switch source {
      case .path(let path): add(path)
      case .bytes(let bytes, let name): items.append(Item(path: name, key: "", content: .bytes(bytes)))
      }
    }
  }

  private mutating func add(_ path: String) {
    switch Self.kind(path) {
    case .folder: walk(path)
    case .file: addFile(path)
    case .other: fail(path, "is neither a file nor a folder")
    case .none(let why): fail(path, why)
    }
  }

  private mutating func addFile(_ path: String) {
    let key = Self.absolute(path)
    guard seen.insert(key).inserted else { return }
    items.append(Item(path: path, key: key, content: .file))
  }

  private mutating func fail(_ path: String, _ why: String) {
    failures.append(IngestSummary.Failure(path: path, message: why))
  }

  private mutating func walk(_ folder: String) {
    folders.append(Self.absolute(folder))
    let before = items.count + failures.count
    var waiting: [(path: String, depth: Int)] = [(folder, 0)]
    while let next = waiting.popLast() {
      guard let names = try? FileManager.default.contentsOfDirectory(atPath: next.path) else {
        fail(next.path, "the folder cannot be listed; check its permissions")
        continue
      }
      var inner: [(String, Int)] = []
      for name in names.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) where !name.hasPrefix(".") {
        let path = next.path.hasSuffix("/") ? next.path + name : "\(next.path)/\(name)"
        switch Self.kind(path) {
        case .folder where !Self.isLink(path) && next.depth < Self.deepest: inner.append((path, next.depth + 1))
        case .file: take(path, name)
        default: skipped["", default: 0] += 1
        }
      }
      waiting += inner.reversed()
    }
    if items.count + failures.count == before {
      fail(
        folder,
        "the folder holds no document that can be read (\(Self.extensions.sorted().map { ".\($0)" }.joined(separator: " ")))")
    }
  }

  private mutating func take(_ path: String, _ name: String) {
    let ending = name.split(separator: ".").dropFirst().last.map { $0.lowercased() } ?? ""
    if Self.extensions.contains(ending) { addFile(path) } else { skipped[ending, default: 0] += 1 }
  }

  private enum Kind {
    case file, folder, other
    case none(String)
  }

  private static func kind(_ path: String) -> Kind {
    var status = stat()
    guard stat(path, &status) == 0 else {
      return .none(errno == ENOENT ? "there is no such file" : String(cString: strerror(errno)))
    }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: return .folder
    case S_IFREG: return .file
    // A pipe such as <(…) of a shell, or standard input by its path.
    case S_IFIFO, S_IFCHR: return .file
    default: return .other
    }
  }

  private static func isLink(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }

  static func absolute(_ path: String) -> String {
    let full = path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
    var parts: [Substring] = []
    for part in full.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return "/" + parts.joined(separator: "/")
  }

  static func isGone(_ key: String) -> Bool {
    var status = stat()
    return stat(key, &status) != 0 && (errno == ENOENT || errno == ENOTDIR)
  }
}
