/// The external ids of a segment's passages, packed in blocks of 128.
///
///     rows    n×16  base 8 · offset of the values in the section 6 · width 2
///     values        id = base + place in the block + value, modulo 2⁶⁴
///
/// Ids that follow each other without gaps take no bits beyond the rows. Widths above 56 are written as 64.
struct ExternalIDs {
  static let rowLength = 16
  private let section: UnsafeRawBufferPointer
  let count: Int

  init?(_ section: UnsafeRawBufferPointer, count: Int) {
    guard count >= 0, Self.blockCount(count) <= section.count / Self.rowLength else { return nil }
    self.section = section
    self.count = count
  }

  private static func blockCount(_ count: Int) -> Int { count / 128 + (count % 128 == 0 ? 0 : 1) }

  /// The id of a passage; 0 for a place outside a damaged section.
  subscript(_ ordinal: Int) -> UInt64 {
    guard ordinal >= 0, ordinal < count, let start = section.baseAddress else { return 0 }
    var row = ByteReader(section, at: ordinal / 128 * Self.rowLength)
    let (base, place) = (row.integer(UInt64.self), row.integer(UInt64.self))
    let (offset, width, index) = (Int(place & 0xFFFF_FFFF_FFFF), Int(place >> 48), ordinal % 128)
    guard width <= 64, offset <= section.count - RowPacking.byteCount(index + 1, width: width) else { return 0 }
    let value = width > 56 ? wide(offset + 8 * index) : RowPacking.value(start + offset, at: index, width: width)
    return base &+ UInt64(index) &+ value
  }

  private func wide(_ offset: Int) -> UInt64 {
    var reader = ByteReader(section, at: offset)
    return reader.integer(UInt64.self)
  }

  /// The passage of an id where ids ascend. O(log n).
  func ordinal(of id: UInt64) -> Int? {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < id { low = middle + 1 } else { high = middle }
    }
    return low < count && self[low] == id ? low : nil
  }

  static func encode(_ ids: [UInt64]) -> [UInt8] {
    var rows: [UInt8] = []
    var values: [UInt8] = []
    let start = blockCount(ids.count) * rowLength
    for first in stride(from: 0, to: ids.count, by: 128) {
      let rest = ids[first..<min(first + 128, ids.count)].enumerated().map { $0.element &- UInt64($0.offset) }
      let base = rest.min() ?? 0
      let needed = 64 - rest.reduce(0) { $0 | ($1 &- base) }.leadingZeroBitCount
      let width = needed > 56 ? 64 : needed
      rows.append(integer: base)
      rows.append(integer: UInt64(start + values.count) | UInt64(width) << 48)
      rest.map { $0 &- base }.withUnsafeBufferPointer { RowPacking.pack($0, width: width, into: &values) }
    }
    return rows + values
  }
}
