import Literature

/// A short form where a text says what it stands for.
public struct AbbreviationMatch: Hashable, Sendable {
  /// As printed: `HCC`, `T + A`.
  public var short: String
  public var longEnglish: String?
  public var longChinese: String?
  /// Bytes of the definition, long form and brackets included.
  public var range: Range<Int>

  public init(short: String, longEnglish: String? = nil, longChinese: String? = nil, range: Range<Int>) {
    self.short = short
    self.longEnglish = longEnglish
    self.longChinese = longChinese
    self.range = range
  }
}

/// Finds definitions of short forms: `long form (SF)`, `SF (long form)`, `中文(long form, SF)`, and lists `SF: …; SF: …`.
///
/// English long forms are aligned with the letters of the short form (after Schwartz and Hearst, PSB 2003, with a cost for letters
/// inside words and for words left out); Chinese ones, which share no letters with it, are cut at words that end a clause.
public enum AbbreviationScanner {
  /// Ascending by place. O(n): what is looked at around a bracket is bounded.
  public static func definitions(in lexed: LexedText) -> [AbbreviationMatch] {
    var result: [AbbreviationMatch] = []
    var index = 0
    while index < lexed.count {
      if lexed.isSymbol(index, "(") || lexed.isSymbol(index, "["), let close = closingBracket(of: index, in: lexed) {
        let bracket = Bracket(lexed: lexed, open: index, close: close)
        if let match = bracket.definition { result.append(match) }
      }
      index += 1
    }
    let found = result
    let listed = AbbreviationList(lexed).definitions.filter { item in
      let next = found.partitionPoint { $0.range.upperBound > item.range.lowerBound }
      return next == found.count || found[next].range.lowerBound >= item.range.upperBound
    }
    guard !listed.isEmpty else { return result }
    return (result + listed).sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// The bracket that closes the one at `open`; nil if it is too far away to hold a definition.
  private static func closingBracket(of open: Int, in lexed: LexedText) -> Int? {
    let isSquare = lexed.isSymbol(open, "[")
    var depth = 0
    for index in open..<min(open + 40, lexed.count) {
      if lexed.isSymbol(index, isSquare ? "[" : "(") { depth += 1 }
      guard lexed.isSymbol(index, isSquare ? "]" : ")") else { continue }
      depth -= 1
      if depth == 0 { return index }
    }
    return nil
  }
}

/// A pair of round or square brackets, with what stands in it and before it.
struct Bracket {
  let lexed: LexedText
  let open: Int
  let close: Int
  /// Token ranges between commas and semicolons.
  private let parts: [Range<Int>]

  init(lexed: LexedText, open: Int, close: Int) {
    (self.lexed, self.open, self.close) = (lexed, open, close)
    parts = close > open + 1 ? Self.parts(in: open + 1..<close, of: lexed) : []
  }

  var definition: AbbreviationMatch? {
    guard open > 0, close > open + 1 else { return nil }
    return shortFormInside ?? bothInside ?? shortFormBefore
  }

  private var end: Int { lexed.tokens[close].end }
  private func bytes(_ tokens: Range<Int>) -> Range<Int> {
    lexed.tokens[tokens.lowerBound].start..<lexed.tokens[tokens.upperBound - 1].end
  }

  private static func parts(in tokens: Range<Int>, of lexed: LexedText) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start = tokens.lowerBound
    for index in tokens.lowerBound...tokens.upperBound where index == tokens.upperBound || isPartMark(index, lexed) {
      if index > start { result.append(start..<index) }
      start = index + 1
    }
    return result
  }

  private static func isPartMark(_ index: Int, _ lexed: LexedText) -> Bool {
    lexed.isSymbol(index, ",") || lexed.isSymbol(index, ";") || lexed.isSymbol(index, ":") || lexed.isSymbol(index, "、")
  }

  /// `long form (SF)` and `长形式(SF)`; anything may follow the short form after a comma.
  private var shortFormInside: AbbreviationMatch? {
    guard let first = parts.first, let short = ShortForm(lexed, first) else { return nil }
    if short.isSingle {
      let long = parts.count == 1 ? EnglishLongForm.range(of: short, before: open, in: lexed) : nil
      return long.map { match(short, english: $0, chinese: nil) }
    }
    if parts.count > 1, let second = parts.dropFirst().first, isLatinPhrase(second),
      EnglishLongForm.isWhole(bytes(second), of: short, in: lexed.utf8)
    {
      return match(short, english: bytes(second), chinese: chineseBefore(short))
    }
    if let chinese = chineseBefore(short) { return match(short, english: nil, chinese: chinese) }
    guard lexed.tokens[open - 1].kind != .han, !short.isQuoted,
      let long = EnglishLongForm.range(of: short, before: open, in: lexed)
    else { return nil }
    return match(short, english: long, chinese: nil)
  }

  /// `中文(long form, SF)`, `(long form, SF)`.
  private var bothInside: AbbreviationMatch? {
    guard parts.count >= 2, let last = parts.last, let short = ShortForm(lexed, last), !short.isSingle else { return nil }
    let phrase = parts[0].lowerBound..<parts[parts.count - 2].upperBound
    guard isLatinPhrase(phrase) else { return nil }
    let chinese = chineseBefore(short)
    let fits = EnglishLongForm.isWhole(bytes(phrase), of: short, in: lexed.utf8)
    guard fits || chinese != nil && phrase.count >= 2 && short.sharesInitial(with: bytes(phrase), in: lexed.utf8) else {
      return nil
    }
    return match(short, english: bytes(phrase), chinese: chinese)
  }

  /// `SF (long form)`.
  private var shortFormBefore: AbbreviationMatch? {
    guard let short = ShortForm(lexed, endingBefore: open), !short.isSingle else { return nil }
    guard let first = parts.first else { return nil }
    let whole = bytes(first)
    if isLatinPhrase(first), first.count >= 2, EnglishLongForm.isWhole(whole, of: short, in: lexed.utf8) {
      return AbbreviationMatch(
        short: short.text, longEnglish: lexed.string(whole), range: short.range.lowerBound..<end)
    }
    guard parts.count == 1, short.isCapitals, short.letters.count <= 6, first.count == 1, isPlainChinese(first.lowerBound)
    else { return nil }
    return AbbreviationMatch(short: short.text, longChinese: lexed.string(whole), range: short.range.lowerBound..<end)
  }

  private func isPlainChinese(_ index: Int) -> Bool {
    let token = lexed.tokens[index]
    guard token.kind == .han, (6...60).contains(token.end - token.start) else { return false }
    return ChineseLongForm.cut(lexed.string(index)).count == lexed.string(index).count
  }

  private func isLatinPhrase(_ tokens: Range<Int>) -> Bool {
    lexed.tokens[tokens].contains { $0.kind == .word && $0.end - $0.start > 2 }
      && !lexed.tokens[tokens].contains { $0.kind == .han }
  }

  private func chineseBefore(_ short: ShortForm) -> Range<Int>? {
    ChineseLongForm.range(of: short, before: open, in: lexed)
  }

  private func match(_ short: ShortForm, english: Range<Int>?, chinese: Range<Int>?) -> AbbreviationMatch {
    let start = min(chinese?.lowerBound ?? lexed.tokens[open].start, english?.lowerBound ?? lexed.tokens[open].start)
    return AbbreviationMatch(
      short: short.text, longEnglish: english.map { lexed.string($0) }, longChinese: chinese.map { lexed.string($0) },
      range: start..<end)
  }
}
