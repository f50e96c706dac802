import Literature

extension BibliographyReport {
  /// The report as Markdown with tables (GitHub's dialect). Ends with a newline.
  public var markdown: String {
    let summary = ReportSummary(of: self)
    var lines = ["# References"] + documentLines + countLines(summary) + mostCitedLines(summary) + ["", "## Works"]
    for (index, entry) in entries.enumerated() { lines += entryLines(entry, number: index + 1) }
    lines += unresolvedLines
    return lines.joined(separator: "\n") + "\n"
  }

  private var documentLines: [String] {
    let rows = documents.map {
      "| \(Markdown.cell($0.name)) | \(Markdown.cell($0.title ?? "")) | \($0.references) | \($0.callouts) |"
    }
    return ["", "| Document | Title | References | Callouts |", "|---|---|---:|---:|"] + rows
  }

  private func countLines(_ summary: ReportSummary) -> [String] {
    let totals = [
      ("works", summary.works), ("cited", summary.cited), ("uncited", summary.uncited), ("with DOI", summary.withDOI),
      ("without DOI", summary.withoutDOI),
    ]
    let problems = summary.problems.map { ReportSummary.Count(name: ProblemWords.text($0.name), count: $0.count) }
    return table("Summary", totals.map { .init(name: $0.0, count: $0.1) }) + table("By year", summary.years)
      + table("By journal", summary.journals) + table("By type", CountWords.types(summary.types))
      + table("By language", CountWords.languages(summary.languages))
      + table("Missing or wrong", problems)
  }

  private func table(_ title: String, _ counts: [ReportSummary.Count]) -> [String] {
    guard !counts.isEmpty else { return [] }
    return ["", "## \(title)", "", "| | Works |", "|---|---:|"] + counts.map { "| \(Markdown.cell($0.name)) | \($0.count) |" }
  }

  private func mostCitedLines(_ summary: ReportSummary) -> [String] {
    guard !summary.mostCited.isEmpty else { return [] }
    let rows = summary.mostCited.map { index in
      "| \(linked(entries[index])) | \(Markdown.cell(entries[index].text)) | \(entries[index].callouts.count) |"
    }
    return ["", "## Most cited", "", "| Label | Work | Callouts |", "|---|---|---:|"] + rows
  }

  private func entryLines(_ entry: Entry, number: Int) -> [String] {
    var lines = ["", "### \(number). \(linked(entry))", "", Markdown.text(entry.text)]
    if !entry.problems.isEmpty {
      lines += ["", "Missing or wrong: " + entry.problems.map(ProblemWords.text).joined(separator: ", ")]
    }
    guard !entry.callouts.isEmpty else { return lines }
    lines += ["", "| Place | Marker | Sentence | Trials | Results |", "|---|---|---|---|---|"]
    return lines
      + entry.callouts.map { callout in
        let cells = [
          place(of: callout), callout.marker, callout.sentence, callout.trials.joined(separator: ", "),
          callout.results.joined(separator: "; "),
        ]
        return "| \(cells.map(Markdown.cell).joined(separator: " | ")) |"
      }
  }

  private func linked(_ entry: Entry) -> String {
    entry.labels.map { Markdown.cell("[\(name(of: $0))]") }.joined(separator: " ")
  }

  private var unresolvedLines: [String] {
    guard !unresolved.isEmpty else { return [] }
    return ["", "## Callouts without an entry", "", "| Label | Marker | Place |", "|---|---|---|"]
      + unresolved.map { callout in
        let place = place(document: callout.document, section: callout.section, line: callout.line)
        return "| \(Markdown.cell(callout.label)) | \(Markdown.cell(callout.marker)) | \(Markdown.cell(place)) |"
      }
  }
}

/// Text from documents in Markdown: nothing of it is markup.
enum Markdown {
  private static let marks = Set("\\`*_{}[]<>#|~&!$".unicodeScalars)

  /// For a cell of a table or within a line.
  static func cell(_ text: String) -> String {
    var escaped = String.UnicodeScalarView()
    for scalar in PlainLine.of(text).unicodeScalars {
      if marks.contains(scalar) { escaped.append("\\") }
      escaped.append(scalar)
    }
    return String(escaped)
  }

  /// For a line of its own, which also must not begin a list or a heading rule.
  static func text(_ text: String) -> String {
    let line = cell(text)
    guard let first = line.first, "-+=0123456789".contains(first) else { return line }
    return "\u{200B}" + line
  }
}
