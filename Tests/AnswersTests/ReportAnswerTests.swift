import Answers
import Extraction
import Literature
import Testing

/// Questions on the report of one trial: its body seldom says again what the abstract says was compared.
struct ReportAnswerTests {
  private static let diary = (1...60).map { "On ward \($0 % 7 + 1) the diary was kept as before." }.joined(separator: " ")

  private static let report = """
    Tango lessons against falls: a randomised trial

    Abstract

    Objective: To find out whether tango lessons prevent falls among residents of nursing homes. Methods: In this randomised trial \
    (NCT09990001), 140 residents were offered tango lessons or a reading circle. Results: Falls were less frequent with tango lessons.

    1. Introduction

    Falls are frequent in nursing homes. Tango lessons are popular. A reading circle is cheap.

    2. Methods

    We did a randomised trial (NCT09990001). Adverse events and grip strength were noted in diaries.

    3. Results

    \(diary)

    Grip strength rose by 2.4 kg in the intervention group and by 0.3 kg in the control group (P = 0.004).

    4. Discussion

    Grip strength has been praised by others. Homes differ in their staff.
    """

  @Test func quotesTheFindingInTheBodyForWhatTheAbstractCompares() throws {
    let extract = try Extractor.extract(bytes: Array(Self.report.utf8), path: "report.txt")
    let answer = try Answerer(base: ExtractEvidence([extract])).answer("Do tango lessons affect grip strength?")
    #expect(answer.parts.first?.quotes.first?.text.hasPrefix("Grip strength rose by 2.4 kg") == true)
  }

  /// The sentence on results need not repeat where and in whom the outcome was measured.
  @Test func quotesTheFindingWithoutTheCircumstancesOfTheQuestion() throws {
    let extract = try Extractor.extract(bytes: Array(Self.report.utf8), path: "report.txt")
    let answer = try Answerer(base: ExtractEvidence([extract]))
      .answer("Do tango lessons improve grip strength among residents of nursing homes?")
    #expect(answer.parts.first?.quotes.first?.text.hasPrefix("Grip strength rose by 2.4 kg") == true)
  }

  /// A mention of treatment and outcome among the methods tells of no effect.
  @Test func refusesWhereNothingIsClaimed() throws {
    let text = Self.report.replacing("Adverse events and grip", with: "Nausea after tango lessons and grip")
    let extract = try Extractor.extract(bytes: Array(text.utf8), path: "report.txt")
    #expect(!(try Answerer(base: ExtractEvidence([extract])).answer("Do tango lessons reduce nausea?").isAnswered))
  }

  private static let drugReport = """
    Wheeze in foundry workers: a randomised trial

    Abstract

    Objective: To see whether wheeze can be lessened. Methods: In this randomised trial (NCT09990002), 140 workers received montelukast or placebo. \
    Results: Wheeze was significantly less frequent with montelukast.

    1. Introduction

    Wheeze is frequent in foundries. The PELICAN trial gave montelukast to bakers. Their cough was not altered. It also looked at sleep.

    2. Results

    \(diary)

    Wheeze fell by 2.4 points in the intervention group and by 0.3 points in the control group (P = 0.004).
    """

  /// The title names no drug; the drug is that of the groups, and what is said of another trial answers nothing.
  @Test func answersOnADrugFromTheReportAndNotFromATrialCitedThere() throws {
    let extract = try Extractor.extract(bytes: Array(Self.drugReport.utf8), path: "report.txt")
    let answer = try Answerer(base: ExtractEvidence([extract])).answer("Does montelukast reduce wheeze?")
    #expect(answer.parts.map(\.trial?.id) == ["NCT09990002"])
    let quotes = try #require(answer.parts.first?.quotes.map(\.text))
    #expect(quotes.contains { $0.contains("significantly less frequent") })
    #expect(!quotes.contains { $0.contains("PELICAN") || $0.contains("cough") })
  }
}
