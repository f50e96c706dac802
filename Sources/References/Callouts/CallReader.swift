import Literature
import TextAnalysis

/// Reads the parts of callouts by author and year: years, and how a bracket divides into works.
struct CallReader {
  let lexed: LexedText
  let index: AuthorYearIndex

  func year(_ position: Int) -> Int? {
    guard lexed.isNumber(position), lexed.tokens[position].end - lexed.tokens[position].start == 4,
      let year = Int(lexed.string(position)), (1600...2099).contains(year)
    else { return nil }
    return year
  }

  /// The first word of "n.d.", "in press", 出版中.
  func isUndated(_ position: Int) -> Bool {
    if lexed.isWord(position, "n") { return lexed.isSymbol(position + 1, ".") && lexed.isWord(position + 2, "d") }
    return lexed.isWord(position, "in") && lexed.isWord(position + 1, "press") || lexed.isWord(position, "forthcoming")
      || lexed.hanHasPrefix(position, "出版中") || lexed.hanHasPrefix(position, "待发表")
  }

  func isOpenMark(_ position: Int) -> Bool { lexed.isSymbol(position, "(") || lexed.isSymbol(position, "[") }

  private func isAnd(_ position: Int) -> Bool {
    lexed.isWord(position, "and") || lexed.isSymbol(position, "&") || isHan(position, ["和", "与", "及"])
  }

  func isHan(_ position: Int, _ words: [String]) -> Bool {
    guard position >= 0, position < lexed.count, lexed.tokens[position].kind == .han else { return false }
    return words.contains(lexed.string(position))
  }

  // MARK: Years

  /// "2019", "2018a,b", "2018a–c", "2018, 2019", "n.d."; what stands behind (": 23", ", p. 5", ", Table 2") is a place in the work.
  func years(from start: Int, to end: Int) -> [CallYear] {
    var years: [CallYear] = []
    var position = start
    while position < end {
      if let year = year(position) {
        years.append(CallYear(year: year, suffix: nil))
        if let letter = letter(position + 1), !lexed.hasGap(before: position + 1) {
          years[years.count - 1].suffix = letter
          position += 1
        }
      } else if isUndated(position) {
        years.append(CallYear(year: 0, suffix: nil))
        position += lexed.isWord(position, "n") ? 2 : lexed.isWord(position, "in") ? 1 : 0
      } else if let letter = letter(position), let last = years.last, let before = last.suffix {
        if lexed.isSymbol(position - 1, "-") { years += between(before, letter, last.year) }
        years.append(CallYear(year: last.year, suffix: letter))
      } else if !isJoint(position) {
        break
      }
      position += 1
    }
    return years
  }

  private func isJoint(_ position: Int) -> Bool {
    lexed.isSymbol(position, ",") || lexed.isSymbol(position, "-") || lexed.isSymbol(position, "、")
      || lexed.isSymbol(position, ".")
      || lexed.isSymbol(position, ";") || isAnd(position)
  }

  /// The letters between "a" and "d".
  private func between(_ low: String, _ high: String, _ year: Int) -> [CallYear] {
    guard let low = low.utf8.first, let high = high.utf8.first, low < high else { return [] }
    return (low + 1..<high).map { CallYear(year: year, suffix: String(UnicodeScalar($0))) }
  }

  private func letter(_ position: Int) -> String? {
    guard position < lexed.count, lexed.tokens[position].kind == .word, lexed.tokens[position].range.count == 1,
      (0x61...0x7A).contains(lexed.utf8[lexed.tokens[position].start])
    else { return nil }
    return lexed.string(position)
  }

  // MARK: Works

  /// The parts of a bracket, one for each work: parted by semicolons, or by commas and "and" between a year and the next name.
  func works(in range: Range<Int>) -> [Range<Int>] {
    var works: [Range<Int>] = []
    var start = range.lowerBound
    var hasYear = false
    var depth = 0
    for position in range {
      if isOpenMark(position) { depth += 1 }
      if lexed.isSymbol(position, ")") || lexed.isSymbol(position, "]") { depth -= 1 }
      if depth > 0 { continue }
      if year(position) != nil || isUndated(position) { hasYear = true }
      let isBoundary =
        lexed.isSymbol(position, ";")
        || hasYear && (lexed.isSymbol(position, ",") || isAnd(position)) && namesBegin(behind: position, in: range)
      guard isBoundary, position >= start else { continue }
      if position > start { works.append(start..<position) }
      start = position + 1
      hasYear = false
    }
    if start < range.upperBound { works.append(start..<range.upperBound) }
    return works.map(withoutJoints).filter { !$0.isEmpty }
  }

  /// "Smith, 2001, and Doe, 2004": what follows a comma or "and" is a name with a year to come.
  private func namesBegin(behind position: Int, in range: Range<Int>) -> Bool {
    var next = position + 1
    while next < range.upperBound, lexed.isSymbol(next, ",") || isAnd(next) { next += 1 }
    guard next < range.upperBound, lexed.tokens[next].kind == .word || lexed.tokens[next].kind == .han,
      lexed.tokens[next].range.count > 1, !isUndated(next)
    else { return false }
    let end = (next..<range.upperBound).first { lexed.isSymbol($0, ";") } ?? range.upperBound
    return (next..<end).contains { year($0) != nil || isUndated($0) }
  }

  private func withoutJoints(_ range: Range<Int>) -> Range<Int> {
    var range = range
    while let first = range.first, lexed.isSymbol(first, ",") || isAnd(first) { range = first + 1..<range.upperBound }
    while let last = range.last, lexed.isSymbol(last, ",") { range = range.lowerBound..<last }
    return range
  }
}
