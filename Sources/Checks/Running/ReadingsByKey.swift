import Synchronization

/// A reading of single passages, references, cards or names of one document, each made when a rule first asks for it.
final class ReadingsByKey<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private let known = Mutex<[Key: Value]>([:])

  /// - Parameter make: must give the same whenever it is called for a key.
  func reading(_ key: Key, _ make: () -> Value) -> Value {
    if let value = known.withLock({ $0[key] }) { return value }
    let value = make()
    known.withLock { $0[key] = value }
    return value
  }
}
