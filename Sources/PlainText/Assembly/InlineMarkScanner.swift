import Literature

/// Finds Markdown emphasis and links within one stretch of text; a lone asterisk is a footnote mark and stays one.
struct InlineMarkScanner {
  let text: ByteText
  private(set) var marks: [InlineMark] = []
  /// Emphasis and link texts longer than this are no mark-up; keeps the search for the closing mark O(1).
  private let reach = 400

  init(text: ByteText) { self.text = text }

  mutating func scan(_ range: Range<Int>) {
    var offset = range.lowerBound
    while offset < range.upperBound {
      switch text.bytes[offset] {
      case 0x5C: offset += 2
      case 0x2A, 0x5F: offset = emphasis(at: offset, in: range)
      case 0x3C: offset = autolink(at: offset, in: range)
      case 0x5B: offset = link(at: offset, in: range)
      default: offset += 1
      }
    }
  }

  private mutating func emphasis(at start: Int, in range: Range<Int>) -> Int {
    let mark = text.bytes[start]
    var open = start
    while open < range.upperBound, text.bytes[open] == mark { open += 1 }
    let width = open - start
    guard width <= 2, opens(start, open, in: range), let close = closing(mark, width, from: open, in: range) else { return open }
    marks.append(InlineMark(range: open..<close, kind: width == 2 ? .bold : .italic))
    return close + width
  }

  private func opens(_ start: Int, _ open: Int, in range: Range<Int>) -> Bool {
    guard open < range.upperBound, text.bytes[open] > 0x20 else { return false }
    guard start > range.lowerBound else { return true }
    return !isWordByte(text.bytes[start - 1])
  }

  private func closing(_ mark: UInt8, _ width: Int, from open: Int, in range: Range<Int>) -> Int? {
    var offset = open
    let end = min(range.upperBound, open + reach)
    while offset < end {
      guard text.bytes[offset] == mark else {
        offset += 1
        continue
      }
      var after = offset
      while after < range.upperBound, text.bytes[after] == mark { after += 1 }
      let closes = after - offset == width && offset > open && text.bytes[offset - 1] > 0x20
      if closes, after == range.upperBound || !isWordByte(text.bytes[after]) { return offset }
      offset = after
    }
    return nil
  }

  private func isWordByte(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  /// `<https://…>`
  private mutating func autolink(at start: Int, in range: Range<Int>) -> Int {
    let content = start + 1
    guard content < range.upperBound, text.starts(content..<range.upperBound, with: "http") else { return content }
    var end = content
    while end < range.upperBound, end - content < 2 * reach, text.bytes[end] != 0x3E, text.bytes[end] > 0x20 { end += 1 }
    guard end < range.upperBound, text.bytes[end] == 0x3E else { return content }
    marks.append(InlineMark(range: content..<end, kind: .link(text.string(content..<end))))
    return end + 1
  }

  /// `[text](target)`: brackets and parentheses are balanced, and an escaped one does not count.
  private mutating func link(at start: Int, in range: Range<Int>) -> Int {
    guard let close = matching(0x5B, 0x5D, from: start, in: range), close + 1 < range.upperBound, text.bytes[close + 1] == 0x28,
      let end = matching(0x28, 0x29, from: close + 1, in: range), isTarget(close + 2..<end)
    else { return start + 1 }
    marks.append(InlineMark(range: start + 1..<close, kind: .link(text.string(close + 2..<end))))
    return end + 1
  }

  private func isTarget(_ range: Range<Int>) -> Bool {
    guard !range.isEmpty, !text.bytes[range].contains(where: { $0 <= 0x20 }) else { return false }
    return text.bytes[range].contains(0x2F) || text.bytes[range.lowerBound] == 0x23
  }

  private func matching(_ open: UInt8, _ close: UInt8, from start: Int, in range: Range<Int>) -> Int? {
    var (depth, offset) = (0, start)
    let end = min(range.upperBound, start + reach)
    while offset < end {
      let byte = text.bytes[offset]
      if byte == 0x5C { offset += 1 }
      if byte == open { depth += 1 }
      if byte == close { depth -= 1 }
      if depth == 0 { return offset }
      offset += 1
    }
    return nil
  }
}
