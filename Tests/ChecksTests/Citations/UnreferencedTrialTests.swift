import Checks
import Literature
import Testing

struct UnreferencedTrialTests {
  private let results =
    "In ALDER-301, median OS was 12.6 months with lenvatinib [1]. In BIRCH-204, median OS was 18.9 months with nivolumab [2]. In CEDAR-12, median OS was 31.0 months with axitinib plus avelumab [3]. "

  private func messages(_ sentence: String) throws -> [String] {
    try findings(UnreferencedTrial(), in: review(results + sentence, references: Entries.all)).map(\.message)
  }

  @Test func flagsFiguresOfATrialWithoutReference() throws {
    #expect(
      try messages("In the DOUGLAS-7 trial, median OS was 22.2 months with sorafenib.")
        == ["Figures of DOUGLAS-7 are given without a reference; no cited entry of the list names it."])
  }

  @Test func acceptsTrialsThatAreCitedSomewhere() throws {
    #expect(try messages("In the ALDER-301 trial, median RFS was 9.2 months with lenvatinib.").isEmpty)
    #expect(try messages("The DOUGLAS-7 trial is recruiting.").isEmpty)
  }

  @Test func readsProseThatCallsOnAWorkInMostSentences() throws {
    let text = { (sentence: String) in
      review(
        "Glands grow [1]. Tumours shrink with nivolumab [2]. Avelumab does the same [3]. \(sentence)", references: Entries.all)
    }
    #expect(try findings(UnreferencedTrial(), in: text("In DOUGLAS-7 the response rate was 46%.")).count == 1)
    #expect(try findings(UnreferencedTrial(), in: text("DOUGLAS-7 is to enrol 460 patients; recruiting began in May.")).isEmpty)
    #expect(
      try findings(UnreferencedTrial(), in: text("EASI-75 was reached by 46% of patients with avelumab and 20% without.")).isEmpty
    )
  }

  @Test func aDiseaseIsNoStudy() throws {
    let body =
      "Alpha is known [1]. Beta is known [2]. Gamma is known [3]. Papers on COVID-19 or in 12 other tongues were left out."
    #expect(try ChecksTests.findings(UnreferencedTrial(), in: review(body, references: Entries.all)).isEmpty)
  }

  @Test func namesThatABracketListsHaveNoFigures() throws {
    let body =
      "Alpha is known [1]. Beta is known [2]. Gamma is known [3]. Three were in Europe (PULSAR-G, KINDLE-2 and LANTERN-3; 7925 people)."
    #expect(try ChecksTests.findings(UnreferencedTrial(), in: review(body, references: Entries.all)).isEmpty)
  }
}
