import Literature

/// A text and its tokens: what every recogniser, the sentence splitter and the index read.
///
/// Lexing is one pass over the bytes, O(n), and never fails: bytes that are not UTF-8 become marks.
public struct LexedText: Sendable {
  public let utf8: [UInt8]
  public let tokens: [Token]

  public init(_ utf8: [UInt8]) {
    self.utf8 = utf8
    tokens = utf8.withUnsafeBufferPointer { bytes in
      var lexer = Lexer(bytes: bytes)
      return lexer.run()
    }
  }

  public init(_ text: String) { self.init(Array(text.utf8)) }

  public var count: Int { tokens.count }

  /// The characters of a token as they stand.
  public func string(_ index: Int) -> String { string(tokens[index].range) }
  public func string(_ range: Range<Int>) -> String { String(decoding: utf8[range], as: UTF8.self) }

  /// The characters of a token in lower case.
  public func lowercased(_ index: Int) -> String { string(index).lowercased() }

  /// Whether a token is this word; `word` is lower-case ASCII, the text's case does not matter. No allocation.
  public func isWord(_ index: Int, _ word: StaticString) -> Bool {
    guard tokens.indices.contains(index), tokens[index].kind == .word else { return false }
    return equalsIgnoringCase(tokens[index].range, word)
  }

  /// Whether a token is this mark, after folding (see `Token.symbol`). False outside the text.
  public func isSymbol(_ index: Int, _ scalar: Unicode.Scalar) -> Bool {
    tokens.indices.contains(index) && tokens[index].isSymbol(scalar)
  }

  public func isNumber(_ index: Int) -> Bool { tokens.indices.contains(index) && tokens[index].kind == .number }

  /// Whether white space (or the start of the text) precedes a token.
  public func hasGap(before index: Int) -> Bool { index == 0 || tokens[index - 1].end < tokens[index].start }

  /// The value of a number token, without sign.
  public func number(_ index: Int) -> PrintedNumber? {
    isNumber(index) ? PrintedNumber(string(index)) : nil
  }

  /// Whether a Han token ends, begins, or contains a word. Bytes are compared, so `word` is Chinese as printed.
  public func hanHasSuffix(_ index: Int, _ word: StaticString) -> Bool {
    tokens.indices.contains(index) && tokens[index].kind == .han
      && hasBytes(word, endingAt: tokens[index].end, from: tokens[index].start)
  }
  public func hanHasPrefix(_ index: Int, _ word: StaticString) -> Bool {
    guard tokens.indices.contains(index), tokens[index].kind == .han else { return false }
    let token = tokens[index]
    return token.start + word.utf8CodeUnitCount <= token.end
      && hasBytes(word, endingAt: token.start + word.utf8CodeUnitCount, from: token.start)
  }

  /// The first token that starts at or after a byte offset; `count` if none. O(log n).
  public func firstToken(at offset: Int) -> Int { tokens.partitionPoint { $0.start >= offset } }

  private func equalsIgnoringCase(_ range: Range<Int>, _ word: StaticString) -> Bool {
    guard range.count == word.utf8CodeUnitCount else { return false }
    return word.withUTF8Buffer { expected in
      for (offset, byte) in expected.enumerated() {
        var actual = utf8[range.lowerBound + offset]
        if (0x41...0x5A).contains(actual) { actual |= 0x20 }
        if actual != byte { return false }
      }
      return true
    }
  }

  private func hasBytes(_ word: StaticString, endingAt end: Int, from start: Int) -> Bool {
    let begin = end - word.utf8CodeUnitCount
    guard begin >= start else { return false }
    return word.withUTF8Buffer { expected in utf8[begin..<end].elementsEqual(expected) }
  }
}
