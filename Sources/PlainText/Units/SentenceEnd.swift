/// Whether a line or paragraph is finished.
enum SentenceEnd {
  /// Whether the text ends with a mark that ends a sentence, callouts and closing quotes after it aside.
  static func closes(_ range: Range<Int>, in text: ByteText) -> Bool {
    var end = afterCallouts(range, in: text)
    while let (value, length) = text.scalar(before: end, from: range.lowerBound) {
      if value.endsSentence { return true }
      guard closers.contains(value) else { return false }
      end -= length
    }
    return false
  }

  /// Whether the text ends with a colon: what follows is a list, a table or a quotation.
  static func announces(_ range: Range<Int>, in text: ByteText) -> Bool {
    text.scalar(before: range.upperBound, from: range.lowerBound)?.value.isColon ?? false
  }

  private static let closers: Set<UInt32> = [
    0x22, 0x27, 0x29, 0xFF09, 0x201D, 0x2019, 0x300B, 0x300D, 0x300F, 0x5D, 0x2A, 0x5F, 0x3E,
  ]

  /// The end without callouts: `。[3] [4]`, `.12,13`, `.¹²`.
  private static func afterCallouts(_ range: Range<Int>, in text: ByteText) -> Int {
    let calloutMarks: Set<UInt32> = [0x5B, 0x5D, 0x2C, 0x20, 0x2D, 0x2013, 0xB9, 0xB2, 0xB3, 0x5E, 0x5C]
    var end = range.upperBound
    var steps = 0
    while steps < 60, let (value, length) = text.scalar(before: end, from: range.lowerBound),
      value.isDigit || calloutMarks.contains(value) || (0x2070...0x2079).contains(value)
    {
      end -= length
      steps += 1
    }
    guard let (mark, length) = text.scalar(before: end, from: range.lowerBound), mark.endsSentence else {
      return range.upperBound
    }
    // "et al.," and "et al., 2002," go on.
    if end < range.upperBound, text.bytes[end] == 0x2C { return range.upperBound }
    // "0.45" is a number, not the end of a sentence with a callout.
    let before = text.scalar(before: end - length, from: range.lowerBound)?.value ?? 0
    return before.isDigit && end < range.upperBound ? range.upperBound : end
  }
}
