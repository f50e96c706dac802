/// Writes the postings and positions of terms of two or more passages. The layout is drawn in docs/index-format.md.
struct PostingsWriter: ~Copyable {
  private(set) var postings = PlainBuffer<UInt8>()
  private(set) var positions = PlainBuffer<UInt8>()
  private var gaps = PlainBuffer<UInt32>()
  private var rows = BlockRows()
  private var data = PlainBuffer<UInt8>()

  /// Tails shorter than this are written without bound and exceptions.
  static let shortTail = 16

  /// Appends one term, whose positions and frequencies are gaps already. `lengths` are the length codes of the term's field, empty for
  /// none.
  mutating func append(_ term: borrowing TermOccurrences, lengths: [UInt8]) throws(IndexError) {
    makeGaps(term)
    let fullBlocks = term.documents.count / BlockPacking.length
    rows.removeAll()
    data.removeAll()
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
    postings.append(contentsOf: data.values)
    let tail = fullBlocks * BlockPacking.length..<term.documents.count
    guard !tail.isEmpty else { return }
    let place = positions.count - positionStart
    guard place <= UInt32.max else { throw Self.tooLarge }
    if fullBlocks > 0 { postings.append(integer: UInt32(place)) }
    packTail(term, tail, &occurrence, lengths)
  }

  private static let tooLarge = IndexError(
    .tooLarge, "one term's postings pass 4 GB in one segment. Merge fewer segments at a time.")

  private mutating func makeGaps(_ term: borrowing TermOccurrences) {
    gaps.resize(to: term.documents.count)
    var next: UInt32 = 0
    for index in 0..<term.documents.count {
      gaps[index] = term.documents[index] &- next
      next = term.documents[index] &+ 1
    }
  }

  private mutating func packBlock(_ term: borrowing TermOccurrences, _ range: Range<Int>, _ occurrence: inout Int) -> BlockWidths
  {
    var widths = BlockWidths()
    widths.gap = Self.pack(UnsafeBufferPointer(gaps.values), range, into: &data)
    widths.frequency = Self.pack(UnsafeBufferPointer(term.frequencies.values), range, into: &data)
    widths.position = packPositions(term, range, &occurrence, mostExceptions: PatchedWidths.mostExceptions)
    return widths
  }

  private static func pack(
    _ values: UnsafeBufferPointer<UInt32>, _ range: Range<Int>, into data: inout PlainBuffer<UInt8>
  ) -> PatchedWidths {
    let block = UnsafeBufferPointer(rebasing: values[range])
    guard let start = block.baseAddress else { return PatchedWidths(width: 0) }
    let widths = PatchedWidths(for: start, count: block.count, placeWidth: PatchedWidths.placeWidth)
    RowPacking.packExceptions(block, widths, placeWidth: PatchedWidths.placeWidth, into: &data)
    BlockPacking.pack(start, width: widths.width, into: &data)
    return widths
  }

  private mutating func packPositions(
    _ term: borrowing TermOccurrences, _ range: Range<Int>, _ occurrence: inout Int, mostExceptions: Int
  ) -> PatchedWidths {
    guard term.positions.count > 0 else { return PatchedWidths(width: 0) }
    var count = range.count
    for index in range { count &+= Int(term.frequencies[index]) }
    let places = occurrence..<occurrence + count
    occurrence += count
    let values = UnsafeBufferPointer(rebasing: UnsafeBufferPointer(term.positions.values)[places])
    var widths = PatchedWidths(for: values, placeWidth: PatchedWidths.positionPlaceWidth, mostExceptions: mostExceptions)
    // Where a passage has several positions they take at least a bit, so that a reader can bound them by the file's length.
    if widths.width == 0, count > range.count { widths = PatchedWidths(width: max(1, widths.extra)) }
    RowPacking.pack(values, widths, placeWidth: PatchedWidths.positionPlaceWidth, into: &positions)
    return widths
  }

  private mutating func packTail(
    _ term: borrowing TermOccurrences, _ range: Range<Int>, _ occurrence: inout Int, _ lengths: [UInt8]
  ) {
    let isShort = range.count < Self.shortTail
    let most = isShort ? 0 : PatchedWidths.mostExceptions
    var widths = BlockWidths()
    widths.position = packPositions(term, range, &occurrence, mostExceptions: most)
    let gaps = UnsafeBufferPointer(rebasing: UnsafeBufferPointer(gaps.values)[range])
    let frequencies = UnsafeBufferPointer(rebasing: UnsafeBufferPointer(term.frequencies.values)[range])
    widths.gap = PatchedWidths(for: gaps, placeWidth: PatchedWidths.placeWidth, mostExceptions: most)
    widths.frequency = PatchedWidths(for: frequencies, placeWidth: PatchedWidths.placeWidth, mostExceptions: most)
    if isShort {
      for one in [widths.gap, widths.frequency, widths.position] { postings.append(UInt8(one.width)) }
    } else {
      widths.append(to: &postings)
      ScoreBound(term, range, lengths).append(to: &postings)
    }
    RowPacking.pack(gaps, widths.gap, placeWidth: PatchedWidths.placeWidth, into: &postings)
    RowPacking.pack(frequencies, widths.frequency, placeWidth: PatchedWidths.placeWidth, into: &postings)
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
  fileprivate init(_ term: borrowing TermOccurrences, _ range: Range<Int>, _ lengths: [UInt8]) {
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

  func append(to bytes: inout PlainBuffer<UInt8>) {
    bytes.append(integer: gap.code)
    bytes.append(integer: frequency.code)
    bytes.append(integer: position.code)
  }

  @inline(__always)
  var isPossible: Bool { gap.isPossible && frequency.isPossible && position.isPossible }
}

/// The skip data of a term with full blocks: all last documents, then a row for each block.
struct BlockRows: ~Copyable {
  static let rowLength = 8 + BlockWidths.byteCount + ScoreBound.byteCount
  private var lastDocuments = PlainBuffer<UInt8>()
  private var rows = PlainBuffer<UInt8>()

  mutating func removeAll() {
    lastDocuments.removeAll()
    rows.removeAll()
  }

  mutating func append(
    lastDocument: UInt32, _ place: (data: Int, position: Int), _ widths: BlockWidths, _ bound: ScoreBound
  ) {
    lastDocuments.append(integer: lastDocument)
    rows.append(integer: UInt32(place.data))
    rows.append(integer: UInt32(place.position))
    widths.append(to: &rows)
    bound.append(to: &rows)
  }

  func write(to postings: inout PlainBuffer<UInt8>) {
    postings.append(contentsOf: lastDocuments.values)
    postings.append(contentsOf: rows.values)
  }
}
