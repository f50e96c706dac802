import Literature

extension ArticleBuilder {
  mutating func startContrib(_ attributes: Attributes) {
    front.contributorType = attributes["contrib-type"] ?? "author"
    push(.contrib, .contrib, .contrib)
  }

  mutating func startContribPart(_ element: Element, _ attributes: Attributes) {
    switch element {
    case .name, .stringName: startContribName(element)
    case .nameAlternatives, .collabAlternatives: push(element, .contrib)
    case .collab, .anonymous:
      if parent == .collabAlternatives, frames.last?.note == 1 { return skip(element) }
      frames[frames.count - 1].note = 1
      push(element, .value, .collab)
      out.floor = out.count
    case .surname: capture(element, .surname)
    case .givenNames: capture(element, .given)
    case .prefix: capture(element, .prefix)
    case .suffix: capture(element, .suffix)
    default: push(element, .skip)
    }
  }

  private mutating func skip(_ element: Element) { push(element, .skip) }

  private mutating func startContribName(_ element: Element) {
    if parent == .nameAlternatives, frames.last?.note == 1 { return skip(element) }
    frames[frames.count - 1].note = 1
    front.name = Name()
    push(element, element == .name ? .contrib : .value, .contribName)
    out.floor = out.count
  }

  mutating func finishFrontPart(_ frame: Frame) {
    switch frame.role {
    case .contribName: finishContribName(frame)
    case .collab:
      front.nameOffset = front.nameOffset ?? valueOffset
      front.contributors.append(Name(literal: takeValue(frame)))
    case .contrib: finishContrib()
    case .contribGroup: break
    case .pubDate: if isMain { front.keepDate() }
    case .keyword: finishKeyword(frame)
    default: break
    }
  }

  private mutating func finishContribName(_ frame: Frame) {
    let printed = takeValue(frame)
    front.nameOffset = front.nameOffset ?? valueOffset
    var name = front.name
    if name.family == nil, name.given == nil { name.literal = printed }
    if name != Name(), name.literal != "" { front.contributors.append(name) }
    front.name = Name()
  }

  private mutating func finishContrib() {
    defer {
      front.contributors = []
      front.nameOffset = nil
    }
    let names = front.contributors.filter { $0.literal != "" }
    guard isMain, !names.isEmpty else { return }
    switch front.contributorType {
    case "editor": front.front.item.editors.append(contentsOf: names)
    case "translator": front.front.item.translators.append(contentsOf: names)
    case "author", "collab", "":
      front.front.authors.append(contentsOf: names)
      printAuthors(names)
    default: break
    }
  }

  /// One line of authors, as far as they stand side by side.
  private mutating func printAuthors(_ names: [Name]) {
    for name in names {
      if flow?.kind == .metadata {
        out.append(", ")
      } else {
        openFlow(.metadata)
        resumeFlow()
      }
      if let offset = front.nameOffset { out.anchor(at: offset) }
      front.nameOffset = nil
      out.append(Self.printed(name))
    }
  }

  /// "Given particle Family Suffix"; ideographic names without spaces, family first.
  static func printed(_ name: Name) -> String {
    if let literal = name.literal { return literal }
    let isIdeographic = name.family?.unicodeScalars.first.map { (0x3400...0x9FFF).contains($0.value) } ?? false
    if isIdeographic { return (name.family ?? "") + (name.given ?? "") }
    return [name.given, name.particle, name.family, name.suffix].compactMap { $0 }.joined(separator: " ")
  }

  private mutating func finishKeyword(_ frame: Frame) {
    out.trimSpace()
    let keyword = out.string(min(frame.start, out.count)..<out.count)
    if isMain, !keyword.isEmpty { front.front.keywords.append(keyword) }
  }

  /// A value of the front matter, once read.
  mutating func store(_ capture: Capture, _ value: String) {
    guard !value.isEmpty else { return }
    switch capture {
    case .surname:
      front.nameOffset = front.nameOffset ?? valueOffset
      front.name.family = value
    case .given:
      front.nameOffset = front.nameOffset ?? valueOffset
      front.name.given = value
    case .prefix: front.name.particle = value
    case .suffix: front.name.suffix = value
    case .year: front.date.year = front.date.year ?? DateText.year(in: value)?.0
    case .month: front.date.month = front.date.month ?? DateText.month(in: value)
    case .day: front.date.day = front.date.day ?? DateText.day(in: value)
    default: if isMain { storeOfArticle(capture, value) }
    }
  }

  private mutating func storeOfArticle(_ capture: Capture, _ value: String) {
    switch capture {
    case .journalTitle: front.front.journal = front.front.journal ?? value
    case .journalAbbreviation: front.journalAbbreviation = front.journalAbbreviation ?? value
    case .issn: front.issns.append(value)
    case .publisher: front.front.item.publisher = front.front.item.publisher ?? value
    case .publisherPlace: front.front.item.publisherPlace = front.front.item.publisherPlace ?? value
    case .articleID: front.keepIdentifier(value, type: valueType)
    case .volume: front.front.item.volume = front.front.item.volume ?? value
    case .issue: front.front.item.issue = front.front.item.issue ?? value
    case .firstPage: front.firstPage = front.firstPage ?? value
    case .lastPage: front.lastPage = front.lastPage ?? value
    case .pageRange: front.pageRange = front.pageRange ?? value
    case .elocation: front.elocation = front.elocation ?? value
    default: break
    }
  }
}
