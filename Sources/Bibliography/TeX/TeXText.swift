/// TeX markup in bibliography fields, as plain Unicode text and back.
enum TeXText {
  /// The plain text: accents composed, symbols and simple mathematics as Unicode, commands of style and braces dropped. O(n).
  static func plain(_ tex: String) -> String {
    guard tex.utf8.contains(where: isMarkup) else { return tex }
    var reader = TeXReader(Array(tex.utf8))
    return collapsed(reader.text())
  }

  private static func isMarkup(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\\"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "~"), UInt8(ascii: "$"), UInt8(ascii: "-"),
      UInt8(ascii: "'"), UInt8(ascii: "`"), 0x00..<0x20:
      true
    default: false
    }
  }

  /// White space as BibTeX reads it: one blank for any run, none at the ends.
  static func collapsed(_ text: String) -> String {
    var out: [UInt8] = []
    out.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      if byte > 0x20 {
        out.append(byte)
      } else if let last = out.last, last != 0x20 {
        out.append(0x20)
      }
    }
    if out.last == 0x20 { out.removeLast() }
    return String(decoding: out, as: UTF8.self)
  }

  /// Text that TeX prints as it stands, in UTF-8; reading it gives the text again.
  static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: needsEscape) else { return text }
    var out: [UInt8] = []
    var previous: UInt8 = 0
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"), UInt8(ascii: "%"), UInt8(ascii: "#"), UInt8(ascii: "_"), UInt8(ascii: "$"), UInt8(ascii: "{"),
        UInt8(ascii: "}"):
        out += [UInt8(ascii: "\\"), byte]
      case UInt8(ascii: "\\"): out += "\\textbackslash{}".utf8
      case UInt8(ascii: "~"): out += "\\textasciitilde{}".utf8
      case UInt8(ascii: "^"): out += "\\textasciicircum{}".utf8
      case UInt8(ascii: "`"): out += "\\textasciigrave{}".utf8
      // Two of them would be a ligature.
      case UInt8(ascii: "-") where previous == byte, UInt8(ascii: "'") where previous == byte: out += "{}".utf8 + [byte]
      default: out.append(byte)
      }
      previous = byte
    }
    return String(decoding: out, as: UTF8.self)
  }

  private static func needsEscape(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "%"), UInt8(ascii: "#"), UInt8(ascii: "_"), UInt8(ascii: "$"), UInt8(ascii: "{"),
      UInt8(ascii: "}"), UInt8(ascii: "\\"), UInt8(ascii: "~"), UInt8(ascii: "^"), UInt8(ascii: "`"), UInt8(ascii: "-"),
      UInt8(ascii: "'"):
      true
    default: false
    }
  }

  /// Letters and symbols beyond ASCII as TeX commands, for BibTeX styles that know eight bits only; what has no command stays.
  static func ascii(_ tex: String) -> String {
    guard tex.utf8.contains(where: { $0 >= 0x80 }) else { return tex }
    return tex.map { character in
      character.isASCII ? String(character) : TeXLetters.command(for: character) ?? String(character)
    }.joined()
  }
}
