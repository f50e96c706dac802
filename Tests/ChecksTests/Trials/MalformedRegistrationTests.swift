import Checks
import Literature
import Testing

struct MalformedRegistrationTests {
  private func snippets(_ text: String) -> [String] {
    var paper = Manuscript()
    paper.passage(text)
    return paper.findings(MalformedRegistration()).map(\.snippet)
  }

  @Test func flagsAWrongNumberOfDigits() {
    #expect(snippets("registered (NCT0555123).") == ["NCT0555123"])
    #expect(snippets("registered (NCT055512345).") == ["NCT055512345"])
    #expect(snippets("ISRCTN1234567 and NCT 0555123") == ["ISRCTN1234567", "NCT 0555123"])
    // Eight digits follow letters ("ChiCTR-TRC-12345678"); without them there are ten.
    #expect(snippets("注册号: ChiCTR20000330") == ["ChiCTR20000330"])
    #expect(snippets("注册号: ChiCTR20000330451") == ["ChiCTR20000330451"])
  }

  @Test func acceptsWellFormedNumbers() {
    #expect(snippets("NCT00692770, NCT 00692770, ISRCTN12345678, ChiCTR2000033045, ACTRN12605000000000, UMIN000012345").isEmpty)
    #expect(snippets("ChiCTR-TRC-12345678, the NCT number, ISRCTN registry").isEmpty)
  }

  @Test func reportsARepeatedNumberOnce() { #expect(snippets("NCT0555123 and again NCT0555123").count == 1) }

  @Test func readsNumbersThatBeginWithAYear() {
    #expect(snippets("EudraCT 2018-00411-17 and 2018-000411-17") == ["2018-00411-17"])
    #expect(snippets("CTRI/2016/006914, CTRI/2016/05/006914") == ["CTRI/2016/006914"])
    #expect(snippets("from 2018-01-17 to 2019-10-2; pages 2010-2019; KCT0001234").isEmpty)
    #expect(snippets("KCT001234") == ["KCT001234"])
  }

  @Test func registersOfReviews() throws {
    func count(_ number: String) throws -> Int {
      try findings(MalformedRegistration(), in: "A review\n\nMethods\n\nThe review was registered (\(number)).\n").count
    }
    #expect(try count("CRD42023123456") == 0)
    #expect(try count("CRD420251012345") == 0)
    #expect(try count("CRD4202312345") == 1)
  }
}
