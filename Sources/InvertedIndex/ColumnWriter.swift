/// The values of one numeric column: by passage, and by value. Drawn in docs/index-format.md.
struct ColumnValues {
  private(set) var documents: [UInt32] = []
  private(set) var values: [Double] = []

  /// Passages come in ascending order.
  mutating func append(_ value: Double, document: UInt32) {
    documents.append(document)
    values.append(value)
  }

  /// For each entry, sorted by value and then by place: value 8, passage 4. First all values, then all passages.
  func encode() -> [UInt8] {
    let order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(12 * order.count)
    for index in order { bytes.append(integer: values[index].bitPattern) }
    for index in order { bytes.append(integer: documents[index]) }
    return bytes
  }

  /// The section of all columns: for each its offset 8 and count 8, then the columns.
  static func section(_ columns: [ColumnValues]) -> [UInt8] {
    var directory: [UInt8] = []
    var bodies: [UInt8] = []
    for column in columns {
      directory.append(integer: UInt64(16 * columns.count + bodies.count))
      directory.append(integer: UInt64(column.values.count))
      bodies += column.encode()
    }
    return directory + bodies
  }
}
