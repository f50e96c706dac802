import InvertedIndex

/// Made-up sentences and an index of them: the same on every run. Words follow Zipf's law, as those of a language do.
struct MadeSentences {
  static let field: UInt8 = 0
  static let column: UInt8 = 0
  private static let vocabulary = 20_000
  let texts: [[UInt8]]

  init(count: Int) {
    var random = Steps(state: 6)
    texts = (0..<count).map { _ in
      let words = (0..<12 + Int(random.next() % 20)).map { _ in Self.word(Self.rank(&random)) }
      return Array(words.joined(separator: " ").utf8)
    }
  }

  /// Letters for a rank, the shorter the more frequent.
  static func word(_ rank: Int) -> String {
    var (rest, letters) = (rank + 26, "")
    while rest > 0 {
      letters.unicodeScalars.append(Unicode.Scalar(UInt8(97 + rest % 26)))
      rest /= 26
    }
    return letters
  }

  /// A rank whose probability falls as its inverse: the vocabulary to the power of an even number between 0 and 1.
  private static func rank(_ random: inout Steps) -> Int {
    var (low, high, share) = (1.0, Double(vocabulary), Double(random.next() >> 11) / Double(1 << 53))
    // Halving on the scale of logarithms, since there is no logarithm without Foundation.
    while high - low > 0.5 {
      let middle = (low * high).squareRoot()
      share *= 2
      if share >= 1 {
        share -= 1
        low = middle
      } else {
        high = middle
      }
    }
    return Int(low) - 1
  }

  /// A segment of all sentences, words at their places.
  func builder() -> SegmentBuilder {
    let builder = SegmentBuilder(schema: Self.schema)
    for (number, text) in texts.enumerated() {
      text.withUnsafeBytes { bytes in
        var (position, start): (UInt32, Int) = (0, 0)
        for end in 0...bytes.count where end == bytes.count || bytes[end] == 0x20 {
          builder.add(UnsafeRawBufferPointer(rebasing: bytes[start..<end]), field: Self.field, position: position)
          (position, start) = (position + 1, end + 1)
        }
      }
      builder.add(Double(number % 1000), column: Self.column)
      builder.endPassage(externalID: UInt64(number + 1))
    }
    return builder
  }

  func snapshot() throws -> IndexSnapshot {
    let directory = MemoryDirectory()
    return try IndexSnapshot([try builder().write(to: directory, name: "made")], schema: Self.schema, in: directory)
  }

  private static let schema = IndexSchema(fields: [.init("text")], columns: ["number"])
}

/// Knuth's MMIX generator, the high bits turned down.
private struct Steps {
  var state: UInt64
  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ state >> 33
  }
}
