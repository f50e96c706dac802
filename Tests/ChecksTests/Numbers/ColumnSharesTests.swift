import Checks
import Literature
import Testing

struct ColumnSharesTests {
  /// A table of two arms of 120 and 80, and five rows of counts.
  private func findings(_ rows: [(String, String)]) -> [Finding] {
    var paper = Manuscript()
    var cells: [Table.Cell] = []
    func add(_ text: String, _ row: Int, _ column: Int) {
      let passage = paper.passage(text, kind: .tableRow)
      cells.append(Table.Cell(flow: paper.passages[passage].flow, row: row, column: column, isHeader: row == 0))
    }
    add("Lenvatinib (n = 120)", 0, 1)
    add("Placebo (N = 80)", 0, 2)
    for (index, row) in rows.enumerated() {
      add(row.0, index + 1, 1)
      add(row.1, index + 1, 2)
    }
    paper.tables = [Table(label: "1", section: 0, cells: cells, rowCount: rows.count + 1, columnCount: 3, blockIndex: 0)]
    return paper.findings(PercentAgainstCounts())
  }
  private let right = [("24 (20.0)", "16 (20.0)"), ("30 (25.0%)", "20 (25.0%)"), ("12 (10)", "8 (10)"), ("6 (5.0)", "4 (5.0)")]

  @Test func flagsACellThatItsColumnsTotalDoesNotGive() throws {
    let finding = try #require(findings(right + [("36 (20.3)", "24 (30.0)")]).first)
    #expect(finding.message == "36 of 120 is 30.00%, not 20.3%." && finding.snippet == "36 (20.3)")
  }

  @Test func acceptsRowsOfMeansAndOfParts() {
    #expect(findings(right).isEmpty)
    #expect(findings(right + [("61 (9)", "60 (10)")]).isEmpty)
  }

  @Test func missingValuesExplainAPercentage() { #expect(findings(right + [("24 (20.9)", "16 (20.0)")]).isEmpty) }

  /// Two columns under heads without a total.
  private func bare(_ heads: (String, String), _ rows: [(String, String)]) -> [Finding] {
    var paper = Manuscript()
    var cells: [Table.Cell] = []
    for (row, texts) in ([heads] + rows).enumerated() {
      for (column, text) in [texts.0, texts.1].enumerated() {
        let passage = paper.passage(text, kind: .tableRow)
        cells.append(Table.Cell(flow: paper.passages[passage].flow, row: row, column: column + 1, isHeader: row == 0))
      }
    }
    paper.tables = [Table(label: "1", section: 0, cells: cells, rowCount: rows.count + 1, columnCount: 3, blockIndex: 0)]
    return paper.findings(PercentAgainstCounts())
  }

  @Test func cellsThatPrintTheirTotal() {
    let rows = [("17/207 (8.2)", "26/205 (12.7)"), ("19/207 (9.2)", "23/205 (11.2)")]
    #expect(bare(("Mist", "Powder"), rows + [("60/207 (29.0)", "41/205 (25.0)")]).map(\.snippet) == ["41/205 (25.0)"])
    #expect(bare(("Mist", "Powder"), rows).isEmpty)
    // Ratios and means in brackets.
    #expect(bare(("Mist", "Powder"), [("17/207 (0.65)", "26/205 (1.2)"), ("19/207 (0.82)", "23/205 (0.9)")]).isEmpty)
  }

  @Test func rowsThatPrintTheirTotal() {
    let rows = [("96", "31 (32.3)"), ("94", "40 (42.6)")]
    #expect(bare(("n", "Responders"), rows + [("80", "49 (54.4)")]).map(\.snippet) == ["49 (54.4)"])
    #expect(bare(("n", "Responders"), rows + [("90", "49 (54.4)")]).isEmpty)
  }
}
