import Extraction
import Literature
import TextAnalysis

/// What `concord extract --explain` prints: one line for each number, then how many went where.
struct NumberExplanation {
  var extract: Extract

  /// Records of type `number`, one a line (see docs/records.md).
  var lines: String {
    extract.numberFates.map { fate in
      var object = JSONObject()
      let position = extract.article.text.position(at: fate.span.start)
      object.append("type", "number")
      object.append("document", extract.documentID)
      object.append("span", fate.span.json)
      object.append("line", position.line)
      object.append("column", position.column)
      object.append("section", extract.passages[fate.passage].section)
      object.append("printed", fate.printed)
      object.append(nonEmpty: "results", fate.results.map { .int($0) })
      object.append("reason", fate.reason?.rawValue)
      object.append("passage", extract.passages[fate.passage].id)
      return JSONValue.object(object).compact + "\n"
    }.joined()
  }

  /// For people: place, number with the words around it, and the card in a few words or the reason; the counts at the end, and what the reasons
  /// mean.
  var text: String {
    let fates = extract.numberFates
    var table = TextTable(header: ["passage", "number", "where it stands", "card", "set aside as"])
    for fate in fates {
      table.add([
        extract.passages[fate.passage].id, fate.printed, words(around: fate),
        fate.results.map { CardText.line(extract.results[$0], asPrinted: true) }.joined(separator: "; "),
        fate.reason?.rawValue ?? "",
      ])
    }
    let reasons = Set(fates.compactMap(\.reason))
    let legend = NumberFate.Reason.allCases.filter(reasons.contains).map { "  \($0.rawValue): \($0.meaning)" }
    return ([table.text(width: Console.tableWidth), counts(fates)] + legend).joined(separator: "\n") + "\n"
  }

  /// How many bytes of the text are shown on either side of a number, at most.
  private static let reach = 28

  /// The number in its line, `…` where the words go on; whole characters only.
  private func words(around fate: NumberFate) -> String {
    let passage = extract.passages[fate.passage].span
    let bytes = extract.article.text.utf8
    func isWithinCharacter(_ offset: Int) -> Bool { offset < bytes.count && bytes[offset] & 0xC0 == 0x80 }
    var start = max(fate.span.start - Self.reach, min(passage.start, fate.span.start))
    var end = min(fate.span.end + Self.reach, max(passage.end, fate.span.end))
    while isWithinCharacter(start) { start += 1 }
    while isWithinCharacter(end) { end -= 1 }
    let words = extract.article.text.string(start..<end).split { $0.isNewline || $0 == "\t" }.joined(separator: " | ")
    return (start > passage.start ? "…" : "") + words + (end < passage.end ? "…" : "")
  }

  private func counts(_ fates: [NumberFate]) -> String {
    let onCards = fates.count { !$0.results.isEmpty }
    let reasons = NumberFate.Reason.allCases.map { reason in (reason.rawValue, fates.count { $0.reason == reason }) }
    let asides = reasons.filter { $0.1 > 0 }.map { "\($0.1) \($0.0)" }.joined(separator: ", ")
    return "\(fates.count) numbers, \(onCards) on cards" + (asides.isEmpty ? "" : "; set aside: \(asides)")
  }
}
