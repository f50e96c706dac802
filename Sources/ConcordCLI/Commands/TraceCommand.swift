import ArgumentParser
import KnowledgeBase
import Literature

/// `concord trace`: every place where a value stands.
struct TraceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trace",
    abstract: "Find every place where a number stands, with its card, its citation and what the source says.",
    discussion:
      "Rounding and units are minded: 0.534 is found by 0.53, 12 months by 1 year, and both are said. Exit code 1 where it stands nowhere."
  )

  @Argument(help: "A value: 0.90, \"33.3 months\", 35.1%, P=0.004.")
  var value: [String]
  @Option(name: .shortAndLong, help: "Places to show.")
  var limit = 100
  @OptionGroup var index: IndexOption
  @OptionGroup var output: FormatOption

  func validate() throws {
    if value.joined().isEmpty { throw ValidationError("Give a value.") }
    if limit < 1 { throw ValidationError("--limit must be at least 1.") }
  }

  func run() throws {
    let report = try index.with(.readOnly) { try $0.trace(value.joined(separator: " "), limit: limit) }
    Console.write(output.format == .json ? report.json.pretty + "\n" : text(of: report))
    if report.places.isEmpty { throw ExitCode.nothingFound }
  }

  private func text(of report: TraceReport) -> String {
    var lines: [String] = []
    for place in report.places {
      lines.append(Console.style(.bold, "\(place.passage.alias):\(place.passage.id)  section \(place.passage.section)"))
      lines.append("  " + Highlighter.marked(place.passage.text, [place.textRange]))
      if let explanation = place.explanation { lines.append("  \(explanation)") }
      if let card = place.card { lines.append(Console.style(.dim, "  card: ") + CardText.line(card.card)) }
      for reference in place.references {
        lines.append(
          Console.style(.dim, "  cites ") + "\(reference.alias)#\(reference.label) \(reference.title ?? reference.raw)")
      }
      for source in place.sources {
        lines.append(Console.style(.dim, "  source #\(source.reference.label): ") + Self.words(source.verdict))
        if let quote = source.quote { lines.append("    “\(Highlighter.marked(quote.text, []))”") }
      }
      lines.append("")
    }
    lines.append(report.places.isEmpty ? "\(report.asked) stands nowhere." : "\(report.places.count) of \(report.total) places")
    return lines.joined(separator: "\n") + "\n"
  }

  /// What was found in a cited source, in words.
  private static func words(_ verdict: TracePlace.SourceFinding.Verdict) -> String {
    switch verdict {
    case .sameCard: "the same number on the same measure and endpoint"
    case .rounded: "the same number rounded, or in another unit"
    case .otherCard: "there, but on another measure or endpoint"
    case .inText: "there in the words of the source"
    case .absent: "not there"
    case .notInKnowledgeBase: "not in the knowledge base"
    }
  }
}
