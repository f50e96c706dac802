extension IndexSnapshot {
  /// Writes some segments of this snapshot as one, without their deleted passages, and returns what a catalogue lists instead of them.
  ///
  /// Passages keep their order: segment after segment, as listed here. Nothing is visible to anyone until the catalogue lists the new
  /// segment; the old files go with the next sweep. Throws `corrupt` where a source contradicts itself, before anything is written.
  /// Cost: O(postings); memory: the new file.
  public func merge(
    _ names: [String], into name: String, in directory: some IndexDirectory
  ) throws(IndexError) -> SegmentReference {
    let chosen = segments.filter { names.contains($0.reference.name) }
    let reference = SegmentReference(name: name)
    try directory.write(reference.segmentFile, SegmentMerge(chosen, schema: schema).run())
    return reference
  }

  /// Merges the segments that a policy chooses; nil where there is nothing to do. Returns the references of the whole index after the merge.
  public func compact(
    _ policy: MergePolicy = .tiered, into name: String, in directory: some IndexDirectory
  ) throws(IndexError) -> [SegmentReference]? {
    let chosen = Set(policy.chosen(segmentSizes.map { ($0.passages, $0.deleted) }).map { references[$0].name })
    guard !chosen.isEmpty else { return nil }
    let merged = try merge(Array(chosen), into: name, in: directory)
    return references.filter { !chosen.contains($0.name) } + [merged]
  }
}

/// Joins segments into one.
struct SegmentMerge {
  private let sources: [Segment]
  private let schema: IndexSchema
  /// For each source the new number of each passage, `PostingCursor.end` for deleted ones.
  private var numbers: [[UInt32]] = []
  private var externalIDs: [UInt64] = []

  init(_ sources: [Segment], schema: IndexSchema) {
    self.sources = sources
    self.schema = schema
    for source in sources {
      var new: [UInt32] = []
      for document in 0..<source.passageCount {
        let isLive = source.isLive(UInt32(document))
        new.append(isLive ? UInt32(externalIDs.count) : PostingCursor.end)
        if isLive { externalIDs.append(source.externalIDs[document]) }
      }
      numbers.append(new)
    }
  }

  func run() throws(IndexError) -> [UInt8] {
    for source in sources { source.envelope.file.expectAll() }
    var writer = SegmentWriter(schema: schema, externalIDs: externalIDs, lengths: lengths(), columns: try columns())
    var cursors = sources.map { DictionaryCursor($0.dictionary) }
    var isOpen: [Bool] = []
    for index in cursors.indices { isOpen.append(try advance(&cursors[index], index)) }
    var gathered = TermOccurrences()
    while let key = cursors.indices.filter({ isOpen[$0] }).map({ cursors[$0].key }).min(by: { $0.lexicographicallyPrecedes($1) })
    {
      gathered.removeAll()
      for index in cursors.indices where isOpen[index] && cursors[index].key == key {
        try gather(cursors[index].entry, index, field: Int(key[0]), into: &gathered)
        isOpen[index] = try advance(&cursors[index], index)
      }
      try append(key, &gathered, to: &writer)
    }
    return writer.finish(texts: schema.storesText ? try texts() : nil)
  }

  private func append(_ key: [UInt8], _ term: inout TermOccurrences, to writer: inout SegmentWriter) throws(IndexError) {
    let outcome = key.withUnsafeBytes { bytes -> Result<Void, IndexError> in
      do throws(IndexError) { return .success(try writer.append(key: bytes, &term)) } catch { return .failure(error) }
    }
    try outcome.get()
  }

  private func advance(_ cursor: inout DictionaryCursor, _ source: Int) throws(IndexError) -> Bool {
    do throws(DamagedDictionary) { return try cursor.next() } catch {
      throw .corrupt(sources[source].reference.segmentFile, error.what)
    }
  }

  private func gather(_ entry: TermEntry, _ place: Int, field: Int, into term: inout TermOccurrences) throws(IndexError) {
    let source = sources[place]
    let memory = QueryMemory()
    var cursor = PostingCursor(entry, file: source.base, passageCount: source.passageCount, memory: memory)
    var positions = PlainBuffer<UInt32>(capacity: 64)
    while cursor.document != PostingCursor.end {
      let document = numbers[place][Int(cursor.document)]
      if document != PostingCursor.end {
        guard term.documents.values.last.map({ $0 < document }) ?? true else { throw damaged(source) }
        term.documents.append(document)
        term.frequencies.append(cursor.frequency())
        if schema.fields[field].hasPositions {
          cursor.readPositions(into: &positions)
          term.positions.append(contentsOf: positions.values)
        }
      }
      cursor.advance()
    }
    withExtendedLifetime(memory) {}
    if cursor.isDamaged { throw damaged(source) }
  }

  private func texts() throws(IndexError) -> [UInt8] {
    var writer = StoredTextWriter()
    for source in sources {
      var passage = 0
      for block in 0..<(source.texts?.blockCount ?? 0) {
        do throws(StoredTexts.Damaged) {
          for text in try source.texts?.texts(inBlock: block) ?? [] {
            if passage < source.passageCount, source.isLive(UInt32(passage)) { text.withUnsafeBytes { writer.append($0) } }
            passage += 1
          }
        } catch {
          throw .corrupt(source.reference.segmentFile, "its texts cannot be read")
        }
      }
      if passage != source.passageCount { throw damaged(source) }
    }
    return try writer.finish()
  }

  private func damaged(_ source: Segment) -> IndexError {
    .corrupt(source.reference.segmentFile, "its postings contradict its dictionary")
  }

  /// Sums of lengths are kept whole: those of deleted passages are taken out as far as their codes tell.
  private func lengths() -> FieldLengths {
    var lengths = FieldLengths(schema: schema)
    for source in sources {
      for field in schema.fields.indices {
        var (length, passages) = source.totals[field]
        for document in 0..<source.passageCount {
          let code = source.lengths[field]?[document] ?? 0
          if source.isLive(UInt32(document)) {
            lengths.append(code: code, field: field)
          } else if code > 0 {
            length -= min(length, UInt64(LengthCode.decode(code)))
            passages -= min(passages, 1)
          }
        }
        lengths.add(length: length, passages: passages, field: field)
      }
    }
    return lengths
  }

  private func columns() throws(IndexError) -> [ColumnValues] {
    var columns: [ColumnValues] = []
    for column in schema.columns.indices {
      var entries: [(document: UInt32, value: Double)] = []
      for (place, source) in sources.enumerated() {
        let values = try source.column(column)
        for index in 0..<values.count {
          let old = Int(values.document(index))
          guard old < source.passageCount, numbers[place][old] != PostingCursor.end else { continue }
          entries.append((numbers[place][old], values.value(index)))
        }
      }
      var merged = ColumnValues()
      for entry in entries.sorted(by: { ($0.document, $0.value) < ($1.document, $1.value) }) {
        merged.append(entry.value, document: entry.document)
      }
      columns.append(merged)
    }
    return columns
  }
}
