import Literature
import Testing

@testable import TextAnalysis

struct LexerTests {
  private func pieces(_ text: String) -> [String] {
    let lexed = LexedText(text)
    return (0..<lexed.count).map { lexed.string($0) }
  }

  @Test func keepsNumbersWhole() {
    #expect(
      pieces("0.94 1,114 0·72 .05 1,2 2020,300 4.2.1") == [
        "0.94", "1,114", "0·72", ".05", "1", ",", "2", "2020", ",", "300", "4.2", ".", "1",
      ])
  }

  @Test func separatesUnitsFromNumbersButNotDigitsFromNames() {
    #expect(pieces("5cm IMbrave050 35.1%降") == ["5", "cm", "IMbrave050", "35.1", "%", "降"])
  }

  @Test func foldsFullWidthMarksAndDashes() {
    let lexed = LexedText("（Ｐ＝０．０１２，95%CI：0.5～0.8）–−")
    #expect(lexed.isSymbol(0, "("))
    #expect(lexed.isSymbol(2, "="))
    #expect(lexed.number(3)?.value == 0.012)
    #expect(lexed.number(3)?.decimals == 3)
    #expect(lexed.tokens.filter { $0.isSymbol("~") }.count == 1)
    #expect(lexed.tokens.suffix(2).allSatisfy { $0.isSymbol("-") })
  }

  @Test func tellsSuperscriptsApart() {
    let kinds = LexedText("survival¹²,¹⁴ and 10⁻³").tokens.map(\.kind)
    #expect(kinds == [.word, .superscript, .symbol, .superscript, .word, .number, .superscript])
  }

  @Test func losesNoByteThatIsNotSpace() {
    let samples: [[UInt8]] = [
      Array("中文abc 12.5.６ \u{3000}α-β".utf8), [0xFF, 0x41, 0xC3], [0xE4, 0xB8], Array(repeating: 0x2E, count: 9),
      [0xF4, 0x90, 0x80, 0x80],
    ]
    for bytes in samples {
      let lexed = LexedText(bytes)
      var end = 0
      for token in lexed.tokens {
        #expect(token.start >= end && token.end > token.start)
        #expect(!bytes[end..<token.start].contains { $0 > 0x20 && $0 < 0x7F })
        end = token.end
      }
    }
  }

  @Test func comparesWordsWithoutCase() {
    let lexed = LexedText("HR hr Hr hrs")
    #expect((0..<4).map { lexed.isWord($0, "hr") } == [true, true, true, false])
    #expect(!lexed.isWord(9, "hr"))
  }

  @Test func partsAnAbbreviationFromTheDecimalRightBehindIt() {
    #expect(pieces("中位PFS15.8个月,HR0.61") == ["中位", "PFS", "15.8", "个月", ",", "HR", "0.61"])
    #expect(pieces("CD4 IMbrave050. 10.5555/ABC12.3").contains("IMbrave050"))
  }

  /// Whatever stands before and behind a stretch between tokens, its tokens are those of its bytes alone.
  @Test func tokensOfAStretchAreThoseOfItsBytes() {
    let signs = ["P", "FS", "1", "15", "234", ".", ",", " ", "·", "无", "，", "²", "(", "-", "é", "%"]
    var seed: UInt64 = 20_261_126
    func next() -> Int {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(seed >> 33)
    }
    for _ in 0..<3000 {
      let text = LexedText((0..<9).map { _ in signs[next() % signs.count] }.joined())
      guard text.count > 0 else { continue }
      let first = next() % text.count
      let last = first + next() % (text.count - first)
      let range = text.tokens[first].start..<text.tokens[last].end
      let bytes = Array(text.utf8[range])
      #expect(text.part(range, bytes: bytes).tokens == LexedText(bytes).tokens, "\(text.string(0..<text.utf8.count)) \(range)")
    }
  }
}
