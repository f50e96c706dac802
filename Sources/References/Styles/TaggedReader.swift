import Literature
import TextAnalysis

/// Turns the tagger's cuts into fields: names taken apart, locators read, labels and marks dropped.
struct TaggedReader {
  let tokens: ReferenceTokens
  let segments: [(label: FieldLabel, tokens: Range<Int>)]
  /// What the string says of its kind; no segment holds these words.
  let marks: [KindMark]
  /// Tokens of the marks, and of identifiers, addresses and access dates.
  let taken: [Range<Int>]
  var item: BibliographicItem
  var authors: AuthorList?
  var hasBracketedYear = false
  /// Some stretch found no field; it is kept as a note.
  private var hasUnreadText = false

  /// `read`: bytes of identifiers, addresses and access dates that `item` holds already, ascending.
  init(tokens: ReferenceTokens, segments: [FieldSegment], read: [Range<Int>] = [], item: BibliographicItem) {
    self.tokens = tokens
    self.item = item
    marks = KindMarkReader(tokens: tokens).run()
    taken = read.map { tokens.firstToken(at: $0.lowerBound)..<tokens.firstToken(at: $0.upperBound) } + marks.map(\.range)
    let stretches = segments.map { segment in
      (segment.label, tokens.firstToken(at: segment.range.lowerBound)..<tokens.firstToken(at: segment.range.upperBound))
    }
    self.segments = SegmentMender(tokens: tokens).mended(stretches).flatMap { [taken] segment in
      let pieces = segment.label == .link ? [segment.tokens] : tokens.pieces(of: segment.tokens, without: taken)
      return pieces.map { (segment.label, $0) }
    }
  }

  mutating func run() -> ReadReference {
    readPeople()
    readTitles()
    readImprint()
    readPlace()
    readMarks()
    item.type = type
    if item.type == "dataset" || item.type == "report", let host = item.containerTitle {
      item.publisher = [host, item.publisher].compactMap { $0 }.joined(separator: ", ")
      item.containerTitle = nil
    }
    return ReadReference(item: item, style: style, hasUnreadText: hasUnreadText)
  }

  func all(_ label: FieldLabel) -> [Range<Int>] { segments.filter { $0.label == label }.map(\.tokens) }
  func first(_ label: FieldLabel) -> Range<Int>? { segments.first { $0.label == label }?.tokens }

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
    var range = tokens.trimming(range)
    // "Roe A, inventor; Example Works, assignee" names who invented it, and then who owns it.
    if let inventor = range.first(where: { tokens.word($0, in: ["inventor", "inventors"]) }) {
      range = tokens.trimming(range.lowerBound..<inventor)
    }
    guard !range.isEmpty else { return nil }
    var reader = AuthorListReader(tokens: tokens)
    if let list = reader.run(from: range.lowerBound, limit: tokens.count) {
      // A body's name that runs far into the title is read anew, within the stretch.
      if list.end + 1 >= range.upperBound {
        return list.forms == [.literal] && list.end > range.upperBound + 2 ? bodies(in: range) : list
      }
      if let whole = withBody(list, upTo: range.upperBound) { return whole }
    }
    var spelled = AuthorListReader(tokens: tokens)
    if let list = spelled.spelledNames(from: range.lowerBound, limit: tokens.count, end: range.upperBound),
      list.end + 1 >= range.upperBound
    {
      return list
    }
    return bodies(in: range)
  }

  /// Persons and, behind a semicolon, the body that they wrote for: "Roe A, Doe B, et al; Nordic Kidney Consortium".
  private func withBody(_ list: AuthorList, upTo end: Int) -> AuthorList? {
    guard tokens.isSymbol(list.end - 1, ";"), let body = NameReader(tokens: tokens).bodyName(at: list.end), body.end + 1 >= end
    else { return nil }
    var list = list
    list.names.append(body.name)
    list.forms.append(body.form)
    list.end = body.end
    return list
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
    if let range = first(.title) {
      let title = withoutEdition(withoutHead(quotation(in: range)))
      item.title = tokens.trimmed(unquoted(title))
    }
    let host = first(.journal) ?? first(.container) ?? host(behindMarkIn: all(.title))
    item.containerTitle = host.flatMap { container(of: withoutStatus(withoutHostWord($0))) }
    if item.title == nil, first(.journal) != nil, let book = first(.container) {
      item.title = tokens.trimmed(withoutHostWord(book))
    }
    item.collectionTitle = first(.series).flatMap { tokens.trimmed($0) }
    if item.title == nil, first(.journal) == nil, let container = item.containerTitle {
      item.title = container
      item.containerTitle = nil
    }
  }

  /// What stands in quotation marks at the start of a title; what is behind is none of it: "“It,” Ministry of Birds".
  private func quotation(in range: Range<Int>) -> Range<Int> {
    guard tokens.isSymbol(range.lowerBound, "\""),
      let close = range.dropFirst().first(where: { tokens.isSymbol($0, "\"") }), close > range.lowerBound + 2,
      close + 1 < range.upperBound, tokens.isSymbol(close - 1, ",") || tokens.isSymbol(close - 1, ".")
    else { return range }
    return range.lowerBound + 1..<close
  }

  /// The title without a body that wrote it and a year before it, where neither was found elsewhere: "The Audit Commission. Title",
  /// "2012 Title".
  private mutating func withoutHead(_ range: Range<Int>) -> Range<Int> {
    var range = behindEditors(tokens.trimming(range))
    if item.authors.isEmpty, item.editors.isEmpty, let body = leadingBody(of: range) {
      item.authors = [Name(literal: tokens.trimmed(range.lowerBound..<body) ?? "")]
      range = body..<range.upperBound
    }
    let isMonth = tokens.isNumber(range.lowerBound) && tokens.length(range.lowerBound) <= 2
    let year = isMonth ? range.lowerBound + 1 : range.lowerBound
    if first(.date) == nil, year + 2 < range.upperBound, let found = tokens.year(year), tokens.isCapitalised(year + 1) {
      item.issued = PartialDate(year: found)
      range = year + 1..<range.upperBound
    }
    return range
  }

  /// Without "editors." at its start, which belongs to the names before.
  private func behindEditors(_ range: Range<Int>) -> Range<Int> {
    guard tokens.word(range.lowerBound, in: ["editors", "editor", "eds"]), tokens.isSymbol(range.lowerBound + 1, "."),
      range.count > 3
    else { return range }
    return tokens.trimming(range.lowerBound + 2..<range.upperBound)
  }

  /// Where the first sentence of a title ends, if it names a body and more sentences follow.
  private func leadingBody(of range: Range<Int>) -> Int? {
    let sentences = tokens.sentences(of: range)
    guard sentences.count > 1, sentences[0].count <= 14, let last = tokens.trimming(sentences[0]).last,
      tokens.isCapitalised(last),
      OrganisationWords.contains(tokens.string(last)), !OrganisationWords.isWeak(tokens.string(last)),
      tokens.isSymbol(sentences[0].upperBound - 1, "."), tokens.trimming(sentences[0]).count > 1,
      sentences[0].allSatisfy({ !tokens.isWord($0) || tokens.isCapitalised($0) || tokens.length($0) <= 3 })
    else { return nil }
    return sentences[0].upperBound
  }

  /// The title before "4th Edn" or ", 62 edition", which no segment of its own holds.
  private mutating func withoutEdition(_ range: Range<Int>) -> Range<Int> {
    // "Die Leber. 3. Aufl.", of which the tagger gave the title the number alone.
    if let last = range.last(where: { tokens.isNumber($0) || tokens.isWord($0) }), tokens.isNumber(last),
      tokens.length(last) <= 2,
      tokens.isSymbol(last + 1, "."), tokens.word(last + 2, in: Self.auflage), last > range.lowerBound + 1
    {
      item.edition = tokens.string(last)
      return range.lowerBound..<last
    }
    guard first(.edition) == nil, first(.journal) == nil,
      let number = range.dropFirst(2).first(where: { tokens.isNumber($0) && tokens.length($0) <= 2 && editionEnd(at: $0) != nil }
      ),
      let end = editionEnd(at: number), end <= range.upperBound
    else { return range }
    item.edition = EditionReader(tokens: tokens).edition(in: number..<end)?.text ?? tokens.trimmed(number..<end)
    return range.lowerBound..<number
  }

  private static let auflage: [StaticString] = ["aufl", "auflage"]

  private func editionEnd(at number: Int) -> Int? {
    let ordinal = tokens.word(number + 1, in: ["st", "nd", "rd", "th"]) ? number + 2 : number + 1
    return tokens.word(ordinal, in: ["ed", "edn", "edition"]) ? ordinal + 1 : nil
  }

  /// "Title [Preprint]. bioRxiv.": what the tagger took for more of the title.
  private func host(behindMarkIn titles: [Range<Int>]) -> Range<Int>? {
    guard titles.count > 1,
      marks.contains(where: { $0.range.upperBound >= titles[0].upperBound && $0.range.upperBound <= titles[1].lowerBound })
    else { return nil }
    return titles[1]
  }

  private func unquoted(_ range: Range<Int>) -> Range<Int> {
    var range = tokens.trimming(range)
    if tokens.isSymbol(range.lowerBound, "'"), tokens.isSymbol(range.upperBound - 1, "'") {
      range = range.lowerBound + 1..<max(range.lowerBound + 1, range.upperBound - 1)
    }
    return range
  }

  private func withoutHostWord(_ range: Range<Int>) -> Range<Int> {
    var start = behindEditors(tokens.trimming(range)).lowerBound
    if tokens.word(start, in: ["in", "dans"]) || (tokens.isHan(start) && tokens.string(start) == "见"),
      start + 1 < range.upperBound
    {
      start += 1
      while tokens.isSymbol(start, ":") { start += 1 }
    }
    return start..<max(start, range.upperBound)
  }

  /// "Liver Cancer. In press": what is said of the work's state is no part of its host.
  private mutating func withoutStatus(_ range: Range<Int>) -> Range<Int> {
    let last = tokens.trimming(range).upperBound
    let start = last - 2
    guard start > range.lowerBound, tokens.kind(start - 1) == .symbol, tokens.word(start, "in"),
      tokens.word(start + 1, in: ["press", "print"])
    else { return range }
    item.status = item.status ?? "in press"
    return range.lowerBound..<start
  }

  func container(of range: Range<Int>) -> String? {
    let text = tokens.trimmed(range)
    // The point of an abbreviation belongs to it where it has others: "J. Am. Coll. Cardiol."
    guard let text, text.utf8.contains(0x2E), tokens.isSymbol(range.upperBound - 1, ".") else { return text }
    return text + "."
  }

  // MARK: Imprint

  private mutating func readImprint() {
    // A meeting's place stands before its publisher's; a book's co-publisher stands behind.
    let publishers = all(.publisher).filter { !tokens.word(tokens.trimming($0).lowerBound, in: Self.auflage) }
    item.publisher = (item.containerTitle == nil ? publishers.first : publishers.last).flatMap { readPublisher($0) }
    let places = item.containerTitle == nil ? all(.location).first : all(.location).last
    item.publisherPlace = places.flatMap { place(of: $0) } ?? item.publisherPlace
    if let range = first(.edition), let version = version(in: range) {
      item.further.append("version", version)
    } else if let range = first(.edition) {
      item.edition = EditionReader(tokens: tokens).edition(in: range)?.text ?? tokens.trimmed(range)
    }
    if let range = first(.genre), !tokens.isSymbol(range.lowerBound, "[") { item.genre = tokens.trimmed(range) }
    let unread = unreadStretches()
    hasUnreadText = !unread.isEmpty
    item.note = joined(all(.note).filter { !isAccess($0) && !isReport($0) } + unread)
  }

  /// "Silver Spring, MD: FDA" is place and publisher where the tagger found no place.
  private mutating func readPublisher(_ range: Range<Int>) -> String? {
    guard all(.location).isEmpty, let colon = range.dropFirst().first(where: { tokens.isSymbol($0, ":") }),
      colon - range.lowerBound <= 6, tokens.isCapitalised(range.lowerBound),
      let publisher = tokens.trimmed(colon + 1..<range.upperBound),
      !range.contains(where: { tokens.isNumber($0) })
    else { return tokens.trimmed(range) }
    item.publisherPlace = tokens.trimmed(range.lowerBound..<colon)
    return publisher
  }

  /// "(Version 2)", "v1.0"
  private func version(in range: Range<Int>) -> String? {
    guard let word = range.first(where: { tokens.word($0, in: ["version", "ver"]) }) else { return nil }
    let end = (word + 1..<range.upperBound).first { tokens.isSymbol($0, ")") } ?? range.upperBound
    return tokens.trimmed(word + 1..<end)
  }

  /// The last of two places in one stretch ("Lyon, France. Berlin"), with the last point of an abbreviation ("Oxford, U.K.").
  private func place(of range: Range<Int>) -> String? {
    let range = tokens.trimming(range)
    let last = tokens.sentences(of: range).last { !tokens.trimming($0).isEmpty } ?? range
    guard let text = tokens.trimmed(item.containerTitle == nil ? range : last) else { return nil }
    let isAbbreviation = tokens.isAllCapitals(range.upperBound - 1) && tokens.length(range.upperBound - 1) == 1
    return isAbbreviation && tokens.isSymbol(range.upperBound - 2, ".") && tokens.isSymbol(range.upperBound, ".")
      ? text + "." : text
  }

  private func joined(_ ranges: [Range<Int>]) -> String? {
    let parts = ranges.compactMap { tokens.trimmed($0) }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  /// A second title or host, which no field holds.
  private func unreadStretches() -> [Range<Int>] {
    let isHost = first(.journal) == nil && first(.container) == nil && host(behindMarkIn: all(.title)) != nil
    let hosts = all(.journal) + all(.container).dropFirst(all(.title).isEmpty && first(.journal) != nil ? 1 : 0)
    let stretches = all(.title).dropFirst(isHost ? 2 : 1) + hosts.dropFirst() + all(.series).dropFirst()
    return stretches.filter { $0.contains { tokens.isWord($0) || tokens.isHan($0) } }
  }

  /// "Available from:", "Accessed May 3, 2019": said by the address and its date already.
  private func isAccess(_ range: Range<Int>) -> Bool {
    range.contains { tokens.word($0, in: ["available", "retrieved", "accessed", "from", "url", "online", "cited"]) }
      || !range.contains { tokens.isWord($0) || tokens.isHan($0) }
  }
}

extension ReferenceTokens {
  /// The parts of a range outside of others that hold a word, a number or Han.
  func pieces(of range: Range<Int>, without taken: [Range<Int>]) -> [Range<Int>] {
    guard taken.contains(where: { $0.overlaps(range) }) else { return [range] }
    var pieces: [Range<Int>] = []
    var start = range.lowerBound
    for index in range where taken.contains(where: { $0.contains(index) }) {
      if start < index { pieces.append(start..<index) }
      start = index + 1
    }
    if start < range.upperBound { pieces.append(start..<range.upperBound) }
    return pieces.filter { $0.contains { isWord($0) || isNumber($0) || isHan($0) } }
  }

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
