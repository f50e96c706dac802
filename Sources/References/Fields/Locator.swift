import Literature
import TextAnalysis

/// Where in its container a work stands: year, volume, issue, pages, as one run of tokens.
struct Locator {
  var date: PartialDate?
  var yearSuffix: String?
  var volume: String?
  var issue: String?
  var page: String?
  /// The page is an article number, announced as one.
  var isArticleNumber = false
  /// "p." or "pp." stands before the pages.
  var isMarked = false
  /// Tokens of the run.
  var range: Range<Int> = 0..<0

  /// How much of a locator it is; two are needed to be one at all.
  var weight: Int {
    var weight = 0
    if date != nil { weight += 1 }
    if volume != nil { weight += 2 }
    if issue != nil { weight += 1 }
    if page != nil { weight += isMarked ? 3 : 2 }
    return weight
  }
}

/// Finds the run of tokens that is the locator: `2019;12(3):45-9`, `12(3), 45–49`, `vol. 12, no. 3, pp. 45–49, 2019`, `12 (2019) 45–49`,
/// `2012: Issue 1. Art. No.: CD008101`, `12, Article ID: 919824`, `10(3): 17-68`.
struct LocatorReader {
  let tokens: ReferenceTokens
  /// The year that stands behind the authors, if one does.
  var knownYear: Int?
  private var index = 0
  private var found = Locator()

  init(tokens: ReferenceTokens, knownYear: Int?) {
    self.tokens = tokens
    self.knownYear = knownYear
  }

  /// The heaviest run within a range, the last one where several weigh the same. O(n): a run is bounded.
  mutating func run(in range: Range<Int>) -> Locator? {
    var best: Locator?
    var start = range.lowerBound
    while start < range.upperBound {
      guard canStart(at: start), let locator = locator(at: start, limit: range.upperBound) else {
        start += 1
        continue
      }
      if locator.weight >= best?.weight ?? 3 { best = locator }
      start += 1
      if best?.range == locator.range { start = max(start, locator.range.upperBound) }
    }
    return best
  }

  private func canStart(at index: Int) -> Bool {
    tokens.isNumber(index) || isVolumeMark(index) || isPageMark(index) || isSupplement(index) || isRoman(index)
      || isIssueMark(index)
      || tokens.isSymbol(index, "(") || isArticleMark(index) || isHanVolume(index) || isCode(index)
      || tokens.emphasis(index).contains(.bold)
  }

  // MARK: Marks

  private func isVolumeMark(_ index: Int) -> Bool {
    tokens.word(index, in: ["vol", "volume", "vols", "bd", "band", "tome", "v"])
  }
  private func isIssueMark(_ index: Int) -> Bool {
    tokens.word(index, in: ["no", "issue", "number", "iss", "nr", "n", "num", "fasc"])
  }
  private func isPageMark(_ index: Int) -> Bool { tokens.word(index, in: ["p", "pp", "pages", "page", "pgs", "pg"]) }
  private func isSupplement(_ index: Int) -> Bool {
    tokens.word(index, in: ["suppl", "supplement", "supp", "sup", "pt", "part"])
  }
  private func isArticleMark(_ index: Int) -> Bool {
    tokens.word(index, in: ["article", "art", "artn", "e-pub"])
      && (tokens.word(index + 1, in: ["id", "no", "number", "nr"]) || tokens.isSymbol(index + 1, ".")
        || tokens.isNumber(index + 1) || tokens.isSymbol(index + 1, ":") || isCode(index + 1))
  }
  private func isHanVolume(_ index: Int) -> Bool { tokens.isHan(index) && tokens.string(index) == "第" }

  private func isRoman(_ index: Int) -> Bool {
    guard tokens.isAllCapitals(index), tokens.length(index) <= 7 else { return false }
    return tokens.utf8[tokens.tokens[index].range].allSatisfy { [0x49, 0x56, 0x58, 0x4C, 0x43].contains($0) }
  }

  /// "e0430", "S302", "CD008101", "ii1".
  private func isCode(_ index: Int) -> Bool {
    guard tokens.isWord(index), tokens.length(index) <= 14 else { return false }
    let bytes = tokens.utf8[tokens.tokens[index].range]
    guard let digit = bytes.firstIndex(where: { (0x30...0x39).contains($0) }) else { return false }
    return digit - bytes.startIndex <= 6
      && bytes[digit...].allSatisfy { (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) }
  }

  // MARK: The run

  private mutating func locator(at start: Int, limit: Int) -> Locator? {
    index = start
    found = Locator()
    leadingYear()
    volume()
    issue()
    if found.volume != nil || found.issue != nil { parenthesisedYear() }
    pages()
    // "2004: 154" is a page of a book; "2004;154" a volume.
    if found.page == nil, found.issue == nil, found.volume != nil, isColonYear(at: start) {
      found.page = found.volume
      found.volume = nil
    }
    guard found.volume != nil || found.page != nil else { return nil }
    if found.date == nil { trailingYear(limit: limit) }
    // A lone number, or a year and a number with nothing between, is prose.
    guard found.weight >= 3, index <= limit else { return nil }
    found.range = start..<index
    return found
  }

  private func isColonYear(at start: Int) -> Bool { tokens.year(start) != nil && tokens.isSymbol(start + 1, ":") }

  private mutating func skip(_ marks: [Unicode.Scalar]) -> Bool {
    let start = index
    while marks.contains(where: { tokens.isSymbol(index, $0) }) { index += 1 }
    return index > start
  }

  /// `2019;`, `2019 May 3;`, `2009, `, `2012: `, `(2019)`; only where no year is known, or it is the same one.
  private mutating func leadingYear() {
    let start = index
    let bracket = tokens.isSymbol(index, "(")
    if bracket { index += 1 }
    guard let year = tokens.year(index), knownYear == nil || knownYear == year else {
      index = start
      return
    }
    index += 1
    var date = PartialDate(year: year)
    var suffix: String?
    if tokens.isWord(index), !tokens.hasGap(before: index), tokens.length(index) == 1 {
      suffix = tokens.string(index)
      index += 1
    }
    monthAndDay(&date)
    if bracket {
      guard tokens.isSymbol(index, ")") else {
        index = start
        return
      }
      index += 1
    }
    let marked = skip([";", ",", ":", "."])
    guard marked || tokens.isSymbol(index, "(") || isVolumeMark(index) else {
      index = start
      return
    }
    found.date = date
    found.yearSuffix = suffix
  }

  private mutating func monthAndDay(_ date: inout PartialDate) {
    var next = index
    if tokens.isSymbol(next, ",") || tokens.isSymbol(next, ".") { next += 1 }
    guard tokens.isWord(next), let month = MonthName.number(of: tokens.string(next).lowercased()) else { return }
    date.month = month
    index = next + 1
    if tokens.isSymbol(index, "-"), tokens.isWord(index + 1), MonthName.number(of: tokens.string(index + 1).lowercased()) != nil {
      index += 2
    }
    if tokens.isNumber(index), tokens.length(index) <= 2,
      tokens.isSymbol(index + 1, ";") || tokens.isSymbol(index + 1, ")") || tokens.isSymbol(index + 1, ",")
    {
      date.day = Int(tokens.string(index))
      index += 1
    }
  }

  private mutating func volume() {
    let start = index
    var marked = false
    if isVolumeMark(index) {
      marked = true
      index += 1
      _ = skip(["."])
    } else if isHanVolume(index) {
      index += 1
    }
    let bold = tokens.emphasis(index).contains(.bold)
    guard let end = volumeEnd(at: index, marked: marked || bold || found.date != nil) else {
      index = start
      return
    }
    // A year already known cannot be the volume of a bare run, unless it is followed by its issue.
    if tokens.year(index) != nil, !marked, !bold, end == index + 1, found.date != nil || !tokens.isSymbol(end, "("),
      !tokens.isSymbol(end, ":")
    {
      index = start
      return
    }
    found.volume = tokens.string(index..<end)
    index = end
    if tokens.isHan(index), tokens.string(index) == "卷" { index += 1 }
    supplement()
  }

  /// "12", "79-A", "XIV", "12A", "54-B", "12-13": one value, possibly with a letter or a second number joined to it.
  private func volumeEnd(at index: Int, marked: Bool) -> Int? {
    guard tokens.isNumber(index) ? tokens.length(index) <= 6 : (marked && isRoman(index)) || (marked && isCode(index)) else {
      return nil
    }
    var end = index + 1
    if tokens.isSymbol(end, "-"), !tokens.hasGap(before: end), !tokens.hasGap(before: end + 1) {
      if tokens.isAllCapitals(end + 1), tokens.length(end + 1) <= 2 { return end + 2 }
      // A second number is part of the volume only where issue or pages still follow: "12-13(4):5".
      if tokens.isNumber(end + 1), tokens.isSymbol(end + 2, "(") || tokens.isSymbol(end + 2, ":") { return end + 2 }
      return nil
    }
    if tokens.isAllCapitals(end), tokens.length(end) == 1, !tokens.hasGap(before: end) { end += 1 }
    return end
  }

  /// "100 Suppl 2" and "65(Suppl. 1)".
  private mutating func supplement() {
    var start = index
    if tokens.isSymbol(start, ",") { start += 1 }
    guard isSupplement(start) else { return }
    var end = start + 1
    if tokens.isSymbol(end, ".") { end += 1 }
    if tokens.isNumber(end) || isCode(end) || (tokens.isAllCapitals(end) && tokens.length(end) == 1) { end += 1 }
    found.issue = tokens.string(start..<end)
    index = end
  }

  private mutating func issue() {
    var start = index
    if tokens.isSymbol(start, "("), let close = tokens.closing(of: start), close - start <= 9, close > start + 1 {
      let isYear = close == start + 2 && tokens.year(start + 1) != nil
      guard !isYear || found.volume != nil && found.date != nil else { return }
      let isIssueAlone = knownYear != nil && !isYear && tokens.isSymbol(close + 1, ":")
      guard found.volume != nil || found.date != nil || isIssueAlone else { return }
      if isYear, knownYear == nil, found.date == nil { return }
      found.issue = [found.issue, tokens.trimmed(start + 1..<close)].compactMap { $0 }.joined(separator: " ")
      if isIssueMark(start + 1), let inner = tokens.trimmed(start + 2..<close) { found.issue = inner }
      index = close + 1
      return
    }
    if tokens.isSymbol(start, ",") || tokens.isSymbol(start, ";") || tokens.isSymbol(start, ".") { start += 1 }
    guard found.volume != nil || found.date != nil, isIssueMark(start) else { return }
    var value = start + 1
    while tokens.isSymbol(value, ".") || tokens.isSymbol(value, ":") { value += 1 }
    guard let end = valueEnd(at: value) else { return }
    found.issue = tokens.string(value..<end)
    index = end
  }

  private mutating func parenthesisedYear() {
    var start = index
    if tokens.isSymbol(start, ",") { start += 1 }
    guard tokens.isSymbol(start, "("), let year = tokens.year(start + 1) else { return }
    var date = PartialDate(year: year)
    let before = index
    index = start + 2
    monthAndDay(&date)
    guard tokens.isSymbol(index, ")") else {
      index = before
      return
    }
    index += 1
    if found.date == nil { found.date = date }
  }

  private mutating func pages() {
    let start = index
    let separated = skip([":", ",", ";", "."])
    if articleNumber() { return }
    let bracket = tokens.isSymbol(index, "(")
    if bracket { index += 1 }
    let marked = isPageMark(index)
    if marked {
      index += 1
      _ = skip([".", ":"])
    }
    // A blank alone parts volume and page only behind a year: "12 (2019) 45-49".
    let behindYear = start > 0 && tokens.isSymbol(start - 1, ")")
    guard separated || marked || behindYear || start == index, let end = valueEnd(at: index),
      marked || found.volume != nil || found.date != nil || found.issue != nil
    else {
      index = start
      return
    }
    let isYear = end == index + 1 && tokens.year(index) != nil && !marked && !tokens.isSymbol(start, ":")
    guard !isYear || (knownYear != nil && knownYear != tokens.year(index)) || found.date != nil,
      separated || marked || behindYear || tokens.isSymbol(index + 1, "-")
    else {
      index = start
      return
    }
    found.page = tokens.string(index..<end)
    found.isMarked = marked
    index = end
    if bracket, tokens.isSymbol(index, ")") { index += 1 }
    furtherPages()
  }

  /// "45-9, 60" and "45-49+52" name more than one stretch.
  private mutating func furtherPages() {
    while tokens.isSymbol(index, ",") || tokens.isSymbol(index, "+"), tokens.isNumber(index + 1), tokens.year(index + 1) == nil,
      let page = found.page, let end = valueEnd(at: index + 1), page.utf8.count < 60
    {
      found.page = page + tokens.string(index..<end)
      index = end
    }
    if tokens.isWord(index), tokens.word(index, in: ["p", "pp", "s"]),
      tokens.isSymbol(index + 1, ".") || index + 1 == tokens.count
    {
      index += 1
    }
  }

  /// "Article ID: 919824", "Article No. 72", "Art. No.: CD008101", "Article 72".
  private mutating func articleNumber() -> Bool {
    guard isArticleMark(index) else { return false }
    var next = index + 1
    while tokens.isSymbol(next, ".") || tokens.isSymbol(next, ":") || tokens.word(next, in: ["id", "no", "number", "nr"]) {
      next += 1
    }
    guard let end = valueEnd(at: next) else { return false }
    found.page = tokens.string(next..<end)
    found.isArticleNumber = true
    index = end
    return true
  }

  /// A page, number or code, and a range of them: "45-9", "S302-S302", "e0430", "ii1–ii67", "1163", "xii-xv".
  private func valueEnd(at index: Int) -> Int? {
    guard let first = singleEnd(at: index) else { return nil }
    var end = first
    let isDash = tokens.isSymbol(end, "-") || tokens.isSymbol(end, "~") || tokens.isSymbol(end, "_")
    if isDash {
      var next = end + 1
      if tokens.isSymbol(next, "-") { next += 1 }
      if let second = singleEnd(at: next) { end = second }
    }
    return end
  }

  private func singleEnd(at index: Int) -> Int? {
    guard tokens.isNumber(index) || isCode(index) || isRoman(index) || isSmallRoman(index) else { return nil }
    var end = index + 1
    while !tokens.hasGap(before: end), end < index + 3, (tokens.isWord(end) && tokens.length(end) <= 3) || tokens.isNumber(end) {
      end += 1
    }
    return end
  }

  private func isSmallRoman(_ index: Int) -> Bool {
    tokens.isWord(index) && tokens.length(index) <= 7
      && tokens.utf8[tokens.tokens[index].range].allSatisfy { [0x69, 0x76, 0x78, 0x6C].contains($0) }
  }

  /// ", 2019", "(2019)", ", May 2019" behind the pages.
  private mutating func trailingYear(limit: Int) {
    var next = index
    while tokens.isSymbol(next, ",") || tokens.isSymbol(next, ".") || tokens.isSymbol(next, ";") || tokens.isSymbol(next, "(") {
      next += 1
    }
    var date = PartialDate(year: 0)
    if tokens.isWord(next), let month = MonthName.number(of: tokens.string(next).lowercased()) {
      date.month = month
      next += 1
      while tokens.isSymbol(next, ".") || tokens.isSymbol(next, ",") || (tokens.isNumber(next) && tokens.length(next) <= 2) {
        next += 1
      }
    }
    guard next < limit, let year = tokens.year(next), knownYear == nil || knownYear == year else { return }
    date.year = year
    found.date = date
    index = next + 1
    if tokens.isSymbol(index, ")") { index += 1 }
  }
}
