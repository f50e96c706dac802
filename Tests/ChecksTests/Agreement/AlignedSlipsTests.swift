import Checks
import Literature
import Testing

struct AlignedSlipsTests {
  private func found(abstract: String, text: String, rows: [String] = []) -> [String] {
    var paper = Manuscript()
    paper.passage(abstract, section: "abstract")
    paper.passage(text, section: "Results")
    for row in rows { paper.passage(row, kind: .tableRow, section: "table-1", table: 0) }
    return paper.findings(TextAgainstTable()).map(\.snippet)
  }

  private let text = "At week 12 mean pain scored 3.42 (rigid), 4.68 (soft) and 5.07 (none)."

  @Test func oneFigureOfARunThatIsAlikeOtherwise() {
    #expect(
      found(abstract: "Pain was 3.42 with the rigid splint, 4.18 with the soft one and 5.07 without.", text: text) == ["4.18"])
    #expect(found(abstract: "Pain was 3.42 with the rigid splint, 4.68 with the soft one and 5.07 without.", text: text).isEmpty)
    #expect(found(abstract: "夜间疼痛为 3.42、4.86 与 5.07 分。", text: text) == ["4.86"])
  }

  @Test func anEstimateBesideItsInterval() {
    let interval = "Rigid splints lowered pain by 1.55 (95% CI 1.19 to 2.11)."
    #expect(found(abstract: "The difference in pain was 1.65 (95% CI 1.19 to 2.11).", text: interval) == ["1.65"])
    #expect(found(abstract: "The difference in grip was 1.65 (95% CI 0.78 to 2.44).", text: interval).isEmpty)
  }

  @Test func aValueWithASpreadOfItsOwnIsOfAnotherResult() {
    let rows = ["Reach, %\t75.2 ± 12.48\t84.1 ± 12.04\t79.7 ± 13.84"]
    let other = "Reach rose from 75.2 ± 12.48 to 84.1 ± 12.04 and control from 75.7 ± 8.78 upwards."
    #expect(found(abstract: "We trained adults.", text: other, rows: rows).isEmpty)
  }

  @Test func aSpreadIsNoValue() {
    let rows = ["Ferritin\t112.4 ± 48.6\t110.9 ± 47.3"]
    #expect(
      found(abstract: "We trained adults.", text: "Ferritin fell from 112.4 to 78.6 and from 110.9 to 106.3.", rows: rows).isEmpty
    )
  }
}
