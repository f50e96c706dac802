/// Steps through the passages of one term in one segment, a block of 128 at a time.
///
/// `document` is the current passage, `PostingCursor.end` after the last. Holds plain pointers into the segment's file and the query's
/// memory, so it may not outlive either. Damage sets `isDamaged` and ends the list.
struct PostingCursor {
  static let end = UInt32.max

  let documentCount: Int
  private let file: UnsafeRawPointer
  private let postings: Range<Int>
  private let positions: Range<Int>
  private let passageCount: UInt32
  private let fullBlocks: Int
  private let inline: TermEntry.Inline?
  /// Where the block data begins in the file.
  private let dataStart: Int

  private(set) var document: UInt32 = 0
  private(set) var isDamaged = false
  private let documents: UnsafeMutablePointer<UInt32>
  private let frequencies: UnsafeMutablePointer<UInt32>
  private var index = 0
  private var count = 0
  private var block = -1
  /// The block that was last asked for a bound; at or after `block`.
  private var shallowBlock = 0
  private var frequencySource = 0
  private var frequencyWidth = 0
  private var hasFrequencies = false
  private var positionSource = 0
  private var positionWidth = 0
  /// The number of occurrences in the block before posting `countedIndex`.
  private var countedIndex = 0
  private var countedOccurrences = 0

  init(_ entry: TermEntry, file: UnsafeRawPointer, passageCount: Int, memory: QueryMemory) {
    documentCount = entry.documentCount
    self.file = file
    postings = entry.postings
    positions = entry.positions
    self.passageCount = UInt32(passageCount)
    inline = entry.inline
    fullBlocks = entry.inline == nil ? entry.documentCount / BlockPacking.length : 0
    let skipLength = fullBlocks == 0 ? 0 : ScoreBound.byteCount + fullBlocks * (4 + BlockRows.rowLength)
    dataStart = entry.postings.lowerBound + skipLength
    documents = memory.allocate(UInt32.self, BlockPacking.length)
    frequencies = memory.allocate(UInt32.self, BlockPacking.length)
    if dataStart > entry.postings.upperBound { damage() } else { enter(block: 0) }
  }

  // MARK: Moving

  /// Moves to the next passage.
  @inline(__always)
  mutating func advance() {
    index &+= 1
    if index < count { document = documents[index] } else { leaveBlock() }
  }

  /// Moves to the first passage at or after `target`, which is not before the current one.
  @inline(__always)
  mutating func seek(_ target: UInt32) {
    guard document < target else { return }
    if documents[count &- 1] < target {
      enter(block: blockHolding(target))
      guard document < target else { return }
      guard documents[count &- 1] >= target else { return finish() }
    }
    var place = index
    while documents[place] < target { place &+= 1 }
    index = place
    document = documents[place]
  }

  private mutating func leaveBlock() {
    if block < lastBlock { enter(block: block + 1) } else { finish() }
  }

  private mutating func finish() {
    document = Self.end
    block = lastBlock + 1
    count = 1
    index = 0
    documents[0] = Self.end
  }

  private mutating func damage() {
    isDamaged = true
    finish()
  }

  private var hasTail: Bool { documentCount % BlockPacking.length != 0 || inline != nil }
  private var lastBlock: Int { fullBlocks - (hasTail ? 0 : 1) }

  // MARK: Blocks

  @inline(__always)
  private func lastDocument(_ block: Int) -> UInt32 {
    let offset = postings.lowerBound &+ ScoreBound.byteCount &+ 4 &* block
    return UInt32(littleEndian: file.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
  }

  private func row(_ block: Int) -> Int {
    postings.lowerBound + ScoreBound.byteCount + 4 * fullBlocks + BlockRows.rowLength * block
  }

  private func number(at offset: Int) -> Int {
    Int(UInt32(littleEndian: file.loadUnaligned(fromByteOffset: offset, as: UInt32.self)))
  }

  private func byte(at offset: Int) -> Int { Int(file.load(fromByteOffset: offset, as: UInt8.self)) }

  /// The first block at or after the current one that may hold `target`; `fullBlocks` for the tail. Gallops, then halves.
  private func blockHolding(_ target: UInt32, from start: Int) -> Int {
    var low = max(start, 0)
    guard low < fullBlocks, lastDocument(low) < target else { return low }
    var step = 1
    while low + step < fullBlocks, lastDocument(low + step) < target {
      low += step
      step *= 2
    }
    var high = min(low + step, fullBlocks)
    while low + 1 < high {
      let middle = (low + high) / 2
      if lastDocument(middle) < target { low = middle } else { high = middle }
    }
    return high
  }

  private func blockHolding(_ target: UInt32) -> Int { blockHolding(target, from: block + 1) }

  private mutating func enter(block next: Int) {
    guard next <= lastBlock else { return finish() }
    block = next
    index = 0
    countedIndex = 0
    countedOccurrences = 0
    if next < fullBlocks { enterFull(next) } else if let inline { enterInline(inline) } else { enterTail() }
    if !isDamaged { document = documents[0] }
  }

  private mutating func enterFull(_ next: Int) {
    let row = row(next)
    let start = dataStart + number(at: row)
    let (gapWidth, width) = (byte(at: row + 8), byte(at: row + 9))
    frequencySource = start + BlockPacking.byteCount(width: gapWidth)
    guard gapWidth <= 32, width <= 32, frequencySource + BlockPacking.byteCount(width: width) <= postings.upperBound else {
      return damage()
    }
    let base = next == 0 ? UInt32.max : lastDocument(next - 1)
    let largest = BlockPacking.unpackSums(file + start, width: gapWidth, base: base, into: documents)
    count = BlockPacking.length
    guard largest < passageCount, largest == lastDocument(next), documents[count - 1] == largest else { return damage() }
    frequencyWidth = width
    hasFrequencies = false
    positionSource = positions.lowerBound + number(at: row + 4)
    positionWidth = byte(at: row + 10)
  }

  private mutating func enterInline(_ inline: TermEntry.Inline) {
    count = 1
    documents[0] = inline.document
    frequencies[0] = inline.frequency
    hasFrequencies = true
    positionSource = positions.lowerBound
    positionWidth = inline.positionWidth
  }

  /// The start of the tail's data: after the last full block.
  private var tailStart: Int {
    guard fullBlocks > 0 else { return dataStart }
    let row = row(fullBlocks - 1)
    return dataStart + number(at: row) + BlockPacking.byteCount(width: byte(at: row + 8) + byte(at: row + 9))
  }

  private mutating func enterTail() {
    let start = tailStart
    let body = start + 3 + ScoreBound.byteCount
    guard body <= postings.upperBound else { return damage() }
    let (gapWidth, width) = (byte(at: start), byte(at: start + 1))
    count = documentCount % BlockPacking.length
    let frequencyStart = body + RowPacking.byteCount(count, width: gapWidth)
    guard gapWidth <= 32, width <= 32, frequencyStart + RowPacking.byteCount(count, width: width) <= postings.upperBound else {
      return damage()
    }
    unpackTailDocuments(file + body, width: gapWidth)
    guard !isDamaged else { return }
    for place in 0..<count {
      frequencies[place] = UInt32(truncatingIfNeeded: RowPacking.value(file + frequencyStart, at: place, width: width)) &+ 1
    }
    hasFrequencies = true
    positionSource = positions.lowerBound + tailPositions
    positionWidth = byte(at: start + 2)
  }

  private mutating func unpackTailDocuments(_ source: UnsafeRawPointer, width: Int) {
    var next = fullBlocks == 0 ? 0 : UInt64(lastDocument(fullBlocks - 1)) + 1
    for place in 0..<count {
      next += RowPacking.value(source, at: place, width: width)
      guard next < UInt64(passageCount) else { return damage() }
      documents[place] = UInt32(next)
      next += 1
    }
  }

  /// The positions before the tail's take whole blocks; how many bytes the last of them takes needs its frequencies.
  private var tailPositions: Int {
    guard fullBlocks > 0 else { return 0 }
    let row = row(fullBlocks - 1)
    let source = dataStart + number(at: row) + BlockPacking.byteCount(width: byte(at: row + 8))
    let width = byte(at: row + 9)
    var occurrences = BlockPacking.length
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: BlockPacking.length) { scratch in
      guard let start = scratch.baseAddress, width <= 32 else { return }
      BlockPacking.unpack(file + source, width: width, into: start)
      for place in 0..<BlockPacking.length { occurrences &+= Int(start[place]) }
    }
    return number(at: row + 4) + RowPacking.byteCount(occurrences, width: min(byte(at: row + 10), 32))
  }

  // MARK: Frequencies and positions

  /// How often the term occurs in the current passage.
  @inline(__always)
  mutating func frequency() -> UInt32 {
    if !hasFrequencies { unpackFrequencies() }
    return frequencies[index]
  }

  private mutating func unpackFrequencies() {
    BlockPacking.unpack(file + frequencySource, width: frequencyWidth, into: frequencies)
    for place in 0..<BlockPacking.length { frequencies[place] &+= 1 }
    hasFrequencies = true
  }

  /// Puts the positions of the current passage into a buffer, ascending, and returns how many they are. O(frequency).
  mutating func readPositions(into buffer: inout [UInt32]) -> Int {
    buffer.removeAll(keepingCapacity: true)
    guard document != Self.end else { return 0 }
    let occurrences = Int(frequency())
    while countedIndex < index {
      countedOccurrences &+= Int(frequencies[countedIndex])
      countedIndex += 1
    }
    let (after, overflow) = (countedOccurrences + occurrences).multipliedReportingOverflow(by: positionWidth)
    // Without bits there is one position a passage; anything else would ask for more than the file can hold.
    let isPossible = positionWidth == 0 ? occurrences == 1 : positionWidth <= 32
    guard isPossible, !overflow, after <= 8 * (positions.upperBound - positionSource) else {
      isDamaged = true
      return 0
    }
    var position: UInt32 = 0
    for place in 0..<occurrences {
      let gap = RowPacking.value(file + positionSource, at: countedOccurrences + place, width: positionWidth)
      position = UInt32(truncatingIfNeeded: gap) &+ (place == 0 ? 0 : position &+ 1)
      buffer.append(position)
    }
    return occurrences
  }

  // MARK: Bounds

  /// A bound for all postings.
  func wholeBound(_ lengths: UnsafePointer<UInt8>?) -> ScoreBound {
    if fullBlocks > 0, dataStart <= postings.upperBound { return includingTail(ScoreBound(file + postings.lowerBound)) }
    return tailBound(lengths)
  }

  private func includingTail(_ bound: ScoreBound) -> ScoreBound {
    guard hasTail else { return bound }
    var whole = bound
    whole.include(tailBound(nil))
    return whole
  }

  /// The bound of the block that holds the first passage at or after `target`, and that block's last passage (`end` for the tail).
  /// Does not move the cursor. Targets do not fall.
  mutating func bound(from target: UInt32, _ lengths: UnsafePointer<UInt8>?) -> (ScoreBound, last: UInt32) {
    shallowBlock = blockHolding(target, from: max(shallowBlock, block))
    if shallowBlock < fullBlocks { return (ScoreBound(file + row(shallowBlock) + 11), lastDocument(shallowBlock)) }
    return (shallowBlock <= lastBlock ? tailBound(lengths) : ScoreBound(), Self.end)
  }

  private func tailBound(_ lengths: UnsafePointer<UInt8>?) -> ScoreBound {
    if let inline {
      var bound = ScoreBound()
      bound.include(inline.frequency, length: lengths?[Int(inline.document)] ?? 0)
      return bound
    }
    let start = tailStart + 3
    guard start + ScoreBound.byteCount <= postings.upperBound else { return ScoreBound() }
    return ScoreBound(file + start)
  }
}
