import Checks
import Literature
import Testing

/// A manuscript that cites one source, and what the rules on sources say of it.
struct SourceRulesTests {
  private static let doi = "10.5555/alder.2021.7"

  /// The source: progression-free and overall survival, an interim look, a subgroup.
  private var source: Extract {
    var paper = Manuscript()
    paper.front.item.doi = Self.doi
    let sentence = paper.passage("Progression-free survival: HR 0.534 (0.40 to 0.71).")
    paper.card("HR", "0.534", "0.40", "0.71", endpoint: "PFS", in: sentence)
    let overall = paper.passage("Overall survival: HR 0.81 (0.62 to 1.06).")
    paper.card("HR", "0.81", "0.62", "1.06", endpoint: "OS", in: overall)
    let interim = paper.passage(
      "Event-free survival at the interim analysis: HR 0.70 (0.50 to 0.98); finally HR 0.92 (0.75 to 1.13).")
    paper.card("HR", "0.70", "0.50", "0.98", endpoint: "EFS", in: interim) { $0.dataCut = "interim" }
    paper.card("HR", "0.92", "0.75", "1.13", endpoint: "EFS", in: interim) { $0.dataCut = "final" }
    let subgroup = paper.passage("In women survival had HR 0.55 (0.35 to 0.86).")
    paper.card("HR", "0.55", "0.35", "0.86", endpoint: "OS", in: subgroup) { $0.population = "women" }
    let medians = paper.passage("Median PFS was 19.2 months with sorafenib and 13.4 months with placebo.")
    paper.card("median", endpoint: "PFS", in: medians) {
      $0.armValues = [("sorafenib", "19.2"), ("placebo", "13.4")].compactMap { arm, text in
        number(text).map { ResultCard.ArmValue(arm: arm, value: $0) }
      }
    }
    return paper.extract
  }

  private func check(_ build: (inout Manuscript, Int) -> Void, otherReferences: Int = 0) -> [Finding] {
    var paper = Manuscript()
    paper.reference("Alder A. A trial.") { $0.doi = Self.doi }
    for index in 0..<otherReferences { paper.reference("Birch \(index)") { $0.doi = "10.5555/birch.\(index)" } }
    let passage = paper.passage("The manuscript's sentence.")
    build(&paper, passage)
    for index in paper.results.indices { paper.results[index].references = Array(0...otherReferences) }
    let rules = RuleRegistry.rules.filter { type(of: $0).code.hasPrefix("S") }
    return Checker.check(extract: paper.extract, sources: ExtractedSources([source]), rules: rules).findings
  }

  private func codes(
    _ endpoint: String?, _ value: String, _ low: String? = nil, _ high: String? = nil,
    change: (inout ResultCard) -> Void = { _ in }
  ) -> [String] {
    check { $0.card("HR", value, low, high, endpoint: endpoint, in: $1, change: change) }.map(\.code)
  }

  @Test func acceptsTheSameFigures() {
    #expect(codes("PFS", "0.534").isEmpty)
    #expect(codes("PFS", "0.53", "0.40", "0.71").isEmpty)
    #expect(codes("OS", "0.81").isEmpty)
  }

  @Test func flagsAFigureThatTheSourceDoesNotPrint() throws {
    let finding = try #require(check { $0.card("HR", "0.64", endpoint: "OS", in: $1) }.first)
    #expect(
      finding.code == "S501"
        && finding.message == "OS: HR 0.64 is not in the source (reference 1, paper), which prints HR 0.81 (0.62 to 1.06).")
    #expect(finding.related.first?.snippet == "Overall survival: HR 0.81 (0.62 to 1.06).")
    #expect(finding.related.first?.document == "0123456789ab")
  }

  @Test func flagsAWrongLimitBesideARightEstimate() { #expect(codes("OS", "0.81", "0.52", "1.06") == ["S501"]) }

  @Test func flagsAnotherEndpoint() throws {
    let finding = try #require(check { $0.card("HR", "0.53", "0.40", "0.71", endpoint: "OS", in: $1) }.first)
    #expect(finding.code == "S502" && finding.message.contains("for PFS; for OS it prints HR 0.81"))
    #expect(finding.related.count == 3)
  }

  @Test func flagsASubgroupGivenForAll() { #expect(codes("OS", "0.55", "0.35", "0.86") == ["S502"]) }

  @Test func acceptsASubgroupGivenAsOne() { #expect(codes("OS", "0.55") { $0.population = "women" }.isEmpty) }

  @Test func flagsAnInterimFigureThatALaterOneReplaced() {
    #expect(codes("EFS", "0.70") == ["S504"])
    #expect(codes("EFS", "0.70") { $0.dataCut = "interim" }.isEmpty)
    #expect(codes("EFS", "0.92").isEmpty)
  }

  @Test func flagsWrongRounding() {
    #expect(codes("PFS", "0.54") == ["S505"])
    #expect(codes("PFS", "0.5").isEmpty)
  }

  private func medians(_ first: (String, String), _ second: (String, String)) -> [String] {
    check { paper, passage in
      paper.card("median", endpoint: "PFS", in: passage) {
        $0.armValues = [first, second].compactMap { arm, text in number(text).map { ResultCard.ArmValue(arm: arm, value: $0) } }
      }
    }.map(\.code)
  }

  @Test func flagsExchangedArmsInEitherLanguage() {
    #expect(medians(("sorafenib", "13.4"), ("placebo", "19.2")) == ["S503"])
    #expect(medians(("安慰剂", "19.2"), ("索拉非尼", "13.4")) == ["S503"])
  }

  @Test func acceptsEitherOrderOfTheRightArms() {
    #expect(medians(("placebo", "13.4"), ("sorafenib", "19.2")).isEmpty)
    #expect(medians(("索拉非尼", "19.2"), ("安慰剂", "13.4")).isEmpty)
    #expect(medians(("A", "13.4"), ("B", "19.2")).isEmpty)
  }

  @Test func flagsAWrongMedian() { #expect(medians(("sorafenib", "21.7"), ("placebo", "13.4")) == ["S501"]) }

  @Test func anotherSourceMayHoldTheFigure() {
    #expect(check({ $0.card("HR", "0.64", endpoint: "OS", in: $1) }, otherReferences: 1).isEmpty)
  }

  @Test func aResultThatTheSourceDoesNotHaveIsNotJudged() {
    #expect(codes("DFS", "0.88").isEmpty)
    #expect(codes("OS", "0.7").isEmpty)
  }

  @Test func aSourceThatIsNotAtHandIsCounted() {
    var paper = Manuscript()
    paper.reference("Birch B. Another trial.") { $0.doi = "10.5555/birch" }
    let passage = paper.passage("OS: HR 0.64")
    paper.card("HR", "0.64", endpoint: "OS", in: passage) { $0.references = [0] }
    let report = Checker.check(extract: paper.extract, sources: ExtractedSources([source]))
    #expect(!report.findings.contains { $0.code.hasPrefix("S") })
    #expect(report.coverage.sourcesFound == 0 && report.coverage.sourcesMissing == 1)
  }
}
