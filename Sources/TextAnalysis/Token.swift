/// A word, a number, a run of Chinese characters, or one mark, with its place.
public struct Token: Hashable, Sendable {
  public enum Kind: UInt8, Sendable {
    /// Letters of an alphabetic script, with digits after the first letter: `overall`, `IMbrave050`, `β`.
    case word
    /// Digits with at most one decimal mark and with thousands separators: `0.94`, `0·72`, `1,114`, `３３`.
    case number
    /// A run of ideographs, kana or hangul.
    case han
    /// Superscript digits and signs: `¹²`, `⁻³`.
    case superscript
    /// Any one other character; `symbol` tells which.
    case symbol
  }
  public var kind: Kind
  /// UTF-8 offset of the first byte.
  public var start: Int
  /// One past the last byte.
  public var end: Int
  /// For `symbol`: the character, folded so that half-width and full-width forms, dashes, tildes and quotes are one each; else 0.
  public var symbol: UInt32

  public init(kind: Kind, start: Int, end: Int, symbol: UInt32 = 0) {
    self.kind = kind
    self.start = start
    self.end = end
    self.symbol = symbol
  }

  public var range: Range<Int> { start..<end }

  /// Whether this is the given mark after folding. Write the ASCII form where one exists: `-` for every dash, `~` for every tilde, `(`, `,`, `:`.
  @inlinable public func isSymbol(_ scalar: Unicode.Scalar) -> Bool { kind == .symbol && symbol == scalar.value }
}
