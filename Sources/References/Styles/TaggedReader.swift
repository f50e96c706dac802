import Literature
import TextAnalysis

/// Turns the tagger's cuts into fields: names taken apart, locators read, labels and marks dropped.
struct TaggedReader {
  private let tokens: ReferenceTokens
  private let segments: [(label: FieldLabel, tokens: Range<Int>)]
  private var item: BibliographicItem
  private var authors: AuthorList?
  private var hasBracketedYear = false
  /// Some stretch found no field; it is kept as a note.
  private var hasUnreadText = false

  init(tokens: ReferenceTokens, segments: [FieldSegment], item: BibliographicItem) {
    self.tokens = tokens
    self.item = item
    self.segments = segments.map { segment in
      (segment.label, tokens.firstToken(at: segment.range.lowerBound)..<tokens.firstToken(at: segment.range.upperBound))
    }
  }

  mutating func run() -> ReadReference {
    readPeople()
    readTitles()
    readImprint()
    readPlace()
    item.type = type
    return ReadReference(item: item, style: style, hasUnreadText: hasUnreadText)
  }

  private func all(_ label: FieldLabel) -> [Range<Int>] { segments.filter { $0.label == label }.map(\.tokens) }
  private func first(_ label: FieldLabel) -> Range<Int>? { segments.first { $0.label == label }?.tokens }

  // MARK: People

  private mutating func readPeople() {
    for range in all(.author) {
      guard let list = names(in: range) else { continue }
      if authors == nil { authors = list }
      if list.areEditors { item.editors += list.names } else { item.authors += list.names }
      item.authorsTruncated = item.authorsTruncated || list.isTruncated
    }
    for range in all(.editor) {
      let isTranslator = range.contains { isTranslation($0) }
      guard let list = names(in: behindIntroduction(range)) else { continue }
      if isTranslator { item.translators += list.names } else { item.editors += list.names }
    }
  }

  private func isTranslation(_ index: Int) -> Bool {
    tokens.word(index, in: ["trans", "translated", "translator", "translators", "übers", "übersetzt", "trad", "traduit"])
      || (tokens.isHan(index) && tokens.string(index).hasSuffix("译"))
  }

  /// Behind "In:", "edited by", "Hrsg. von".
  private func behindIntroduction(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    while start < range.upperBound,
      tokens.kind(start) == .symbol
        || tokens.word(
          start, in: ["in", "edited", "by", "ed", "eds", "translated", "trans", "hrsg", "von", "dans", "dir", "trad", "par"])
        || (tokens.isHan(start) && tokens.string(start) == "见")
    {
      start += 1
    }
    return start..<range.upperBound
  }

  /// The names of a stretch: as a list of persons if that reads nearly all of it, else as bodies.
  private func names(in range: Range<Int>) -> AuthorList? {
    let range = tokens.trimming(range)
    guard !range.isEmpty else { return nil }
    var reader = AuthorListReader(tokens: tokens)
    if let list = reader.run(from: range.lowerBound, limit: tokens.count), list.end + 1 >= range.upperBound { return list }
    var spelled = AuthorListReader(tokens: tokens)
    if let list = spelled.spelledNames(from: range.lowerBound, limit: tokens.count), list.end + 1 >= range.upperBound {
      return list
    }
    return bodies(in: range)
  }

  private func bodies(in range: Range<Int>) -> AuthorList? {
    var list = AuthorList()
    var end = range.upperBound
    while end > range.lowerBound, isTruncation(end - 1) || tokens.kind(end - 1) == .symbol {
      if isTruncation(end - 1) { list.isTruncated = true }
      if tokens.word(end - 1, in: ["eds", "ed", "editor", "editors", "hrsg"]) { list.areEditors = true }
      end -= 1
    }
    let isHan = (range.lowerBound..<end).contains { tokens.isHan($0) }
    for part in isHan ? tokens.split(range.lowerBound..<end, at: ",") : tokens.split(range.lowerBound..<end, at: ";") {
      guard let text = tokens.trimmed(part) else { continue }
      list.names.append(isHan ? HanBody.name(text) : Name(literal: text))
      list.forms.append(isHan ? .han : .literal)
    }
    list.end = range.upperBound
    return list.names.isEmpty ? nil : list
  }

  private func isTruncation(_ index: Int) -> Bool {
    tokens.word(index, in: ["et", "al", "eds", "ed", "editor", "editors", "hrsg"])
      || (tokens.isHan(index) && ["等", "等人", "译", "编", "主编", "著"].contains(tokens.string(index)))
  }

  // MARK: Titles

  private mutating func readTitles() {
    item.title = first(.title).flatMap { tokens.trimmed(unquoted($0)) }
    let host = first(.journal) ?? first(.container)
    item.containerTitle = host.flatMap { container(of: withoutHostWord($0)) }
    item.collectionTitle = first(.series).flatMap { tokens.trimmed($0) }
    if item.title == nil, first(.journal) == nil, let container = item.containerTitle {
      item.title = container
      item.containerTitle = nil
    }
  }

  private func unquoted(_ range: Range<Int>) -> Range<Int> {
    var range = tokens.trimming(range)
    if tokens.isSymbol(range.lowerBound, "'"), tokens.isSymbol(range.upperBound - 1, "'") {
      range = range.lowerBound + 1..<max(range.lowerBound + 1, range.upperBound - 1)
    }
    return range
  }

  private func withoutHostWord(_ range: Range<Int>) -> Range<Int> {
    var start = tokens.trimming(range).lowerBound
    if tokens.word(start, in: ["in", "dans"]) || (tokens.isHan(start) && tokens.string(start) == "见"),
      start + 1 < range.upperBound
    {
      start += 1
      while tokens.isSymbol(start, ":") { start += 1 }
    }
    return start..<max(start, range.upperBound)
  }

  private func container(of range: Range<Int>) -> String? {
    let text = tokens.trimmed(range)
    // The point of an abbreviation belongs to it where it has others: "J. Am. Coll. Cardiol."
    guard let text, text.utf8.contains(0x2E), tokens.isSymbol(range.upperBound - 1, ".") else { return text }
    return text + "."
  }

  // MARK: Imprint

  private mutating func readImprint() {
    // A meeting's place stands before its publisher's; a book's co-publisher stands behind.
    item.publisher = (item.containerTitle == nil ? all(.publisher).first : all(.publisher).last).flatMap { tokens.trimmed($0) }
    item.publisherPlace = (item.containerTitle == nil ? all(.location).first : all(.location).last).flatMap { tokens.trimmed($0) }
    if let range = first(.edition) {
      item.edition = EditionReader(tokens: tokens).edition(in: range)?.text ?? tokens.trimmed(range)
    }
    if let range = first(.genre), !tokens.isSymbol(range.lowerBound, "[") { item.genre = tokens.trimmed(range) }
    let unread = unreadStretches()
    hasUnreadText = !unread.isEmpty
    item.note = joined(all(.note).filter { !isAccess($0) } + unread)
  }

  private func joined(_ ranges: [Range<Int>]) -> String? {
    let parts = ranges.compactMap { tokens.trimmed($0) }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  /// A second title or host, which no field holds.
  private func unreadStretches() -> [Range<Int>] {
    let stretches = all(.title).dropFirst() + (all(.journal) + all(.container)).dropFirst() + all(.series).dropFirst()
    return stretches.filter { $0.contains { tokens.isWord($0) || tokens.isHan($0) } }
  }

  /// "Available from:", "Accessed May 3, 2019": said by the address and its date already.
  private func isAccess(_ range: Range<Int>) -> Bool {
    range.contains { tokens.word($0, in: ["available", "retrieved", "accessed", "from", "url", "online", "cited"]) }
      || !range.contains { tokens.isWord($0) || tokens.isHan($0) }
  }

  // MARK: Date, volume, pages

  private mutating func readPlace() {
    let places = segments.filter { [.volume, .pages, .date].contains($0.label) }.map(\.tokens)
    readLeadingDate()
    if let low = places.map(\.lowerBound).max(by: >), let high = places.map(\.upperBound).max() {
      var reader = LocatorReader(tokens: tokens, knownYear: item.issued?.year)
      let behind = max(low, first(.journal)?.upperBound ?? first(.container)?.upperBound ?? low)
      if let found = reader.run(in: min(behind, high)..<high) { take(found) }
    }
    if item.volume == nil, let range = first(.volume) { readVolume(range) }
    if item.issue == nil, let range = all(.volume).dropFirst().first {
      item.issue = range.first { tokens.isNumber($0) }.map { tokens.string($0) }
    }
    if item.page == nil, let range = first(.pages) { item.page = pages(in: range) }
    if item.issued == nil { item.issued = all(.date).compactMap { date(in: $0) }.first }
    if item.issued == nil { item.issued = lastYear() }
  }

  private mutating func readLeadingDate() {
    guard let range = first(.date),
      let found = YearReader(tokens: tokens).date(
        at: tokens.isSymbol(range.lowerBound - 1, "(") ? range.lowerBound - 1 : range.lowerBound),
      found.end <= range.upperBound + 1
    else { return }
    item.issued = found.date
    item.yearSuffix = found.suffix
    item.status = found.status ?? item.status
    hasBracketedYear = found.isBracketed
  }

  private mutating func take(_ locator: Locator) {
    if item.issued == nil {
      item.issued = locator.date
      item.yearSuffix = locator.yearSuffix
    } else if item.issued?.month == nil, let date = locator.date, date.year == item.issued?.year {
      item.issued = date
    }
    if first(.volume) != nil {
      item.volume = locator.volume
      item.issue = locator.issue
    }
    guard first(.pages) != nil || locator.isArticleNumber || first(.volume) == nil else { return }
    item.page = locator.page
    if locator.isArticleNumber { item.number = locator.page }
  }

  private mutating func readVolume(_ range: Range<Int>) {
    let numbers = range.filter { tokens.isNumber($0) || tokens.isAllCapitals($0) && tokens.length($0) <= 5 }
    guard let first = numbers.first else { return }
    item.volume = tokens.string(first)
    guard item.issue == nil, let second = numbers.dropFirst().first else { return }
    item.issue = tokens.string(second)
  }

  private func pages(in range: Range<Int>) -> String? {
    var range = tokens.trimming(range)
    while !range.isEmpty,
      tokens.word(range.lowerBound, in: ["pp", "p", "pages", "page", "s", "ss", "pg", "art", "article", "no", "id"])
        || tokens.kind(range.lowerBound) == .symbol
    {
      range = range.lowerBound + 1..<range.upperBound
    }
    while !range.isEmpty,
      tokens.word(range.upperBound - 1, in: ["p", "pp", "pages", "s"]) || tokens.isSymbol(range.upperBound - 1, ")")
        || tokens.isSymbol(range.upperBound - 1, ".")
    {
      range = range.lowerBound..<range.upperBound - 1
    }
    return range.isEmpty ? nil : tokens.trimmed(range)
  }

  private func date(in range: Range<Int>) -> PartialDate? {
    guard let index = range.first(where: { tokens.year($0) != nil }), let year = tokens.year(index) else { return nil }
    var date = PartialDate(year: year)
    for other in range where other != index {
      if tokens.isWord(other), let month = MonthName.number(of: tokens.string(other).lowercased()) {
        date.month = date.month ?? month
      }
      if tokens.isNumber(other), tokens.length(other) <= 2, let day = Int(tokens.string(other)), (1...31).contains(day) {
        date.day = day
      }
    }
    if date.month == nil { date.day = nil }
    return date
  }

  private func lastYear() -> PartialDate? {
    let skipped = all(.title) + all(.link) + all(.note)
    return (0..<tokens.count).last { index in tokens.year(index) != nil && !skipped.contains { $0.contains(index) } }
      .flatMap(tokens.year).map { PartialDate(year: $0) }
  }

  // MARK: Kind and style

  private func says(_ words: [StaticString], in ranges: [Range<Int>]) -> Bool {
    ranges.contains { $0.contains { tokens.word($0, in: words) } }
  }

  private var type: String {
    if item.type == "article" { return "article" }
    let kinds = all(.genre) + all(.note)
    if says(["thesis", "dissertation", "phd", "thèse", "diplomarbeit", "habilitation"], in: kinds) { return "thesis" }
    if says(["patent"], in: kinds) { return "patent" }
    if first(.journal) != nil { return "article-journal" }
    if item.containerTitle != nil {
      let isMeeting = says(
        ["proceedings", "proc", "conference", "symposium", "workshop", "congress", "meeting", "colloquium"], in: all(.container))
      return isMeeting ? "paper-conference" : "chapter"
    }
    if item.volume != nil, item.page != nil, item.publisher == nil { return "article-journal" }
    if says(["report", "tech", "rep"], in: kinds) { return "report" }
    return item.publisher == nil && item.url != nil ? "webpage" : "book"
  }

  private var style: String {
    guard item.title != nil || item.containerTitle != nil else { return "unknown" }
    let form = authors?.forms.first
    if hasBracketedYear {
      if form == .vancouver { return "springer" }
      let isPointed = first(.date).map { tokens.isSymbol($0.upperBound - 1, ".") } ?? false
      return isPointed ? "apa" : form == .inverted ? "hans" : "springer"
    }
    let isYearEarly = first(.date).map { date in first(.title).map { date.lowerBound < $0.lowerBound } ?? false } ?? false
    if isYearEarly { return form == .vancouver ? "vancouver" : "harvard" }
    if form == .direct || form == .spelled {
      return first(.title).map { tokens.isSymbol($0.lowerBound, "\"") } == true ? "ieee" : "elsevier"
    }
    if form == .inverted { return "harvard" }
    return form == nil && item.volume == nil && item.issued == nil ? "unknown" : "vancouver"
  }
}

extension ReferenceTokens {
  /// The first token that starts at or after a byte; O(log n).
  func firstToken(at offset: Int) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if tokens[middle].start < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
