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
    input.withUnsafeBufferPointer { bytes in
      // Two plain counts, which the compiler turns into vector code.
      var stretch = UnsafeBufferPointer(rebasing: bytes[offset..<end])
      var lines = 0
      for byte in stretch { lines &+= byte == 0x0A ? 1 : 0 }
      if lines > 0, let last = stretch.lastIndex(of: 0x0A) {
        line += lines
        column = 1
        stretch = UnsafeBufferPointer(rebasing: stretch[(last + 1)...])
      }
      var scalars = 0
      for byte in stretch { scalars &+= byte & 0xC0 != 0x80 ? 1 : 0 }
      column += scalars
    }
    offset = end
    return (line, column)
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
