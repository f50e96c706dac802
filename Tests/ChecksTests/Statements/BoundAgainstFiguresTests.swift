import Checks
import Literature
import Testing

struct BoundAgainstFiguresTests {
  private let english = """
    In ALDER-301, median OS was 12.6 months with lenvatinib and 9.1 months with placebo [1]. In BIRCH-204, median OS was 18.9 months with \
    nivolumab and 15.2 months with placebo; the ORR was 21% with nivolumab [2]. In CEDAR-12, median OS was 31.0 months with axitinib plus \
    avelumab and 20.3 months with sunitinib; the ORR was 44% with axitinib plus avelumab [3].
    """
  private let chinese = """
    ALDER-301 研究中仑伐替尼组中位 OS 为 12.6 个月, 安慰剂组为 9.1 个月[1]。BIRCH-204 研究中纳武利尤单抗组中位 OS 为 18.9 个月, 安慰剂组为 15.2 个月[2]。\
    CEDAR-12 研究中阿昔替尼联合阿维鲁单抗组中位 OS 为 31.0 个月, 舒尼替尼组为 20.3 个月[3]。
    """

  private func messages(_ sentence: String, chinese isChinese: Bool = false) throws -> [String] {
    let body = (isChinese ? chinese : english) + "\n\n" + sentence
    return try findings(BoundAgainstFigures(), in: review(body, references: Entries.all, chinese: isChinese)).map(\.message)
  }

  @Test func flagsAMarkThatNoFigureReaches() throws {
    #expect(
      try messages("Combinations have extended median OS to more than 3 years.")
        == ["“more than 3 years”: the highest OS that the document prints for this is 31.0 months (CEDAR-12)."])
    #expect(try messages("联合方案已将中位 OS 提高到 3 年以上。", chinese: true).count == 1)
  }

  @Test func flagsABoundThatAFigureBreaks() throws {
    #expect(try messages("No ORR was above 25% in these trials.") == ["“above 25%”: CEDAR-12 has ORR 44%."])
    #expect(try messages("The median OS of all trials was below 20 months.").count == 1)
    #expect(try messages("The highest median OS was 18.9 months.").count == 1)
    #expect(try messages("各研究中位 OS 均在 9 至 20 个月之间。", chinese: true).count == 1)
  }

  @Test func acceptsBoundsThatHold() throws {
    #expect(try messages("Combinations have extended median OS to more than 2 years.").isEmpty)
    #expect(try messages("No ORR was above 50% in these trials.").isEmpty)
    #expect(try messages("联合方案已将中位 OS 提高到 30 个月以上。", chinese: true).isEmpty)
  }

  @Test func countsOnlyTheTreatmentsThatAreSpokenOf() throws {
    #expect(try messages("With checkpoint inhibitors alone the ORR never exceeded 25%.").isEmpty)
    #expect(try messages("单药治疗的中位 OS 均未超过 21 个月。", chinese: true).isEmpty)
  }

  @Test func leavesFollowUpAndSharesOfPatientsAlone() throws {
    #expect(try messages("Follow-up for OS was more than 5 years.").isEmpty)
    #expect(try messages("Some patients had an OS of more than 5 years.").isEmpty)
  }

  @Test func aBoundOnTheArmsUnderTest() throws {
    #expect(try messages("各研究试验组中位 OS 均超过 12 个月。", chinese: true).isEmpty)
    #expect(try messages("各研究试验组中位 OS 均超过 15 个月。", chinese: true).count == 1)
  }

  @Test func aTimeThatEveryFigureExceeds() throws {
    #expect(try messages("In CEDAR-12, median OS was less than 18 months.").count == 1)
    #expect(try messages("In CEDAR-12, median OS was less than 24 months.").isEmpty)
    #expect(try messages("In the control arm of CEDAR-12, median OS was less than 18 months.").isEmpty)
  }

  @Test func boundsOnEveryEstimateOfATable() {
    func count(_ low: String) -> Int {
      var paper = Manuscript()
      for (index, ratio) in ["0.71", "0.80", "0.86"].enumerated() {
        let row = paper.passage("ALDER-\(index)\t\(ratio) (0.52 to 1.10)", kind: .tableRow, section: "table-1", table: 0)
        paper.trials.append(Trial(id: "ALDER-\(index)", name: "ALDER-\(index)", passages: [row]))
        paper.card("RR", ratio, "0.52", "1.10", trial: "ALDER-\(index)", in: row, location: .table)
      }
      paper.passage("All point estimates lay between \(low) and 0.88 (Table 1).")
      return paper.findings(BoundAgainstFigures()).count
    }
    #expect(count("0.75") == 1 && count("0.70") == 0)
  }
}
