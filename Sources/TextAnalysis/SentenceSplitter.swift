/// Cuts a block of text into sentences, in English and Chinese.
public enum SentenceSplitter {
  /// The byte ranges of the sentences, ascending, white space between them left out. O(tokens).
  ///
  /// A callout that follows the full stop (`survival.[12]`, `survival.¹²`) belongs to the sentence before it.
  public static func sentences(in text: LexedText) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var first = 0
    var index = 0
    while index < text.count {
      guard isTerminator(index, in: text) else {
        index += 1
        continue
      }
      let last = trailer(after: index, in: text)
      if last + 1 >= text.count || begins(at: last + 1, afterTerminator: index, in: text) {
        ranges.append(text.tokens[first].start..<text.tokens[last].end)
        first = last + 1
      }
      index = last + 1
    }
    if first < text.count, let end = text.tokens.last?.end { ranges.append(text.tokens[first].start..<end) }
    return ranges
  }

  private static func isTerminator(_ index: Int, in text: LexedText) -> Bool {
    guard text.tokens[index].kind == .symbol else { return false }
    switch text.tokens[index].symbol {
    case 0x3002, 0xFF61, 0x21, 0x3F: return true
    case 0x2E: return !isAbbreviation(before: index, in: text)
    default: return false
    }
  }

  /// The last token that still belongs to the sentence: closing quotes, brackets and callouts right after the full stop.
  private static func trailer(after terminator: Int, in text: LexedText) -> Int {
    var last = terminator
    while last + 1 < text.count, !text.hasGap(before: last + 1) {
      let next = text.tokens[last + 1]
      if next.kind == .superscript || isClosing(next) || isTerminatorMark(next) {
        last += 1
      } else if let end = calloutEnd(from: last + 1, in: text) {
        last = end
      } else {
        break
      }
    }
    return spacedCallout(after: last, in: text) ?? last
  }

  /// `survival. ¹² The next`: a callout that stands alone between two sentences is of the first, unless the block is a list of such notes.
  private static func spacedCallout(after last: Int, in text: LexedText) -> Int? {
    var end = last + 1
    while end < text.count, text.tokens[end].kind == .superscript, end == last + 1 || !text.hasGap(before: end) { end += 1 }
    guard end > last + 1, text.tokens.first?.kind != .superscript else { return nil }
    guard end < text.count else { return end - 1 }
    return text.hasGap(before: end) && text.tokens[end].kind == .word && !startsLowercase(text.tokens[end], in: text)
      ? end - 1 : nil
  }

  private static func isTerminatorMark(_ token: Token) -> Bool {
    token.isSymbol("!") || token.isSymbol("?") || token.isSymbol("。") || token.isSymbol(".")
  }

  private static func isClosing(_ token: Token) -> Bool {
    token.isSymbol("\"") || token.isSymbol("'") || token.isSymbol(")") || token.isSymbol("]")
  }

  /// The closing bracket of `[1, 3-5]` or `(1, 3-5)` beginning at `index`, or nil. Looks at most 24 tokens ahead.
  private static func calloutEnd(from index: Int, in text: LexedText) -> Int? {
    guard text.isSymbol(index, "[") || text.isSymbol(index, "(") else { return nil }
    let closing: Unicode.Scalar = text.isSymbol(index, "[") ? "]" : ")"
    for cursor in index + 1..<min(index + 24, text.count) {
      let token = text.tokens[cursor]
      if token.isSymbol(closing) { return cursor > index + 1 ? cursor : nil }
      guard token.kind == .number || token.isSymbol(",") || token.isSymbol("-") || token.isSymbol(";") else { return nil }
    }
    return nil
  }

  /// Whether a new sentence can begin at `index`.
  private static func begins(at index: Int, afterTerminator terminator: Int, in text: LexedText) -> Bool {
    let mark = text.tokens[terminator].symbol
    if mark == 0x3002 || mark == 0xFF61 { return true }
    let next = text.tokens[index]
    if next.kind == .han { return mark != 0x2E || !text.isNumber(terminator - 1) }
    guard text.hasGap(before: index) else { return false }
    switch next.kind {
    case .word: return !startsLowercase(next, in: text) || startsWithGeneLikeCase(index, in: text)
    case .number, .superscript: return true
    case .symbol:
      return next.isSymbol("(") || next.isSymbol("[") || next.isSymbol("\"") || next.isSymbol("'") || next.isSymbol("*")
    case .han: return true
    }
  }

  private static func startsLowercase(_ token: Token, in text: LexedText) -> Bool {
    (0x61...0x7A).contains(text.utf8[token.start])
  }

  /// `mTOR`, `pCR`, `eGFR`: a lower-case letter before a capital begins a name, not a word.
  private static func startsWithGeneLikeCase(_ index: Int, in text: LexedText) -> Bool {
    let token = text.tokens[index]
    return token.end - token.start > 1 && (0x41...0x5A).contains(text.utf8[token.start + 1])
  }

  /// Words whose full stop ends no sentence unless a typical sentence opener follows.
  private static let abbreviations: Set<String> = [
    "al", "vs", "v", "g", "e", "i", "cf", "dr", "prof", "mr", "mrs", "ms", "st", "resp", "approx", "viz", "ie", "eg",
  ]
  /// Words whose full stop ends no sentence before a number.
  private static let beforeNumbers: Set<String> = [
    "fig", "figs", "no", "nos", "vol", "p", "pp", "eq", "eqs", "ref", "refs", "tab", "ca", "ver", "ch", "sec", "suppl", "art",
    "approx",
  ]
  private static let openers: Set<String> = [
    "The", "In", "This", "These", "We", "However", "A", "An", "It", "Our", "Although", "Patients", "There", "They", "To", "For",
    "After",
    "At", "As", "Of", "Among", "Both", "No", "When", "While", "Results", "Conclusion", "Conclusions", "Methods", "Thus",
    "Therefore",
  ]

  private static func isAbbreviation(before index: Int, in text: LexedText) -> Bool {
    guard index > 0, text.tokens[index - 1].kind == .word, !text.hasGap(before: index), index + 1 < text.count else {
      return false
    }
    let word = text.string(index - 1)
    let folded = word.lowercased()
    let next = text.tokens[index + 1]
    if next.kind == .number, beforeNumbers.contains(folded) { return true }
    if abbreviations.contains(folded) { return !(next.kind == .word && openers.contains(text.string(index + 1))) }
    return isInitial(word, at: index - 1, in: text)
  }

  private static func isCapitalLetter(_ index: Int, in text: LexedText) -> Bool {
    let token = text.tokens[index]
    return token.kind == .word && token.end - token.start == 1 && (0x41...0x5A).contains(text.utf8[token.start])
  }

  /// The `J` of `J. Smith`, of `Smith, J. A.` or of a name after a comma; not the `B` of "hepatitis B. Patients".
  private static func isInitial(_ word: String, at index: Int, in text: LexedText) -> Bool {
    guard word.utf8.count == 1, (0x41...0x5A).contains(text.utf8[text.tokens[index].start]) else { return false }
    guard index > 0 else { return true }
    let before = text.tokens[index - 1]
    if text.isSymbol(index + 3, "."), isCapitalLetter(index + 2, in: text) { return true }
    if before.isSymbol(".") || before.isSymbol(",") || before.isSymbol("-") { return true }
    return before.kind == .word && (0x41...0x5A).contains(text.utf8[before.start]) && before.end - before.start > 2
      && !(text.tokens[index + 2].kind == .word && openers.contains(text.string(index + 2)))
  }
}
