/// Text in scripts that run from right to left: Hebrew, Arabic with Persian and Urdu, Syriac, Thaana.
extension ReferenceText {
  /// Whether most letters are of such a script. O(n).
  var isRightToLeft: Bool { Self.isRightToLeft(utf8) }

  /// The same of a string that is not cleaned.
  static func isRightToLeft(_ utf8: [UInt8]) -> Bool {
    var (right, others) = (0, 0)
    for byte in utf8 {
      // First bytes of U+0580…U+07BF.
      if (0xD6...0xDE).contains(byte) {
        right += 1
      } else if byte >= 0xC3 || (0x61...0x7A).contains(byte | 0x20) {
        others += 1
      }
    }
    return right > others
  }

  /// With the marks and digits that readers know: `،` as comma, `؛` as semicolon, `۱۳۹۵` and `١٩٩٥` as ASCII digits. O(n).
  func withCommonMarks() -> ReferenceText {
    var result = ReferenceText()
    result.links = links
    result.utf8.reserveCapacity(utf8.count)
    var index = 0
    while index < utf8.count {
      if index + 1 < utf8.count, let mark = Self.commonMark(utf8[index], utf8[index + 1]) {
        if mark != 0 { result.append(mark, emphasis[index], from: origins[index]) }
        index += 2
      } else {
        result.append(utf8[index], emphasis[index], from: origins[index])
        index += 1
      }
    }
    return result
  }

  /// The ASCII mark for a character of two bytes, 0 for one without a width.
  private static func commonMark(_ first: UInt8, _ second: UInt8) -> UInt8? {
    switch (first, second) {
    case (0xD8, 0x8C), (0xD9, 0xAC): 0x2C
    case (0xD8, 0x9B): 0x3B
    case (0xD8, 0x9F): 0x3F
    case (0xD8, 0x9C): 0
    case (0xD6, 0xBE): 0x2D
    case (0xD7, 0xB3): 0x27
    case (0xD9, 0xA0...0xA9): second - 0x70
    case (0xDB, 0xB0...0xB9): second - 0x80
    default: nil
    }
  }

  /// The language by letters that others of the script lack; nil where the script is neither Hebrew nor Arabic.
  var rightToLeftLanguage: String? {
    var isArabic = false
    for (first, second) in zip(utf8, utf8.dropFirst()) {
      switch (first, second) {
      case (0xD7, _): return "he"
      // ٹ ڈ ڑ ں ے
      case (0xD9, 0xB9), (0xDA, 0x88), (0xDA, 0x91), (0xDA, 0xBA), (0xDB, 0x92): return "ur"
      // پ چ ژ ک گ ی
      case (0xD9, 0xBE), (0xDA, 0x86), (0xDA, 0x98), (0xDA, 0xA9), (0xDA, 0xAF), (0xDB, 0x8C): return "fa"
      case (0xD8...0xDB, 0x80...0xBF): isArabic = true
      default: break
      }
    }
    return isArabic ? "ar" : nil
  }
}
