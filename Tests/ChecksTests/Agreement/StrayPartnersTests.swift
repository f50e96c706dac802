import Checks
import Testing

struct StrayPartnersTests {
  private func found(_ abstract: String, _ more: String...) -> [String] {
    var paper = Manuscript()
    paper.passage(abstract, section: "abstract")
    paper.passage(
      "Healing was seen in 84 of 319 people (26.3%) with the balm, and with the base in 16 of 160 (10.0%).", section: "Results")
    paper.passage("At one year 67 of 210 users (31.9%) would buy it again.", section: "Results")
    for sentence in more { paper.passage(sentence, section: "Results") }
    return paper.findings(TextAgainstTable()).map(\.snippet)
  }

  @Test func aPairThatTheBodyDoesNotHave() {
    #expect(found("Healing was seen in 26.3% of those given the balm and 31.9% of those given the base.") == ["31.9"])
  }

  @Test func thePairOfTheBody() {
    #expect(found("Healing was seen in 26.3% of those given the balm and 10.0% of those given the base.").isEmpty)
    #expect(found("Healing was seen in 10.0% of those given the base and 26.3% of those given the balm.").isEmpty)
    #expect(found("Healing was seen in 26.3% against 10%, and 31.9% would buy it again.").isEmpty)
  }

  @Test func anAnchorThatHasSeveralPartners() {
    #expect(
      found(
        "Healing was seen in 26.3% of those given the balm and 31.9% of those given the base.",
        "Redness fell in 26.3% of those with the balm and 18.8% with the base."
      ).isEmpty)
  }
}
