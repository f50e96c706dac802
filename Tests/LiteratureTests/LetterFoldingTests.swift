import Literature
import Testing

@Suite struct LetterFoldingTests {
  @Test(arguments: [
    ("Naïve T–Cells, and what they do", "naivetcellsandwhattheydo"), ("Ødegård", "odegard"), ("１２", "12"), ("北方（上）", "北方上"),
    ("ΑΒΓ", "αβγ"), ("", ""),
  ]) func keepsLettersAndDigits(text: String, folded: String) { #expect(LetterFolding.folded(text) == folded) }

  @Test(arguments: ["Naïve T–Cells", "Ødegård & Ångström", "第２期 Ⅱ", "ΑΒΓ, АБВ", "한국 120mg", "Ｐ＝０．０５", "e\u{301}tude", "👍 ok", ""])
  func isTheSameForEveryKindOfText(_ text: String) {
    func generic(_ text: some StringProtocol, limit: Int) -> String { LetterFolding.folded(text, limit: limit) }
    for limit in [3, 7, Int.max] {
      #expect(LetterFolding.folded(text, limit: limit) == generic(text, limit: limit))
      #expect(LetterFolding.folded(Substring(text), limit: limit) == generic(text, limit: limit))
    }
  }

  @Test func stopsAtTheLimit() { #expect(LetterFolding.folded("abcdefgh", limit: 4) == "abcd") }
}
