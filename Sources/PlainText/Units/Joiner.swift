import Literature

/// Joins the lines of a paragraph: Chinese without a space, words with one, hyphenated words whole.
struct Joiner {
  let text: ByteText
  /// Whether this document prints a space between Chinese characters and Latin letters.
  private let spacesLatin: Bool
  private let words: WordList

  init(text: ByteText, lines: [Line]) {
    self.text = text
    spacesLatin = Self.printsSpaceBesideLatin(text)
    let hasHyphens = lines.contains { line in
      text.bytes[line.range.upperBound - 1] == 0x2D && line.range.count > 1
    }
    words = hasHyphens ? WordList(text) : WordList()
  }

  /// The ranges as one flow. Each range is trimmed; O(total length).
  func flow(_ ranges: [Range<Int>]) -> FlowText {
    var flow = FlowText()
    var joiner = ""
    for (place, range) in ranges.enumerated() {
      guard place + 1 < ranges.count else {
        flow.append(range, of: text.bytes, joiner: joiner)
        break
      }
      let (end, next) = seam(range, ranges[place + 1])
      flow.append(range.lowerBound..<end, of: text.bytes, joiner: joiner)
      joiner = next
    }
    return flow
  }

  /// Where the left part ends (before a hyphen that only broke the word) and what goes between.
  private func seam(_ left: Range<Int>, _ right: Range<Int>) -> (end: Int, joiner: String) {
    guard let (last, lastLength) = text.scalar(before: left.upperBound, from: left.lowerBound), !right.isEmpty else {
      return (left.upperBound, "")
    }
    let first = text.scalar(at: right.lowerBound).value
    if last == 0xAD { return (left.upperBound - lastLength, "") }
    if URLBreak.continues(left, right, in: text) { return (left.upperBound, "") }
    if last == 0x2D || last == 0x2010 { return hyphenSeam(left, right, hyphenLength: lastLength) }
    return (left.upperBound, needsSpace(last, first) ? " " : "")
  }

  private func needsSpace(_ last: UInt32, _ first: UInt32) -> Bool {
    if last.isHan || first.isHan {
      if last.isHan && first.isHan { return false }
      let other = last.isHan ? first : last
      if other.isLatinLetter || other.isDigit { return spacesLatin }
      // Half-width marks are followed by a space in such text, and never preceded by one.
      return first.isHan && [0x2C, 0x3B, 0x3A, 0x2E].contains(last) && spacesLatin
    }
    if last.isWide || first.isWide { return false }
    if last == 0x2013 || last == 0x2014 || last == 0x2F { return false }
    return true
  }

  private func hyphenSeam(_ left: Range<Int>, _ right: Range<Int>, hyphenLength: Int) -> (Int, String) {
    let end = left.upperBound
    guard let before = text.scalar(before: end - hyphenLength, from: left.lowerBound)?.value, !before.isSpace else {
      return (end, " ")
    }
    let first = text.scalar(at: right.lowerBound).value
    guard before.isLatinLetter, first.isLowercase else { return (end, "") }
    return keepsHyphen(left.lowerBound..<end - hyphenLength, right) ? (end, "") : (end - hyphenLength, "")
  }

  private static let hyphenated: Set<String> = [
    "non", "anti", "post", "pre", "self", "long", "short", "high", "low", "well", "meta", "co", "ex", "cross", "follow", "two",
    "three",
    "one", "first", "second", "third", "disease", "event", "progression", "recurrence", "double", "single", "open", "evidence",
    "up", "all",
    "time", "health", "quality", "end", "large", "small", "early", "late", "multi", "dose", "age", "risk",
  ]

  /// The document itself decides: the word printed elsewhere with or without the hyphen; else words that often carry one.
  private func keepsHyphen(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
    var start = left.upperBound
    while start > left.lowerBound, WordList.isLetter(text.bytes[start - 1]) { start -= 1 }
    var end = right.lowerBound
    while end < right.upperBound, WordList.isLetter(text.bytes[end]) { end += 1 }
    let (head, tail) = (text.bytes[start..<left.upperBound], text.bytes[right.lowerBound..<end])
    if words.contains(head + tail) { return false }
    if words.contains(head + [0x2D] + tail) { return true }
    return Self.hyphenated.contains(text.folded(start..<left.upperBound))
  }

  private static func printsSpaceBesideLatin(_ text: ByteText) -> Bool {
    var (spaced, tight, offset) = (0, 0, 0)
    let end = min(text.bytes.count, 1 << 20)
    while offset < end {
      let (value, length) = text.scalar(at: offset)
      offset += length
      guard value.isHan, offset + 1 < text.bytes.count else { continue }
      let (next, after) = (UInt32(text.bytes[offset]), UInt32(text.bytes[offset + 1]))
      if next == 0x20, after < 0x80, after.isDigit || after.isLatinLetter { spaced += 1 }
      if next < 0x80, next.isDigit || next.isLatinLetter { tight += 1 }
    }
    return spaced > tight
  }
}

/// The words of a document by hash, as printed and with their hyphens.
struct WordList {
  private var hashes: Set<UInt64> = []

  init() {}

  init(_ text: ByteText) {
    var start = 0
    for offset in 0...text.bytes.count {
      if offset < text.bytes.count, Self.isLetter(text.bytes[offset]) || text.bytes[offset] == 0x2D { continue }
      if offset - start > 2, offset - start < 64 { hashes.insert(Self.hash(text.bytes[start..<offset])) }
      start = offset + 1
    }
  }

  static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte >= 0xC3 && byte < 0xE0 || byte & 0xC0 == 0x80
  }

  func contains(_ word: ArraySlice<UInt8>) -> Bool { hashes.contains(Self.hash(word)) }

  /// FNV-1a over lower-case bytes.
  private static func hash(_ word: ArraySlice<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in word { hash = (hash ^ UInt64((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)) &* 0x100_0000_01B3 }
    return hash
  }
}
