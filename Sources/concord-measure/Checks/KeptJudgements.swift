import Foundation

/// What somebody who opened the article says of each finding: `docs/readings/checks.tsv`.
///
/// One finding a line, fields parted by tabs: article, rule, line:column of the file, fingerprint, verdict, a few words. A finding is
/// known again by its fingerprint, or by its place where a better extraction marks other words there.
struct KeptJudgements {
  enum Verdict: String {
    /// The article is at fault.
    case right
    /// It is not.
    case wrong
    /// One can see it either way; counted as wrong.
    case debatable
  }

  /// Beside the working directory, which `make measure` makes the repository.
  static let path = "docs/readings/checks.tsv"

  /// One line of the file.
  struct Line: Hashable {
    var article: String
    var code: String
    var place: String
    var fingerprint: String
    var verdict: Verdict
  }

  private(set) var lines: [Line] = []
  private var byFingerprint: [String: Int] = [:]
  private var byPlace: [String: Int] = [:]

  /// Throws where the file cannot be read, or a line has too few fields or an unknown verdict.
  init(path: String = Self.path) throws {
    let text = String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().dropFirst() {
      guard !line.isEmpty else { continue }
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard fields.count >= 5, let verdict = Verdict(rawValue: fields[4]) else {
        throw BadLine(path: path, line: number + 1)
      }
      byFingerprint["\(fields[0]) \(fields[3])"] = lines.count
      byPlace["\(fields[0]) \(fields[1]) \(fields[2])"] = lines.count
      lines.append(Line(article: fields[0], code: fields[1], place: fields[2], fingerprint: fields[3], verdict: verdict))
    }
  }

  subscript(article: String, code: String, place: String, fingerprint: String) -> Line? {
    (byFingerprint["\(article) \(fingerprint)"] ?? byPlace["\(article) \(code) \(place)"]).map { lines[$0] }
  }

  struct BadLine: Error, CustomStringConvertible {
    var path: String
    var line: Int
    var description: String {
      "\(path):\(line): not “article, rule, line:column, fingerprint, right|wrong|debatable, words”, parted by tabs."
    }
  }
}
