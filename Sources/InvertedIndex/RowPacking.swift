/// Any number of integers of equal width, one after the other, low bits first: each can be read without the others.
enum RowPacking {
  @inline(__always)
  static func byteCount(_ count: Int, width: Int) -> Int { (count &* width &+ 7) / 8 }

  /// Appends the low `width` bits of each value; 0…64.
  static func pack<Value: FixedWidthInteger & UnsignedInteger>(
    _ values: UnsafeBufferPointer<Value>, width: Int, into output: inout [UInt8]
  ) {
    guard width > 0 else { return }
    let mask = UInt64.max >> UInt64(64 - width)
    var pending: UInt64 = 0
    var filled = 0
    for value in values {
      let value = UInt64(truncatingIfNeeded: value) & mask
      pending |= value &<< UInt64(filled)
      filled &+= width
      guard filled >= 64 else { continue }
      output.append(integer: pending)
      filled &-= 64
      pending = filled == 0 ? 0 : value &>> UInt64(width &- filled)
    }
    for _ in 0..<(filled + 7) / 8 {
      output.append(UInt8(truncatingIfNeeded: pending))
      pending >>= 8
    }
  }

  /// Appends values with the exceptions before them.
  static func pack(
    _ values: UnsafeBufferPointer<UInt32>, _ widths: PatchedWidths, placeWidth: Int, into output: inout [UInt8]
  ) {
    packExceptions(values, widths, placeWidth: placeWidth, into: &output)
    pack(values, width: widths.width, into: &output)
  }

  /// Appends the exceptions alone.
  static func packExceptions(
    _ values: UnsafeBufferPointer<UInt32>, _ widths: PatchedWidths, placeWidth: Int, into output: inout [UInt8]
  ) {
    guard widths.exceptions > 0 else { return }
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: PatchedWidths.mostExceptions) { room in
      var count = 0
      for (place, value) in values.enumerated() where UInt64(value) >> UInt64(widths.width) > 0 {
        room[count] = UInt64(place) | (UInt64(value) >> UInt64(widths.width)) << UInt64(placeWidth)
        count += 1
      }
      pack(UnsafeBufferPointer(rebasing: UnsafeBufferPointer(room)[..<count]), width: placeWidth + widths.extra, into: &output)
    }
  }

  /// The value at `index`, of at most 56 bits. Eight bytes from the value's first must be readable: the trailer of every file sees to it.
  @inline(__always)
  static func value(_ source: UnsafeRawPointer, at index: Int, width: Int) -> UInt64 {
    let bit = index &* width
    let word = UInt64(littleEndian: source.loadUnaligned(fromByteOffset: bit &>> 3, as: UInt64.self))
    return (word &>> UInt64(bit & 7)) & ((1 &<< UInt64(width)) &- 1)
  }

  /// Adds the high bits of exceptions to values already read. Places are taken modulo 128.
  @inline(__always)
  static func patch(_ values: UnsafeMutablePointer<UInt32>, _ widths: PatchedWidths, from source: UnsafeRawPointer) {
    let entryWidth = PatchedWidths.placeWidth &+ widths.extra
    for index in 0..<widths.exceptions {
      let entry = value(source, at: index, width: entryWidth)
      let high = UInt32(truncatingIfNeeded: (entry &>> 7) &<< UInt64(widths.width))
      values[Int(entry & 127)] |= high
    }
  }
}
