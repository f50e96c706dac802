/// Writes the postings and positions of terms of two or more passages. The layout is drawn in docs/index-format.md.
struct PostingsWriter {
  private(set) var postings: [UInt8] = []
  private(set) var positions: [UInt8] = []
  private var gaps: [UInt32] = []
  private var rows = BlockRows()
  private var data: [UInt8] = []

  /// Tails shorter than this are written without bound and exceptions.
  static let shortTail = 16

  /// Appends one term, whose positions and frequencies are gaps already. `lengths` are the length codes of the term's field, empty for
  /// none.
  mutating func append(_ term: TermOccurrences, lengths: [UInt8]) throws(IndexError) {
    makeGaps(term.documents)
    let fullBlocks = term.documents.count / BlockPacking.length
    rows.removeAll()
    data.removeAll(keepingCapacity: true)
    let positionStart = positions.count
    var occurrence = 0
    for block in 0..<fullBlocks {
      let range = block * BlockPacking.length..<(block + 1) * BlockPacking.length
      let place = (data: data.count, position: positions.count - positionStart)
      guard place.data <= UInt32.max, place.position <= UInt32.max else { throw Self.tooLarge }
      let widths = packBlock(term, range, &occurrence)
      rows.append(lastDocument: term.documents[range.upperBound - 1], place, widths, ScoreBound(term, range, lengths))
    }
    rows.write(to: &postings)
    postings += data
    let tail = fullBlocks * BlockPacking.length..<term.documents.count
    guard !tail.isEmpty else { return }
    let place = positions.count - positionStart
    guard place <= UInt32.max else { throw Self.tooLarge }
    if fullBlocks > 0 { postings.append(integer: UInt32(place)) }
    packTail(term, tail, &occurrence, lengths)
  }

  private static let tooLarge = IndexError(
    .tooLarge, "one term's postings pass 4 GB in one segment. Merge fewer segments at a time.")

  private mutating func makeGaps(_ documents: [UInt32]) {
    gaps.removeAll(keepingCapacity: true)
    gaps.reserveCapacity(documents.count)
    var next: UInt32 = 0
    for document in documents {
      gaps.append(document &- next)
      next = document &+ 1
    }
  }

  private mutating func packBlock(_ term: TermOccurrences, _ range: Range<Int>, _ occurrence: inout Int) -> BlockWidths {
    var widths = BlockWidths()
    widths.gap = gaps.withUnsafeBufferPointer { Self.pack($0, range, into: &data) }
    widths.frequency = term.frequencies.withUnsafeBufferPointer { Self.pack($0, range, into: &data) }
    widths.position = packPositions(term, range, &occurrence, mostExceptions: PatchedWidths.mostExceptions)
    return widths
  }

  private static func pack(
    _ values: UnsafeBufferPointer<UInt32>, _ range: Range<Int>, into data: inout [UInt8]
  ) -> PatchedWidths {
    let block = UnsafeBufferPointer(rebasing: values[range])
    guard let start = block.baseAddress else { return PatchedWidths(width: 0) }
    let widths = PatchedWidths(for: start, count: block.count, placeWidth: PatchedWidths.placeWidth)
    RowPacking.packExceptions(block, widths, placeWidth: PatchedWidths.placeWidth, into: &data)
    BlockPacking.pack(start, width: widths.width, into: &data)
    return widths
  }

  private mutating func packPositions(
    _ term: TermOccurrences, _ range: Range<Int>, _ occurrence: inout Int, mostExceptions: Int
  ) -> PatchedWidths {
    guard !term.positions.isEmpty else { return PatchedWidths(width: 0) }
    var count = range.count
    for index in range { count &+= Int(term.frequencies[index]) }
    let places = occurrence..<occurrence + count
    occurrence += count
    return term.positions.withUnsafeBufferPointer { all in
      let values = UnsafeBufferPointer(rebasing: all[places])
      var widths = PatchedWidths(for: values, placeWidth: PatchedWidths.positionPlaceWidth, mostExceptions: mostExceptions)
      // Where a passage has several positions they take at least a bit, so that a reader can bound them by the file's length.
      if widths.width == 0, count > range.count { widths = PatchedWidths(width: max(1, widths.extra)) }
      RowPacking.pack(values, widths, placeWidth: PatchedWidths.positionPlaceWidth, into: &positions)
      return widths
    }
  }

  private mutating func packTail(
    _ term: TermOccurrences, _ range: Range<Int>, _ occurrence: inout Int, _ lengths: [UInt8]
  ) {
    let isShort = range.count < Self.shortTail
    let most = isShort ? 0 : PatchedWidths.mostExceptions
    var widths = BlockWidths()
    widths.position = packPositions(term, range, &occurrence, mostExceptions: most)
    gaps.withUnsafeBufferPointer { gaps in
      term.frequencies.withUnsafeBufferPointer { frequencies in
        let (gaps, frequencies) = (UnsafeBufferPointer(rebasing: gaps[range]), UnsafeBufferPointer(rebasing: frequencies[range]))
        widths.gap = PatchedWidths(for: gaps, placeWidth: PatchedWidths.placeWidth, mostExceptions: most)
        widths.frequency = PatchedWidths(for: frequencies, placeWidth: PatchedWidths.placeWidth, mostExceptions: most)
        if isShort {
          postings += widths.shortBytes
        } else {
          postings += widths.bytes + ScoreBound(term, range, lengths).bytes
        }
        RowPacking.pack(gaps, widths.gap, placeWidth: PatchedWidths.placeWidth, into: &postings)
        RowPacking.pack(frequencies, widths.frequency, placeWidth: PatchedWidths.placeWidth, into: &postings)
      }
    }
  }
}

extension PatchedWidths {
  fileprivate init(for values: UnsafeBufferPointer<UInt32>, placeWidth: Int, mostExceptions: Int) {
    guard mostExceptions > 0, let start = values.baseAddress else {
      self.init(width: 32 - values.reduce(0, |).leadingZeroBitCount)
      return
    }
    self.init(for: start, count: values.count, placeWidth: placeWidth)
  }
}

extension ScoreBound {
  /// The bound of some of a term's postings; frequencies are stored less one.
  fileprivate init(_ term: TermOccurrences, _ range: Range<Int>, _ lengths: [UInt8]) {
    for index in range {
      let length = lengths.isEmpty ? 0 : lengths[Int(term.documents[index])]
      include(term.frequencies[index] &+ 1, length: length)
    }
  }
}

/// How the three kinds of numbers of a block are packed.
struct BlockWidths {
  static let byteCount = 3 * PatchedWidths.byteCount
  static let shortByteCount = 3
  var gap = PatchedWidths(width: 0)
  var frequency = PatchedWidths(width: 0)
  var position = PatchedWidths(width: 0)

  init() {}

  @inline(__always)
  init(_ file: UnsafeRawPointer, at offset: Int) {
    gap = PatchedWidths(file, at: offset)
    frequency = PatchedWidths(file, at: offset &+ 2)
    position = PatchedWidths(file, at: offset &+ 4)
  }

  /// Of a short tail.
  init(short file: UnsafeRawPointer, at offset: Int) {
    gap = PatchedWidths(width: Int(file.load(fromByteOffset: offset, as: UInt8.self)))
    frequency = PatchedWidths(width: Int(file.load(fromByteOffset: offset + 1, as: UInt8.self)))
    position = PatchedWidths(width: Int(file.load(fromByteOffset: offset + 2, as: UInt8.self)))
  }

  var bytes: [UInt8] {
    [gap.code, frequency.code, position.code].flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
  }

  var shortBytes: [UInt8] { [UInt8(gap.width), UInt8(frequency.width), UInt8(position.width)] }

  @inline(__always)
  var isPossible: Bool { gap.isPossible && frequency.isPossible && position.isPossible }
}

/// The skip data of a term with full blocks: all last documents, then a row for each block.
struct BlockRows {
  static let rowLength = 8 + BlockWidths.byteCount + ScoreBound.byteCount
  private var lastDocuments: [UInt8] = []
  private var rows: [UInt8] = []

  mutating func removeAll() {
    lastDocuments.removeAll(keepingCapacity: true)
    rows.removeAll(keepingCapacity: true)
  }

  mutating func append(
    lastDocument: UInt32, _ place: (data: Int, position: Int), _ widths: BlockWidths, _ bound: ScoreBound
  ) {
    lastDocuments.append(integer: lastDocument)
    rows.append(integer: UInt32(place.data))
    rows.append(integer: UInt32(place.position))
    for widths in [widths.gap, widths.frequency, widths.position] { rows.append(integer: widths.code) }
    rows += bound.bytes
  }

  func write(to postings: inout [UInt8]) {
    postings += lastDocuments
    postings += rows
  }
}
