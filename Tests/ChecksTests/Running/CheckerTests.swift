import Checks
import Literature
import Testing

struct CheckerTests {
  private var paper: Manuscript {
    var paper = Manuscript()
    let sentence = paper.passage("After 17.4 months HR was 1.32 (0.70 to 1.20), P = 0.26, in 12 centres.")
    paper.card("HR", "1.32", "0.70", "1.20", p: "0.26", in: sentence, at: "1.32 (0.70 to 1.20), P = 0.26")
    paper.reference("Alder A. On 5 beans. 2021;7:1-9.") { $0.doi = "10.5555/a" }
    paper.cite("P", ["1"], in: sentence)
    return paper
  }

  @Test func coverageCountsNumbersByWhatBecameOfThem() {
    let coverage = Checker.check(extract: paper.extract).coverage
    #expect(coverage.numbersSeen == 6)
    #expect(coverage.numbersUnderstood == 4)
    #expect(coverage.checkable == 4 && coverage.checked == 4 && coverage.failing == 4)
    #expect(coverage.citations == 1 && coverage.references == 1)
    #expect(coverage.sourcesFound == nil)
  }

  @Test func coverageCountsSourcesWhereThereIsAKnowledgeBase() {
    let coverage = Checker.check(extract: paper.extract, sources: ExtractedSources([])).coverage
    #expect(coverage.sourcesFound == 0 && coverage.sourcesMissing == 1)
  }

  @Test func findingsAreSortedByPlace() {
    var paper = Manuscript()
    for _ in 0..<3 {
      let passage = paper.passage("HR 1.32 (0.70 to 1.20) in 35/120 (25.0%)")
      paper.card("HR", "1.32", "0.70", "1.20", in: passage)
    }
    let findings = Checker.check(extract: paper.extract).findings
    #expect(findings.map(\.line) == [1, 1, 2, 2, 3, 3])
    #expect(findings == Checker.check(extract: paper.extract).findings)
  }

  @Test func recordsKeepTheirKeysInOrder() throws {
    let report = Checker.check(extract: paper.extract, rules: [EstimateOutsideInterval()])
    let json = report.json.compact
    #expect(
      json.hasPrefix(
        #"{"document":"0123456789ab","path":"folder/paper.txt","findings":[{"code":"N101","name":"estimate-outside-interval","severity":"error","message":"#
      ))
    #expect(
      json.contains(
        #""span":[[25,54]],"line":1,"column":26,"endLine":1,"endColumn":55,"snippet":"1.32 (0.70 to 1.20), P = 0.26","arithmetic":"#
      ))
    #expect(
      json.hasSuffix(
        #""coverage":{"numbersSeen":6,"numbersUnderstood":4,"checkable":4,"checked":4,"failing":4,"citations":1,"references":1}}"#
      ))
  }

  @Test func linksToNothingAreDropped() {
    var broken = paper
    broken.results[0].references = [9]
    broken.results[0].passage = 77
    broken.citations[0].references = [5]
    broken.claims = [Claim(passage: 99, direction: .better, significance: .claimed, hedged: false, results: [3])]
    broken.trials = [Trial(id: "ALDER-1", name: "ALDER-1", passages: [55])]
    // What rules read from the words is no matter of cards.
    #expect(Checker.check(extract: broken.extract, rules: []).coverage.numbersUnderstood == 0)
  }

  @Test func anEmptyDocumentHasNoFindings() {
    let report = Checker.check(extract: Manuscript().extract, sources: ExtractedSources([]))
    #expect(report.findings.isEmpty && report.coverage.numbersSeen == 0)
  }
}
