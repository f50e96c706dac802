import Literature

/// A `ref` whose end has not come.
struct OpenEntry {
  var identifiers: [String]
  var label: String?
  var items: [BibliographicItem] = []
  /// Where the entry begins in the stored text, its label left out.
  var start: Int
}

extension ArticleBuilder {
  mutating func startEntry(_ attributes: Attributes) {
    closeFlow()
    breakParagraph()
    entry = OpenEntry(identifiers: attributes["id"].map { [$0] } ?? [], start: out.count)
    push(.ref, .entry, .entry)
  }

  mutating func startEntryPart(_ element: Element, _ attributes: Attributes) {
    switch element {
    case .label: push(.label, .value, .entryLabel)
    case .citationAlternatives: push(element, .entry)
    case .elementCitation, .mixedCitation, .nlmCitation, .citation, .product: startCitation(element, attributes)
    case .note, .p:
      out.space()
      push(element, .entry, .entryBreak)
    default:
      if !startInline(element, attributes) { push(element, .entry) }
    }
  }

  /// A citation in running text: read like any other for its spaces, and kept as text only.
  mutating func startLooseCitation(_ element: Element, _ attributes: Attributes) {
    resumeFlow()
    startCitation(element, attributes)
  }

  mutating func finishEntryPart(_ frame: Frame) {
    switch frame.role {
    case .entryLabel: finishEntryLabel(frame)
    case .entryBreak: out.space()
    case .entry: finishEntry(frame)
    default: break
    }
  }

  /// A label at the head of an entry is printed before the text; one anywhere else is only a value.
  private mutating func finishEntryLabel(_ frame: Frame) {
    let printed = out.string(frame.start..<out.count)
    if entry?.label == nil, let label = Self.plainLabel(printed) { entry?.label = label }
    guard let start = entry?.start, frame.start == start else {
      out.truncate(to: frame.start, marks: frame.markCount)
      return
    }
    out.space()
    out.floor = out.count
    entry?.start = out.count
  }

  /// "[9]", "9.", "(9)", "9-" are "9".
  static func plainLabel(_ printed: String) -> String? {
    let trimmed = printed.drop { "[( ".contains($0) }
    var label = String(trimmed)
    while let last = label.last, "]).:-– ".contains(last) { label.removeLast() }
    return label.isEmpty ? nil : label
  }

  private mutating func finishEntry(_ frame: Frame) {
    guard let closed = entry.take() else { return }
    out.trimSpace()
    let range = out.trimmed(min(closed.start, out.count)..<out.count)
    let index = article.referenceEntries.count
    for identifier in closed.identifiers where targets[identifier] == nil { targets[identifier] = index }
    article.referenceEntries.append(
      ReferenceEntry(
        label: closed.label, identifier: closed.identifiers.first, flow: FlowText(range, of: out.utf8), items: closed.items))
    out.floor = out.count
    // What is open around a reference list begins anew.
    flow = nil
  }
}
