import Literature

/// Lines and columns of the decoded input for byte offsets that are asked for in ascending order, in one pass.
struct InputPositions {
  private let input: [UInt8]
  private var offset = 0
  private var line = 1
  private var column = 1

  init(_ input: [UInt8]) { self.input = input }

  /// Line and column, from 1, columns in Unicode scalars. O(bytes since the last call).
  mutating func advance(to target: Int) -> (line: Int, column: Int) {
    let end = min(target, input.count)
    guard end > offset else { return (line, column) }
    input.withUnsafeBytes { bytes in
      var index = offset
      while index + 32 <= end, Self.isPlain(bytes, at: index) {
        column += 32
        index += 32
      }
      while index + 8 <= end {
        let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        if Self.holdsNewline(word) {
          for byte in bytes[index..<index + 8] { count(byte) }
        } else {
          column += 8 - Self.continuationBytes(word)
        }
        index += 8
      }
      for byte in bytes[index..<end] { count(byte) }
    }
    offset = end
    return (line, column)
  }

  private mutating func count(_ byte: UInt8) {
    if byte == 0x0A {
      line += 1
      column = 1
    } else if byte & 0xC0 != 0x80 {
      column += 1
    }
  }

  /// Whether the next 32 bytes are ASCII without a line's end.
  private static func isPlain(_ bytes: UnsafeRawBufferPointer, at index: Int) -> Bool {
    var found: UInt64 = 0
    for place in stride(from: index, to: index + 32, by: 8) {
      let word = bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
      // The words are ASCII, or `found` holds a high bit anyway: the test needs no more.
      found |= word | ((word ^ 0x0A0A_0A0A_0A0A_0A0A) &- 0x0101_0101_0101_0101)
    }
    return found & 0x8080_8080_8080_8080 == 0
  }

  /// Whether a byte of the word is 0x0A: the zero byte test of H. Warren, Hacker's Delight, 6-1, on the word with 0x0A taken off.
  private static func holdsNewline(_ word: UInt64) -> Bool {
    let other = word ^ 0x0A0A_0A0A_0A0A_0A0A
    return (other &- 0x0101_0101_0101_0101) & ~other & 0x8080_8080_8080_8080 != 0
  }

  /// How many bytes of the word are 10xxxxxx: UTF-8 that goes on with a character.
  private static func continuationBytes(_ word: UInt64) -> Int {
    (word & ~(word << 1) & 0x8080_8080_8080_8080).nonzeroBitCount
  }

  func position(at target: Int) -> (line: Int, column: Int) {
    var copy = self
    return copy.advance(to: target)
  }

  /// The stored text's way back to the file. Anchors ascend in both offsets. O(input).
  static func anchors(_ anchors: [Rendition.InputAnchor], in input: [UInt8]) -> [StoredText.Anchor] {
    var positions = InputPositions(input)
    return anchors.map { anchor in
      let place = positions.advance(to: textStart(anchor.inputOffset, in: input))
      return StoredText.Anchor(textOffset: anchor.textOffset, line: place.line, column: place.column)
    }
  }

  /// Where the text that was handed over at `offset` begins: for a reference such as `&#x131;` its ampersand, and after white space
  /// that was left out.
  private static func textStart(_ offset: Int, in input: [UInt8]) -> Int {
    var start = referenceStart(offset, in: input)
    while start < input.count, input[start] <= 0x20 { start += 1 }
    return start
  }

  /// The ampersand of the reference that `offset` lies in; else `offset`.
  private static func referenceStart(_ offset: Int, in input: [UInt8]) -> Int {
    var index = min(offset, input.count) - 1
    let limit = max(0, index - 40)
    while index >= limit {
      switch input[index] {
      case 0x26: return index
      case 0x23, 0x30...0x39, 0x41...0x5A, 0x61...0x7A: index -= 1
      default: return offset
      }
    }
    return offset
  }
}
