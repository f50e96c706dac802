import Literature

/// The date that stands behind the authors: "(2019a)", "(2019, May 3).", "2019.", "12 2012".
struct YearReader {
  struct Found {
    var date: PartialDate?
    var suffix: String?
    var status: String?
    var isBracketed: Bool
    /// First token behind the date and its full stop.
    var end: Int
  }

  let tokens: ReferenceTokens

  func date(at start: Int) -> Found? {
    if tokens.isSymbol(start, "(") || tokens.isSymbol(start, "[") { return bracketed(at: start) }
    if let end = undated(at: start) { return Found(date: nil, suffix: nil, status: nil, isBracketed: false, end: end) }
    var index = start
    // A month by its number before the year is left by flattened mark-up.
    if tokens.isNumber(index), tokens.length(index) <= 2, tokens.year(index + 1) != nil { index += 1 }
    guard let year = tokens.year(index) else { return nil }
    var (suffix, next) = suffix(at: index + 1)
    // "1957-1990." and "1984-." are the years of a serial; "1865（清同治四年）" names the reign.
    if tokens.isSymbol(next, "-"), tokens.isSymbol(next + 1, ".") { next += 1 }
    if tokens.isSymbol(next, "-"), tokens.year(next + 1) != nil, tokens.isSymbol(next + 2, ".") { next += 2 }
    if tokens.isSymbol(next, "("), tokens.isHan(next + 1), let close = tokens.closing(of: next) { next = close + 1 }
    // "2019;12:3" and "2019, 12: 3" belong to a locator; "2019. Title" and "2019 Title" do not.
    guard
      tokens.isSymbol(next, ".") || tokens.isSymbol(next, ",") || tokens.isSymbol(next, ":") || tokens.isWord(next)
    else { return nil }
    if tokens.isSymbol(next, ",") || tokens.isSymbol(next, ":"), tokens.isNumber(next + 1) { return nil }
    return Found(
      date: PartialDate(year: year), suffix: suffix, isBracketed: false,
      end: tokens.isWord(next) ? next : next + 1)
  }

  /// "无日期-b." and "n.d.-b." stand where a year would.
  private func undated(at start: Int) -> Int? {
    var index = start
    if tokens.isHan(index), tokens.string(index) == "无日期" {
      index += 1
    } else if tokens.word(index, "n"), tokens.isSymbol(index + 1, "."), tokens.word(index + 2, "d") {
      index += 3
    } else {
      return nil
    }
    while tokens.isSymbol(index, ".") || tokens.isSymbol(index, "-") || tokens.isSymbol(index, ",")
      || (tokens.isWord(index) && tokens.length(index) == 1)
    {
      index += 1
    }
    return index
  }

  private func suffix(at index: Int) -> (String?, Int) {
    guard tokens.isWord(index), !tokens.hasGap(before: index), tokens.length(index) == 1 else { return (nil, index) }
    return (tokens.string(index), index + 1)
  }

  private func bracketed(at start: Int) -> Found? {
    guard let close = tokens.closing(of: start), close - start <= 8 else { return nil }
    var end = close + 1
    while tokens.isSymbol(end, ".") || tokens.isSymbol(end, ",") || tokens.isSymbol(end, ":") { end += 1 }
    if tokens.word(start + 1, in: ["in", "n", "submitted", "forthcoming", "accepted"]),
      let text = tokens.trimmed(start + 1..<close),
      ["in press", "n.d", "submitted", "forthcoming", "accepted", "in review"].contains(text.lowercased())
    {
      return Found(date: nil, suffix: nil, status: text, isBracketed: true, end: end)
    }
    guard let index = (start + 1..<close).first(where: { tokens.year($0) != nil }), let year = tokens.year(index) else {
      return nil
    }
    var date = PartialDate(year: year)
    let (suffix, _) = suffix(at: index + 1)
    for other in start + 1..<close where other != index {
      if tokens.isWord(other), let month = MonthName.number(of: tokens.string(other).lowercased()) { date.month = month }
      if tokens.isNumber(other), let day = Int(tokens.string(other)), (1...31).contains(day) { date.day = day }
    }
    if date.month == nil { date.day = nil }
    return Found(date: date, suffix: suffix, isBracketed: true, end: end)
  }
}
