extension NameTrie {
  struct Match {
    var concept: Int
    var range: Range<Int>
  }

  /// The longest name at each place where one begins, from left to right.
  func matches(in utf8: [UInt8]) -> [Match] {
    utf8.withUnsafeBufferPointer { text in
      bytes.withUnsafeBufferPointer { bytes in
        childStart.withUnsafeBufferPointer { childStart in
          isRoot.withUnsafeBufferPointer { isRoot in
            rootLetters.withUnsafeBufferPointer { rootLetters in
              NameTrieMatcher(
                trie: self, utf8: text, bytes: bytes, childStart: childStart, isRoot: isRoot, rootLetters: rootLetters
              ).matches
            }
          }
        }
      }
    }
  }
}

/// One run over a text: the arrays of the trie and the text without their bounds checks, which cost more than the look-ups.
private struct NameTrieMatcher {
  let trie: NameTrie
  let utf8: UnsafeBufferPointer<UInt8>
  let bytes: UnsafeBufferPointer<UInt8>
  let childStart: UnsafeBufferPointer<Int32>
  let isRoot: UnsafeBufferPointer<UInt64>
  let rootLetters: UnsafeBufferPointer<UInt32>

  var matches: [NameTrie.Match] {
    var result: [NameTrie.Match] = []
    var position = 0
    while position < utf8.count {
      if let match = longestMatch(at: position) {
        result.append(match)
        position = match.range.upperBound
      } else {
        position = nextStart(after: position)
      }
    }
    return result
  }

  /// The next place where a name can begin: the next word, or the next character that is not ASCII.
  private func nextStart(after position: Int) -> Int {
    var cursor = position
    if isWordByte(utf8[cursor]) {
      while cursor < utf8.count, isWordByte(utf8[cursor]) { cursor += 1 }
    } else {
      cursor += 1
    }
    while cursor < utf8.count, utf8[cursor] & 0xC0 == 0x80 { cursor += 1 }
    return cursor
  }

  private func longestMatch(at start: Int) -> NameTrie.Match? {
    guard start + 1 < utf8.count, isNameStart(start) else { return nil }
    var walk = Walk(start: start)
    guard walk.takeByte(of: utf8), walk.takeGap(of: utf8), walk.takeByte(of: utf8) else { return nil }
    let pair = Int(walk.first) << 8 | Int(walk.byte)
    guard isRoot[pair >> 6] >> UInt64(pair & 63) & 1 == 1 else { return nil }
    var node = trie.root(pair)
    var best: NameTrie.Match?
    while node >= 0 {
      if trie.firstEnding[Int(node)] >= 0, let match = match(at: node, walk) { best = match }
      guard walk.length < NameTrie.longestName, walk.takeGap(of: utf8), walk.takeByte(of: utf8) else { break }
      node = child(of: node, walk.byte)
    }
    return best
  }

  @inline(__always) private func child(of node: Int32, _ byte: UInt8) -> Int32 {
    // Most words of a text fall off at their third letter.
    if node < rootLetters.count, byte &- 0x61 < 26, rootLetters[Int(node)] >> UInt32(byte &- 0x61) & 1 == 0 { return -1 }
    var child = childStart[Int(node)]
    let end = childStart[Int(node) + 1]
    while child < end {
      if bytes[Int(child)] == byte { return child }
      child += 1
    }
    return -1
  }

  /// The first name that ends at a node and agrees with the text in gaps, case and word boundary.
  private func match(at node: Int32, _ walk: Walk) -> NameTrie.Match? {
    guard let end = wordEnd(at: walk.position) else { return nil }
    var index = trie.firstEnding[Int(node)]
    while index >= 0 {
      let ending = trie.endings[Int(index)]
      if walk.gaps & ~ending.gaps == 0, !ending.exactCase || walk.capitals == ending.capitals {
        return NameTrie.Match(concept: Int(ending.concept), range: walk.start..<end)
      }
      index = ending.next
    }
    return nil
  }

  /// Where the word that stands before `end` ends, a plural s included; nil inside a word.
  private func wordEnd(at end: Int) -> Int? {
    guard end < utf8.count, isWordByte(utf8[end - 1]) else { return end }
    if !continuesWord(utf8[end]) { return end }
    let isPlural = utf8[end] == 0x73 && (end + 1 == utf8.count || !continuesWord(utf8[end + 1]))
    return isPlural && !isDigit(utf8[end - 1]) ? end + 1 : nil
  }

  private func isNameStart(_ start: Int) -> Bool {
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

  @inline(__always) mutating func takeByte(of utf8: UnsafeBufferPointer<UInt8>) -> Bool {
    guard position < utf8.count else { return false }
    byte = utf8[position]
    if isCurlyApostrophe(in: utf8, at: position) {
      byte = 0x27
      position += 2
    } else if isCapital(byte) {
      capitals |= 1 << UInt64(length)
      byte |= 0x20
    }
    if length == 0 { first = byte }
    length += 1
    position += 1
    return true
  }

  /// Passes over at most two spaces or dashes; between two Chinese characters (a wrapped cell) they do not count as a gap.
  @inline(__always) mutating func takeGap(of utf8: UnsafeBufferPointer<UInt8>) -> Bool {
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
@inline(__always) func isWordByte(_ byte: UInt8) -> Bool { isDigit(byte) || (byte | 0x20) &- 0x61 < 26 }
/// Letters and digits of ASCII, and the first byte of an accented Latin or Greek letter.
@inline(__always) private func continuesWord(_ byte: UInt8) -> Bool {
  isWordByte(byte) || (0xC3...0xCF).contains(byte) || byte == 0x5F
}
