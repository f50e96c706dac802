import Checks
import Extraction
import Literature

/// Checks documents before and after an error is planted, and counts what the rules say of it.
///
/// A planted error counts as found where the document has a finding, of any severity, of one of the rules named for it, that the
/// clean document has not. One wrong figure may break several rules: findings of others are no false alarms. What is said of the clean
/// document, look-alikes and all, is one wherever it is a warning or an error.
public enum PlantedRun {
  /// Finds the cited works of a document that was read; nil where none are at hand.
  public typealias Lookup = (Extract) throws -> (any SourceLookup)?

  /// Every place of a marked manuscript in turn. O(places × document).
  ///
  /// - Parameter sources: asked anew for each form of the manuscript, since an error may stand in its reference list.
  /// - Throws: what `Extractor` throws of a document that is none, and what `sources` throws.
  public static func score(
    _ manuscript: MarkedManuscript, name: String, sources: Lookup = { _ in nil }
  ) throws -> ScoreBoard {
    var board = ScoreBoard()
    let clean = try findings(in: manuscript.clean, name: name, sources: sources)
    for finding in clean where finding.severity != .info {
      board.falseAlarm(finding.code, "\(name):\(finding.line): \(finding.message)")
    }
    for lookAlike in manuscript.lookAlikes { board.countLookAlike(lookAlike.code) }
    for (index, place) in manuscript.places.enumerated() {
      let planted = try findings(in: manuscript.text(planting: [index]), name: name, sources: sources)
      let added = Self.added(planted, to: clean)
      let said = added.map(\.code).sorted().joined(separator: " ")
      board.plant(
        place.codes[0], found: added.contains { place.codes.contains($0.code) },
        "\(name): “\(place.wrong)” for “\(place.right)”; new: \(said.isEmpty ? "nothing" : said)")
    }
    return board
  }

  /// What all rules say of a document.
  ///
  /// - Throws: what `Extractor` throws of a document that is none, and what `sources` throws.
  public static func findings(in text: String, name: String, sources: Lookup = { _ in nil }) throws -> [Finding] {
    let extract = try Extractor.extract(bytes: Array(text.utf8), path: name)
    return Checker.check(extract: extract, sources: try sources(extract)).findings
  }

  /// The folder beside a manuscript that holds the works it cites: `asthma.sources` of `asthma.en.txt`.
  public static func sourcesFolder(of name: String) -> String { "\(name.prefix { $0 != "." }).sources" }

  /// The findings that a clean document has not, by rule and words; lines move when text is planted.
  public static func added(_ findings: [Finding], to clean: [Finding]) -> [Finding] {
    var known: [[String]: Int] = [:]
    for finding in clean { known[[finding.code, finding.message], default: 0] += 1 }
    return findings.filter { finding in
      let key = [finding.code, finding.message]
      guard let count = known[key], count > 0 else { return true }
      known[key] = count - 1
      return false
    }
  }
}
