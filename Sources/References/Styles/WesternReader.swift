import Literature
import TextAnalysis

/// What a style's reader made of a reference string.
struct ReadReference {
  var item: BibliographicItem
  var style: String
}

/// Reads references in the habits of Western publishers: authors first, title, what holds it, and where.
struct WesternReader {
  private let tokens: ReferenceTokens
  private var item: BibliographicItem
  private var authors: AuthorList?
  private var year: YearReader.Found?
  private var locator: Locator?
  private var head = 0

  init(tokens: ReferenceTokens, item: BibliographicItem) {
    self.tokens = tokens
    self.item = item
  }

  mutating func run() -> ReadReference {
    readAuthors()
    readYear()
    var locators = LocatorReader(tokens: tokens, knownYear: item.issued?.year)
    locator = locators.run(in: head..<tokens.count)
    if isInJournal { readArticle() } else { readBook() }
    takeLocator()
    if item.issued == nil { item.issued = lastYear().map { PartialDate(year: $0) } }
    return ReadReference(item: item, style: style)
  }

  // MARK: Head

  private mutating func readAuthors() {
    var reader = AuthorListReader(tokens: tokens)
    authors = reader.run(from: 0, limit: tokens.count)
    if authors == nil { authors = spelled() ?? body() }
    guard let authors else { return }
    if authors.areEditors { item.editors = authors.names } else { item.authors = authors.names }
    item.authorsTruncated = authors.isTruncated
    head = authors.end
  }

  private func spelled() -> AuthorList? {
    var reader = AuthorListReader(tokens: tokens)
    return reader.spelledNames(from: 0, limit: tokens.count)
  }

  /// A body needs a title behind it: of two sentences the first is a title, the second a journal.
  private func body() -> AuthorList? {
    var locators = LocatorReader(tokens: tokens, knownYear: nil)
    let end = locators.run(in: 0..<tokens.count)?.range.lowerBound ?? tokens.count
    let hasJournal = end < tokens.count
    let sentences = tokens.sentences(of: 0..<end).count
    var reader = AuthorListReader(tokens: tokens)
    return reader.soleBody(from: 0, sentencesAhead: hasJournal ? sentences - 1 : sentences)
  }

  private mutating func readYear() {
    guard authors != nil || tokens.isSymbol(0, "("), let found = YearReader(tokens: tokens).date(at: head) else { return }
    year = found
    item.issued = found.date
    item.yearSuffix = found.suffix
    if let status = found.status { item.status = status }
    head = found.end
  }

  private func lastYear() -> Int? {
    let bracketed = (head..<tokens.count).last {
      tokens.year($0) != nil && tokens.isSymbol($0 - 1, "(") && tokens.isSymbol($0 + 1, ")")
    }
    if let bracketed { return tokens.year(bracketed) }
    return (head..<max(head, tokens.count)).last { tokens.year($0) != nil }.flatMap(tokens.year)
  }

  // MARK: Body

  private var hostMark: Int? {
    let end = tokens.count
    return (head..<max(head, end)).first { index in
      guard tokens.word(index, "in"), tokens.isCapitalised(index), index > head else { return false }
      guard
        tokens.endsSentence(index - 1) || tokens.isSymbol(index - 1, ",") || tokens.isSymbol(index - 1, "\"")
          || tokens.isSymbol(index - 1, ".")
      else { return false }
      return tokens.isSymbol(index + 1, ":") || tokens.isCapitalised(index + 1) || tokens.isNumber(index + 1)
    }
  }

  /// A volume, or a year with pages, speaks of a journal; a host ("In:") or an imprint before the locator does not.
  private var isInJournal: Bool {
    guard let locator, hostMark == nil else { return false }
    if locator.volume != nil {
      return locator.page != nil || locator.issue != nil || locator.date != nil
    }
    let sentences = tokens.sentences(of: head..<locator.range.lowerBound)
    return Imprint(sentences: sentences, in: tokens) == nil && locator.range.lowerBound > head
      && (locator.date != nil || locator.issue != nil || item.issued != nil)
  }

  private mutating func readArticle() {
    guard let locator else { return }
    if item.type != "article" { item.type = "article-journal" }
    let parts = TitleAndContainer(head..<locator.range.lowerBound, in: tokens)
    item.title = parts.title.flatMap(tokens.trimmed)
    item.containerTitle = parts.container.flatMap { container(of: $0) }
  }

  private func container(of range: Range<Int>) -> String? {
    let text = tokens.trimmed(range)
    // The point of an abbreviation belongs to it where it has others: "J. Am. Coll. Cardiol."
    guard let text, text.utf8.contains(0x2E), tokens.isSymbol(range.upperBound - 1, ".") else { return text }
    return text + "."
  }

  private mutating func readBook() {
    let end = locator.map { $0.volume == nil && $0.range.lowerBound > head ? $0.range.lowerBound : tokens.count } ?? tokens.count
    let tail = locator.map { max($0.range.upperBound, end)..<tokens.count } ?? tokens.count..<tokens.count
    if let mark = hostMark {
      readChapter(mark: mark, end: max(mark, end), tail: tail)
      return
    }
    var body = head..<max(head, end)
    if let edition = EditionReader(tokens: tokens).edition(in: body) {
      item.edition = edition.text
      readImprint(
        tokens.sentences(of: body.lowerBound..<edition.range.lowerBound)
          + tokens.sentences(of: edition.range.upperBound..<body.upperBound) + tokens.sentences(of: tail))
      body = body.lowerBound..<edition.range.lowerBound
      item.title = tokens.trimmed(bookTitle(body))
    } else {
      let sentences = tokens.sentences(of: body)
      let start = readImprint(sentences + tokens.sentences(of: tail))
      if let start, start > body.lowerBound { body = body.lowerBound..<min(start, body.upperBound) }
      item.title = tokens.trimmed(bookTitle(body))
    }
    item.type = bookType
  }

  /// Emphasis at the start is the title; a year at its end is the work's date where none is known.
  private func bookTitle(_ body: Range<Int>) -> Range<Int> {
    let body = tokens.trimmingLeft(body)
    if let quoted = TitleAndContainer(body, in: tokens).title, tokens.isSymbol(body.lowerBound, "\"") { return quoted }
    var end = body.lowerBound
    while end < body.upperBound, tokens.emphasis(end).contains(.italic) { end += 1 }
    if end > body.lowerBound { return body.lowerBound..<end }
    var high = tokens.trimming(body).upperBound
    if item.issued == nil, high - 3 >= body.lowerBound, tokens.isSymbol(high - 1, ")"), tokens.year(high - 2) != nil,
      tokens.isSymbol(high - 3, "(")
    {
      high -= 3
    }
    if item.issued == nil, high - 2 >= body.lowerBound, tokens.year(high - 1) != nil,
      tokens.isSymbol(high - 2, ",") || tokens.isSymbol(high - 2, ".")
    {
      high -= 2
    }
    return body.lowerBound..<high
  }

  private var bookType: String {
    if item.type == "article" { return "article" }
    let isThesis = (head..<tokens.count).contains { tokens.word($0, in: ["thesis", "dissertation", "phd"]) }
    if isThesis { return "thesis" }
    if item.publisher == nil, item.url != nil { return "webpage" }
    let isReport = (head..<tokens.count).contains { tokens.word($0, "report") && tokens.word($0 - 1, in: ["technical", "tech"]) }
    return isReport ? "report" : "book"
  }

  @discardableResult
  private mutating func readImprint(_ sentences: [Range<Int>]) -> Int? {
    guard let imprint = Imprint(sentences: sentences, in: tokens) else { return nil }
    item.publisher = imprint.publisher
    item.publisherPlace = imprint.place
    return imprint.start
  }

  private mutating func readChapter(mark: Int, end: Int, tail: Range<Int>) {
    item.title = tokens.trimmed(TitleAndContainer(head..<mark, in: tokens).quotedOrWhole(head..<mark, in: tokens))
    var start = mark + 1
    if tokens.isSymbol(start, ":") { start += 1 }
    var reader = AuthorListReader(tokens: tokens)
    if let editors = reader.run(from: start, limit: end) ?? spelledEditors(from: start, limit: end),
      editors.areEditors || editors.forms.first != .literal, editors.end < end
    {
      item.editors = editors.names
      start = editors.end
    }
    let sentences = tokens.sentences(of: start..<max(start, end))
    let imprintStart = readImprint(sentences + tokens.sentences(of: tail))
    var host = start..<min(max(start, end), max(start, imprintStart ?? end))
    if let edition = EditionReader(tokens: tokens).edition(in: host) {
      item.edition = edition.text
      host = host.lowerBound..<edition.range.lowerBound
    }
    if let first = tokens.sentences(of: host).first, imprintStart == nil { host = first }
    item.containerTitle = tokens.trimmed(host)
    let isConference = host.contains {
      tokens.word($0, in: ["proceedings", "proc", "conference", "symposium", "workshop", "congress", "meeting"])
    }
    item.type = isConference ? "paper-conference" : "chapter"
  }

  private func spelledEditors(from start: Int, limit: Int) -> AuthorList? {
    var reader = AuthorListReader(tokens: tokens)
    guard let list = reader.spelledNames(from: start, limit: limit), list.areEditors else { return nil }
    return list
  }

  private mutating func takeLocator() {
    guard let locator else { return }
    if item.issued == nil {
      item.issued = locator.date
      item.yearSuffix = locator.yearSuffix
    } else if item.issued?.month == nil, let date = locator.date, date.year == item.issued?.year {
      item.issued = date
    }
    item.volume = locator.volume
    item.issue = locator.issue
    item.page = locator.page
    if locator.isArticleNumber { item.number = locator.page }
  }

  // MARK: Style

  private var style: String {
    guard item.title != nil || item.containerTitle != nil else { return "unknown" }
    let form = authors?.forms.first
    if let year, year.isBracketed {
      let isPointed = tokens.isSymbol(year.end - 1, ".")
      if form == .vancouver { return "springer" }
      return isPointed ? "apa" : form == .inverted ? "hans" : "springer"
    }
    if year != nil { return form == .vancouver ? "vancouver" : "harvard" }
    guard form != nil || item.volume != nil else { return item.issued == nil ? "unknown" : "vancouver" }
    if form == .direct || form == .spelled { return tokens.isSymbol(head, "\"") ? "ieee" : "elsevier" }
    if form == .inverted { return locator.map { tokens.isSymbol($0.range.upperBound - 1, ")") } == true ? "nature" : "harvard" }
    guard form == .vancouver || form == .literal else { return "vancouver" }
    return isContainerItalic ? "ama" : "vancouver"
  }

  private var isContainerItalic: Bool {
    guard let locator, locator.range.lowerBound > 1 else { return false }
    return tokens.emphasis(locator.range.lowerBound - 1).contains(.italic)
      || tokens.emphasis(locator.range.lowerBound - 2).contains(.italic)
  }
}

extension TitleAndContainer {
  /// The quoted title where there is one, else the whole range.
  func quotedOrWhole(_ range: Range<Int>, in tokens: ReferenceTokens) -> Range<Int> {
    let start = tokens.trimmingLeft(range).lowerBound
    return tokens.isSymbol(start, "\"") ? title ?? range : range
  }
}
