import Synchronization

/// A reading of single passages, references or cards of one document, each made when a rule first asks for it.
final class ReadingsByIndex<Value: Sendable>: Sendable {
  private let known = Mutex<[Int: Value]>([:])

  /// - Parameter make: must give the same whenever it is called for an index.
  func reading(_ index: Int, _ make: () -> Value) -> Value {
    if let value = known.withLock({ $0[index] }) { return value }
    let value = make()
    known.withLock { $0[index] = value }
    return value
  }
}
