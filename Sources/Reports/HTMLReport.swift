import Literature

extension BibliographyReport {
  /// The report as one HTML page that loads nothing: style and charts are in it, text from documents is escaped.
  public var html: String {
    let summary = ReportSummary(of: self)
    let title = documents.count == 1 ? documents[0].title ?? documents[0].name : "\(documents.count) documents"
    let policy = "default-src 'none'; style-src 'unsafe-inline'"
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="\(policy)">
      <title>References: \(HTML.text(title))</title>
      <style>
      \(HTMLStyle.sheet)
      </style>
      </head>
      <body>
      <header id="top"><p class="kind">References</p><h1>\(HTML.text(title))</h1>\(documentList)</header>
      <main>
      \(HTMLCounts(summary: summary, report: self).html)
      <section><h2>Works</h2>
      \(entries.indices.map(article(at:)).joined(separator: "\n"))
      </section>
      \(unresolvedSection)
      </main>
      </body>
      </html>

      """
  }

  private var documentList: String {
    let lines = documents.map { document in
      let title = documents.count == 1 ? "" : ": " + HTML.text(document.title ?? "")
      return "<li><b>\(HTML.text(document.name))</b>\(title) <span class=\"place\">\(document.references) references, "
        + "\(document.callouts) callouts</span></li>"
    }
    return "<ul class=\"documents\">\(lines.joined())</ul>"
  }

  private func article(at index: Int) -> String {
    let entry = entries[index]
    let problems = entry.problems.map { "<span class=\"problem\">\(HTML.text(ProblemWords.text($0)))</span>" }.joined(
      separator: " ")
    return """
      <article id="work-\(index + 1)"><h3><a href="#work-\(index + 1)">\(HTML.text(labels(of: entry)))</a></h3>
      <div><p class="entry">\(HTML.text(entry.text)) \(link(to: entry.item))</p>\(problems.isEmpty ? "" : "<p>\(problems)</p>")
      \(entry.callouts.map(quote).joined(separator: "\n"))<p class="back"><a href="#top">back to the top</a></p></div></article>
      """
  }

  func labels(of entry: Entry) -> String { entry.labels.map(name(of:)).joined(separator: ", ") }

  private func link(to item: BibliographicItem) -> String {
    if let doi = item.doi { return "<a href=\"https://doi.org/\(HTML.path(doi))\">DOI</a>" }
    if let pmid = item.pmid { return "<a href=\"https://pubmed.ncbi.nlm.nih.gov/\(HTML.path(pmid))/\">PubMed</a>" }
    return ""
  }

  private func quote(_ callout: Callout) -> String {
    let trials = callout.trials.map { "<span class=\"trial\">\(HTML.text($0))</span>" }.joined(separator: " ")
    let results = callout.results.map { "<li>\(HTML.text($0))</li>" }.joined()
    return """
      <figure><blockquote lang="\(HTML.text(callout.language.code))">\(HTML.text(callout.sentence))</blockquote>
      <figcaption><span class="marker">\(HTML.text(callout.marker))</span> <span class="place">\(HTML.text(place(of: callout)))</span> \(trials)\
      </figcaption>\(results.isEmpty ? "" : "<ul class=\"results\">\(results)</ul>")</figure>
      """
  }

  private var unresolvedSection: String {
    guard !unresolved.isEmpty else { return "" }
    let rows = unresolved.map { callout in
      let place = place(document: callout.document, section: callout.section, line: callout.line)
      return "<tr><td>\(HTML.text(callout.label))</td><td>\(HTML.text(callout.marker))</td><td>\(HTML.text(place))</td></tr>"
    }
    return "<section><h2>Callouts without an entry</h2><table><tr><th>Label</th><th>Marker</th><th>Place</th></tr>"
      + rows.joined(separator: "\n") + "</table></section>"
  }
}

/// Text from documents in HTML.
enum HTML {
  /// Safe within elements and quoted attributes.
  static func text(_ text: String) -> String {
    var escaped = ""
    for scalar in PlainLine.of(text).unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  /// A path below a fixed host: all but letters, digits and a few marks in percent escapes.
  static func path(_ text: String) -> String {
    var path = ""
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x2F, 0x5F, 0x7E: path.unicodeScalars.append(Unicode.Scalar(byte))
      default: path += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
    return path
  }
}
