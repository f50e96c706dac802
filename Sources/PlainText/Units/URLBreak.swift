import Literature

/// A DOI or address that a line break cut in two.
enum URLBreak {
  /// Whether the address at the end of `left` goes on at the start of `right`.
  static func continues(_ left: Range<Int>, _ right: Range<Int>, in text: ByteText) -> Bool {
    let tail = lastRun(left, in: text)
    guard let last = text.bytes[tail].last, isAddress(tail, in: text) else { return false }
    let head = firstRun(right, in: text)
    guard let first = text.bytes[head].first, isAddressByte(first), !text.bytes[head].contains(0x40) else { return false }
    if [0x2F, 0x2D, 0x5F, 0x3D, 0x3F, 0x26, 0x25].contains(last) { return !isSentenceWord(head, in: text) || last == 0x2F }
    // After a closing bracket or quotation mark the address is whole.
    if [0x3E, 0x5D, 0x7D, 0x22, 0x2C, 0x3B].contains(last) { return false }
    let digits = text.bytes[head].count { (0x30...0x39).contains($0) }
    let holdsMark = text.bytes[head].dropLast().contains { $0 == 0x2F || $0 == 0x2E || $0 == 0x5F }
    if last == 0x2E { return digits > 0 && !isYear(head, in: text) || isLowercaseSuffix(first, digits, holdsMark) }
    return digits > 0 && (holdsMark || digits * 2 >= head.count) && !isYear(head, in: text) && isCut(tail, in: text)
  }

  private static func isLowercaseSuffix(_ first: UInt8, _ digits: Int, _ holdsMark: Bool) -> Bool {
    (0x61...0x7A).contains(first) && (digits > 0 || holdsMark)
  }

  /// A DOI is rarely whole right after the slash, or with an open bracket.
  private static func isCut(_ tail: Range<Int>, in text: ByteText) -> Bool {
    let bytes = text.bytes[tail]
    if bytes.count(where: { $0 == 0x28 }) > bytes.count(where: { $0 == 0x29 }) { return true }
    guard let slash = bytes.lastIndex(of: 0x2F) else { return true }
    return bytes.endIndex - slash < 8
  }

  private static func lastRun(_ range: Range<Int>, in text: ByteText) -> Range<Int> {
    var start = range.upperBound
    while start > range.lowerBound, range.upperBound - start < 400, text.bytes[start - 1] > 0x20, text.bytes[start - 1] < 0x80 {
      start -= 1
    }
    return start..<range.upperBound
  }

  private static func firstRun(_ range: Range<Int>, in text: ByteText) -> Range<Int> {
    var end = range.lowerBound
    while end < range.upperBound, end - range.lowerBound < 400, text.bytes[end] > 0x20, text.bytes[end] < 0x80 { end += 1 }
    return range.lowerBound..<end
  }

  private static func isAddress(_ run: Range<Int>, in text: ByteText) -> Bool {
    guard run.count >= 7 else { return false }
    let folded = text.folded(run)
    return folded.hasPrefix("http") || folded.hasPrefix("<http") || folded.hasPrefix("[http") || folded.hasPrefix("doi:10.")
      || folded.hasPrefix("www.") || folded.hasPrefix("doi.org/") || folded.hasPrefix("10.") && folded.utf8.contains(0x2F)
  }

  private static func isAddressByte(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      || [0x2F, 0x2E, 0x2D, 0x5F, 0x25, 0x3F, 0x3D, 0x28, 0x29].contains(byte)
  }

  /// A capital and then small letters only: the next sentence.
  private static func isSentenceWord(_ run: Range<Int>, in text: ByteText) -> Bool {
    let bytes = text.bytes[run]
    guard let first = bytes.first, (0x41...0x5A).contains(first) else { return false }
    return bytes.dropFirst().allSatisfy { (0x61...0x7A).contains($0) || $0 == 0x2C || $0 == 0x2E }
  }

  private static func isYear(_ run: Range<Int>, in text: ByteText) -> Bool {
    let digits = text.bytes[run].filter { (0x30...0x39).contains($0) }
    return digits.count == 4 && (digits[0] == 0x31 && digits[1] == 0x39 || digits[0] == 0x32 && digits[1] == 0x30)
      && run.count <= 6
  }
}
