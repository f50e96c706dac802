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

  @Test func knowsMeasuresByTheirNames() throws {
    #expect(["HR", "hr", "hazard ratio", "风险比"].allSatisfy { CardFilter.isMeasure("HR", $0) })
    #expect(!CardFilter.isMeasure("HR", "odds ratio") && !CardFilter.isMeasure("HR", "banana"))
  }

  @Test func tellsQuartilesFromAnInterval() throws {
    let extract = try extract("# A\n\n## Results\n\nMedian operative time was 92 minutes (IQR 70 to 118) with sleeves.\n")
    var list = ResultList()
    list.add(extract.results, of: extract)
    let columns = list.csv.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let kind = try #require(columns.first?.firstIndex(of: "intervalKind"))
    #expect(columns.dropFirst().contains { $0[kind] == "quartiles" })
    #expect(columns.first?.contains("passage") == true)
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
