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

  /// For people: place, number, and the card in a few words or the reason; the counts at the end.
  var text: String {
    let fates = extract.numberFates
    var table = TextTable(header: ["line", "number", "card", "set aside as"])
    for fate in fates {
      let position = extract.article.text.position(at: fate.span.start)
      table.add([
        String(position.line), fate.printed,
        fate.results.map { CardText.line(extract.results[$0], asPrinted: true) }.joined(separator: "; "),
        fate.reason?.rawValue ?? "",
      ])
    }
    return table.text(width: Console.tableWidth) + "\n" + counts(fates) + "\n"
  }

  private func counts(_ fates: [NumberFate]) -> String {
    let onCards = fates.count { !$0.results.isEmpty }
    let reasons = NumberFate.Reason.allCases.map { reason in (reason.rawValue, fates.count { $0.reason == reason }) }
    let asides = reasons.filter { $0.1 > 0 }.map { "\($0.1) \($0.0)" }.joined(separator: ", ")
    return "\(fates.count) numbers, \(onCards) on cards" + (asides.isEmpty ? "" : "; set aside: \(asides)")
  }
}
