import Checks
import Foundation
import Literature
import PlantedErrors

/// Recall and precision of every rule by errors planted in documents that are right.
struct PlantedMeasure: Measure {
  enum Source {
    /// Manuscripts of the corpus, with marks where errors belong.
    case corpus
    /// The review and trial reports of the data folder, into which sentences are put.
    case articles
  }

  var source: Source

  /// Sentences for each article of the data folder.
  private static let sentencesPerArticle = 4
  private static let seed: UInt64 = 2026

  var name: String { source == .corpus ? "planted-corpus" : "planted-articles" }
  var needs: [String] { source == .corpus ? [] : ["jats-trials/xml", Seed.folder] }

  func run(on data: DataFolder) throws -> MeasureReport {
    let board = try source == .corpus ? corpus() : articles(data)
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

  /// The manuscripts of `Benchmarks/planted` below the working folder.
  private func corpus() throws -> ScoreBoard {
    var board = ScoreBoard()
    let folder = URL(fileURLWithPath: "Benchmarks/planted")
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() where !name.hasSuffix(".md") {
      let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
      board.merge(try PlantedRun.score(MarkedManuscript(text), name: name))
    }
    return board
  }

  private func articles(_ data: DataFolder) throws -> ScoreBoard {
    let reviews = try data.files(in: Seed.folder, suffix: [".txt"])
    let trials = try data.files(in: "jats-trials/xml", suffix: [".xml", ".nxml"])
    var generator = SeededGenerator(seed: Self.seed)
    var board = ScoreBoard()
    for (index, name) in (reviews + trials).enumerated() {
      let run = try InsertedRun(bytes: try data.bytes(name), name: name)
      guard run.hasPlaces else { continue }
      let kinds = PlantedSentence.kinds.filter { ($0.language == .chinese) == (index < reviews.count) }
      let count = index < reviews.count ? 4 * kinds.count : Self.sentencesPerArticle
      for step in 0..<count {
        board.merge(try run.score(kinds[(index * Self.sentencesPerArticle + step) % kinds.count], using: &generator))
      }
    }
    return board
  }
}
