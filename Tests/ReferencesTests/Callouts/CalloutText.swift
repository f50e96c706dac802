import Literature
import References
import TextAnalysis

/// Sentences as one text, and what the scanner finds in them.
func callouts(in texts: [String], of references: [Reference], marks: [InlineMark] = []) -> CalloutFindings {
  var bytes: [UInt8] = []
  var passages: [Passage] = []
  for (index, text) in texts.enumerated() {
    let start = bytes.count
    bytes += Array(text.utf8)
    let flow = FlowText(start..<bytes.count, of: bytes)
    passages.append(Passage(id: "p\(index + 1)", kind: .sentence, section: "1", language: .english, flow: flow))
  }
  var article = Article(format: .plainText, text: StoredText(utf8: bytes))
  article.marks = marks
  return CalloutScanner.citations(
    article: article, passages: passages, lexed: passages.map { LexedText($0.flow.utf8) }, references: references)
}
