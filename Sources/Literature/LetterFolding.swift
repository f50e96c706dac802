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
    var out = ""
    out.reserveCapacity(min(text.utf8.count, 256))
    for scalar in text.unicodeScalars {
      guard out.utf8.count < limit else { break }
      append(scalar, to: &out)
    }
    return out
  }

  private static func append(_ scalar: Unicode.Scalar, to out: inout String) {
    switch scalar.value {
    case 0x30...0x39, 0x61...0x7A: out.unicodeScalars.append(scalar)
    case 0x41...0x5A: out.unicodeScalars.append(Unicode.Scalar(UInt8(scalar.value) | 0x20))
    case 0x00...0xBF, 0xD7, 0xF7, 0x300...0x36F, 0x2000...0x2BFF, 0x3000...0x3020, 0xFF01...0xFF0F: break
    case 0xC0...0x17F: out.unicodeScalars.append(Unicode.Scalar(latinBases[Int(scalar.value) - 0xC0]))
    case 0xFF10...0xFF19: out.unicodeScalars.append(Unicode.Scalar(UInt8(scalar.value - 0xFEE0)))
    default:
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil { out += scalar.properties.lowercaseMapping }
    }
  }
}
