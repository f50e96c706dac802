/// A pattern of paths: `*` stands for anything within a folder, `**` for any folders, `?` for one character.
///
/// A pattern without a slash means a file's name in any folder: `old-*.txt`.
struct PathPattern: Hashable, Sendable {
  private let pattern: [Unicode.Scalar]

  init(_ pattern: String) {
    let trimmed = pattern.hasPrefix("./") ? String(pattern.dropFirst(2)) : pattern
    self.pattern = Array((trimmed.contains("/") ? trimmed : "**/" + trimmed).unicodeScalars)
  }

  /// Whether the pattern covers a path, given from the folder of the configuration. O(pattern · path).
  func matches(_ path: String) -> Bool {
    let path = Array(path.unicodeScalars)
    // reachable[j]: the pattern read so far covers the first j characters of the path.
    var reachable = [Bool](repeating: false, count: path.count + 1)
    reachable[0] = true
    var index = 0
    while index < pattern.count {
      let isFolders = pattern[index] == "*" && index + 1 < pattern.count && pattern[index + 1] == "*"
      if isFolders {
        index += 2
        let hasSlash = index < pattern.count && pattern[index] == "/"
        if hasSlash { index += 1 }
        reachable = Self.anyFolders(reachable, path, endsWithSlash: hasSlash)
      } else {
        reachable = Self.step(reachable, path, pattern[index])
        index += 1
      }
    }
    return reachable[path.count]
  }

  private static func step(_ reachable: [Bool], _ path: [Unicode.Scalar], _ scalar: Unicode.Scalar) -> [Bool] {
    var next = [Bool](repeating: false, count: reachable.count)
    for at in reachable.indices where reachable[at] || (scalar == "*" && at > 0 && next[at - 1] && path[at - 1] != "/") {
      if scalar == "*" {
        next[at] = true
      } else if at < path.count, path[at] == scalar || (scalar == "?" && path[at] != "/") {
        next[at + 1] = true
      }
    }
    return next
  }

  /// From every reachable place on: anything, or with a slash after it nothing or whole folders.
  private static func anyFolders(_ reachable: [Bool], _ path: [Unicode.Scalar], endsWithSlash: Bool) -> [Bool] {
    guard let first = reachable.firstIndex(of: true) else { return reachable }
    return reachable.indices.map { at in
      if reachable[at] { return true }
      return at > first && (!endsWithSlash || path[at - 1] == "/")
    }
  }
}
