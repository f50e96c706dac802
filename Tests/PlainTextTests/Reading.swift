import Literature
import PlainText
import Testing

/// Reads a text and checks what holds for every document: nothing is lost, nothing stands twice, spans are in bounds.
func read(_ text: String, _ location: SourceLocation = #_sourceLocation) throws -> Article {
  let article = try PlainTextReader.article(from: Array(text.utf8))
  expectNothingLost(in: article, location)
  return article
}

func expectNothingLost(in article: Article, _ location: SourceLocation = #_sourceLocation) {
  var owners = [UInt8](repeating: 0, count: article.text.utf8.count)
  for flow in flows(of: article) {
    for range in flow.span.ranges { for offset in range { owners[offset] += 1 } }
    for piece in flow.pieces {
      #expect(
        Array(flow.utf8[piece.flowStart..<piece.flowEnd]) == Array(article.text.utf8[piece.source]), sourceLocation: location)
    }
  }
  #expect(!owners.contains { $0 > 1 }, "text stands twice", sourceLocation: location)
  let lost = lostText(owners, article.text.utf8)
  #expect(lost.isEmpty, "lost: \(lost)", sourceLocation: location)
}

func flows(of article: Article) -> [FlowText] {
  article.blocks.map(\.flow) + article.tables.flatMap { $0.cells.map(\.flow) } + article.referenceEntries.map(\.flow)
}

/// Runs of letters and ideographs that belong to nothing; marks, digits of labels and bullets may.
private func lostText(_ owners: [UInt8], _ bytes: [UInt8]) -> [String] {
  var lost: [String] = []
  var run: [UInt8] = []
  for (offset, byte) in bytes.enumerated() {
    let isLetter = (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte >= 0xE4 && byte <= 0xE9
    if owners[offset] == 0, isLetter || !run.isEmpty && byte >= 0x80 {
      run.append(byte)
    } else if !run.isEmpty {
      lost.append(String(decoding: run, as: UTF8.self))
      run = []
    }
  }
  return run.isEmpty ? lost : lost + [String(decoding: run, as: UTF8.self)]
}

extension Article {
  func texts(_ kind: Block.Kind) -> [String] { blocks.filter { $0.kind == kind }.map(\.flow.string) }
  var paragraphs: [String] { texts(.paragraph) }
  func paragraphs(under title: String) -> [String] {
    blocks.filter { $0.kind == .paragraph && sections[$0.section].title == title }.map(\.flow.string)
  }
  /// Number and title of each section that has any.
  var outline: [String] {
    sections.filter { !$0.title.isEmpty }.map { "\($0.level) \($0.number.map { $0 + " " } ?? "")\($0.title)" }
  }
  func rows(_ table: Int) -> [[String]] {
    var rows = [[String]](
      repeating: [String](repeating: "", count: tables[table].columnCount), count: tables[table].rowCount)
    for cell in tables[table].cells { rows[cell.row][cell.column] = cell.flow.string }
    return rows
  }
  var entryTexts: [String] { referenceEntries.map { ($0.label.map { "\($0)|" } ?? "") + $0.flow.string } }
}
