/// Base letters of U+00C0…U+017F: Latin-1 and Latin Extended-A without their accents.
private let latinBases: [UInt8] = Array(
  ("aaaaaaaceeeeiiiidnooooo-ouuuuytsaaaaaaaceeeeiiiidnooooo-ouuuuyty"
    + "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll"
    + "lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs").utf8)

/// Letters and digits in one form, to compare names and titles.
public enum LetterFolding {
  /// The letters and digits of a text, lower case, without accents, spaces, punctuation or mark-up; other scripts stay as they are.
  ///
  /// "Naïve T–Cells" and "naive t-cells" give the same. At most `limit` bytes and a character. O(n).
  public static func folded(_ text: some StringProtocol, limit: Int = .max) -> String {
    String(decoding: bytes(of: text, limit: limit), as: UTF8.self)
  }

  /// The same of a whole string, without the cost of a generic call from another module.
  public static func folded(_ text: String, limit: Int = .max) -> String {
    String(decoding: bytes(of: text, limit: limit), as: UTF8.self)
  }

  /// The same of a part of a string.
  public static func folded(_ text: Substring, limit: Int = .max) -> String {
    var text = text
    return text.withUTF8 { String(decoding: bytes(ofUTF8: $0, limit: limit), as: UTF8.self) }
  }

  /// The same as UTF-8, of a whole string.
  static func bytes(of text: String, limit: Int = .max) -> [UInt8] {
    var text = text
    return text.withUTF8 { bytes(ofUTF8: $0, limit: limit) }
  }

  private static func bytes(ofUTF8 text: UnsafeBufferPointer<UInt8>, limit: Int) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(min(text.count, limit, 256))
    var index = 0
    while index < text.count, out.count < limit {
      let byte = text[index]
      if byte < 0x80 {
        if byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 { out.append(byte &- 0x41 < 26 ? byte | 0x20 : byte) }
        index += 1
      } else {
        let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
        let last = text[index + 1..<index + length]
        let value = last.reduce(UInt32(byte) & (0xFF >> UInt32(length + 1))) { $0 << 6 | UInt32($1 & 0x3F) }
        if let scalar = Unicode.Scalar(value) { append(scalar, to: &out) }
        index += length
      }
    }
    return out
  }

  /// The same as UTF-8.
  static func bytes(of text: some StringProtocol, limit: Int = .max) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(min(text.utf8.count, limit, 256))
    for scalar in text.unicodeScalars {
      guard out.count < limit else { break }
      append(scalar, to: &out)
    }
    return out
  }

  private static func append(_ scalar: Unicode.Scalar, to out: inout [UInt8]) {
    switch scalar.value {
    case 0x30...0x39, 0x61...0x7A: out.append(UInt8(scalar.value))
    case 0x41...0x5A: out.append(UInt8(scalar.value) | 0x20)
    case 0x00...0xBF, 0xD7, 0xF7, 0x300...0x36F, 0x2000...0x2BFF, 0x3000...0x3020, 0xFF01...0xFF0F: break
    case 0xC0...0x17F: out.append(latinBases[Int(scalar.value) - 0xC0])
    case 0xFF10...0xFF19: out.append(UInt8(scalar.value - 0xFEE0))
    default:
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        out.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
      }
    }
  }
}

extension String {
  /// The runs of letters and numerals, as `Character` tells them. O(bytes).
  var alphanumericRuns: [Substring] {
    guard utf8.allSatisfy({ $0 < 0x80 }) else { return split { !($0.isLetter || $0.isNumber) } }
    return Substring(self).utf8.split { !($0 &- 0x30 < 10 || ($0 | 0x20) &- 0x61 < 26) }.map { Substring($0) }
  }
}
