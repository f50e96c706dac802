/// Writes the postings and positions of terms of two or more passages. The layout is drawn in docs/index-format.md.
struct PostingsWriter {
  private(set) var postings: [UInt8] = []
  private(set) var positions: [UInt8] = []
  private var gaps: [UInt32] = []

  /// Appends one term, whose positions are gaps already. `lengths` are the length codes of the term's field, empty for none.
  mutating func append(_ term: TermOccurrences, lengths: [UInt8]) throws(IndexError) {
    makeGaps(term.documents)
    let fullBlocks = term.documents.count / BlockPacking.length
    var rows = BlockRows()
    var data: [UInt8] = []
    let positionStart = positions.count
    var occurrence = 0
    for block in 0..<fullBlocks {
      let range = block * BlockPacking.length..<(block + 1) * BlockPacking.length
      let place = (data: data.count, position: positions.count - positionStart)
      guard place.data <= UInt32.max, place.position <= UInt32.max else { throw Self.tooLarge }
      let widths = packBlock(term, range, &occurrence, into: &data)
      rows.append(lastDocument: term.documents[range.upperBound - 1], place, widths, bound(term, range, lengths))
    }
    postings += rows.bytes
    postings += data
    let tail = fullBlocks * BlockPacking.length..<term.documents.count
    if !tail.isEmpty { packTail(term, tail, &occurrence, bound(term, tail, lengths)) }
  }

  private static let tooLarge = IndexError(
    .tooLarge, "one term's postings pass 4 GB in one segment. Merge fewer segments at a time.")

  private mutating func makeGaps(_ documents: [UInt32]) {
    gaps.removeAll(keepingCapacity: true)
    var next: UInt32 = 0
    for document in documents {
      gaps.append(document - next)
      next = document + 1
    }
  }

  private mutating func packBlock(
    _ term: TermOccurrences, _ range: Range<Int>, _ occurrence: inout Int, into data: inout [UInt8]
  ) -> BlockWidths {
    var widths = BlockWidths()
    widths.gap = pack(gaps[range], into: &data)
    widths.frequency = pack(term.frequencies[range].map { $0 - 1 }[...], into: &data)
    widths.position = packPositions(term, range, &occurrence)
    return widths
  }

  private func pack(_ values: ArraySlice<UInt32>, into data: inout [UInt8]) -> Int {
    let width = BlockPacking.width(of: values)
    values.withUnsafeBufferPointer { BlockPacking.pack($0, width: width, into: &data) }
    return width
  }

  private mutating func packPositions(_ term: TermOccurrences, _ range: Range<Int>, _ occurrence: inout Int) -> Int {
    guard !term.positions.isEmpty else { return 0 }
    let count = term.frequencies[range].reduce(0) { $0 + Int($1) }
    let values = term.positions[occurrence..<occurrence + count]
    // Where a passage has several positions they take at least a bit, so that a reader can bound them by the file's length.
    let width = max(BlockPacking.width(of: values), count > range.count ? 1 : 0)
    RowPacking.pack(values.lazy.map(UInt64.init), width: width, into: &positions)
    occurrence += count
    return width
  }

  private mutating func packTail(
    _ term: TermOccurrences, _ range: Range<Int>, _ occurrence: inout Int, _ bound: ScoreBound
  ) {
    let gapWidth = BlockPacking.width(of: gaps[range])
    let frequencyWidth = BlockPacking.width(of: term.frequencies[range].lazy.map { $0 - 1 })
    let positionWidth = packPositions(term, range, &occurrence)
    postings += [UInt8(gapWidth), UInt8(frequencyWidth), UInt8(positionWidth)] + bound.bytes
    RowPacking.pack(gaps[range].lazy.map(UInt64.init), width: gapWidth, into: &postings)
    RowPacking.pack(term.frequencies[range].lazy.map { UInt64($0 - 1) }, width: frequencyWidth, into: &postings)
  }

  private func bound(_ term: TermOccurrences, _ range: Range<Int>, _ lengths: [UInt8]) -> ScoreBound {
    let documents = term.documents[range]
    return lengths.isEmpty
      ? ScoreBound(frequencies: term.frequencies[range], lengths: repeatElement(0, count: range.count))
      : ScoreBound(frequencies: term.frequencies[range], lengths: documents.lazy.map { lengths[Int($0)] })
  }
}

struct BlockWidths {
  var gap = 0
  var frequency = 0
  var position = 0
}

/// The skip data of a term with full blocks: a bound for all of them, all last documents, then a row for each block.
struct BlockRows {
  static let rowLength = 14
  private var lastDocuments: [UInt8] = []
  private var rows: [UInt8] = []
  private var whole = ScoreBound()

  mutating func append(
    lastDocument: UInt32, _ place: (data: Int, position: Int), _ widths: BlockWidths, _ bound: ScoreBound
  ) {
    lastDocuments.append(integer: lastDocument)
    rows.append(integer: UInt32(place.data))
    rows.append(integer: UInt32(place.position))
    rows += [UInt8(widths.gap), UInt8(widths.frequency), UInt8(widths.position)] + bound.bytes
    whole.include(bound)
  }

  var bytes: [UInt8] { rows.isEmpty ? [] : whole.bytes + lastDocuments + rows }
}
