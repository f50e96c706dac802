import Literature

/// Reads references in scripts that run from right to left, which no training string holds, by the habits of print:
/// `משפחה, א., משפחה, ב. (2015). כותר. כתב עת, 12(3), 4-9.`, `اسم. عنوان. القاهرة: دار, 2011.`
///
/// Marks and digits are the common ones (`ReferenceText.withCommonMarks`). Names end at a year in brackets or at a full stop, the title
/// at the next, and what stands before the first number behind it is the host, or place and publisher. O(tokens).
struct RightToLeftReader {
  private let tokens: ReferenceTokens
  private var item: BibliographicItem
  /// The stretches that became fields, in the order of reading.
  private(set) var fields: [ReferenceField] = []
  private var hasBracketedYear = false

  /// `text`: with common marks.
  init(text: ReferenceText, item: BibliographicItem) {
    tokens = ReferenceTokens(text)
    self.item = item
  }

  mutating func run() -> ReadReference {
    item.language = item.language ?? tokens.text.rightToLeftLanguage
    var start = readPeople()
    let title = title(from: start)
    put(.title, title)
    item.title = tokens.trimmed(title)
    start = title.upperBound
    readSource(from: start)
    if item.issued == nil { item.issued = lastYear() }
    item.type = item.containerTitle == nil ? (item.url != nil && item.publisher == nil ? "webpage" : "book") : hostType
    let isRead = item.title != nil && !(item.authors.isEmpty && item.issued == nil && item.containerTitle == nil)
    return ReadReference(item: item, style: isRead ? (hasBracketedYear ? "apa" : "vancouver") : "unknown")
  }

  private var hostType: String { item.publisher == nil ? "article-journal" : "chapter" }

  private mutating func put(_ label: FieldLabel, _ range: Range<Int>) {
    let bytes = tokens.bytes(range)
    guard !bytes.isEmpty else { return }
    // Rules know no probability.
    fields.append(ReferenceField(name: label.name, range: tokens.text.original(bytes), confidence: 0.5))
  }

  // MARK: Names and year

  /// Where the title begins.
  private mutating func readPeople() -> Int {
    if let year = bracketedYear() {
      readNames(0..<year.lowerBound)
      put(.date, year)
      hasBracketedYear = true
      return year.upperBound
    }
    let names = RightToLeftNames(tokens: tokens)
    let end = names.end(from: 0)
    guard end < tokens.count, names.areNames(0..<end) else { return 0 }
    readNames(0..<end)
    return end
  }

  private mutating func readNames(_ range: Range<Int>) {
    let list = RightToLeftNames(tokens: tokens).read(range)
    item.authors = list.names
    item.authorsTruncated = list.isTruncated
    put(.author, range)
  }

  /// "(2015)." and "(1395)" behind at least a name and before two thirds of the string.
  private mutating func bracketedYear() -> Range<Int>? {
    guard
      let open = (1..<max(1, tokens.count * 2 / 3)).first(where: { tokens.isSymbol($0, "(") && year($0 + 1) != nil }),
      let close = tokens.closing(of: open), close - open <= 5, RightToLeftNames(tokens: tokens).areNames(0..<open)
    else { return nil }
    item.issued = year(open + 1).map { PartialDate(year: $0) }
    var end = close + 1
    while isSeparator(end) { end += 1 }
    return open..<end
  }

  /// A year of either calendar: the solar and the lunar one of Islam count some six centuries less.
  private func year(_ index: Int) -> Int? {
    if let year = tokens.year(index) { return year }
    guard tokens.isNumber(index), tokens.length(index) == 4, let year = Int(tokens.string(index)), (1300..<1500).contains(year)
    else { return nil }
    return year
  }

  private func isSeparator(_ index: Int) -> Bool {
    tokens.isSymbol(index, ".") || tokens.isSymbol(index, ",") || tokens.isSymbol(index, ":") || tokens.isSymbol(index, ";")
  }

  // MARK: Title

  private func title(from start: Int) -> Range<Int> {
    if tokens.isSymbol(start, "\""),
      let close = (start + 1..<max(start + 1, tokens.count)).first(where: { tokens.isSymbol($0, "\"") })
    {
      var end = close + 1
      while isSeparator(end) { end += 1 }
      return start..<end
    }
    let stop = (start..<max(start, tokens.count)).first { endsTitle($0, from: start) }
    return start..<(stop.map { $0 + 1 } ?? tokens.count)
  }

  private func endsTitle(_ index: Int, from start: Int) -> Bool {
    guard index > start, tokens.hasGap(before: index + 1) else { return false }
    if tokens.isSymbol(index, "?") || tokens.isSymbol(index, "!") { return true }
    return tokens.isSymbol(index, ".") && !tokens.isNumber(index - 1)
  }

  // MARK: Host, imprint, place

  private mutating func readSource(from start: Int) {
    let first =
      (start..<max(start, tokens.count)).first { tokens.isNumber($0) || volumeWords($0) || issueWords($0) } ?? tokens.count
    let colon = (start..<first).first { tokens.isSymbol($0, ":") }
    var head = start..<first
    let isHost = hostWord(start)
    if isHost { head = start + 1..<first }
    if let colon, !isHost {
      // "…. Host. Place: Publisher, 2011"
      let stop = (start..<colon).last { tokens.isSymbol($0, ".") && tokens.hasGap(before: $0 + 1) }.map { $0 + 1 } ?? start
      if stop > start { readHost(start..<stop) }
      (item.publisherPlace, item.publisher) = (tokens.trimmed(stop..<colon), tokens.trimmed(colon + 1..<first))
      put(.location, stop..<colon + 1)
      put(.publisher, colon + 1..<first)
    } else if isHost || isPeriodical(head) {
      readHost(head)
    } else {
      readPublisher(head)
    }
    readPlace(first..<tokens.count)
  }

  private mutating func readHost(_ range: Range<Int>) {
    item.containerTitle = tokens.trimmed(range)
    put(.journal, range)
  }

  /// More than a year stands behind it, or it says so.
  private func isPeriodical(_ head: Range<Int>) -> Bool {
    let numbers = (head.upperBound..<max(head.upperBound, tokens.count)).filter { tokens.isNumber($0) && year($0) == nil }
    return !numbers.isEmpty || head.contains { tokens.word($0, in: Self.periodicals) }
  }

  /// "publisher, place" or "place, publisher", told by the publisher's words; a lone name is the publisher.
  private mutating func readPublisher(_ head: Range<Int>) {
    let parts = tokens.split(head, at: ",").filter { !tokens.trimming($0).isEmpty }
    guard let publisher = parts.first(where: { $0.contains { tokens.word($0, in: Self.publishers) } }) ?? parts.first else {
      return
    }
    item.publisher = tokens.trimmed(publisher)
    put(.publisher, publisher)
    guard parts.count == 2, let place = parts.first(where: { $0 != publisher }) else { return }
    item.publisherPlace = tokens.trimmed(place)
    put(.location, place)
  }

  /// Volume, issue in brackets or behind its word, pages behind a colon, their word or as the range, the year.
  private mutating func readPlace(_ range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound {
      guard tokens.isNumber(index) else {
        index += 1
        continue
      }
      let end = rangeEnd(at: index, limit: range.upperBound)
      let before = index - 1
      if let year = year(index), end == index + 1, !tokens.isSymbol(before, ":"), !pageWords(before), item.issued == nil {
        item.issued = PartialDate(year: year)
        put(.date, index..<end)
      } else if issueWords(before) || tokens.isSymbol(before, "(") && item.issue == nil && item.volume != nil {
        item.issue = tokens.string(index..<end)
        put(.volume, index..<end)
      } else if item.page == nil, end > index + 1 || tokens.isSymbol(before, ":") || pageWords(before) || item.volume != nil {
        item.page = tokens.string(index..<end)
        put(.pages, index..<end)
      } else if item.volume == nil {
        item.volume = tokens.string(index..<end)
        put(.volume, index..<end)
      }
      index = end
    }
  }

  private func rangeEnd(at index: Int, limit: Int) -> Int {
    tokens.isSymbol(index + 1, "-") && tokens.isNumber(index + 2) && index + 2 < limit ? index + 3 : index + 1
  }

  private func lastYear() -> PartialDate? {
    (0..<tokens.count).last { year($0) != nil }.flatMap(year).map { PartialDate(year: $0) }
  }

  // MARK: Words

  private func hostWord(_ index: Int) -> Bool {
    tokens.word(index, in: ["בתוך", "في", "در"]) && tokens.isSymbol(index + 1, ":")
  }
  private func volumeWords(_ index: Int) -> Bool {
    tokens.word(index, in: ["כרך", "مجلد", "المجلد", "مج", "دوره", "دورة", "جلد", "سال"])
  }
  private func issueWords(_ index: Int) -> Bool {
    tokens.word(index, in: ["גיליון", "גליון", "חוברת", "מס", "العدد", "عدد", "ع", "شماره", "رقم"])
  }
  private func pageWords(_ index: Int) -> Bool {
    let word = tokens.isSymbol(index, ".") || tokens.isSymbol(index, "'") ? index - 1 : index
    return tokens.word(word, in: ["עמ", "עמודים", "ص", "صص", "صفحات", "صفحه", "الصفحات"])
  }
  private static let periodicals: [StaticString] = [
    "מגזין", "רבעון", "ירחון", "مجلة", "المجلة", "مجله", "مجلات", "فصلنامه", "ماهنامه", "دورية", "حولية",
  ]
  private static let publishers: [StaticString] = [
    "הוצאת", "הוצאה", "הוצ", "האוניברסיטה", "دار", "مكتبة", "مطبعة", "مؤسسة", "منشورات", "جامعة", "انتشارات", "نشر", "دانشگاه",
  ]
}
