import Literature
import Statistics
import TextAnalysis

/// The cells "24 (20.0)" of a table whose column heads give the total, "Alderib (n = 120)", or its rows, or the cells themselves,
/// "24/120 (20.0)".
struct ColumnShares: Sendable {
  struct Share: Sendable {
    var figures: CountPercentage
    var span: SourceSpan
    var row: Int
    var column: Int
    var fits: Bool { figures.agrees || figures.isNearMiss }
  }

  /// Cells whose percentage is not that of their total, in document order, in tables where those of the others are.
  private(set) var odd: [Share] = []

  /// With fewer cells that fit the total, the column's percentages may have another one.
  private static let fewestFitting = 2
  /// A total that is smaller than the column's by no more than this share may leave out missing values.
  private static let mostMissing = 0.35

  /// O(cells).
  init(_ table: Table) {
    let heads = Dictionary(grouping: table.headCells, by: \.column)
    let totals = heads.compactMapValues { cells in cells.compactMap { Self.total(LexedText($0.flow.utf8)) }.last }
    let rows = totals.isEmpty ? Self.rowTotals(table, heads) : [:]
    let summaries = Set(table.cells.filter { $0.column == 0 && Self.isSummary(LexedText($0.flow.utf8)) }.map(\.row))
    var (own, byColumn, byRow): ([Share], [Share], [Share]) = ([], [], [])
    for cell in table.cells where !cell.isHeader && cell.row > 0 && !summaries.contains(cell.row) {
      let text = LexedText(cell.flow.utf8)
      if let share = Self.counted(cell, text) {
        own.append(share)
      } else if let total = totals[cell.column], let share = Self.share(cell, text, of: total) {
        byColumn.append(share)
      } else if let total = rows[cell.row], let share = Self.share(cell, text, of: total) {
        byRow.append(share)
      }
    }
    odd = (Self.oddOfColumns(byColumn) + Self.oddWithOwnTotal(own) + Self.oddWithOwnTotal(byRow)).sorted {
      $0.span.start < $1.span.start
    }
  }

  /// Of columns whose heads give the total.
  private static func oddOfColumns(_ all: [Share]) -> [Share] {
    var (fittingRows, oddRows): ([Int: Int], [Int: Int]) = ([:], [:])
    for share in all {
      if share.fits { fittingRows[share.row, default: 0] += 1 } else { oddRows[share.row, default: 0] += 1 }
    }
    let (allFitting, allOdd) = (fittingRows.values.reduce(0, +), oddRows.values.reduce(0, +))
    return Dictionary(grouping: all, by: \.column).values.flatMap { shares -> [Share] in
      let wrong = shares.filter { !$0.fits }
      let fitting = shares.count - wrong.count
      // One cell whose percentage is a misprint of the right one needs no more than the rest of the table.
      let isSlip = wrong.count == 1 && wrong[0].figures.isMisplaced && fitting + (fittingRows[wrong[0].row] ?? 0) >= 1
      guard isSlip || fitting >= fewestFitting, isSlip || fitting >= 2 * wrong.count, allFitting >= (isSlip ? 1 : 4) * allOdd
      else { return [] }
      // A row whose other cells do not fit either is of means, or of a part of the participants.
      return wrong.filter { share in
        (fittingRows[share.row] ?? 0) >= 1 && oddRows[share.row] == 1 && !mayLeaveOutMissing(share.figures)
      }
    }
  }

  /// Of cells that print their total, or whose row does: those of the table's others that fit tell that the brackets hold shares.
  private static func oddWithOwnTotal(_ all: [Share]) -> [Share] {
    let wrong = all.filter { !$0.fits }
    let fitting = all.count - wrong.count
    return wrong.filter { share in
      fitting >= fewestFitting && fitting >= 2 * wrong.count || fitting >= 1 && share.figures.isMisplaced && wrong.count == 1
    }
  }

  private static let sizeHeads: Set<String> = [
    "n", "no", "no.", "patients", "例数", "眼数", "人数", "病例数", "样本量", "n (total)", "total n",
  ]

  /// The sizes in a column of sizes, by row; none where the table has several such columns.
  private static func rowTotals(_ table: Table, _ heads: [Int: [Table.Cell]]) -> [Int: Int] {
    let columns = heads.filter { $0.value.contains { sizeHeads.contains($0.flow.string.lowercased()) } }.keys
    guard columns.count == 1, let column = columns.first else { return [:] }
    let cells = table.cells.filter { $0.column == column && !$0.isHeader && $0.row > 0 }
    let sizes = cells.compactMap { cell -> (Int, Int)? in
      let text = LexedText(cell.flow.utf8)
      guard text.count == 1, let number = text.number(0), number.decimals == 0, let size = Int(exactly: number.value), size > 0
      else { return nil }
      return (cell.row, size)
    }
    return Dictionary(sizes, uniquingKeysWith: { first, _ in first })
  }

  private static let summaryWords = PhraseSet(
    ["mean", "median", "iqr", "sd", "range", "interquartile", "quartiles"], ["均数", "均值", "中位", "四分位", "标准差"])

  /// A row "Median age (IQR)": its brackets hold no shares.
  private static func isSummary(_ text: LexedText) -> Bool { summaryWords.occurs(in: text) }

  /// `n = 120` in a head.
  static func total(_ text: LexedText) -> Int? {
    text.tokens.indices.lazy.compactMap { index -> Int? in
      if let counted = counted(text, index) { return counted }
      guard text.isWord(index, "n"), text.isSymbol(index + 1, "=") else { return nil }
      return PrintedCount.whole(text, index + 2)?.value
    }.first
  }

  /// The 152 of 联合组(152例), "Placebo (152 patients)".
  private static func counted(_ text: LexedText, _ index: Int) -> Int? {
    guard text.isSymbol(index, "("), text.isSymbol(index + 3, ")"), let number = text.number(index + 1), number.decimals == 0
    else {
      return nil
    }
    let counters: [StaticString] = ["patients", "participants", "women", "men", "children", "people", "adults", "infants"]
    let isCounted =
      counters.contains { text.isWord(index + 2, $0) } || ["例", "名", "人", "位"].contains(text.string(index + 2))
    return isCounted ? Int(exactly: number.value) : nil
  }

  /// A cell that holds `24 (20.0)` or `24 (20.0%)` and nothing else.
  private static func share(_ cell: Table.Cell, _ text: LexedText, of total: Int) -> Share? {
    guard let (count, next) = PrintedCount.whole(text, 0), let percent = percent(text, opening: next) else { return nil }
    return share(cell, count: count, total: total, percent: percent)
  }

  /// A cell that holds `24/120 (20.0)` or `24 of 120 (20.0)` and nothing else; with the sign of percent it is read as any text is.
  private static func counted(_ cell: Table.Cell, _ text: LexedText) -> Share? {
    guard text.count == 6, let count = text.number(0), text.isSymbol(1, "/") || text.isWord(1, "of"), let whole = text.number(2),
      count.decimals == 0, whole.decimals == 0, let part = Int(exactly: count.value), let total = Int(exactly: whole.value),
      total >= fewestCounted, let percent = percent(text, opening: 3)
    else { return nil }
    return share(cell, count: part, total: total, percent: percent)
  }

  private static let fewestCounted = 8

  /// The number in brackets that ends a cell.
  private static func percent(_ text: LexedText, opening: Int) -> PrintedNumber? {
    guard text.isSymbol(opening, "("), let percent = text.number(opening + 1) else { return nil }
    let closing = text.isSymbol(opening + 2, "%") ? opening + 3 : opening + 2
    return text.isSymbol(closing, ")") && text.count == closing + 1 ? percent : nil
  }

  private static func share(_ cell: Table.Cell, count: Int, total: Int, percent: PrintedNumber) -> Share? {
    guard percent.value <= 100, count > 0, let figures = CountPercentage(count: count, total: total, percent: percent)
    else { return nil }
    return Share(figures: figures, span: cell.flow.span, row: cell.row, column: cell.column)
  }

  /// Figures of the right share with two digits exchanged are a slip rather than a share of fewer.
  private static func mayLeaveOutMissing(_ figures: CountPercentage) -> Bool {
    if figures.isMisplaced { return false }
    let box = RoundingInterval(figures.percent)
    guard box.low > 0 else { return true }
    let totals = (100 * Double(figures.count) / box.high)...(100 * Double(figures.count) / box.low)
    return totals.lowerBound < Double(figures.total) && totals.upperBound > (1 - mostMissing) * Double(figures.total)
  }
}
