import Evidence
import Extraction
import Literature
import Testing

@testable import Answers

struct OutcomeAnswersTests {
  private let paper = """
    # Brisk walking and tablets in adults

    ## Methods

    Adults were randomly assigned to brisk walking or usual care. We measured sleep duration and body weight.

    ## Results

    At 12 weeks, body weight was significantly lower in the walking group than in the usual care group (P = 0.01). \
    Sleep duration did not differ between the walking group and the usual care group (P = 0.62). \
    Daily step count was significantly lower with usual care than with walking (P < 0.001).
    """

  private func answer(_ outcome: String, intervention: String = "brisk walking", comparator: String = "usual care") throws
    -> OutcomeAnswers.Item?
  {
    var answers = OutcomeAnswers(
      ComparisonQuestion(outcome: outcome, intervention: intervention, comparator: comparator))
    answers.ask(try Extractor.extract(bytes: Array(paper.utf8), path: "walk.md"))
    return answers.items.first
  }

  @Test func tellsTheEffectWithTheSentence() throws {
    let weight = try answer("body weight")
    #expect(weight?.effect == .lowered)
    #expect(weight?.quotes.first?.text.contains("body weight was significantly lower") == true)
    #expect(try answer("duration of sleep")?.effect == .noDifference)
  }

  @Test func turnsTheEffectWhereTheComparatorIsItsSubject() throws {
    #expect(try answer("daily step count")?.effect == .raised)
  }

  @Test func refusesAnOutcomeThatTheDocumentDoesNotHave() throws {
    #expect(try answer("bone mineral density") == nil)
  }
}
