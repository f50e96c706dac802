import Checks
import Literature

/// A document made by hand: each passage on a line of its own, with the records that a test wants in it.
struct Manuscript {
  private(set) var bytes: [UInt8] = []
  private(set) var passages: [Passage] = []
  var references: [Reference] = []
  var citations: [Citation] = []
  var trials: [Trial] = []
  var results: [ResultCard] = []
  var claims: [Claim] = []
  var tables: [Table] = []
  var front = FrontMatter()

  /// Adds a line and returns its index as a passage.
  @discardableResult
  mutating func passage(_ text: String, kind: Passage.Kind = .sentence, section: String = "1", table: Int? = nil) -> Int {
    let start = bytes.count
    bytes += Array(text.utf8)
    let flow = FlowText(start..<bytes.count, of: bytes)
    bytes.append(0x0A)
    var passage = Passage(
      id: "p\(passages.count + 1)", kind: kind, section: section, language: Language(of: Array(text.utf8)), flow: flow)
    passage.tableRow = table.map { Passage.TableRow(table: $0, row: 1) }
    passages.append(passage)
    return passages.count - 1
  }

  /// The span of the first occurrence of `figures` in a passage; the whole passage where it does not occur.
  func span(_ figures: String, in passage: Int) -> SourceSpan {
    let flow = passages[passage].flow
    let needle = Array(figures.utf8)
    guard !needle.isEmpty, flow.utf8.count >= needle.count else { return flow.span }
    for start in 0...flow.utf8.count - needle.count where flow.utf8[start..<start + needle.count].elementsEqual(needle) {
      return flow.span(of: start..<start + needle.count)
    }
    return flow.span
  }

  /// Adds a card whose figures stand in a passage, and returns its index.
  @discardableResult
  mutating func card(
    _ measure: String, _ value: String? = nil, _ low: String? = nil, _ high: String? = nil, p: String? = nil,
    trial: String? = nil, endpoint: String? = nil, in passage: Int, at figures: String? = nil,
    location: ResultCard.Location = .text, change: (inout ResultCard) -> Void = { _ in }
  ) -> Int {
    var card = ResultCard(
      measure: measure, location: location, passage: passage,
      span: figures.map { span($0, in: passage) } ?? passages[passage].span)
    card.value = value.flatMap(number)
    card.low = low.flatMap(number)
    card.high = high.flatMap(number)
    card.p = p.flatMap(number)
    card.trial = trial
    card.endpoint = endpoint
    change(&card)
    results.append(card)
    return results.count - 1
  }

  /// Adds an entry of the reference list with its fields.
  @discardableResult
  mutating func reference(_ raw: String, change: (inout BibliographicItem) -> Void = { _ in }) -> Int {
    let passage = passage(raw, kind: .reference, section: "references")
    passages[passage].reference = references.count
    var item = BibliographicItem()
    change(&item)
    references.append(
      Reference(label: "\(references.count + 1)", raw: raw, span: passages[passage].span, style: "vancouver", item: item))
    return references.count - 1
  }

  /// Ties a printed callout to labels; labels without an entry are left unresolved.
  mutating func cite(_ marker: String, _ labels: [String], in passage: Int) {
    let known = labels.compactMap { label in references.firstIndex { $0.label == label } }
    citations.append(
      Citation(
        marker: marker, span: span(marker, in: passage), labels: labels, references: known,
        resolved: labels.filter { label in references.contains { $0.label == label } }, passage: passage))
  }

  var extract: Extract {
    var article = Article(format: .plainText, text: StoredText(utf8: bytes))
    article.front = front
    article.tables = tables
    var extract = Extract(documentID: "0123456789ab", sha256: "", path: "folder/paper.txt", article: article)
    extract.passages = passages
    extract.references = references
    extract.citations = citations
    extract.trials = trials
    extract.results = results
    extract.claims = claims
    return extract
  }

  /// The findings of one rule.
  func findings(_ rule: some Rule) -> [Finding] { Checker.check(extract: extract, rules: [rule]).findings }
}

/// A number as tests write it: "0.94", "< 0.001".
func number(_ text: String) -> PrintedNumber? {
  for relation in [PrintedNumber.Relation.less, .greater, .lessOrEqual, .greaterOrEqual] where text.hasPrefix(relation.rawValue) {
    return PrintedNumber(text.dropFirst().drop { $0 == " " }, relation: relation)
  }
  return PrintedNumber(text)
}
