/// A passage that a search found.
public struct SearchHit: Hashable, Sendable {
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
struct TopHits {
  private let limit: Int
  private var heap: [SearchHit] = []

  init(limit: Int) {
    self.limit = max(0, limit)
    heap.reserveCapacity(min(self.limit, 1024))
  }

  /// The score below which nothing can enter any more. Where all passages to come have ids from `id` on, and that is no lower than
  /// the worst hit's, equal scores cannot enter either.
  @inline(__always)
  func floor(idsFrom id: UInt64?) -> Double {
    guard heap.count == limit, let worst = heap.first else { return limit == 0 ? .infinity : -.infinity }
    if let id, id >= worst.externalID { return worst.score.nextUp }
    return worst.score
  }

  /// The worst score kept, once there are as many hits as wanted.
  var worst: SearchHit? { heap.count == limit ? heap.first : nil }

  /// Takes a hit if it is good enough; says whether the floor may have risen.
  @inline(__always)
  mutating func offer(_ hit: SearchHit) -> Bool {
    if heap.count < limit {
      heap.append(hit)
      siftUp(heap.count - 1)
      return heap.count == limit
    }
    guard let worst = heap.first, hit.precedes(worst) else { return false }
    heap[0] = hit
    siftDown()
    return true
  }

  func sorted() -> [SearchHit] { heap.sorted { $0.precedes($1) } }

  private mutating func siftUp(_ start: Int) {
    var child = start
    while child > 0 {
      let parent = (child - 1) / 2
      guard heap[parent].precedes(heap[child]) else { return }
      heap.swapAt(parent, child)
      child = parent
    }
  }

  private mutating func siftDown() {
    var parent = 0
    while true {
      var worst = parent
      let (left, right) = (2 * parent + 1, 2 * parent + 2)
      if left < heap.count, heap[worst].precedes(heap[left]) { worst = left }
      if right < heap.count, heap[worst].precedes(heap[right]) { worst = right }
      guard worst != parent else { return }
      heap.swapAt(parent, worst)
      parent = worst
    }
  }
}
