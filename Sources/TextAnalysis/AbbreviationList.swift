/// Lists of short forms, as notes of tables give them: `RFS: 无复发生存期; OS: …`, `OS, overall survival; HR, hazard ratio`.
///
/// One such pair alone proves little, so a text must hold two, or begin like a list of abbreviations.
struct AbbreviationList {
  private let lexed: LexedText

  init(_ lexed: LexedText) { self.lexed = lexed }

  var definitions: [AbbreviationMatch] {
    let items = items
    guard items.count >= 2 || hasCue else { return [] }
    let found = items.compactMap(definition)
    return found.count >= 2 || hasCue ? found : []
  }

  /// Token ranges between semicolons and full stops; a text without either has none.
  private var items: [Range<Int>] {
    let commasSeparate =
      !lexed.tokens.contains { $0.isSymbol(";") } && lexed.tokens.contains { $0.isSymbol(":") || $0.isSymbol("=") }
    var result: [Range<Int>] = []
    var start = 0
    for index in 0...lexed.count where index == lexed.count || endsItem(index, commasSeparate) {
      if (2...24).contains(index - start) { result.append(start..<index) }
      start = index + 1
    }
    return result
  }

  private func endsItem(_ index: Int, _ commasSeparate: Bool) -> Bool {
    let token = lexed.tokens[index]
    guard token.kind == .symbol else { return false }
    if token.isSymbol(";") || token.isSymbol("。") { return true }
    if commasSeparate, token.isSymbol(",") || token.isSymbol("、") { return true }
    return token.isSymbol(".") && (index + 1 == lexed.count || lexed.hasGap(before: index + 1))
  }

  private var hasCue: Bool {
    lexed.isWord(0, "abbreviations") || lexed.isWord(0, "abbreviation") || lexed.hanHasPrefix(0, "缩写")
      || lexed.hanHasPrefix(0, "缩略")
  }

  private func definition(_ item: Range<Int>) -> AbbreviationMatch? {
    let item = withoutLead(item)
    guard let mark = item.prefix(6).first(where: isPairMark), mark > item.lowerBound, mark + 1 < item.upperBound else {
      return unmarked(item)
    }
    guard let short = ShortForm(lexed, item.lowerBound..<mark), short.capitals > 0, !short.isSingle else { return nil }
    return pair(short, mark + 1..<item.upperBound, isMarked: true)
  }

  /// `HR hazard ratio`: without a mark the letters must agree.
  private func unmarked(_ item: Range<Int>) -> AbbreviationMatch? {
    guard item.count >= 3, let short = ShortForm(lexed, item.lowerBound..<item.lowerBound + 1), short.isCapitals else {
      return nil
    }
    return pair(short, item.lowerBound + 1..<item.upperBound, isMarked: false)
  }

  private func pair(_ short: ShortForm, _ long: Range<Int>, isMarked: Bool) -> AbbreviationMatch? {
    let range = lexed.tokens[long.lowerBound].start..<lexed.tokens[long.upperBound - 1].end
    let whole = short.range.lowerBound..<range.upperBound
    if isMarked, isChineseName(long) {
      return AbbreviationMatch(short: short.text, longChinese: lexed.string(range), range: whole)
    }
    guard isMarked || lexed.tokens[long.lowerBound].kind == .word,
      EnglishLongForm.isWhole(range, of: short, in: lexed.utf8)
    else { return nil }
    return AbbreviationMatch(short: short.text, longEnglish: lexed.string(range), range: whole)
  }

  private func isPairMark(_ index: Int) -> Bool {
    lexed.isSymbol(index, ":") || lexed.isSymbol(index, "=") || lexed.isSymbol(index, ",")
  }

  private func isChineseName(_ tokens: Range<Int>) -> Bool {
    let bytes = lexed.tokens[tokens.upperBound - 1].end - lexed.tokens[tokens.lowerBound].start
    guard bytes <= 66, lexed.tokens[tokens].contains(where: { $0.kind == .han && $0.range.count >= 6 }) else { return false }
    return tokens.allSatisfy { index in
      let token = lexed.tokens[index]
      return token.kind != .symbol || token.isSymbol("-") || token.isSymbol("/") || token.isSymbol("(") || token.isSymbol(")")
    }
  }

  /// Drops what precedes the first pair: `Note: 1)`, `注:`, `Abbreviations:`.
  private func withoutLead(_ item: Range<Int>) -> Range<Int> {
    var start = item.lowerBound
    for index in item.prefix(6) {
      let isLead = lexed.tokens[index].kind == .han || lexed.isNumber(index) || isLeadWord(index)
      if !isLead, !(index > item.lowerBound && isLeadMark(index)) { break }
      start = index + 1
    }
    return start < item.upperBound ? start..<item.upperBound : item
  }

  private func isLeadMark(_ index: Int) -> Bool {
    lexed.isSymbol(index, ":") || lexed.isSymbol(index, ")") || lexed.isSymbol(index, ".") || lexed.isSymbol(index, "*")
  }

  private func isLeadWord(_ index: Int) -> Bool {
    lexed.isWord(index, "note") || lexed.isWord(index, "notes") || lexed.isWord(index, "abbreviations")
      || lexed.isWord(index, "abbreviation")
  }
}
