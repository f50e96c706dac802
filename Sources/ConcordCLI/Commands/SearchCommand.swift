import ArgumentParser
import KnowledgeBase
import Literature

/// `concord search`: passages by words, names and numbers.
struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    // Parsed by itself, a command that says what it belongs to is not asked for scripts of completions: half the time of parsing.
    _superCommandName: "concord",
    abstract: "Find passages by words, fields and numbers.",
    discussion: """
      Bare words are all wanted; "phrases", AND, OR, NOT, +word, -word, prefix*, fuzzy~1, a NEAR/5 b, word^2, field:value (trial: drug: \
      endpoint: doi: pmid: nct: author: journal: title: abstract: table: reference: document: section: kind: lang:), numbers (hr<1 p<0.05 \
      n>=500 median>24mo) and ranges (year:2015..2025) narrow. Chinese and English names of one thing find each other. See \
      docs/query-language.md. Exit code 1 where nothing is found.
      """)

  @Argument(help: "The query, e.g. 'endpoint:RFS hr<1 p<0.05' or '无复发生存期 索拉非尼'.")
  var query: [String] = []
  @Option(help: "Run every query of a file (one a line, - for standard input) and print a JSON line each.", completion: .file())
  var queries: String?
  @Option(name: .customLong("repeat"), help: "With --queries: times that each query is run; the median counts.")
  var repeats = 1
  @Option(help: "Only passages of these kinds: sentence, heading, tableRow, caption, note, reference, title, claim.")
  var kind: [String] = []
  @Option(help: "passage, or document: each document by its best passage, ranked by all that it holds.")
  var group: Grouping = .passage
  @Flag(help: "Count what is found by trial, endpoint, journal and year.")
  var facets = false
  @Flag(help: "Show the arithmetic of each score.")
  var explain = false
  @Option(name: .shortAndLong, help: "Hits to show.")
  var limit = 10
  @Option(help: "Hits to pass over first.")
  var offset = 0
  @OptionGroup var index: IndexOption
  @OptionGroup var output: FormatOption

  /// What a hit is.
  enum Grouping: String, ExpressibleByArgument, CaseIterable { case passage, document }

  func validate() throws {
    if query.joined().isEmpty == (queries == nil) {
      throw ValidationError("Give a query, or --queries FILE. A query that begins with “-” stands behind “--”.")
    }
    if limit < 1 { throw ValidationError("--limit must be at least 1.") }
    if offset < 0 { throw ValidationError("--offset must not be negative.") }
    if explain, group == .document {
      throw ValidationError("--explain tells the scores of passages; leave --group document out.")
    }
    if facets, group == .document { throw ValidationError("--facets counts passages; leave --group document out.") }
    if repeats < 1 { throw ValidationError("--repeat must be at least 1.") }
  }

  func run() throws {
    let code = try request.run()
    if code != .success { throw code }
  }

  /// What is asked for, without the machinery of parsing.
  var request: SearchRequest {
    var request = SearchRequest()
    request.query = query.joined(separator: " ")
    request.queryFile = queries
    request.repeats = repeats
    request.folder = index.folder
    request.isJSON = output.format == .json
    request.options.limit = limit
    request.options.offset = offset
    request.options.kinds = kind
    request.options.groupsByDocument = group == .document
    request.options.wantsFacets = facets
    request.options.explains = explain
    return request
  }
}

/// Hits as people read them: where, the passage with what was found marked, and what hangs on it.
struct SearchText {
  let response: SearchResponse
  init(_ response: SearchResponse) { self.response = response }

  var text: String {
    var lines: [String] = []
    if response.isAnyWord, !response.hits.isEmpty { lines.append("No passage holds all of the words; these hold some.") }
    for (index, hit) in response.hits.enumerated() { lines += self.lines(of: hit, number: index + 1) + [""] }
    lines += facets
    let shown = response.hits.count
    let things = response.isGrouped ? "documents" : "passages"
    lines.append(
      shown == 0 ? "Nothing found." : "\(shown) of \(response.isTotalExact ? "" : "at least ")\(response.total) \(things)")
    return lines.joined(separator: "\n") + "\n"
  }

  /// The counts that were asked for, a line for each facet.
  private var facets: [String] {
    guard let facets = response.facets else { return [] }
    let lines = facets.named.filter { !$0.counts.isEmpty }.map { facet in
      Console.style(.bold, facet.name + ": ") + facet.counts.map { "\($0.name) \($0.passages)" }.joined(separator: ", ")
    }
    return lines.isEmpty ? [] : lines + [""]
  }

  private func lines(of hit: PassageHit, number: Int) -> [String] {
    let passage = hit.passage
    var lines = [
      "\(number). " + Console.style(.bold, "\(passage.alias) \(passage.section)")
        + Console.style(.dim, "  \(passage.id) \(passage.kind.rawValue)")
    ]
    lines.append("   " + Highlighter.marked(passage.text, hit.highlights))
    if !hit.trials.isEmpty { lines.append(Console.style(.dim, "   trials: ") + hit.trials.joined(separator: ", ")) }
    for card in hit.results { lines.append(Console.style(.dim, "   result: ") + CardText.line(card.card)) }
    for reference in hit.references where passage.kind != .reference {
      lines.append(
        Console.style(.dim, "   [\(reference.label)] ") + (reference.item.title ?? reference.raw)
          + (reference.item.doi.map { "  \($0)" } ?? ""))
    }
    for match in hit.matchedThrough { lines.append(Console.style(.dim, "   “\(match.asked)” found as “\(match.matched)”")) }
    for line in hit.explanation?.lines ?? [] { lines.append(Console.style(.dim, "   score: ") + line) }
    return lines
  }
}

/// Marks byte ranges of a text on a terminal; tabs between table cells become bars.
enum Highlighter {
  static func marked(_ text: String, _ ranges: [Range<Int>]) -> String {
    let bytes = Array(text.utf8)
    var out = ""
    var end = 0
    for range in ranges where range.lowerBound >= end && range.upperBound <= bytes.count {
      out += plain(bytes[end..<range.lowerBound]) + Console.style(.highlight, plain(bytes[range]))
      end = range.upperBound
    }
    return out + plain(bytes[end...])
  }

  private static func plain(_ bytes: ArraySlice<UInt8>) -> String {
    var out: [UInt8] = []
    for byte in bytes { if byte == 0x09 { out += " | ".utf8 } else { out.append(byte) } }
    return String(decoding: out, as: UTF8.self)
  }
}
