/// Steps through the passages of one term in one segment, a block of 128 at a time.
///
/// `document` is the current passage, `PostingCursor.end` after the last. Holds plain pointers into the segment's file and the query's
/// memory, so it may not outlive either. Damage sets `isDamaged` and ends the list.
struct PostingCursor {
  static let end = UInt32.max

  let documentCount: Int
  let file: UnsafeRawPointer
  let postings: Range<Int>
  let positions: Range<Int>
  let passageCount: UInt32
  let fullBlocks: Int
  let inline: TermEntry.Inline?
  /// Where the block data begins in the file.
  let dataStart: Int

  private(set) var document: UInt32 = 0
  var isDamaged = false
  /// The passages of the current block and a few `end`s behind them.
  let documents: UnsafeMutablePointer<UInt32>
  /// The frequencies of the current block, each less one.
  let frequencies: UnsafeMutablePointer<UInt32>
  private(set) var index = 0
  var count = 0
  private var last: UInt32 = 0
  private(set) var block = -1
  /// The block that was last asked for a bound; at or after `block`.
  var shallowBlock = 0
  /// The bound of a tail that stores none, once it was computed.
  var shortTailBound: ScoreBound?
  var widths = BlockWidths()
  var frequencySource = 0
  var hasFrequencies = false
  var positionSource = 0
  /// The number of occurrences in the block before posting `countedIndex`.
  var countedIndex = 0
  var countedOccurrences = 0

  private static let padding = 4

  init(_ entry: TermEntry, file: UnsafeRawPointer, passageCount: Int, memory: QueryMemory) {
    documentCount = entry.documentCount
    self.file = file
    postings = entry.postings
    positions = entry.positions
    self.passageCount = UInt32(passageCount)
    inline = entry.inline
    fullBlocks = entry.inline == nil ? entry.documentCount / BlockPacking.length : 0
    let skipLength = fullBlocks == 0 ? 0 : fullBlocks * (4 + BlockRows.rowLength)
    dataStart = entry.postings.lowerBound + skipLength
    documents = memory.allocate(UInt32.self, BlockPacking.length + Self.padding)
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
    if last < target {
      enter(block: blockHolding(target))
      guard document < target else { return }
      guard last >= target else { return finish() }
    }
    index = place(of: target)
    document = documents[index]
  }

  /// The first place at or after the current one whose passage is not before `target`, which the block reaches.
  ///
  /// Lists of about one length step on by a few places at a time: four are compared at once and the smaller ones counted, without a branch
  /// that would be mispredicted. Where the target is farther off, the rest is halved in the same way.
  @inline(__always)
  private func place(of target: UInt32) -> Int {
    var place = index
    for _ in 0..<3 {
      let smaller =
        smaller(place, target) &+ smaller(place &+ 1, target) &+ smaller(place &+ 2, target) &+ smaller(place &+ 3, target)
      place &+= smaller
      if smaller < 4 { return place }
    }
    var length = count &- place
    while length > 1 {
      let half = length &>> 1
      place &+= documents[place &+ half &- 1] < target ? half : 0
      length &-= half
    }
    return place &+ smaller(place, target)
  }

  @inline(__always)
  private func smaller(_ place: Int, _ target: UInt32) -> Int { documents[place] < target ? 1 : 0 }

  mutating func stand(at place: Int) {
    index = place
    document = documents[place]
  }

  /// Calls `body` with every passage before `limit` and its frequency, from the current one on, and moves there.
  @inline(__always)
  mutating func forEach(before limit: UInt32, _ body: (UInt32, UInt32) -> Void) {
    while document < limit {
      if !hasFrequencies { unpackFrequencies() }
      var place = index
      while place < count, documents[place] < limit {
        body(documents[place], frequencies[place] &+ 1)
        place &+= 1
      }
      index = place
      if place < count { document = documents[place] } else { leaveBlock() }
    }
  }

  /// Calls `body` with every passage of the block from the current one on, and its frequency; does not move.
  @inline(__always)
  mutating func forEachInBlock(_ body: (UInt32, UInt32) -> Void) {
    if !hasFrequencies { unpackFrequencies() }
    var place = index
    while place < count {
      body(documents[place], frequencies[place] &+ 1)
      place &+= 1
    }
  }

  /// Moves to the first passage of the next block.
  mutating func leaveBlock() {
    if block < lastBlock { enter(block: block + 1) } else { finish() }
  }

  private mutating func finish() {
    document = Self.end
    last = Self.end
    block = lastBlock + 1
    count = 1
    index = 0
    documents[0] = Self.end
  }

  mutating func damage() {
    isDamaged = true
    finish()
  }

  var hasTail: Bool { documentCount % BlockPacking.length != 0 || inline != nil }
  var lastBlock: Int { fullBlocks - (hasTail ? 0 : 1) }

  private mutating func enter(block next: Int) {
    guard next <= lastBlock else { return finish() }
    block = next
    index = 0
    countedIndex = 0
    countedOccurrences = 0
    if next < fullBlocks { enterFull(next) } else if let inline { enterInline(inline) } else { enterTail() }
    guard !isDamaged else { return }
    document = documents[0]
    last = documents[count &- 1]
    for place in 0..<Self.padding { documents[count &+ place] = Self.end }
  }

  /// How often the term occurs in the current passage.
  @inline(__always)
  mutating func frequency() -> UInt32 {
    if !hasFrequencies { unpackFrequencies() }
    return frequencies[index] &+ 1
  }
}
