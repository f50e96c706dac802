/// Tells the text itself from the lines above it, where no heading stands between them.
struct RunningText {
  private let text: ByteText
  private let ranges: [Range<Int>]

  init(_ ranges: [Range<Int>], in text: ByteText) {
    self.ranges = ranges
    self.text = text
  }

  private var columns: Int { ranges.reduce(0) { $0 + text.columns($1) } }

  private var closes: Bool {
    guard let first = ranges.first, let last = ranges.last else { return false }
    return SentenceEnd.closes(first.lowerBound..<last.upperBound, in: text)
  }

  /// A paragraph under a title: long, or of several sentences, or with figures.
  var isParagraph: Bool { closes && (columns >= 200 || isUntitled) }

  /// A paragraph that stands where a title would: what titles do not have, several sentences, figures of a result, an ideographic full stop; a line
  /// that gives a figure a value ("P = 0.26") needs no full stop.
  var isUntitled: Bool {
    givesValue || closes && (reportsFigures || (columns >= 100 && sentenceEnds >= 2) || columns >= 40 && endsIdeographically)
  }

  private var endsIdeographically: Bool {
    guard let last = ranges.last else { return false }
    return text.bytes[text.trimmed(last)].suffix(3).elementsEqual("。".utf8)
  }

  /// An equals sign before a number with decimals.
  private var givesValue: Bool {
    ranges.contains { range in
      range.contains { index in
        guard text.bytes[index] == UInt8(ascii: "=") else { return false }
        let number = text.bytes[(index + 1)..<range.upperBound].drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "-") }
        let decimals = number.drop(while: \.isASCIIDigit)
        return decimals.first == UInt8(ascii: ".") && decimals.dropFirst().first?.isASCIIDigit == true
      }
    }
  }

  /// Signs of a result or a citation: `=`, `%`, `±`, `[1]`, the same in full width. Lines of authors and addresses have none of them.
  private var reportsFigures: Bool {
    var holdsDigit = false
    var holdsSign = false
    for range in ranges {
      for index in range {
        let byte = text.bytes[index]
        if byte.isASCIIDigit || isFullWidthDigit(index) { holdsDigit = true }
        let isCallout =
          byte == UInt8(ascii: "[") && index > range.lowerBound && index + 1 < range.upperBound
          && text.bytes[index + 1].isASCIIDigit
        if byte == UInt8(ascii: "=") || byte == UInt8(ascii: "%") || isCallout || isWideSign(index) {
          holdsSign = true
        }
      }
    }
    return holdsDigit && holdsSign
  }

  /// U+FF10 to U+FF19.
  private func isFullWidthDigit(_ index: Int) -> Bool {
    index + 2 < text.bytes.count && text.bytes[index] == 0xEF && text.bytes[index + 1] == 0xBC
      && (0x90...0x99).contains(text.bytes[index + 2])
  }

  /// `±`, `＝`, `％`.
  private func isWideSign(_ index: Int) -> Bool {
    ["±", "＝", "％"].contains { text.bytes[index...].starts(with: $0.utf8) }
  }

  /// Full stops before a blank and a capital, and ideographic ones.
  private var sentenceEnds: Int {
    var ends = 1
    for range in ranges {
      for index in range.dropLast(3) {
        let bytes = text.bytes
        let isStop = bytes[index] == UInt8(ascii: ".") && bytes[index + 1] == UInt8(ascii: " ")
        if isStop, (0x41...0x5A).contains(bytes[index + 2]), index > range.lowerBound + 2, bytes[index - 2] != UInt8(ascii: " ") {
          ends += 1
        }
        if bytes[index] == 0xE3, bytes[index + 1] == 0x80, bytes[index + 2] == 0x82 { ends += 1 }
      }
    }
    return ends
  }
}

extension UInt8 {
  fileprivate var isASCIIDigit: Bool { (0x30...0x39).contains(self) }
}
