import Literature

/// A heading that its text follows on the same line: `Keywords: a; b`, `【摘要】目的 …`, `基金项目：…`.
struct InlineHeading {
  var heading: StandardHeading
  /// The heading as printed, its colon or brackets included.
  var label: Range<Int>
  /// Where the text begins.
  var contentStart: Int

  /// The longest heading looked for, in bytes.
  private static let reach = 64

  init?(_ range: Range<Int>, in text: ByteText) {
    let spaceMayEnd = Self.mayBeAbstractOrKeywords(range, in: text)
    var offset = range.lowerBound
    let limit = min(range.upperBound, offset + Self.reach)
    while offset < limit {
      let (value, length) = text.scalar(at: offset)
      let mayEnd = Self.mayEndLabel(value) || value.isSpace && spaceMayEnd
      if mayEnd, offset > range.lowerBound, let found = Self.found(range, labelEnd: offset, in: text) {
        self = found
        return
      }
      // A label has one colon at most, and that ends it.
      if value.isColon { return nil }
      offset += length
    }
    return nil
  }

  private init(heading: StandardHeading, label: Range<Int>, contentStart: Int) {
    self.heading = heading
    self.label = label
    self.contentStart = contentStart
  }

  private static func mayEndLabel(_ value: UInt32) -> Bool {
    value.isColon || value == 0x5D || value == 0x3011 || value == 0xFF3D || value == 0x3015 || value == 0x2014 || value == 0x2A
  }

  /// Only these two may go without a mark; told by their first letter: Abstract, Summary, Keywords, Index, 摘, 关, 提.
  private static func mayBeAbstractOrKeywords(_ range: Range<Int>, in text: ByteText) -> Bool {
    let start = StandardHeading.unwrappedStart(range, in: text)
    guard start < range.upperBound else { return false }
    return [0x41, 0x53, 0x4B, 0x49, 0x61, 0x6B, 0x6458, 0x5173, 0x63D0].contains(text.scalar(at: start).value)
  }

  private static func found(_ range: Range<Int>, labelEnd: Int, in text: ByteText) -> InlineHeading? {
    guard let heading = StandardHeading(range.lowerBound..<labelEnd, in: text), case .own = heading.role else { return nil }
    var end = labelEnd
    var sawMark = false
    while end < range.upperBound {
      let (value, length) = text.scalar(at: end)
      if StandardHeading.wrappers.contains(value), value != 0x5B, value != 0x3010, value != 0x23 {
        sawMark = true
      } else if !value.isSpace {
        break
      }
      end += length
    }
    guard end < range.upperBound, sawMark || spaceIsEnough(range, labelEnd: labelEnd, contentStart: end, heading, in: text)
    else { return nil }
    let label = text.trimmed(range.lowerBound..<end)
    return InlineHeading(heading: heading, label: label, contentStart: end)
  }

  /// `摘要 目的 …` and `Abstract Background …` have no mark; a sentence that begins with such a word goes on in lower case.
  private static func spaceIsEnough(
    _ range: Range<Int>, labelEnd: Int, contentStart: Int, _ heading: StandardHeading, in text: ByteText
  ) -> Bool {
    guard heading.kind == .abstract || heading.kind == .keywords, labelEnd < contentStart else { return false }
    let next = text.scalar(at: contentStart).value
    guard let last = text.scalar(before: labelEnd) else { return false }
    return last.value.isHan ? next.isHan : next.isUppercase && contentStart - labelEnd < 8
  }
}
