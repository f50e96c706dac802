import Testing

@testable import Literature

@Suite struct FlowTextTests {
  private let stored = Array("one two [3] four".utf8)

  @Test func tellsTheBytesOfASpan() {
    let flow = FlowText(4..<16, of: stored)
    #expect(flow.range(of: FlowText(8..<11, of: stored).span) == 4..<7)
  }

  @Test func aSpanThatItHoldsInPartHasNone() {
    let flow = FlowText(4..<10, of: stored)
    #expect(flow.range(of: FlowText(8..<11, of: stored).span) == nil)
    #expect(flow.range(of: FlowText(0..<5, of: stored).span) == nil)
  }
}
