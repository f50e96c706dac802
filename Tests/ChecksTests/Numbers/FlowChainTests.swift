import Checks
import Testing

/// What came in, fell out and was left over the sentences of a paragraph, in documents that are read whole.
struct FlowChainTests {
  private func count(_ text: String, chinese: Bool = false) throws -> Int {
    try findings(ArmsAgainstTotal(), in: review(text, chinese: chinese)).count
  }

  @Test func stepsOfASearchGoOverSentences() throws {
    func text(_ duplicates: String, _ discarded: String) -> String {
      "The search gave 1,204 records. After removal of \(duplicates) duplicates, 1,006 titles were screened and \(discarded) discarded. "
        + "Of the 94 full texts, 70 were excluded (no control, 41; animals, 29), and 24 trials remained."
    }
    #expect(try count(text("198", "912")) == 0)
    #expect(try count(text("189", "912")) == 1)
    #expect(try count(text("198", "921")) == 1)
  }

  @Test func whatIsLeftAfterAStepIsGivenAlone() throws {
    func text(_ discarded: String) -> String {
      "初检文献812篇，去重后640篇；阅读题目与摘要剔除\(discarded)篇，余58篇读全文，再剔除41篇，剩17篇。"
    }
    #expect(try count(text("582"), chinese: true) == 0)
    #expect(try count(text("528"), chinese: true) == 1)
  }

  @Test func someFellOutWithoutAWordForIt() throws {
    func text(_ left: String) -> String {
      "Of 462 adults approached, 17 refused, 12 could not have the scan and 5 had unreadable images; \(left) were analysed."
    }
    #expect(try count(text("428")) == 0)
    #expect(try count(text("482")) == 1)
    #expect(try count(text("448")) == 1)
  }

  @Test func groupsOfAStudyAreNoSteps() throws {
    #expect(
      try count(
        "We randomised 412 people, 206 to each group. By week 12, 14 and 18 had withdrawn, respectively; 398 completed week 4.")
        == 0)
  }

  @Test func othersCloseAListWhoseShareSaysWhatItIsOf() throws {
    func text(_ rest: String) -> String {
      "共纳入264例患者。男150例（56.8%），女114例（43.2%）。吸烟者168例（63.6%），已戒烟者61例，其余\(rest)例从不吸烟。"
    }
    #expect(try count(text("35"), chinese: true) == 0)
    #expect(try count(text("55"), chinese: true) == 1)
  }

  @Test func aSumThatAClauseDraws() throws {
    func text(_ others: String) -> String {
      "Stopping was due to lack of effect in 48, intolerance in 17, moving in 6 and other reasons in \(others), which makes 80 patients."
    }
    #expect(try count(text("9")) == 0)
    #expect(try count(text("19")) == 1)
  }
}
