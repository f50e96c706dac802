/// Tokens that look like an abbreviation.
struct ShortForm {
  let text: String
  /// Letters and digits in lower case, for alignment.
  let letters: [UInt8]
  /// Bytes of the text.
  let range: Range<Int>
  /// Written in quotation marks, as nicknames of regimens are: “T + A”.
  let isQuoted: Bool
  let capitals: Int

  /// One capital letter: it stands for the word right before its bracket, and for nothing in a list.
  var isSingle: Bool { letters.count == 1 }

  /// No small letter but a plural s.
  var isCapitals: Bool { capitals >= 2 && capitals >= letters.count - 1 }

  /// The short form that fills a range of tokens, quotation marks and a few words of Chinese after it apart.
  init?(_ lexed: LexedText, _ tokens: Range<Int>) {
    var tokens = tokens
    // “T + A”方案, BCLC 分期, 简称 OS
    if let last = tokens.last, tokens.count > 1, lexed.tokens[last].kind == .han, Self.isHeadNoun(lexed, last) {
      tokens.removeLast()
    }
    if let first = tokens.first, tokens.count > 1, lexed.hanHasSuffix(first, "称") { tokens.removeFirst() }
    var isQuoted = false
    if tokens.count > 2, lexed.isSymbol(tokens.lowerBound, "\""), lexed.isSymbol(tokens.upperBound - 1, "\"") {
      tokens = tokens.lowerBound + 1..<tokens.upperBound - 1
      isQuoted = true
    }
    self.init(lexed, unquoted: tokens, isQuoted: isQuoted)
  }

  private static func isHeadNoun(_ lexed: LexedText, _ index: Int) -> Bool {
    lexed.hanHasPrefix(index, "方案") || lexed.hanHasPrefix(index, "分期") || lexed.hanHasPrefix(index, "标准")
      || lexed.hanHasPrefix(index, "评分") || lexed.hanHasPrefix(index, "量表") || lexed.hanHasPrefix(index, "法")
  }

  /// The short form that ends right before a token: words joined by hyphens or slashes, without a space.
  init?(_ lexed: LexedText, endingBefore end: Int) {
    var start = end - 1
    while start > 0, end - start < 5, !lexed.hasGap(before: start), lexed.tokens[start - 1].kind != .han,
      lexed.tokens[start - 1].kind != .symbol || lexed.isSymbol(start - 1, "-") || lexed.isSymbol(start - 1, "/")
    {
      start -= 1
    }
    guard start >= 0 else { return nil }
    self.init(lexed, unquoted: start..<end, isQuoted: false)
  }

  private init?(_ lexed: LexedText, unquoted tokens: Range<Int>, isQuoted: Bool) {
    guard let first = tokens.first, let last = tokens.last, tokens.count <= 7 else { return nil }
    guard lexed.tokens[first].kind == .word || lexed.tokens[first].kind == .number, Self.hasOnlyNameTokens(lexed, tokens) else {
      return nil
    }
    range = lexed.tokens[first].start..<lexed.tokens[last].end
    let bytes = lexed.utf8[range]
    letters = bytes.compactMap(foldedLetterOrDigit)
    capitals = bytes.count(where: { (0x41...0x5A).contains($0) })
    text = lexed.string(range)
    self.isQuoted = isQuoted
    guard (1...10).contains(letters.count), bytes.count <= 16, bytes.contains(where: isLatinLetter) else { return nil }
    if letters.count == 1, bytes.count > 1 || capitals == 0 { return nil }
    let gaps = tokens.count(where: { lexed.hasGap(before: $0) })
    guard !Self.isRoman(bytes), bytes.count(where: { $0 == 0x28 }) == bytes.count(where: { $0 == 0x29 }) else { return nil }
    if text.contains("+") {
      guard gaps <= 3 else { return nil }
    } else {
      guard gaps <= 2, hasOnlyNames(lexed, tokens) else { return nil }
    }
  }

  private static func hasOnlyNameTokens(_ lexed: LexedText, _ tokens: Range<Int>) -> Bool {
    tokens.allSatisfy { index in
      switch lexed.tokens[index].kind {
      case .word, .number, .superscript: true
      case .symbol: ["-", "/", "+", "&", ".", "'", "(", ")"].contains { lexed.isSymbol(index, $0) }
      case .han: false
      }
    }
  }

  private static let greek: Set<String> = ["alpha", "beta", "gamma", "delta", "kappa", "omega"]

  /// Several words must each have a capital or name a Greek letter, and not begin with a number: `MS II`, `TNF alpha`, not `group 2` or `10 M`.
  private func hasOnlyNames(_ lexed: LexedText, _ tokens: Range<Int>) -> Bool {
    guard tokens.dropFirst().contains(where: { lexed.hasGap(before: $0) }) else { return true }
    guard lexed.tokens[tokens.lowerBound].kind == .word else { return false }
    return tokens.allSatisfy { index in
      lexed.tokens[index].kind != .word || Self.greek.contains(lexed.string(index))
        || lexed.utf8[lexed.tokens[index].range].contains { (0x41...0x5A).contains($0) }
    }
  }

  private static func isRoman(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.allSatisfy { $0 == 0x49 || $0 == 0x56 || $0 == 0x58 || $0 == 0x69 || $0 == 0x76 || $0 == 0x78 }
  }

  /// Whether the first letters agree.
  func sharesInitial(with phrase: Range<Int>, in utf8: [UInt8]) -> Bool {
    utf8[phrase].lazy.compactMap(foldedLetterOrDigit).first == letters.first
  }
}

/// A Latin letter in lower case or a digit; nil for every other byte.
func foldedLetterOrDigit(_ byte: UInt8) -> UInt8? {
  if isLatinLetter(byte) { return byte | 0x20 }
  return (0x30...0x39).contains(byte) ? byte : nil
}

func isLatinLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
