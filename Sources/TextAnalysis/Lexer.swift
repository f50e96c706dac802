/// The one pass over a text's bytes.
struct Lexer {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0
  private var tokens: [Token] = []

  /// The bytes must stay where they are until `run` has returned.
  init(bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    tokens.reserveCapacity(bytes.count / 4 + 2)
  }

  mutating func run() -> [Token] {
    while position < bytes.count {
      let start = position
      let scalar = next()
      switch ScalarClass(scalar) {
      case .space: continue
      case .letter: word(from: start)
      case .digit: number(from: start)
      case .han: run(of: .han, kind: .han, from: start)
      case .superscript: run(of: .superscript, kind: .superscript, from: start)
      case .mark:
        if decimalBegins(with: scalar, at: start) {
          number(from: start)
        } else {
          tokens.append(Token(kind: .symbol, start: start, end: position, symbol: foldedMark(scalar)))
        }
      }
    }
    return tokens
  }

  /// The scalar at `offset` and its length in bytes; a malformed byte is U+FFFD of length 1.
  @inline(__always) private func scalar(at offset: Int) -> (value: UInt32, length: Int) {
    let first = bytes[offset]
    return first < 0x80 ? (UInt32(first), 1) : longScalar(first, at: offset)
  }

  private func longScalar(_ first: UInt8, at offset: Int) -> (value: UInt32, length: Int) {
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 0
    guard length > 0, first < 0xF5, offset + length <= bytes.count else { return (0xFFFD, 1) }
    var value = UInt32(first) & (0xFF >> UInt32(length + 1))
    for byte in bytes[offset + 1..<offset + length] {
      guard byte & 0xC0 == 0x80 else { return (0xFFFD, 1) }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    return (value, length)
  }

  private mutating func next() -> UInt32 {
    let (value, length) = scalar(at: position)
    position += length
    return value
  }

  private mutating func run(of wanted: ScalarClass, kind: Token.Kind, from start: Int) {
    while position < bytes.count {
      let (value, length) = scalar(at: position)
      guard ScalarClass(value) == wanted else { break }
      position += length
    }
    tokens.append(Token(kind: kind, start: start, end: position))
  }

  private mutating func word(from start: Int) {
    while position < bytes.count {
      let (value, length) = scalar(at: position)
      let kind = ScalarClass(value)
      guard kind == .letter || kind == .digit else { break }
      position += length
    }
    if let digits = attachedNumber(in: start..<position) { position = digits }
    tokens.append(Token(kind: .word, start: start, end: position))
  }

  /// Where the number begins that Chinese prints right behind an abbreviation: 中位PFS15.8个月, `HR0.58`. Nil for names (`IMbrave050`).
  private func attachedNumber(in word: Range<Int>) -> Int? {
    guard position < bytes.count, isDecimalMark(scalar(at: position).value),
      digitLength(at: position + scalar(at: position).length) > 0,
      let digits = word.first(where: { (0x30...0x39).contains(bytes[$0]) }), digits > word.lowerBound,
      word.upperBound - digits <= 3,
      (digits..<word.upperBound).allSatisfy({ (0x30...0x39).contains(bytes[$0]) }),
      (word.lowerBound..<digits).allSatisfy({ (0x41...0x5A).contains(bytes[$0]) })
    else { return nil }
    guard let last = tokens.last, last.end == word.lowerBound else { return tokens.isEmpty ? nil : digits }
    return last.kind == .han || last.kind == .symbol && [0x28, 0x2C, 0x3B, 0x25].contains(last.symbol) ? digits : nil
  }

  private func digitLength(at offset: Int) -> Int {
    guard offset < bytes.count else { return 0 }
    let (value, length) = scalar(at: offset)
    return ScalarClass(value) == .digit ? length : 0
  }

  private func isDecimalMark(_ scalar: UInt32) -> Bool {
    scalar == 0x2E || scalar == 0xB7 || scalar == 0xFF0E || scalar == 0x2219 || scalar == 0x22C5
  }

  /// `.05` where nothing that could be a word or number stands before the mark.
  private func decimalBegins(with scalar: UInt32, at start: Int) -> Bool {
    guard scalar == 0x2E || scalar == 0xB7, digitLength(at: position) > 0 else { return false }
    guard let last = tokens.last, last.end == start else { return true }
    return last.kind == .symbol && last.symbol != 0x2E && last.symbol != 0x29 && last.symbol != 0x5D
  }

  private mutating func number(from start: Int) {
    var seenMark = bytes[start] == 0x2E || bytes[start] == 0xC2
    position = start
    if seenMark { position += bytes[start] == 0xC2 ? 2 : 1 }
    var groupDigits = 0
    while position < bytes.count {
      let (value, length) = scalar(at: position)
      if ScalarClass(value) == .digit {
        position += length
        groupDigits += 1
      } else if !seenMark, isDecimalMark(value), digitLength(at: position + length) > 0 {
        position += length
        seenMark = true
      } else if !seenMark, groupDigits <= 3, isThousandsSeparator(value), threeDigitsFollow(position + length) {
        position += length
        groupDigits = 0
      } else if !seenMark, groupDigits <= 3, groupDigits > 0, value == 0x20 || value == 0xA0,
        let blank = BlankThousands(bytes: bytes, tokens: tokens).blank(at: position, ofNumberAt: start)
      {
        position += blank
        groupDigits = 0
      } else {
        break
      }
    }
    tokens.append(Token(kind: .number, start: start, end: position))
  }

  private func isThousandsSeparator(_ scalar: UInt32) -> Bool { scalar == 0x2C || scalar == 0x2009 || scalar == 0x202F }

  private func threeDigitsFollow(_ offset: Int) -> Bool {
    var cursor = offset
    for _ in 0..<3 {
      let length = digitLength(at: cursor)
      guard length > 0 else { return false }
      cursor += length
    }
    return digitLength(at: cursor) == 0
  }
}
