import TextAnalysis
import Testing

@Suite struct SharedReadingsTests {
  private enum Words {}
  private enum Numbers {}

  @Test func readsATextOnceForEachKind() {
    let text = LexedText("12 of 40 ducks")
    var readings = 0
    func words() -> Int {
      text.once(Words.self) {
        readings += 1
        return text.tokens.count { $0.kind == .word }
      }
    }
    #expect(words() == 2 && words() == 2 && readings == 1)
    #expect(text.once(Numbers.self) { text.tokens.count { $0.kind == .number } } == 2)
    #expect(words() == 2)
  }

  @Test func keepsTheReadingsOfTwoTextsApart() {
    let (one, other) = (LexedText("a b c"), LexedText("a b"))
    #expect(one.once(Words.self) { one.count } == 3)
    #expect(other.once(Words.self) { other.count } == 2)
  }

  @Test func keepsAReadingThatFoundNothing() {
    let text = LexedText("nothing")
    #expect(text.once(Words.self) { nil as [Int]? } == nil)
    #expect(text.once(Words.self) { [1] as [Int]? } == nil)
  }
}
