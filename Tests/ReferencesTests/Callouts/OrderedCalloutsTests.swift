import Literature
import Testing
import TextAnalysis

@testable import References

@Suite struct OrderedCalloutsTests {
  /// Candidates by place; those after a "?" are doubtful.
  private func candidates(_ text: String) -> [Callout] {
    text.split(separator: " ").enumerated().map { place, mark in
      let isDoubtful = mark.first == "?"
      let targets = mark.drop { $0 == "?" }.split(separator: ",").map { Callout.Target(label: String($0), reference: 0) }
      return Callout(passage: place, range: 0..<1, targets: targets, isDoubtful: isDoubtful)
    }
  }

  private func taken(_ text: String, largest: Int) -> [Int] {
    OrderedCallouts(candidates(text), largest: largest).callouts.map(\.passage)
  }

  @Test func leavesWhatRunsAheadOfTheOrder() {
    #expect(taken("1 2 40 3 4", largest: 50) == [0, 1, 3, 4])
    // A stray number within reach would cost those that it passes over.
    #expect(taken("1 5 2 3 4 5 6", largest: 6) == [0, 2, 3, 4, 5, 6])
  }

  @Test func takesWhatWasCalledBefore() {
    #expect(taken("1 2,3 1 3 9", largest: 9) == [0, 1, 2, 3])
  }

  @Test func passesOverAFewThatWereNotSeen() {
    let ordered = OrderedCallouts(candidates("1 2 5 6"), largest: 6)
    #expect(ordered.callouts.count == 4 && ordered.introduced == 4)
    #expect(taken("1 2 9 10", largest: 10) == [0, 1])
  }

  @Test func takesADoubtfulOneOnlyAsTheVeryNext() {
    #expect(taken("1 ?2 3 ?1 ?5 4", largest: 5) == [0, 1, 2, 5])
  }

  @Test func readsNothingFromNothing() {
    #expect(OrderedCallouts([], largest: 5).callouts.isEmpty)
    #expect(OrderedCallouts(candidates("1 2"), largest: 0).callouts.isEmpty)
  }
}

extension OrderedCalloutsTests {
  private func markers(_ texts: [String], of count: Int) -> [String] {
    let references = (1...count).map {
      Reference(label: String($0), raw: "", span: SourceSpan([]), style: "unknown", item: BibliographicItem())
    }
    return callouts(in: texts, of: references).citations.map(\.marker)
  }

  @Test func readsDigitsWhoseSuperscriptWasLostInTheOrderOfTheList() {
    let texts = [
      "Birds sing1,2 at dawn.3 In winter4 they rest (as bats do).5", "COPD6 is common.1 On day7 and in week8 nothing grew.",
      "Owls7 hunt.8",
    ]
    #expect(markers(texts, of: 8) == ["1,2", "3", "4", "5", "6", "1", "7", "8"])
  }

  @Test func readsListsThatKeepAnotherOrderWhereMostEntriesAreNamed() {
    let texts = ["Birds sing7 at dawn.3 In winter9 they rest.", "Bats rest10 too,2 and owls5 hunt.8 Rain fell.1 Snow fell.4"]
    #expect(markers(texts, of: 12) == ["7", "3", "9", "10", "2", "5", "8", "1", "4"])
    #expect(markers(["Birds sing7 at dawn.3 In winter9 they rest."], of: 12).isEmpty)
  }
}
