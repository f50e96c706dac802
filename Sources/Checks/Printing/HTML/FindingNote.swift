import Literature

/// A finding as a note in the margin: what is wrong in one line, the arithmetic and the other places on request.
struct FindingNote {
  let finding: Finding
  let index: Int
  let prefix: String
  let text: MarkedText
  let language: Language

  var html: String {
    let classes = "note \(finding.severity.rawValue)" + (finding.suppression == nil ? "" : " waived")
    let head =
      "<header><span class=\"sev\">\(word(finding.severity.wording))</span> <a class=\"code\" href=\"#rule-\(finding.code)\" title=\"\(finding.name)\">"
      + "\(finding.code)</a> <a class=\"place\" href=\"#\(text.markID(index))\">\(word(Wording("line \(finding.line)", zh: "第 \(finding.line) 行")))</a></header>"
    return
      "<article class=\"\(classes)\" id=\"\(prefix)f\(index)\" data-code=\"\(finding.code)\" data-severity=\"\(finding.severity.rawValue)\" tabindex=\"0\">"
      + head + HTMLText.element("p", "msg", HTMLText.escaped(finding.message)) + waiver + details + "</article>"
  }

  private var waiver: String {
    guard let suppression = finding.suppression else { return "" }
    return HTMLText.element("p", "why", word(Wording("Suppressed: ", zh: "已豁免: ")) + HTMLText.escaped(suppression.reason))
  }

  private var details: String {
    let parts = [
      finding.arithmetic.map { HTMLText.element("pre", "", HTMLText.escaped($0)) },
      finding.related.isEmpty ? nil : HTMLText.element("ul", "", finding.related.map(place).joined()),
      finding.help.map { HTMLText.element("p", "help", HTMLText.escaped($0)) },
    ].compactMap { $0 }
    guard !parts.isEmpty else { return "" }
    return "<details><summary>\(word(Wording("arithmetic, places, help", zh: "算式、出处与建议")))</summary>\(parts.joined())</details>"
  }

  private func place(_ place: Finding.RelatedPlace) -> String {
    let line = word(Wording("line \(place.line)", zh: "第 \(place.line) 行"))
    let quote = HTMLText.element("q", "", HTMLText.escaped(Self.shortened(place.snippet)))
    let link =
      place.document == nil ? "<a href=\"#\(text.placeID(place.span.start))\">\(line)</a>" : HTMLText.element("b", "", line)
    return HTMLText.element("li", "", "\(HTMLText.escaped(place.message)) \(link): \(quote)")
  }

  private static func shortened(_ text: String) -> String {
    let limit = 220
    return text.unicodeScalars.count <= limit ? text : String(String.UnicodeScalarView(text.unicodeScalars.prefix(limit))) + "…"
  }

  private func word(_ wording: Wording) -> String { HTMLText.escaped(wording.text(in: language)) }
}
