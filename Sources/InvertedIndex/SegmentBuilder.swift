/// Gathers passages in memory and writes them as one segment.
///
/// Memory: 8 bytes an occurrence while gathering, 16 while finishing, beside the terms themselves and the file; see `memoryUse`.
/// Not for several threads at once.
public final class SegmentBuilder {
  private let schema: IndexSchema
  // Used by one thread at a time and never handed out, so the checks of each access in the inner loop would find nothing.
  @exclusivity(unchecked) private var terms = TermTable()
  /// Term number in the high half, position in the low half, passage after passage.
  @exclusivity(unchecked) private var log = PlainBuffer<UInt64>(capacity: 1 << 12)
  @exclusivity(unchecked) private var logStarts = PlainBuffer<Int>()
  private var externalIDs: [UInt64] = []
  private var lengths: FieldLengths
  private var columns: [ColumnValues]
  @exclusivity(unchecked) private var passageLengths: PlainBuffer<UInt32>

  public init(schema: IndexSchema) {
    self.schema = schema
    lengths = FieldLengths(schema: schema)
    columns = Array(repeating: ColumnValues(), count: schema.columns.count)
    passageLengths = PlainBuffer(repeating: 0, count: schema.fields.count)
    logStarts.append(0)
  }

  /// The number of passages added.
  public var count: Int { externalIDs.count }

  /// Bytes held, and about as many more will be needed to finish.
  public var memoryUse: Int { terms.memoryUse + log.byteCapacity + logStarts.byteCapacity + 8 * externalIDs.capacity }

  /// Adds a passage. Amortised O(occurrences). A field or column that the schema does not have is the caller's mistake.
  public func add(_ passage: IndexedPassage) {
    passage.bytes.withUnsafeBytes { bytes in
      for occurrence in passage.occurrences {
        let range = Int(occurrence.start)..<Int(occurrence.start) + Int(occurrence.length)
        append(UnsafeRawBufferPointer(rebasing: bytes[range]), field: occurrence.field, position: occurrence.position)
      }
    }
    for number in passage.numbers { add(number.value, column: number.column) }
    endPassage(externalID: passage.externalID)
  }

  /// One occurrence of a term in the passage that the next `endPassage` ends: as `IndexedPassage.add`, without a passage in between.
  public func add(_ term: UnsafeRawBufferPointer, field: UInt8, position: UInt32) {
    let length = min(term.count, IndexedPassage.longestTerm)
    append(UnsafeRawBufferPointer(start: term.baseAddress, count: length), field: field, position: position)
  }

  /// One value of a numeric column in the passage that the next `endPassage` ends. A NaN is not kept.
  public func add(_ value: Double, column: UInt8) {
    guard !value.isNaN else { return }
    columns[Int(column)].append(value, document: UInt32(externalIDs.count))
  }

  /// Ends the passage whose terms and numbers were added since the last one ended.
  public func endPassage(externalID: UInt64) {
    precondition(externalIDs.count < UInt32.max - 2, "a segment holds fewer than 2³² passages")
    lengths.append(passageLengths.values)
    for field in 0..<passageLengths.count { passageLengths[field] = 0 }
    externalIDs.append(externalID)
    logStarts.append(log.count)
  }

  @inline(__always)
  private func append(_ term: UnsafeRawBufferPointer, field: UInt8, position: UInt32) {
    precondition(Int(field) < passageLengths.count, "the schema has no field \(field)")
    let number = terms.number(field: field, term)
    passageLengths[Int(field)] = passageLengths[Int(field)] &+ 1
    log.append(UInt64(number) &<< 32 | UInt64(position))
  }

  /// The bytes of the segment file. O(occurrences + terms · log terms).
  public func finish() throws(IndexError) -> [UInt8] {
    var writer = SegmentWriter(schema: schema, externalIDs: externalIDs, lengths: lengths, columns: columns)
    let hasPositions = schema.fields.map(\.hasPositions)
    let starts = PlainBuffer<Int>(repeating: 0, count: terms.count + 1)
    let occurrences = grouped(starts)
    var gathered = TermOccurrences()
    for number in terms.sortedNumbers() {
      let key = terms.key(Int(number))
      let range = starts[Int(number)]..<starts[Int(number) + 1]
      gathered.gather(UnsafeMutableBufferPointer(rebasing: occurrences.values[range]), hasPositions: hasPositions[Int(key[0])])
      try writer.append(key: key, &gathered)
    }
    return writer.finish()
  }

  /// Writes the segment durably; it is not visible to anyone until a catalogue lists it.
  public func write(to directory: some IndexDirectory, name: String) throws(IndexError) -> SegmentReference {
    let reference = SegmentReference(name: name)
    try directory.write(reference.segmentFile, finish())
    return reference
  }

  /// The log in the order of the terms, passage in the high half: a counting sort, which keeps the order of the passages. `starts` gets
  /// the place of each term's first occurrence.
  private func grouped(_ starts: borrowing PlainBuffer<Int>) -> PlainBuffer<UInt64> {
    let next = PlainBuffer<Int>(repeating: 0, count: terms.count + 1)
    for index in 0..<log.count { next.start[Int(log[index] &>> 32) &+ 1] &+= 1 }
    for term in 0..<terms.count { next[term + 1] += next[term] }
    for term in 0...terms.count { starts[term] = next[term] }
    let occurrences = PlainBuffer<UInt64>(repeating: 0, count: log.count)
    for document in 0..<externalIDs.count {
      for index in logStarts[document]..<logStarts[document + 1] {
        let term = Int(log[index] &>> 32)
        let place = next[term]
        next[term] = place &+ 1
        occurrences[place] = UInt64(document) &<< 32 | (log[index] & 0xFFFF_FFFF)
      }
    }
    return occurrences
  }
}
