import Testing

@testable import References

@Suite struct PrintedWordSplitterTests {
  private func words(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    return PrintedWord.words(of: bytes).map { String(decoding: bytes[Int($0.start)..<Int($0.end)], as: UTF8.self) }
  }

  @Test func cutsWherePublishersLeaveTheBlankOut() {
    #expect(words("J Surg [Am]1997;79-A:138–152") == ["J", "Surg", "[Am]", "1997;", "79-A:", "138–152"])
    #expect(words("2012;30(15):45-9.") == ["2012;", "30", "(15):", "45-9."])
    #expect(words("of it.Lancet 2003") == ["of", "it.", "Lancet", "2003"])
  }

  @Test func keepsNamesNumbersAndAddressesWhole() {
    #expect(words("O'Neil, J.A.-B. 1.5") == ["O'Neil,", "J.A.-B.", "1.5"])
    #expect(words("https://example.org/a(b);c,d 10.5555/x(21)1") == ["https://example.org/a(b);c,d", "10.5555/x(21)1"])
  }

  @Test func cutsFullWidthTextAtItsMarks() {
    #expect(words("王小明，李四．题名［Ｊ］．刊名，2024，10（3）：17") == ["王小明，", "李四．", "题名", "［Ｊ］．", "刊名，", "2024，", "10", "（3）：", "17"])
    #expect(words("2012年第3期") == ["2012年", "第3期"])
    #expect(words("王小明：《题名》，《刊名》2019年") == ["王小明：", "《题名》，", "《刊名》", "2019年"])
  }

  @Test func givesMarksBehindABlankToTheWordBefore() {
    #expect(words("Smith A , Doe B .") == ["Smith", "A ,", "Doe", "B ."])
  }

  @Test func hashesWithoutCaseAccentAndWidth() {
    let hashes = ["Über", "uber", "ＵＢＥＲ"].map { PrintedWord.hash(of: Array($0.utf8)) }
    #expect(Set(hashes).count == 1)
    #expect(PrintedWord.hash(of: Array("a".utf8)) != PrintedWord.hash(of: Array("b".utf8)))
  }

  @Test(arguments: ["", "   ", "((((", "\u{0}\u{1}", "﷽", "]][[,,;;"]) func takesAnything(text: String) {
    let bytes = Array(text.utf8)
    for word in PrintedWord.words(of: bytes) { #expect(word.start < word.end && word.coreStart <= word.coreEnd) }
  }
}
