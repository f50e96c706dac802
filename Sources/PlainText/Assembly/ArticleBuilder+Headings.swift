import Literature

/// A heading as the builder understands it.
struct Heading {
  var section: Section
  var stage: ArticleBuilder.Stage
  var number: HeadingNumber?
  var resetsNumbers = false
}

extension ArticleBuilder {
  /// The heading that a unit is; nil for text.
  func heading(of unit: Unit) -> Heading? {
    guard let first = unit.ranges.first, let last = unit.ranges.last, unit.ranges.count <= 3 else { return nil }
    let whole = first.lowerBound..<last.upperBound
    guard whole.count <= 400, unit.ranges.reduce(0, { $0 + text.columns($1) }) <= 180 else { return nil }
    if unit.ranges.count == 1, let standard = StandardHeading(first, in: text) { return self.standard(standard, first, level: 1) }
    if let number = HeadingNumber(first, in: text), let numbered = numbered(number, unit, whole) { return numbered }
    return isOwnHeading(unit, whole) ? own(unit, whole) : nil
  }

  private func standard(_ standard: StandardHeading, _ range: Range<Int>, level: Int) -> Heading? {
    guard !text.scalar(at: range.lowerBound).value.isLowercase else { return nil }
    let title = text.string(StandardHeading.unwrapped(range, in: text))
    switch standard.role {
    case .own(let kind):
      return Heading(section: Section(kind: kind, title: title, level: level), stage: stage(of: kind))
    case .part where stage == .abstract && isNewPart(title):
      return Heading(section: Section(kind: .abstract, title: title, level: 2), stage: .abstract)
    case .part, .opening:
      return Heading(section: Section(kind: .body, title: title, level: level), stage: .body, resetsNumbers: true)
    }
  }

  /// The same part a second time is the article's own: its abstract is over. So it is where the abstract has begun with text of no part.
  private func isNewPart(_ title: String) -> Bool {
    let start = sections.lastIndex { $0.kind == .abstract && $0.level == 1 } ?? 0
    if blocks.last?.kind == .paragraph, blocks.last?.section == start, start == sections.count - 1 { return false }
    return !sections[start...].contains { $0.level == 2 && $0.title.lowercased() == title.lowercased() }
  }

  private func stage(of kind: Section.Kind) -> Stage {
    switch kind {
    case .abstract: .abstract
    case .keywords: .keywords
    case .references: .references
    default: stage == .back ? .back : .body
    }
  }

  private func numbered(_ number: HeadingNumber, _ unit: Unit, _ whole: Range<Int>) -> Heading? {
    let title = number.titleStart..<whole.upperBound
    let standard = unit.ranges.count == 1 ? StandardHeading(title, in: text) : nil
    guard standard != nil || mayEndHeading(whole), let level = sequence.level(of: number) else { return nil }
    if number.scheme == .letter, level == 1 { return nil }
    if stage == .front, standard == nil, AuthorLine.isAffiliation(joiner.flow(unit.ranges)) { return nil }
    guard standard != nil || !isFollowedBySibling(number, unit) && !isCutSentence(whole, unit) else { return nil }
    var section = Section(
      kind: .body, number: text.string(number.printed), title: self.title(unit, from: number.titleStart), level: level)
    var stage = Stage.body
    if let standard, case .own(let kind) = standard.role {
      section.kind = kind
      stage = self.stage(of: kind)
    }
    return Heading(section: section, stage: stage, number: number)
  }

  private func mayEndHeading(_ range: Range<Int>) -> Bool {
    guard let last = text.scalar(before: range.upperBound)?.value else { return false }
    return ![0x2E, 0x3002, 0x2C, 0xFF0C, 0x3B, 0xFF1B, 0x3A, 0xFF1A, 0x3001].contains(last)
  }

  /// Items of a list stand one after the other; headings have text between.
  private func isFollowedBySibling(_ number: HeadingNumber, _ unit: Unit) -> Bool {
    guard let next = nextLine(after: unit), let sibling = HeadingNumber(lines[next].range, in: text) else { return false }
    return sibling.scheme == number.scheme && sibling.path.count == number.path.count
      && sibling.path.last == (number.path.last ?? 0) + 1
  }

  /// A line that the next one continues in lower case.
  private func isCutSentence(_ range: Range<Int>, _ unit: Unit) -> Bool {
    guard let next = nextLine(after: unit), lines[next].blanksBefore == 0 else { return false }
    return text.scalar(at: lines[next].range.lowerBound).value.isLowercase
  }

  func nextLine(after unit: Unit) -> Int? {
    var index = unit.nextLine
    while index < lines.count, lines[index].isFurniture { index += 1 }
    return index < lines.count ? index : nil
  }

  private func title(_ unit: Unit, from start: Int) -> String {
    var parts = unit.ranges
    if let first = parts.first, start < first.upperBound { parts[0] = start..<first.upperBound }
    return joiner.flow(parts).string
  }

  /// A short line on its own between finished paragraphs, with a long one after it.
  private func isOwnHeading(_ unit: Unit, _ whole: Range<Int>) -> Bool {
    guard stage == .body || isBehindAbstract, case .prose = unit.kind, unit.ranges.count <= 2, mayEndHeading(whole) else {
      return false
    }
    if isBold(whole) { return true }
    let line = lines[unit.firstLine]
    let first = text.scalar(at: whole.lowerBound).value
    guard line.blanksBefore > 0 || line.startsPage, line.width <= 90, first.isUppercase || first.isHan else { return false }
    guard !SentenceEnd.closes(whole, in: text), SmallPrint(whole, in: text) == nil else { return false }
    if let openParagraph, let end = blocks[openParagraph].ranges.last, !SentenceEnd.closes(end, in: text) { return false }
    guard let next = nextLine(after: unit), lines[next].blanksBefore > 0 else { return false }
    let start = text.scalar(at: lines[next].range.lowerBound).value
    return start.isUppercase || start.isHan ? lines[next].width >= 60 && lines[next].width > line.width : false
  }

  /// Whether an abstract of finished paragraphs and without parts stands before: what has a heading of its own then is the article.
  private var isBehindAbstract: Bool {
    guard stage == .abstract, let section = sections.last, section.kind == .abstract, section.level == 1, let openParagraph else {
      return false
    }
    return blocks[openParagraph].ranges.reduce(0) { $0 + $1.count } >= Self.shortestAbstract
  }

  /// In bytes.
  private static let shortestAbstract = 150

  private func isBold(_ range: Range<Int>) -> Bool {
    guard range.count > 5, text.starts(range, with: "**") else { return false }
    let inner = text.bytes[range.dropFirst(2).dropLast(2)]
    return text.bytes[range.suffix(2)].elementsEqual([0x2A, 0x2A]) && !inner.contains(0x2A)
  }

  private func own(_ unit: Unit, _ whole: Range<Int>) -> Heading {
    let title = isBold(whole) ? text.string(StandardHeading.unwrapped(whole, in: text)) : title(unit, from: whole.lowerBound)
    return Heading(section: Section(kind: .body, title: title, level: parentLevel + 1), stage: .body)
  }

  mutating func add(_ heading: Heading, _ ranges: [Range<Int>]) {
    if let number = heading.number { sequence.accept(number) }
    if heading.resetsNumbers { sequence.reset() }
    var section = heading.section
    section.language = Language(of: section.title.utf8)
    section.span = SourceSpan(ranges)
    open(section)
    stage = heading.stage
    add(.heading, ranges)
  }

  /// `## …`: the marks decide; the first one of the file, before anything else, is the title.
  mutating func addMarkdownHeading(_ unit: Unit, level: Int) {
    guard let range = unit.ranges.first else { return }
    if stage == .front, StandardHeading(range, in: text) == nil, HeadingNumber(range, in: text) == nil {
      if front.titles.isEmpty || level == 1 && frontState.languages.isDisjoint(with: [Language(of: text.bytes[range])]) {
        return addFront(unit)
      }
    }
    add(markdownHeading(range, level: front.titles.isEmpty ? level : max(1, level - 1)), [range])
  }

  private func markdownHeading(_ range: Range<Int>, level: Int) -> Heading {
    let number = HeadingNumber(range, in: text)
    let title = StandardHeading.unwrapped((number?.titleStart ?? range.lowerBound)..<range.upperBound, in: text)
    if let standard = StandardHeading(title, in: text), var heading = self.standard(standard, title, level: level) {
      heading.section.number = number.map { text.string($0.printed) }
      heading.number = number
      return heading
    }
    let section = Section(
      kind: stage == .abstract && level > 1 ? .abstract : .body, number: number.map { text.string($0.printed) },
      title: text.string(title), level: level)
    return Heading(section: section, stage: section.kind == .abstract ? .abstract : .body, number: number)
  }

  /// Whether a heading with its text on the same line makes sense at this place.
  func fitsHere(_ heading: StandardHeading) -> Bool {
    switch heading.kind {
    case .abstract, .keywords: stage != .back
    case .references: false
    case .funding, .acknowledgements, .note: true
    default: false
    }
  }

  mutating func addInline(_ inline: InlineHeading, _ unit: Unit) {
    guard let first = unit.ranges.first else { return }
    let title = text.string(StandardHeading.unwrapped(inline.label, in: text))
    let wasFront = stage == .front
    let kind = inline.heading.kind
    add(Heading(section: Section(kind: kind, title: title, level: 1), stage: stage(of: kind)), [inline.label])
    var rest = unit
    rest.ranges[0] = inline.contentStart..<first.upperBound
    if kind == .keywords {
      addKeywords(rest)
    } else {
      addParagraph(rest)
    }
    // Funding and correspondence are often printed at the foot of the first page, before the abstract.
    if wasFront, kind != .abstract, kind != .keywords {
      stage = .front
      sections.append(Section(kind: .front, title: "", level: 0))
    }
  }
}

extension StandardHeading {
  /// Methods, Results, Discussion: sections that have sections of their own.
  static func isPart(_ title: String) -> Bool {
    let bytes = Array(title.utf8)
    guard let heading = StandardHeading(0..<bytes.count, in: ByteText(bytes)) else { return false }
    if case .part = heading.role { return true }
    return false
  }
}
