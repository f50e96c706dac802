/// Tells where a plain blank parts thousands, as French, the ISO and some journals print them: "3 976 patients", "12 450例".
///
/// Two numbers may also be neighbours: "Table 3 976 patients", "FEV 1 120 mL", "12 450 300" of a row, "905 521 2100" of a telephone. What
/// stands on both sides decides, and in doubt they stay two.
struct BlankThousands {
  let bytes: UnsafeBufferPointer<UInt8>
  /// Those before the number.
  let tokens: [Token]

  /// The length of a blank at `offset` that parts groups of the number which begins at `start`; nil where it does not.
  ///
  /// Looks at what stands before only for the first group, which is that of one to three digits.
  func blank(at offset: Int, ofNumberAt start: Int) -> Int? {
    guard let length = blankLength(at: offset), isDigit(offset + length), bytes[start] != 0x30,
      let end = endOfGroups(after: offset),
      bytes[start..<offset].allSatisfy({ isDigit($0) || $0 == 0x20 || $0 == 0xC2 || $0 == 0xA0 })
    else { return nil }
    return offset - start <= 3 && !(mayFollow(end) && mayPrecede(start, end)) ? nil : length
  }

  /// The end of the groups of three digits that begin with a blank at `offset`; nil where another number follows them.
  private func endOfGroups(after offset: Int) -> Int? {
    var end = offset
    while let length = blankLength(at: end), isDigit(end + length) {
      let next = end + length
      guard isDigit(next + 1), isDigit(next + 2), !isDigit(next + 3) else { return nil }
      end = next + 3
    }
    return end > offset ? end : nil
  }

  /// Whether what stands behind leaves it one number: no letter, no decimal of an enumeration, no end of a range of pages.
  private func mayFollow(_ end: Int) -> Bool {
    guard end < bytes.count else { return true }
    switch bytes[end] {
    case 0x41...0x5A, 0x61...0x7A: return false
    case 0x3A: return !isDigit(end + 1)
    // "12 345–50" are pages; "10 000–99 999" is a range.
    case 0x2D: return isGrouped(end + 1)
    case 0xE2 where end + 2 < bytes.count && bytes[end + 1] == 0x80 && bytes[end + 2] <= 0x95: return isGrouped(end + 3)
    default: return true
    }
  }

  /// Whether no digits stand at an offset, or digits with a blank that parts thousands.
  private func isGrouped(_ offset: Int) -> Bool {
    var end = offset
    while isDigit(end) { end += 1 }
    return end == offset || end - offset <= 3 && endOfGroups(after: end) != nil
  }

  private func mayPrecede(_ start: Int, _ end: Int) -> Bool {
    guard let last = tokens.last else { return true }
    let isJoined = last.end == start
    switch last.kind {
    case .number, .superscript: return false
    case .word: return !isJoined && !isLabel(last)
    case .han: return !["第", "表", "图"].contains { bytes[last.range].suffix(3).elementsEqual($0.utf8) }
    case .symbol: return !isJoined || mayPrecede(symbol: last, end)
    }
  }

  /// A mark directly before the number.
  private func mayPrecede(symbol: Token, _ end: Int) -> Bool {
    let before = tokens.dropLast().last
    let isJoined = before?.end == symbol.start
    if symbol.isSymbol("(") || symbol.isSymbol("[") {
      // "150 (90 210)", "F(2 229)", "[99 100]": limits, degrees of freedom or references alone in a bracket.
      guard end < bytes.count, bytes[end] == 0x29 || bytes[end] == 0x5D, let before else { return true }
      return symbol.isSymbol("(") && before.kind == .word && before.range.count > 2 || symbol.isSymbol("(") && before.kind == .han
    }
    if symbol.isSymbol("-") || symbol.isSymbol("~") {
      // "GLP-1 124" is a name with its value; "10 000–99 999" is a range, and "−3 976" has a sign.
      return !isJoined || before.map { $0.kind == .number && bytes[$0.range].contains(0x20) } ?? true
    }
    if symbol.isSymbol("/") { return !isJoined || before?.kind == .number }
    return !(symbol.isSymbol(".") || symbol.isSymbol(",") || symbol.isSymbol(":")) || !isJoined || before?.kind == .han
  }

  /// "Table", "week", "No", the name of a month; `FEV`, `PASI` and single capitals but N.
  private func isLabel(_ word: Token) -> Bool {
    let letters = bytes[word.range]
    if letters.count <= 5, letters.allSatisfy({ 0x41...0x5A ~= $0 || isDigit($0) }) {
      return letters.count > 1 || letters.first != 0x4E
    }
    return Self.labels.contains(String(decoding: letters, as: UTF8.self).lowercased())
  }

  private static let labels: Set<String> = [
    "table", "tables", "figure", "figures", "fig", "figs", "group", "groups", "arm", "arms", "cohort", "cohorts", "week", "weeks",
    "day",
    "days", "month", "months", "year", "years", "visit", "visits", "stage", "stages", "grade", "grades", "type", "types", "phase",
    "class",
    "level", "version", "no", "nr", "number", "numbers", "chapter", "section", "page", "pages", "pp", "vol", "volume", "line",
    "step",
    "study", "trial", "ref", "refs", "reference", "references", "experiment", "example", "case", "box", "appendix", "supplement",
    "part",
    "model", "question", "item", "cycle", "session", "hour", "hours", "minute", "minutes", "age", "aged", "ages", "tel", "fax",
    "phone",
    "grant", "code", "article", "issue", "dose", "period", "round", "block", "category", "interleukin", "omega", "january",
    "february",
    "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "jan", "feb", "mar", "apr",
    "jun",
    "jul", "aug", "sep", "sept", "oct", "nov", "dec",
  ]

  private func blankLength(at offset: Int) -> Int? {
    guard offset < bytes.count else { return nil }
    if bytes[offset] == 0x20 { return 1 }
    return bytes[offset] == 0xC2 && offset + 1 < bytes.count && bytes[offset + 1] == 0xA0 ? 2 : nil
  }

  private func isDigit(_ offset: Int) -> Bool { offset < bytes.count && isDigit(bytes[offset]) }
  private func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
}
