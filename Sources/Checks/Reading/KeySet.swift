import TextAnalysis

/// A set of `TokenKey`s: one bit each.
struct KeySet: Sendable {
  private var bits = [UInt64](repeating: 0, count: TokenKey.limit / 64)

  init() {}

  /// - Parameter words: in lower case, of ASCII letters.
  init(_ words: some Sequence<String>) {
    for word in words { insert(Int(TokenKey.word(word.utf8))) }
  }

  mutating func insert(_ key: Int) { bits[key >> 6] |= 1 << UInt64(key & 63) }
  mutating func insertAll() { bits = bits.map { _ in .max } }

  /// Ascending.
  var keys: [Int] {
    bits.indices.flatMap { word -> [Int] in
      var (rest, found) = (bits[word], [Int]())
      while rest != 0 {
        found.append(word << 6 | rest.trailingZeroBitCount)
        rest &= rest - 1
      }
      return found
    }
  }

  func contains(_ key: Int) -> Bool { bits[key >> 6] >> UInt64(key & 63) & 1 == 1 }
}
