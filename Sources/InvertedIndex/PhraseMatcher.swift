/// Matches where terms stand at fixed distances. Positions are read only when a candidate is confirmed.
final class PhraseMatcher: Matcher {
  private let cursors: UnsafeMutableBufferPointer<PostingCursor>
  /// For each cursor its offset in the phrase. Cursors are sorted by cost.
  private let offsets: [UInt32]
  private let scoring: TermScoring
  /// Whether the rarest term's bound holds for the phrase: all terms lie in one field.
  private let isOneField: Bool
  private var confirmed = PostingCursor.end
  private var frequency: UInt32 = 0
  private var starts: [UInt32] = []
  private var places: [UInt32] = []
  private var sawDamage = false

  init(_ terms: [(cursor: PostingCursor, offset: UInt32)], _ scoring: TermScoring, isOneField: Bool, memory: QueryMemory) {
    let sorted = terms.sorted { $0.cursor.documentCount < $1.cursor.documentCount }
    let room = memory.allocate(PostingCursor.self, sorted.count)
    for (index, term) in sorted.enumerated() { room[index] = term.cursor }
    cursors = UnsafeMutableBufferPointer(start: room, count: sorted.count)
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
    var candidate = cursors[0].document
    search: while candidate != PostingCursor.end {
      for index in 1..<max(1, cursors.count) {
        cursors[index].seek(candidate)
        guard cursors[index].document == candidate else {
          cursors[0].seek(cursors[index].document)
          candidate = cursors[0].document
          continue search
        }
      }
      break
    }
    document = candidate
  }

  /// A phrase is no more frequent than any of its terms.
  override func canReach(_ floor: Double) -> Bool {
    var most = UInt32.max
    for index in 0..<cursors.count { most = min(most, cursors[index].frequency()) }
    return scoring.score(most, document) >= floor
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
    read(0, into: &starts)
    starts.removeAll { $0 < offsets[0] }
    for index in starts.indices { starts[index] -= offsets[0] }
    for index in 1..<max(1, cursors.count) where !starts.isEmpty {
      read(index, into: &places)
      keepStarts(offset: offsets[index])
    }
    return UInt32(starts.count)
  }

  private func read(_ index: Int, into buffer: inout [UInt32]) {
    _ = cursors[index].readPositions(into: &buffer)
    sawDamage = sawDamage || cursors[index].isDamaged
  }

  /// Keeps the starts that have a place at the offset. Both lists ascend.
  private func keepStarts(offset: UInt32) {
    var kept = 0
    var place = 0
    for start in starts {
      let (wanted, overflow) = start.addingReportingOverflow(offset)
      guard !overflow else { break }
      while place < places.count, places[place] < wanted { place += 1 }
      guard place < places.count, places[place] == wanted else { continue }
      starts[kept] = start
      kept += 1
    }
    starts.removeLast(starts.count - kept)
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
