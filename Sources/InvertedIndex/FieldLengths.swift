/// The lengths of every field in every passage, as gathered for writing.
struct FieldLengths {
  /// For each field of the schema a length code a passage; empty for a field without length normalisation.
  private(set) var codes: [[UInt8]]
  /// The exact sum of a field's lengths, and the number of passages that have it.
  private(set) var totals: [(length: UInt64, passages: UInt64)]
  private let normalised: [Bool]

  init(schema: IndexSchema) {
    codes = Array(repeating: [], count: schema.fields.count)
    totals = Array(repeating: (0, 0), count: schema.fields.count)
    normalised = schema.fields.map(\.isLengthNormalised)
  }

  /// The lengths of the next passage, one for each field.
  mutating func append(_ lengths: UnsafeMutableBufferPointer<UInt32>) {
    for (field, length) in lengths.enumerated() {
      if normalised[field] { codes[field].append(LengthCode.encode(Int(length))) }
      guard length > 0 else { continue }
      totals[field].length += UInt64(length)
      totals[field].passages += 1
    }
  }

  /// A passage's codes copied from another segment.
  mutating func append(code: UInt8, field: Int) {
    if normalised[field] { codes[field].append(code) }
  }

  mutating func add(length: UInt64, passages: UInt64, field: Int) {
    totals[field].length += length
    totals[field].passages += passages
  }

  /// For each field the sum 8, the passages 8 and the offset of its codes 8 (0 for none); then the codes.
  func encode() -> [UInt8] {
    var directory: [UInt8] = []
    var bodies: [UInt8] = []
    for (field, total) in totals.enumerated() {
      let isKept = normalised[field] && total.passages > 0
      directory.append(integer: total.length)
      directory.append(integer: total.passages)
      directory.append(integer: isKept ? UInt64(24 * totals.count + bodies.count) : 0)
      if isKept { bodies += codes[field] }
    }
    return directory + bodies
  }
}
