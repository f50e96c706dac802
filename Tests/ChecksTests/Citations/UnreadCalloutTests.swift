import Checks
import Testing

struct UnreadCalloutTests {
  private let body = "Alpha is known [1]. Beta is known [2]. Gamma is known [3]. Delta is known [1]. Epsilon is known [2]."

  private func snippets(_ text: String, _ entries: [String] = Entries.all) throws -> [String] {
    try findings(DanglingCallout(), in: review(text, references: entries)).map(\.snippet)
  }

  @Test func flagsANumberInTheStyleOfTheOthers() throws {
    #expect(try snippets(body + " Zeta is not known [35].") == ["[35]"])
    #expect(try snippets(body).isEmpty)
  }

  @Test func leavesYearsAndOtherNumbersAlone() throws {
    #expect(try snippets(body + " This held in the cohort [2019].").isEmpty)
    #expect(try snippets(body + " This held (35).").isEmpty)
  }

  @Test func flagsOneNumberOfSeveral() throws {
    #expect(try snippets(body + " Zeta is not known in two of them [2,31].") == ["[2,31]"])
    #expect(try snippets(body + " The median range was wide [2,31].").isEmpty)
  }
}
