import Answers
import Extraction
import Literature
import Testing

/// Questions that name no trial, asked of abstracts: the study is found by all of its words, the answer is its finding.
struct AbstractAnswerTests {
  private static let abstracts = [
    """
    Tango in nursing homes

    Abstract

    Falls are frequent in nursing homes. We studied whether tango lessons prevent falls among residents of nursing homes.

    Of 140 residents of twelve homes, 70 were offered tango lessons twice a week and 70 a reading circle.

    After one year falls were significantly less frequent with tango than in the reading circle (1.1 versus 1.9 a year; rate ratio 0.58, \
    95% CI 0.41 to 0.82).
    """,
    """
    Wind instruments and the night

    Abstract

    Snoring is a nuisance to partners. We asked whether playing the didgeridoo eases snoring.

    Snoring and daytime sleepiness were recorded. Forty adults played it for four months or waited.

    Partners were woken less often in the group that played (difference 2.1 nights a week, P = 0.01).
    """,
  ]

  private func ask(_ question: String) throws -> Answer {
    let extracts = try Self.abstracts.enumerated().map { index, text in
      try Extractor.extract(bytes: Array(text.utf8), path: "abstract-\(index).txt")
    }
    return try Answerer(base: ExtractEvidence(extracts)).answer(question)
  }

  @Test func quotesTheFindingBeforeTheAim() throws {
    let answer = try ask("Are tango lessons useful to prevent falls in nursing homes?")
    #expect(answer.parts.first?.quotes.first?.text.hasPrefix("After one year falls") == true)
  }

  @Test func wordsThatAskForAJudgementNeedNotStandInTheText() throws {
    #expect(try ask("Is the didgeridoo really an effective, viable alternative against snoring?").isAnswered)
  }

  @Test(arguments: ["Does chess prevent falls in nursing homes?", "Is tango effective against snoring?"])
  func refusesWhereTheSubjectIsAnother(question: String) throws {
    let answer = try ask(question)
    #expect(!answer.isAnswered)
    #expect((1...3).contains(answer.nearest.count))
  }
}
