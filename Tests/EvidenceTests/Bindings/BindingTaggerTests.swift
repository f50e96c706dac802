import Testing

@testable import Evidence

/// The weights that the program carries, on sentences that they were not learned from.
@Suite struct BindingTaggerTests {
  /// "value: outcome / arm" for each value of a sentence.
  private func bound(_ text: String) -> [String] {
    let utf8 = Array(text.utf8)
    let sentence = BindingTagger.shipped.sentence(text)
    func words(_ span: BindingSpan?) -> String {
      guard let span else { return "-" }
      return String(decoding: utf8[sentence.bytes(of: span)], as: UTF8.self)
    }
    let spans = BindingTagger.shipped.spans(of: sentence)
    let links = BindingLinker.shipped.links(spans, in: sentence)
    return spans.filter { $0.kind == .value }.map { figure in
      let own = links.filter { $0.figure == figure }
      let (outcome, arm) = (own.first { $0.phrase.kind == .outcome }, own.first { $0.phrase.kind == .arm })
      return "\(words(figure)): \(words(outcome?.phrase)) / \(words(arm?.phrase))"
    }
  }

  @Test func bindsValuesBeforeTheirArms() {
    #expect(
      bound("Wound infection developed in 12% of patients given cefazolin and in 21% of those given placebo.") == [
        "12%: Wound infection / cefazolin", "21%: Wound infection / those given placebo",
      ])
  }

  @Test func bindsValuesInBracketsBehindArms() {
    #expect(
      bound("Nausea was less frequent with dexamethasone (18%) than with saline (34%).") == [
        "18%: Nausea / dexamethasone", "34%: Nausea / saline",
      ])
  }

  @Test func bindsChinese() {
    #expect(
      bound("观察组切口感染率为4.2%,对照组为11.6%。") == ["4.2%: 切口感染 / 观察组", "11.6%: 切口感染 / 对照组"])
  }

  @Test(arguments: [
    "Participants took 40 mg of the study drug twice daily for 12 weeks.",
    "Sample size was set at 180 to detect a difference of 10% with 80% power.",
    "纳入标准:年龄18~75岁,病程不少于6个月。",
  ])
  func numbersThatAreNoResultsAreLeft(text: String) {
    #expect(bound(text).isEmpty)
  }

  @Test func nothingComesOfNothing() {
    #expect(bound("").isEmpty)
    #expect(bound("(((((").isEmpty)
  }

  @Test func wordsKnowTheirForm() {
    let words = BindingTagger.shipped.sentence("Mean HbA1c fell (7.2%), 组").words
    #expect(words.map(\.form) == [.capital, .acronym, .small, .opening, .number, .sign, .closing, .comma, .han])
    #expect(words.map(\.depth) == [0, 0, 0, 1, 1, 1, 1, 0, 0])
    #expect(words[4].known.isSuperset(of: [.quantity, .percent]))
  }

  @Test func everyTemplateSpeaksOfAWordAmongWords() {
    let features = BindingFeatures(BindingTagger.shipped.sentence("the mean pain score fell in the placebo group at week"))
    var keys = [UInt64](repeating: 1, count: BindingFeatures.count)
    keys.withUnsafeMutableBufferPointer { features.keys(of: 4, into: $0) }
    #expect(keys.allSatisfy { $0 != 0 })
    #expect(Set(keys).count == BindingFeatures.count)
  }
}
