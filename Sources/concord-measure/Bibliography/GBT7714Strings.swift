import Bibliography
import Extraction
import Literature

/// Our GB/T 7714 entries against those that a LaTeX style prints of the same `.bib` files.
struct GBT7714Strings: Measure {
  let name = "bibliography/gbt7714"
  let needs = ["gbt7714"]

  func run(on data: DataFolder) throws -> MeasureReport {
    var report = MeasureReport(
      name: name,
      rule:
        "the whole entry equal, blanks, braces and case aside (the LaTeX style lowers English titles); fragments that have no title are "
        + "left out; by edition of the standard, numeric lists")
    let sets: [(what: String, log: String, library: String, style: CitationStyle)] = [
      ("GB/T 7714-2015", "2015-numeric.tlg", "gbt7714-2015-examples.bib", .gbt7714),
      ("GB/T 7714-2025", "2025-numeric.tlg", "gbt7714-examples.bib", .gbt7714Of2025),
    ]
    for set in sets where data.has("gbt7714/\(set.log)") && data.has("gbt7714/\(set.library)") {
      let library = try BibliographyReading.read(try data.bytes("gbt7714/\(set.library)"), as: .bibtex).file.entries
      let printed = LaTeXBibliography.entries(of: String(decoding: try data.bytes("gbt7714/\(set.log)"), as: UTF8.self))
      var (right, all) = (0, 0)
      for entry in library {
        guard let key = entry.item.id, entry.item.title != nil, let wanted = printed[key] else { continue }
        all += 1
        let ours = set.style.entry(for: entry.item)
        if Self.bare(ours) == Self.bare(wanted) {
          right += 1
        } else {
          report.misses.append("\(set.what) \(key)\n    ours \(ours)\n    theirs \(wanted)")
        }
      }
      report.rows.append(.init(what: set.what, matched: right, gold: all))
    }
    return report
  }

  private static func bare(_ text: String) -> String {
    let marks: [Character: Character] = ["–": "-", "—": "-", "‐": "-", "’": "'", "‘": "'"]
    return String(
      text.lowercased().filter { !$0.isWhitespace && $0 != "{" && $0 != "}" && $0 != "\"" && $0 != "“" && $0 != "”" }.map {
        marks[$0] ?? $0
      }
    )
    .replacing("--", with: "-").replacing("--", with: "-")
  }
}

/// The entries of a `thebibliography` environment as plain text, by key.
enum LaTeXBibliography {
  static func entries(of log: String) -> [String: String] {
    var entries: [String: String] = [:]
    var key: String?
    var lines: [Substring] = []
    for line in log.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("\\bibitem") {
        key = line.lastIndex(of: "{").map { String(line[line.index(after: $0)...].prefix { $0 != "}" }) }
        lines = []
      } else if line.isEmpty {
        if let known = key { entries[known] = plain(lines.joined(separator: " ")) }
        key = nil
      } else {
        lines.append(line)
      }
    }
    return entries
  }

  private static func plain(_ latex: String) -> String {
    var text = latex
    let commands = [
      ("\\allowbreak", ""), ("\\newblock", ""), ("\\quad", " "), ("~", " "), ("\\url{", "{"), ("DOI:\\doi{", "DOI: {"),
      ("CSTR:\\cstr{", "CSTR: {"),
      ("\\&", "&"), ("\\%", "%"),
      ("\\_", "_"), ("\\#", "#"), ("\\em ", ""), ("``", "“"), ("''", "”"), ("$\\times$", "×"), ("\\relax ", ""),
    ]
    for (command, replacement) in commands { text = text.replacing(command, with: replacement) }
    return text
  }
}
