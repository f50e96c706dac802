/// Gathers passages in memory and writes them as one segment.
///
/// Memory: 8 bytes an occurrence while gathering, 16 while finishing, beside the terms themselves; see `memoryUse`.
public struct SegmentBuilder {
  private let schema: IndexSchema
  private var terms = TermTable()
  private var occurrencesOfTerm: [UInt32] = []
  /// Term number in the high half, position in the low half, passage after passage.
  private var log: [UInt64] = []
  private var logStarts: [Int] = [0]
  private var externalIDs: [UInt64] = []
  private var lengths: FieldLengths
  private var columns: [ColumnValues]
  private var passageLengths: [UInt32]

  public init(schema: IndexSchema) {
    self.schema = schema
    lengths = FieldLengths(schema: schema)
    columns = Array(repeating: ColumnValues(), count: schema.columns.count)
    passageLengths = Array(repeating: 0, count: schema.fields.count)
  }

  /// The number of passages added.
  public var count: Int { externalIDs.count }

  /// Bytes held, and about as many more will be needed to finish.
  public var memoryUse: Int { terms.memoryUse + 8 * log.capacity + 8 * externalIDs.capacity + 4 * occurrencesOfTerm.capacity }

  /// Adds a passage. Amortised O(occurrences). A field or column that the schema does not have is the caller's mistake.
  public mutating func add(_ passage: IndexedPassage) {
    let document = UInt32(externalIDs.count)
    precondition(document < UInt32.max - 1, "a segment holds fewer than 2³² passages")
    for index in passageLengths.indices { passageLengths[index] = 0 }
    passage.bytes.withUnsafeBytes { bytes in
      for occurrence in passage.occurrences { add(occurrence, bytes) }
    }
    for number in passage.numbers { columns[Int(number.column)].append(number.value, document: document) }
    lengths.append(passageLengths)
    externalIDs.append(passage.externalID)
    logStarts.append(log.count)
  }

  private mutating func add(_ occurrence: IndexedPassage.Occurrence, _ bytes: UnsafeRawBufferPointer) {
    precondition(Int(occurrence.field) < passageLengths.count, "the schema has no field \(occurrence.field)")
    let range = Int(occurrence.start)..<Int(occurrence.start) + Int(occurrence.length)
    let number = terms.number(field: occurrence.field, UnsafeRawBufferPointer(rebasing: bytes[range]))
    if number == occurrencesOfTerm.count { occurrencesOfTerm.append(0) }
    occurrencesOfTerm[number] += 1
    passageLengths[Int(occurrence.field)] += 1
    log.append(UInt64(number) << 32 | UInt64(occurrence.position))
  }

  /// The bytes of the segment file. O(occurrences + terms · log terms).
  public func finish() throws(IndexError) -> [UInt8] {
    var writer = SegmentWriter(schema: schema, externalIDs: externalIDs, lengths: lengths, columns: columns)
    let (starts, documents, positions) = grouped()
    var gathered = TermOccurrences()
    for number in terms.sortedNumbers() {
      try terms.withKey(number) { key throws(IndexError) in
        let range = starts[number]..<starts[number + 1]
        let hasPositions = schema.fields[Int(key[0])].hasPositions
        gathered.gather(documents[range], positions[range], hasPositions: hasPositions)
        try writer.append(key: key, &gathered)
      }
    }
    return writer.finish()
  }

  /// Writes the segment durably; it is not visible to anyone until a catalogue lists it.
  public func write(to directory: some IndexDirectory, name: String) throws(IndexError) -> SegmentReference {
    let reference = SegmentReference(name: name)
    try directory.write(reference.segmentFile, finish())
    return reference
  }

  /// The log in the order of the terms: a counting sort, which keeps the order of the passages.
  private func grouped() -> (starts: [Int], documents: [UInt32], positions: [UInt32]) {
    var starts = [0]
    starts.reserveCapacity(terms.count + 1)
    for count in occurrencesOfTerm { starts.append(starts[starts.count - 1] + Int(count)) }
    var next = starts
    var documents = [UInt32](repeating: 0, count: log.count)
    var positions = documents
    for document in externalIDs.indices {
      for entry in log[logStarts[document]..<logStarts[document + 1]] {
        let place = next[Int(entry >> 32)]
        next[Int(entry >> 32)] = place + 1
        documents[place] = UInt32(document)
        positions[place] = UInt32(truncatingIfNeeded: entry)
      }
    }
    return (starts, documents, positions)
  }
}

extension TermOccurrences {
  /// Takes the occurrences of one term in the order of the passages.
  mutating func gather(_ source: ArraySlice<UInt32>, _ places: ArraySlice<UInt32>, hasPositions: Bool) {
    removeAll()
    var index = source.startIndex
    while index < source.endIndex {
      let document = source[index]
      var end = index + 1
      while end < source.endIndex, source[end] == document { end += 1 }
      documents.append(document)
      let frequency = hasPositions ? append(places[index..<end]) : end - index
      frequencies.append(UInt32(frequency))
      index = end
    }
  }

  /// Appends one passage's positions, ascending and each once; returns how many they are.
  private mutating func append(_ places: ArraySlice<UInt32>) -> Int {
    guard places.count > 1 else {
      positions.append(contentsOf: places)
      return places.count
    }
    let before = positions.count
    for place in places.sorted() where positions.count == before || positions[positions.count - 1] != place {
      positions.append(place)
    }
    return positions.count - before
  }
}
