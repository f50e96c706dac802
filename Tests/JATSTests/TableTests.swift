import JATS
import Literature
import Testing

@Suite struct TableTests {
  private func table(_ rows: String, label: String = "Table 1") -> String {
    """
    <table-wrap id="T1"><label>\(label)</label><caption><title>Survival</title></caption><table>\(rows)</table>
    <table-wrap-foot><fn><label>a</label><p>Adjusted.</p></fn></table-wrap-foot></table-wrap>
    """
  }

  private func grid(_ rows: String) throws -> [[Int]] {
    let cells = try #require(try read(body: table(rows)).tables.first).cells
    return cells.map { [$0.row, $0.column, $0.rowSpan, $0.columnSpan] }
  }

  @Test func readsRowsAndCellsApart() throws {
    let article = try read(
      body: table(
        "<thead><tr><th>Arm</th><th>n</th></tr></thead><tbody><tr><td>A</td><td>12</td></tr><tr><td>B</td><td>3</td></tr></tbody>"
      ))
    let table = try #require(article.tables.first)
    #expect(table.label == "1" && table.rowCount == 3 && table.columnCount == 2)
    #expect(table.cells.map(\.flow.string) == ["Arm", "n", "A", "12", "B", "3"])
    #expect(table.cells.map(\.isHeader) == [true, true, false, false, false, false])
    #expect(String(decoding: article.text.utf8, as: UTF8.self).contains("\n\nArm\tn\nA\t12\nB\t3\n\n"))
  }

  @Test func resolvesSpansToAGrid() throws {
    #expect(
      try grid(#"<tbody><tr><td rowspan="2">a</td><td colspan="2">b</td></tr><tr><td>c</td><td>d</td></tr></tbody>"#)
        == [[0, 0, 2, 1], [0, 1, 1, 2], [1, 1, 1, 1], [1, 2, 1, 1]])
  }

  @Test func endsRowSpansWithTheirGroup() throws {
    #expect(
      try grid(#"<thead><tr><th rowspan="9">a</th></tr></thead><tbody><tr><td>b</td></tr></tbody>"#)
        == [[0, 0, 1, 1], [1, 0, 1, 1]])
  }

  @Test func ignoresSenselessSpans() throws {
    #expect(try grid(#"<tr><td colspan="0">a</td><td rowspan="x">b</td></tr>"#) == [[0, 0, 1, 1], [0, 1, 1, 1]])
    #expect(try grid(#"<tr><td colspan="99999999999999999999">a</td></tr>"#) == [[0, 0, 1, 1]])
  }

  @Test func putsSpacesBetweenTheLinesOfACell() throws {
    let rows =
      "<tr><td>12<break/>(40%)</td><td><p>a</p><p>b</p></td><td><list><list-item><p>x</p></list-item><list-item><p>y</p></list-item></list></td><td/></tr>"
    let table = try #require(try read(body: table(rows)).tables.first)
    #expect(table.cells.map(\.flow.string) == ["12 (40%)", "a b", "x y", ""])
  }

  @Test func keepsNumbersInCellsApart() throws {
    let rows = "<tr><td>0.72<sup>12</sup></td><td>13</td><td>5.1<sup>a</sup></td></tr>"
    let table = try #require(try read(body: table(rows)).tables.first)
    #expect(table.cells.map(\.flow.string) == ["0.72¹²", "13", "5.1^a"])
  }

  @Test func tiesCaptionAndNotesToTheirTable() throws {
    let article = try read(body: table("<tr><td>1</td></tr>") + table("<tr><td>2</td></tr>", label: "TABLE S2."))
    #expect(article.tables.map(\.label) == ["1", "S2"])
    #expect(article.blocks.filter { $0.kind == .caption }.map(\.table) == [0, 1])
    #expect(article.blocks.filter { $0.kind == .note }.map(\.table) == [0, 1])
    #expect(article.texts(.caption) == ["Table 1. Survival", "TABLE S2. Survival"])
    #expect(article.texts(.note) == ["a Adjusted.", "a Adjusted."])
    #expect(article.tables.map { article.blocks[$0.blockIndex].kind } == [.note, .note])
  }

  @Test func readsSeveralTablesInOneWrap() throws {
    let article = try read(
      body: "<table-wrap><label>Table 3</label><table><tr><td>1</td></tr></table><table><tr><td>2</td></tr></table></table-wrap>")
    #expect(article.tables.map { $0.cells.map(\.flow.string) } == [["1"], ["2"]])
    #expect(article.tables.map(\.label) == ["3", "3"])
  }

  @Test func readsTablesOutsideTheBodyAndInAlternatives() throws {
    let article = try read(
      rest: """
        <floats-group><table-wrap><alternatives><graphic xlink:href="t"/><table><tr><td>7</td></tr></table></alternatives></table-wrap>
        </floats-group>
        """)
    #expect(article.tables.map { $0.cells.map(\.flow.string) } == [["7"]])
  }

  @Test func tiesNoCaptionToATableThatIsAPicture() throws {
    let article = try read(
      body: #"<table-wrap><label>Table 1</label><caption><p>Seen.</p></caption><graphic xlink:href="t"/></table-wrap>"#)
    #expect(article.tables.isEmpty)
    #expect(article.blocks.map(\.table) == [nil])
  }

  @Test func readsArraysInParagraphs() throws {
    let article = try read(body: "<p>Scores: <array><tbody><tr><td>a</td><td>1</td></tr></tbody></array> were summed.</p>")
    #expect(article.tables.map(\.label) == [nil])
    #expect(article.texts(.paragraph) == ["Scores: were summed."])
  }

  @Test func readsTheOASISModel() throws {
    let article = try read(
      body: """
        <table-wrap><table><tgroup cols="2"><colspec colname="c1"/><colspec colname="c2"/><thead><row><entry namest="c1" nameend="c2">H</entry>
        </row></thead><tbody><row><entry morerows="1">a</entry><entry>b</entry></row><row><entry>c</entry></row></tbody></tgroup></table></table-wrap>
        """)
    let cells = try #require(article.tables.first).cells
    #expect(cells.map(\.flow.string) == ["H", "a", "b", "c"])
    #expect(cells.map(\.columnSpan) == [2, 1, 1, 1] && cells.map(\.column) == [0, 0, 1, 1])
  }

  @Test func flattensATableWithinACell() throws {
    let article = try read(body: table("<tr><td>a<table><tr><td>b</td><td>c</td></tr></table></td><td>d</td></tr>"))
    #expect(article.tables.map { $0.cells.map(\.flow.string) } == [["a b c", "d"]])
  }
}
