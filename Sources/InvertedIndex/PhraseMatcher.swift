/// Matches where terms stand at fixed distances. A candidate holds the two rarest terms; positions are read, and the other terms looked up,
/// only when it is confirmed: most candidates fall by the places of those two, and frequent terms are dear to follow.
final class PhraseMatcher: Matcher {
  private let cursors: UnsafeMutableBufferPointer<PostingCursor>
  /// How many of the cursors follow the candidates: the rarest two.
  private let leading: Int
  /// See `PostingCursor.areEven`.
  private let isEven: Bool
  /// For each cursor its offset in the phrase. Cursors are sorted by cost.
  private let offsets: [UInt32]
  private let scoring: TermScoring
  /// Whether the rarest term's bound holds for the phrase: all terms lie in one field.
  private let isOneField: Bool
  // As all matchers, used by one query alone: checks of each access would find nothing and take a tenth of the time.
  @exclusivity(unchecked) private var confirmed = PostingCursor.end
  @exclusivity(unchecked) private var frequency: UInt32 = 0
  @exclusivity(unchecked) private var starts = PlainBuffer<UInt32>(capacity: 32)
  @exclusivity(unchecked) private var places = PlainBuffer<UInt32>(capacity: 32)
  @exclusivity(unchecked) private var sawDamage = false

  init(_ terms: [(cursor: PostingCursor, offset: UInt32)], _ scoring: TermScoring, isOneField: Bool, memory: QueryMemory) {
    let sorted = terms.sorted { $0.cursor.documentCount < $1.cursor.documentCount }
    let room = memory.allocate(PostingCursor.self, sorted.count)
    for (index, term) in sorted.enumerated() { room[index] = term.cursor }
    cursors = UnsafeMutableBufferPointer(start: room, count: sorted.count)
    leading = min(2, sorted.count)
    isEven = PostingCursor.areEven(room, sorted.count)
    offsets = sorted.map(\.offset)
    self.scoring = scoring
    self.isOneField = isOneField
    super.init()
    cost = cursors[0].documentCount
    align()
  }

  override func seek(_ target: UInt32) {
    guard document < target else { return }
    cursors[0].seek(target)
    align()
  }

  private func align() {
    if let cursors = cursors.baseAddress { document = PostingCursor.align(cursors, leading, isEven: isEven) }
  }

  /// A phrase is no more frequent than any of its terms.
  override func canReach(_ floor: Double) -> Bool {
    guard floor > 0 else { return true }
    let code = scoring.code(document)
    for index in 0..<leading where scoring.score(cursors[index].frequency(), code: code) < floor { return false }
    return true
  }

  override func confirm() -> Bool {
    if confirmed != document {
      confirmed = document
      frequency = countPlaces()
    }
    return frequency > 0
  }

  /// The number of places where the phrase begins: the rarest term's places, each kept only if all others stand where they should.
  private func countPlaces() -> UInt32 {
    cursors[0].readPositions(into: &starts)
    sawDamage = sawDamage || cursors[0].isDamaged
    keepStarts(below: offsets[0])
    for index in 1..<max(1, cursors.count) where starts.count > 0 {
      cursors[index].seek(document)
      guard cursors[index].document == document else { return 0 }
      cursors[index].readPositions(into: &places)
      sawDamage = sawDamage || cursors[index].isDamaged
      keepStarts(offset: offsets[index])
    }
    return UInt32(starts.count)
  }

  /// Turns the rarest term's places into those where the phrase would begin.
  private func keepStarts(below offset: UInt32) {
    guard offset > 0 else { return }
    var kept = 0
    for index in 0..<starts.count where starts[index] >= offset {
      starts[kept] = starts[index] &- offset
      kept &+= 1
    }
    starts.shorten(to: kept)
  }

  /// Keeps the starts that have a place at the offset. Both lists ascend.
  private func keepStarts(offset: UInt32) {
    var kept = 0
    var place = 0
    for index in 0..<starts.count {
      let (wanted, overflow) = starts[index].addingReportingOverflow(offset)
      guard !overflow else { break }
      while place < places.count, places[place] < wanted { place &+= 1 }
      guard place < places.count, places[place] == wanted else { continue }
      starts[kept] = starts[index]
      kept &+= 1
    }
    starts.shorten(to: kept)
  }

  override func score() -> Double { scoring.score(frequency, document) }
  override func bound(from target: UInt32) -> (best: Double, last: UInt32) {
    guard isOneField else { return (scoring.weight, PostingCursor.end) }
    let (bound, last) = cursors[0].bound(from: target, scoring.lengths)
    return (scoring.best(bound), last)
  }
  override func normalisedFrequency() -> Double { scoring.normalised(frequency, document) }
  override func normalisedBound(from target: UInt32) -> (best: Double, last: UInt32) {
    guard isOneField else { return (.infinity, PostingCursor.end) }
    let (bound, last) = cursors[0].bound(from: target, scoring.lengths)
    return (scoring.bestNormalised(bound), last)
  }
  override var isDamaged: Bool { sawDamage || cursors.contains(where: \.isDamaged) }
}
