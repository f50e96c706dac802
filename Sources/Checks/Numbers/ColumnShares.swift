import Literature
import Statistics
import TextAnalysis

/// The cells "24 (20.0)" of a table's columns whose heads give the total: "Alderib (n = 120)".
struct ColumnShares: Sendable {
  struct Share: Sendable {
    var figures: CountPercentage
    var span: SourceSpan
    var row: Int
    var fits: Bool { figures.agrees || figures.isNearMiss }
  }

  /// Cells whose percentage is not that of their column's total, in columns where the others are.
  private(set) var odd: [Share] = []

  /// With fewer cells that fit the total, the column's percentages may have another one.
  private static let fewestFitting = 2
  /// A total that is smaller than the column's by no more than this share may leave out missing values.
  private static let mostMissing = 0.35

  /// O(cells).
  init(_ table: Table) {
    let heads = Dictionary(grouping: table.cells.filter { $0.isHeader || $0.row == 0 }, by: \.column)
    let totals = heads.compactMapValues { cells in cells.compactMap { Self.total(LexedText($0.flow.utf8)) }.last }
    guard !totals.isEmpty else { return }
    var columns: [Int: [Share]] = [:]
    var fittingRows: [Int: Int] = [:]
    var oddRows: [Int: Int] = [:]
    let summaries = Set(table.cells.filter { $0.column == 0 && Self.isSummary(LexedText($0.flow.utf8)) }.map(\.row))
    for cell in table.cells where !cell.isHeader && cell.row > 0 && !summaries.contains(cell.row) {
      guard let total = totals[cell.column], let share = Self.share(cell, of: total) else { continue }
      columns[cell.column, default: []].append(share)
      if share.fits { fittingRows[cell.row, default: 0] += 1 } else { oddRows[cell.row, default: 0] += 1 }
    }
    let (allFitting, allOdd) = (fittingRows.values.reduce(0, +), oddRows.values.reduce(0, +))
    for shares in columns.values {
      let wrong = shares.filter { !$0.fits }
      let fitting = shares.count - wrong.count
      // One cell whose percentage is a misprint of the right one needs no more than the rest of the table.
      let isSlip = wrong.count == 1 && wrong[0].figures.isMisplaced && fitting + (fittingRows[wrong[0].row] ?? 0) >= 1
      guard isSlip || fitting >= Self.fewestFitting, isSlip || fitting >= 2 * wrong.count,
        allFitting >= (isSlip ? 1 : 4) * allOdd
      else { continue }
      // A row whose other cells do not fit either is of means, or of a part of the participants.
      odd += wrong.filter { share in
        (fittingRows[share.row] ?? 0) >= 1 && oddRows[share.row] == 1 && !Self.mayLeaveOutMissing(share.figures)
      }
    }
    odd.sort { $0.span.start < $1.span.start }
  }

  private static let summaryWords = PhraseSet(
    ["mean", "median", "iqr", "sd", "range", "interquartile", "quartiles"], ["均数", "均值", "中位", "四分位", "标准差"])

  /// A row "Median age (IQR)": its brackets hold no shares.
  private static func isSummary(_ text: LexedText) -> Bool { summaryWords.occurs(in: text) }

  /// `n = 120` in a head.
  static func total(_ text: LexedText) -> Int? {
    text.tokens.indices.lazy.compactMap { index -> Int? in
      guard text.isWord(index, "n"), text.isSymbol(index + 1, "="), let number = text.number(index + 2), number.decimals == 0
      else {
        return nil
      }
      return Int(exactly: number.value)
    }.first
  }

  /// A cell that holds `24 (20.0)` or `24 (20.0%)` and nothing else.
  private static func share(_ cell: Table.Cell, of total: Int) -> Share? {
    let text = LexedText(cell.flow.utf8)
    guard text.isNumber(0), text.isSymbol(1, "("), text.isNumber(2) else { return nil }
    let isSigned = text.isSymbol(3, "%")
    guard text.isSymbol(isSigned ? 4 : 3, ")"), text.count == (isSigned ? 5 : 4), let count = text.number(0), count.decimals == 0,
      let percent = text.number(2), percent.value <= 100, let part = Int(exactly: count.value), part > 0,
      let figures = CountPercentage(count: part, total: total, percent: percent)
    else { return nil }
    return Share(figures: figures, span: cell.flow.span, row: cell.row)
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
