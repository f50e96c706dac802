import Literature
import TextAnalysis

/// Reads references of GB/T 7714 in either script: `作者. 题名[J]. 刊名, 2024, 10(3): 17-68.`, `AUTHOR A. Title[M]. Place: Publisher, 2010: 5-6.`
struct StandardReader {
  private let tokens: ReferenceTokens
  private var item: BibliographicItem
  /// Tokens of the type mark with its brackets.
  private let mark: Range<Int>
  private let code: String

  private static let types: [String: String] = [
    "J": "article-journal", "M": "book", "C": "paper-conference", "D": "thesis", "R": "report", "S": "standard", "P": "patent",
    "N": "article-newspaper", "G": "book", "A": "chapter", "Z": "document", "CP": "software", "DB": "dataset", "DS": "dataset",
    "EB": "webpage",
    "CM": "map", "K": "book", "PP": "article",
  ]

  /// Nil where the string has no type mark such as `[J]` or `[EB/OL]`, and no `//` before a host.
  init?(tokens: ReferenceTokens, item: BibliographicItem) {
    for index in 0..<tokens.count where tokens.isSymbol(index, "[") && tokens.isWord(index + 1) && tokens.length(index + 1) <= 2 {
      let code = tokens.string(index + 1)
      guard Self.types[code] != nil else { continue }
      var end = index + 2
      if tokens.isSymbol(end, "/"), tokens.isWord(end + 1) { end += 2 }
      guard tokens.isSymbol(end, "]") else { continue }
      mark = index..<end + 1
      self.code = code
      self.tokens = tokens
      self.item = item
      return
    }
    guard let host = (1..<max(1, tokens.count)).first(where: { Self.isHostMark(tokens, $0) }) else { return nil }
    mark = host..<host
    code = "M"
    self.tokens = tokens
    self.item = item
  }

  /// `//` between a part and its host where no type mark is printed; addresses are cut already.
  private static func isHostMark(_ tokens: ReferenceTokens, _ index: Int) -> Bool {
    tokens.isSymbol(index, "/") && tokens.isSymbol(index + 1, "/") && !tokens.hasGap(before: index + 1)
      && tokens.isHan(index - 1) && !tokens.isSymbol(index + 2, "/")
  }

  mutating func run() -> ReadReference {
    item.type = Self.types[code] ?? "document"
    readHead()
    var rest = mark.upperBound
    if let host = translatedHost(from: rest) {
      readImprint(tokens.trimmingLeft(rest..<host - 2).lowerBound, to: host - 2)
      readHost(from: host)
    } else if tokens.isSymbol(rest, "/"), tokens.isSymbol(rest + 1, "/") {
      readHost(from: rest + 2)
    } else {
      while tokens.isSymbol(rest, ".") || tokens.isSymbol(rest, ",") { rest += 1 }
      if code == "J" || code == "N" || code == "PP" { readPeriodical(from: rest) } else { readImprint(from: rest) }
    }
    if item.issued == nil { item.issued = lastYear().map { PartialDate(year: $0) } }
    if let issued = item.issued, issued.month == nil, let whole = wholeDate(), whole.year == issued.year { item.issued = whole }
    return ReadReference(item: item, style: "gbt7714")
  }

  /// "[M]. 姜某, 译// host": the host behind the translators.
  private func translatedHost(from start: Int) -> Int? {
    for index in start..<min(start + 24, tokens.count) where tokens.isSymbol(index, "/") && tokens.isSymbol(index + 1, "/") {
      return index > start && tokens.isHan(index - 1) && tokens.string(index - 1).hasSuffix("译") ? index + 2 : nil
    }
    return nil
  }

  private func lastYear() -> Int? {
    (mark.upperBound..<max(mark.upperBound, tokens.count)).last { tokens.year($0) != nil }.flatMap(tokens.year)
  }

  /// "2015-04-29" behind the mark.
  private func wholeDate() -> PartialDate? {
    (mark.upperBound..<max(mark.upperBound, tokens.count)).lazy.compactMap { self.tokens.isoDate(at: $0) }.first
  }

  // MARK: Before the mark

  /// Authors, the year in the author–year form, and the title.
  private mutating func readHead() {
    var start = 0
    if let authors = authors() {
      if authors.areEditors { item.editors = authors.names } else { item.authors = authors.names }
      item.authorsTruncated = authors.isTruncated
      start = authors.end
    }
    if start > 0, let found = YearReader(tokens: tokens).date(at: start), found.end <= mark.lowerBound {
      item.issued = found.date
      item.yearSuffix = found.suffix
      start = found.end
    }
    if code == "S" {
      let end = leadingNumberEnd(from: start)
      if end > start { item.number = tokens.string(start..<end) }
      start = end
    }
    item.title = tokens.trimmed(start..<titleEnd(from: start))
  }

  /// "GB/T 20090.16—2016 信息技术": the number of a standard before its title.
  private func leadingNumberEnd(from start: Int) -> Int {
    var end = start
    while end < start + 8,
      tokens.isAllCapitals(end) || tokens.isNumber(end) || tokens.isSymbol(end, "/") || tokens.isSymbol(end, "-")
    { end += 1 }
    // "ISO 21378:2019", "ISO 80079:2016(fr)".
    if end > start + 1, tokens.isSymbol(end, ":"), tokens.year(end + 1) != nil, !tokens.hasGap(before: end + 1) {
      end += 2
      if tokens.isSymbol(end, "("), tokens.length(end + 1) == 2, tokens.isSymbol(end + 2, ")") { return end + 3 }
    }
    return end > start + 1 && tokens.isNumber(end - 1) && end < mark.lowerBound ? end : start
  }

  /// The title without what stands behind its last colon and is a number or a part of the work.
  private mutating func titleEnd(from start: Int) -> Int {
    let end = mark.lowerBound
    // A standard or patent has its number behind the title: "…: GB/T 25100—2010[S]", "…: CN1234[P]".
    if ["S", "P", "R", "A"].contains(code),
      let colon = (start..<end).last(where: { isColon($0) && isNumberOfWork($0 + 1..<end) })
    {
      item.number = tokens.trimmed(behindLand(colon + 1..<end))
      return colon
    }
    guard let colon = partOfWork(start..<end) else { return end }
    item.volume = volume(in: colon + 1..<end)
    return colon
  }

  /// A colon that parts a title from what is behind it, and not the number of "ISO 80079:2016".
  private func isColon(_ index: Int) -> Bool {
    tokens.isSymbol(index, ":")
      && !(tokens.isNumber(index - 1) && tokens.year(index + 1) != nil && !tokens.hasGap(before: index + 1))
  }

  /// "中国, CN104567890A": a patent's number without its country.
  private func behindLand(_ range: Range<Int>) -> Range<Int> {
    guard code == "P", tokens.isHan(range.lowerBound), tokens.isSymbol(range.lowerBound + 1, ",") else { return range }
    return range.lowerBound + 2..<range.upperBound
  }

  /// The number of "第 35 卷"; other parts ("第 1 册", "上", "美国卷") as they are.
  private func volume(in range: Range<Int>) -> String? {
    let range = tokens.trimming(range)
    guard range.count == 3, tokens.isNumber(range.lowerBound + 1), tokens.isHan(range.lowerBound),
      tokens.isHan(range.lowerBound + 2),
      tokens.string(range.lowerBound) == "第", tokens.string(range.lowerBound + 2) == "卷"
    else { return tokens.trimmed(range) }
    return tokens.string(range.lowerBound + 1)
  }

  /// "GB/T 25100—2010", "CNIC-01887", "京政办发［2005］37 号": digits, and nothing in small letters.
  private func isNumberOfWork(_ range: Range<Int>) -> Bool {
    let digits = range.contains { index in
      tokens.isNumber(index)
        || (tokens.isWord(index) && tokens.utf8[tokens.tokens[index].range].contains { (0x30...0x39).contains($0) })
    }
    let words = range.contains { tokens.isWord($0) && tokens.length($0) > 1 && !tokens.isCapitalised($0) }
    return digits && !words && range.count(where: { tokens.isHan($0) }) <= 3
  }

  /// The colon before "第 4 卷", "上", "四卷", "下册": the part of a book of several.
  private func partOfWork(_ range: Range<Int>) -> Int? {
    guard code != "J", code != "N", let colon = range.last(where: { tokens.isSymbol($0, ":") }), let last = range.last,
      tokens.isHan(last)
    else { return nil }
    let text = tokens.string(last)
    let isCounted = ["卷", "册", "辑", "年卷"].contains(text) && range.upperBound - colon <= 5
    let isShort = text.unicodeScalars.count <= 3 && (text.hasSuffix("卷") || text.hasSuffix("册"))
    let isNamed = ["上", "中", "下"].contains(text) || isShort
    return isCounted || isNamed && last == colon + 1 ? colon : nil
  }

  /// The names, only where they end in a full stop before the type mark: else the title comes first.
  private func authors() -> AuthorList? {
    if let list = fullNames() { return list }
    var reader = AuthorListReader(tokens: tokens)
    if let list = reader.run(from: 0, limit: mark.lowerBound), list.end < mark.lowerBound, isClosed(list.end) { return list }
    guard let stop = (0..<mark.lowerBound).first(where: { tokens.endsSentence($0) }), stop + 1 < mark.lowerBound,
      !tokens.isSymbol(stop, "?"), !tokens.isSymbol(stop, "!")
    else {
      return nil
    }
    var body = AuthorList()
    let names = tokens.sentences(of: 0..<stop).first ?? 0..<stop
    body.names = split(names).map { Name(literal: $0) }
    body.forms = body.names.map { _ in .literal }
    body.end = stop + 1
    return body.names.isEmpty ? nil : body
  }

  /// "Zhong Xiaoya, Yan Qingwu, et al.": family name first, as the standard has it, and the given name in full.
  private func fullNames() -> AuthorList? {
    guard let stop = (0..<mark.lowerBound).first(where: { tokens.endsSentence($0) }) else { return nil }
    var list = AuthorList()
    for part in tokens.split(0..<stop, at: ",") {
      if tokens.word(part.lowerBound, "et"), tokens.word(part.lowerBound + 1, in: ["al"]) {
        list.isTruncated = true
      } else {
        guard part.count == 2, part.allSatisfy({ isFullName($0) }) else { return nil }
        list.names.append(Name(family: tokens.string(part.lowerBound), given: tokens.string(part.lowerBound + 1)))
        list.forms.append(.vancouver)
      }
    }
    list.end = stop + 1
    return list.names.count > 1 ? list : nil
  }

  private func isFullName(_ index: Int) -> Bool {
    tokens.isCapitalised(index) && tokens.length(index) > 1 && !tokens.isAllCapitals(index)
      && !OrganisationWords.contains(tokens.string(index))
  }

  private func isClosed(_ end: Int) -> Bool {
    end > 0 && (tokens.isSymbol(end - 1, ".") || tokens.isSymbol(end - 1, ",") || tokens.year(end) != nil)
  }

  private func split(_ range: Range<Int>) -> [String] {
    tokens.split(range, at: ",").compactMap { tokens.trimmed($0) }.filter { $0 != "等" && $0.lowercased() != "et al" }
  }

  // MARK: Behind the mark

  private mutating func readPeriodical(from first: Int) {
    var start = first
    if let sentence = tokens.sentences(of: start..<max(start, tokens.count)).first, readTranslators(sentence) {
      start = sentence.upperBound
    }
    var locators = LocatorReader(tokens: tokens, knownYear: item.issued?.year)
    let locator = code == "N" ? nil : locators.run(in: start..<tokens.count)
    let end = locator?.range.lowerBound ?? (start..<max(start, tokens.count)).first { tokens.isSymbol($0, ",") } ?? tokens.count
    item.containerTitle = tokens.trimmed(start..<end)
    if let locator { take(locator) } else { issueAfterYear(from: end) }
  }

  /// `2013(1)`, `2024: 12-15`, `2009-01-15(3)`: no volume.
  private mutating func issueAfterYear(from start: Int) {
    guard let index = (start..<max(start, tokens.count)).first(where: { tokens.year($0) != nil }) else { return }
    item.issued = item.issued ?? PartialDate(year: tokens.year(index) ?? 0)
    if code == "N" { newspaperDate(from: index) }
    if tokens.isSymbol(index + 1, "("), let close = tokens.closing(of: index + 1) {
      item.issue = tokens.trimmed(index + 2..<close)
    }
  }

  /// "2000-11-20 (15)": the day, and the page in brackets.
  private mutating func newspaperDate(from index: Int) {
    var next = index + 1
    if tokens.isSymbol(next, "-"), tokens.isNumber(next + 1), tokens.isSymbol(next + 2, "-"), tokens.isNumber(next + 3) {
      item.issued?.month = Int(tokens.string(next + 1))
      item.issued?.day = Int(tokens.string(next + 3))
      next += 4
    }
    if tokens.isSymbol(next, "("), let close = tokens.closing(of: next) { item.page = tokens.trimmed(next + 1..<close) }
  }

  private mutating func take(_ locator: Locator) {
    if item.issued == nil {
      item.issued = locator.date
      item.yearSuffix = locator.yearSuffix
    }
    item.volume = locator.volume
    item.issue = locator.issue
    item.page = locator.page
    if locator.isArticleNumber { item.number = locator.page }
  }

  /// `//host[C]. Place: Publisher, year: pages`, `//editors. host: proceedings. …`.
  private mutating func readHost(from start: Int) {
    if item.type == "book" { item.type = "chapter" }
    var start = start
    // 见：and "In:" of older editions.
    if tokens.isHan(start) && tokens.string(start) == "见" || tokens.word(start, "in"), tokens.isSymbol(start + 1, ":") {
      start += 2
    }
    var reader = AuthorListReader(tokens: tokens)
    if let editors = reader.run(from: start, limit: tokens.count), editors.end < tokens.count,
      tokens.isSymbol(editors.end - 1, "."),
      !tokens.sentences(of: editors.end..<tokens.count).dropFirst().isEmpty
    {
      item.editors = editors.names
      start = editors.end
    }
    guard var title = tokens.sentences(of: start..<max(start, tokens.count)).first else { return }
    if let bracket = title.first(where: { tokens.isSymbol($0, "[") }) { title = title.lowerBound..<bracket }
    let part = partOfWork(tokens.trimming(title))
    item.containerTitle = tokens.trimmed(title.lowerBound..<(part ?? title.upperBound))
    if let part, item.volume == nil { item.volume = volume(in: part + 1..<title.upperBound) }
    readImprint(from: title.upperBound)
  }

  /// `2nd ed. Place: Publisher, year: pages`, with translators before and dates in brackets behind.
  private mutating func readImprint(from start: Int) { readImprint(start, to: tokens.count) }

  private mutating func readImprint(_ start: Int, to end: Int) {
    for sentence in tokens.sentences(of: start..<max(start, end)) {
      if isEdition(sentence) {
        item.edition = tokens.trimmed(sentence)
      } else if !readTranslators(sentence) {
        readPlace(sentence)
      }
    }
  }

  /// "姜某, 译."
  private mutating func readTranslators(_ sentence: Range<Int>) -> Bool {
    guard let last = tokens.trimming(sentence).last, tokens.isHan(last), tokens.string(last) == "译" else { return false }
    item.translators = split(sentence.lowerBound..<last).map(HanBody.name)
    return true
  }

  private func isEdition(_ range: Range<Int>) -> Bool {
    let range = tokens.trimming(range)
    guard range.count <= 5, let last = range.last else { return false }
    return tokens.word(last, in: ["ed", "edition"])
      || (tokens.isHan(last) && tokens.string(last).hasSuffix("版") && !tokens.string(last).hasSuffix("出版"))
  }

  private mutating func readPlace(_ range: Range<Int>) {
    guard let colon = range.first(where: { tokens.isSymbol($0, ":") }) else {
      readPublisher(range)
      return
    }
    if tokens.year(colon - 1) == nil, !isPages(colon + 1..<range.upperBound) {
      item.publisherPlace = item.publisherPlace ?? tokens.trimmed(range.lowerBound..<colon)
      readPublisher(colon + 1..<range.upperBound)
    } else {
      readPublisher(range)
    }
  }

  private func isPages(_ range: Range<Int>) -> Bool {
    let range = tokens.trimming(range)
    guard let first = range.first, range.count <= 6 else { return false }
    let isPreface = tokens.isHan(first) && tokens.length(first) <= 6 && tokens.isNumber(first + 1)
    return tokens.isNumber(first) || isPreface
  }

  /// `Publisher, 2010: 5-6`.
  private mutating func readPublisher(_ range: Range<Int>) {
    guard let year = range.first(where: { tokens.year($0) != nil }) else {
      guard item.publisherPlace != nil || range.contains(where: { tokens.isSymbol($0, ":") }) else { return }
      let colon = range.last { tokens.isSymbol($0, ":") && isPages($0 + 1..<range.upperBound) }
      item.publisher = item.publisher ?? tokens.trimmed(range.lowerBound..<(colon ?? range.upperBound))
      if let colon { item.page = tokens.trimmed(colon + 1..<range.upperBound) }
      return
    }
    item.issued = item.issued ?? tokens.year(year).map { PartialDate(year: $0) }
    if year > range.lowerBound, item.publisher == nil { item.publisher = tokens.trimmed(range.lowerBound..<year) }
    if let colon = (year..<range.upperBound).first(where: { tokens.isSymbol($0, ":") }) {
      item.page = tokens.trimmed(colon + 1..<range.upperBound)
    }
  }
}

extension HanBody {
  /// A person's name or a body, by its looks.
  static func name(_ text: String) -> Name {
    let isHan = text.unicodeScalars.allSatisfy { (0x4E00...0x9FFF).contains($0.value) }
    return isHan && text.unicodeScalars.count >= 2 && !isBody(text) ? person(text) : Name(literal: text)
  }
}

extension ReferenceTokens {
  /// A range cut at a mark.
  func split(_ range: Range<Int>, at mark: Unicode.Scalar) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = range.lowerBound
    for index in range where isSymbol(index, mark) {
      parts.append(start..<index)
      start = index + 1
    }
    parts.append(start..<range.upperBound)
    return parts.filter { !$0.isEmpty }
  }
}

extension ReferenceTokens {
  /// Without separators at the left edge; quotation marks stay.
  func trimmingLeft(_ range: Range<Int>) -> Range<Int> {
    var low = range.lowerBound
    while low < range.upperBound,
      isSymbol(low, ".") || isSymbol(low, ",") || isSymbol(low, ":") || isSymbol(low, ";") || isSymbol(low, "-")
        || isSymbol(low, ")")
    {
      low += 1
    }
    return low..<range.upperBound
  }
}
