import Literature

/// Bibliography files in the eight-bit encodings that older programs write.
public enum BibliographyEncoding {
  /// The text in UTF-8 where the bytes are Windows-1252 (Latin 1 with it): nil where they are UTF-8, UTF-16 or Chinese.
  ///
  /// A header “Encoding: …” is believed; else bytes beyond ASCII that stand alone among Latin letters tell, as two-byte characters
  /// come in pairs.
  public static func decodingLatin(_ bytes: [UInt8]) -> (utf8: [UInt8], diagnostic: Diagnostic)? {
    guard bytes.contains(where: { $0 >= 0x80 }), !bytes.prefix(4096).contains(0), !isUTF8(bytes), isLatin(bytes) else {
      return nil
    }
    var utf8: [UInt8] = []
    utf8.reserveCapacity(bytes.count + bytes.count / 8)
    for byte in bytes {
      if byte < 0x80 { utf8.append(byte) } else { utf8 += String(Character(scalar(byte))).utf8 }
    }
    let message = "The file is not UTF-8; it is read as Windows-1252 (Latin 1). Save it as UTF-8 if letters look wrong."
    return (utf8, Diagnostic(.info, "latin-encoding", message))
  }

  private static func isUTF8(_ bytes: [UInt8]) -> Bool { String(validating: bytes, as: UTF8.self) != nil }

  private static func isLatin(_ bytes: [UInt8]) -> Bool {
    let header = String(decoding: bytes.prefix(400), as: UTF8.self).lowercased()
    if let place = header.ranges(of: "encoding:").first {
      let name = header[place.upperBound...].drop { $0 == " " }.prefix { !$0.isNewline }
      if ["cp1252", "windows-1252", "iso-8859", "iso8859", "latin"].contains(where: { name.hasPrefix($0) }) { return true }
      if name.hasPrefix("gb") { return false }
    }
    var (alone, paired, index) = (0, 0, 0)
    while index < bytes.count {
      var end = index
      while end < bytes.count, bytes[end] >= 0x80 { end += 1 }
      if end - index == 1 { alone += 1 } else { paired += (end - index) / 2 }
      index = max(end, index + 1)
    }
    return alone > paired
  }

  private static func scalar(_ byte: UInt8) -> Unicode.Scalar {
    (0x80..<0xA0).contains(byte) ? high[Int(byte) - 0x80] : Unicode.Scalar(byte)
  }

  /// 0x80 to 0x9F, where Windows-1252 differs from Latin 1; its five holes are U+FFFD.
  private static let high: [Unicode.Scalar] = [
    "€", "\u{FFFD}", "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", "\u{FFFD}", "Ž", "\u{FFFD}", "\u{FFFD}", "‘", "’",
    "“",
    "”", "•", "–", "—", "˜", "™", "š", "›", "œ", "\u{FFFD}", "ž", "Ÿ",
  ]
}
