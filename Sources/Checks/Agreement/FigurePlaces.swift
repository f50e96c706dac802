import Lexicon
import Literature
import TextAnalysis

/// All figures of a document, with the trial and the words that each passage has for them.
struct FigurePlaces {
  let context: CheckContext
  private(set) var figures: [PlacedFigure] = []
  /// Of each figure its number, nil where its digits are none.
  private(set) var numbers: [PrintedNumber?] = []
  /// Indices into `figures` by passage, in the order of the text.
  private(set) var byPassage: [Int: [Int]] = [:]
  private(set) var byKey: [PlacedFigure.Key: [Int]] = [:]
  /// As `byPassage`, for each passage of the document; rows are asked for by the pair of figures.
  private var rows: [[Int]]
  /// The same without figures that are reckoned from others.
  private var printedRows: [[Int]]
  /// Of each figure a number that it shares with those of its key.
  private(set) var keys: [Int] = []
  /// Of each figure what pairs are told apart by at once.
  private(set) var traits: [Trait] = []
  /// Of each passage the part that it stands in.
  private var parts: [Part] = []

  /// A figure without its digits: figures are compared in pairs by the million, and a copy of this counts no reference.
  struct Trait: FigureTraits, Sendable {
    var passage: Int
    /// A number that it shares with those of its part of the document.
    var part: Int
    var isOfText: Bool
    var role: PlacedFigure.Role
    var unit: PlacedFigure.Unit?
    var decimals: Int
    var significant: Int
    var trial: Int?
    var isDerived: Bool

    init(_ figure: PlacedFigure, part: Int, isOfText: Bool) {
      (passage, self.part, self.isOfText) = (figure.passage, part, isOfText)
      (role, unit) = (figure.role, figure.unit)
      (trial, isDerived) = (figure.trial, figure.isDerived)
      (decimals, significant) = (figure.decimals, figure.significant)
    }
  }
  /// Of each table the cells of its head, by column.
  private let heads: [[Int: [Table.Cell]]]

  /// O(bytes of the passages that hold figures).
  init(_ context: CheckContext) {
    self.context = context
    rows = [[Int]](repeating: [], count: context.extract.passages.count)
    printedRows = rows
    heads = context.extract.article.tables.map { Dictionary(grouping: $0.headCells, by: \.column) }
    for passage in context.extract.passages.indices where Self.isRead(context.extract.passages[passage].kind) {
      guard context.lexed[passage].tokens.contains(where: { $0.kind == .number }) else { continue }
      let names = TrialPlaces(passage, in: context)
      let found = FigureReader(passage, in: context, callouts: context.callouts(in: passage)).figures().sorted {
        $0.range.lowerBound < $1.range.lowerBound
      }
      for var figure in found {
        figure.trial = names.trial(at: figure.range.lowerBound)
        byPassage[passage, default: []].append(figures.count)
        byKey[figure.key, default: []].append(figures.count)
        figures.append(figure)
        numbers.append(PrintedNumber(figure.key.text))
      }
      rows[passage] = byPassage[passage] ?? []
      printedRows[passage] = rows[passage].filter { !figures[$0].isDerived }
      placeInCells(rows[passage], passage)
    }
    keys = figures.map { byKey[$0.key]?.first ?? 0 }
    parts = context.extract.passages.map { Part(of: $0) }
    var partNumbers: [Part: Int] = [:]
    for part in parts where partNumbers[part] == nil { partNumbers[part] = partNumbers.count }
    traits = figures.map { figure in
      let part = parts[figure.passage]
      return Trait(figure, part: partNumbers[part] ?? 0, isOfText: part == .text)
    }
  }

  /// The figures of a passage, in the order of the text.
  func row(_ passage: Int) -> [Int] { rows[passage] }

  /// The figures of a passage that it prints, in the order of the text.
  func printedRow(_ passage: Int) -> [Int] { printedRows[passage] }

  /// In what way two figures differ as they are printed; see `PlacedFigure`.
  func difference(of figure: Int, from other: Int) -> PrintedDifference? {
    figures.withUnsafeBufferPointer { $0[figure].difference(from: $0[other], numbers[figure], numbers[other]) }
  }

  private static func isRead(_ kind: Passage.Kind) -> Bool {
    kind == .sentence || kind == .caption || kind == .note || kind == .tableRow
  }

  /// In two parts of the document, or in two paragraphs of the text.
  func areApart(_ figure: Int, _ other: Int) -> Bool {
    let (one, rival) = (traits[figure], traits[other])
    guard one.part == rival.part else { return true }
    return one.isOfText && context.extract.passages[one.passage].block != context.extract.passages[rival.passage].block
  }

  /// The words of a sentence that may name what its figures are of; of a row its first cell's.
  func labels(_ passage: Int) -> Set<String> {
    let text = context.lexed[passage]
    guard context.extract.passages[passage].kind == .tableRow else { return OutcomeWords.of(passage, in: context) }
    let end = text.utf8.firstIndex(of: 0x09) ?? text.utf8.count
    return OutcomeWords.all(in: text, 0..<text.firstToken(at: end))
  }

  func part(_ figure: Int) -> Part { parts[traits[figure].passage] }

  /// A figure near another one, and how many values lie from it to that one; negative before it.
  struct Mate {
    var figure: PlacedFigure
    var offset: Int
  }

  /// How far around a figure its company reaches, in figures.
  private static let reach = 5

  /// The figures around one, and of a table's cell those above and below it. Offsets count values alone, of one unit where the two have
  /// one: spreads, limits and counts stand beside them or do not.
  func company(of figure: Int) -> [Mate] {
    let row = rows[figures[figure].passage]
    guard let place = row.firstIndex(of: figure) else { return [] }
    return row.indices.filter { $0 != place && abs($0 - place) <= Self.reach }.map { mate in
      let isAside = !figures[row[mate]].isBracketed && !figures[figure].isBracketed
      let between = row[min(mate, place)..<max(mate, place)].dropFirst().count { index in
        figures[index].role == .value && !figures[index].isDerived && !(isAside && figures[index].isBracketed)
          && (figures[figure].unit != figures[row[mate]].unit || figures[index].unit == figures[figure].unit)
      }
      return Mate(figure: figures[row[mate]], offset: mate < place ? -between - 1 : between + 1)
    } + column(of: figure)
  }

  /// The first figures of the cells above and below one that is the first of its own.
  private func column(of figure: Int) -> [Mate] {
    guard let place = cells[figure] else { return [] }
    return (-Self.reach...Self.reach).compactMap { step in
      guard step != 0, let mate = byCell[Cell(table: place.table, row: place.row + step, column: place.column)] else {
        return nil
      }
      return Mate(figure: figures[mate], offset: step)
    }
  }

  private struct Cell: Hashable {
    var table: Int
    var row: Int
    var column: Int
  }

  /// The cells of which figures are the first, and the other way round.
  private var cells: [Int: Cell] = [:]
  private var byCell: [Cell: Int] = [:]
  /// All figures of each cell, and the cell of each.
  private var allOfCell: [Cell: [Int]] = [:]
  private var cellOf: [Int: Cell] = [:]

  /// The figures that stand in the cells above and below as one does in its own: of `22 (28.9)` over `33 (43.4)` the shares of each other.
  func aboveAndBelow(_ figure: Int) -> [(figure: Int, offset: Int)] {
    guard let place = cellOf[figure], let order = allOfCell[place]?.firstIndex(of: figure) else { return [] }
    return [-1, 1].compactMap { step in
      let other = allOfCell[Cell(table: place.table, row: place.row + step, column: place.column)]
      return other.flatMap { $0.indices.contains(order) ? ($0[order], step) : nil }
    }
  }

  private mutating func placeInCells(_ row: [Int], _ passage: Int) {
    guard let place = context.extract.passages[passage].tableRow, context.extract.article.tables.indices.contains(place.table)
    else {
      return
    }
    let flow = context.extract.passages[passage].flow
    for cell in context.extract.article.tables[place.table].cells where cell.row == place.row {
      guard let start = flow.flowOffset(ofSource: cell.flow.span.start),
        let first = row.first(where: { (start..<start + cell.flow.count).contains(figures[$0].range.lowerBound) })
      else { continue }
      let own = Cell(table: place.table, row: place.row, column: cell.column)
      cells[first] = own
      byCell[own] = first
      let inside = row.filter { (start..<start + cell.flow.count).contains(figures[$0].range.lowerBound) }
      allOfCell[own] = inside
      for figure in inside { cellOf[figure] = own }
    }
  }

  /// The head of the column that a figure of a table stands in. O(bytes of the head).
  func head(of figure: Int) -> LexedText? {
    guard let cell = cellOf[figure] else { return nil }
    let above = (heads[cell.table][cell.column] ?? []).filter { $0.row != cell.row }
    return above.isEmpty ? nil : LexedText(above.flatMap { $0.flow.utf8 + [0x20] })
  }

  func holds(_ key: PlacedFigure.Key, passage: Int) -> Bool {
    rows[passage].contains { figures[$0].key == key }
  }

  /// Whether a passage prints the number of a figure.
  func holds(_ figure: Int, passage: Int) -> Bool {
    rows[passage].contains { keys[$0] == keys[figure] }
  }
}
