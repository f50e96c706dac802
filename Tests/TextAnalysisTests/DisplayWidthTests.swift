import TextAnalysis
import Testing

struct DisplayWidthTests {
  @Test func chineseAndFullWidthCharactersTakeTwoColumns() {
    #expect(DisplayWidth.of("肝癌") == 4)
    #expect(DisplayWidth.of("ＨＲ、。「」") == 12)
    #expect(DisplayWidth.of("한글かな") == 8)
  }

  @Test func latinGreekAndAmbiguousCharactersTakeOne() {
    #expect(DisplayWidth.of("HR 0.94 (β, ±, “x”)") == 19)
    #expect(DisplayWidth.of("é") == 1)
  }

  @Test func combiningAndInvisibleCharactersTakeNone() {
    #expect(DisplayWidth.of("e\u{301}") == 1)
    #expect(DisplayWidth.of("a\u{200B}b\u{FEFF}") == 2)
    #expect(DisplayWidth.of("\u{1B}") == 0)
  }

  @Test func paddingCountsColumns() {
    #expect(DisplayWidth.padded("肝癌", to: 6) == "肝癌  ")
    #expect(DisplayWidth.padded("肝癌", to: 3) == "肝癌")
  }

  @Test func cutTextNeverExceedsItsColumns() {
    for columns in 0...12 { #expect(DisplayWidth.of(DisplayWidth.truncated("a肝癌bc辅助", to: columns)) <= columns) }
    #expect(DisplayWidth.truncated("a肝癌", to: 5) == "a肝癌")
    #expect(DisplayWidth.truncated("a肝癌", to: 4) == "a肝…")
  }
}
