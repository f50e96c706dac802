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

  @Test func theSizeOfANamedGroupIsNoTotal() {
    #expect(
      found(abstract: "In all, 874 adults were randomised.", text: "Younger ones: course group, n = 482; control group, n = 784.")
        .isEmpty)
  }

  @Test func oneOtherDigitWhereTheGroupsMakeTheTotal() {
    let text = "Of 561 adults 139 were excluded, and 422 were randomised, 210 to mist and 212 to powder."
    #expect(found(abstract: "We randomised 442 patients.", text: text) == ["442"])
    #expect(found(abstract: "We randomised 422 patients.", text: text).isEmpty)
    #expect(found(abstract: "We screened 442 patients.", text: text).isEmpty)
  }

  @Test func sizesWithASpaceInACell() throws {
    for (size, count) in [("2 146", 1), ("2 416", 0)] {
      let text = review(
        "ALDER-301 试验纳入 2 416 例患者[1]。BIRCH-204 试验纳入 1 000 例患者[2]。\n\n表1 两项试验\n\n试验\t例数\t比较\nALDER-301\t\(size)\t甲对乙\nBIRCH-204\t1 000\t丙对丁",
        references: [Entries.alder, Entries.birch], chinese: true)
      #expect(try findings(SampleSizes(), in: text).count == count)
    }
  }
}
