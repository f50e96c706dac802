/// 128 integers of equal width, in four lanes (the layout of SIMD-BP128, Lemire and Boytsov 2015).
///
/// Integer i lies in lane i mod 4. A lane is a stream of 32-bit words in which its 32 integers follow each other, low bits first;
/// the words of the four lanes alternate. A block of width w takes 16·w bytes.
enum BlockPacking {
  static let length = 128
  typealias Lanes = SIMD4<UInt32>

  static func byteCount(width: Int) -> Int { 16 * width }

  /// How many bits the largest value needs.
  static func width(of values: some Sequence<UInt32>) -> Int {
    32 - values.reduce(0, |).leadingZeroBitCount
  }

  /// Appends 128 values; each must fit in `width` bits.
  static func pack(_ values: UnsafeBufferPointer<UInt32>, width: Int, into output: inout [UInt8]) {
    precondition(values.count == length, "a block holds 128 values, not \(values.count)")
    var words = [Lanes](repeating: .zero, count: width + 1)
    for group in 0..<32 {
      let lanes = Lanes(values[4 * group], values[4 * group + 1], values[4 * group + 2], values[4 * group + 3])
      let (word, shift) = (group * width / 32, UInt32(group * width % 32))
      words[word] |= lanes &<< Lanes(repeating: shift)
      if Int(shift) + width > 32 { words[word + 1] |= lanes &>> Lanes(repeating: 32 - shift) }
    }
    for word in words.prefix(width) {
      for lane in 0..<4 { output.append(integer: word[lane]) }
    }
  }

  /// Reads 128 values of at most 32 bits. `source` has `byteCount(width:)` readable bytes, `output` room for 128 values.
  @inline(__always)
  static func unpack(_ source: UnsafeRawPointer, width: Int, into output: UnsafeMutablePointer<UInt32>) {
    let target = UnsafeMutableRawPointer(output)
    forEachGroup(source, width: width) { group, lanes in
      target.storeBytes(of: lanes, toByteOffset: 16 * group, as: Lanes.self)
    }
  }

  /// Reads 128 gaps, each one less than the difference to the value before, and writes the values; the first follows `base`.
  /// Sums wrap around. Returns the largest value.
  @inline(__always)
  static func unpackSums(
    _ source: UnsafeRawPointer, width: Int, base: UInt32, into output: UnsafeMutablePointer<UInt32>
  ) -> UInt32 {
    let target = UnsafeMutableRawPointer(output)
    var carry = Lanes(repeating: base)
    var largest = Lanes.zero
    let one = Lanes(repeating: 1)
    forEachGroup(source, width: width) { group, lanes in
      var sums = lanes &+ one
      sums = sums &+ Lanes(0, sums[0], sums[1], sums[2])
      sums = sums &+ Lanes(0, 0, sums[0], sums[1])
      sums = sums &+ carry
      carry = Lanes(repeating: sums[3])
      largest.replace(with: sums, where: sums .> largest)
      target.storeBytes(of: sums, toByteOffset: 16 * group, as: Lanes.self)
    }
    return largest.max()
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
