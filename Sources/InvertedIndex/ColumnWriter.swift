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
    let order = KeyOrder.places(of: integers)
    var bytes = PlainBuffer<UInt8>()
    Self.writeBlocks(order.map { integers[Int($0)] }, to: &bytes)
    order.map { documents[Int($0)] }.withUnsafeBufferPointer { RowPacking.pack($0, width: documentWidth, into: &bytes) }
    return (bytes.array, scale)
  }

  /// All values as whole multiples of a power of ten, if they are, and that power.
  private static func scaled(_ values: [Double]) -> (integers: [UInt64], scale: UInt8)? {
    for scale in 0...NumericColumn.largestScale {
      if let integers = integers(values, scale: scale) { return (integers, scale) }
    }
    return nil
  }

  private static func integers(_ values: [Double], scale: UInt8) -> [UInt64]? {
    var integers: [UInt64] = []
    integers.reserveCapacity(values.count)
    for value in values {
      guard let integer = NumericColumn.integer(value, scale: scale) else { return nil }
      integers.append(integer)
    }
    return integers
  }

  /// Ascending integers in blocks of 128: the rows of all blocks, then the values.
  private static func writeBlocks(_ integers: [UInt64], to bytes: inout PlainBuffer<UInt8>) {
    var values = PlainBuffer<UInt8>()
    for start in stride(from: 0, to: integers.count, by: NumericColumn.blockLength) {
      let block = integers[start..<min(start + NumericColumn.blockLength, integers.count)]
      let (first, last) = (block[block.startIndex], block[block.endIndex - 1])
      let needed = 64 - (last &- first).leadingZeroBitCount
      let width = needed > 56 ? 64 : needed
      bytes.append(integer: first)
      bytes.append(integer: UInt64(values.count) | UInt64(width) << 56)
      block.map { $0 &- first }.withUnsafeBufferPointer { RowPacking.pack($0, width: width, into: &values) }
    }
    bytes.append(contentsOf: values.values)
  }
}
