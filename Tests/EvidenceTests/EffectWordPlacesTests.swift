import TextAnalysis
import Testing

@testable import Evidence

struct EffectWordPlacesTests {
  private static let sentences = [
    "Survival improved, but not significantly; toxicity (grade 3) was lower.",
    "Pain fell from 6 to 4 while no difference in function, or weight, was seen.",
    "Although relapse was less frequent the trial failed to show a benefit.",
    "死亡率降低，但差异无统计学意义；生存期延长（P=0.03）。",
    "OS改善, 而PFS无明显差异。",
    "No–but similar: results,reported;here", "3but lower", "(no) (yes)", "", ",;:", "–but more", "无,病",
  ]

  @Test(arguments: sentences) func clausesReadAsTheyWouldAlone(sentence: String) {
    let lexed = LexedText(sentence)
    let whole = ClausedText(lexed)
    #expect(whole.text == Folded(lexed).text)
    let clauses = whole.clauses(EffectWordPlaces(whole.text))
    let sources = ClausedText.sources(of: lexed)
    #expect(clauses.count == sources.count)
    for (clause, source) in zip(clauses, sources) {
      let alone = Folded(bytes: lexed.utf8[source]).text
      let words = EffectWordPlaces(alone)
      for list in EffectWords.List.allCases {
        let first = clause.words.first(list, in: clause.range).map { $0 - clause.range.lowerBound }
        #expect(first == words.first(list, in: alone.indices))
        #expect(first == EffectWords.words(of: list).firstPlace(in: alone))
      }
      #expect(
        clause.words.negations(in: clause.range).map { $0 - clause.range.lowerBound } == words.negations(in: alone.indices))
    }
  }

  /// Each word of a sentence is looked at for one clause, so that a sentence of any length is read in time proportional to it.
  @Test func clausesShareTheWordsOut() {
    let long = String(repeating: "survival improved, toxicity was no worse (not significantly); ", count: 400)
    let whole = ClausedText(LexedText(long))
    let words = EffectWordPlaces(whole.text)
    let shares = whole.clauses(words).map { words.places(from: $0.range).count }
    #expect(shares.count > 1000)
    #expect(shares.reduce(0, +) <= words.places.count + shares.count)
    #expect(shares.allSatisfy { $0 <= 8 })
  }
}
