import Literature
import TextAnalysis

/// The first figure of each cell of a document's rows, with its sign, its column's head and the name of the row.
struct FigureRows {
  struct Cell: Hashable, Sendable {
    /// The head without what it has in brackets.
    var head: String
    var number: PrintedNumber
  }

  struct Row: Hashable, Sendable {
    var name: String
    var words: Set<String>
    var runs: [String]
    var cells: [Cell]
    var span: SourceSpan

    var weight: Int { words.reduce(0) { $0 + $1.utf8.count } + runs.reduce(0) { $0 + 2 * $1.count } }
  }

  private let rows: [Row]

  static func shared(in context: CheckContext) -> FigureRows { context.once(Self.self) { FigureRows(context) } }

  /// O(cells).
  private init(_ context: CheckContext) { rows = context.extract.article.tables.flatMap(Self.rows) }

  private static func rows(of table: Table) -> [Row] {
    let heads = Dictionary(grouping: table.headCells, by: \.column).mapValues { cells in
      TestedRows.name(cells.last?.flow.string ?? "")
    }
    return Dictionary(grouping: table.bodyCells, by: \.row).sorted { $0.key < $1.key }
      .compactMap { _, cells -> Row? in
        guard let first = cells.first(where: { $0.column == 0 }) else { return nil }
        let name = TestedRows.name(first.flow.string)
        let (words, runs) = TestedRows.parts(of: LexedText(name))
        let figures = cells.filter { $0.column > 0 }.sorted { $0.column < $1.column }.compactMap { cell -> Cell? in
          figure(LexedText(cell.flow.utf8)).map { Cell(head: heads[cell.column] ?? "", number: $0) }
        }
        guard !words.isEmpty || !runs.isEmpty, figures.count >= 2 else { return nil }
        return Row(name: name, words: words, runs: runs, cells: figures, span: first.flow.span)
      }
  }

  /// The number that a cell begins with, with its sign.
  private static func figure(_ text: LexedText) -> PrintedNumber? {
    if let number = text.number(0) { return number.relation == .equal ? number : nil }
    guard text.isSymbol(0, "-"), let number = text.number(1) else { return nil }
    return number.negated
  }

  /// The row whose whole name stands in a stretch, the longest name; nil where two are as long. O(rows · tokens).
  func named(in text: LexedText, _ tokens: Range<Int>) -> Row? {
    guard let first = tokens.first, let last = tokens.last, !rows.isEmpty else { return nil }
    let stemmer = EnglishStemmer()
    let words = Set(tokens.filter { text.tokens[$0].kind == .word }.map { stemmer.stem(text.lowercased($0)) })
    let string = text.string(text.tokens[first].start..<text.tokens[last].end)
    let found = rows.filter { row in
      row.words.isSubset(of: words) && row.runs.allSatisfy { string.contains($0) } && row.weight >= TestedRows.leastWeight
    }
    guard let most = found.map(\.weight).max() else { return nil }
    let best = found.filter { $0.weight == most }
    return best.count == 1 ? best.first : nil
  }
}
