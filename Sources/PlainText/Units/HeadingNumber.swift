/// The number before a heading: `4.2.`, `三、`, `（二）`, `第一章`, `IV.`.
struct HeadingNumber {
  enum Scheme { case arabic, han, hanParentheses, chapter, roman, letter }
  var scheme: Scheme
  /// [4, 2] for 4.2; one number for the other schemes.
  var path: [Int]
  /// As printed, without the closing mark: "4.2", "三".
  var printed: Range<Int>
  var titleStart: Int

  init?(_ range: Range<Int>, in text: ByteText) {
    guard !range.isEmpty else { return nil }
    let first = text.scalar(at: range.lowerBound).value
    let found: HeadingNumber?
    if first.isDigit {
      found = Self.arabic(range, text)
    } else if (0x41...0x5A).contains(first) {
      found = Self.roman(range, text) ?? Self.letter(range, text)
    } else {
      found = Self.chinese(range, text)
    }
    guard let found, found.titleStart < range.upperBound else { return nil }
    let title = text.scalar(at: found.titleStart).value
    guard Self.mayBeginTitle(title) else { return nil }
    self = found
  }

  private init(_ scheme: Scheme, _ path: [Int], _ printed: Range<Int>, _ titleStart: Int) {
    (self.scheme, self.path, self.printed, self.titleStart) = (scheme, path, printed, titleStart)
  }

  private static func mayBeginTitle(_ value: UInt32) -> Bool {
    value.isUppercase || value.isHan || value > 0x17F && !value.isSpace && value != 0xFF0C && value != 0x3001
      || [0x22, 0x2A, 0x28, 0x3B1].contains(value)
  }

  private static func arabic(_ range: Range<Int>, _ text: ByteText) -> HeadingNumber? {
    var (offset, path, end) = (range.lowerBound, [Int](), range.lowerBound)
    var closed = false
    while path.count < 6 {
      let start = offset
      while offset < range.upperBound, offset - start < 3, text.scalar(at: offset).value.isDigit { offset += 1 }
      guard (1...2).contains(offset - start) else { break }
      path.append(text.bytes[start..<offset].reduce(0) { $0 * 10 + Int($1 & 0xF) })
      (end, closed) = (offset, false)
      guard offset < range.upperBound else { break }
      let (mark, length) = text.scalar(at: offset)
      guard mark == 0x2E || mark == 0xFF0E || mark == 0x3001 && path.count == 1 || mark == 0xB7 else { break }
      offset += length
      closed = true
    }
    guard !path.isEmpty, end > range.lowerBound, offset == end || closed else { return nil }
    var title = text.skippingSpaces(from: offset, to: range.upperBound)
    // Some publishers print "1 | INTRODUCTION".
    if title < range.upperBound, text.bytes[title] == 0x7C { title = text.skippingSpaces(from: title + 1, to: range.upperBound) }
    // "1Introduction" is no heading, "1引言" may be one.
    guard title < range.upperBound, closed || title > offset || text.scalar(at: title).value.isHan else { return nil }
    return HeadingNumber(.arabic, path, range.lowerBound..<end, title)
  }

  private static func roman(_ range: Range<Int>, _ text: ByteText) -> HeadingNumber? {
    let values: [UInt8: Int] = [0x49: 1, 0x56: 5, 0x58: 10]
    var (offset, total, previous) = (range.lowerBound, 0, 0)
    while offset < range.upperBound, offset - range.lowerBound < 6, let value = values[text.bytes[offset]] {
      total += value > previous ? value - 2 * previous : value
      previous = value
      offset += 1
    }
    guard total > 0, offset < range.upperBound, text.bytes[offset] == 0x2E else { return nil }
    return HeadingNumber(.roman, [total], range.lowerBound..<offset, text.skippingSpaces(from: offset + 1, to: range.upperBound))
  }

  private static func letter(_ range: Range<Int>, _ text: ByteText) -> HeadingNumber? {
    let start = range.lowerBound
    guard start + 2 < range.upperBound, text.bytes[start + 1] == 0x2E, text.bytes[start + 2] == 0x20 else { return nil }
    return HeadingNumber(
      .letter, [Int(text.bytes[start]) - 0x40], start..<start + 1, text.skippingSpaces(from: start + 2, to: range.upperBound))
  }

  private static func chinese(_ range: Range<Int>, _ text: ByteText) -> HeadingNumber? {
    let (first, length) = text.scalar(at: range.lowerBound)
    if first == 0x7B2C { return chapter(range, after: length, text) }
    let bracketed = first == 0x28 || first == 0xFF08
    let start = range.lowerBound + (bracketed ? length : 0)
    guard let (value, end) = hanNumber(from: start, to: range.upperBound, text), end < range.upperBound else { return nil }
    let (mark, markLength) = text.scalar(at: end)
    let marks: [UInt32] = bracketed ? [0x29, 0xFF09] : [0x3001, 0x2E, 0xFF0E]
    guard marks.contains(mark) else { return nil }
    let title = text.skippingSpaces(from: end + markLength, to: range.upperBound)
    return HeadingNumber(bracketed ? .hanParentheses : .han, [value], start..<end, title)
  }

  private static func chapter(_ range: Range<Int>, after length: Int, _ text: ByteText) -> HeadingNumber? {
    let start = text.skippingSpaces(from: range.lowerBound + length, to: range.upperBound)
    guard let (value, end) = hanNumber(from: start, to: range.upperBound, text), end < range.upperBound else { return nil }
    let (mark, markLength) = text.scalar(at: end)
    guard [0x7AE0, 0x8282, 0x90E8, 0x7BC7].contains(mark) else { return nil }
    let isPart = mark == 0x8282
    let title = text.skippingSpaces(from: end + markLength, to: range.upperBound)
    return HeadingNumber(isPart ? .han : .chapter, [value], range.lowerBound..<end + markLength, title)
  }

  /// 一 to 九十九, or two digits.
  private static func hanNumber(from start: Int, to end: Int, _ text: ByteText) -> (Int, Int)? {
    let digits: [UInt32: Int] = [
      0x4E00: 1, 0x4E8C: 2, 0x4E09: 3, 0x56DB: 4, 0x4E94: 5, 0x516D: 6, 0x4E03: 7, 0x516B: 8, 0x4E5D: 9,
    ]
    var (offset, total, unit, count) = (start, 0, 0, 0)
    while offset < end, count < 3 {
      let (value, length) = text.scalar(at: offset)
      if value == 0x5341 {
        (total, unit) = (max(1, unit) * 10, 0)
      } else if let digit = digits[value] {
        unit = digit
      } else {
        break
      }
      offset += length
      count += 1
    }
    return count > 0 ? (total + unit, offset) : nil
  }
}
