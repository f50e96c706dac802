import Checks
import Literature
import Testing

struct MedianAgainstRatioTests {
  private func findings(
    _ medians: [(String?, String)], hr: String, arm: String?, location: ResultCard.Location = .table, endpoint: String = "RFS"
  ) -> [Finding] {
    var paper = Manuscript()
    let row = paper.passage("ALDER-1\t33.3 vs 33.7\t0.94", kind: .tableRow)
    paper.card("median", trial: "ALDER-1", endpoint: endpoint, in: row, at: "33.3 vs 33.7", location: location) {
      $0.armValues = medians.compactMap { arm, text in number(text).map { ResultCard.ArmValue(arm: arm, value: $0) } }
    }
    paper.card("HR", hr, trial: "ALDER-1", endpoint: endpoint, in: row, at: "0.94", location: location) { $0.arm = arm }
    return paper.findings(MedianAgainstRatio())
  }

  @Test func remarksOnOppositeDirections() throws {
    let finding = try #require(findings([("drug", "33.3"), ("placebo", "33.7")], hr: "0.94", arm: "drug").first)
    #expect(finding.severity == .info && finding.code == "N107")
    #expect(finding.arithmetic == "control / experimental = 1.012; HR = 0.94")
  }

  @Test func readsATableRowInItsPrintedOrder() {
    #expect(findings([(nil, "33.3"), (nil, "33.7")], hr: "0.94", arm: nil).count == 1)
    #expect(findings([(nil, "33.3"), (nil, "33.7")], hr: "0.94", arm: nil, location: .text).isEmpty)
  }

  @Test func findsTheArmByNameWhateverTheOrder() {
    #expect(findings([("control", "15.5"), ("drug", "27.7")], hr: "0.53", arm: "drug", location: .text).isEmpty)
    #expect(findings([("control", "27.7"), ("drug", "15.5")], hr: "0.53", arm: "drug", location: .text).count == 1)
  }

  @Test func acceptsAgreementAndTies() {
    #expect(findings([("drug", "42.1"), ("surgery", "19.4")], hr: "0.59", arm: "drug").isEmpty)
    #expect(findings([("drug", "33.3"), ("placebo", "33.3")], hr: "0.94", arm: "drug").isEmpty)
    #expect(findings([("drug", "33.3"), ("placebo", "33.7")], hr: "1.00", arm: "drug").isEmpty)
  }

  @Test func leavesTimesThatAreBetterShortAlone() {
    #expect(findings([("drug", "33.3"), ("placebo", "33.7")], hr: "0.94", arm: "drug", endpoint: "time to recovery").isEmpty)
  }

  private func written(_ text: String) -> Int {
    var paper = Manuscript()
    let passage = paper.passage(text)
    paper.card("HR", "0.58", "0.41", "0.82", in: passage, at: "HR 0.58, 95% CI 0.41 to 0.82")
    return paper.findings(MedianAgainstRatio()).count
  }

  @Test func mediansOfATimeThatHasNoName() {
    let ratio = "(HR 0.58, 95% CI 0.41 to 0.82)"
    #expect(written("Drains came out after a median of 6.2 days with gauze and 9.7 days with foam \(ratio).") == 1)
    #expect(written("Drains came out after a median of 9.7 days with gauze and 6.2 days with foam \(ratio).") == 0)
    #expect(written("The median rose from 6.2 days to 9.7 days \(ratio).") == 0)
    #expect(written("The median was 6.2 days with placebo and 9.7 days with foam \(ratio).") == 0)
  }

  @Test func timesWhoseArmsTheWordsTell() {
    let ratio = "(HR 0.58, 95% CI 0.41 to 0.82)"
    #expect(written("Patients on the antibody lived for 14.1 months, those on docetaxel for 19.6 months \(ratio).") == 1)
    #expect(written("Relapse came at 7.2 months with olaparib and 11.9 months with placebo \(ratio).") == 1)
    #expect(written("Relapse came at 7.2 months with placebo and 11.9 months with olaparib \(ratio).") == 0)
    #expect(written("In the placebo and olaparib groups the medians were 7.2 and 11.9 months \(ratio).") == 0)
    #expect(written("Medians of 7.2 and 11.9 months were seen for placebo and olaparib \(ratio).") == 0)
    #expect(written("The HR 0.58, 95% CI 0.41 to 0.82, came with medians of 9.8 versus 15.5 weeks.") == 1)
    #expect(written("After a follow-up of 14.2 and 18.3 months \(ratio).") == 0)
    #expect(written("Survival was 10.1 months, 12.4 months and 12.9 months \(ratio).") == 0)
    #expect(written("联合组为10.4个月，对照组为15.8个月，死亡风险降低42%\(ratio)。") == 1)
    #expect(written("对照组为10.4个月，联合组为15.8个月\(ratio)。") == 0)
  }

  @Test func aDocumentThatPrintsTheControlFirst() throws {
    func count(_ first: String, _ second: String) throws -> Int {
      let text =
        "某药的随机试验\n\n结果\n\n\(first)90例，\(second)92例。\(first)与\(second)年龄相近。中位无复发时间为 6.1 个月和 9.8 个月（HR 0.61，95% CI 0.46～0.81）。\n"
      return try ChecksTests.findings(MedianAgainstRatio(), in: text).count
    }
    #expect(try count("单用臂", "联用臂") == 0)
    #expect(try count("联用臂", "单用臂") == 1)
  }

  @Test func mediansInTheSentenceBehindTheRatio() throws {
    func count(_ times: String) throws -> Int {
      let text =
        "Braces versus casts\n\nMethods\n\nWe compared braces versus casts.\n\nResults\n\n"
        + "The hazard ratio for relapse was 0.70 (95% CI 0.55 to 0.89). Of those who relapsed, the median time to it was \(times).\n"
      return try ChecksTests.findings(MedianAgainstRatio(), in: text).count
    }
    #expect(try count("9 weeks with braces and 14 weeks with casts") == 1)
    #expect(try count("14 weeks with braces and 9 weeks with casts") == 0)
    #expect(try count("9 weeks with casts and 14 weeks with braces") == 0)
  }

  @Test func theGroupThatRatiosAreTakenAgainstIsTheControl() throws {
    func count(_ times: String) throws -> Int {
      let text =
        "Two regimens in frail adults\n\nResults\n\nMedian relapse-free survival was \(times) (HR for lomustine v carmustine, 0.71; 95% CI, 0.55–0.92; P = 0.009).\n"
      return try ChecksTests.findings(MedianAgainstRatio(), in: text).count
    }
    #expect(try count("6.4 months with carmustine and 8.3 months with lomustine") == 0)
    #expect(try count("8.3 months with carmustine and 6.4 months with lomustine") == 1)
  }
}
