import Literature
import Testing

@testable import Evidence

/// An outcome is a noun phrase of something measured, or an event that a verb tells.
struct OutcomePhraseHeadTests {
  @Test(arguments: [
    ("They were soaked in alcohol (2.0%) for a minute.", nil),
    ("They forgot to take tablets (8%) at the weekend.", nil),
    ("About 12% of the girls were brought to the clinic by an aunt.", nil),
    ("Tablets were associated with a mean weight gain of 2.1 ± 0.8 kg.", "weight gain"),
    ("After lunch the itching score fell to 3.1 ± 0.8.", "itching score"),
    ("In the oat group 14 of 40 girls (35%) relapsed.", "relapsed"),
    ("Seven of ten (70%) were rated as responders.", "responders"),
    ("Severe itching was rare: 2 events versus 3 events.", "Severe itching"),
    ("Plaque arrest was observed in 42 of 56 lesions (75.0%).", "Plaque arrest"),
  ])
  func namesWhatWasMeasured(_ sentence: String, _ expected: String?) {
    let names = cards(sentence, section: "Results").compactMap(\.endpoint)
    #expect(expected.map { names.contains($0) } ?? names.isEmpty, "\(names)")
  }

  @Test func leavesFiguresOfMethodsAside() {
    #expect(cards("The mixture held 40% oat oil and 10% rye oil.", section: "Methods").isEmpty)
  }

  @Test func givesTheFigureInBracketsToTheWordsBeforeIt() throws {
    let found = cards(
      "Bleeding occurred in 2.9% of patients on TORVEX and 5.3% of those on BELMA, without an increase in itching events (1.8% vs 2.0%)."
    )
    #expect(found.last { $0.measure == "rate" }?.endpoint?.hasSuffix("itching events") == true)
  }
}
