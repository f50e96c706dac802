import Checks
import Testing

struct SumReaderReasonsTests {
  private func messages(_ sentences: String...) -> [String] {
    var paper = Manuscript()
    for sentence in sentences { paper.passage(sentence) }
    return paper.findings(ArmsAgainstTotal()).map(\.message)
  }

  @Test func reasonsMakeTheCountBeforeThem() {
    #expect(
      messages("Seven on tape were left out (four had the wrong splint, three moved away and two withdrew consent).") == [
        "The parts make 9, not 7."
      ])
    #expect(
      messages("Nine on tape were left out (four had the wrong splint, three moved away and two withdrew consent).").isEmpty)
    #expect(messages("共筛选 400 例，排除 124 例（不符合标准 77 例，撤回同意 34 例，其他 19 例）。").count == 1)
    #expect(messages("共筛选 400 例，排除 124 例（不符合标准 71 例，撤回同意 34 例，其他 19 例）。").isEmpty)
    #expect(
      messages(
        "Sixty-four reports were set aside: 29 had no score, 18 were not randomised, 11 were too short and 9 were letters."
      ).count == 1)
    #expect(
      messages(
        "Sixty-four reports were set aside: 29 had no score, 18 were not randomised, 11 were too short and 6 were letters."
      ).isEmpty)
  }

  @Test func aListOfSomeNeedNot() {
    #expect(messages("Sixty were excluded (mainly 27 without a score, 16 with other splints and 11 by choice).").isEmpty)
    #expect(messages("护士中208名（38.4%）想过离职，原因依次为夜班多（127名）、薪酬低（103名）、冲突多（58名），可多选。").isEmpty)
    #expect(messages("Twelve patients had a rash (five on the hand, six on the arm and four on the leg).").isEmpty)
  }

  @Test func deathsOfBothGroups() {
    #expect(messages("随访中共死亡11例，其中夹板组3例，对照组5例。").count == 1)
    #expect(messages("随访中共死亡8例，其中夹板组3例，对照组5例。").isEmpty)
  }

  @Test func whatIsScreenedIsWhatIsLeft() {
    #expect(messages("The search returned 1146 records; 212 duplicates were removed and 943 titles were screened.").count == 1)
    #expect(messages("The search returned 1146 records; 212 duplicates were removed and 934 titles were screened.").isEmpty)
  }
}
