/// Gathers passages in memory and writes them as one segment.
///
/// Memory: 4 to 8 bytes an occurrence while gathering, 8 more while finishing, beside the terms themselves and the file; see `memoryUse`.
/// Not for several threads at once.
public final class SegmentBuilder {
  private let schema: IndexSchema
  // Used by one thread at a time and never handed out, so the checks of each access in the inner loop would find nothing.
  @exclusivity(unchecked) private var terms = TermTable()
  /// Term numbers, passage after passage. With `explicitPosition` set the position follows; else it is the one after the last position of the
  /// same field in the passage, 0 for the first: words in their order take 4 bytes each.
  @exclusivity(unchecked) private var log = PlainBuffer<UInt32>(capacity: 1 << 12)
  private static let explicitPosition: UInt32 = 1 << 31
  @exclusivity(unchecked) private var occurrenceCount = 0
  /// For each term the number of its occurrences.
  @exclusivity(unchecked) private var counts = PlainBuffer<UInt32>()
  /// For each field the position expected next.
  @exclusivity(unchecked) private var nextPositions: PlainBuffer<UInt32>
  @exclusivity(unchecked) private var logStarts = PlainBuffer<Int>()
  private var externalIDs: [UInt64] = []
  private var lengths: FieldLengths
  private var columns: [ColumnValues]
  @exclusivity(unchecked) private var texts = StoredTextWriter()
  @exclusivity(unchecked) private var passageLengths: PlainBuffer<UInt32>
  /// Of the terms of the passage being added.
  @exclusivity(unchecked) private var hashes = PlainBuffer<Int>(capacity: 256)
  /// What was read beforehand, kept so that it is read at all.
  @exclusivity(unchecked) private var glimpsed: UInt32 = 0

  public init(schema: IndexSchema) {
    self.schema = schema
    lengths = FieldLengths(schema: schema)
    columns = Array(repeating: ColumnValues(), count: schema.columns.count)
    passageLengths = PlainBuffer(repeating: 0, count: schema.fields.count)
    nextPositions = PlainBuffer(repeating: 0, count: schema.fields.count)
    logStarts.append(0)
  }

  /// The number of passages added.
  public var count: Int { externalIDs.count }

  /// Bytes held; to finish will take about twice as many more.
  public var memoryUse: Int {
    terms.memoryUse + counts.byteCount + log.byteCount + logStarts.byteCount + 8 * externalIDs.capacity + texts.memoryUse
  }

  /// Adds a passage. Amortised O(occurrences). A field or column that the schema does not have is the caller's mistake.
  public func add(_ passage: IndexedPassage, text: [UInt8] = []) {
    passage.bytes.withUnsafeBytes { bytes in
      passage.occurrences.withUnsafeBufferPointer { occurrences in
        glimpse(occurrences, bytes)
        var start = 0
        for (index, occurrence) in occurrences.enumerated() {
          let end = start &+ Int(occurrence.length)
          let term = UnsafeRawBufferPointer(rebasing: bytes[start..<end])
          precondition(Int(occurrence.field) < passageLengths.count, "the schema has no field \(occurrence.field)")
          let number = terms.number(
            field: occurrence.field, term, isPadded: bytes.count &- start >= 8, hash: hashes[index])
          append(number, occurrence.field, occurrence.position)
          start = end
        }
      }
    }
    for number in passage.numbers { add(number.value, column: number.column) }
    text.withUnsafeBytes { endPassage(externalID: passage.externalID, text: $0) }
  }

  /// Fills `hashes`, and reads beforehand what the terms' look-ups will read.
  private func glimpse(_ occurrences: UnsafeBufferPointer<IndexedPassage.Occurrence>, _ bytes: UnsafeRawBufferPointer) {
    hashes.resize(to: occurrences.count)
    var start = 0
    var sum: UInt32 = 0
    for index in 0..<occurrences.count {
      let end = start &+ Int(occurrences[index].length)
      let term = UnsafeRawBufferPointer(rebasing: bytes[start..<end])
      let hash = TermTable.hash(field: occurrences[index].field, term, isPadded: bytes.count &- start >= 8)
      hashes[index] = hash
      let seen = terms.glimpse(hash)
      if seen.number < counts.count { sum &+= counts[seen.number] &+ UInt32(seen.byte) }
      start = end
    }
    glimpsed = sum
  }

  /// One occurrence of a term in the passage that the next `endPassage` ends: as `IndexedPassage.add`, without a passage in between.
  /// `isPadded` says that eight bytes can be read from the term's beginning however short it is, which is faster.
  public func add(_ term: UnsafeRawBufferPointer, field: UInt8, position: UInt32, isPadded: Bool = false) {
    let length = min(term.count, IndexedPassage.longestTerm)
    append(UnsafeRawBufferPointer(start: term.baseAddress, count: length), field, position, isPadded: isPadded)
  }

  /// One value of a numeric column in the passage that the next `endPassage` ends. A NaN is not kept.
  public func add(_ value: Double, column: UInt8) {
    guard !value.isNaN else { return }
    columns[Int(column)].append(value, document: UInt32(externalIDs.count))
  }

  /// Ends the passage whose terms and numbers were added since the last one ended. Its text is kept if the schema stores texts.
  public func endPassage(externalID: UInt64, text: UnsafeRawBufferPointer = UnsafeRawBufferPointer(start: nil, count: 0)) {
    precondition(
      externalIDs.count < UInt32.max - 2 && terms.count < 1 << 31 && occurrenceCount < UInt32.max,
      "a segment holds fewer than 2³² passages and occurrences, and 2³¹ terms")
    lengths.append(passageLengths.values)
    for field in 0..<passageLengths.count {
      passageLengths[field] = 0
      nextPositions[field] = 0
    }
    externalIDs.append(externalID)
    if schema.storesText { texts.append(text) }
    logStarts.append(log.count)
  }

  @inline(__always)
  private func append(_ term: UnsafeRawBufferPointer, _ field: UInt8, _ position: UInt32, isPadded: Bool) {
    precondition(Int(field) < passageLengths.count, "the schema has no field \(field)")
    append(terms.number(field: field, term, isPadded: isPadded), field, position)
  }

  @inline(__always)
  private func append(_ number: Int, _ field: UInt8, _ position: UInt32) {
    if number == counts.count { counts.append(1) } else { counts[number] = counts[number] &+ 1 }
    passageLengths[Int(field)] = passageLengths[Int(field)] &+ 1
    occurrenceCount &+= 1
    if position == nextPositions[Int(field)] {
      log.append(UInt32(truncatingIfNeeded: number))
    } else {
      log.append(UInt32(truncatingIfNeeded: number) | Self.explicitPosition)
      log.append(position)
    }
    nextPositions[Int(field)] = position &+ 1
  }

  /// The bytes of the segment file. O(occurrences + terms · log terms).
  public func finish() throws(IndexError) -> [UInt8] {
    var writer = SegmentWriter(schema: schema, externalIDs: externalIDs, lengths: lengths, columns: columns)
    let hasPositions = schema.fields.map(\.hasPositions)
    let starts = PlainBuffer<UInt32>(repeating: 0, count: terms.count + 1)
    let occurrences = grouped(starts)
    var gathered = TermOccurrences()
    for number in terms.sortedNumbers() {
      let key = terms.key(Int(number))
      let range = Int(starts[Int(number)])..<Int(starts[Int(number) + 1])
      gathered.gather(UnsafeMutableBufferPointer(rebasing: occurrences.values[range]), hasPositions: hasPositions[Int(key[0])])
      try writer.append(key: key, &gathered)
    }
    return writer.finish(texts: schema.storesText ? try texts.finish() : nil)
  }

  /// Writes the segment durably; it is not visible to anyone until a catalogue lists it.
  public func write(to directory: some IndexDirectory, name: String) throws(IndexError) -> SegmentReference {
    let reference = SegmentReference(name: name)
    try directory.write(reference.segmentFile, finish())
    return reference
  }

  /// The log in the order of the terms, passage in the high half: a counting sort, which keeps the order of the passages. `starts` gets
  /// the place of each term's first occurrence, and comes as zeros.
  private func grouped(_ starts: borrowing PlainBuffer<UInt32>) -> PlainBuffer<UInt64> {
    let next = PlainBuffer<UInt32>(repeating: 0, count: terms.count + 1)
    let fields = PlainBuffer<UInt8>(repeating: 0, count: terms.count)
    for term in 0..<terms.count { fields[term] = terms.key(term)[0] }
    for term in 0..<terms.count {
      starts[term + 1] = starts[term] &+ counts[term]
      next[term] = starts[term]
    }
    var occurrences = PlainBuffer<UInt64>(capacity: occurrenceCount)
    occurrences.resize(to: occurrenceCount)
    let places = occurrences.start
    forEachOccurrence(fields) { document, term, position in
      let place = next[term]
      next[term] = place &+ 1
      places[Int(place)] = UInt64(document) &<< 32 | UInt64(position)
    }
    return occurrences
  }

  /// Reads the log; `fields` says the field of each term.
  @inline(__always)
  private func forEachOccurrence(_ fields: borrowing PlainBuffer<UInt8>, _ body: (Int, Int, UInt32) -> Void) {
    for document in 0..<externalIDs.count {
      for field in 0..<nextPositions.count { nextPositions[field] = 0 }
      var index = logStarts[document]
      let end = logStarts[document + 1]
      while index < end {
        let entry = log[index]
        index &+= 1
        let term = Int(entry & ~Self.explicitPosition)
        let field = Int(fields[term])
        var position = nextPositions[field]
        if entry & Self.explicitPosition != 0 {
          position = log[index]
          index &+= 1
        }
        nextPositions[field] = position &+ 1
        body(document, term, position)
      }
    }
  }
}
