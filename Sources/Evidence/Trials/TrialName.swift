import TextAnalysis

/// Words that are shaped like the name of a trial: `STORM`, `AURORA-21`, `CheckMate 459`, `IMbrave050`, `DESTINY-Breast03`.
struct TrialName: Hashable {
  /// Capital letters and digits alone: what spellings of one name share.
  var key: String
  var printed: String
  /// Token indices of the text.
  var tokens: Range<Int>
  /// Bytes of the text.
  var range: Range<Int>
  var hasDigits: Bool
  /// Of a known family of trials, and numbered.
  var isFamily: Bool
  var letterCount: Int
}

/// Finds words shaped like names of trials; whether they name one is for `TrialNameEvidence`.
struct TrialNameScanner {
  let lexed: LexedText

  var names: [TrialName] {
    var result: [TrialName] = []
    var index = 0
    while index < lexed.count {
      if let name = name(at: index) {
        result.append(name)
        index = name.tokens.upperBound
      } else {
        index += 1
      }
    }
    return result
  }

  private func name(at index: Int) -> TrialName? {
    let token = lexed.tokens[index]
    guard token.kind == .word, token.end - token.start <= 24, beginsWord(index) else { return nil }
    let shape = WordShape(lexed.utf8, token.range)
    let isFamily = lexed.utf8[token.start] &- 0x41 < 26 && TrialFamilies.contains(lexed.utf8[token.range])
    guard isFamily || shape.isAcronym else { return nil }
    let end = self.end(from: index, shape, isFamily)
    guard end > index + 1 || shape.digits > 0 || shape.letters >= 3, !isPlural(shape, end, index) else { return nil }
    let range = token.start..<lexed.tokens[end - 1].end
    let key = Self.key(of: lexed.utf8[range])
    let hasDigits = key.utf8.contains { $0 &- 0x30 < 10 }
    guard hasDigits || !isFamily || shape.isAcronym else { return nil }
    return TrialName(
      key: key, printed: printed(index..<end), tokens: index..<end, range: range, hasDigits: hasDigits,
      isFamily: isFamily && hasDigits, letterCount: key.utf8.count { !($0 &- 0x30 < 10) })
  }

  private func isPlural(_ shape: WordShape, _ end: Int, _ index: Int) -> Bool {
    end == index + 1 && shape.digits == 0 && shape.capitals == shape.letters - 1
      && lexed.utf8[lexed.tokens[index].end - 1] == 0x73
  }

  /// Not glued to something before it, as in `anti-PD-1`.
  private func beginsWord(_ index: Int) -> Bool {
    guard index > 0, !lexed.hasGap(before: index) else { return true }
    let before = lexed.tokens[index - 1]
    return before.kind == .han
      || before.kind == .symbol && !before.isSymbol("-") && !before.isSymbol(".") && !before.isSymbol("@")
  }

  /// One past the last token of the name that begins at `index`.
  private func end(from index: Int, _ shape: WordShape, _ isFamily: Bool) -> Int {
    let next = index + 1
    if lexed.isSymbol(next, "-"), !lexed.hasGap(before: next) { return endAfterHyphen(next + 1, shape, isFamily) ?? next }
    if shape.digits == 0, lexed.isNumber(next), isSerial(next), lexed.hasGap(before: next) {
      return endAfterSpace(next, isFamily) ?? next
    }
    return next
  }

  private func endAfterHyphen(_ index: Int, _ shape: WordShape, _ isFamily: Bool) -> Int? {
    guard index < lexed.count else { return nil }
    let isWrapped = lexed.hasGap(before: index)
    if lexed.isNumber(index), isSerial(index) { return endOfSerial(index) }
    guard !isWrapped, lexed.tokens[index].kind == .word else { return nil }
    let second = WordShape(lexed.utf8, lexed.tokens[index].range)
    if second.digits > 0, second.capitals > 0, shape.letters >= 3 { return index + 1 }
    if isFamily, second.capitals == 1, lexed.isNumber(index + 1), isSerial(index + 1) { return index + 2 }
    guard shape.letters >= 4, shape.capitals == shape.letters || second.letters > 1 && second.capitals == second.letters else {
      return nil
    }
    // `AURORA-HF`, `AURORA-X`, `AURORA-Lung`
    let isWord = second.capitals == 1 && lexed.utf8[lexed.tokens[index].start] &- 0x41 < 26 && second.letters >= 4
    return second.letters >= 1 && second.capitals == second.letters || isWord ? index + 1 : nil
  }

  /// `CheckMate 459`; for other words the number must close the name: `RADIANT 3 trial`, `(RADIANT 3)`.
  private func endAfterSpace(_ index: Int, _ isFamily: Bool) -> Int? {
    let end = endOfSerial(index)
    if TrialWords.followsAsCount(lexed, end) { return nil }
    if isFamily { return end }
    let isYear = lexed.tokens[index].range.count == 4
    return !isYear && (TrialWords.isTrialWord(lexed, end) || lexed.isSymbol(end, ")") && lexed.isSymbol(index - 2, "("))
      ? end : nil
  }

  /// `9DX`: letters glued to the number belong to it.
  private func endOfSerial(_ index: Int) -> Int {
    let next = index + 1
    guard next < lexed.count, !lexed.hasGap(before: next), lexed.tokens[next].kind == .word, lexed.tokens[next].range.count <= 3
    else {
      return next
    }
    return next + 1
  }

  /// At most four digits and nothing else.
  private func isSerial(_ index: Int) -> Bool {
    let range = lexed.tokens[index].range
    return range.count <= 4 && lexed.utf8[range].allSatisfy { $0 &- 0x30 < 10 }
  }

  /// As printed, without a space that only a wrapped cell put after a hyphen.
  private func printed(_ tokens: Range<Int>) -> String {
    var result = ""
    for index in tokens {
      let isAfterHyphen = index > tokens.lowerBound && lexed.isSymbol(index - 1, "-")
      if index > tokens.lowerBound, !isAfterHyphen, lexed.hasGap(before: index) { result += " " }
      result += lexed.isSymbol(index, "-") ? "-" : lexed.string(index)
    }
    return result
  }

  static func key(of bytes: some Sequence<UInt8>) -> String {
    String(decoding: bytes.filter(isLetterOrDigit).map { $0 &- 0x61 < 26 ? $0 & 0xDF : $0 }, as: UTF8.self)
  }
}

/// What a word is made of.
struct WordShape {
  var letters = 0
  var capitals = 0
  var digits = 0
  private var isLatin = true

  init(_ utf8: [UInt8], _ range: Range<Int>) {
    for offset in range {
      let byte = utf8[offset]
      if byte &- 0x41 < 26 { capitals += 1 }
      if (byte | 0x20) &- 0x61 < 26 {
        letters += 1
      } else if byte &- 0x30 < 10 {
        digits += 1
      } else {
        isLatin = false
      }
    }
  }

  /// Two capitals or more, and not only one or two letters.
  var isAcronym: Bool { isLatin && capitals >= 2 && letters >= 2 && capitals * 5 >= letters }
}

/// Families of trials: numbered series of one sponsor or programme, whose first word is no common word.
///
/// Such a word with a number names a trial without further evidence, and may stand in ordinary case (`Keynote-224`).
enum TrialFamilies {
  private static let names = Words(
    """
    keynote checkmate imbrave impower impassion imvigor imspire cares orient javelin paloma monaleesa himalaya codebreak krystal \
    flaura adaura mariposa papillon chrysalis tropics tropion astrum camel duravelo empower poseidon leap kestrel resonate
    """.split(whereSeparator: { $0 == " " || $0 == "\n" }).map { Word(String($0)) })

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  /// Whether the letters of a word are one of them; its case and digits do not matter.
  static func contains(_ word: ArraySlice<UInt8>) -> Bool {
    word.withUnsafeBufferPointer { word in
      if word.allSatisfy(isLetter) { return names.contains(Word(code: WordCode.of(word))) }
      return word.filter(isLetter).withUnsafeBufferPointer { names.contains(Word(code: WordCode.of($0))) }
    }
  }
}
