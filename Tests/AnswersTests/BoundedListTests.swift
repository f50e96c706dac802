import Extraction
import Literature
import Testing

@testable import Answers

/// Questions that bound a figure: which are read so, and which studies they list.
struct BoundedListTests {
  /// An invented review, read by the real pipeline.
  private static let review = """
    # Maintenance in lymphoma

    ## 1. Trials

    GRANITE-2 randomised 720 patients to lenalidomide or placebo. Median progression-free survival (PFS) was 31.5 months with lenalidomide and 22.0 \
    months with placebo (HR 0.58, 95% CI 0.44 to 0.76; P < 0.001) [1]. MARBLE-7 randomised 260 patients to ibrutinib or placebo. Median PFS was \
    18.2 months with ibrutinib and 17.6 months with placebo (HR 0.96, 95% CI 0.72 to 1.28; P = 0.78) [2]. The response rate was below 40% in the registry.

    ## References

    [1] Roe A, Doe B. Lenalidomide maintenance in lymphoma (GRANITE-2). Example J. 2019;3:1-9. doi:10.5555/granite.2
    [2] Poe C, Loe D. Ibrutinib maintenance in lymphoma (MARBLE-7). Example J. 2021;5:10-19. doi:10.5555/marble.7
    """

  private func ask(_ question: String) throws -> Answer {
    let extract = try Extractor.extract(bytes: Array(Self.review.utf8), path: "review.md")
    return try Answerer(base: ExtractEvidence([extract])).answer(question)
  }

  @Test(arguments: [
    ("Which trials had a median PFS over 2.5 years?", ["GRANITE-2"]), ("哪些研究的中位 PFS 不超过 20 个月?", ["MARBLE-7"]),
    ("Which studies reported a hazard ratio below 0.6?", ["GRANITE-2"]), ("HR 大于 0.9 的试验", ["MARBLE-7"]),
    ("trials with P < 0.05", ["GRANITE-2"]), ("哪些试验入组 500 例以上?", ["GRANITE-2"]),
    ("Which trials enrolled at least 200 patients?", ["GRANITE-2", "MARBLE-7"]),
  ])
  func listsTheTrialsWithinTheBound(_ question: String, _ trials: [String]) throws {
    #expect(try ask(question).parts.compactMap(\.trial?.id).sorted() == trials)
  }

  /// Those who were invited are more than those whom the trial took in.
  @Test func comparesTheSizeOfTheTrial() throws {
    let text =
      "# Care\n\n## 1. Trials\n\nOf 900 patients invited, GRANITE-2 randomised 320 patients. MARBLE-7 randomised 840 patients.\n"
    let extract = try Extractor.extract(bytes: Array(text.utf8), path: "care.md")
    let answer = try Answerer(base: ExtractEvidence([extract])).answer("Which trials enrolled more than 700 patients?")
    #expect(answer.parts.compactMap(\.trial?.id) == ["MARBLE-7"])
  }

  @Test func saysHowTheBoundWasRead() throws {
    #expect(try ask("Which trials had a median PFS over 2.5 years?").matchedThrough.last?.found == "median > 2.5 year")
  }

  @Test func refusesWhereNoFigureIsWithinTheBound() throws {
    let answer = try ask("Which trials had HR below 0.3?")
    #expect(!answer.isAnswered)
    #expect(answer.nearest.map(\.reason) == ["No result on what was asked has HR < 0.3."])
  }

  /// A limit that is printed proves nothing of the other side.
  @Test func takesAnUpperLimitForNoFigureAboveIt() throws {
    #expect(!(try ask("Which regimens had a response rate above 30%?").isAnswered))
  }

  @Test(arguments: [
    "Is resection useful for tumours larger than 5 cm?", "Which trials took patients over 65 years of age?",
    "What is the 5-year survival?",
    "Does more than one trial exist?", "直径大于 5 cm 的肿瘤如何治疗?",
  ])
  func readsNoBoundOnWhatIsNoResult(_ question: String) {
    #expect(AskedBound(question, measures: [], asksSize: false, hasOutcome: false) == nil)
  }
}
