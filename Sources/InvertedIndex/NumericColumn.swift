/// The values of one column of a segment, sorted by value, with the passage of each. Drawn in docs/index-format.md.
///
/// Values are kept as ascending integers: whole multiples of a power of ten where all values are that, else the doubles' bits in an order
/// that follows their size.
struct NumericColumn {
  static let rowLength = 24
  static let blockLength = 128
  static let blockRowLength = 16
  static let largestScale: UInt8 = 6
  /// The scale of a column whose integers are the bits of doubles.
  static let unscaled: UInt8 = 255

  let count: Int
  private let start: UnsafeRawPointer
  private let scale: UInt8
  private let blockCount: Int
  /// Where the values and the passages begin, from `start`.
  private let valuesStart: Int
  private let documentsStart: Int
  private let documentWidth: Int

  /// Nil where the column does not fit in the section. Reads the last block's row, the rest is bounded by it where it is read.
  init?(_ section: UnsafeRawBufferPointer, offset: UInt64, count: UInt64, scale: UInt64, passageCount: Int) {
    guard offset <= UInt64(section.count), count <= UInt64(UInt32.max), let base = section.baseAddress,
      scale <= UInt64(Self.largestScale) || scale == UInt64(Self.unscaled)
    else { return nil }
    self.count = Int(count)
    self.scale = UInt8(scale)
    start = base + Int(offset)
    blockCount = (self.count + Self.blockLength - 1) / Self.blockLength
    valuesStart = Self.blockRowLength * blockCount
    documentWidth = Self.documentWidth(passageCount)
    let room = section.count - Int(offset)
    guard valuesStart <= room else { return nil }
    var valueBytes = 0
    if blockCount > 0 {
      let last = Self.row(start, blockCount - 1)
      guard last.offset <= room else { return nil }
      valueBytes = last.offset + RowPacking.byteCount((self.count - 1) % Self.blockLength + 1, width: min(last.width, 64))
    }
    documentsStart = valuesStart + valueBytes
    guard documentsStart + RowPacking.byteCount(self.count, width: documentWidth) <= room else { return nil }
  }

  /// Bits for the number of a passage.
  static func documentWidth(_ passageCount: Int) -> Int { Int.bitWidth - max(0, passageCount - 1).leadingZeroBitCount }

  private static func row(_ start: UnsafeRawPointer, _ block: Int) -> (first: UInt64, offset: Int, width: Int) {
    let first = UInt64(littleEndian: start.loadUnaligned(fromByteOffset: blockRowLength * block, as: UInt64.self))
    let place = UInt64(littleEndian: start.loadUnaligned(fromByteOffset: blockRowLength * block + 8, as: UInt64.self))
    return (first, Int(place & 0xFF_FFFF_FFFF_FFFF), Int(place >> 56))
  }

  /// A value as an integer, 0 for one that lies outside a damaged column; integers of one column are ordered as its values are.
  private func integer(_ index: Int) -> UInt64 {
    let row = Self.row(start, index / Self.blockLength)
    let place = index % Self.blockLength
    guard row.width <= 64, row.offset + RowPacking.byteCount(place + 1, width: row.width) <= documentsStart - valuesStart else {
      return 0
    }
    let source = start + valuesStart + row.offset
    if row.width > 56 {
      return row.first &+ UInt64(littleEndian: source.loadUnaligned(fromByteOffset: 8 * place, as: UInt64.self))
    }
    return row.first &+ RowPacking.value(source, at: place, width: row.width)
  }

  func value(_ index: Int) -> Double { Self.value(integer(index), scale: scale) }

  /// May lie beyond the passages of a damaged segment.
  @inline(__always)
  func document(_ index: Int) -> UInt32 {
    UInt32(truncatingIfNeeded: RowPacking.value(start + documentsStart, at: index, width: documentWidth))
  }

  /// The places of the values within a range. O(log n).
  func indices(in range: Query.NumericRange) -> Range<Int> {
    let low: Int
    switch range.lower {
    case .none: low = 0
    case .including(let bound): low = first { $0 >= bound }
    case .excluding(let bound): low = first { $0 > bound }
    }
    let high: Int
    switch range.upper {
    case .none: high = count
    case .including(let bound): high = bound.isNaN ? 0 : first { $0 > bound }
    case .excluding(let bound): high = bound.isNaN ? 0 : first { $0 >= bound }
    }
    return low..<max(low, high)
  }

  /// Halves the blocks by their first values, then the values of one block.
  private func first(where isAbove: (Double) -> Bool) -> Int {
    var (low, high) = (0, blockCount)
    while low < high {
      let middle = (low + high) / 2
      if isAbove(Self.value(Self.row(start, middle).first, scale: scale)) { high = middle } else { low = middle + 1 }
    }
    (low, high) = (max(0, low - 1) * Self.blockLength, min(count, low * Self.blockLength))
    while low < high {
      let middle = (low + high) / 2
      if isAbove(value(middle)) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  // MARK: Integers for doubles

  private static let powers: [Double] = [1, 10, 100, 1000, 1e4, 1e5, 1e6]
  private static let sign: UInt64 = 1 << 63

  /// The value times a power of ten, moved up by 2⁶³, where that is whole and gives the value back to the last bit.
  static func integer(_ value: Double, scale: UInt8) -> UInt64? {
    let scaled = (value * powers[Int(scale)]).rounded()
    guard abs(scaled) < 0x1p53, (scaled / powers[Int(scale)]).bitPattern == value.bitPattern else { return nil }
    return UInt64(bitPattern: Int64(scaled)) ^ sign
  }

  /// The bits of a double, turned so that they are ordered as the doubles are.
  static func ordered(_ value: Double) -> UInt64 {
    value.bitPattern & sign == 0 ? value.bitPattern ^ sign : ~value.bitPattern
  }

  private static func value(_ integer: UInt64, scale: UInt8) -> Double {
    guard scale == unscaled else { return Double(Int64(bitPattern: integer ^ sign)) / powers[Int(scale)] }
    return Double(bitPattern: integer & sign == 0 ? ~integer : integer ^ sign)
  }
}
