/// Writes a segment whose passages are known and whose terms come in order: the common end of building and merging.
struct SegmentWriter {
  let schema: IndexSchema
  private let externalIDs: [UInt64]
  private let lengths: FieldLengths
  private let columns: [ColumnValues]
  private var postings = PostingsWriter()
  private var dictionary = DictionaryWriter()

  init(schema: IndexSchema, externalIDs: [UInt64], lengths: FieldLengths, columns: [ColumnValues]) {
    self.schema = schema
    self.externalIDs = externalIDs
    self.lengths = lengths
    self.columns = columns
  }

  /// Appends the next term. `key` is the field's number and the term's bytes; keys ascend.
  mutating func append(key: UnsafeRawBufferPointer, _ term: inout TermOccurrences) throws(IndexError) {
    guard let field = key.first, !term.documents.isEmpty else { return }
    let hasPositions = schema.fields[Int(field)].hasPositions
    term.turnIntoGaps()
    let start = (postings: postings.postings.count, positions: postings.positions.count)
    try dictionary.append(key: key, postingsStart: start.postings, positionsStart: start.positions)
    if term.documents.count == 1 {
      dictionary.inline(
        document: term.documents[0], frequency: term.frequencies[0] + 1, positions: term.positions, hasPositions: hasPositions)
    } else {
      try postings.append(term, lengths: lengths.codes[Int(field)])
      dictionary.describe(
        documents: term.documents.count, postingsLength: postings.postings.count - start.postings,
        positionsLength: postings.positions.count - start.positions, hasPositions: hasPositions)
    }
  }

  func finish() -> [UInt8] {
    FileFormat.file(
      .segment,
      [
        (.schema, schemaSection()), (.externalIDs, ExternalIDs.encode(externalIDs)), (.lengths, lengths.encode()),
        (.dictionary, dictionary.finish()), (.postings, postings.postings), (.positions, postings.positions),
        (.columns, ColumnValues.section(columns, passageCount: externalIDs.count)),
      ])
  }

  private func schemaSection() -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.append(integer: UInt64(externalIDs.count))
    bytes.append(zip(externalIDs, externalIDs.dropFirst()).allSatisfy { $0 < $1 } ? 1 : 0)
    bytes.append(varint: UInt64(schema.fields.count))
    for field in schema.fields {
      bytes.append(string: field.name)
      bytes.append((field.hasPositions ? 1 : 0) | (field.isLengthNormalised ? 2 : 0))
    }
    bytes.append(varint: UInt64(schema.columns.count))
    for column in schema.columns { bytes.append(string: column) }
    return bytes
  }
}
