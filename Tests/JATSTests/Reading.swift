import JATS
import Literature
import Testing

/// Reads an article made of the parts given, and checks what holds of every article.
func read(
  front: String = "", body: String = "", back: String = "", rest: String = "", attributes: String = #"xml:lang="en""#
) throws -> Article {
  try read(
    """
    <article xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:mml="http://www.w3.org/1998/Math/MathML" \(attributes)>
    <front>\(front)</front><body>\(body)</body><back>\(back)</back>\(rest)</article>
    """)
}

func read(_ xml: String) throws -> Article { try checked(JATSReader.article(from: Array(xml.utf8))) }

/// Reads one `ref` element.
func readEntry(_ xml: String) throws -> ReferenceEntry {
  let article = try read(back: "<ref-list>\(xml)</ref-list>")
  return try #require(article.referenceEntries.first)
}

/// Every flow is its own span of the stored text, every index points somewhere, and the text is UTF-8.
func checked(_ article: Article) -> Article {
  let text = article.text.utf8
  #expect(String(validating: text, as: UTF8.self) != nil)
  var flows = article.blocks.map(\.flow)
  flows += article.tables.flatMap { $0.cells.map(\.flow) }
  flows += article.referenceEntries.map(\.flow)
  for flow in flows {
    for piece in flow.pieces {
      #expect(piece.source.lowerBound >= 0 && piece.source.upperBound <= text.count)
      #expect(Array(text[piece.source.clamped(to: 0..<text.count)]) == Array(flow.utf8[piece.flowStart..<piece.flowEnd]))
    }
  }
  for block in article.blocks {
    #expect(article.sections.indices.contains(block.section))
    #expect(block.table.map(article.tables.indices.contains) ?? true)
    #expect(!block.flow.isEmpty)
  }
  for table in article.tables {
    #expect(article.sections.indices.contains(table.section) && table.blockIndex <= article.blocks.count)
    for cell in table.cells {
      #expect(cell.row + cell.rowSpan <= table.rowCount && cell.column + cell.columnSpan <= table.columnCount)
    }
  }
  for mark in article.marks {
    #expect(mark.range.upperBound <= text.count)
    if case .citation(let indices) = mark.kind { #expect(indices.allSatisfy(article.referenceEntries.indices.contains)) }
  }
  let starts = article.marks.map(\.range.lowerBound)
  #expect(starts == starts.sorted())
  let offsets = article.text.anchors.map(\.textOffset)
  #expect(offsets == offsets.sorted())
  return article
}

extension Article {
  /// The text of the blocks of one kind.
  func texts(_ kind: Block.Kind) -> [String] { blocks.filter { $0.kind == kind }.map(\.flow.string) }

  /// The callouts: their text and what they point to.
  var callouts: [(text: String, targets: [Int])] {
    marks.compactMap { mark in
      guard case .citation(let targets) = mark.kind else { return nil }
      return (text.string(mark.range), targets)
    }
  }

  func marked(_ kind: InlineMark.Kind) -> [String] { marks.filter { $0.kind == kind }.map { text.string($0.range) } }
}

/// Why a file is refused; a file that is read fails the test.
func refusal(of bytes: [UInt8]) -> String {
  do {
    _ = try JATSReader.article(from: bytes)
    Issue.record("The file was read.")
    return ""
  } catch {
    return error.description
  }
}

func refusal(of xml: String) -> String { refusal(of: Array(xml.utf8)) }
