import Checks
import Literature
import Testing

struct MissingDOITests {
  private func findings(with: Int, without: Int, change: (inout BibliographicItem) -> Void = { _ in }) -> [Finding] {
    var paper = Manuscript()
    for index in 0..<with {
      paper.reference("Alder \(index)") {
        $0.doi = "10.5555/alder.\(index)"
        $0.containerTitle = "Annals of Nowhere"
      }
    }
    for index in 0..<without {
      paper.reference("Birch \(index)") {
        $0.containerTitle = "Annals of Nowhere"
        change(&$0)
      }
    }
    return paper.findings(MissingDOI())
  }

  @Test func flagsEachArticleWithoutOne() {
    let found = findings(with: 33, without: 4)
    #expect(found.map(\.severity) == Array(repeating: .warning, count: 4))
    #expect(found.first?.message == "Reference 34 has no DOI.")
    #expect(found.first?.arithmetic == "33 of 37 journal articles in the list have a DOI.")
  }

  @Test func leavesBooksAndWebPagesAlone() {
    #expect(findings(with: 3, without: 2) { $0.type = "book" }.isEmpty)
    #expect(findings(with: 3, without: 2) { $0.type = "webpage" }.isEmpty)
  }

  @Test func acceptsAnotherIdentifier() {
    #expect(findings(with: 3, without: 1) { $0.pmid = "123" }.isEmpty)
  }

  @Test func saysItOnceWhereTheStyleHasNone() {
    let found = findings(with: 1, without: 9)
    #expect(found.count == 1 && found.first?.severity == .info)
    #expect(found.first?.message.hasPrefix("9 of 10 journal articles") == true)
  }

  /// Whether a journal registers DOIs the list tells only by its other articles of the journal.
  @Test func aJournalOfWhichTheListShowsNoneIsARemark() {
    func severities(_ journal: String, _ year: Int) -> [Finding.Severity] {
      var paper = Manuscript()
      for index in 0..<9 {
        paper.reference("Entry \(index)") { item in
          item.doi = "10.5555/entry.\(index)"
          item.containerTitle = "Annals of Nowhere"
          item.issued = PartialDate(year: 2010 + index)
        }
      }
      paper.reference("Entry without") {
        $0.containerTitle = journal
        $0.issued = PartialDate(year: year)
      }
      return paper.findings(MissingDOI()).map(\.severity)
    }
    #expect(severities("Local Letters", 2015) == [.info])
    #expect(severities("Annals of Nowhere", 2015) == [.warning])
    #expect(severities("Annals of Nowhere", 1992) == [.info])
  }

  @Test func abstractsAndArticlesInPressMayHaveNone() {
    func count(_ raw: String, page: String? = nil) -> Int {
      var paper = Manuscript()
      for index in 0..<9 {
        paper.reference("Entry \(index)") { item in
          item.doi = "10.5555/entry.\(index)"
          item.containerTitle = "Annals of Nowhere"
          item.issued = PartialDate(year: 2010 + index)
        }
      }
      paper.reference(raw) {
        $0.containerTitle = "Annals of Nowhere"
        $0.issued = PartialDate(year: 2015)
        $0.page = page
      }
      return paper.findings(MissingDOI()).count
    }
    #expect(count("Alder A. Glands at rest. Annals of Nowhere 2015;3:17-20.", page: "17-20") == 1)
    #expect(count("Alder A. Glands at rest [abstract]. Annals of Nowhere 2015;3:17.") == 0)
    #expect(count("Alder A. Glands at rest. Annals of Nowhere 2015, in press.") == 0)
    #expect(count("Alder A. Glands at rest. Annals of Nowhere 2015;3:A1396.", page: "A1396") == 0)
  }
}
