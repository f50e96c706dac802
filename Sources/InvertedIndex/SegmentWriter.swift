/// Writes a segment whose passages are known and whose terms come in order: the common end of building and merging.
struct SegmentWriter: ~Copyable {
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
    guard let field = key.first, term.documents.count > 0 else { return }
    let hasPositions = schema.fields[Int(field)].hasPositions
    term.turnIntoGaps()
    let start = (postings: postings.postings.count, positions: postings.positions.count)
    try dictionary.append(key: key, postingsStart: start.postings, positionsStart: start.positions)
    if term.documents.count == 1 {
      dictionary.inline(
        document: term.documents[0], frequency: term.frequencies[0] + 1, positions: UnsafeBufferPointer(term.positions.values),
        hasPositions: hasPositions)
    } else {
      try postings.append(term, lengths: lengths.codes[Int(field)])
      dictionary.describe(
        documents: term.documents.count, postingsLength: postings.postings.count - start.postings,
        positionsLength: postings.positions.count - start.positions, hasPositions: hasPositions)
    }
  }

  /// The file; `texts` is the section of stored texts, nil where the schema stores none.
  func finish(texts: [UInt8]? = nil) -> [UInt8] {
    var small: [(FileFormat.Section, [UInt8])] = [
      (.schema, schemaSection()), (.externalIDs, ExternalIDs.encode(externalIDs)), (.lengths, lengths.encode()),
      (.dictionary, dictionary.finish()), (.columns, ColumnValues.section(columns, passageCount: externalIDs.count)),
    ]
    if let texts { small.append((.texts, texts)) }
    // Beside the head, which every question reads.
    if let samples = dictionary.finishSamples() { small.insert((.dictionarySamples, samples), at: 1) }
    let bytes = small.reduce(postings.postings.count + postings.positions.count) { $0 + $1.1.count }
    var file = FileAssembly(.segment, sections: small.count + 2, bytes: bytes)
    for (id, section) in small { section.withUnsafeBytes { file.append(id, $0) } }
    file.append(.postings, UnsafeRawBufferPointer(postings.postings.values))
    file.append(.positions, UnsafeRawBufferPointer(postings.positions.values))
    return file.finish()
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
    bytes.append(schema.storesText ? 1 : 0)
    return bytes
  }
}
