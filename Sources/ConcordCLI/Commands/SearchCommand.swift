import ArgumentParser
import KnowledgeBase
import Literature

/// `concord search`: passages by words, names and numbers.
struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Find passages by words, fields and numbers.",
    discussion: """
      Bare words are all wanted; "phrases", AND, OR, NOT, -word, prefix*, field:value (trial: drug: endpoint: doi: document: section: kind: lang:) \
      and numbers (hr<1 p<0.05 n>500 months>30 year>=2020) narrow. Chinese and English names of one thing find each other. See docs/query-language.md. \
      Exit code 1 where nothing is found.
      """)

  @Argument(help: "The query, e.g. 'endpoint:RFS hr<1 p<0.05' or '无复发生存期 索拉非尼'.")
  var query: [String]
  @Option(help: "Only passages of these kinds: sentence, heading, tableRow, caption, note, reference, title, claim.")
  var kind: [String] = []
  @Option(name: .shortAndLong, help: "Hits to show.")
  var limit = 10
  @OptionGroup var index: IndexOption
  @OptionGroup var output: FormatOption

  func validate() throws {
    if query.joined().isEmpty { throw ValidationError("Give a query.") }
    if limit < 1 { throw ValidationError("--limit must be at least 1.") }
  }

  func run() throws {
    var options = SearchOptions()
    options.limit = limit
    options.kinds = kind
    let response = try index.with(.readOnly) { try $0.search(query.joined(separator: " "), options: options) }
    Console.write(output.format == .json ? response.json.pretty + "\n" : SearchText(response).text)
    if response.hits.isEmpty { throw ExitCode.nothingFound }
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
    let shown = response.hits.count
    lines.append(
      shown == 0 ? "Nothing found." : "\(shown) of \(response.isTotalExact ? "" : "at least ")\(response.total) passages")
    return lines.joined(separator: "\n") + "\n"
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
    String(decoding: bytes, as: UTF8.self).replacing("\t", with: " | ")
  }
}
