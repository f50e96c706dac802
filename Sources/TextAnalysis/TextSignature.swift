/// What words and what characters of Chinese a text may hold: a bit for the `TokenKey` of each word, and a bit for each Chinese character and
/// each pair of neighbours.
///
/// A list of phrases looks at the bits of its own phrases, and falls off most sentences without a walk over their tokens. A bit that is not set
/// says that a word does not stand in the text; one that is set says that it may.
public struct TextSignature: Sendable {
  /// So few tokens are walked over faster than their signature is made.
  static let fewestTokens = 12
  private static let words = TokenKey.limit / 64

  /// The bits of words, then, where there are any, those of Chinese characters; empty where everything may stand.
  @usableFromInline let bits: [UInt64]
  @usableFromInline let hasHan: Bool

  /// O(tokens, and bytes of Chinese).
  init(_ tokens: [Token], keys: [UInt16], in utf8: UnsafeBufferPointer<UInt8>) {
    guard tokens.count >= Self.fewestTokens else {
      (bits, hasHan) = ([], false)
      return
    }
    let hasHan = keys.contains(TokenKey.han)
    self.hasHan = hasHan
    let count = hasHan ? 2 * Self.words : Self.words
    bits = [UInt64](unsafeUninitializedCapacity: count) { bits, filled in
      bits.initialize(repeating: 0)
      filled = count
      for key in keys { bits[Int(key >> 6)] |= 1 << UInt64(key & 63) }
      guard hasHan else { return }
      for index in tokens.indices where keys[index] == TokenKey.han {
        Self.forEachCharacter(in: UnsafeBufferPointer(rebasing: utf8[tokens[index].range])) { probe in
          bits[Self.words + probe >> 6] |= 1 << UInt64(probe & 63)
        }
      }
    }
  }

  /// Calls `found` with the numbers of each character of three bytes and of each two neighbours.
  private static func forEachCharacter(in run: UnsafeBufferPointer<UInt8>, _ found: (Int) -> Void) {
    var (start, before) = (0, -1)
    while start < run.count {
      guard run[start] & 0xF0 == 0xE0, start + 2 < run.count else {
        (start, before) = (start + 1, -1)
        continue
      }
      let character = TokenKey.character(run[start + 1], run[start + 2])
      found(probe(character))
      if before >= 0 { found(probe(before, character)) }
      (start, before) = (start + 3, character)
    }
  }

  /// The bit of a character, by its `TokenKey.character`.
  public static func probe(_ character: Int) -> Int { character }

  /// The bit of two neighbours.
  public static func probe(_ first: Int, _ second: Int) -> Int {
    Int(
      truncatingIfNeeded: (UInt32(truncatingIfNeeded: first) &* 0x9E37_79B1 ^ UInt32(truncatingIfNeeded: second) &* 0x85EB_CA6B)
        >> 20)
  }

  /// Whether any word of some keys may stand in the text. O(keys).
  @inlinable public func mayHold(anyWordOf keys: [UInt16]) -> Bool {
    bits.isEmpty || keys.contains { bits[Int($0 &>> 6)] &>> UInt64($0 & 63) & 1 == 1 }
  }

  /// Whether any character or pair of some probes may stand in a run of Chinese of the text. O(probes).
  @inlinable public func mayHold(anyOf probes: [UInt16]) -> Bool {
    if bits.isEmpty { return true }
    guard hasHan else { return false }
    let half = bits.count / 2
    return probes.contains { bits[half &+ Int($0 &>> 6)] &>> UInt64($0 & 63) & 1 == 1 }
  }
}
