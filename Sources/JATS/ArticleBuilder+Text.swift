import Literature

extension ArticleBuilder {
  /// The children of body, sections, paragraphs and floats.
  mutating func startText(_ element: Element, _ attributes: Attributes) {
    if startInline(element, attributes) { return }
    switch element {
    case .sec, .ack, .app, .bio, .glossary, .notes, .fnGroup, .refList, .abstract, .transAbstract:
      startPart(element, attributes)
    case .title: startTitle()
    case .label: startLabel()
    case .p, .verseLine, .attrib, .preformat, .code: startParagraph(element)
    case .list, .defList, .dispQuote, .boxedText, .verseGroup, .speech, .statement, .listItem, .def, .note, .appGroup:
      startGroup(element)
    case .defItem, .termHead, .defHead:
      closeFlow()
      push(element, .text, .group)
    case .term: push(element, .text, .term)
    case .fig, .figGroup, .tableWrap, .tableWrapGroup, .supplementaryMaterial, .media: startFloat(element)
    case .caption, .tableWrapFoot, .fn: startAside(element)
    case .table, .array: startTable(element)
    case .dispFormula, .dispFormulaGroup:
      if flow?.start != nil { out.space() }
      push(element, .text, .formula, note: flow == nil ? 0 : 1)
    case .alternatives: push(element, .text)
    case .ref: startEntry(attributes)
    case .elementCitation, .mixedCitation, .nlmCitation, .citation, .product: startLooseCitation(element, attributes)
    case .subArticle, .response: startSubArticle(element, attributes)
    default: push(element, .text)
    }
  }

  private mutating func startPart(_ element: Element, _ attributes: Attributes) {
    let kind: Section.Kind =
      switch element {
      case .sec: inheritedKind(or: .body)
      case .ack: .acknowledgements
      case .app: .appendix
      case .refList: .references
      case .abstract, .transAbstract: .abstract
      default: .note
      }
    openSection(element, kind: kind, mode: .text, language: attributes["lang"])
    if element == .fnGroup || element == .notes { self.kind = .note }
    if attributes["sec-type"]?.hasPrefix("funding") ?? false, let index = sections.last?.index {
      article.sections[index].kind = .funding
      sections[sections.count - 1].kind = .funding
    }
  }

  /// The title of a section is a heading; that of a caption its first sentence; that of a list or box a heading of no section.
  private mutating func startTitle() {
    switch parent {
    case .caption: startParagraph(.title)
    case .sec, .ack, .app, .bio, .glossary, .notes, .fnGroup, .refList, .abstract, .transAbstract: startHeading(.title)
    default:
      closeFlow()
      openFlow(.heading)
      push(.title, .value, .paragraph)
      resumeFlow()
    }
  }

  private mutating func startLabel() {
    switch parent {
    case .sec, .ack, .app, .bio, .glossary, .notes, .refList, .abstract, .transAbstract:
      push(.label, .value, .sectionLabel)
      out.floor = out.count
    case .dispFormula, .dispFormulaGroup, .p: push(.label, .text, .none)
    default: startBlockLabel()
    }
  }

  /// "Figure 1", "a", "•" before the text that they belong to.
  private mutating func startBlockLabel() {
    let isFloat = [.fig, .figGroup, .tableWrap, .tableWrapGroup, .supplementaryMaterial, .media, .boxedText].contains(parent)
    openFlow(isFloat ? .caption : kind)
    resumeFlow()
    push(.label, .value, .label)
  }

  private mutating func startParagraph(_ element: Element) {
    if continuesFlow, flow != nil {
      continuesFlow = false
      joinToLabel()
    } else {
      openFlow(kind)
    }
    push(element, .text, .paragraph)
  }

  /// Between a label and its text: a full stop for "Table 1", a space for a sign.
  private mutating func joinToLabel() {
    guard flow?.start != nil, let last = out.last else { return }
    let isPrinted = !isDigit(last) && !isLetter(last)
    if flow?.kind == .caption, !isPrinted { out.append(".") }
    out.space()
  }

  private mutating func startGroup(_ element: Element) {
    // The first paragraph of a list item goes on from the item's label, that of a definition from the term.
    if !(continuesFlow && element == .def) { closeFlow() }
    push(element, .text, .group)
  }

  private mutating func startFloat(_ element: Element) {
    suspendFlow()
    push(element, .text, .float, note: article.tables.count)
    wrapLabels.append(nil)
    table = nil
    kind = .paragraph
    if element == .tableWrap { table = article.tables.count }
  }

  private mutating func startAside(_ element: Element) {
    if element == .fn, flow != nil, !continuesFlow {
      suspendFlow()
      push(element, .text, .aside, note: 1)
    } else {
      if element != .caption { closeFlow() }
      push(element, .text, .aside)
    }
    kind = element == .caption ? .caption : .note
    if element == .tableWrapFoot, table != nil { table = max(article.tables.count - 1, table ?? 0) }
  }

  mutating func finishBlock(_ frame: Frame) {
    switch frame.role {
    case .paragraph: closeFlow()
    case .label:
      let label = out.string(frame.start..<out.count)
      if !wrapLabels.isEmpty, parent == .tableWrap { wrapLabels[wrapLabels.count - 1] = label }
      continuesFlow = flow?.start != nil
    case .term: finishTerm()
    case .group: closeFlow()
    case .float: finishFloat(frame)
    case .aside:
      closeFlow()
      kind = frame.kind
      table = frame.table
      if frame.note == 1 { unsuspendFlow() }
    default: break
    }
  }

  private mutating func finishTerm() {
    guard flow?.start != nil else { return }
    out.trimSpace()
    if out.last != 0x3A { out.append(":") }
    continuesFlow = true
  }

  private mutating func finishFloat(_ frame: Frame) {
    closeFlow()
    if frame.element == .tableWrap, article.tables.count == frame.note { forgetTable(frame.note, since: frame.start) }
    wrapLabels.removeLast()
    kind = frame.kind
    table = frame.table
    unsuspendFlow()
  }

  /// A table that is an image only: its captions and notes belong to no table.
  private mutating func forgetTable(_ index: Int, since start: Int) {
    for place in article.blocks.indices.reversed() {
      guard article.blocks[place].flow.span.start >= start else { break }
      if article.blocks[place].table == index { article.blocks[place].table = nil }
    }
  }
}
