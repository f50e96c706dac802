import Testing

@testable import Evidence

struct ClauseMarksTests {
  private static let marks: ClauseMarks = ",;@，。（"

  private func isMark(_ character: Character) -> Bool { ",;@，。（".contains(character) }

  @Test(arguments: [
    "", ",", ",;，", "one", "one, two", "one,", ",one", "，较对照组缩短", "较对照组缩短 2.3 d，", "a。b（c", "a;;b", "é,ü", "中。文", "、一、二", "a@b",
  ]) func piecesAreThoseOfASplitByCharacters(text: String) {
    let bytes = Array(text.utf8)[...]
    let pieces = text.split(whereSeparator: isMark)
    #expect(Self.marks.firstPiece(of: bytes).map { String(decoding: $0, as: UTF8.self) } == pieces.first.map(String.init))
    #expect(Self.marks.lastPiece(of: bytes).map { String(decoding: $0, as: UTF8.self) } == pieces.last.map(String.init))
  }

  @Test func windowsMayCutACharacter() {
    let bytes = Array("组，缩短".utf8)
    #expect(Self.marks.lastPiece(of: bytes[4...]).map { String(decoding: $0.suffix(6), as: UTF8.self) } == "缩短")
  }

  @Test func beginningsAndEndsAreComparedByBytes() {
    let words = Array("  Group A 组\t".utf8)[...].trimmedSpaces
    #expect(words.begins(with: "group a"))
    #expect(!words.begins(with: "group b"))
    #expect(words.ends(with: "组"))
    #expect(!words.ends(with: "两组"))
    #expect(!words.begins(with: "group a 组 and more"))
  }
}
