extension String {
  /// The text in lower case, as the standard library gives it.
  ///
  /// Stands before the standard library's, which looks each scalar up in its tables as soon as one of them is not ASCII: Chinese and the
  /// signs of figures (±, ≥, ×, en dash, full-width marks) have no case, and are copied here. Scalars of other scripts go its way. O(bytes).
  public func lowercased() -> String {
    var own = self
    return own.withUTF8(Self.smallLetters) ?? Substring(own).lowercased()
  }

  /// The lower case of UTF-8 bytes. O(bytes).
  public static func lowercased(utf8 bytes: UnsafeBufferPointer<UInt8>) -> String {
    guard let first = bytes.first, first < 0x80 else { return String(decoding: bytes, as: UTF8.self).lowercased() }
    var isASCII = true
    let small = String(unsafeUninitializedCapacity: bytes.count) { small in
      for offset in 0..<bytes.count {
        let byte = bytes[offset]
        guard byte < 0x80 else {
          isASCII = false
          return 0
        }
        small[offset] = byte &- 0x41 < 26 ? byte | 0x20 : byte
      }
      return bytes.count
    }
    return isASCII ? small : String(decoding: bytes, as: UTF8.self).lowercased()
  }

  /// Nil where a scalar stands in the text whose lower case is not told by its bytes.
  private static func smallLetters(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    guard isPlain(bytes) else { return nil }
    return String(unsafeUninitializedCapacity: bytes.count) { small in
      var isAfterC3 = false
      for (offset, byte) in bytes.enumerated() {
        // U+00C0 to U+00DE but ×: the letters of Latin-1.
        let isCapital = isAfterC3 ? 0x80...0x9E ~= byte && byte != 0x97 : byte &- 0x41 < 26
        small[offset] = isCapital ? byte | 0x20 : byte
        isAfterC3 = byte == 0xC3
      }
      return bytes.count
    }
  }

  /// Whether all scalars are of ASCII, Latin-1, general punctuation, mathematical signs, the Han blocks or full-width marks.
  private static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var offset = 0
    while offset < bytes.count {
      let byte = bytes[offset]
      switch byte {
      case 0x00..<0x80: offset += 1
      case 0xC2, 0xC3: offset += 2
      case 0xE3...0xE9: offset += 3
      case 0xE2 where 0x80...0x81 ~= bytes[offset + 1] || 0x88...0x8B ~= bytes[offset + 1]: offset += 3
      case 0xEF where bytes[offset + 1] == 0xBC && !(0xA1...0xBA ~= bytes[offset + 2]): offset += 3
      default: return false
      }
    }
    return true
  }
}
