import Synchronization

/// What a disjunction writes on within a window: kept from query to query, since clearing it would cost more than many a query.
///
/// Unchecked: the pool hands it to one query at a time.
final class WindowScratch: @unchecked Sendable {
  /// Passages of a window.
  static let length = 1 << 13
  static let untouched = -1.0

  /// One number a passage, all `untouched` between windows.
  let scores: UnsafeMutablePointer<Double>
  /// The passages of the window that have a score, and room for one more.
  let touched: UnsafeMutablePointer<UInt32>

  init() {
    scores = .allocate(capacity: Self.length)
    scores.initialize(repeating: Self.untouched, count: Self.length)
    touched = .allocate(capacity: Self.length + 1)
    touched.initialize(repeating: 0, count: Self.length + 1)
  }

  deinit {
    scores.deallocate()
    touched.deallocate()
  }

  static let pool = Pool()

  /// Hands out scratch space to one query at a time and keeps what comes back, as many as were ever used at once.
  final class Pool: Sendable {
    private let free = Mutex<[WindowScratch]>([])

    func take() -> WindowScratch { free.withLock { $0.popLast() } ?? WindowScratch() }
    func giveBack(_ scratch: WindowScratch) { free.withLock { $0.append(scratch) } }
  }
}
