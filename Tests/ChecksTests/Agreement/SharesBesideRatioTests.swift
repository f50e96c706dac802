import Checks
import Literature
import Testing

struct SharesBesideRatioTests {
  private func count(_ share: String) -> Int {
    var paper = Manuscript()
    let abstract = paper.passage(
      "Relapse occurred in 34 (21.5%) of those with splints and in \(share) of those with tape (HR 0.53, 95% CI 0.35 to 0.80).",
      section: "abstract")
    paper.card("HR", "0.53", "0.35", "0.80", in: abstract, at: "HR 0.53, 95% CI 0.35 to 0.80", location: .abstract)
    let text = paper.passage(
      "Within two years 34 of 158 with splints (21.5%) had a relapse, 34 (21.5%) against 57 (36.5%), HR 0.53 (95% CI 0.35 to 0.80)."
    )
    paper.card("HR", "0.53", "0.35", "0.80", in: text, at: "HR 0.53 (95% CI 0.35 to 0.80)")
    return paper.findings(TextAgainstTable()).count
  }

  @Test func countsBesideOneRatioAreOne() {
    #expect(count("57 (36.5%)") == 0)
    #expect(count("54 (34.6%)") == 0)
  }

  @Test func soTheyAreInAWholeDocument() throws {
    func count(_ share: String) throws -> Int {
      let text =
        "夹板与绷带的随机对照试验\n\n摘要\n\n结果 夹板组复发34例（21.5%），对照组复发\(share)，风险比（HR）为0.53（95%CI 0.35～0.80，P=0.003）。\n\n1 结果\n\n"
        + "停用后24个月内，夹板组复发34例（21.5%），对照组复发57例（36.5%），HR=0.53（95%CI 0.35～0.80，P=0.003）。\n"
      return try findings(TextAgainstTable(), in: text).count
    }
    #expect(try count("57例（36.5%）") == 0)
    #expect(try count("54例（34.6%）") == 1)
  }
}
