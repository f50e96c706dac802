/// Identifiers as JATS files write them, in one form each.
enum IdentifierText {
  /// A DOI without resolver or scheme, in lower case; nil where the text is none.
  static func doi(_ text: String) -> String? {
    let bytes = Array(text.lowercased().utf8.filter { $0 > 0x20 })
    guard let start = doiStart(bytes) else { return nil }
    return cleaned(bytes[start...])
  }

  /// The first DOI in running text, such as a comment.
  static func doi(within text: String) -> String? {
    let bytes = Array(text.lowercased().utf8)
    guard let start = doiStart(bytes) else { return nil }
    return cleaned(bytes[start...].prefix { $0 > 0x20 && $0 != 0x3C && $0 != 0x3E && $0 != 0x22 })
  }

  /// Where "10.", four to nine digits (with points for sub-prefixes) and a slash begin.
  private static func doiStart(_ bytes: [UInt8]) -> Int? {
    var index = 0
    while index + 7 < bytes.count {
      let isStart = bytes[index] == 0x31 && bytes[index + 1] == 0x30 && bytes[index + 2] == 0x2E
      if isStart, index == 0 || !isDigit(bytes[index - 1]) && bytes[index - 1] != 0x2E {
        let end = bytes[(index + 3)...].prefix(20).firstIndex { !isDigit($0) && $0 != 0x2E } ?? bytes.count
        if end < bytes.count, bytes[end] == 0x2F, end - index >= 7 { return index }
      }
      index += 1
    }
    return nil
  }

  private static func cleaned(_ bytes: ArraySlice<UInt8>) -> String? {
    var bytes = bytes
    while let last = bytes.last, ".,;".utf8.contains(last) { bytes.removeLast() }
    return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
  }

  /// The digits of a PMID, whatever stands around them.
  static func digits(_ text: String) -> String {
    let digits = text.utf8.drop { !isDigit($0) }.prefix(while: isDigit)
    return digits.isEmpty ? text : String(decoding: digits, as: UTF8.self)
  }

  /// "1065065" and "pmc1065065" are "PMC1065065".
  static func pmcid(_ text: String) -> String {
    let number = digits(text)
    return number.utf8.allSatisfy(isDigit) ? "PMC" + number : text
  }

  static func arxiv(_ text: String) -> String {
    text.lowercased().hasPrefix("arxiv:") ? String(text.dropFirst(6)) : text
  }
}
