/// How well a file fits UTF-8.
struct UTF8Check {
  /// Bytes that belong to no well-formed sequence.
  private(set) var invalidCount = 0
  private(set) var firstInvalid: Int?
  /// Well-formed sequences of two bytes and more.
  private(set) var multiByteCount = 0

  init(_ bytes: [UInt8], from start: Int) {
    var offset = start
    while offset < bytes.count {
      if bytes[offset] < 0x80 {
        offset += 1
        continue
      }
      let length = Self.sequenceLength(in: bytes, at: offset)
      if length > 0 {
        multiByteCount += 1
        offset += length
      } else {
        if firstInvalid == nil { firstInvalid = offset }
        invalidCount += 1
        offset += 1
      }
    }
  }

  /// Whether this is UTF-8 with some damage: text of another encoding hardly ever forms well-formed sequences.
  var isPlausiblyDamaged: Bool { multiByteCount >= invalidCount * 2 }

  /// Length of the well-formed sequence at `offset`, 0 if there is none (Unicode 15, table 3-7).
  static func sequenceLength(in bytes: [UInt8], at offset: Int) -> Int {
    let first = bytes[offset]
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch first {
    case 0x00...0x7F: return 1
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    case 0xF1...0xF3: length = 4
    default: return 0
    }
    guard offset + length <= bytes.count, second.contains(bytes[offset + 1]) else { return 0 }
    for index in offset + 2..<max(offset + 2, offset + length) where bytes[index] & 0xC0 != 0x80 { return 0 }
    return length
  }

  /// The text with U+FFFD for each bad byte, and where the first of them stands.
  static func repaired(_ bytes: [UInt8], firstInvalid: Int) -> (utf8: [UInt8], place: Int) {
    var result = Array(bytes[..<firstInvalid])
    result.reserveCapacity(bytes.count + 64)
    var offset = firstInvalid
    while offset < bytes.count {
      let length = sequenceLength(in: bytes, at: offset)
      if length > 0 {
        result.append(contentsOf: bytes[offset..<offset + length])
      } else {
        result.append(contentsOf: [0xEF, 0xBF, 0xBD])
      }
      offset += max(1, length)
    }
    return (result, firstInvalid)
  }
}
