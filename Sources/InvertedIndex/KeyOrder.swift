/// Sorts 64-bit keys by their bytes, the lowest first (radix sort), each pass keeping what the passes before it did.
enum KeyOrder {
  /// The places of the keys in ascending order, equal ones in the order of their places. O(n) for each byte in which keys differ.
  static func places(of keys: [UInt64]) -> [UInt32] {
    keys.withUnsafeBufferPointer { keys in
      let counts = counts(keys)
      var (places, spare) = ((0..<UInt32(keys.count)).map { $0 }, [UInt32](repeating: 0, count: keys.count))
      for byte in 0..<8 {
        let some = counts[256 * byte..<256 * (byte + 1)]
        if some.contains(keys.count) { continue }
        move(places, to: &spare, keys, byte, some)
        swap(&places, &spare)
      }
      return places
    }
  }

  /// For each byte of a key how often it has each value.
  private static func counts(_ keys: UnsafeBufferPointer<UInt64>) -> [Int] {
    var counts = [Int](repeating: 0, count: 8 * 256)
    counts.withUnsafeMutableBufferPointer { counts in
      for key in keys {
        for byte in 0..<8 { counts[256 &* byte &+ Int(truncatingIfNeeded: key &>> UInt64(8 &* byte) & 255)] &+= 1 }
      }
    }
    return counts
  }

  private static func move(
    _ places: [UInt32], to target: inout [UInt32], _ keys: UnsafeBufferPointer<UInt64>, _ byte: Int, _ counts: ArraySlice<Int>
  ) {
    var next: [Int] = []
    var sum = 0
    for count in counts {
      next.append(sum)
      sum += count
    }
    target.withUnsafeMutableBufferPointer { target in
      next.withUnsafeMutableBufferPointer { next in
        for place in places {
          let digit = Int(truncatingIfNeeded: keys[Int(place)] &>> UInt64(8 &* byte) & 255)
          target[next[digit]] = place
          next[digit] &+= 1
        }
      }
    }
  }
}
