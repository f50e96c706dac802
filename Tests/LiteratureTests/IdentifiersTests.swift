import Literature
import Testing

@Suite struct IdentifiersTests {
  @Test(arguments: [
    ("10.1000/XYZ.123", "10.1000/xyz.123"),
    ("https://doi.org/10.1000/182", "10.1000/182"),
    ("<http://dx.doi.org/10.1000/182>.", "10.1000/182"),
    ("doi: 10.1016/s0140-6736(05)12345-6.", "10.1016/s0140-6736(05)12345-6"),
    (#"https://doi.org/10.1016/s0140-6736\(05\)12345-6"#, "10.1016/s0140-6736(05)12345-6"),
    ("https://doi.org/10.1016%2Fs0140-6736%2805%2912345-6", "10.1016/s0140-6736(05)12345-6"),
    ("(DOI:10.1000/182)", "10.1000/182"),
    (
      "10.1002/(SICI)1097-0258(19980815)17:15<1661::AID-X968>3.0.CO;2-2",
      "10.1002/(sici)1097-0258(19980815)17:15<1661::aid-x968>3.0.co;2-2"
    ),
    ("10.1016/j.\nabc.2020.01.002", "10.1016/j.abc.2020.01.002"),
    ("10.1000.10/abc–def", "10.1000.10/abc-def"),
    ("DOI 10.1000/abc/full", "10.1000/abc"),
  ]) func readsEveryPrintedFormOfADOI(printed: String, normal: String) {
    #expect(DOI(printed)?.value == normal)
  }

  @Test(arguments: [
    "", "10.1000", "10.12/abc", "10.1000/", "110.1000/abc", "see 10.1000/abc", "10.1000/abc and more", "10.1000/…",
  ])
  func refusesWhatIsNotADOI(text: String) {
    #expect(DOI(text) == nil)
  }

  @Test func findsDOIsWithinTextAndTheirPlace() {
    let text = Array("A (doi:10.1000/a(1)b), B [10.1000/c](https://doi.org/10.1000/c). C 10.1000/d。".utf8)
    let found = DOI.all(in: text)
    #expect(found.map(\.id.value) == ["10.1000/a(1)b", "10.1000/c", "10.1000/c", "10.1000/d"])
    #expect(found.first.map { String(decoding: text[$0.range], as: UTF8.self) } == "10.1000/a(1)b")
  }

  @Test func survivesALongLineOfNearDOIs() {
    let text = Array(String(repeating: "10.1000/", count: 20_000).utf8)
    #expect(!DOI.all(in: text).isEmpty)
  }

  @Test func readsNumbersOfPubMedAndArXiv() {
    #expect(PMID("PMID: 00123456")?.value == "123456")
    #expect(PMID("https://pubmed.ncbi.nlm.nih.gov/123456/")?.value == "123456")
    #expect(PMID("12ab") == nil)
    #expect(PMCID("pmc7654321")?.value == "PMC7654321")
    #expect(PMCID.first(in: Array("PMID: 1; PMCID: PMC7654321.".utf8))?.id.value == "PMC7654321")
    #expect(PMID.first(in: Array("[PubMed: 123456]".utf8))?.id.value == "123456")
    #expect(ArXivID("arXiv:2301.01234v2")?.value == "2301.01234")
    #expect(ArXivID.first(in: Array("arXiv preprint arXiv:hep-th/9901001 (1999)".utf8))?.id.value == "hep-th/9901001")
  }

  @Test func checksTheCheckDigit() {
    #expect(ISBN("ISBN 978-0-306-40615-7")?.value == "9780306406157")
    #expect(ISBN("978-0-306-40615-8") == nil)
    #expect(ISBN("0-8044-2957-X")?.value == "080442957X")
    #expect(ISSN("ISSN 0378-5955")?.value == "0378-5955")
    #expect(ISSN("0378-5954") == nil)
    #expect(ISSN.first(in: Array("Journal, ISSN: 2434-561X, 2020".utf8))?.id.value == "2434-561X")
  }
}
