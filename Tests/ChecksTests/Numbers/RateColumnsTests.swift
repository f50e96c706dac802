import Checks
import Testing

/// N105 where count, total and percentage stand in three cells, and where words part them.
struct RateColumnsTests {
  private func snippets(_ text: String) throws -> [String] { try findings(PercentAgainstCounts(), in: text).map(\.snippet) }

  private func table(_ share: String, head: String = "Workshops\tMembers\tWith a weak grip\tRate (%)") -> String {
    let rows = ["Oak\t430\t129\t30.0", "Ash\t512\t87\t17.0", "Elm\t268\t71\t\(share)", "All\t1210\t287\t23.7"]
    return "A Survey of Workshops\n\n1. Results\n\nTable 1. Grip\n\n\(head)\n\(rows.joined(separator: "\n"))\n"
  }

  @Test func theOtherRowsTellWhichColumnsBelongTogether() throws {
    #expect(try snippets(table("26.5")).isEmpty)
    #expect(try snippets(table("25.6")) == ["25.6"])
    #expect(try snippets(table("25.6", head: "车间\t人数\t握力减弱\t检出率（%）")) == ["25.6"])
    // Of something else.
    let others = "Oak\t430\t129\t12.1\nAsh\t512\t87\t9.3\nElm\t268\t71\t26.5\n"
    #expect(try snippets("A Survey\n\n1. Results\n\nTable 1. Grip\n\nWorkshops\tMembers\tWeak\tAge\n\(others)").isEmpty)
  }

  @Test func thousandsPartedByABlank() throws {
    func table(_ share: String) -> String {
      let rows = [
        "Women, n (%)\t1 208 (49.3)\t1 577 (50.1)", "Smokers, n (%)\t1 066 (43.5)\t1 331 (\(share))",
        "Weak grip, n (%)\t610 (24.9)\t702 (22.3)",
        "Left-handed, n (%)\t245 (10.0)\t314 (10.0)",
      ]
      return
        "A Survey\n\n1. Results\n\nTable 1. Members\n\nTrait\tOak (n = 2 450)\tAsh (n = 3 150)\n\(rows.joined(separator: "\n"))\n"
    }
    #expect(try snippets(table("42.3")).isEmpty)
    #expect(try snippets(table("40.3")) == ["1 331 (40.3)"])
  }

  @Test func wordsBetweenTheThree() throws {
    func count(_ text: String, chinese: Bool = false) throws -> Int {
      try findings(PercentAgainstCounts(), in: review(text, chinese: chinese)).count
    }
    #expect(try count("A firm grip came back in 142 of 196, or 72.4%, and in 101 of 190, or 53.2%.") == 0)
    #expect(try count("A firm grip came back in 142 of 196, or 74.2%, and in 101 of 190, or 53.2%.") == 1)
    #expect(try count("In this trade, among 412 joiners, a weak grip was seen in 47 (11.4%).") == 0)
    #expect(try count("In this trade, among 412 joiners, a weak grip was seen in 47 (14.8%).") == 1)
    #expect(try count("Among 412 joiners, a weak grip was seen in 47 (16.8%) of those who plane by hand.") == 0)
    #expect(try count("412 名木工中，握力减弱 47 例（14.8%）。", chinese: true) == 1)
    #expect(try count("412 名木工中，握力减弱 47 例（11.4%）。", chinese: true) == 0)
  }
}
