import Literature

/// The words of a keyword line.
enum Keywords {
  /// Split at commas, semicolons and 、; a line without any of them at runs of spaces.
  static func split(_ flow: FlowText) -> [String] {
    let marks: Set<UInt32> = [0x2C, 0xFF0C, 0x3B, 0xFF1B, 0x3001, 0x7C, 0xB7, 0x2022]
    let text = ByteText(flow.utf8)
    guard flow.count < 10_000 else { return [] }
    var words: [String] = []
    var (start, offset) = (0, 0)
    while offset < flow.count {
      let (value, length) = text.scalar(at: offset)
      if marks.contains(value) {
        append(start..<offset, text, to: &words)
        start = offset + length
      }
      offset += length
    }
    append(start..<flow.count, text, to: &words)
    return words
  }

  private static func append(_ range: Range<Int>, _ text: ByteText, to words: inout [String]) {
    let word = StandardHeading.unwrapped(range, in: text)
    if !word.isEmpty { words.append(text.string(word)) }
  }
}
