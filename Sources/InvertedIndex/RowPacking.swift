/// Any number of integers of equal width, one after the other, low bits first: each can be read without the others.
enum RowPacking {
  static func byteCount(_ count: Int, width: Int) -> Int { (count * width + 7) / 8 }

  /// Appends values; each must fit in `width` bits.
  static func pack(_ values: some Sequence<UInt64>, width: Int, into output: inout [UInt8]) {
    var pending: UInt64 = 0
    var filled = 0
    for value in values {
      pending |= value << UInt64(filled)
      let used = 64 - filled
      filled += width
      if filled >= 64 {
        output.append(integer: pending)
        filled -= 64
        pending = used < 64 ? value >> UInt64(used) : 0
      }
    }
    for _ in 0..<(filled + 7) / 8 {
      output.append(UInt8(truncatingIfNeeded: pending))
      pending >>= 8
    }
  }

  /// The value at `index`, of at most 56 bits. Eight bytes from the value's first must be readable: the trailer of every file sees to it.
  @inline(__always)
  static func value(_ source: UnsafeRawPointer, at index: Int, width: Int) -> UInt64 {
    let bit = index &* width
    let word = UInt64(littleEndian: source.loadUnaligned(fromByteOffset: bit &>> 3, as: UInt64.self))
    return (word &>> UInt64(bit & 7)) & ((1 &<< UInt64(width)) &- 1)
  }
}
