/// Bytes with the few questions that reading asks of them.
struct ByteText: Sendable {
  let bytes: [UInt8]
  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The scalar at `offset` and its length; a malformed byte is U+FFFD of length 1.
  func scalar(at offset: Int) -> (value: UInt32, length: Int) {
    let first = bytes[offset]
    if first < 0x80 { return (UInt32(first), 1) }
    let length = UTF8Check.sequenceLength(in: bytes, at: offset)
    guard length > 1 else { return (0xFFFD, 1) }
    var value = UInt32(first) & (0xFF >> UInt32(length + 1))
    for place in offset + 1..<offset + length { value = value << 6 | UInt32(bytes[place] & 0x3F) }
    return (value, length)
  }

  /// The scalar that ends at `offset`; nil at `limit`.
  func scalar(before offset: Int, from limit: Int = 0) -> (value: UInt32, length: Int)? {
    guard offset > limit else { return nil }
    var start = offset - 1
    while start > limit, start > offset - 4, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    let (value, length) = scalar(at: start)
    return length == offset - start ? (value, length) : (0xFFFD, 1)
  }

  /// The first offset that holds no space, or `end`.
  func skippingSpaces(from start: Int, to end: Int) -> Int {
    var offset = start
    while offset < end {
      let (value, length) = scalar(at: offset)
      guard value.isSpace else { break }
      offset += length
    }
    return offset
  }

  /// The range without white space at its ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    let start = skippingSpaces(from: range.lowerBound, to: range.upperBound)
    var end = range.upperBound
    while let (value, length) = scalar(before: end, from: start), value.isSpace { end -= length }
    return start..<end
  }

  func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  func starts(_ range: Range<Int>, with prefix: StaticString) -> Bool {
    guard range.count >= prefix.utf8CodeUnitCount else { return false }
    return prefix.withUTF8Buffer { bytes[range.lowerBound..<range.lowerBound + $0.count].elementsEqual($0) }
  }

  /// Lower-case ASCII, one space for a run of white space, none next to a Chinese character; for comparing short texts.
  func folded(_ range: Range<Int>) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(range.count)
    var (offset, pendingSpace, afterHan) = (range.lowerBound, false, true)
    while offset < range.upperBound {
      let (value, length) = scalar(at: offset)
      if value.isSpace {
        pendingSpace = true
      } else {
        if pendingSpace, !afterHan, !value.isWide { result.append(0x20) }
        (pendingSpace, afterHan) = (false, value.isWide)
        for place in offset..<offset + length {
          let byte = bytes[place]
          result.append(byte &- 0x41 < 26 ? byte | 0x20 : byte)
        }
      }
      offset += length
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Columns on a terminal: Chinese characters take two, a tab reaches the next multiple of eight.
  func columns(_ range: Range<Int>) -> Int {
    var (offset, column) = (range.lowerBound, 0)
    while offset < range.upperBound {
      let (value, length) = scalar(at: offset)
      column += value == 0x09 ? 8 - column % 8 : value.isWide ? 2 : 1
      offset += length
    }
    return column
  }
}

extension UInt32 {
  var isSpace: Bool {
    switch self {
    case 0x00...0x20, 0x7F...0xA0, 0x1680, 0x2000...0x200F, 0x2028...0x202F, 0x205F...0x2064, 0x3000, 0xFEFF: true
    default: false
    }
  }
  /// An ideograph, kana or hangul.
  var isHan: Bool {
    switch self {
    case 0x3005...0x3007, 0x3041...0x318F, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7FF, 0xF900...0xFAFF,
      0x20000...0x3FFFF:
      true
    default: false
    }
  }
  /// Takes two columns: Chinese characters and full-width marks.
  var isWide: Bool {
    switch self {
    case 0x2E80...0x303E, 0xFE30...0xFE4F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF: true
    default: isHan
    }
  }
  var isDigit: Bool { (0x30...0x39).contains(self) }
  var isUppercase: Bool { (0x41...0x5A).contains(self) || (0xC0...0xDE).contains(self) || (0x391...0x3A9).contains(self) }
  var isLowercase: Bool { (0x61...0x7A).contains(self) || (0xDF...0xFF).contains(self) || (0x3B1...0x3C9).contains(self) }
  var isLatinLetter: Bool { isUppercase || isLowercase || (0x100...0x24F).contains(self) }
  /// Ends a sentence: . ? ! 。 ？ ！ and the full-width dot.
  var endsSentence: Bool { [0x2E, 0x3F, 0x21, 0x3002, 0xFF1F, 0xFF01, 0xFF0E, 0xFF61, 0x2026].contains(self) }
  var isColon: Bool { self == 0x3A || self == 0xFF1A }
}
