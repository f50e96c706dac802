extension NameTrie {
  struct Match {
    var concept: Int
    var range: Range<Int>
  }

  /// The longest name at each place where one begins, from left to right.
  func matches(in utf8: [UInt8]) -> [Match] {
    var result: [Match] = []
    var position = 0
    while position < utf8.count {
      if let match = longestMatch(in: utf8, at: position) {
        result.append(match)
        position = match.range.upperBound
      } else {
        position = nextStart(in: utf8, after: position)
      }
    }
    return result
  }

  /// The next place where a name can begin: the next word, or the next character that is not ASCII.
  private func nextStart(in utf8: [UInt8], after position: Int) -> Int {
    var cursor = position
    if isWordByte(utf8[cursor]) {
      while cursor < utf8.count, isWordByte(utf8[cursor]) { cursor += 1 }
    } else {
      cursor += 1
    }
    while cursor < utf8.count, utf8[cursor] & 0xC0 == 0x80 { cursor += 1 }
    return cursor
  }

  private func longestMatch(in utf8: [UInt8], at start: Int) -> Match? {
    guard start + 1 < utf8.count, isNameStart(in: utf8, at: start) else { return nil }
    var walk = Walk(start: start)
    guard walk.takeByte(of: utf8), walk.takeGap(of: utf8), walk.takeByte(of: utf8) else { return nil }
    var node = root(walk.first, walk.byte)
    var best: Match?
    while node >= 0 {
      if hasEnding(at: node), let match = match(at: node, walk, in: utf8) { best = match }
      guard walk.length < Self.longestName, walk.takeGap(of: utf8), walk.takeByte(of: utf8) else { break }
      node = child(of: node, walk.byte)
    }
    return best
  }

  /// The first name that ends at a node and agrees with the text in gaps, case and word boundary.
  private func match(at node: Int32, _ walk: Walk, in utf8: [UInt8]) -> Match? {
    guard let end = wordEnd(in: utf8, at: walk.position) else { return nil }
    for ending in endings(at: node) where walk.gaps & ~ending.gaps == 0 {
      if ending.exactCase, walk.capitals != ending.capitals { continue }
      return Match(concept: Int(ending.concept), range: walk.start..<end)
    }
    return nil
  }

  /// Where the word that stands before `end` ends, a plural s included; nil inside a word.
  private func wordEnd(in utf8: [UInt8], at end: Int) -> Int? {
    guard end < utf8.count, isWordByte(utf8[end - 1]) else { return end }
    if !continuesWord(utf8[end]) { return end }
    let isPlural = utf8[end] == 0x73 && (end + 1 == utf8.count || !continuesWord(utf8[end + 1]))
    return isPlural && !isDigit(utf8[end - 1]) ? end + 1 : nil
  }

  private func isNameStart(in utf8: [UInt8], at start: Int) -> Bool {
    let byte = utf8[start]
    guard byte < 0x80 else { return true }
    guard isWordByte(byte) else { return false }
    guard start > 0 else { return true }
    if utf8[start - 1] < 0x80 { return !isWordByte(utf8[start - 1]) }
    // A letter with an accent before: two bytes, the first of them C3 to CA, is Latin.
    return start < 2 || !(0xC3...0xCA).contains(utf8[start - 2]) || utf8[start - 1] & 0xC0 != 0x80
  }
}

/// A reading of a text byte by byte, folded as names are.
private struct Walk {
  let start: Int
  /// The next byte of the text.
  var position: Int
  var length = 0
  var first: UInt8 = 0
  var byte: UInt8 = 0
  var gaps: UInt64 = 0
  var capitals: UInt64 = 0

  init(start: Int) {
    self.start = start
    position = start
  }

  @inline(__always) mutating func takeByte(of utf8: [UInt8]) -> Bool {
    guard position < utf8.count else { return false }
    byte = utf8[position]
    if isCapital(byte) {
      capitals |= 1 << UInt64(length)
      byte |= 0x20
    }
    if length == 0 { first = byte }
    length += 1
    position += 1
    return true
  }

  /// Passes over at most two spaces or dashes; between two Chinese characters (a wrapped cell) they do not count as a gap.
  @inline(__always) mutating func takeGap(of utf8: [UInt8]) -> Bool {
    guard position < utf8.count else { return false }
    var cursor = position
    for _ in 0..<2 where cursor < utf8.count {
      let gap = gapLength(in: utf8, at: cursor)
      if gap == 0 { break }
      cursor += gap
    }
    guard cursor > position else { return true }
    guard cursor < utf8.count, length < NameTrie.longestName else { return false }
    if byte < 0x80 || utf8[cursor] < 0x80 { gaps |= 1 << UInt64(length) }
    position = cursor
    return true
  }
}

@inline(__always) private func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
@inline(__always) private func isWordByte(_ byte: UInt8) -> Bool { isDigit(byte) || (byte | 0x20) &- 0x61 < 26 }
/// Letters and digits of ASCII, and the first byte of an accented Latin or Greek letter.
@inline(__always) private func continuesWord(_ byte: UInt8) -> Bool {
  isWordByte(byte) || (0xC3...0xCF).contains(byte) || byte == 0x5F
}
