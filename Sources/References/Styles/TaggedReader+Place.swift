import Literature
import TextAnalysis

/// Date, volume, issue and pages.
extension TaggedReader {
  mutating func readPlace() {
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
    readLength()
    if item.issued == nil { item.issued = all(.date).compactMap { date(in: $0) }.first }
    if item.issued == nil { item.issued = lastYear() }
    completeDate()
  }

  /// Month and day where they stand apart from the locator's year: "2015 Sep 1", "2015-09-01".
  private mutating func completeDate() {
    guard let issued = item.issued, issued.month == nil else { return }
    let dates = all(.date).compactMap { date(in: $0) }
    if let whole = dates.first(where: { $0.year == issued.year && $0.month != nil }) {
      item.issued = whole
    }
  }

  /// "412 p." is how long a book is.
  private mutating func readLength() {
    guard item.containerTitle == nil, let range = first(.pages).map({ tokens.trimming($0) }), range.count == 2,
      tokens.isNumber(range.lowerBound), tokens.word(range.lowerBound + 1, in: ["p", "pp", "pages", "s"])
    else { return }
    item.page = nil
    item.further.append("number-of-pages", tokens.string(range.lowerBound))
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

  func pages(in range: Range<Int>) -> String? {
    var range = tokens.trimming(range)
    while !range.isEmpty,
      tokens.word(range.lowerBound, in: ["pp", "p", "pages", "page", "s", "ss", "pg", "art", "article", "no", "id"])
        || tokens.kind(range.lowerBound) == .symbol
    {
      range = range.lowerBound + 1..<range.upperBound
    }
    while !range.isEmpty,
      tokens.word(range.upperBound - 1, in: ["p", "pp", "pages", "s"]) || tokens.isSymbol(range.upperBound - 1, ")")
        || tokens.isHan(range.upperBound - 1) && tokens.string(range.upperBound - 1) == "页"
        || tokens.isSymbol(range.upperBound - 1, ".")
    {
      range = range.lowerBound..<range.upperBound - 1
    }
    return range.isEmpty ? nil : tokens.trimmed(range)
  }

  func date(in range: Range<Int>) -> PartialDate? {
    guard let index = range.first(where: { tokens.year($0) != nil }), let year = tokens.year(index) else { return nil }
    if let date = tokens.isoDate(at: index) { return date }
    var date = PartialDate(year: year)
    for other in range where other != index {
      if tokens.isWord(other), let month = MonthName.number(of: tokens.string(other).lowercased()) {
        date.month = date.month ?? month
      }
      if tokens.isNumber(other), tokens.length(other) <= 2, let day = Int(tokens.string(other)), (1...31).contains(day) {
        date.day = isSpan(other) ? nil : day
      }
    }
    if date.month == nil { date.day = nil }
    return date
  }

  /// "May 3-5"
  private func isSpan(_ index: Int) -> Bool { tokens.isSymbol(index + 1, "-") || tokens.isSymbol(index - 1, "-") }

  private func lastYear() -> PartialDate? {
    let skipped = all(.title) + all(.link) + all(.note) + taken
    let found = (0..<tokens.count).last { index in tokens.year(index) != nil && !skipped.contains { $0.contains(index) } }
      .flatMap(tokens.year).map { PartialDate(year: $0) }
    return found ?? versionYear()
  }

  /// "Version 2.2023": guidelines count the versions of a year.
  private func versionYear() -> PartialDate? {
    guard let version = (0..<tokens.count).first(where: { tokens.word($0, "version") }), tokens.isNumber(version + 1) else {
      return nil
    }
    let parts = tokens.string(version + 1).split(separator: ".")
    guard parts.count == 2, parts[0].utf8.count <= 2, parts[1].utf8.count == 4, let year = Int(parts[1]),
      (1990...2099).contains(year)
    else { return nil }
    return PartialDate(year: year)
  }
}

extension ReferenceTokens {
  /// "2015-09-01" at its year.
  func isoDate(at index: Int) -> PartialDate? {
    guard let year = year(index), isSymbol(index + 1, "-"), isSymbol(index + 3, "-"), length(index + 2) <= 2,
      length(index + 4) <= 2,
      isNumber(index + 2), isNumber(index + 4), let month = Int(string(index + 2)), let day = Int(string(index + 4)),
      (1...12).contains(month), (1...31).contains(day)
    else { return nil }
    return PartialDate(year: year, month: month, day: day)
  }
}
