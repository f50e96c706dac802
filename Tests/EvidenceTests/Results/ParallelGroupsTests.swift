import Literature
import Testing

@testable import Evidence

/// Several outcomes of one group, then the same of another.
struct ParallelGroupsTests {
  private func told(_ sentence: String) -> [String] {
    cards(sentence).filter { $0.measure == "mean" }.map { card in
      "\(card.endpointName ?? "?") " + card.armValues.map { "\($0.armName ?? "?")=\($0.value.printed)" }.joined(separator: " ")
        + (card.p.map { " p\($0.display)" } ?? "")
    }
  }

  @Test func pairsValuesThatEachHaveTheirName() {
    #expect(
      told("甲组切口长度(4.2±0.6)cm、排气时间(6.1±1.4)h，均短于乙组的(8.9±1.1)cm、(8.3±1.9)h(均P<0.05)。") == [
        "切口长度 甲组=4.2 乙组=8.9 p<0.05", "排气时间 甲组=6.1 乙组=8.3 p<0.05",
      ])
  }

  @Test func pairsAListOfNamesWithListsOfValues() {
    #expect(
      told("患儿退热时间、止咳时间观察组分别为(2.1±0.7)d、(5.3±1.4)d，对照组分别为(3.2±0.9)d、(6.9±1.7)d。") == [
        "退热时间 观察组=2.1 对照组=3.2", "止咳时间 观察组=5.3 对照组=6.9",
      ])
  }

  @Test func leavesChangesWithinGroupsAlone() {
    #expect(told("瘙痒评分在甲组由87.3±11.2降至56.4±10.7，在乙组由86.8±10.9降至63.9±12.1。").allSatisfy { $0.hasPrefix("瘙痒评分") })
  }
}
