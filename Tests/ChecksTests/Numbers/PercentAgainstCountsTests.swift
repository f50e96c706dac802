import Checks
import Literature
import Testing

struct PercentAgainstCountsTests {
  private func findings(_ text: String) -> [Finding] {
    var paper = Manuscript()
    paper.passage(text)
    return paper.findings(PercentAgainstCounts())
  }

  @Test func flagsEveryPrintedOrder() {
    #expect(findings("Responses in 35/120 (25.0%).").count == 1)
    #expect(findings("Responses in 35 of 120 patients (25.0%).").count == 1)
    #expect(findings("Responses in 35 out of 120 (25 %).").count == 1)
    #expect(findings("Responses in 25.0% (35/120).").count == 1)
    #expect(findings("There were 35 responses among 120 given the drug (29.2%) and 30 among 118 given none (35.4%).").count == 1)
    #expect(findings("缓解 35/120(25.0%)").count == 1)
  }

  @Test func marksTheFiguresAndShowsTheSum() throws {
    let finding = try #require(findings("Responses in 35/120 (25.0%) of them.").first)
    #expect(finding.snippet == "35/120 (25.0%")
    #expect(finding.message == "35 of 120 is 29.17%, not 25.0%.")
    #expect(finding.arithmetic?.contains("25.0% of 120 would be 30") == true)
  }

  @Test func oneUnitOfTheLastDigitIsAWarning() {
    #expect(findings("107 out of 212 (51%)").map(\.severity) == [.warning])
    #expect(findings("Responses in 35/120 (25.0%)").map(\.severity) == [.error])
  }

  @Test func leavesApproximateSharesAlone() {
    #expect(findings("amounted to just under 40% (18/46) of all").isEmpty)
    #expect(findings("约 40% (18/46)").isEmpty)
  }

  @Test func acceptsRoundingAndCutting() {
    #expect(findings("24/120 (20.0%), 2/3 (66.7%), 2/3 (66.6%), 1 of 8 (13%)").isEmpty)
  }

  @Test func leavesOtherFiguresAlone() {
    #expect(findings("HR 0.7/120 (25.0%) and 120/80 (25%)").isEmpty)
    #expect(findings("on 12/05/2020 (25.0%)").isEmpty)
    #expect(findings("10 of 40 (20%-31%)").isEmpty)
    #expect(findings("3/4 (95% CI 2-5)").isEmpty)
    #expect(findings("grade 3/4 (12.5%)").isEmpty)
    #expect(findings("3/4 (12.5%) and toxicity 10/20 (12.5%)").isEmpty)
  }

  @Test func doesNotReadReferences() {
    var paper = Manuscript()
    paper.reference("Alder A. 35/120 (25%). J Invent. 2020.")
    #expect(paper.findings(PercentAgainstCounts()).isEmpty)
  }

  @Test func aShareOfAGroupOfTheParagraph() throws {
    let body = """
      CEDAR-12 allotted 207 children to dabigatran (138) or standard care (69). Resolution was seen in 63 (54.7%) and 29 (42.0%) of them.
      """
    let others =
      " In ALDER-301, median OS was 12.6 months [1]. In BIRCH-204, median OS was 18.9 months [2]. In CEDAR-12, the HR was 0.70 [3]."
    #expect(try ChecksTests.findings(PercentAgainstCounts(), in: review(body + others, references: Entries.all)).count == 1)
    let right = body.replacing("54.7", with: "45.7")
    #expect(try ChecksTests.findings(PercentAgainstCounts(), in: review(right + others, references: Entries.all)).isEmpty)
  }

  @Test func countsInWordsAndWhatWasCounted() {
    #expect(findings("Thirty-three of 58 completers of the course responded (59.6%).").count == 1)
    #expect(findings("Thirty-three of 58 completers of the course responded (56.9%).").isEmpty)
    #expect(findings("Of 40 eyes, 12 of 58 and others (41.0%) healed.").isEmpty)
  }
}
