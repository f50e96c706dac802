import Checks
import Foundation
import KnowledgeBase
import Literature
import PlantedErrors

/// Recall and precision of every rule by errors planted in documents that are right.
struct PlantedMeasure: Measure {
  enum Source {
    /// Manuscripts with marks where errors belong: those of `Benchmarks/planted` or of `--planted FOLDER`.
    case corpus
    /// The review and a sample of trial reports of the data folder, into which sentences are put.
    case articles
  }

  var source: Source

  /// Trial reports that are drawn: with a wrong and a right sentence of each kind, some 1,500 checks.
  private static let sampledReports = 40
  /// How often each kind of Chinese sentence is put into the review.
  private static let draws = 8
  private static let seed: UInt64 = 2026

  var name: String { source == .corpus ? "planted-corpus" : "planted-articles" }
  var needs: [String] { source == .corpus ? [] : ["jats-trials/xml", Seed.folder] }

  func run(on data: DataFolder) throws -> MeasureReport {
    let board = try source == .corpus ? corpus(data) : articles(data)
    var report = MeasureReport(
      name: name,
      rule:
        "one error at a time; found: a new finding of a rule named for it; right: of the rule's warnings and errors, those on errors"
    )
    for code in board.codes {
      guard let score = board.scores[code] else { continue }
      report.rows.append(
        .init(
          what: "\(code) (\(score.lookAlikes) look-alikes)", matched: score.found, gold: score.planted, right: score.found,
          ours: score.found + score.falseAlarms))
    }
    let total = board.total
    report.rows.append(
      .init(
        what: "all (\(total.lookAlikes) look-alikes)", matched: total.found, gold: total.planted, right: total.found,
        ours: total.found + total.falseAlarms))
    report.misses = board.misses.map { "missed " + $0 } + board.falseAlarms.map { "false alarm " + $0 }
    return report
  }

  private func corpus(_ data: DataFolder) throws -> ScoreBoard {
    var board = ScoreBoard()
    let folder = URL(fileURLWithPath: data.planted)
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    where name.hasSuffix(".txt") || name.hasSuffix(".xml") {
      let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
      let sources = folder.appendingPathComponent(PlantedRun.sourcesFolder(of: name))
      board.merge(try score(MarkedManuscript(text), name: name, sources: sources))
    }
    return board
  }

  /// With the works of the folder beside it, where there is one, in a knowledge base of their own.
  private func score(_ manuscript: MarkedManuscript, name: String, sources: URL) throws -> ScoreBoard {
    guard FileManager.default.fileExists(atPath: sources.path) else { return try PlantedRun.score(manuscript, name: name) }
    let files = try FileManager.default.contentsOfDirectory(atPath: sources.path).sorted()
      .filter { $0.hasSuffix(".txt") || $0.hasSuffix(".xml") }.map { sources.appendingPathComponent($0).path }
    return try TemporaryKnowledgeBase.with { _ in
      files.map { .path($0) }
    } run: { base in
      try PlantedRun.score(manuscript, name: name) { try KnowledgeBaseSources(base, for: $0.references) }
    }
  }

  private func articles(_ data: DataFolder) throws -> ScoreBoard {
    var generator = SeededGenerator(seed: Self.seed)
    let reviews = try data.files(in: Seed.folder, suffix: [".txt"])
    let reports = try data.files(in: "jats-trials/xml", suffix: [".xml", ".nxml"])
      .shuffled(using: &generator).prefix(Self.sampledReports)
    var board = ScoreBoard()
    for (name, language, draws) in reviews.map({ ($0, Language.chinese, Self.draws) }) + reports.map({ ($0, .english, 1) }) {
      let run = try InsertedRun(bytes: try data.bytes(name), name: name)
      guard run.hasPlaces else { continue }
      for kind in PlantedSentence.kinds where kind.language == language {
        for _ in 0..<draws { board.merge(try run.score(kind, using: &generator)) }
      }
      try FileHandle.standardError.write(contentsOf: Data("\(name): \(board.total.found) of \(board.total.planted) found\n".utf8))
    }
    return board
  }
}
