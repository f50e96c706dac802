func isASCIIWordByte(_ byte: UInt8) -> Bool {
  (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
}

func hexValue(_ byte: UInt8) -> UInt8? {
  switch byte {
  case 0x30...0x39: byte - 0x30
  case 0x41...0x46: byte - 0x37
  case 0x61...0x66: byte - 0x57
  default: nil
  }
}

/// A place in a run of bytes, moved by what is expected there; letters are compared without case.
struct ByteCursor {
  let bytes: [UInt8]
  private(set) var position: Int

  init(_ bytes: [UInt8], at position: Int = 0) {
    self.bytes = bytes
    self.position = position
  }

  var isAtEnd: Bool { position >= bytes.count }
  var peek: UInt8? { position < bytes.count ? bytes[position] : nil }
  mutating func advance() { position = min(position + 1, bytes.count) }

  /// Moves past `word` (lower case) where it stands here.
  mutating func skip(_ word: StaticString) -> Bool {
    let count = word.utf8CodeUnitCount
    guard position + count <= bytes.count else { return false }
    let same = word.withUTF8Buffer { expected in
      for index in 0..<count {
        let byte = bytes[position + index]
        let folded = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
        if folded != expected[index] { return false }
      }
      return true
    }
    if same { position += count }
    return same
  }

  /// Moves past any of the words, any number of times.
  mutating func skipAny(_ words: [StaticString]) {
    var moved = true
    while moved { moved = words.contains { skip($0) } }
  }

  /// Moves past ASCII digits and returns them.
  mutating func digits() -> ArraySlice<UInt8> {
    let start = position
    while position < bytes.count, (0x30...0x39).contains(bytes[position]) { position += 1 }
    return bytes[start..<position]
  }
}

/// The check digits of ISBN (ISO 2108) and ISSN (ISO 3297).
enum CheckDigits {
  /// Digits and a final X; hyphens and spaces are dropped, any other character gives an empty result.
  static func collect(_ utf8: some Sequence<UInt8>, dropping labels: [StaticString]) -> [UInt8] {
    var cursor = ByteCursor(Array(utf8))
    cursor.skipAny([" "])
    cursor.skipAny(labels)
    cursor.skipAny([":", " "])
    var out: [UInt8] = []
    while let byte = cursor.peek {
      switch byte {
      case 0x30...0x39: out.append(byte)
      case 0x58, 0x78: out.append(0x58)
      case 0x20, 0x2D: break
      // U+2010…U+2015 in their three bytes.
      case 0xE2, 0x80, 0x90...0x95: break
      default: return []
      }
      cursor.advance()
    }
    return out
  }

  static func isISBN10(_ digits: [UInt8]) -> Bool { digits.count == 10 && weighted(digits, from: 10) % 11 == 0 }
  static func isISSN(_ digits: [UInt8]) -> Bool { digits.count == 8 && weighted(digits, from: 8) % 11 == 0 }
  static func isISBN13(_ digits: [UInt8]) -> Bool {
    guard digits.count == 13, !digits.contains(0x58) else { return false }
    return digits.enumerated().reduce(0) { $0 + Int($1.element - 0x30) * ($1.offset % 2 == 0 ? 1 : 3) } % 10 == 0
  }

  /// The sum with falling weights; X counts ten and stands only at the end.
  private static func weighted(_ digits: [UInt8], from weight: Int) -> Int {
    guard !digits.dropLast().contains(0x58) else { return 1 }
    return digits.enumerated().reduce(0) { sum, digit in
      sum + (digit.element == 0x58 ? 10 : Int(digit.element - 0x30)) * (weight - digit.offset)
    }
  }

  /// Where the characters of a number stand behind the first label.
  static func first(label: StaticString, in bytes: [UInt8]) -> Range<Int>? {
    for (offset, byte) in bytes.enumerated() where byte | 0x20 == 0x69 {
      var cursor = ByteCursor(bytes, at: offset)
      guard cursor.skip(label) else { continue }
      cursor.skipAny(["-13", "-10", ":", " "])
      let start = cursor.position
      while let next = cursor.peek, (0x30...0x39).contains(next) || next == 0x2D || next | 0x20 == 0x78 { cursor.advance() }
      if cursor.position > start { return start..<cursor.position }
    }
    return nil
  }
}
