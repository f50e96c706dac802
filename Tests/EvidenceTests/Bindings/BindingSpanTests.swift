import Testing

@testable import Evidence

@Suite struct BindingSpanTests {
  @Test func labelsTellPhrasesSideBySideApart() {
    let spans = [
      BindingSpan(kind: .arm, words: 0..<2), BindingSpan(kind: .arm, words: 2..<3), BindingSpan(kind: .value, words: 4..<6),
    ]
    let labels = BindingSpan.labels(of: spans, words: 7)
    #expect(labels == [.armFirst, .arm, .armFirst, .none, .valueFirst, .value, .none])
    #expect(BindingSpan.spans(of: labels) == spans)
  }

  @Test func aLabelWithoutItsFirstBeginsAPhrase() {
    #expect(
      BindingSpan.spans(of: [.outcome, .outcome, .none, .time]) == [
        BindingSpan(kind: .outcome, words: 0..<2), BindingSpan(kind: .time, words: 3..<4),
      ])
  }

  @Test func phrasesBeyondTheWordsAreCut() {
    #expect(BindingSpan.labels(of: [BindingSpan(kind: .outcome, words: 1..<9)], words: 3) == [.none, .outcomeFirst, .outcome])
  }
}
