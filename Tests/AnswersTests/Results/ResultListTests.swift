import Extraction
import Literature
import Testing

@testable import Answers

struct ResultListTests {
  private func extract(_ text: String) throws -> Extract { try Extractor.extract(bytes: Array(text.utf8), path: "trial.md") }

  private let text = """
    # A trial

    ## Results

    In AURORA-21, median overall survival was 20.1 months with sorafenib and 18.2 months with placebo (HR 0.90, 95% CI 0.75 to 1.08, P = 0.30).
    """

  @Test func filtersByNamesOfTheLexiconInEitherLanguage() throws {
    let extract = try extract(text)
    var filter = CardFilter()
    filter.endpoint = "总生存"
    filter.measure = "hr"
    #expect(filter.cards(of: extract).map { $0.value?.printed } == ["0.90"])
    filter.endpoint = "progression-free survival"
    #expect(filter.cards(of: extract).isEmpty)
  }

  @Test func writesOneLineForEachArm() throws {
    let extract = try extract(text)
    var filter = CardFilter()
    filter.measure = "median"
    var list = ResultList()
    list.add(filter.cards(of: extract), of: extract)
    #expect(list.rows.map { $0.arm?.value.printed } == ["20.1", "18.2"])
    let lines = list.csv.split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines[0].hasPrefix("document,trial,endpoint,measure,arm"))
    #expect(list.markdown.contains("| 18.2 |"))
  }
}
