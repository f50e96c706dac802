import Literature

/// What of the front matter has been seen: it is printed once per language.
struct FrontState {
  var languages: Set<Language> = []
  var hasAuthors = false
}

extension ArticleBuilder {
  /// Title, authors, affiliations, dates, in the order that journals print them.
  mutating func addFront(_ unit: Unit) {
    guard let first = unit.ranges.first else { return }
    let flow = joiner.flow(unit.ranges)
    let language = Language(of: flow.utf8)
    if let print = SmallPrint(first, in: text) {
      readIdentifier(flow)
      return add(print.kind == .contact ? .note : .metadata, unit.ranges)
    }
    let running = RunningText(unit.ranges, in: text)
    if front.titles.isEmpty, !isMarkdown(unit), running.isUntitled { return addBody(unit) }
    if isMarkdown(unit) || !frontState.languages.contains(language), mayBeTitle(unit, flow, language) {
      return addTitle(unit, flow, language)
    }
    if !frontState.languages.isEmpty, let names = AuthorLine.names(flow) {
      if !frontState.hasAuthors, front.authors.isEmpty { front.authors = names }
      frontState.hasAuthors = true
      return add(.metadata, unit.ranges)
    }
    if !front.titles.isEmpty, running.isParagraph { return addBody(unit) }
    readIdentifier(flow)
    add(.metadata, unit.ranges)
  }

  private func isMarkdown(_ unit: Unit) -> Bool {
    if case .markdownHeading = unit.kind { return true }
    return false
  }

  private func mayBeTitle(_ unit: Unit, _ flow: FlowText, _ language: Language) -> Bool {
    if isMarkdown(unit) { return true }
    guard language != .undetermined, flow.count >= 6, flow.count <= 500, !JournalLine.matches(flow) else { return false }
    // An affiliation or an author list in the other language comes after the title in that language.
    return front.titles.isEmpty || AuthorLine.names(flow) == nil && !AuthorLine.isAffiliation(flow)
  }

  private mutating func addTitle(_ unit: Unit, _ flow: FlowText, _ language: Language) {
    let title = StandardHeading.unwrapped(0..<flow.count, in: ByteText(flow.utf8))
    front.titles.append(FrontMatter.Title(text: flow.string(title), language: language))
    frontState.languages.insert(language)
    frontState.hasAuthors = false
    add(.title, unit.ranges)
  }

  private mutating func addBody(_ unit: Unit) {
    open(Section(kind: .body, title: "", level: 1))
    stage = .body
    addParagraph(unit)
  }

  /// The words under 关键词; what comes after them is the front matter of the other language, or the text.
  mutating func addKeywords(_ unit: Unit) {
    guard !hasKeywords else {
      sections.append(Section(kind: .front, title: "", level: 0))
      stage = .front
      return addFront(unit)
    }
    hasKeywords = true
    add(.keywords, unit.ranges)
    front.keywords += Keywords.split(joiner.flow(unit.ranges))
  }

  private mutating func readIdentifier(_ flow: FlowText) {
    if front.item.doi == nil { front.item.doi = JournalLine.doi(flow) }
    if front.journal == nil, let journal = JournalLine.journal(flow) {
      front.journal = journal
      front.item.containerTitle = journal
    }
  }
}
