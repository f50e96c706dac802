/// The values of one numeric column, gathered for writing. Drawn in docs/index-format.md.
struct ColumnValues {
  private(set) var documents: [UInt32] = []
  private(set) var values: [Double] = []

  /// Passages come in ascending order.
  mutating func append(_ value: Double, document: UInt32) {
    documents.append(document)
    values.append(value)
  }

  /// The section of all columns: for each its row, then the columns.
  static func section(_ columns: [ColumnValues], passageCount: Int) -> [UInt8] {
    var rows: [UInt8] = []
    var bodies: [UInt8] = []
    for column in columns {
      let body = column.encode(documentWidth: NumericColumn.documentWidth(passageCount))
      rows.append(integer: UInt64(NumericColumn.rowLength * columns.count + bodies.count))
      rows.append(integer: UInt64(column.values.count))
      rows.append(integer: UInt64(body.scale))
      bodies += body.bytes
    }
    return rows + bodies
  }

  /// Sorted by value and then by passage.
  private func encode(documentWidth: Int) -> (bytes: [UInt8], scale: UInt8) {
    let (integers, scale) = Self.scaled(values) ?? (values.map { NumericColumn.ordered($0) }, NumericColumn.unscaled)
    let order = Self.order(integers)
    var bytes = Self.blocks(order.map { integers[Int($0)] })
    order.map { documents[Int($0)] }.withUnsafeBufferPointer { RowPacking.pack($0, width: documentWidth, into: &bytes) }
    return (bytes, scale)
  }

  /// The places of the integers in ascending order, equal ones in the order of their places.
  private static func order(_ integers: [UInt64]) -> [UInt32] {
    guard let least = integers.min(), let most = integers.max() else { return [] }
    if most - least <= UInt64(UInt32.max) {
      return integers.enumerated().map { ($0.element - least) << 32 | UInt64($0.offset) }.sorted()
        .map { UInt32(truncatingIfNeeded: $0) }
    }
    return integers.indices.sorted { (integers[$0], $0) < (integers[$1], $1) }.map { UInt32($0) }
  }

  /// All values as whole multiples of a power of ten, if they are, and that power.
  private static func scaled(_ values: [Double]) -> (integers: [UInt64], scale: UInt8)? {
    for scale in 0...NumericColumn.largestScale {
      let integers = values.compactMap { NumericColumn.integer($0, scale: scale) }
      if integers.count == values.count { return (integers, scale) }
    }
    return nil
  }

  /// Ascending integers in blocks of 128: the rows of all blocks, then the values.
  private static func blocks(_ integers: [UInt64]) -> [UInt8] {
    var rows: [UInt8] = []
    var values: [UInt8] = []
    for start in stride(from: 0, to: integers.count, by: NumericColumn.blockLength) {
      let block = integers[start..<min(start + NumericColumn.blockLength, integers.count)]
      let (first, last) = (block[block.startIndex], block[block.endIndex - 1])
      let needed = 64 - (last &- first).leadingZeroBitCount
      let width = needed > 56 ? 64 : needed
      rows.append(integer: first)
      rows.append(integer: UInt64(values.count) | UInt64(width) << 56)
      block.map { $0 &- first }.withUnsafeBufferPointer { RowPacking.pack($0, width: width, into: &values) }
    }
    return rows + values
  }
}
