import Checks
import Literature
import Testing

struct RelativeReductionTests {
  private func count(_ text: String) throws -> Int {
    let document = review(text, references: Entries.all)
    return try findings(TextAgainstTable(), in: document).count + findings(ComparisonWording(), in: document).count
  }

  private let results = """
     In ALDER-301, the HR for RFS was 0.97 (95% CI 0.81 to 1.16; P = 0.74) with lenvatinib [1]. In BIRCH-204, the HR for RFS was 0.62 (95% CI \
    0.47 to 0.82; P = 0.001) with nivolumab [2]. In CEDAR-12, the HR for RFS was 0.71 (95% CI 0.55 to 0.92; P = 0.009) with axitinib plus \
    avelumab [3].
    """

  @Test func aShareAndTheRatioRightBehindIt() throws {
    #expect(try count("The drug reduced the risk of death by 71% (HR 0.83, 95% CI 0.70 to 0.98).") == 1)
    #expect(try count("The drug reduced the risk of death by 17% (HR 0.83, 95% CI 0.70 to 0.98).") == 0)
  }

  @Test func theRatioItselfPrintedForTheReduction() throws {
    let interim = "At the interim look the rate ratio was 0.57 (95% CI 0.41 to 0.79) and at the end 0.64 (95% CI 0.50 to 0.82), "
    #expect(try count(interim + "a reduction of 64%.") == 1)
    #expect(try count(interim + "a reduction of 36%.") == 0)
    #expect(try count(interim + "a reduction of 43%, later 36%.") == 0)
  }

  @Test func aShareBehindTheRatioOfItsSentence() {
    func count(_ words: String) -> Int {
      var paper = Manuscript()
      let passage = paper.passage("Relapse came later with splints (HR, 0.71; 95% CI, 0.55 to 0.92), \(words).")
      paper.card("HR", "0.71", "0.55", "0.92", in: passage, at: "HR, 0.71; 95% CI, 0.55 to 0.92")
      return paper.findings(ComparisonWording()).count
    }
    #expect(count("i.e. a 71% lower risk of relapse") == 1)
    #expect(count("i.e. a 29% lower risk of relapse") == 0)
    #expect(count("corresponding to a 92% reduction in the risk of relapse") == 1)
    #expect(count("and weight was 12% lower") == 0)
  }

  @Test func theOneRatioOfAReportWithDigitsExchanged() throws {
    let result = "The hazard ratio was 0.64 (95% CI 0.50 to 0.82; P = 0.001). "
    for (share, clashes) in [("63", 1), ("36", 0), ("40", 0)] {
      let text = "A trial of splints\n\nResults\n\n" + result + "Splints cut the hazard of relapse by \(share)%, which is much."
      #expect(try findings(TextAgainstTable(), in: text).count == clashes)
    }
  }

  @Test func aShareAndTheRatioOfItsTrial() throws {
    #expect(try count("Nivolumab cut the risk of recurrence by 83% (BIRCH-204)." + results) == 1)
    #expect(try count("Nivolumab cut the risk of recurrence by 38% (BIRCH-204)." + results) == 0)
    #expect(try count("Nivolumab cut the absolute risk of recurrence by 83% (BIRCH-204)." + results) == 0)
  }

  @Test func theEfficacyOfAVaccineIsOneLessItsRatio() {
    func count(_ percent: String) -> Int {
      var paper = Manuscript()
      let passage = paper.passage(
        "Disease was rarer (hazard ratio, 0.32; 95% CI, 0.18 to 0.58), a vaccine efficacy of \(percent)%.")
      paper.card("HR", "0.32", "0.18", "0.58", in: passage, at: "0.32; 95% CI, 0.18 to 0.58")
      return paper.findings(ComparisonWording()).count
    }
    #expect(count("68") == 0)
    #expect(count("86") == 1)
  }

  @Test func theMainRatioWithOneWrongDigit() {
    func count(_ percent: String) -> Int {
      var paper = Manuscript()
      let passage = paper.passage("Relapse was rarer with splints (HR 0.53, 95% CI 0.35 to 0.80).", section: "abstract")
      paper.card("HR", "0.53", "0.35", "0.80", in: passage, at: "HR 0.53, 95% CI 0.35 to 0.80", location: .abstract)
      paper.passage(
        "In this trial splints lowered the relative risk of relapse by \(percent)%, an absolute difference of 15.0 points.")
      return paper.findings(TextAgainstTable()).count
    }
    #expect(count("47") == 0)
    #expect(count("57") == 1)
    #expect(count("31") == 0)
  }
}
