import ArgumentParser
import Literature

/// `concord-measure FOLDER`: precision and recall against gold data, with the matching rule of each figure.
struct MeasureCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "measure", abstract: "Measure extraction against gold data in a folder (see docs/measurements.md).")

  @Argument(help: "The data folder.", completion: .directory)
  var folder: String

  @Option(help: "Only measures whose name begins with this.")
  var only: String?

  @Option(help: "Marked manuscripts for planted-corpus, as Benchmarks/planted/README.md tells.", completion: .directory)
  var planted = "Benchmarks/planted"

  @Flag(help: "Print every miss and every extra.")
  var verbose = false

  func run() throws {
    let data = DataFolder(path: folder, planted: planted)
    for measure in Self.measures where only.map({ measure.name.hasPrefix($0) }) ?? true {
      guard measure.needs.allSatisfy(data.has) else {
        print("\(measure.name): skipped, the folder has no \(measure.needs.joined(separator: ", "))")
        continue
      }
      let report = try measure.run(on: data)
      print(report.text(verbose: verbose))
    }
  }

  /// In the order of the pipeline.
  static let measures: [any Measure] = [
    TaggedStrings.anystyle, TaggedStrings.grobid, TaggedStrings.grobidChinese, PublishersStrings(), StandardStrings(),
    ReferenceSpeed(),
    SeedReferences(), SeedCitations(), SeedAbbreviations(), SeedTrials(), SeedResults(), SeedKeys(), SeedQuestions(),
    SentenceTriples(part: .looked), SentenceTriples(part: .scored), MarkedSentences(.english), MarkedSentences(.chinese),
    RatioStrings(), NumberCoverage(), ClaimSentences(),
    ExtractSpeed(),
    JATSArticles(folder: "jats-trials/xml"),
    JATSArticles(folder: "jats-varied"),
    RenderedLists(scheme: .numeric), RenderedLists(scheme: .authorYear),
    KnownItems(), AnsweredAbstracts(), AnsweredTrials(),
    ChineseStrings(), MadeChineseStrings(), SegmentSpeed(), IngestSpeed(),
    AbbreviationPairs(), ComparisonEffects(), ComparisonNumbers(), TableCoverage(),
    BibliographyRoundTrips(), BibliographyPairs(), GBT7714Strings(),
    StatisticsTails(), PlantedMeasure(source: .corpus), PlantedMeasure(source: .articles),
    ArticleFindings(), RenderedFindings(),
    HiddenIdentifiers(),
  ]
}

/// One comparison of ours against gold.
protocol Measure: Sendable {
  var name: String { get }
  /// Paths in the data folder without which there is nothing to measure.
  var needs: [String] { get }
  func run(on data: DataFolder) throws -> MeasureReport
}

/// The figures of a measure, the rule by which things were called equal, and what was not.
struct MeasureReport {
  struct Row {
    var what: String
    /// Gold records that were found.
    var matched: Int
    var gold: Int
    /// Of ours, how many were right; nil where precision has no meaning.
    var right: Int?
    var ours: Int?
  }
  var name: String
  var rule: String
  var rows: [Row] = []
  /// Figures that are no counts.
  var notes: [String] = []
  var misses: [String] = []

  func text(verbose: Bool) -> String {
    var lines = ["## \(name)", "rule: \(rule)"]
    for row in rows {
      var line = "\(row.what): \(row.matched)/\(row.gold) found (\(Self.percent(row.matched, row.gold)))"
      if let right = row.right, let ours = row.ours { line += ", \(right)/\(ours) right (\(Self.percent(right, ours)))" }
      lines.append(line)
    }
    lines += notes
    if verbose { lines += misses.map { "  - \($0)" } }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func percent(_ part: Int, _ whole: Int) -> String {
    guard whole > 0 else { return "–" }
    let tenths = (Double(part) / Double(whole) * 1000).rounded()
    return "\(tenths / 10) %"
  }
}
