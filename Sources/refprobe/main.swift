import Foundation
import Literature
import References
import TextAnalysis

func js(_ s: String) -> JSONValue { .string(s) }
func names(_ n: [Name]) -> JSONValue {
  .array(n.map { .array([.string($0.family ?? ""), .string($0.given ?? ""), .string($0.literal ?? ""), .string($0.particle ?? ""), .string($0.suffix ?? "")]) })
}
if let i = CommandLine.arguments.firstIndex(where: { $0 == "text" || $0 == "jats" }) {
  for path in CommandLine.arguments[(i + 1)...] where path != "strip" { callouts(path, plain: CommandLine.arguments[i] == "text") }
  exit(0)
}
let data = FileHandle.standardInput.readDataToEndOfFile()
let lines = data.split(separator: 10).map { Array($0) }
let bench = CommandLine.arguments.contains("bench")
let clock = ContinuousClock()
let start = clock.now
var total = 0
for round in 0..<(bench ? 50 : 1) {
  for line in lines {
    var flow = FlowText()
    flow.append(0..<line.count, of: line)
    let r = ReferenceParser.reference(from: ReferenceEntry(label: nil, flow: flow), index: 0)
    total += 1
    if bench { continue }
    _ = round
    var o = JSONObject()
    let i = r.item
    o.append("raw", r.raw); o.append("style", r.style); o.append("type", i.type)
    o.append("authors", names(i.authors)); o.append("et", .bool(i.authorsTruncated)); o.append("editors", names(i.editors)); o.append("translators", names(i.translators))
    o.append("year", i.year); o.append("title", i.title); o.append("container", i.containerTitle); o.append("volume", i.volume); o.append("issue", i.issue)
    o.append("page", i.page); o.append("number", i.number); o.append("doi", i.doi); o.append("pmid", i.pmid); o.append("url", i.url); o.append("publisher", i.publisher); o.append("place", i.publisherPlace)
    o.append("edition", i.edition); o.append("accessed", i.accessed.map { "\($0.year)-\($0.month ?? 0)-\($0.day ?? 0)" }); o.append(nonEmpty: "problems", r.problems.map { .string($0) }); o.append("language", i.language)
    print(JSONValue.object(o).compact)
  }
}
if bench { print(Double(total) / ((clock.now - start) / .seconds(1)), "strings/s") }
