import Literature
import TextAnalysis
import Testing

@testable import Evidence

private func groups(_ text: String) -> [String] {
  GroupPhraseScanner.phrases(in: ResultText(text), known: []).map(\.name)
}

@Test func findsGroupsWhateverTheTreatment() {
  #expect(groups("improved in the stretching group but not in the usual-care group") == ["stretching", "usual-care"])
  #expect(groups("in group A and group 2") == ["group A", "group 2"])
  #expect(groups("among patients receiving zinc lozenges") == ["zinc lozenges"])
}

@Test func takesNoClassOfPeopleForAnArm() {
  #expect(groups("in both groups, in each age group and in the two study groups").isEmpty)
}

@Test func findsBothArmsOfAPlural() {
  #expect(Set(groups("in the yoga and pilates groups")) == ["yoga", "pilates"])
}

@Test func findsChineseGroupsButNoTissue() {
  let text = "与常规组相比,针灸组的组织水肿在两组间不同"
  #expect(ChineseGroupScanner.phrases(in: Array(text.utf8), known: []).map(\.name) == ["常规组", "针灸组"])
}

@Test func readsNumbersInWords() {
  func value(_ text: String) -> Double? { SpelledNumber.value(in: ResultText(text), at: 0)?.value }
  #expect(value("nine") == 9 && value("forty-two") == 42 && value("none") == 0)
  #expect(value("two hundred forty-four") == 244 && value("group") == nil)
}

@Test func findsTheTimeOfAFigure() {
  let text = "At 12 months the score was 4.5 and at week 8 it was 6.1"
  let figure = Array(text.utf8).firstIndex(ofSequence: "6.1".utf8) ?? 0
  let tokens = TimePoint(text: ResultText(text)).tokens(of: figure..<figure + 3, next: 100)
  #expect(tokens.map { ResultText(text).string($0) } == "week 8")
}
