import Checks
import Literature
import Testing

struct EstimateOutsideIntervalTests {
  private func findings(_ value: String, _ low: String, _ high: String, measure: String = "HR") -> [Finding] {
    var paper = Manuscript()
    let passage = paper.passage("The result was \(value) (\(low) to \(high)).")
    paper.card(measure, value, low, high, in: passage, at: "\(value) (\(low) to \(high))")
    return paper.findings(EstimateOutsideInterval())
  }

  @Test func flagsAnEstimateAboveItsUpperLimit() throws {
    let finding = try #require(findings("1.32", "0.70", "1.20").first)
    #expect(finding.code == "N101" && finding.severity == .error)
    #expect(finding.message.contains("above its upper limit 1.20"))
    #expect(finding.snippet == "1.32 (0.70 to 1.20)")
    #expect(finding.line == 1 && finding.column == 16)
  }

  @Test func flagsAnEstimateBelowItsLowerLimit() {
    #expect(findings("14.1", "15.2", "21.0", measure: "median").count == 1)
    #expect(findings("-3.2", "-2.9", "-1.0", measure: "MD").count == 1)
  }

  @Test func allowsForRoundingAtTheEdge() {
    #expect(findings("1.2", "0.70", "1.15").isEmpty)
    #expect(findings("0.70", "0.70", "1.20").isEmpty)
    #expect(findings("1", "1.004", "1.4").isEmpty)
  }

  @Test func acceptsAnEstimateInside() { #expect(findings("0.94", "0.78", "1.13").isEmpty) }

  @Test func countsAndOtherGroupsLimitsAreNoInterval() {
    var paper = Manuscript()
    let passage = paper.passage(
      "Abstinence was 26.4% (29/110); the mean was 81.5 (SD 1.7) in the other group, 95% CI 4.1 to 9.1.")
    paper.card("rate", "26.4", "29", "110", in: passage)
    paper.card("mean", "1.7", "4.1", "9.1", in: passage)
    #expect(paper.findings(EstimateOutsideInterval()).isEmpty)
  }

  @Test func aWordMayHoldTheSignOfADifference() {
    func count(_ words: String) -> Int {
      var paper = Manuscript()
      let passage = paper.passage("Systolic pressure was 3.7 mmHg \(words) (95% CI -8.1 to -0.6).")
      paper.card("MD", "3.7", "-8.1", "-0.6", in: passage)
      return paper.findings(EstimateOutsideInterval()).count { $0.cards == [0] }
    }
    #expect(count("lower") == 0 && count("apart") == 1)
  }

  @Test func leavesSwappedLimitsToTheirOwnRule() { #expect(findings("1.40", "2.10", "1.05").isEmpty) }

  /// Without the name of an interval the name of a ratio or difference tells.
  @Test func namedEstimatesWithBareLimits() {
    func count(_ text: String) -> Int {
      var paper = Manuscript()
      paper.passage(text)
      return paper.findings(EstimateOutsideInterval()).count
    }
    #expect(count("It was confined to those with a low level (risk ratio 0.96, 0.49 to 0.88, P=0.006).") == 1)
    #expect(count("It was confined to those with a low level (risk ratio 0.66, 0.49 to 0.88, P=0.006).") == 0)
    #expect(count("Bleeding: 3.9% versus 5.5% per year (hazard ratio 0.49; 0.59 to 0.82).") == 1)
    #expect(count("头痛天数的合并差值为−2.6天(−1.88~−0.81)。") == 1)
    #expect(count("头痛天数的合并差值为−1.3天(−1.88~−0.81)。") == 0)
    #expect(count("Levels were lower by a difference of 0.6, -0.9 to -0.3.") == 0)
    #expect(count("The ratio was 0.96 in men; 0.49 to 0.88 of them came back.") == 0)
  }

  @Test func cellsWhoseBracketsDoNotHoldTheEstimate() {
    func snippets(_ column: [String]) -> [String] {
      var paper = Manuscript()
      var cells: [Table.Cell] = []
      for (row, text) in (["RR (95% CI)"] + column).enumerated() {
        let passage = paper.passage(text, kind: .tableRow)
        cells.append(Table.Cell(flow: paper.passages[passage].flow, row: row, column: 1, isHeader: row == 0))
      }
      paper.tables = [Table(label: "1", section: 0, cells: cells, rowCount: cells.count, columnCount: 2, blockIndex: 0)]
      return paper.findings(EstimateOutsideInterval()).map(\.snippet)
    }
    #expect(snippets(["0.74 (0.59–0.93)", "0.36 (0.62–0.60)", "0.72 (0.54–0.96)"]) == ["0.36 (0.62–0.60)"])
    #expect(snippets(["0.74 (0.59–0.93)", "0.36 (0.22–0.60)", "0.72 (0.54–0.96)"]).isEmpty)
    #expect(snippets(["6.1 (0.4)", "12.1 (1.1–9.8)"]).isEmpty)
  }

  @Test func unitsAndGroupsBetweenEstimateAndInterval() {
    func count(_ text: String) -> Int {
      var paper = Manuscript()
      paper.passage(text)
      return paper.findings(EstimateOutsideInterval()).count
    }
    #expect(count("年下降速率之差为2.5 ml/(min·1.73 m²)(95%CI 1.1~1.9)") == 1)
    #expect(count("年下降速率之差为1.5 ml/(min·1.73 m²)(95%CI 1.1~1.9)") == 0)
    #expect(count("Healing was seen in 77.9% in the mist group (95% CI, 75.7% to 77.1%)") == 1)
    #expect(count("Healing was seen in 77.9% with mist (95% CI, 1.7% to 7.1%)") == 0)
  }

  @Test func theErrorBesideAnIntervalIsNoEstimate() throws {
    let text = "血红蛋白升高值夹板组为8.6 g/L（标准误0.9 g/L，95%CI 6.8~10.4，n=108），对照组为7.2 g/L（标准误0.9 g/L）。"
    #expect(try ChecksTests.findings(EstimateOutsideInterval(), in: review(text, chinese: true)).isEmpty)
  }
}
