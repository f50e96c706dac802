import Checks
import Testing

/// W701 on shares in words.
struct ShareStatementTests {
  private func report(_ sentence: String) -> String {
    """
    Lenvatinib after resection of gland tumours: a randomised trial

    Results

    In-hospital mortality was 9.0% with lenvatinib and 11.8% with placebo (P = 0.45). Remission was reached by 57.3% of patients with lenvatinib \
    and by 44.1% with placebo (P = 0.01).

    Discussion

    \(sentence)
    """
  }

  @Test(arguments: [
    "Fewer than one in twelve of our patients died, whichever the arm.",
    "Remission was about a third as common with placebo.",
    "About one patient in three died in either arm.",
  ]) func flagsSharesThatNoFigureHas(sentence: String) throws {
    #expect(try findings(BoundAgainstFigures(), in: report(sentence)).count == 1)
  }

  @Test(arguments: [
    "Fewer than one in eight of our patients died, whichever the arm.", "About one patient in ten died in either arm.",
    "More than half of the lenvatinib group were in remission.", "Fewer than half of the placebo group were in remission.",
    "Remission was about three quarters as common with placebo.", "About two thirds of the patients lived in towns.",
  ]) func acceptsSharesThatFiguresHave(sentence: String) throws {
    #expect(try findings(BoundAgainstFigures(), in: report(sentence)).isEmpty)
  }

  @Test func readsChinese() throws {
    let report = { (sentence: String) in
      "仑伐替尼辅助治疗的随机试验\n\n结果\n\n缓解率仑伐替尼组为57.3%，安慰剂组为44.1%（P=0.01）。\n\n讨论\n\n\(sentence)\n"
    }
    #expect(try findings(BoundAgainstFigures(), in: report("仑伐替尼组缓解率不足四成。")).count == 1)
    #expect(try findings(BoundAgainstFigures(), in: report("仑伐替尼组缓解率超过半数。")).isEmpty)
    #expect(try findings(BoundAgainstFigures(), in: report("两组缓解率均在四成以上。")).isEmpty)
  }

  @Test func whatIsExceptedMayBeMore() throws {
    func count(_ words: String) throws -> Int {
      let text =
        "Acetazolamide in headache\n\nResults\n\nTingling occurred in 38.1% of the drug group.\n\n\(words) affected more than a quarter of the drug group.\n"
      return try findings(BoundAgainstFigures(), in: text).count
    }
    #expect(try count("No event other than tingling") == 0)
  }
}
