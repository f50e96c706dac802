import Testing

@testable import Literature

struct StoredTextTests {
  private static let line = String(repeating: "无复发生存 RFS, é ", count: 60)

  /// As counted scalar by scalar from the start of the line.
  private func counted(_ offset: Int, in text: String) -> (line: Int, column: Int) {
    let before = text.utf8.prefix(offset)
    let line = before.count { $0 == 0x0A } + 1
    let start = before.lastIndex(of: 0x0A).map { before.index(after: $0) } ?? before.startIndex
    return (line, before[start...].count { $0 & 0xC0 != 0x80 } + 1)
  }

  @Test(arguments: [line, "a\n" + line + "\nb\n\n" + line, String(repeating: "é", count: 512), "", "\n", "ab\ncd"])
  func columnsAreThoseCountedFromTheStartOfTheLine(text: String) {
    let stored = StoredText(utf8: Array(text.utf8))
    for offset in 0...text.utf8.count { #expect(stored.position(at: offset) == counted(offset, in: text)) }
    #expect(stored.position(at: text.utf8.count + 9) == counted(text.utf8.count, in: text))
  }

  /// However long the line is, a column costs a walk over a few hundred bytes.
  @Test func columnsCostNoWalkAlongTheLine() {
    let stored = StoredText(utf8: Array(repeating: 0x61, count: 1_000_000))
    for offset in stride(from: 0, through: 1_000_000, by: 9973) {
      #expect(stored.walked(toColumnOf: offset, inLineFrom: 0).count <= 512)
      #expect(stored.position(at: offset) == (1, offset + 1))
    }
  }
}
