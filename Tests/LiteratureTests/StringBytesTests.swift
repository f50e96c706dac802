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
}
