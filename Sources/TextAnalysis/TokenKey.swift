/// A number of twelve bits for a token, by which a list of words or phrases rejects most tokens of a text with one look at a table.
///
/// Words that differ in case only have one key; two words may share one, so a match is still to be compared byte by byte.
public enum TokenKey {
  /// Of numbers, marks and superscripts: no word begins there.
  public static let none: UInt16 = 0
  /// Of words with letters outside ASCII, whose lower case is not told by their bytes.
  public static let foreign: UInt16 = 1
  /// Of runs of Han characters: a word may begin within.
  public static let han: UInt16 = 2
  /// One more than the greatest.
  public static let limit = 4096

  /// O(bytes of the token).
  static func of(_ token: Token, in bytes: UnsafeBufferPointer<UInt8>) -> UInt16 {
    switch token.kind {
    case .word: return word(UnsafeBufferPointer(rebasing: bytes[token.range]))
    case .han: return han
    case .number, .superscript, .symbol: return none
    }
  }

  /// The key of a word's bytes, in either case. O(bytes).
  @inlinable public static func word(_ bytes: some Sequence<UInt8>) -> UInt16 {
    // FNV-1a, folded to the range above the three keys that mean something.
    var hash: UInt32 = 2_166_136_261
    for byte in bytes {
      guard byte < 0x80 else { return foreign }
      hash = (hash ^ UInt32(byte &- 0x41 < 26 ? byte | 0x20 : byte)) &* 16_777_619
    }
    return UInt16(truncatingIfNeeded: (hash ^ hash >> 15) % UInt32(limit - 3)) + 3
  }

  /// The key of a character of three bytes, most of Han: from its last two.
  @inlinable public static func character(_ second: UInt8, _ third: UInt8) -> Int { Int(second & 0x3F) << 6 | Int(third & 0x3F) }
}
