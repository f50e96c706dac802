import Literature

/// Small steps over the bytes of a BibTeX file.
extension BibTeXSyntax {
  var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

  /// White space and comments.
  mutating func skipSpace() {
    while let byte = peek {
      if byte == UInt8(ascii: "%") {
        skipLine()
      } else if byte <= 0x20 {
        position += 1
      } else {
        return
      }
    }
  }

  mutating func skipSpaceAndCommas() {
    skipSpace()
    while peek == UInt8(ascii: ",") {
      position += 1
      skipSpace()
    }
  }

  mutating func skipLine() {
    while let byte = peek, byte != 0x0A, byte != 0x0D { position += 1 }
  }

  /// To the next comma or line outside braces, or to the end of the entry.
  mutating func skipToNextField(close: UInt8) {
    var depth = 0
    while let byte = peek, depth > 0 || (byte != UInt8(ascii: ",") && byte != close), byte != 0x0A, byte != 0x0D {
      if byte == UInt8(ascii: "{") { depth += 1 }
      if byte == UInt8(ascii: "}") { depth = max(0, depth - 1) }
      position += 1
    }
  }

  /// Letters, digits and the marks that names may hold.
  mutating func word() -> String {
    let start = position
    while let byte = peek, byte > 0x20, !Self.isDelimiter(byte) { position += 1 }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private static func isDelimiter(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: ","), UInt8(ascii: "="),
      UInt8(ascii: "#"), UInt8(ascii: "\""), UInt8(ascii: "%"), UInt8(ascii: "@"):
      true
    default: false
    }
  }

  static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) }

  mutating func report(_ severity: Diagnostic.Severity, _ code: String, _ message: String, at start: Int, through end: Int? = nil)
  {
    let upper = min(end ?? start + 1, bytes.count, start + 80)
    diagnostics.append(Diagnostic(severity, code, message, span: SourceSpan(min(start, upper)..<upper)))
  }
}
