/// UTF-16 with and without a byte order mark.
enum UTF16 {
  /// Decodes from `start`; unpaired surrogates and a last odd byte become U+FFFD and are counted.
  static func decode(_ bytes: [UInt8], from start: Int, littleEndian: Bool) -> (utf8: [UInt8], damaged: Int) {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count * 3 / 2)
    var damaged = 0
    var offset = start
    while offset + 1 < bytes.count {
      var value = UInt32(unit(bytes, at: offset, littleEndian))
      offset += 2
      if (0xD800...0xDBFF).contains(value), offset + 1 < bytes.count {
        let low = UInt32(unit(bytes, at: offset, littleEndian))
        if (0xDC00...0xDFFF).contains(low) {
          value = 0x10000 + ((value - 0xD800) << 10) + (low - 0xDC00)
          offset += 2
        }
      }
      damaged += append(value, to: &result)
    }
    if offset < bytes.count { damaged += append(0xD800, to: &result) }
    return (result, damaged)
  }

  /// Appends a scalar; 1 if it is a lone surrogate, replaced by U+FFFD.
  private static func append(_ value: UInt32, to result: inout [UInt8]) -> Int {
    let scalar = Unicode.Scalar(value)
    UTF8.encode(scalar ?? "\u{FFFD}").map { result.append(contentsOf: $0) }
    return scalar == nil ? 1 : 0
  }

  private static func unit(_ bytes: [UInt8], at offset: Int, _ littleEndian: Bool) -> UInt16 {
    let (first, second) = (UInt16(bytes[offset]), UInt16(bytes[offset + 1]))
    return littleEndian ? second << 8 | first : first << 8 | second
  }

  /// Whether a file without a mark is UTF-16, and its byte order (true: little-endian). Looks at the first 64 KB.
  ///
  /// Zero bytes then stand on one side only (spaces, digits, line ends), or most units are ideographs in bytes that are not UTF-8.
  static func byteOrderWithoutMark(of bytes: [UInt8]) -> Bool? {
    guard bytes.count >= 4, bytes.count % 2 == 0 else { return nil }
    let sample = Array(bytes.prefix(1 << 16))
    for littleEndian in [true, false] where fits(sample, littleEndian: littleEndian) { return littleEndian }
    return nil
  }

  private static func fits(_ sample: [UInt8], littleEndian: Bool) -> Bool {
    var (zeros, readable, odd, units) = (0, 0, 0, 0)
    for offset in stride(from: 0, to: sample.count - 1, by: 2) {
      let value = unit(sample, at: offset, littleEndian)
      units += 1
      switch value {
      case 0x0A, 0x0D, 0x09, 0x0C, 0x20...0x7E: (zeros, readable) = (zeros + 1, readable + 1)
      case 0x00...0x1F, 0xD800...0xDFFF, 0xE000...0xF8FF, 0xFFFE...0xFFFF: odd += 1
      case 0xA0...0x17F, 0x2010...0x2027, 0x3000...0x3011, 0x4E00...0x9FFF, 0xFF01...0xFF5E: readable += 1
      default: break
      }
    }
    guard odd * 100 <= units, readable * 10 >= units * 9 else { return false }
    return zeros * 50 >= units || UTF8Check(sample, from: 0).invalidCount * 4 >= units
  }
}
