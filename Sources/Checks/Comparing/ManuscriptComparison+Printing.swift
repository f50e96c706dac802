import Literature
import TextAnalysis

extension ManuscriptComparison {
  /// For people: counts, and under each a line for what changed. Ends with a line feed.
  public func text(in language: Language, width: Int = 100) -> String {
    let say = { (english: String, chinese: String) in Wording(english, zh: chinese).text(in: language) }
    var lines = ["\(old.report.path) → \(new.report.path)"]
    lines.append(say("numbers: \(numbers.count) changed", "数字: \(numbers.count) 处变化"))
    lines += numbers.map { "  " + Self.line($0, in: language) }
    lines.append(
      say(
        "references: \(addedReferences.count) added, \(removedReferences.count) removed, \(renumbered) renumbered",
        "参考文献: 新增 \(addedReferences.count) 条, 删去 \(removedReferences.count) 条, 改号 \(renumbered) 条"))
    lines += addedReferences.map { "  + \($0)" } + removedReferences.map { "  - \($0)" }
    lines.append(
      say(
        "citations: \(citations.count) sentence\(citations.count == 1 ? " cites" : "s cite") other works",
        "引用: \(citations.count) 句引用的文献有变化"))
    for change in citations {
      lines.append(
        "  \(Self.lines(change.oldLine, change.newLine, language)): “\(DisplayWidth.truncated(change.sentence, to: width - 30))”")
      lines += change.dropped.map { "    - \($0)" } + change.gained.map { "    + \($0)" }
    }
    lines.append(
      say(
        "findings: \(mended.count) mended, \(appeared.count) new, \(remaining) as before",
        "问题: 已解决 \(mended.count), 新出现 \(appeared.count), 仍存在 \(remaining)"))
    lines += mended.map { "  - \($0.code) \(say("line", "行")) \($0.line): \($0.message)" }
    lines += appeared.map { "  + \($0.code) \(say("line", "行")) \($0.line): \($0.message)" }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func line(_ change: NumberChange, in language: Language) -> String {
    let name = change.figure.text(in: language)
    let subject = change.subject + (name.isEmpty ? "" : " (\(name))")
    return "\(lines(change.oldLine, change.newLine, language)): \(subject): \(change.old ?? "–") → \(change.new ?? "–")"
  }

  private static func lines(_ old: Int?, _ new: Int?, _ language: Language) -> String {
    let name = Wording("line", zh: "行").text(in: language)
    let place = [old, new].map { $0.map(String.init) ?? "–" }
    return "\(name) \(place[0] == place[1] ? place[0] : place.joined(separator: " → "))"
  }

  /// For programs; see docs/records.md.
  public func json(in language: Language) -> JSONValue {
    var object = JSONObject()
    object.append("old", Self.document(old))
    object.append("new", Self.document(new))
    object.append("numbers", .array(numbers.map { Self.json($0, language) }))
    object.append("addedReferences", .strings(addedReferences))
    object.append("removedReferences", .strings(removedReferences))
    object.append("renumbered", renumbered)
    object.append("citations", .array(citations.map(Self.json)))
    object.append("mended", .array(mended.map(\.json)))
    object.append("appeared", .array(appeared.map(\.json)))
    object.append("remaining", remaining)
    return .object(object)
  }

  private static func document(_ document: CheckedDocument) -> JSONValue {
    var object = JSONObject()
    object.append("document", document.report.documentID)
    object.append("path", document.report.path)
    return .object(object)
  }

  private static func json(_ change: NumberChange, _ language: Language) -> JSONValue {
    var object = JSONObject()
    object.append("subject", change.subject)
    let figure = change.figure.text(in: language)
    object.append("figure", figure.isEmpty ? nil : figure)
    object.append("old", change.old)
    object.append("new", change.new)
    object.append("oldLine", change.oldLine)
    object.append("newLine", change.newLine)
    return .object(object)
  }

  private static func json(_ change: CitationChange) -> JSONValue {
    var object = JSONObject()
    object.append("oldLine", change.oldLine)
    object.append("newLine", change.newLine)
    object.append("sentence", change.sentence)
    object.append("dropped", .strings(change.dropped))
    object.append("gained", .strings(change.gained))
    return .object(object)
  }
}
