/// Short pieces of bytes, all looked up in one pass over a text: a bit for each pair of bytes that begins one, then the pieces that begin
/// with that pair.
///
/// Most places of a text fall off at the bit, so the cost hardly depends on the number of pieces.
struct NeedleTable: Sendable {
  /// The pieces one behind the other.
  private let bytes: [UInt8]
  /// The pieces of each pair, in the order given; a piece of one byte stands under all pairs that begin with it.
  private let places: [Place]
  /// Bit `first << 8 | second`.
  private let pairs: [UInt64]
  /// For each word of `pairs` the number of bits in the words before it: with the bits before it in its word, a pair's number.
  private let pairsBefore: [Int32]
  /// `firstPlace[p]..<firstPlace[p + 1]`: the places of pair number p.
  private let firstPlace: [Int32]
  private let foldsCapitals: Bool

  private struct Place: Sendable {
    var needle: Int
    var start: Int
    var end: Int
  }

  /// Pieces of one byte or more; where capitals of ASCII are folded, pieces are in lower case.
  init(_ needles: [[UInt8]], foldingCapitals: Bool = false) {
    var bytes: [UInt8] = []
    var placesOfPair: [Int: [Place]] = [:]
    for (number, needle) in needles.enumerated() {
      guard let first = needle.first else { continue }
      let place = Place(needle: number, start: bytes.count, end: bytes.count + needle.count)
      bytes += needle
      for second in needle.count > 1 ? Int(needle[1])...Int(needle[1]) : 0...255 {
        placesOfPair[Int(first) << 8 | second, default: []].append(place)
      }
    }
    var (pairs, places) = ([UInt64](repeating: 0, count: 1024), [Place]())
    var firstPlace: [Int32] = [0]
    for (pair, own) in placesOfPair.sorted(by: { $0.key < $1.key }) {
      pairs[pair >> 6] |= 1 << UInt64(pair & 63)
      places += own
      firstPlace.append(Int32(places.count))
    }
    var count: Int32 = 0
    pairsBefore = pairs.map { word in
      defer { count += Int32(word.nonzeroBitCount) }
      return count
    }
    (self.bytes, self.places, self.firstPlace, self.pairs) = (bytes, places, firstPlace, pairs)
    foldsCapitals = foldingCapitals
  }

  /// Calls `found` for each piece that stands in a text, by place and at one place in the order given, until it returns false.
  ///
  /// `mayStart` is asked before the bytes are looked at. O(bytes), and the pieces that share two bytes with the text at a place.
  @inline(__always) func forEachMatch(
    in text: UnsafeBufferPointer<UInt8>, where mayStart: (Int) -> Bool, _ found: (_ needle: Int, _ range: Range<Int>) -> Bool
  ) {
    bytes.withUnsafeBufferPointer { bytes in
      pairs.withUnsafeBufferPointer { pairs in
        var second = text.isEmpty ? 0 : folded(text[0])
        for position in 0..<text.count {
          let first = second
          second = position + 1 < text.count ? folded(text[position + 1]) : 0
          guard mayStart(position) else { continue }
          let slot = Int(first) &<< 2 | Int(second) &>> 6
          let word = pairs[slot]
          let bit = UInt64(1) &<< UInt64(second & 63)
          guard word & bit != 0 else { continue }
          let pair = Int(pairsBefore[slot]) + (word & (bit - 1)).nonzeroBitCount
          for index in firstPlace[pair]..<firstPlace[pair + 1] {
            let place = places[Int(index)]
            let length = place.end - place.start
            guard position + length <= text.count else { continue }
            // The pair is equal already.
            var offset = min(length, 2)
            while offset < length, folded(text[position + offset]) == bytes[place.start + offset] { offset += 1 }
            if offset == length, !found(place.needle, position..<position + length) { return }
          }
        }
      }
    }
  }

  @inline(__always) private func folded(_ byte: UInt8) -> UInt8 {
    foldsCapitals && byte &- 0x41 < 26 ? byte | 0x20 : byte
  }
}
