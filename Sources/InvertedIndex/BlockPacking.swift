/// 128 integers of equal width, in four lanes (the layout of SIMD-BP128, Lemire and Boytsov 2015).
///
/// Integer i lies in lane i mod 4. A lane is a stream of 32-bit words in which its 32 integers follow each other, low bits first;
/// the words of the four lanes alternate. A block of width w takes 16·w bytes.
enum BlockPacking {
  static let length = 128
  typealias Lanes = SIMD4<UInt32>

  static func byteCount(width: Int) -> Int { 16 * width }

  /// Appends the low `width` bits of 128 values.
  static func pack(_ values: UnsafePointer<UInt32>, width: Int, into output: inout [UInt8]) {
    guard width > 0 else { return }
    withUnsafeTemporaryAllocation(of: Lanes.self, capacity: 33) { words in
      words.initialize(repeating: .zero)
      let mask = Lanes(repeating: UInt32.max >> UInt32(32 - width))
      for group in 0..<32 {
        let place = 4 &* group
        let lanes = Lanes(values[place], values[place &+ 1], values[place &+ 2], values[place &+ 3]) & mask
        let (word, shift) = ((group &* width) &>> 5, UInt32((group &* width) & 31))
        words[word] |= lanes &<< Lanes(repeating: shift)
        if Int(shift) &+ width > 32 { words[word &+ 1] |= lanes &>> Lanes(repeating: 32 &- shift) }
      }
      output.append(contentsOf: UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(words)[..<byteCount(width: width)]))
    }
  }

  /// Reads 128 values of at most 32 bits. `source` has `byteCount(width:)` readable bytes, `output` room for 128 values.
  @inline(__always)
  static func unpack(_ source: UnsafeRawPointer, width: Int, into output: UnsafeMutablePointer<UInt32>) {
    let target = UnsafeMutableRawPointer(output)
    forEachGroup(source, width: width) { group, lanes in
      target.storeBytes(of: lanes, toByteOffset: 16 &* group, as: Lanes.self)
    }
  }

  /// Reads 128 gaps, each one less than the difference to the value before, and writes the values; the first follows `base`.
  /// Sums wrap around.
  @inline(__always)
  static func unpackSums(
    _ source: UnsafeRawPointer, width: Int, base: UInt32, into output: UnsafeMutablePointer<UInt32>
  ) {
    let target = UnsafeMutableRawPointer(output)
    var carry = Lanes(repeating: base)
    forEachGroup(source, width: width) { group, lanes in
      target.storeBytes(of: sums(lanes, &carry), toByteOffset: 16 &* group, as: Lanes.self)
    }
  }

  /// Turns 128 gaps into values where they stand, as `unpackSums` does.
  @inline(__always)
  static func sum(_ values: UnsafeMutablePointer<UInt32>, base: UInt32) {
    let target = UnsafeMutableRawPointer(values)
    var carry = Lanes(repeating: base)
    for group in 0..<32 {
      let lanes = target.load(fromByteOffset: 16 &* group, as: Lanes.self)
      target.storeBytes(of: sums(lanes, &carry), toByteOffset: 16 &* group, as: Lanes.self)
    }
  }

  @inline(__always)
  private static func sums(_ gaps: Lanes, _ carry: inout Lanes) -> Lanes {
    var sums = gaps &+ Lanes(repeating: 1)
    sums = sums &+ Lanes(0, sums[0], sums[1], sums[2])
    sums = sums &+ Lanes(0, 0, sums[0], sums[1])
    sums = sums &+ carry
    carry = Lanes(repeating: sums[3])
    return sums
  }

  @inline(__always)
  private static func forEachGroup(_ source: UnsafeRawPointer, width: Int, _ body: (Int, Lanes) -> Void) {
    guard width > 0 else {
      for group in 0..<32 { body(group, .zero) }
      return
    }
    let mask = Lanes(repeating: UInt32.max >> UInt32(32 - width))
    for group in 0..<32 {
      let bit = group &* width
      let (word, shift) = (bit &>> 5, UInt32(truncatingIfNeeded: bit & 31))
      var lanes = load(source, word) &>> Lanes(repeating: shift)
      if Int(shift) &+ width > 32 { lanes |= load(source, word &+ 1) &<< Lanes(repeating: 32 &- shift) }
      body(group, lanes & mask)
    }
  }

  @inline(__always)
  private static func load(_ source: UnsafeRawPointer, _ word: Int) -> Lanes {
    source.loadUnaligned(fromByteOffset: 16 &* word, as: Lanes.self)
  }
}
