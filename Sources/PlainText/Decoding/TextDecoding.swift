import Literature

/// Turns the bytes of a text file into UTF-8, whatever they were written in.
public enum TextDecoding {
  public enum Encoding: String, Sendable {
    case utf8 = "UTF-8"
    case utf16LittleEndian = "UTF-16LE"
    case utf16BigEndian = "UTF-16BE"
    case gb18030 = "GB18030"
  }

  /// A text that can be read, and what was odd about its bytes.
  public struct Decoded: Sendable {
    /// For UTF-8 input the file's own bytes, a byte order mark included; damaged bytes are replaced by U+FFFD.
    public var utf8: [UInt8]
    /// Where reading starts: after the byte order mark, if there is one.
    public var contentStart: Int
    public var encoding: Encoding
    public var diagnostics: [Diagnostic]
  }

  /// Decodes a text file. O(n); throws for empty and binary files, naming what the file is and what to do.
  public static func decode(_ bytes: [UInt8]) throws(UnreadableDocument) -> Decoded {
    if let kind = BinaryFile(magicOf: bytes) { throw kind.refusal }
    let decoded = try decodeText(bytes)
    guard hasContent(decoded) else { throw UnreadableDocument("The file is empty: there is no text to read.") }
    return decoded
  }

  private static func decodeText(_ bytes: [UInt8]) throws(UnreadableDocument) -> Decoded {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return utf8(bytes, contentStart: 3, check: UTF8Check(bytes, from: 3)) }
    if bytes.starts(with: [0xFF, 0xFE]) { return utf16(bytes, from: 2, littleEndian: true) }
    if bytes.starts(with: [0xFE, 0xFF]) { return utf16(bytes, from: 2, littleEndian: false) }
    if let littleEndian = UTF16.byteOrderWithoutMark(of: bytes) {
      return utf16(bytes, from: 0, littleEndian: littleEndian)
    }
    if BinaryFile.looksBinary(bytes) { throw BinaryFile.unknown.refusal }
    let check = UTF8Check(bytes, from: 0)
    guard check.invalidCount > 0, !check.isPlausiblyDamaged, GB18030.isPlausible(bytes) else {
      return utf8(bytes, contentStart: 0, check: check)
    }
    return try gb18030(bytes)
  }

  private static func utf8(_ bytes: [UInt8], contentStart: Int, check: UTF8Check) -> Decoded {
    guard let first = check.firstInvalid else {
      return Decoded(utf8: bytes, contentStart: contentStart, encoding: .utf8, diagnostics: [])
    }
    let (repaired, place) = UTF8Check.repaired(bytes, firstInvalid: first)
    let message =
      "\(counted(check.invalidCount)) not valid UTF-8, the first at offset \(first) of the file; shown as U+FFFD."
    let diagnostic = Diagnostic(.warning, "invalid-utf8", message, span: SourceSpan(place..<place + 3))
    return Decoded(utf8: repaired, contentStart: contentStart, encoding: .utf8, diagnostics: [diagnostic])
  }

  private static func counted(_ bytes: Int) -> String { bytes == 1 ? "1 byte is" : "\(bytes) bytes are" }

  private static func utf16(_ bytes: [UInt8], from start: Int, littleEndian: Bool) -> Decoded {
    let (text, damaged) = UTF16.decode(bytes, from: start, littleEndian: littleEndian)
    var diagnostics: [Diagnostic] = []
    if damaged > 0 {
      diagnostics.append(
        Diagnostic(.warning, "invalid-utf16", "\(damaged) code units are not valid UTF-16; shown as U+FFFD."))
    }
    return Decoded(
      utf8: text, contentStart: 0, encoding: littleEndian ? .utf16LittleEndian : .utf16BigEndian,
      diagnostics: diagnostics)
  }

  private static func gb18030(_ bytes: [UInt8]) throws(UnreadableDocument) -> Decoded {
    let (text, damaged) = try GB18030.decode(bytes)
    var diagnostics: [Diagnostic] = []
    if damaged > 0 {
      diagnostics.append(
        Diagnostic(.warning, "invalid-gb18030", "\(damaged) bytes are not valid GB18030; shown as U+FFFD."))
    }
    return Decoded(utf8: text, contentStart: 0, encoding: .gb18030, diagnostics: diagnostics)
  }

  private static func hasContent(_ decoded: Decoded) -> Bool {
    let text = ByteText(decoded.utf8)
    return text.skippingSpaces(from: decoded.contentStart, to: decoded.utf8.count) < decoded.utf8.count
  }
}
