import Literature

extension ArticleBuilder {
  mutating func startCitation(_ element: Element, _ attributes: Attributes) {
    if entry != nil {
      out.space()
      if let id = attributes["id"] { entry?.identifiers.append(id) }
    }
    let type = attributes["publication-type"] ?? attributes["citation-type"] ?? attributes["content-type"]
    push(element, .citation, .citation, note: citation == nil ? 0 : 1)
    guard citation == nil else { return }
    var open = OpenCitation(isStructured: element != .mixedCitation && element != .product, depth: frames.count)
    open.fields.type = type ?? ""
    open.fields.format = attributes["publication-format"] ?? ""
    citation = open
  }

  /// Whether the parser stands right behind a field, or at the head of a citation, where white space is layout only.
  var isBetweenFields: Bool {
    guard citation?.isStructured == true, let lastEnd = citation?.lastEnd else { return false }
    return lastEnd == out.count || lastEnd < 0
  }

  mutating func startCitationPart(_ element: Element, _ attributes: Attributes) {
    switch element {
    case .name, .stringName: startCitationName(element)
    case .nameAlternatives, .collabAlternatives: push(element, .citation)
    case .personGroup:
      citation?.group = Self.group(attributes["person-group-type"])
      push(element, .citation, .personGroup)
    case .label: push(.label, .value, .entryLabel)
    case .extLink, .uri: startLinkField(element, attributes)
    case .elementCitation, .mixedCitation, .nlmCitation, .citation: startCitation(element, attributes)
    default:
      if Self.isField(element) {
        startField(element, attributes)
      } else if !startInline(element, attributes) {
        push(element, mode)
      }
    }
  }

  private static func group(_ type: String?) -> OpenCitation.Group {
    switch type?.lowercased() {
    case nil, "author"?, "authors"?, "allauthors"?, ""?: .authors
    case "editor"?, "editors"?, "guest-editor"?, "ed"?, "eds"?: .editors
    case "translator"?, "transed"?, "translators"?: .translators
    default: .others
    }
  }

  private static func isField(_ element: Element) -> Bool {
    switch element {
    case .surname, .givenNames, .prefix, .suffix, .collab, .etal, .anonymous, .articleTitle, .chapterTitle, .partTitle,
      .dataTitle,
      .issueTitle, .transTitle, .transSource, .source, .year, .month, .day, .season, .volume, .issue, .supplement, .fpage,
      .lpage, .pageRange, .elocationID, .edition, .series, .isbn, .issn, .comment, .annotation, .patent, .version,
      .publisherName, .publisherLoc, .confName, .confLoc, .confDate, .dateInCitation, .accessDate, .pubID, .objectID, .note,
      .articleID:
      true
    default: false
    }
  }

  /// Writes what belongs between the last field and this one, if nothing does yet, and opens the field.
  private mutating func startField(_ element: Element, _ attributes: Attributes) {
    let before = out.count
    let type = attributes["pub-id-type"] ?? attributes["content-type"] ?? ""
    let separator = writeSeparator(element, type)
    citation?.fieldType = type
    push(element, .value, .field, note: before)
    // A value's own leading space says nothing after a separator of ours.
    if separator { out.floor = out.count }
  }

  @discardableResult
  private mutating func writeSeparator(_ element: Element, _ type: String) -> Bool {
    guard let lastEnd = citation?.lastEnd, lastEnd == out.count, lastEnd > 0, let last = citation?.last else { return false }
    out.append(OpenCitation.separator(from: last, to: element, type: type, after: out.last))
    return true
  }

  private mutating func startCitationName(_ element: Element) {
    if parent == .nameAlternatives {
      if frames.last?.note == 1 {
        push(element, .skip)
        return
      }
      frames[frames.count - 1].note = 1
    }
    let before = out.count
    if writeSeparator(element, "") { citation?.lastEnd = -1 }
    citation?.name = Name()
    push(element, .names, .citationName, note: before)
  }

  private mutating func startLinkField(_ element: Element, _ attributes: Attributes) {
    writeSeparator(element, "")
    if let type = attributes["ext-link-type"] ?? attributes["pub-id-type"] { citation?.fields.linkType = type }
    links.append(attributes["href"] ?? "")
    push(element, .value, .link)
  }

  mutating func finishCitationPart(_ frame: Frame) {
    switch frame.role {
    case .field: finishField(frame)
    case .citationName: finishCitationName(frame)
    case .personGroup: finishPersonGroup(frame)
    case .citation: finishCitation(frame)
    default: break
    }
  }

  private mutating func finishField(_ frame: Frame) {
    out.floor = frame.floor
    if frame.element == .etal, out.trimmed(frame.start..<out.count).isEmpty { out.append("et al.") }
    out.trimSpace()
    let start = min(frame.start, out.count)
    let value = out.string(start..<out.count)
    guard !value.isEmpty else {
      out.truncate(to: min(frame.note, out.count), marks: frame.markCount)
      return
    }
    if frame.element == .issue, out.utf8[..<start].last == 0x28 { closeBracket(frame) }
    citation?.lastEnd = out.count
    citation?.last = frame.element
    keep(frame.element, value)
  }

  /// The bracket around an issue is closed where it was ours.
  private mutating func closeBracket(_ frame: Frame) {
    if frame.note < frame.start { out.append(")") }
  }

  private mutating func keep(_ element: Element, _ value: String) {
    guard citation != nil else { return }
    let isInName = frames.last?.mode == .names
    switch element {
    case .surname: isInName ? (citation?.name.family = value) : keepName(Name(family: value))
    case .givenNames: isInName ? (citation?.name.given = value) : citation?.fields.addGiven(value)
    case .prefix: citation?.name.particle = value
    case .suffix: citation?.name.suffix = value
    case .collab, .anonymous: keepName(Name(literal: value))
    case .etal: if (citation?.group ?? .authors) == .authors { citation?.fields.item.authorsTruncated = true }
    default: citation?.keep(element, value)
    }
  }

  private mutating func keepName(_ name: Name) {
    let group = citation?.group
    citation?.fields.add(name, to: group)
  }

  private mutating func finishCitationName(_ frame: Frame) {
    guard var name = citation?.takeName() else { return }
    out.trimSpace()
    if name.family == nil, name.given == nil {
      let printed = out.string(min(frame.start, out.count)..<out.count)
      guard !printed.isEmpty else {
        out.truncate(to: min(frame.note, out.count), marks: frame.markCount)
        return
      }
      name.literal = printed
    }
    keepName(name)
    citation?.lastEnd = out.count
    citation?.last = frame.element
  }

  private mutating func finishPersonGroup(_ frame: Frame) {
    let range = min(frame.start, out.count)..<out.count
    if citation?.fields.isEmpty(citation?.group ?? .authors) ?? false {
      // Names that are not taken apart.
      let printed = out.string(range)
      if !printed.isEmpty { keepName(Name(literal: printed)) }
    }
    if !out.trimmed(range).isEmpty, frames.last?.element != .mixedCitation || citation?.lastEnd ?? -1 < 0 {
      out.trimSpace()
      citation?.lastEnd = out.count
      citation?.last = .name
    }
    citation?.group = nil
  }

  private mutating func finishCitation(_ frame: Frame) {
    // A citation within a citation is part of it.
    guard frame.note == 0, var closed = citation.take() else { return }
    out.trimSpace()
    let range = out.trimmed(min(frame.start, out.count)..<out.count)
    let item = closed.fields.finish()
    guard entry != nil else { return }
    if parent == .citationAlternatives, let place = frames.indices.last {
      frames[place].note += 1
      if frames[place].note > 1 {
        keepAlternative(frame, item)
        return
      }
    }
    if let item { entry?.items.append(item) }
    if !range.isEmpty { out.space() }
  }

  /// The second form of the same citation: its text is not printed again, and its fields count where they are the better ones.
  private mutating func keepAlternative(_ frame: Frame, _ item: BibliographicItem?) {
    out.truncate(to: frame.start, marks: frame.markCount)
    guard let item else { return }
    if entry?.items.isEmpty ?? true {
      entry?.items.append(item)
    } else if frame.element == .elementCitation, let count = entry?.items.count {
      entry?.items[count - 1] = item
    }
  }

  /// A link in running text is a mark; one in a citation also tells where the work is.
  mutating func finishLink(_ target: String, _ range: Range<Int>, _ element: Element) {
    if !range.isEmpty { out.mark(range, .plain(.link(target))) }
    guard citation != nil else { return }
    citation?.fields.link(target, printed: out.string(range))
    if frames.last?.mode == .citation, !range.isEmpty {
      out.trimSpace()
      citation?.lastEnd = out.count
      citation?.last = element
    }
  }
}
