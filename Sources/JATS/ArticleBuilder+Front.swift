import Literature

extension ArticleBuilder {
  var isMain: Bool { subArticleDepth == 0 }

  /// The root, wrappers around it, and the children of `article`.
  mutating func startOutside(_ element: Element, _ attributes: Attributes) {
    if rootName.isEmpty { rootName = element.rawValue.isEmpty ? "another element" : element.rawValue }
    switch element {
    case .article: startArticle(attributes)
    case .front: push(element, .front)
    case .body: openSection(element, kind: inheritedKind(or: .body), mode: .text, language: nil, made: false)
    case .back: openSection(element, kind: inheritedKind(or: .note), mode: .text, language: nil, made: false)
    case .floatsGroup, .floatsWrap: openSection(element, kind: inheritedKind(or: .body), mode: .text, language: nil, made: false)
    case .subArticle, .response: startSubArticle(element, attributes)
    case .frontStub: push(element, .meta)
    default: push(element, foundArticle && frames.last?.element == .article ? .skip : .outside)
    }
  }

  private mutating func startArticle(_ attributes: Attributes) {
    guard !foundArticle else {
      if extraArticles == 0 {
        diagnose(
          .warning, "several-articles", "The file holds several articles; the first is read. Split it into one file an article.")
      }
      extraArticles += 1
      push(.article, .skip)
      return
    }
    foundArticle = true
    if let language = attributes["lang"] { front.front.language = Language(language) }
    article.front.language = front.front.language
    front.front.item.type = attributes["article-type"] == "preprint" ? "article" : "article-journal"
    push(.article, .outside)
  }

  mutating func startSubArticle(_ element: Element, _ attributes: Attributes) {
    let isTranslation = attributes["article-type"] == "translation"
    openSection(element, kind: .subArticle, mode: .outside, language: attributes["lang"], role: .subArticle)
    frames[frames.count - 1].note = isTranslation ? 1 : 0
    subArticleDepth += 1
  }

  mutating func startFront(_ element: Element, _ attributes: Attributes) {
    switch element {
    case .journalMeta: push(element, isMain ? .journal : .skip)
    case .articleMeta: push(element, .meta)
    case .notes, .list, .p: startText(element, attributes)
    default: push(element, .skip)
    }
  }

  mutating func startJournal(_ element: Element, _ attributes: Attributes) {
    switch element {
    case .journalTitle: capture(element, .journalTitle)
    case .abbrevJournalTitle: capture(element, .journalAbbreviation)
    case .issn: capture(element, .issn)
    case .publisherName: capture(element, .publisher)
    case .publisherLoc: capture(element, .publisherPlace)
    default: push(element, .journal)
    }
  }

  /// The children of article-meta, front-stub and the groups in them.
  mutating func startMeta(_ element: Element, _ attributes: Attributes) {
    switch element {
    case .articleID: capture(element, .articleID, type: attributes["pub-id-type"] ?? "")
    case .titleGroup, .transTitleGroup: push(element, .meta, note: titleLanguage(attributes))
    case .articleTitle, .transTitle, .subtitle, .transSubtitle: startFrontTitle(element, attributes)
    case .contribGroup: push(element, .meta, .contribGroup)
    case .contrib: startContrib(attributes)
    case .pubDate: startDate(attributes)
    case .volume: capture(element, .volume)
    case .issue: capture(element, .issue)
    case .fpage: capture(element, .firstPage)
    case .lpage: capture(element, .lastPage)
    case .pageRange: capture(element, .pageRange)
    case .elocationID: capture(element, .elocation)
    default: startMetaText(element, attributes)
    }
  }

  /// The parts of the front matter that are read as text.
  private mutating func startMetaText(_ element: Element, _ attributes: Attributes) {
    switch element {
    case .abstract, .transAbstract: startText(element, attributes)
    case .kwdGroup: openSection(element, kind: .keywords, mode: .meta, language: attributes["lang"])
    case .title where sections.last?.kind == .keywords: startHeading(element)
    case .kwd, .compoundKwd, .nestedKwd: startKeyword(element)
    case .fundingGroup: openSection(element, kind: .funding, mode: .meta, language: nil)
    case .fundingStatement:
      openFlow(.paragraph)
      push(element, .text, .paragraph)
    case .authorNotes:
      push(element, .meta, .aside)
      kind = .note
    case .fn: startText(element, attributes)
    case .fnGroup: startText(element, attributes)
    default: push(element, .skip)
    }
  }

  private mutating func startKeyword(_ element: Element) {
    if flow == nil {
      openFlow(.keywords)
      resumeFlow()
    } else if element != .nestedKwd {
      out.append("; ")
    }
    push(element, .value, .keyword)
  }

  private mutating func titleLanguage(_ attributes: Attributes) -> Int {
    closeFlow()
    valueType = attributes["lang"] ?? ""
    return 0
  }

  /// Titles are printed; a subtitle goes on in the block of its title.
  private mutating func startFrontTitle(_ element: Element, _ attributes: Attributes) {
    if element == .subtitle || element == .transSubtitle, flow != nil {
      out.trimSpace()
      if let last = out.last, last != 0x3A, last != 0x3F { out.append(":") }
      out.space()
    } else {
      openFlow(isMain ? .title : .heading)
      resumeFlow()
      if let language = attributes["lang"] { valueType = language }
    }
    push(element, .value, .frontTitle)
    frames[frames.count - 1].start = flow?.start ?? out.count
  }

  mutating func finishFrontTitle(_ frame: Frame) {
    out.trimSpace()
    let text = out.string(min(frame.start, out.count)..<out.count)
    guard !text.isEmpty else { return }
    let isSubtitle = frame.element == .subtitle || frame.element == .transSubtitle
    let given = valueType.isEmpty ? nil : Language(valueType)
    if !isMain {
      if let index = sections.last?.index { article.sections[index].title = text }
      guard let outer = frames.last(where: { $0.element == .subArticle || $0.element == .response }), outer.note == 1 else {
        return
      }
    }
    let language = given ?? (frame.element == .articleTitle ? sections.last?.language ?? front.front.language : .undetermined)
    if isSubtitle, !front.front.titles.isEmpty {
      front.front.titles[front.front.titles.count - 1].text = text
    } else {
      front.front.titles.append(.init(text: text, language: language))
    }
  }

  private mutating func startDate(_ attributes: Attributes) {
    front.date = (nil, nil, nil)
    front.dateType = attributes["pub-type"] ?? attributes["date-type"] ?? ""
    push(.pubDate, .date, .pubDate)
  }

  mutating func startDatePart(_ element: Element) {
    switch element {
    case .year: capture(element, .year)
    case .month: capture(element, .month)
    case .day: capture(element, .day)
    default: push(element, .skip)
    }
  }
}
