import Checks
import Literature
import Testing

struct CalloutsAgainstNamesTests {
  private func severities(_ body: String, chinese: Bool = false) throws -> [Finding.Severity] {
    try findings(CalloutsAgainstNames(), in: review(body, references: Entries.all, chinese: chinese)).map(\.severity)
  }

  @Test func flagsCalloutsInTheOppositeOrder() throws {
    #expect(try severities("ALDER-301 and BIRCH-204 were both negative [2] [1].") == [.warning])
    #expect(try severities("ALDER-301 和 BIRCH-204 两项研究均为阴性[2] [1]。", chinese: true) == [.warning])
    #expect(try severities("BIRCH-204 and ALDER-301 were both negative [1] [2].") == [.warning])
  }

  @Test func wordsOfATitleBesideAName() throws {
    #expect(
      try severities("Both the BIRCH-204 and the ALDER-301 study, in placebo-controlled series, were negative [1] [2].") == [
        .warning
      ])
    #expect(try severities("ALDER-301 was negative [1]. BIRCH-204 was too [2] [1].") == [])
  }

  @Test func numbersSortedWithinOneBracketAreARemark() throws {
    #expect(try severities("BIRCH-204 and ALDER-301 were both negative [1,2].") == [.info])
  }

  @Test func acceptsTheOrderOfTheNames() throws {
    #expect(try severities("ALDER-301 and BIRCH-204 were both negative [1] [2].").isEmpty)
    #expect(try severities("ALDER-301 and BIRCH-204 were both negative [1,2], CEDAR-12 was not [3].").isEmpty)
    #expect(try severities("Two trials were negative [2] [1].").isEmpty)
  }

  @Test func flagsExchangedCalloutsBehindAuthors() throws {
    #expect(try severities("Alder et al. [2] and Birch et al. [1] were both negative.") == [.warning])
    #expect(try severities("Alder et al. [1] and Birch et al. [2] were both negative.").isEmpty)
  }

  @Test func readsCalloutsJoinedByWords() throws {
    #expect(try severities("ALDER-301 and BIRCH-204 were both negative ([2] and [1], respectively).") == [.warning])
    #expect(try severities("ALDER-301 and BIRCH-204 were both negative [2 and 1, respectively].") == [.info])
    #expect(try severities("ALDER-301 and BIRCH-204 were both negative [1 and 2, respectively].").isEmpty)
  }
}
