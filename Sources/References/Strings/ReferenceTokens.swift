import Literature
import TextAnalysis

/// The tokens of a cleaned reference string with the questions that every field asks of them.
///
/// Numbers are split at commas: in "402,183-190" a volume and a page stand side by side, not a hundred thousand.
struct ReferenceTokens {
  let text: ReferenceText
  let tokens: [Token]
  var utf8: [UInt8] { text.utf8 }
  var count: Int { tokens.count }

  init(_ text: ReferenceText) {
    self.text = text
    let lexed = LexedText(text.utf8)
    var tokens: [Token] = []
    tokens.reserveCapacity(lexed.count + 4)
    for token in lexed.tokens {
      if token.kind == .han, token.start < Self.headLength {
        Self.appendNames(token, of: text.utf8, to: &tokens)
      } else {
        Self.append(token, of: text.utf8, to: &tokens)
      }
    }
    self.tokens = tokens
  }

  /// Bytes from the start within which names stand.
  private static let headLength = 200

  /// Names that Han leaves without a mark between: "张三和李四", "张三等", "张三主编".
  private static func appendNames(_ token: Token, of utf8: [UInt8], to tokens: inout [Token]) {
    let characters = (token.end - token.start) / 3
    if (3...5).contains(characters), utf8[token.end - 3..<token.end].elementsEqual("等".utf8) {
      tokens.append(Token(kind: .han, start: token.start, end: token.end - 3))
      tokens.append(Token(kind: .han, start: token.end - 3, end: token.end))
    } else if (4...6).contains(characters), utf8[token.end - 6..<token.end].elementsEqual("主编".utf8) {
      tokens.append(Token(kind: .han, start: token.start, end: token.end - 6))
      tokens.append(Token(kind: .han, start: token.end - 6, end: token.end))
    } else if (5...9).contains(characters),
      let joiner = (2...4).first(where: {
        characters - $0 - 1 >= 2 && characters - $0 - 1 <= 4 && isJoiner(token.start + $0 * 3, utf8)
      })
    {
      let start = token.start + joiner * 3
      tokens.append(Token(kind: .han, start: token.start, end: start))
      tokens.append(Token(kind: .han, start: start, end: start + 3))
      tokens.append(Token(kind: .han, start: start + 3, end: token.end))
    } else {
      tokens.append(token)
    }
  }

  private static func isJoiner(_ offset: Int, _ utf8: [UInt8]) -> Bool {
    utf8[offset..<offset + 3].elementsEqual("和".utf8) || utf8[offset..<offset + 3].elementsEqual("与".utf8)
  }

  private static func append(_ token: Token, of utf8: [UInt8], to tokens: inout [Token]) {
    // "2001.1203-1210" is a year and pages.
    if token.kind == .number, token.end - token.start > 5, token.end < utf8.count, utf8[token.start + 4] == 0x2E,
      utf8[token.end] == 0x2D || utf8[token.end] == 0x7E, utf8[token.start] == 0x31 || utf8[token.start] == 0x32
    {
      let point = token.start + 4
      tokens.append(Token(kind: .number, start: token.start, end: point))
      tokens.append(Token(kind: .symbol, start: point, end: point + 1, symbol: 0x2E))
      tokens.append(Token(kind: .number, start: point + 1, end: token.end))
      return
    }
    guard token.kind == .number, token.end - token.start > 4, let comma = utf8[token.range].firstIndex(of: 0x2C) else {
      tokens.append(token)
      return
    }
    tokens.append(Token(kind: .number, start: token.start, end: comma))
    tokens.append(Token(kind: .symbol, start: comma, end: comma + 1, symbol: 0x2C))
    append(Token(kind: .number, start: comma + 1, end: token.end), of: utf8, to: &tokens)
  }

  // MARK: One token

  func kind(_ index: Int) -> Token.Kind? { tokens.indices.contains(index) ? tokens[index].kind : nil }
  func isWord(_ index: Int) -> Bool { kind(index) == .word }
  func isNumber(_ index: Int) -> Bool { kind(index) == .number }
  func isHan(_ index: Int) -> Bool { kind(index) == .han }
  func isSymbol(_ index: Int, _ scalar: Unicode.Scalar) -> Bool {
    tokens.indices.contains(index) && tokens[index].isSymbol(scalar)
  }
  func hasGap(before index: Int) -> Bool {
    index <= 0 || index >= count || tokens[index - 1].end < tokens[index].start
  }
  func length(_ index: Int) -> Int { tokens.indices.contains(index) ? tokens[index].end - tokens[index].start : 0 }
  func string(_ index: Int) -> String { String(decoding: utf8[tokens[index].range], as: UTF8.self) }
  func firstByte(_ index: Int) -> UInt8 { tokens.indices.contains(index) ? utf8[tokens[index].start] : 0 }
  func emphasis(_ index: Int) -> ReferenceText.Emphasis {
    tokens.indices.contains(index) ? text.emphasis[tokens[index].start] : []
  }

  /// Whether a word is this one; `word` is lower-case ASCII, case does not matter.
  func word(_ index: Int, _ word: StaticString) -> Bool {
    guard tokens.indices.contains(index), length(index) == word.utf8CodeUnitCount else { return false }
    let start = tokens[index].start
    return word.withUTF8Buffer { expected in
      for (offset, byte) in expected.enumerated() where fold(utf8[start + offset]) != byte { return false }
      return true
    }
  }
  func word(_ index: Int, in words: [StaticString]) -> Bool { words.contains { word(index, $0) } }

  private func fold(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }

  /// Whether a word begins with a capital, of any script that has them.
  func isCapitalised(_ index: Int) -> Bool {
    guard isWord(index) else { return false }
    let byte = firstByte(index)
    if byte < 0x80 { return (0x41...0x5A).contains(byte) }
    return string(index).unicodeScalars.first?.properties.isUppercase ?? false
  }

  /// Whether every letter of a word is a capital: initials, acronyms, family names in GB/T 7714.
  func isAllCapitals(_ index: Int) -> Bool {
    guard isCapitalised(index) else { return false }
    let bytes = utf8[tokens[index].range]
    if bytes.allSatisfy({ $0 < 0x80 }) { return bytes.allSatisfy { (0x41...0x5A).contains($0) } }
    return string(index).unicodeScalars.allSatisfy { $0.properties.isUppercase }
  }

  /// A year of print: four digits from 1500 to 2099.
  func year(_ index: Int) -> Int? {
    guard tokens.indices.contains(index) else { return nil }
    // "c1980" is a copyright year.
    let isCopyright = kind(index) == .word && length(index) == 5 && firstByte(index) | 0x20 == 0x63
    guard isCopyright || (isNumber(index) && length(index) == 4),
      let year = Int(String(decoding: utf8[tokens[index].range].suffix(4), as: UTF8.self)),
      (1500...2099).contains(year)
    else { return nil }
    return year
  }

  // MARK: Ranges of tokens

  /// The bytes from one token up to another, white space and outer separators left out.
  func bytes(_ range: Range<Int>) -> Range<Int> {
    guard !range.isEmpty, range.upperBound <= count else { return 0..<0 }
    return tokens[range.lowerBound].start..<tokens[range.upperBound - 1].end
  }

  func string(_ range: Range<Int>) -> String { String(decoding: utf8[bytes(range)], as: UTF8.self) }

  /// The text of a range without separators at its edges; a closing bracket, "?" or "!" stays. Nil where nothing is left.
  func trimmed(_ range: Range<Int>) -> String? {
    let range = trimming(range)
    return range.isEmpty ? nil : string(range)
  }

  func trimming(_ range: Range<Int>) -> Range<Int> {
    var low = range.lowerBound
    var high = min(range.upperBound, count)
    while low < high, isEdge(low) || isSymbol(low, ")") || isSymbol(low, "]") { low += 1 }
    while low < high, isEdge(high - 1) || isSymbol(high - 1, "(") || isSymbol(high - 1, "[") { high -= 1 }
    return low..<max(low, high)
  }

  private func isEdge(_ index: Int) -> Bool {
    guard kind(index) == .symbol else { return false }
    switch tokens[index].symbol {
    // . , ; : - " / and the Chinese full stop
    case 0x2E, 0x2C, 0x3B, 0x3A, 0x2D, 0x22, 0x2F, 0x3002: return true
    default: return false
    }
  }

  /// Where the bracket opened at `index` closes, within the next forty tokens; brackets inside are passed over.
  func closing(of index: Int) -> Int? {
    var depth = 0
    for offset in index..<min(index + 40, count) where kind(offset) == .symbol {
      switch tokens[offset].symbol {
      case 0x28, 0x5B: depth += 1
      case 0x29, 0x5D: depth -= 1
      default: break
      }
      if depth == 0 { return offset }
    }
    return nil
  }
}
