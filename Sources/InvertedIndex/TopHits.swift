/// A passage that a search found.
public struct SearchHit: Hashable, Sendable, BitwiseCopyable {
  public var externalID: UInt64
  public var score: Double
  public init(externalID: UInt64, score: Double) {
    self.externalID = externalID
    self.score = score
  }

  /// Whether this hit stands before another: by score, then by lower id.
  @inline(__always)
  func precedes(_ other: SearchHit) -> Bool {
    score > other.score || (score == other.score && externalID < other.externalID)
  }
}

/// What a search found: the best passages and how many there are in all.
public struct SearchResult: Hashable, Sendable {
  public var total: Int
  public var hits: [SearchHit]
}

/// Keeps the best hits seen so far: a heap whose root is the worst of them.
struct TopHits: ~Copyable {
  private let limit: Int
  private var heap: PlainBuffer<SearchHit>

  init(limit: Int) {
    self.limit = max(0, limit)
    heap = PlainBuffer(capacity: min(self.limit, 1024))
  }

  /// The score below which nothing can enter any more. Where all passages to come have ids from `id` on, and that is no lower than
  /// the worst hit's, equal scores cannot enter either.
  @inline(__always)
  func floor(idsFrom id: UInt64?) -> Double {
    guard heap.count == limit, limit > 0 else { return limit == 0 ? .infinity : -.infinity }
    if let id, id >= heap[0].externalID { return heap[0].score.nextUp }
    return heap[0].score
  }

  /// Whether a score may still enter.
  @inline(__always)
  func mayEnter(_ score: Double) -> Bool { heap.count < limit || (limit > 0 && score >= heap[0].score) }

  /// Takes a hit if it is good enough; says whether the floor may have risen.
  @inline(__always)
  mutating func offer(_ hit: SearchHit) -> Bool {
    if heap.count < limit {
      heap.append(hit)
      siftUp(heap.count - 1)
      return heap.count == limit
    }
    guard limit > 0, hit.precedes(heap[0]) else { return false }
    siftDown(hit)
    return true
  }

  func sorted() -> [SearchHit] { heap.values.sorted { $0.precedes($1) } }

  private mutating func siftUp(_ start: Int) {
    let hit = heap[start]
    var child = start
    while child > 0 {
      let parent = (child - 1) / 2
      guard heap[parent].precedes(hit) else { break }
      heap[child] = heap[parent]
      child = parent
    }
    heap[child] = hit
  }

  /// Puts a hit in the place of the worst.
  private mutating func siftDown(_ hit: SearchHit) {
    var parent = 0
    while true {
      var child = 2 &* parent &+ 1
      guard child < heap.count else { break }
      if child &+ 1 < heap.count, heap[child].precedes(heap[child &+ 1]) { child &+= 1 }
      guard hit.precedes(heap[child]) else { break }
      heap[parent] = heap[child]
      parent = child
    }
    heap[parent] = hit
  }
}
