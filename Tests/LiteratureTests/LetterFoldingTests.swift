import Literature
import Testing

@Suite struct LetterFoldingTests {
  @Test(arguments: [
    ("Naïve T–Cells, and what they do", "naivetcellsandwhattheydo"), ("Ødegård", "odegard"), ("１２", "12"), ("北方（上）", "北方上"),
    ("ΑΒΓ", "αβγ"), ("", ""),
  ]) func keepsLettersAndDigits(text: String, folded: String) { #expect(LetterFolding.folded(text) == folded) }

  @Test func stopsAtTheLimit() { #expect(LetterFolding.folded("abcdefgh", limit: 4) == "abcd") }
}
