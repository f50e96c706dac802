import Checks
import Literature
import Testing

struct MalformedDOITests {
  private func findings(_ doi: String?, problems: [String] = []) -> [Finding] {
    var paper = Manuscript()
    paper.reference("Alder A. On a disease.") { $0.doi = doi }
    paper.references[0].problems = problems
    return paper.findings(MalformedDOI())
  }

  @Test(arguments: [
    "doi.org/10.5555/x", "10.555/x", "10.5555", "10.5555/", "10.5555/a b", "10.55x5/a", "1o.5555/a", "10.5555//a",
  ])
  func flagsWhatCannotBeADOI(doi: String) { #expect(findings(doi).count == 1) }

  @Test(arguments: [
    "10.5555/alder.2021.7", "10.1016/s0140-6736(23)01796-8", "10.1002/(SICI)1097-0258(1998)17:1<1::aid>3.0.co;2-#",
    "10.1000.10/123", "10.1037//0278-6133.9.2.117",
  ])
  func acceptsWhatCanBe(doi: String) { #expect(findings(doi).isEmpty) }

  @Test func reportsWhatTheReaderCouldNotRead() {
    #expect(findings(nil, problems: ["malformed-doi"]).count == 1)
    #expect(findings(nil, problems: ["no-doi"]).isEmpty)
  }

  @Test func aLabelSaysWhatIsMeantAsADOI() throws {
    let entry =
      "Alder, A. (2019) Adjuvant Lenvatinib after Resection. Journal of Invented Results, 2, 101-110. DOI:1O.5555/alder.2019"
    #expect(try ChecksTests.findings(MalformedDOI(), in: review("Alder found this [1].", references: [entry])).count == 1)
  }

  @Test(arguments: ["10.5555/https://alder.2021.7", "10.5555/alder.7/10.5555/alder.7"])
  func flagsWhatWasPastedTwice(doi: String) { #expect(findings(doi).count == 1) }

  @Test(arguments: [
    ("10.5555/alder.2020. 120", 1), ("10.5555/alder.2020.120", 0), ("10.5555/alder.120. 2020", 0),
    ("10.5555/alder.7. PMID: 1", 0),
  ])
  func flagsLastDigitsThatASpaceCutsOff(_ printed: String, _ count: Int) {
    var paper = Manuscript()
    paper.reference("Alder A. On a disease. doi: \(printed)") {
      $0.doi = printed.split(separator: " ")[0].dropLast(printed.contains(". ") ? 1 : 0).description
    }
    #expect(paper.findings(MalformedDOI()).count == count)
  }
}
