import Foundation
import JATS
import Literature
import PlainText
import References
import TextAnalysis

func sentences(_ article: Article) -> [Passage] {
  var out: [Passage] = []
  func add(_ kind: Passage.Kind, _ flow: FlowText) {
    for range in SentenceSplitter.sentences(in: LexedText(flow.utf8)) {
      out.append(Passage(id: "p\(out.count)", kind: kind, section: "", language: .english, flow: flow.slice(range)))
    }
  }
  for b in article.blocks { add(b.kind == .note ? .note : .sentence, b.flow) }
  for t in article.tables {
    for c in t.cells { out.append(Passage(id: "p\(out.count)", kind: .tableRow, section: "", language: .english, flow: c.flow)) }
  }
  for e in article.referenceEntries { out.append(Passage(id: "r", kind: .reference, section: "", language: .english, flow: e.flow)) }
  return out
}

func callouts(_ path: String, plain: Bool) {
  let bytes = Array(FileManager.default.contents(atPath: path) ?? Data())
  guard var article = plain ? try? PlainTextReader.article(from: bytes) : try? JATSReader.article(from: bytes) else { print("{\"file\":\"\(path)\",\"failed\":true}"); return }
  let stripped = CommandLine.arguments.contains("strip")
  let truth = article.marks
  if stripped { article.marks = article.marks.filter { if case .citation = $0.kind { false } else { true } } }
  let refs = article.referenceEntries.enumerated().map { ReferenceParser.reference(from: $1, index: $0) }
  let passages = sentences(article)
  let lexed = passages.map { LexedText($0.flow.utf8) }
  let found = CalloutScanner.citations(article: article, passages: passages, lexed: lexed, references: refs)
  var o = JSONObject()
  o.append("file", path); o.append("refs", refs.count)
  o.append("citations", .array(found.citations.map { c in
    var j = JSONObject(); j.append("marker", c.marker); j.append("start", c.span.start); j.append("end", c.span.end)
    j.append("labels", .strings(c.labels)); j.append("refs", .ints(c.references)); return .object(j) }))
  o.append("marks", .array(truth.compactMap { m in
    if case .citation(let r) = m.kind { var j = JSONObject(); j.append("start", m.range.lowerBound); j.append("end", m.range.upperBound); j.append("refs", .ints(r)); j.append("text", article.text.string(m.range)); return .object(j) }
    return nil }))
  o.append("diagnostics", .array(found.diagnostics.map { .string($0.code + ": " + $0.message) }))
  o.append("styles", .strings(refs.map(\.style)))
  print(JSONValue.object(o).compact)
}
