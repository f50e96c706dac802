import Checks
import Extraction
import Foundation
import Literature
import Testing

/// The invented reviews, checked against the invented papers they cite: every planted error is found, and nothing else is.
struct InventedCorpusTests {
  private static var folder: URL {
    var url = URL(fileURLWithPath: #filePath)
    for _ in 0..<4 { url.deleteLastPathComponent() }
    return url.appendingPathComponent("Corpus/invented")
  }

  private static func extract(_ name: String) throws -> Extract {
    let bytes = try [UInt8](Data(contentsOf: folder.appendingPathComponent(name)))
    return try Extractor.extract(bytes: bytes, path: name)
  }

  private static func papers() throws -> [Extract] {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasPrefix("paper-") }.sorted()
    return try names.map(extract)
  }

  private struct Row {
    var code: String
    var line: Int
    var marked: String
  }

  /// The rows of a file's table in EXPECTED.md.
  private static func expected(for name: String) throws -> [Row] {
    let text = try String(contentsOf: folder.appendingPathComponent("EXPECTED.md"), encoding: .utf8)
    let section = text.components(separatedBy: "\n## ").first { $0.hasPrefix(name + "\n") } ?? ""
    return section.split(separator: "\n").compactMap { line in
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      guard cells.count == 4, let number = Int(cells[1]) else { return nil }
      return Row(code: cells[0], line: number, marked: cells[2])
    }
  }

  @Test func thereAreSixPapersToCheckAgainst() throws { #expect(try Self.papers().count == 6) }

  @Test(arguments: [("review.txt", 25), ("review.zh.txt", 4)])
  func findsEveryPlantedErrorAndNothingElse(name: String, count: Int) throws {
    let expected = try Self.expected(for: name)
    #expect(expected.count == count)
    var findings = Checker.check(extract: try Self.extract(name), sources: ExtractedSources(try Self.papers())).findings
    for row in expected {
      let index = findings.firstIndex { $0.code == row.code && $0.line == row.line && $0.snippet.contains(row.marked) }
      #expect(index != nil, "\(row.code) on line \(row.line) (\(row.marked)) is not found")
      if let index { findings.remove(at: index) }
    }
    for finding in findings { Issue.record("unexpected \(finding.code) on line \(finding.line): \(finding.message)") }
  }

  @Test(arguments: ["review.txt", "review.zh.txt"])
  func saysTheSameInBothLanguages(name: String) throws {
    let extract = try Self.extract(name)
    let sources = ExtractedSources(try Self.papers())
    let english = Checker.check(extract: extract, sources: sources).findings
    let chinese = Checker.check(extract: extract, sources: sources, language: .chinese).findings
    #expect(Set(english.map(Place.init)) == Set(chinese.map(Place.init)) && english.count == chinese.count)
    for finding in chinese {
      for text in [finding.message, finding.help ?? "是"] {
        #expect(text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) })
      }
    }
    for finding in english { #expect(!finding.message.contains("。"), "\(finding.code): \(finding.message)") }
  }

  private struct Place: Hashable {
    var code: String
    var span: SourceSpan
    var severity: Finding.Severity
    init(_ finding: Finding) { (code, span, severity) = (finding.code, finding.span, finding.severity) }
  }

  @Test func thePapersThemselvesAreClean() throws {
    for paper in try Self.papers() {
      let findings = Checker.check(extract: paper).findings.filter { $0.severity != .info }
      #expect(findings.isEmpty, "\(paper.path): \(findings.map(\.message))")
    }
  }

  @Test func withoutThePapersNothingIsSaidOfSources() throws {
    let report = Checker.check(extract: try Self.extract("review.txt"), sources: ExtractedSources([]))
    #expect(!report.findings.contains { $0.code.hasPrefix("S") })
    #expect(report.coverage.sourcesFound == 0 && report.coverage.sourcesMissing == 13)
  }
}
