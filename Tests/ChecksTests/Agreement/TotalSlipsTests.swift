import Checks
import Literature
import Testing

struct TotalSlipsTests {
  private func found(abstract: String, text: String) -> [String] {
    var paper = Manuscript()
    paper.passage(abstract, section: "abstract")
    paper.passage(text, section: "Results")
    return paper.findings(SampleSizes()).map(\.snippet)
  }

  @Test func aTotalThatTheTextPrintsWithTwoDigitsExchanged() {
    #expect(found(abstract: "Of 381 consecutive patients, most were women.", text: "We operated on 318 patients.") == ["381"])
    #expect(found(abstract: "Of 318 consecutive patients, most were women.", text: "We operated on 318 patients.").isEmpty)
    #expect(found(abstract: "共纳入 462 例患者。", text: "治疗组 213 例、对照组 213 例, 随访一年。") == ["462"])
  }

  @Test func aTotalThatTheGroupsMake() {
    let groups = "502 patients received the antibody and 505 placebo."
    #expect(found(abstract: "1070 patients were treated.", text: groups) == ["1070"])
    #expect(found(abstract: "1007 patients were treated.", text: groups).isEmpty)
  }

  @Test func partsAndPlansAreOtherCounts() {
    #expect(found(abstract: "Of 318 consecutive patients, most were women.", text: "We screened 381 patients.").isEmpty)
    #expect(
      found(abstract: "Of 120 adults, most were women.", text: "At day 7 there were 102 patients in the placebo group.").isEmpty)
    #expect(found(abstract: "We traced 2080 adults.", text: "Status was known at the end of 2008.").isEmpty)
    #expect(
      found(abstract: "Of 318 consecutive patients, most were women.", text: "A sample size of 381 patients was planned.").isEmpty
    )
  }

  @Test func wordsOfPartsCountBesideTheirOwnFigure() {
    #expect(
      found(abstract: "Of 434 children randomised, 421 completed the course.", text: "We enrolled 443 children.") == ["434"])
    #expect(found(abstract: "Of 443 children randomised, 421 completed the course.", text: "We enrolled 443 children.").isEmpty)
  }

  @Test func oneOtherDigitWhereTheGroupsMakeTheTotal() {
    let text = "Of 561 adults 139 were excluded, and 422 were randomised, 210 to mist and 212 to powder."
    #expect(found(abstract: "We randomised 442 patients.", text: text) == ["442"])
    #expect(found(abstract: "We randomised 422 patients.", text: text).isEmpty)
    #expect(found(abstract: "We screened 442 patients.", text: text).isEmpty)
  }
}
