import Literature
import TextAnalysis

/// A passage or cell as the readers of results see it: its tokens without callouts and without marks of emphasis.
///
/// Never changes, so that readings share one by reference. A text of more than `longest` tokens is no sentence and no cell; it is read as empty, which bounds all work.
final class ResultText: Sendable {
  static let longest = 3000

  let utf8: [UInt8]
  let tokens: [Token]
  /// For each token the code of its word; 0 for anything else.
  let codes: [UInt64]
  let tags: [WordTags]
  /// Whether any token is a run of Chinese characters.
  let hasHan: Bool
  /// Words in lower case by their token, where folding their ASCII letters does not make them so.
  private let folded: [Int: Word]

  /// `callouts` are byte ranges of citations, whose numbers are no results.
  init(_ lexed: LexedText, callouts: [Range<Int>] = []) {
    utf8 = lexed.utf8
    guard lexed.tokens.count <= Self.longest else {
      (tokens, codes, tags, folded, hasHan) = ([], [], [], [:], false)
      return
    }
    func isLeftOut(_ token: Token) -> Bool {
      if token.isSymbol("*") || token.isSymbol("_") { return true }
      return !callouts.isEmpty && callouts.contains { $0.overlaps(token.range) }
    }
    // As a rule nothing is left out, and the tokens are shared.
    tokens = lexed.tokens.contains(where: isLeftOut) ? lexed.tokens.filter { !isLeftOut($0) } : lexed.tokens
    hasHan = tokens.contains { $0.kind == .han }
    (codes, tags, folded) = Self.words(of: tokens, in: lexed.utf8)
  }

  private static func words(of tokens: [Token], in utf8: [UInt8]) -> (codes: [UInt64], tags: [WordTags], folded: [Int: Word]) {
    var folded: [Int: Word] = [:]
    var codes = [UInt64](repeating: WordCode.none, count: tokens.count)
    var tags = [WordTags](repeating: [], count: tokens.count)
    let table = WordTags.table
    utf8.withUnsafeBufferPointer { bytes in
      for (index, token) in tokens.enumerated() where token.kind == .word {
        let word = UnsafeBufferPointer(rebasing: bytes[token.range])
        codes[index] = word.first == 0xEF ? WordCode.of(letters(of: token, in: utf8)) : WordCode.of(word)
        tags[index] = isLetterOfName(index, tokens, codes, word, bytes) ? [] : table[codes[index]] ?? []
        if tags[index].contains(.armNoun), index > 0, isCapitals(tokens[index - 1], bytes), !isCapitals(token, bytes) {
          tags[index - 1].subtract([.preposition, .conjunction, .determiner, .pronoun, .verb])
        }
        if word.contains(where: { $0 >= 0x80 }) { folded[index] = Word(letters(of: token, in: utf8).lowercased()) }
      }
    }
    return (codes, tags, folded)
  }

  /// The "A" of "LM-5A" and of "the A group" is no article.
  private static func isLetterOfName(
    _ index: Int, _ tokens: [Token], _ codes: [UInt64], _ word: UnsafeBufferPointer<UInt8>, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard word.count == 1, index > 0 else { return false }
    let before = tokens[index - 1]
    // "CCBT-I", "apolipoprotein A-I", "Profiles A and B"
    if before.isSymbol("-"), before.end == tokens[index].start, index > 1, tokens[index - 2].end == before.start { return true }
    if word[0] == 0x41, index + 1 < tokens.count, before.kind == .word,
      tokens[index + 1].isSymbol("-") && tokens[index + 1].start == tokens[index].end || tokens[index + 1].isSymbol(",")
        || tokens[index + 1].isSymbol(")") || joinsNames(tokens[index + 1], bytes)
    {
      return true
    }
    return tokens[index - 1].kind == .number && tokens[index - 1].end == tokens[index].start
      || word[0] == 0x41 && codes[index - 1] == the
  }

  private static func joinsNames(_ token: Token, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    token.kind == .word && ["and", "or", "vs", "versus"].contains { bytes[token.range].elementsEqual($0.utf8) }
  }

  /// "the AT group", "the CAN arm": capitals name it, whatever the word means in small letters.
  private static func isCapitals(_ token: Token, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    token.kind == .word && token.range.count > 1 && bytes[token.range].allSatisfy { 0x41...0x5A ~= $0 }
  }

  private static let the = WordCode.of("the")

  private static func letters(of token: Token, in utf8: [UInt8]) -> String {
    let own = String(decoding: utf8[token.range], as: UTF8.self)
    guard own.utf8.first == 0xEF else { return own }
    let scalars = own.unicodeScalars.map { (0xFF01...0xFF5E).contains($0.value) ? Unicode.Scalar(UInt8($0.value - 0xFEE0)) : $0 }
    return String(String.UnicodeScalarView(scalars))
  }

  func tags(_ index: Int) -> WordTags { tags.indices.contains(index) ? tags[index] : [] }
  func code(_ index: Int) -> UInt64 { codes.indices.contains(index) ? codes[index] : WordCode.none }

  convenience init(_ text: String) { self.init(LexedText(text)) }

  var count: Int { tokens.count }
  var indices: Range<Int> { tokens.indices }

  func string(_ index: Int) -> String { String(decoding: utf8[tokens[index].range], as: UTF8.self) }

  /// The text from the first token of a range to the end of its last.
  func string(_ range: Range<Int>) -> String { String(decoding: utf8[bytes(range)], as: UTF8.self) }

  /// The bytes from the first token of a range to the end of its last; empty for an empty range.
  func bytes(_ range: Range<Int>) -> Range<Int> {
    guard !range.isEmpty, range.upperBound <= tokens.count else { return 0..<0 }
    return tokens[range.lowerBound].start..<tokens[range.upperBound - 1].end
  }

  func isSymbol(_ index: Int, _ scalar: Unicode.Scalar) -> Bool {
    tokens.indices.contains(index) && tokens[index].isSymbol(scalar)
  }

  func isSymbol(_ index: Int, anyOf scalars: [Unicode.Scalar]) -> Bool { scalars.contains { isSymbol(index, $0) } }

  func kind(_ index: Int) -> Token.Kind? { tokens.indices.contains(index) ? tokens[index].kind : nil }

  /// A word in lower case; empty for anything else and outside the text.
  func word(_ index: Int) -> Word {
    if !folded.isEmpty, let word = folded[index] { return word }
    return Word(code: code(index))
  }

  /// A word as printed, full-width letters made ASCII; empty for anything else and outside the text.
  func letters(_ index: Int) -> String {
    guard kind(index) == .word else { return "" }
    return Self.letters(of: tokens[index], in: utf8)
  }

  /// A run of Chinese characters; empty for anything else and outside the text.
  func han(_ index: Int) -> String { kind(index) == .han ? string(index) : "" }

  /// Whether a run of Chinese characters begins or ends with a piece; false for anything else and outside the text. No allocation.
  func hanBegins(_ index: Int, with piece: StaticString) -> Bool {
    kind(index) == .han && utf8[tokens[index].range].begins(with: piece)
  }
  func hanEnds(_ index: Int, with piece: StaticString) -> Bool {
    kind(index) == .han && utf8[tokens[index].range].ends(with: piece)
  }

  func hasGap(before index: Int) -> Bool {
    guard index > 0, index < tokens.count else { return true }
    return tokens[index - 1].end < tokens[index].start
  }

  /// The tokens of a byte range. O(log n).
  func tokenRange(ofBytes range: Range<Int>) -> Range<Int> {
    let first = tokens.partitionPoint { $0.end > range.lowerBound }
    let last = tokens.partitionPoint { $0.start >= range.upperBound }
    return first..<max(first, last)
  }

  /// The number of tokens that the words of a phrase take at a token, one each, dashes and apostrophes between them passed over; nil where they do not
  /// stand there. Lower case, separated by single spaces.
  func hasPhrase(_ phrase: String, at index: Int) -> Int? { hasPhrase(WordCode.phrase(phrase), at: index) }

  /// The same for the codes of the words.
  func hasPhrase(_ phrase: [UInt64], at index: Int) -> Int? {
    guard let first = phrase.first, code(index) == first else { return nil }
    var cursor = index + 1
    for word in phrase.dropFirst() {
      while isSymbol(cursor, "-") || isSymbol(cursor, "'") { cursor += 1 }
      guard code(cursor) == word else { return nil }
      cursor += 1
    }
    return cursor - index
  }

  /// Whether the bytes of a piece stand anywhere, within words too. O(bytes).
  func holds(_ piece: StaticString) -> Bool { utf8.holds(piece) }

  /// Whether a text has any of the words: Latin words as whole tokens, Chinese words anywhere in a run.
  func contains(anyOf words: WordSet, in range: Range<Int>) -> Bool { firstIndex(ofAny: words, in: range) != nil }

  /// The first token of a range that is, or holds, one of the words.
  func firstIndex(ofAny words: WordSet, in range: Range<Int>) -> Int? {
    range.clamped(to: indices).first { words.matches(self, at: $0) }
  }

  /// The last token of a range that is, or holds, one of the words.
  func lastIndex(ofAny words: WordSet, in range: Range<Int>) -> Int? {
    range.clamped(to: indices).last { words.matches(self, at: $0) }
  }

  /// The token after the bracket that closes the one at `index`; at most 80 tokens are looked at.
  func end(ofBracketAt index: Int) -> Int? {
    guard isSymbol(index, anyOf: ["(", "["]) else { return nil }
    var depth = 0
    for cursor in index..<min(count, index + 80) {
      if isSymbol(cursor, anyOf: ["(", "["]) { depth += 1 }
      if isSymbol(cursor, anyOf: [")", "]"]) {
        depth -= 1
        if depth == 0 { return cursor + 1 }
      }
    }
    return nil
  }
}

/// Words of two languages that mean the same to a reader of results.
struct WordSet: Sendable {
  private let latin: WordTable<Bool>
  private let phrases: [[UInt64]]
  private let chinese: [String]

  /// Latin words and phrases in lower case; a phrase has spaces and no hyphens.
  init(_ latin: [String], chinese: [String] = []) {
    self.latin = WordTable(latin.filter { !$0.contains(" ") }.map { (WordCode.of($0), true) }) { first, _ in first }
    phrases = latin.filter { $0.contains(" ") }.map(WordCode.phrase)
    self.chinese = chinese
  }

  func matches(_ text: ResultText, at index: Int) -> Bool {
    switch text.kind(index) {
    case .word:
      if latin[text.code(index)] != nil { return true }
      return phrases.contains { text.hasPhrase($0, at: index) != nil }
    case .han:
      guard !chinese.isEmpty else { return false }
      let run = text.utf8[text.tokens[index].range]
      return chinese.contains { run.contains(sequence: $0.utf8) }
    default: return false
    }
  }
}

extension Collection<UInt8> {
  /// Whether the bytes of a piece stand anywhere. O(n·m); pieces are short.
  func holds(_ piece: StaticString) -> Bool {
    withContiguousStorageIfAvailable { text in piece.withUTF8Buffer { text.holds($0) } }
      ?? piece.withUTF8Buffer { contains(sequence: $0) }
  }
}

extension BidirectionalCollection<UInt8> {
  /// Whether the last bytes are those of a piece.
  func ends(with piece: StaticString) -> Bool {
    piece.withUTF8Buffer { piece in
      var index = endIndex
      for byte in piece.reversed() {
        guard index > startIndex else { return false }
        formIndex(before: &index)
        if self[index] != byte { return false }
      }
      return true
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  fileprivate func holds(_ piece: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = piece.first, count >= piece.count else { return piece.isEmpty }
    for start in 0...count - piece.count where self[start] == first {
      var length = 1
      while length < piece.count, self[start + length] == piece[length] { length += 1 }
      if length == piece.count { return true }
    }
    return false
  }
}

extension Collection where Element == UInt8 {
  /// Whether these bytes hold others as one run. O(n·m); for short texts.
  func contains(sequence other: some Collection<UInt8>) -> Bool { firstIndex(ofSequence: other) != nil }

  func firstIndex(ofSequence other: some Collection<UInt8>) -> Index? {
    guard let first = other.first else { return startIndex }
    var cursor = startIndex
    while let found = self[cursor...].firstIndex(of: first) {
      if self[found...].starts(with: other) { return found }
      cursor = index(after: found)
    }
    return nil
  }
}
