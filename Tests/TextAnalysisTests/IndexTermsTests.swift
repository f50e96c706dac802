import Testing

@testable import TextAnalysis

/// Terms as `kind position text`, in order.
private func dump(_ text: String, _ kinds: Set<IndexTerm.Kind> = [.exact]) -> [String] {
  let terms = IndexTerms(of: LexedText(text))
  return terms.terms.filter { kinds.contains($0.kind) }.map { "\($0.position) \(terms.string($0))" }
}

private func phrase(_ text: String, _ kind: IndexTerm.Kind = .exact) -> [String] {
  let terms = IndexTerms(of: LexedText(text))
  return terms.phraseTerms(words: kind).map { "\($0.position) \(terms.string($0))" }
}

@Test func foldsCaseAccentsAndFullWidth() {
  #expect(dump("Überleben Ｏｖｅｒａｌｌ naïve ŁÓDŹ Straße") == ["0 uberleben", "1 overall", "2 naive", "3 lodz", "4 strasse"])
  #expect(dump("e\u{301}tude") == ["0 etude"])
}

@Test func keepsGreekAndSpellsIt() {
  #expect(dump("TGF-β") == ["0 tgf", "1 β", "1 beta"])
  #expect(dump("Σίγμας") == ["0 σιγμασ"])
  #expect(dump("µg") == ["0 μg", "0 μ", "0 mu", "1 g"])
  #expect(phrase("TGF-β") == phrase("TGF-beta"))
}

@Test func givesStemsBesideExactForms() {
  #expect(dump("Improved trials", [.stem]) == ["0 improv", "1 trial"])
}

@Test func normalisesNumbers() {
  #expect(dump("1,114 0.90 .05 ０·７２") == ["0 1114", "1 0.90", "2 0.05", "3 0.72"])
}

@Test func splitsMixedTokensAtNeighbouringPositions() {
  #expect(dump("IMbrave050 trial") == ["0 imbrave050", "0 imbrave", "1 050", "2 trial"])
  #expect(dump("KEYNOTE-937") == ["0 keynote", "1 937"])
  #expect(phrase("IMbrave050") == phrase("IMbrave-050"))
  #expect(dump("TGFβ1") == ["0 tgfβ1", "0 tgf", "1 β", "1 beta", "2 1"])
}

@Test func dropsThePossessive() {
  #expect(dump("the patient's arm") == ["0 the", "1 patient", "2 arm"])
  #expect(dump("arm s") == ["0 arm", "1 s"])
}

@Test func givesEveryChineseCharacterAndPair() {
  #expect(dump("总生存期", [.bigram]) == ["0 总生", "1 生存", "2 存期"])
  #expect(dump("总生存期", [.unigram]) == ["0 总", "1 生", "2 存", "3 期"])
  #expect(dump("PD-1抑制剂", [.exact, .bigram]) == ["0 pd", "1 1", "2 抑制", "3 制剂"])
}

@Test func coversChineseStringsWithPairs() {
  #expect(phrase("总生存期") == ["0 总生", "2 存期"])
  #expect(phrase("总生存") == ["0 总生", "1 生存"])
  #expect(phrase("总") == ["0 总"])
  #expect(phrase("在PD-1抑制剂后") == ["0 在", "1 pd", "2 1", "3 抑制", "5 剂后"])
  #expect(phrase("甲，乙丙，丁") == ["0 甲", "1 乙丙", "3 丁"])
}

@Test func placesEveryTermInItsText() {
  let text = LexedText("HR 0.72的β-blocker组IMbrave050")
  for term in IndexTerms(of: text).terms {
    #expect(text.utf8.indices.contains(term.byteRange.lowerBound))
    #expect(term.byteRange.upperBound <= text.utf8.count && !term.byteRange.isEmpty)
  }
}

@Test func readsAnyBytesWithoutFailing() {
  var seed: UInt64 = 20_240_615
  for _ in 0..<400 {
    let bytes = (0..<40).map { _ -> UInt8 in
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(truncatingIfNeeded: seed >> 33)
    }
    let terms = IndexTerms(of: LexedText(bytes))
    #expect(terms.terms.allSatisfy { $0.byteRange.upperBound <= bytes.count })
    #expect(terms.phraseTerms().count <= terms.terms.count)
  }
}
