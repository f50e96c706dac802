import Testing
import TextAnalysis

@testable import Checks

@Suite struct PhraseListsTests {
  private let sets = [
    PhraseSet(["bleeding", "blood loss"], ["出血", "失血"]), PhraseSet(["blood pressure", "pressure"], ["血压", "血"]),
    PhraseSet(["loss"], ["失血过多"]), PhraseSet([], []),
  ]

  @Test(arguments: [
    "Blood loss and BLOOD-PRESSURE fell; the pressure of bleeding did not.", "出血量与血压, 失血过多者血压低, 又出血出血",
    "No such words here 12.5 %", "", "Blutungsdruck: blood Préssure, 失血",
  ])
  func findsWhatEachListFindsAlone(_ words: String) {
    let text = LexedText(words)
    let expected = sets.enumerated().flatMap { number, set in set.all(in: text).map { [number, $0.lowerBound, $0.upperBound] } }
    let found = PhraseLists(sets).all(in: text).map { [$0.list, $0.range.lowerBound, $0.range.upperBound] }
    #expect(found == expected)
  }

  @Test func looksAtTheTokensAskedForAlone() {
    let text = LexedText("bleeding rose, blood loss fell")
    let found = PhraseLists(sets).all(in: text, 3..<text.count)
    #expect(found.map(\.list) == [0, 2])
    #expect(found.map { text.string($0.range) } == ["blood loss", "loss"])
  }
}
