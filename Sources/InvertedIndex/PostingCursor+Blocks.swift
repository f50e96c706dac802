/// Reading the blocks of a term.
extension PostingCursor {
  @inline(__always)
  func lastDocument(_ block: Int) -> UInt32 {
    let offset = postings.lowerBound &+ 4 &* block
    return UInt32(littleEndian: file.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
  }

  @inline(__always)
  func row(_ block: Int) -> Int {
    postings.lowerBound &+ 4 &* fullBlocks &+ BlockRows.rowLength &* block
  }

  @inline(__always)
  func number(at offset: Int) -> Int {
    Int(UInt32(littleEndian: file.loadUnaligned(fromByteOffset: offset, as: UInt32.self)))
  }

  /// The first block at or after `start` that may hold `target`; `fullBlocks` for the tail. Gallops, then halves.
  @inline(__always)
  func blockHolding(_ target: UInt32, from start: Int) -> Int {
    guard start < fullBlocks, lastDocument(start) < target else { return start }
    return laterBlockHolding(target, from: start)
  }

  private func laterBlockHolding(_ target: UInt32, from start: Int) -> Int {
    var low = start
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

  @inline(__always)
  func blockHolding(_ target: UInt32) -> Int { blockHolding(target, from: block &+ 1) }

  mutating func enterFull(_ next: Int) {
    let row = row(next)
    widths = BlockWidths(file, at: row &+ 8)
    let start = dataStart + number(at: row)
    let gapExceptions = widths.gap.exceptionBytes(placeWidth: PatchedWidths.placeWidth)
    frequencySource = start &+ gapExceptions &+ BlockPacking.byteCount(width: widths.gap.width)
    let end = frequencySource &+ frequencyBytes
    guard widths.isPossible, end <= postings.upperBound else { return damage() }
    let base = next == 0 ? UInt32.max : lastDocument(next &- 1)
    unpackGaps(file + start, values: file + (start &+ gapExceptions), base: base)
    count = BlockPacking.length
    let reached = documents[count &- 1]
    guard reached == lastDocument(next), reached < passageCount, ascends(from: base) else { return damage() }
    hasFrequencies = false
    positionSource = positions.lowerBound + number(at: row &+ 4)
  }

  private var frequencyBytes: Int {
    widths.frequency.exceptionBytes(placeWidth: PatchedWidths.placeWidth) + BlockPacking.byteCount(width: widths.frequency.width)
  }

  @inline(__always)
  private mutating func unpackGaps(_ exceptions: UnsafeRawPointer, values: UnsafeRawPointer, base: UInt32) {
    if widths.gap.exceptions == 0 {
      BlockPacking.unpackSums(values, width: widths.gap.width, base: base, into: documents)
    } else {
      BlockPacking.unpack(values, width: widths.gap.width, into: documents)
      RowPacking.patch(documents, widths.gap, from: exceptions)
      BlockPacking.sum(documents, base: base)
    }
  }

  /// Whether the passages of a full block ascend. Gaps of up to 24 bits cannot pass 2³² twice, so the last passage shows a sum that did.
  @inline(__always)
  private func ascends(from base: UInt32) -> Bool {
    if widths.gap.width &+ widths.gap.extra <= 24 { return base == .max || documents[count &- 1] > base }
    return (1..<count).allSatisfy { documents[$0 - 1] < documents[$0] } && (base == .max || documents[0] > base)
  }

  mutating func enterInline(_ inline: TermEntry.Inline) {
    count = 1
    documents[0] = inline.document
    frequencies[0] = inline.frequency &- 1
    hasFrequencies = true
    positionSource = positions.lowerBound
    widths.position = PatchedWidths(width: inline.positionWidth)
  }

  /// The start of the tail's data: after the last full block.
  var tailStart: Int {
    guard fullBlocks > 0 else { return dataStart }
    let row = row(fullBlocks - 1)
    let widths = BlockWidths(file, at: row + 8)
    let exceptions =
      widths.gap.exceptionBytes(placeWidth: PatchedWidths.placeWidth)
      + widths.frequency.exceptionBytes(placeWidth: PatchedWidths.placeWidth)
    return dataStart + number(at: row) + exceptions + BlockPacking.byteCount(width: widths.gap.width + widths.frequency.width)
  }

  /// The length of the tail's widths, its place among the positions, and its bound if it has one.
  private var tailHeadBytes: Int {
    let isShort = documentCount % BlockPacking.length < PostingsWriter.shortTail
    return (fullBlocks > 0 ? 4 : 0)
      + (isShort ? BlockWidths.shortByteCount : BlockWidths.byteCount + ScoreBound.byteCount)
  }

  var isTailShort: Bool { documentCount % BlockPacking.length < PostingsWriter.shortTail }

  mutating func enterTail() {
    let start = tailStart
    let body = start + tailHeadBytes
    guard start >= postings.lowerBound, body <= postings.upperBound else { return damage() }
    positionSource = positions.lowerBound + (fullBlocks > 0 ? number(at: start) : 0)
    let head = start + (fullBlocks > 0 ? 4 : 0)
    widths = isTailShort ? BlockWidths(short: file, at: head) : BlockWidths(file, at: head)
    count = documentCount % BlockPacking.length
    let gapStart = body + widths.gap.exceptionBytes(placeWidth: PatchedWidths.placeWidth)
    let frequencyHead = gapStart + RowPacking.byteCount(count, width: widths.gap.width)
    let frequencyStart = frequencyHead + widths.frequency.exceptionBytes(placeWidth: PatchedWidths.placeWidth)
    let end = frequencyStart + RowPacking.byteCount(count, width: widths.frequency.width)
    guard widths.isPossible, end <= postings.upperBound else { return damage() }
    unpackRow(gapStart, widths.gap, exceptions: body, into: documents)
    sumTail()
    guard !isDamaged else { return }
    unpackRow(frequencyStart, widths.frequency, exceptions: frequencyHead, into: frequencies)
    hasFrequencies = true
  }

  private func unpackRow(
    _ start: Int, _ widths: PatchedWidths, exceptions: Int, into output: UnsafeMutablePointer<UInt32>
  ) {
    for place in 0..<count {
      output[place] = UInt32(truncatingIfNeeded: RowPacking.value(file + start, at: place, width: widths.width))
    }
    RowPacking.patch(output, widths, from: file + exceptions)
  }

  private mutating func sumTail() {
    var next = fullBlocks == 0 ? 0 : UInt64(lastDocument(fullBlocks - 1)) + 1
    for place in 0..<count {
      next += UInt64(documents[place])
      guard next < UInt64(passageCount) else { return damage() }
      documents[place] = UInt32(next)
      next += 1
    }
  }

  mutating func unpackFrequencies() {
    let exceptions = widths.frequency.exceptionBytes(placeWidth: PatchedWidths.placeWidth)
    BlockPacking.unpack(file + frequencySource + exceptions, width: widths.frequency.width, into: frequencies)
    RowPacking.patch(frequencies, widths.frequency, from: file + frequencySource)
    hasFrequencies = true
  }

  // MARK: Bounds

  /// The bound of the block that holds the first passage at or after `target`, and that block's last passage (`end` for the tail).
  /// Does not move the cursor. Targets do not fall.
  @inline(__always)
  mutating func bound(from target: UInt32, _ lengths: UnsafePointer<UInt8>?) -> (ScoreBound, last: UInt32) {
    shallowBlock = blockHolding(target, from: max(shallowBlock, block))
    if shallowBlock < fullBlocks {
      return (ScoreBound(file + (row(shallowBlock) &+ 8 &+ BlockWidths.byteCount)), lastDocument(shallowBlock))
    }
    return (shallowBlock <= lastBlock ? tailBound(lengths) : ScoreBound(), Self.end)
  }

  private mutating func tailBound(_ lengths: UnsafePointer<UInt8>?) -> ScoreBound {
    if inline == nil, !isTailShort {
      let bound = tailStart + tailHeadBytes - ScoreBound.byteCount
      return bound + ScoreBound.byteCount <= postings.upperBound ? ScoreBound(file + bound) : ScoreBound()
    }
    if let shortTailBound { return shortTailBound }
    let bound = computedBound(lengths)
    shortTailBound = bound
    return bound
  }

  /// The bound of a short tail, from its postings.
  private func computedBound(_ lengths: UnsafePointer<UInt8>?) -> ScoreBound {
    var bound = ScoreBound()
    if let inline {
      bound.include(inline.frequency, length: lengths?[Int(inline.document)] ?? 0)
      return bound
    }
    let (start, tailCount) = (tailStart, documentCount % BlockPacking.length)
    let body = start + tailHeadBytes
    guard body <= postings.upperBound else { return bound }
    let widths = BlockWidths(short: file, at: body - BlockWidths.shortByteCount)
    let frequencyStart = body + RowPacking.byteCount(tailCount, width: widths.gap.width)
    let end = frequencyStart + RowPacking.byteCount(tailCount, width: widths.frequency.width)
    guard widths.isPossible, end <= postings.upperBound else { return bound }
    var next = fullBlocks == 0 ? 0 : UInt64(lastDocument(fullBlocks - 1)) + 1
    for place in 0..<tailCount {
      next += RowPacking.value(file + body, at: place, width: widths.gap.width)
      guard next < UInt64(passageCount) else { break }
      let frequency = RowPacking.value(file + frequencyStart, at: place, width: widths.frequency.width)
      bound.include(UInt32(truncatingIfNeeded: frequency) &+ 1, length: lengths?[Int(next)] ?? 0)
      next += 1
    }
    return bound
  }
}
