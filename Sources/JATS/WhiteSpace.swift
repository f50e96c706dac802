/// White space in text as XML gives it, looked at eight bytes at a time.
enum WhiteSpace {
  private static let highBits: UInt64 = 0x8080_8080_8080_8080

  /// The end of the longest stretch from `start` that stands as it is where white space is collapsed: without white space but single
  /// spaces, and none at its head when it follows a space. O(length of the stretch).
  static func endOfCollapsed(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, behindSpace: Bool) -> Int {
    let raw = UnsafeRawBufferPointer(bytes)
    var index = start
    var lastWasSpace = behindSpace
    while index + 8 <= bytes.count {
      let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      let blanks = blanks(word)
      let followers = blanks << 8 | (lastWasSpace ? 0x80 : 0)
      guard blanks == spaces(word), blanks & followers == 0 else { break }
      lastWasSpace = blanks >> 63 != 0
      index += 8
    }
    while index < bytes.count {
      let byte = bytes[index]
      if byte > 0x20 {
        lastWasSpace = false
      } else if byte == 0x20, !lastWasSpace {
        lastWasSpace = true
      } else {
        break
      }
      index += 1
    }
    return index
  }

  /// The high bits of the bytes up to 0x20: no borrow leaves a byte, since its high bit is set first.
  @inline(__always) private static func blanks(_ word: UInt64) -> UInt64 {
    ~((word | highBits) &- 0x2121_2121_2121_2121 | word) & highBits
  }

  /// The high bits of the bytes that are 0x20.
  @inline(__always) private static func spaces(_ word: UInt64) -> UInt64 {
    let other = word ^ 0x2020_2020_2020_2020
    return ~((other & ~highBits) &+ ~highBits | other) & highBits
  }
}
