import Checks
import Testing

struct PartnerSlipsTests {
  private func count(
    _ sizes: String, elsewhere: String = "In the splint group, 31 of 1,466 (2.1%) fell, and 47 of 1,438 (3.3%) with tape."
  ) -> Int {
    var paper = Manuscript()
    paper.passage("We followed 2,904 people.", section: "abstract")
    paper.passage("The splint group had \(sizes).", section: "1")
    paper.passage(elsewhere, section: "2")
    return paper.findings(SampleSizes()).count
  }

  @Test func aGroupStandsBesideOneOther() {
    #expect(count("1,466 people and the tape group 1,438") == 0)
    #expect(count("1,466 people and the tape group 1,428") == 1)
  }

  @Test func whoCompletedIsNoGroup() {
    #expect(count("1,466 people, of whom 1,428 completed") == 0)
    #expect(count("1,466 people and 938 helpers") == 0)
  }
}
