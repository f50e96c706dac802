import Checks
import Literature
import Testing

struct RetractedWorkTests {
  private let title = "Alder Extract and Recovery after Surgery of the Gland"
  private func notice(
    _ nature: RetractionNotice.Nature = .retraction, date: String = "2021-05-04", doi: String? = "10.5555/alder.2018"
  )
    -> RetractionNotice
  {
    RetractionNotice(
      nature: nature, doi: doi, pmid: "777", title: title, year: 2018, author: "Alder", date: PartialDate(iso: date),
      reasons: ["Unreliable Data"], noticeDOI: "10.5555/notice.1")
  }

  private func findings(
    _ notices: [RetractionNotice], raw: String = "Alder A. Alder extract. 2018.", sentence: String = "It helps [1].",
    language: Language = .english, change: (inout BibliographicItem) -> Void = { $0.doi = "10.5555/Alder.2018" }
  ) -> [Finding] {
    var paper = Manuscript()
    let passage = paper.passage(sentence)
    paper.reference(raw, change: change)
    paper.cite("[1]", ["1"], in: passage)
    return Checker.check(
      extract: paper.extract, retractions: ListedRetractions(notices), rules: [RetractedWork()], language: language
    ).findings
  }

  @Test func reportsDateReasonAndNotice() throws {
    let finding = try #require(findings([notice()]).first)
    #expect(
      finding.message == "Reference 1 was retracted on 2021-05-04 (Unreliable Data); notice: 10.5555/notice.1.")
    #expect(finding.severity == .error && finding.related.count == 1)
    #expect(
      findings([notice()], language: .chinese).map(\.message) == [
        "参考文献 1 已于 2021-05-04 被撤稿 (原因: Unreliable Data); 声明: 10.5555/notice.1。"
      ])
  }

  @Test func findsByPubMedNumberAndByTitle() {
    #expect(findings([notice(doi: nil)]) { $0.pmid = "777" }.count == 1)
    let titled = RetractionNotice(nature: .retraction, title: title, year: 2018, author: "Alder")
    #expect(
      findings([titled]) {
        $0.title = title.uppercased()
        $0.authors = [Name(family: "Alder", given: "A.")]
      }.map(\.message) == ["Reference 1 was retracted."])
    #expect(
      findings([titled]) {
        $0.title = title
        $0.authors = [Name(family: "Birch", given: "A.")]
      }.isEmpty)
    #expect(findings([notice()]) { $0.doi = "10.5555/other" }.isEmpty)
  }

  @Test func excusesEntriesAndSentencesThatSaySo() {
    #expect(findings([notice()], raw: "Alder A. RETRACTED: Alder extract. 2018.").isEmpty)
    #expect(findings([notice()], sentence: "The report has since been retracted [1].").isEmpty)
    #expect(findings([notice()], sentence: "该文已撤稿[1]。").isEmpty)
    #expect(findings([notice()], sentence: "Twelve patients were withdrawn [1].").count == 1)
    #expect(findings([notice()]) { $0.doi = "10.5555/notice.1" }.isEmpty)
  }

  @Test func tellsConcernsCorrectionsAndReinstatementsApart() {
    #expect(findings([notice(.concern)]).map(\.severity) == [.warning])
    #expect(findings([notice(.correction)]).isEmpty)
    #expect(findings([notice(), notice(.reinstatement, date: "2022-01-01")]).isEmpty)
    #expect(findings([notice(.reinstatement, date: "2020-01-01"), notice()]).count == 1)
    #expect(findings([notice(.concern, date: "2020-01-01"), notice()]).map(\.severity) == [.error])
  }

  @Test func isSilentWithoutAnImport() { #expect(findings([]).isEmpty) }
}
