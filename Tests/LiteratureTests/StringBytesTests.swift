import Literature
import Testing

struct StringBytesTests {
  @Test(arguments: [
    ("hazard ratio", "ratio", true), ("hazard ratio", "hazard", true), ("hazard ratio", "ratios", false), ("", "", true),
    ("a", "", true), ("", "a", false), ("总生存率为", "生存", true), ("总生存率为", "无进展", false), ("aab", "ab", true),
  ])
  func findsPieces(text: String, piece: String, stands: Bool) {
    #expect(text.contains(piece) == stands)
    #expect(Substring(text).contains(piece) == stands)
    #expect("xx\(text)yy".dropFirst(2).dropLast(2).contains(piece) == stands)
  }

  @Test(arguments: [
    ("hazard ratio", "hazard", true, false), ("hazard ratio", "ratio", false, true), ("对照组较高", "对照", true, false),
    ("对照组较高", "较高", false, true), ("对照组较高", "组", false, false), ("高", "较高", false, false), ("", "", true, true),
    ("组", "", true, true),
    ("", "组", false, false), ("12 例", "12 例", true, true),
  ])
  func tellsBothEnds(text: String, piece: String, begins: Bool, ends: Bool) {
    #expect(text.hasPrefix(piece) == begins)
    #expect(text.hasSuffix(piece) == ends)
    let part = "（\(text)）".dropFirst().dropLast()
    #expect(part.hasPrefix(piece) == begins)
    #expect(part.hasSuffix(piece) == ends)
  }
}
