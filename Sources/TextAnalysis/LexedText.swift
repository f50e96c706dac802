import Literature

/// A text and its tokens: what every recogniser, the sentence splitter and the index read.
///
/// Lexing is one pass over the bytes, O(n), and never fails: bytes that are not UTF-8 become marks.
///
/// A class, as every reader of a text carries it along: a struct of three arrays would count three references at each step.
public final class LexedText: Sendable {
  public let utf8: [UInt8]
  public let tokens: [Token]
  /// A `TokenKey` for each token.
  public let keys: [UInt16]
  @usableFromInline let readings = SharedReadings()

  public init(_ utf8: [UInt8]) {
    self.utf8 = utf8
    (tokens, keys) = utf8.withUnsafeBufferPointer { bytes in
      var lexer = Lexer(bytes: bytes)
      let tokens = lexer.run()
      return (tokens, tokens.map { TokenKey.of($0, in: bytes) })
    }
  }

  private init(utf8: [UInt8], tokens: [Token], keys: [UInt16]) { (self.utf8, self.tokens, self.keys) = (utf8, tokens, keys) }

  /// A stretch that begins and ends with tokens, as lexing its bytes alone gives it. O(tokens of the stretch).
  ///
  /// - Parameter bytes: those of the stretch.
  public func part(_ range: Range<Int>, bytes: [UInt8]) -> LexedText {
    let first = firstToken(at: range.lowerBound)
    guard first < count, !looksBack(first) else { return LexedText(bytes) }
    var own: [Token] = []
    own.reserveCapacity(bytes.count / 4 + 2)
    let stretch = tokens[first...].prefix(while: { $0.end <= range.upperBound })
    for token in stretch {
      // Whether a blank parts thousands is told by what stands on both sides.
      if token.kind == .number, mayPartThousands(token, after: own.last.map { $0.end + range.lowerBound }) {
        return LexedText(bytes)
      }
      own.append(
        Token(
          kind: token.kind, start: token.start - range.lowerBound, end: token.end - range.lowerBound, symbol: token.symbol))
    }
    return LexedText(utf8: bytes, tokens: own, keys: Array(keys[stretch.indices]))
  }

  /// Whether what stands before a token may have had a say in where it ends: `.05`, `PFS15.8`.
  private func looksBack(_ index: Int) -> Bool {
    let token = tokens[index]
    let isBeforeNumber = isNumber(index + 1) && !hasGap(before: index + 1)
    switch token.kind {
    case .number: return utf8[token.start] &- 0x30 >= 10
    case .word, .symbol: return isBeforeNumber
    case .han, .superscript: return false
    }
  }

  /// Whether a number holds a blank, or stands one blank after what may be another.
  private func mayPartThousands(_ number: Token, after last: Int?) -> Bool {
    if let last, number.start - last <= 2, number.start > last, utf8[last - 1] &- 0x30 < 10 { return true }
    return utf8[number.range].contains { $0 == 0x20 || $0 == 0xA0 }
  }

  public convenience init(_ text: String) { self.init(Array(text.utf8)) }

  /// A reading of the whole text that several readers share, made once; see `SharedReadings`.
  @inlinable public func once<Value: Sendable>(_ kind: Any.Type, _ make: () -> Value) -> Value { readings.reading(kind, make) }

  public var count: Int { tokens.count }

  /// The characters of a token as they stand.
  public func string(_ index: Int) -> String { string(tokens[index].range) }
  public func string(_ range: Range<Int>) -> String { String(decoding: utf8[range], as: UTF8.self) }

  /// The characters of a token in lower case.
  public func lowercased(_ index: Int) -> String {
    utf8.withUnsafeBufferPointer { String.lowercased(utf8: UnsafeBufferPointer(rebasing: $0[tokens[index].range])) }
  }

  /// Whether a token is this word; `word` is lower-case ASCII, the text's case does not matter. No allocation.
  @inlinable public func isWord(_ index: Int, _ word: StaticString) -> Bool {
    guard index >= 0, index < tokens.count else { return false }
    let token = tokens[index]
    // Most words differ in length, and are told apart without a call.
    guard token.kind == .word, token.end - token.start == word.utf8CodeUnitCount else { return false }
    return equalsIgnoringCase(token.start, word)
  }

  /// Whether a token is this mark, after folding (see `Token.symbol`). False outside the text.
  @inlinable public func isSymbol(_ index: Int, _ scalar: Unicode.Scalar) -> Bool {
    tokens.indices.contains(index) && tokens[index].isSymbol(scalar)
  }

  @inlinable public func isNumber(_ index: Int) -> Bool { tokens.indices.contains(index) && tokens[index].kind == .number }

  /// Whether white space (or the start of the text) precedes a token. True outside the text.
  @inlinable public func hasGap(before index: Int) -> Bool {
    guard index > 0, index < tokens.count else { return true }
    return tokens[index - 1].end < tokens[index].start
  }

  /// The value of a number token, without sign.
  public func number(_ index: Int) -> PrintedNumber? {
    guard isNumber(index) else { return nil }
    return utf8.withUnsafeBufferPointer { PrintedNumber(utf8: UnsafeBufferPointer(rebasing: $0[tokens[index].range])) }
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

  /// Whether the bytes from `start` on are those of a word as long as theirs.
  @usableFromInline func equalsIgnoringCase(_ start: Int, _ word: StaticString) -> Bool {
    word.withUTF8Buffer { expected in
      utf8.withUnsafeBufferPointer { bytes in
        for offset in expected.indices {
          let actual = bytes[start + offset]
          if (actual &- 0x41 < 26 ? actual | 0x20 : actual) != expected[offset] { return false }
        }
        return true
      }
    }
  }

  private func hasBytes(_ word: StaticString, endingAt end: Int, from start: Int) -> Bool {
    let begin = end - word.utf8CodeUnitCount
    guard begin >= start else { return false }
    return word.withUTF8Buffer { expected in utf8[begin..<end].elementsEqual(expected) }
  }
}
