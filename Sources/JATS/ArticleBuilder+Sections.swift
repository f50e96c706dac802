import Literature

/// A part of the article that is open; it has no `Section` before something stands in it.
struct OpenSection {
  var index: Int?
  var kind: Section.Kind
  var level: Int
  var language: Language?
}

extension ArticleBuilder {
  /// The section that a block belongs to; made where it is not there yet.
  mutating func currentSection() -> Int {
    guard let open = sections.last else { return 0 }
    if let index = open.index { return index }
    return makeSection(sections.count - 1)
  }

  private mutating func makeSection(_ place: Int) -> Int {
    let open = sections[place]
    var section = Section(kind: open.kind, title: "", level: max(1, open.level))
    section.language = language(at: place)
    section.span = SourceSpan(out.count..<out.count)
    article.sections.append(section)
    let index = article.sections.count - 1
    sections[place].index = index
    return index
  }

  private func language(at place: Int) -> Language {
    for open in sections[...place].reversed() {
      if let language = open.language { return language }
    }
    return article.front.language
  }

  /// Opens a part; `made` gives it a section at once, so that an empty one is there too.
  mutating func openSection(
    _ element: Element, kind: Section.Kind, mode: Mode, language: String?, made: Bool = true, role: Role = .section
  ) {
    closeFlow()
    let level = (sections.last?.level ?? 0) + (made ? 1 : 0)
    push(element, mode, role)
    // The body of a sub-article is the sub-article.
    let shared = made || kind != .subArticle ? nil : sections.last?.index
    sections.append(
      OpenSection(index: shared, kind: kind, level: level, language: language.map { Language($0) }))
    if made { _ = makeSection(sections.count - 1) }
  }

  /// What a section within the current one is.
  func inheritedKind(or other: Section.Kind) -> Section.Kind {
    guard let outer = sections.last?.kind, outer != .front else { return other }
    return outer
  }

  mutating func finishSectionPart(_ frame: Frame) {
    switch frame.role {
    case .section, .subArticle: closeSection(frame)
    case .heading:
      finishHeading()
    case .sectionLabel: finishSectionLabel(takeValue(frame))
    case .frontTitle: finishFrontTitle(frame)
    default: break
    }
  }

  private mutating func closeSection(_ frame: Frame) {
    closeFlow()
    kind = frame.kind
    if let closed = sections.popLast(), let index = closed.index {
      let start = article.sections[index].span?.start ?? out.count
      article.sections[index].span = SourceSpan(start..<max(start, out.count))
    }
    if case .subArticle = frame.role { subArticleDepth -= 1 }
  }

  /// A heading's text: the section's number, if it was given apart, and its title.
  mutating func startHeading(_ element: Element) {
    closeFlow()
    openFlow(.heading)
    if let index = sections.last?.index, let number = article.sections[index].number, article.sections[index].title.isEmpty {
      resumeFlow()
      out.anchor(at: labelOffset)
      write(number + (number.utf8.last.map(isDigit) ?? false ? " " : ". "))
      push(element, .value, .heading, note: out.count)
    } else {
      resumeFlow()
      push(element, .value, .heading, note: out.count)
    }
    frames[frames.count - 1].start = out.count
  }

  private mutating func finishHeading() {
    let start = flow?.start ?? out.count
    out.trimSpace()
    var title = out.string(min(start, out.count)..<out.count)
    if let index = sections.last?.index, article.sections[index].title.isEmpty {
      if let number = article.sections[index].number, title.hasPrefix(number) {
        title = String(title.dropFirst(number.count).drop { $0 == " " || $0 == "." })
      } else if let (number, rest) = Self.numbered(title) {
        article.sections[index].number = number
        title = rest
      }
      article.sections[index].title = title
      refineKind(index, title)
    }
    closeFlow()
  }

  private mutating func finishSectionLabel(_ label: String) {
    guard !label.isEmpty else { return }
    labelOffset = valueOffset
    var number = label
    while let last = number.last, last == "." || last == ":" || last == ")" { number.removeLast() }
    if let index = sections.last?.index, !number.isEmpty { article.sections[index].number = number }
  }

  /// "4.2. Methods" without a label of its own: number and rest.
  private static func numbered(_ title: String) -> (String, String)? {
    let number = title.utf8.prefix { isDigit($0) || $0 == 0x2E }
    guard let first = number.first, isDigit(first), number.count <= 10 else { return nil }
    let rest = title.utf8[number.endIndex...]
    guard rest.first == 0x20 else { return nil }
    let trimmed = number.last == 0x2E ? number.dropLast() : number
    // A bare number without a point may be a quantity: "30 days".
    guard number.contains(0x2E), !trimmed.isEmpty, !trimmed.elementsEqual([]) else { return nil }
    return (String(decoding: trimmed, as: UTF8.self), String(decoding: rest.dropFirst(), as: UTF8.self))
  }

  /// A section whose title says that it is something else than text of the article.
  private mutating func refineKind(_ index: Int, _ title: String) {
    guard let open = sections.last, [.body, .note, .acknowledgements].contains(open.kind) else { return }
    let words = title.lowercased()
    var kind: Section.Kind?
    if words.hasPrefix("funding") || words.hasPrefix("financial support") || words == "grant support" || words == "基金项目" {
      kind = .funding
    } else if words.hasPrefix("acknowledg") || words == "致谢" {
      kind = .acknowledgements
    }
    guard let kind else { return }
    article.sections[index].kind = kind
    sections[sections.count - 1].kind = kind
  }
}
