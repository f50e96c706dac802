/// Marks that part a text into clauses, looked up by bytes.
struct ClauseMarks: Sendable, ExpressibleByStringLiteral {
  /// Those of one byte, a bit each.
  private var ascii: (low: UInt64, high: UInt64) = (0, 0)
  /// Those of three bytes, such as ， and 。.
  private var wide: [(UInt8, UInt8, UInt8)] = []

  /// The marks one behind the other, of one or three bytes each.
  init(stringLiteral marks: StaticString) {
    marks.withUTF8Buffer { bytes in
      var place = 0
      while place < bytes.count {
        let isWide = bytes[place] >= 0x80
        if isWide {
          wide.append((bytes[place], bytes[place + 1], bytes[place + 2]))
        } else if bytes[place] < 64 {
          ascii.low |= 1 << UInt64(bytes[place])
        } else {
          ascii.high |= 1 << UInt64(bytes[place] - 64)
        }
        place += isWide ? 3 : 1
      }
    }
  }

  /// The last stretch between marks that is not empty; nil for a text of marks alone. A view of the text. O(stretch).
  func lastPiece(of text: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    var end = text.endIndex
    while case let length = markLength(endingAt: end, in: text), length > 0 { end -= length }
    guard end > text.startIndex else { return nil }
    var start = end
    while start > text.startIndex, markLength(endingAt: start, in: text) == 0 { start -= 1 }
    return text[start..<end]
  }

  /// The first stretch between marks that is not empty; nil for a text of marks alone. A view of the text. O(text).
  func firstPiece(of text: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    var start = text.startIndex
    for end in text.indices {
      let length = markLength(endingAt: end + 1, in: text)
      guard length > 0 else { continue }
      if end + 1 - length > start { return text[start..<end + 1 - length] }
      start = end + 1
    }
    return start < text.endIndex ? text[start...] : nil
  }

  /// All stretches between marks that are not empty. O(text).
  func pieces(of text: ArraySlice<UInt8>) -> [Range<Int>] {
    var (pieces, start) = ([Range<Int>](), text.startIndex)
    for end in text.indices {
      let length = markLength(endingAt: end + 1, in: text)
      guard length > 0 else { continue }
      if end + 1 - length > start { pieces.append(start..<end + 1 - length) }
      start = end + 1
    }
    return start < text.endIndex ? pieces + [start..<text.endIndex] : pieces
  }

  /// The bytes of the mark that ends at a place; 0 where none does.
  private func markLength(endingAt end: Int, in text: ArraySlice<UInt8>) -> Int {
    guard end > text.startIndex else { return 0 }
    let last = text[end - 1]
    if last < 0x80 { return (last < 64 ? ascii.low >> UInt64(last) : ascii.high >> UInt64(last - 64)) & 1 == 1 ? 1 : 0 }
    guard last & 0xC0 == 0x80, end - 3 >= text.startIndex else { return 0 }
    return wide.contains { $0 == (text[end - 3], text[end - 2], last) } ? 3 : 0
  }
}

extension Substring {
  /// The parts between any of the marks, empty ones left out. O(bytes).
  func parts(atAny marks: ClauseMarks) -> [Substring] {
    marks.pieces(of: Array(utf8)[...]).map {
      self[utf8.index(startIndex, offsetBy: $0.lowerBound)..<utf8.index(startIndex, offsetBy: $0.upperBound)]
    }
  }
}

extension String {
  func parts(atAny marks: ClauseMarks) -> [Substring] { self[...].parts(atAny: marks) }
}

extension ArraySlice<UInt8> {
  /// Whether the first bytes are those of a piece in lower case; ASCII capitals of the text count as small letters.
  func begins(with piece: StaticString) -> Bool {
    piece.withUTF8Buffer { piece in
      guard piece.count <= count else { return false }
      for (place, byte) in piece.enumerated() {
        let own = self[startIndex + place]
        if (own &- 0x41 < 26 ? own | 0x20 : own) != byte { return false }
      }
      return true
    }
  }

  /// Without the spaces and tabs at both ends.
  var trimmedSpaces: ArraySlice<UInt8> {
    func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
    var rest = drop(while: isSpace)
    while let last = rest.last, isSpace(last) { rest.removeLast() }
    return rest
  }
}
