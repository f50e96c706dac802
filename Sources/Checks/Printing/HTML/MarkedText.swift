import Literature

/// Paints stretches of a document's text as HTML: numbers by their status, findings and the places that belong to them,
/// callouts as links, and what the file itself marks.
///
/// Marks may overlap in any way. The text is cut wherever one begins or ends, and each piece carries all that hold there,
/// so the HTML is always well formed.
struct MarkedText {
  enum Mark: Hashable {
    case number(ExaminedNumber.Status)
    /// Index of the finding in the list that is printed.
    case finding(Int)
    case related(Int)
    case reference(Int)
    case superscript, subscripted, italic, bold
  }

  private struct Placed {
    var range: Range<Int>
    var mark: Mark
  }

  /// Ascending by first byte.
  private let marks: [Placed]
  /// The greatest end of this and all earlier marks: where a look back may stop.
  private let reach: [Int]
  private let findings: [Finding]
  /// Before every id, so that several documents can stand on one page.
  private let prefix: String

  init(extract: Extract, report: CheckReport, findings: [Finding], prefix: String) {
    self.findings = findings
    self.prefix = prefix
    var marks = report.numbers.flatMap { number in
      number.span.ranges.map { Placed(range: $0, mark: .number(number.status)) }
    }
    for (index, finding) in findings.enumerated() {
      marks += finding.span.ranges.map { Placed(range: $0, mark: .finding(index)) }
      for place in finding.related where place.document == nil {
        marks += place.span.ranges.map { Placed(range: $0, mark: .related(index)) }
      }
    }
    for citation in extract.citations {
      guard let first = citation.references.first else { continue }
      marks += citation.span.ranges.map { Placed(range: $0, mark: .reference(first)) }
    }
    marks += extract.article.marks.compactMap(Self.style)
    marks.sort { ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound) }
    self.marks = marks
    var greatest = 0
    reach = marks.map { placed in
      greatest = max(greatest, placed.range.upperBound)
      return greatest
    }
  }

  private static func style(_ mark: InlineMark) -> Placed? {
    switch mark.kind {
    case .superscript: Placed(range: mark.range, mark: .superscript)
    case .subscript: Placed(range: mark.range, mark: .subscripted)
    case .italic: Placed(range: mark.range, mark: .italic)
    case .bold: Placed(range: mark.range, mark: .bold)
    case .citation, .crossReference, .link: nil
    }
  }

  /// The HTML of a text. O(text + marks in it).
  func html(_ flow: FlowText) -> String {
    var out = ""
    var cursor = 0
    for piece in flow.pieces {
      if piece.flowStart > cursor { out += escaped(flow, cursor..<piece.flowStart) }
      out += html(piece, of: flow)
      cursor = piece.flowEnd
    }
    return cursor < flow.count ? out + escaped(flow, cursor..<flow.count) : out
  }

  /// Findings whose marks begin in a text, in order.
  func findingsBeginning(in flow: FlowText) -> [Int] {
    findings.indices.filter { index in
      let start = findings[index].span.start
      return flow.pieces.contains { $0.source.contains(start) }
    }
  }

  private func html(_ piece: FlowText.Piece, of flow: FlowText) -> String {
    let present = overlapping(piece.source)
    guard !present.isEmpty else { return escaped(flow, piece.flowStart..<piece.flowEnd) }
    var cuts: Set<Int> = [piece.source.lowerBound, piece.source.upperBound]
    for placed in present {
      cuts.insert(max(placed.range.lowerBound, piece.source.lowerBound))
      cuts.insert(min(placed.range.upperBound, piece.source.upperBound))
    }
    let borders = cuts.sorted()
    return zip(borders, borders.dropFirst()).map { start, end in
      let text = escaped(
        flow, start - piece.source.lowerBound + piece.flowStart..<end - piece.source.lowerBound + piece.flowStart)
      return wrapped(text, present.filter { $0.range.lowerBound <= start && end <= $0.range.upperBound }, at: start)
    }.joined()
  }

  private func overlapping(_ range: Range<Int>) -> [Placed] {
    let end = marks.partitionPoint { $0.range.lowerBound >= range.upperBound }
    var start = end
    while start > 0, reach[start - 1] > range.lowerBound { start -= 1 }
    return marks[start..<end].filter { $0.range.upperBound > range.lowerBound && !$0.range.isEmpty }
  }

  private func escaped(_ flow: FlowText, _ range: Range<Int>) -> String { HTMLText.escaped(flow.string(range)) }

  private func wrapped(_ text: String, _ marks: [Placed], at offset: Int) -> String {
    guard !marks.isEmpty else { return text }
    var html = text
    for placed in marks {
      switch placed.mark {
      case .superscript: html = HTMLText.element("sup", "", html)
      case .subscripted: html = HTMLText.element("sub", "", html)
      case .italic: html = HTMLText.element("i", "", html)
      case .bold: html = HTMLText.element("b", "", html)
      case .reference(let index): html = "<a class=\"ref\" href=\"#\(prefix)r\(index)\">\(html)</a>"
      case .number, .finding, .related: continue
      }
    }
    return span(html, marks, at: offset)
  }

  /// The classes that colour a piece and the findings it belongs to, after the anchors of all that begins here.
  private func span(_ html: String, _ marks: [Placed], at offset: Int) -> String {
    var classes: [String] = []
    var owners: [String] = []
    var anchors: [String] = []
    for placed in marks {
      let begins = placed.range.lowerBound == offset
      switch placed.mark {
      case .number(let status): classes.append("n \(Self.statusClass(status))")
      case .finding(let index):
        let isWaived = findings[index].suppression != nil
        classes.append("f \(findings[index].severity.rawValue)\(isWaived ? " waived" : "")")
        owners.append("\(prefix)f\(index)")
        if begins { anchors.append(markID(index)) }
      case .related(let index):
        classes.append("rel")
        owners.append("\(prefix)f\(index)")
        if begins, !anchors.contains(placeID(offset)) { anchors.append(placeID(offset)) }
      default: continue
      }
    }
    guard !classes.isEmpty else { return html }
    let owned = owners.isEmpty ? "" : " data-f=\"\(owners.joined(separator: " "))\""
    return anchors.map { "<a id=\"\($0)\"></a>" }.joined()
      + "<span class=\"\(classes.joined(separator: " "))\"\(owned)>\(html)</span>"
  }

  /// The id of the place that a finding marks.
  func markID(_ finding: Int) -> String { "\(prefix)m\(finding)" }

  /// The id of a place that belongs to a finding, by its first byte.
  func placeID(_ offset: Int) -> String { "\(prefix)p\(offset)" }

  static func statusClass(_ status: ExaminedNumber.Status) -> String {
    switch status {
    case .seen: "seen"
    case .understood, .checkable: "known"
    case .right: "right"
    case .failing: "wrong"
    }
  }
}
