import Literature
import TextAnalysis

extension BibliographyReport {
  /// The report for a terminal of so many columns, aligned in both scripts. Ends with a newline.
  public func text(width: Int) -> String {
    let width = max(width, 40)
    var lines = heading(width) + TextCounts(summary: ReportSummary(of: self), report: self, width: width).lines + [""]
    for entry in entries { lines += entryLines(entry, width) }
    lines += unresolvedLines(width)
    return lines.joined(separator: "\n") + "\n"
  }

  private func heading(_ width: Int) -> [String] {
    documents.map { document in
      let title = PlainLine.of(document.title ?? document.name)
      return DisplayWidth.truncated("\(PlainLine.of(document.name)): \(title)", to: width)
    }
  }

  private func entryLines(_ entry: Entry, _ width: Int) -> [String] {
    let label = entry.labels.map { "[\(PlainLine.of(name(of: $0)))]" }.joined(separator: " ")
    var lines = TextWrapping.lines(entry.text, width: width, first: label + " ", rest: "    ")
    for joined in entry.joined {
      let reason = "[\(PlainLine.of(name(of: joined.label)))] is this work too: \(joined.reasons.joined(separator: ", "))"
      lines += TextWrapping.lines(reason, width: width, first: "    ", rest: "      ")
    }
    for callout in entry.callouts { lines += calloutLines(callout, width) }
    if !entry.problems.isEmpty {
      lines += TextWrapping.lines(
        entry.problems.map(ProblemWords.text).joined(separator: ", "), width: width, first: "    ! ", rest: "      ")
    }
    return lines + [""]
  }

  private func calloutLines(_ callout: Callout, _ width: Int) -> [String] {
    let head = "\(callout.marker)  \(place(of: callout))"
    var lines = TextWrapping.lines(head, width: width, first: "    ", rest: "      ")
    lines += TextWrapping.lines("“\(callout.sentence)”", width: width, first: "      ", rest: "      ")
    if !callout.trials.isEmpty {
      lines += TextWrapping.lines(callout.trials.joined(separator: ", "), width: width, first: "      trials: ", rest: "        ")
    }
    for result in callout.results { lines += TextWrapping.lines(result, width: width, first: "      = ", rest: "        ") }
    return lines
  }

  private func unresolvedLines(_ width: Int) -> [String] {
    guard !unresolved.isEmpty else { return [] }
    return ["Callouts without an entry"]
      + unresolved.flatMap { callout in
        let place = place(document: callout.document, section: callout.section, line: callout.line)
        return TextWrapping.lines("\(callout.label) in \(callout.marker)  \(place)", width: width, first: "  ", rest: "    ")
      }
  }
}

/// The counts at the head of the report: a line of totals, then names with bars.
struct TextCounts {
  var summary: ReportSummary
  var report: BibliographyReport
  var width: Int

  var lines: [String] {
    var lines = TextWrapping.lines(totals, width: width, first: "", rest: "  ")
    lines += table("By year", summary.years) + table("By journal", Array(summary.journals.prefix(12)))
    lines += table("By type", CountWords.types(summary.types)) + table("By language", CountWords.languages(summary.languages))
    lines += table("Missing or wrong", summary.problems.map { .init(name: ProblemWords.text($0.name), count: $0.count) })
    return lines + mostCited
  }

  private var totals: String {
    "\(summary.works) works, \(summary.cited) cited, \(summary.uncited) uncited, \(summary.withDOI) with DOI, "
      + "\(summary.withoutDOI) without DOI"
  }

  private func table(_ title: String, _ counts: [ReportSummary.Count]) -> [String] {
    guard let largest = counts.map(\.count).max() else { return [] }
    let rows = counts.map { (name: DisplayWidth.truncated(PlainLine.of($0.name), to: width / 2), count: $0.count) }
    let column = rows.map { DisplayWidth.of($0.name) }.max() ?? 0
    let digits = String(largest).count
    let room = max(1, min(40, width - column - digits - 6))
    return ["", title]
      + rows.map { row in
        let number = String(row.count)
        let bar = String(repeating: "█", count: max(1, row.count * room / largest))
        return
          "  \(DisplayWidth.padded(row.name, to: column))  \(String(repeating: " ", count: digits - number.count))\(number) \(bar)"
      }
  }

  private var mostCited: [String] {
    guard !summary.mostCited.isEmpty else { return [] }
    return ["", "Most cited"]
      + summary.mostCited.map { index in
        let entry = report.entries[index]
        let label = entry.labels.first.map { "[\(PlainLine.of(report.name(of: $0)))]" } ?? ""
        let count = String(repeating: " ", count: max(0, 4 - String(entry.callouts.count).count)) + String(entry.callouts.count)
        return DisplayWidth.truncated("\(count)  \(label) \(PlainLine.of(entry.text))", to: width)
      }
  }
}
