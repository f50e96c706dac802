import Answers
import Extraction
import Literature
import Testing

struct AnswererTests {
  /// An invented review, read by the real pipeline.
  private static let review = """
    # Adjuvant care after resection

    ## 1. Introduction

    The five-year recurrence rate after resection remains 70% [1].

    ## 2. Trials

    The AURORA-21 trial randomly assigned 412 patients to adjuvant sorafenib or placebo. Median recurrence-free survival (RFS) was 21.4 months \
    with sorafenib and 20.9 months with placebo (HR 0.97, 95% CI 0.78 to 1.21; P = 0.79) [2]. In a subgroup analysis, only patients with \
    a large tumour burden seemed to benefit. Mutations of the gene QRX7 favour resistance to sorafenib.

    Table 1. Trials of adjuvant treatment

    Trial\tTreatment\tn\tPrimary endpoint\tHR (95% CI)\tConclusion
    AURORA-21\tsorafenib vs placebo\t412\tRFS\t0.97 (0.78-1.21)\tnegative
    BOREAL-5\tlenvatinib vs placebo\t205\tRFS\t0.61 (0.44-0.85)\tpositive

    ## References

    [1] Roe A, Doe B. Recurrence after resection. Example J. 2019;3:1-9. doi:10.5555/recur.1
    [2] Poe C, Loe D. Adjuvant sorafenib after resection (AURORA-21): a phase 3 trial. Example J. 2021;5:10-19. doi:10.5555/aurora.21
    """

  private func ask(_ question: String) throws -> Answer {
    let extract = try Extractor.extract(bytes: Array(Self.review.utf8), path: "review.md")
    return try Answerer(base: ExtractEvidence([extract])).answer(question)
  }

  @Test func answersWithTheCardTheQuoteAndTheDOI() throws {
    let answer = try ask("Did adjuvant sorafenib improve recurrence-free survival in AURORA-21?")
    let part = try #require(answer.parts.first)
    #expect(part.trial?.id == "AURORA-21")
    #expect(part.cards.contains { $0.card.measure == "HR" && $0.card.value?.printed == "0.97" })
    #expect(part.quotes.contains { $0.text.contains("21.4 months") })
    #expect(part.references.contains { $0.doi == "10.5555/aurora.21" })
  }

  @Test func answersAChineseQuestionFromAnEnglishText() throws {
    let answer = try ask("AURORA-21 的中位无复发生存期是多少?")
    #expect(answer.parts.first?.cards.contains { $0.card.measure == "median" && $0.card.endpoint == "RFS" } == true)
  }

  @Test func findsTheTrialByItsDrug() throws {
    #expect(try ask("Does adjuvant sorafenib prolong recurrence-free survival?").parts.first?.trial?.id == "AURORA-21")
  }

  @Test func quotesTheSentenceThatGoesOnWithTheTrial() throws {
    let answer = try ask("Which patients of the AURORA-21 subgroup analysis may benefit?")
    #expect(answer.parts.first?.quotes.map(\.text).contains { $0.hasPrefix("In a subgroup analysis") } == true)
  }

  @Test func answersInWordsAcrossLanguages() throws {
    #expect(try ask("QRX7 突变与耐药有什么关系?").parts.first?.quotes.first?.text.contains("QRX7") == true)
  }

  /// The passage cites a work on the drug, but says nothing of it.
  @Test func refusesWhatOnlyTheTitleOfACitedWorkNames() throws {
    #expect(!(try ask("What was the hazard ratio for overall survival with lenvatinib?").isAnswered))
  }

  @Test func listsTheRowsOfATableTheFittingOnesFirst() throws {
    let answer = try ask("Which trials were positive?")
    #expect(answer.parts.compactMap(\.trial?.id) == ["BOREAL-5", "AURORA-21"])
    #expect(answer.parts.filter { $0.trial != nil }.map(\.isFitting) == [true, false])
  }

  @Test func listsEachRowWhereAllAreAskedFor() throws {
    let answer = try ask("List the sample sizes of all trials in Table 1.")
    #expect(answer.parts.map(\.isFitting) == [true, true])
    #expect(answer.parts.flatMap(\.cards).compactMap(\.card.value?.printed).sorted() == ["205", "412"])
  }

  @Test func listsTheTrialsThatShowABenefitBeforeTheOthers() throws {
    let answer = try ask("Which trials reported a recurrence-free survival benefit?")
    let listed = answer.parts.filter { $0.trial != nil }
    #expect(listed.compactMap(\.trial?.id) == ["BOREAL-5", "AURORA-21"])
    #expect(listed.map(\.isFitting) == [true, false])
  }

  @Test(arguments: [
    ("Which trial enrolled the most patients?", "AURORA-21"), ("Which trial had the longest median RFS?", "AURORA-21"),
    ("Which trial showed the greatest benefit in RFS?", "BOREAL-5"), ("哪项试验的RFS获益最大?", "BOREAL-5"),
  ])
  func putsTheGreatestFigureFirst(question: String, trial: String) throws {
    #expect(try ask(question).parts.first?.trial?.id == trial)
  }

  @Test func listsTheTrialsOfADrugWhereNoTableDoes() throws {
    let text =
      "The MISTRAL-3 trial gave lenvatinib or placebo; recurrence was less frequent with lenvatinib (RR 0.70, 95% CI 0.52 to 0.94; P = 0.02)."
    let extract = try Extractor.extract(bytes: Array(text.utf8), path: "note.txt")
    let answer = try Answerer(base: ExtractEvidence([extract])).answer("Which trials compared lenvatinib with another treatment?")
    #expect(answer.parts.first?.trial?.id == "MISTRAL-3")
    #expect(answer.parts.first?.cards.first?.card.measure == "RR")
  }

  @Test func refusesAnOrderOfFiguresThatNoTrialHas() throws {
    #expect(!(try ask("Which trial had the highest 3-year overall survival?").isAnswered))
  }

  @Test func listsOnlyTrialsOfTheDrugThatIsNamed() throws {
    let answer = try ask("Which trials tested adjuvant lenvatinib?")
    #expect(answer.parts.compactMap(\.trial?.id) == ["BOREAL-5"])
  }

  @Test func ordersATableByTheFigureAskedFor() throws {
    let answer = try ask("Which trial in Table 1 has the lowest hazard ratio?")
    #expect(answer.parts.first?.trial?.id == "BOREAL-5")
  }

  @Test(arguments: [
    "What is the cost-effectiveness of adjuvant sorafenib?", "What was the 3-year overall survival rate in AURORA-21?",
    "What was the registration number of AURORA-21?", "AURORA-21 中 3 级以上不良事件的发生率是多少?",
    "What was the median overall survival in AURORA-21?", "What was the odds ratio for RFS in AURORA-21?",
    "Did NEBULA-77 improve survival?", "Does sorafenib reduce postoperative delirium?",
    "Who won the chess tournament in Reykjavik?",
  ])
  func refusesWhatTheTextDoesNotHold(question: String) throws {
    let answer = try ask(question)
    #expect(!answer.isAnswered)
    #expect(!answer.nearest.isEmpty)
  }
}
