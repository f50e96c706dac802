import Evidence
import Literature
import TextAnalysis

/// Cards of a paragraph of invented sentences, one passage each, for tests.
///
/// A trial is given by the form in which the sentences name it.
func cards(
  _ sentences: String..., trials: [String] = [], kind: Passage.Kind = .sentence, section: String = "1"
) -> [ResultCard] {
  let text = Array(sentences.joined(separator: "\n").utf8)
  var passages: [Passage] = []
  var start = 0
  for (index, sentence) in sentences.enumerated() {
    let flow = FlowText(start..<start + sentence.utf8.count, of: text)
    passages.append(
      Passage(id: "p\(index + 1)", kind: kind, section: section, language: Language(of: flow.utf8), flow: flow, block: 0))
    start += sentence.utf8.count + 1
  }
  return ResultRecogniser.results(in: input(text, passages), trials: findings(of: trials, in: passages))
}

private func input(_ text: [UInt8], _ passages: [Passage]) -> EvidenceInput {
  EvidenceInput(
    article: Article(format: .plainText, text: StoredText(utf8: text)), passages: passages,
    lexed: passages.map { LexedText($0.flow.utf8) },
    references: [], citations: [], abbreviations: [])
}

func findings(of names: [String], in passages: [Passage]) -> TrialFindings {
  var findings = TrialFindings(trials: names.map { Trial(id: $0, name: $0) })
  for (index, passage) in passages.enumerated() {
    for (trial, name) in names.enumerated() {
      guard let found = passage.text.range(ofWord: name) else { continue }
      findings.mentions.append(TrialMention(trial: trial, passage: index, range: found))
    }
  }
  findings.mentions.sort { ($0.passage, $0.range.lowerBound) < ($1.passage, $1.range.lowerBound) }
  return findings
}

extension String {
  fileprivate func range(ofWord word: String) -> Range<Int>? {
    let own = Array(utf8)
    let wanted = Array(word.utf8)
    guard own.count >= wanted.count, !wanted.isEmpty else { return nil }
    return (0...own.count - wanted.count).first { own[$0..<$0 + wanted.count].elementsEqual(wanted) }.map {
      $0..<$0 + wanted.count
    }
  }
}

/// A document with one table: rows of cells, the first row its header.
func cards(ofTable rows: [[String]], caption: String = "", trials: [String] = []) -> [ResultCard] {
  var text = Array((caption + "\n").utf8)
  var table = Table(label: "1", section: 0, cells: [], rowCount: rows.count, columnCount: rows.first?.count ?? 0, blockIndex: 1)
  var places: [(row: Int, column: Int, range: Range<Int>)] = []
  for (row, cells) in rows.enumerated() {
    for (column, cell) in cells.enumerated() {
      places.append((row, column, text.count..<text.count + cell.utf8.count))
      text += Array((cell + "\t").utf8)
    }
  }
  table.cells = places.map {
    Table.Cell(flow: FlowText($0.range, of: text), row: $0.row, column: $0.column, isHeader: $0.row == 0)
  }
  var article = Article(format: .plainText, text: StoredText(utf8: text))
  article.tables = [table]
  let captionFlow = FlowText(0..<caption.utf8.count, of: text)
  article.blocks = [Block(kind: .caption, section: 0, table: 0, flow: captionFlow)]
  let passages = tablePassages(places, rows: rows.count, text: text, caption: captionFlow)
  let input = EvidenceInput(
    article: article, passages: passages, lexed: passages.map { LexedText($0.flow.utf8) }, references: [], citations: [],
    abbreviations: [])
  return ResultRecogniser.results(in: input, trials: findings(of: trials, in: passages))
}

private func tablePassages(
  _ places: [(row: Int, column: Int, range: Range<Int>)], rows: Int, text: [UInt8], caption: FlowText
) -> [Passage] {
  var passages = [Passage(id: "p1", kind: .caption, section: "table-1", language: .english, flow: caption, block: 0)]
  for row in 0..<rows {
    var flow = FlowText()
    for place in places where place.row == row && !place.range.isEmpty { flow.append(place.range, of: text, joiner: "\t") }
    passages.append(
      Passage(
        id: "p\(row + 2)", kind: .tableRow, section: "table-1", language: .english, flow: flow,
        tableRow: Passage.TableRow(table: 0, row: row)))
  }
  return passages
}
