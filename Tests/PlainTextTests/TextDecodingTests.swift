import Literature
import PlainText
import Testing

@Test func keepsTheBytesOfAFileWithAByteOrderMark() throws {
  let bytes: [UInt8] = [0xEF, 0xBB, 0xBF] + Array("A title\n\nText.\n".utf8)
  let article = try PlainTextReader.article(from: bytes)
  #expect(article.text.utf8 == bytes)
  #expect(article.front.titles.first?.text == "A title")
  #expect(article.blocks[0].flow.span.start == 3)
}

@Test func decodesGB18030() throws {
  // 肝癌术后辅助治疗。
  let sentence: [UInt8] = [
    0xB8, 0xCE, 0xB0, 0xA9, 0xCA, 0xF5, 0xBA, 0xF3, 0xB8, 0xA8, 0xD6, 0xFA, 0xD6, 0xCE, 0xC1, 0xC6, 0xA1, 0xA3,
  ]
  let decoded = try TextDecoding.decode(sentence + [0x0A] + sentence)
  #expect(decoded.encoding == .gb18030)
  #expect(String(decoding: decoded.utf8, as: UTF8.self) == "肝癌术后辅助治疗。\n肝癌术后辅助治疗。")
}

@Test func replacesDamagedBytesAndNamesTheFirst() throws {
  let bytes = Array("肝癌的治疗".utf8) + [0xFF, 0xFE] + Array("有效。".utf8)
  let decoded = try TextDecoding.decode(bytes)
  #expect(decoded.encoding == .utf8)
  #expect(String(decoding: decoded.utf8, as: UTF8.self) == "肝癌的治疗\u{FFFD}\u{FFFD}有效。")
  let diagnostic = try #require(decoded.diagnostics.first)
  #expect(diagnostic.code == "invalid-utf8")
  #expect(diagnostic.message.contains("2 bytes are not valid UTF-8, the first at offset 15"))
}

@Test func takesLatinTextWithStrayBytesForDamagedUTF8() throws {
  let decoded = try TextDecoding.decode(Array("Caf".utf8) + [0xE9] + Array(" and na".utf8) + [0xEF] + Array("ve texts.".utf8))
  #expect(decoded.encoding == .utf8)
  #expect(decoded.diagnostics.map(\.code) == ["invalid-utf8"])
}

@Test(arguments: [
  ("%PDF-1.7\n%\u{1}", "pdftotext -layout"), ("PK\u{3}\u{4}\u{14}", "zip"), ("{\\rtf1 text}", "RTF"), ("GIF89a", "image"),
  ("a\0b\0\0\0c", "binary"), ("", "empty"), (" \n\t\n", "empty"),
])
func refusesWhatIsNoTextAndSaysWhatToDo(content: String, word: String) {
  let error = #expect(throws: UnreadableDocument.self) { try PlainTextReader.article(from: Array(content.utf8)) }
  #expect(error?.description.contains(word) == true)
}

@Test func refusesAFileThatHoldsOnlyAByteOrderMark() {
  #expect(throws: UnreadableDocument.self) { try PlainTextReader.article(from: [0xEF, 0xBB, 0xBF, 0x0A]) }
}
