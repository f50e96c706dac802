import Testing
import TextAnalysis

@testable import Checks

struct LexedTextNamesTests {
  @Test(arguments: [("鸭", 0, 3), ("绒鸭", 3, 9), ("鸭毛", 6, 12)])
  func `a word is found where it stands first`(_ word: String, _ start: Int, _ end: Int) {
    let text = LexedText("鸭绒鸭毛")
    #expect(text.place(of: word, in: 0..<text.utf8.count) == start..<end)
  }

  @Test func `a word is not found beyond the bytes asked for`() {
    let text = LexedText("鸭绒鸭毛")
    #expect(text.place(of: "鸭毛", in: 0..<9) == nil)
    #expect(text.place(of: "鸭绒鸭毛鸭", in: 0..<text.utf8.count) == nil)
    #expect(text.place(of: "", in: 0..<3) == nil)
    #expect(text.place(of: "鸭", in: 3..<text.utf8.count) == 6..<9)
  }
}
