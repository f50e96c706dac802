import Literature
import TextAnalysis

/// What stands before an item of a list: a bullet, a number in one of its dresses, or both.
struct ListLabel {
  enum Style { case bullet, bracket, dot, parenthesis, parentheses, circled, key, bare }
  var style: Style
  var number: Int?
  /// The number as printed, without brackets; empty for a bullet.
  var printed: Range<Int>
  /// Where the item's text begins.
  var contentStart: Int
  var hasBullet: Bool

  /// Recognises a label at the start of a line. `bare` allows `12 Smith`, and `key` allows `[Smi20]`.
  init?(_ range: Range<Int>, in text: ByteText, inReferences: Bool = false) {
    let start = Self.afterBullet(range, in: text)
    hasBullet = start > range.lowerBound
    if let number = Self.numbered(start..<range.upperBound, in: text, inReferences: inReferences) {
      (style, self.number, printed, contentStart) = number
    } else if hasBullet {
      (style, number, printed, contentStart) = (.bullet, nil, start..<start, start)
    } else {
      return nil
    }
  }

  private static func isBullet(_ sign: UInt32) -> Bool {
    switch sign {
    case 0x2D, 0x2A, 0x2B, 0x2022, 0xB7, 0x25CF, 0x25AA, 0x25E6, 0x2013, 0x25A0, 0x2043, 0xF0B7: true
    default: false
    }
  }

  private static func afterBullet(_ range: Range<Int>, in text: ByteText) -> Int {
    let (value, length) = text.scalar(at: range.lowerBound)
    guard isBullet(value) else { return range.lowerBound }
    let next = text.skippingSpaces(from: range.lowerBound + length, to: range.upperBound)
    // Round bullets often have no space after them; a dash or an asterisk without one is something else.
    let isRound = [0x2022, 0x25CF, 0x25AA, 0x25A0, 0xF0B7].contains(value)
    guard next < range.upperBound, isRound || next > range.lowerBound + length else { return range.lowerBound }
    return next
  }

  private typealias Parts = (Style, Int?, Range<Int>, Int)

  private static func numbered(_ range: Range<Int>, in text: ByteText, inReferences: Bool) -> Parts? {
    guard let (first, length) = range.isEmpty ? nil : text.scalar(at: range.lowerBound) else { return nil }
    if let number = CircledNumber.value(of: first) {
      let end = range.lowerBound + length
      return (.circled, number, range.lowerBound..<end, content(after: end, range, text))
    }
    var offset = range.lowerBound
    if first == 0x5C { offset += 1 }
    guard offset < range.upperBound else { return nil }
    let (open, openLength) = text.scalar(at: offset)
    let closer = Self.closers(of: open)
    if closer != nil { offset += openLength }
    if closer != nil, offset < range.upperBound, text.bytes[offset] == 0x5E { offset += 1 }
    let digits = digits(from: offset, to: range.upperBound, in: text)
    if let closer {
      let isRound = open == 0x28 || open == 0xFF08
      return bracketed(digits, closers: closer, isRound: isRound, range, text, inReferences: inReferences)
    }
    return marked(digits, range, text, inReferences: inReferences)
  }

  /// The brackets that close what a bracket opens; nil of any other sign. Asked of every line of a document.
  private static func closers(of open: UInt32) -> [UInt32]? {
    switch open {
    case 0x5B: [0x5D]
    case 0x3010: [0x3011]
    case 0xFF3B: [0xFF3D]
    case 0x3014: [0x3015]
    case 0x28, 0xFF08: [0x29, 0xFF09]
    default: nil
    }
  }

  /// At most six digits.
  private static func digits(from start: Int, to end: Int, in text: ByteText) -> Range<Int> {
    var offset = start
    while offset < end, offset - start < 7, (0x30...0x39).contains(text.bytes[offset]) { offset += 1 }
    return start..<offset
  }

  private static func value(_ digits: Range<Int>, in text: ByteText) -> Int? {
    guard (1...6).contains(digits.count) else { return nil }
    return text.bytes[digits].reduce(0) { $0 * 10 + Int($1 & 0xF) }
  }

  private static func bracketed(
    _ digits: Range<Int>, closers: [UInt32], isRound: Bool, _ range: Range<Int>, _ text: ByteText, inReferences: Bool
  ) -> Parts? {
    var printed = digits
    if digits.isEmpty {
      guard inReferences, !isRound, let key = key(from: digits.lowerBound, to: range.upperBound, closers, text) else {
        return nil
      }
      printed = key
    }
    var offset = text.skippingSpaces(from: printed.upperBound, to: range.upperBound)
    if offset < range.upperBound, text.bytes[offset] == 0x5C { offset += 1 }
    guard offset < range.upperBound, closers.contains(text.scalar(at: offset).value) else { return nil }
    offset += text.scalar(at: offset).length
    // A Markdown footnote or link reference: `[1]: …`.
    if !isRound, offset < range.upperBound, [0x3A, 0x2E].contains(text.bytes[offset]) { offset += 1 }
    let number = value(digits, in: text)
    guard number != nil || digits.isEmpty, !isRound || inReferences || !isYear(number) else { return nil }
    let style: Style = digits.isEmpty ? .key : isRound ? .parentheses : .bracket
    return (style, number, printed, content(after: offset, range, text))
  }

  /// `Smi20`: letters and digits, at least one of each.
  private static func key(from start: Int, to end: Int, _ closers: [UInt32], _ text: ByteText) -> Range<Int>? {
    var (offset, letters, digits) = (start, 0, 0)
    while offset < end, offset - start < 24 {
      switch text.bytes[offset] {
      case 0x30...0x39: digits += 1
      case 0x41...0x5A, 0x61...0x7A: letters += 1
      case 0x2B, 0x2D: break
      default: return letters > 0 && digits > 0 ? start..<offset : nil
      }
      offset += 1
    }
    return nil
  }

  private static func marked(_ digits: Range<Int>, _ range: Range<Int>, _ text: ByteText, inReferences: Bool) -> Parts? {
    guard let number = value(digits, in: text), digits.upperBound < range.upperBound else { return nil }
    var offset = digits.upperBound
    if text.bytes[offset] == 0x5C, offset + 1 < range.upperBound { offset += 1 }
    let (mark, length) = text.scalar(at: offset)
    let next = offset + length
    let followed = next >= range.upperBound || !text.scalar(at: next).value.isDigit
    switch mark {
    case 0x2E, 0xFF0E, 0x3001:
      guard followed, inReferences || number < 1900 else { return nil }
      return (.dot, number, digits, content(after: next, range, text))
    case 0x29, 0xFF09:
      // "2003) showed that": a callout by author and year that a line break cut.
      guard inReferences || !isYear(number) else { return nil }
      return (.parenthesis, number, digits, content(after: next, range, text))
    case 0x5D where inReferences, 0x3011 where inReferences: return (.bracket, number, digits, content(after: next, range, text))
    case _ where inReferences && mark.isSpace:
      return (.bare, number, digits, content(after: next, range, text))
    default: return nil
    }
  }

  private static func isYear(_ number: Int?) -> Bool { number.map { (1700...2099).contains($0) } ?? false }

  private static func content(after offset: Int, _ range: Range<Int>, _ text: ByteText) -> Int {
    text.skippingSpaces(from: offset, to: range.upperBound)
  }
}
