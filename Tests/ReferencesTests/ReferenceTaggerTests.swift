import Testing

@testable import References

@Suite struct ReferenceTaggerTests {
  private func fields(_ raw: String) -> [String: [String]] {
    Dictionary(grouping: SegmentView.fields(of: raw), by: \.name).mapValues { $0.map(\.text) }
  }

  @Test func cutsAnArticle() {
    let found = fields("Smith AB, Doe C. Nothing in adults: a review of trials. J Invent Med. 2019; 12(3): 45-9.")
    #expect(found["author"] == ["Smith AB, Doe C."])
    #expect(found["title"] == ["Nothing in adults: a review of trials."])
    #expect(found["journal"] == ["J Invent Med."])
    #expect(found["date"] == ["2019;"])
    #expect(found["volume"] == ["12(3):"])
    #expect(found["pages"] == ["45-9."])
  }

  @Test func cutsAChapter() {
    let found = fields(
      "Smith, A. (1998). On nothing at all. In B. Doe & C. Roe (Eds.), Handbook of inventions (pp. 12-34). New York: Academic Press."
    )
    #expect(found["editor"] == ["In B. Doe & C. Roe (Eds.),"])
    #expect(found["container-title"] == ["Handbook of inventions"])
    #expect(found["pages"] == ["(pp. 12-34)."])
    #expect(found["location"] == ["New York:"])
    #expect(found["publisher"] == ["Academic Press."])
  }

  @Test func cutsTheChineseStandard() {
    let found = fields("王小明, 李四. 某病诊疗研究进展[J]. 虚构医学杂志, 2024, 10(3): 17-68.")
    #expect(found["author"] == ["王小明, 李四."])
    #expect(found["title"] == ["某病诊疗研究进展"])
    #expect(found["journal"] == ["虚构医学杂志,"])
    #expect(found["pages"] == ["17-68."])
  }

  @Test func joinsAYearThatIsGluedToItsVolumeAsAnyStyleDoes() {
    #expect(fields("Smith A. On nothing in adults. J Invent Med. 2019;12(3): 45-9.")["volume"] == ["2019;12(3):"])
    #expect(fields("Smith A. On nothing in adults. J Invent Med. 2019;12(3):45-9.")["date"] == ["2019;"])
  }

  @Test func isSureOfPlainStringsAndLosesNothing() {
    var tagger = ReferenceTagger()
    let bytes = Array("Smith AB, Doe C. Nothing in adults. J Invent Med. 2019;12(3):45-9.".utf8)
    bytes.withUnsafeBufferPointer { tagger.tag($0) }
    let segments = tagger.segments()
    #expect(segments.first?.range.lowerBound == 0 && segments.last?.range.upperBound == bytes.count)
    for (left, right) in zip(segments, segments.dropFirst()) { #expect(left.range.upperBound <= right.range.lowerBound) }
    for segment in segments { #expect(segment.confidence > 0.5 && segment.confidence <= 1.001) }
  }

  @Test func readsAMegabyteInOneGo() {
    var tagger = ReferenceTagger()
    let bytes = Array(String(repeating: "{{(Smith, A. 2019; [x ", count: 50_000).utf8)
    bytes.withUnsafeBufferPointer { tagger.tag($0) }
    #expect(tagger.labels.count == tagger.words.count && tagger.words.count > 100_000)
  }

  @Test func takesAnEmptyString() {
    var tagger = ReferenceTagger()
    [UInt8]().withUnsafeBufferPointer { tagger.tag($0) }
    #expect(tagger.labels.isEmpty && tagger.segments().isEmpty)
  }
}
