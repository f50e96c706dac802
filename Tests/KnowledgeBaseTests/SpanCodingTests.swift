import Literature
import Testing

@testable import KnowledgeBase

struct SpanCodingTests {
  @Test func keepsEverySpan() {
    let spans = [
      SourceSpan([]), SourceSpan(0..<0), SourceSpan(120..<180), SourceSpan([120..<180, 300..<310]),
      SourceSpan([500..<510, 20..<21, 511..<99_999_999]),
    ]
    for span in spans { #expect(SpanCoding.span(SpanCoding.bytes(span)) == span) }
    #expect(SpanCoding.bytes(spans[3]) == [0xF0, 0x01, 0x3C, 0xF0, 0x01, 0x0A])
  }

  @Test func refusesBytesThatAreNoSpan() {
    #expect(SpanCoding.span([0x80]) == nil)
    #expect(SpanCoding.span([0x02]) == nil)
    #expect(SpanCoding.span([0x01, 0x00]) == nil)
    #expect(SpanCoding.span([UInt8](repeating: 0xFF, count: 40)) == nil)
  }

  @Test func keepsAnchorsThatFallBack() {
    let anchors = [(0, 1, 1), (10, 40, 7), (25, 3, 2)].map { StoredText.Anchor(textOffset: $0.0, line: $0.1, column: $0.2) }
    #expect(AnchorCoding.anchors(AnchorCoding.bytes(anchors)) == anchors)
  }

  @Test func findsAPlaceInJoinedText() throws {
    let bench = try Bench()
    defer { bench.remove() }
    var made = HandMade("row.txt", title: "Rows with wrapped cells")
    made.addRow([["STAR", "trial"], ["0.72"]])
    try bench.write(made)
    try bench.ingest()
    let base = try bench.open()
    #expect(try base.verify().problems == [])
    let row = try base.passages(of: base.onlyDocument(named: "row"))[1]
    #expect(row.text == "STAR trial\t0.72")
    let span = row.span(ofText: 5..<15)
    #expect(row.textRanges(of: span) == [5..<10, 11..<15])
  }
}
