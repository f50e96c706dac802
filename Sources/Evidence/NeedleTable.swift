/// Short pieces of bytes, all looked up in one pass over a text: a bit for each pair of bytes that begins one, then the pieces with that
/// first byte.
///
/// Most places of a text fall off at the bit, so the cost hardly depends on the number of pieces.
struct NeedleTable: Sendable {
  /// The pieces one behind the other, those of one first byte together, in the order given.
  private let bytes: [UInt8]
  private let places: [Place]
  /// `firstPlace[b]..<firstPlace[b + 1]`: the places of the pieces that begin with byte b.
  private let firstPlace: [Int]
  /// Bit `first << 8 | second`.
  private let pairs: [UInt64]
  private let foldsCapitals: Bool

  private struct Place: Sendable {
    var needle: Int
    var start: Int
    var end: Int
  }

  /// Pieces of one byte or more; where capitals of ASCII are folded, pieces are in lower case.
  init(_ needles: [[UInt8]], foldingCapitals: Bool = false) {
    var bytes: [UInt8] = []
    var places: [Place] = []
    var firstPlace: [Int] = []
    var pairs = [UInt64](repeating: 0, count: 1024)
    for first in 0..<256 {
      firstPlace.append(places.count)
      for (number, needle) in needles.enumerated() where needle.first.map(Int.init) == first {
        places.append(Place(needle: number, start: bytes.count, end: bytes.count + needle.count))
        bytes += needle
        for second in needle.count > 1 ? Int(needle[1])...Int(needle[1]) : 0...255 {
          pairs[(first << 8 | second) >> 6] |= 1 << UInt64(second & 63)
        }
      }
    }
    firstPlace.append(places.count)
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
        for position in 0..<text.count where mayStart(position) {
          let first = folded(text[position])
          let second = position + 1 < text.count ? folded(text[position + 1]) : 0
          guard pairs[Int(first) << 2 | Int(second) >> 6] >> UInt64(second & 63) & 1 == 1 else { continue }
          for index in firstPlace[Int(first)]..<firstPlace[Int(first) + 1] {
            let place = places[index]
            let length = place.end - place.start
            guard position + length <= text.count else { continue }
            var offset = 1
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
