import Checks
import Literature
import Testing

struct DesignAgainstTitleTests {
  private let results =
    " In ALDER-301, median OS was 12.6 months [1]. In BIRCH-204, median OS was 18.9 months [2]. In CEDAR-12, median OS was 31.0 months [3]."

  private func messages(_ body: String, chinese: Bool = false) throws -> [String] {
    try findings(DesignAgainstTitle(), in: review(body + results, references: Entries.all, chinese: chinese)).map(\.message)
  }

  @Test func flagsAnotherPhase() throws {
    #expect(
      try messages("A phase III trial tested axitinib plus avelumab [3].")
        == ["The text says “phase III”, the title of reference 3 “Phase 2”."])
    #expect(try messages("一项 III 期试验考察了阿昔替尼联合阿维鲁单抗[3]。", chinese: true).count == 1)
  }

  @Test func flagsAnotherDesign() throws {
    #expect(try messages("A retrospective study of nivolumab after resection found the same [2].").count == 1)
    #expect(try messages("一项回顾性研究显示纳武利尤单抗有效[2]。", chinese: true).count == 1)
  }

  @Test func acceptsTheRightWordsAndOtherClauses() throws {
    #expect(try messages("A randomised phase 2 trial tested axitinib plus avelumab [3].").isEmpty)
    #expect(try messages("A phase 3 trial of lenvatinib is complete [1], a phase 2 trial of axitinib as well [3].").isEmpty)
    #expect(try messages("There is no phase 3 trial of axitinib plus avelumab yet [3].").isEmpty)
  }

  @Test func readsTheWordsBehindAnAuthorsCallout() throws {
    #expect(try messages("Birch et al. [2], in a retrospective study, found the same.").count == 1)
    #expect(try messages("Birch 等[2]的回顾性研究发现纳武利尤单抗有效。", chinese: true).count == 1)
    #expect(try messages("Birch et al. [2] found the same, and a retrospective study of another drug did not.").isEmpty)
  }
}
