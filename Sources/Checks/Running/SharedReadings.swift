import Synchronization

/// What several rules read of one document: read when the first of them asks, and kept for the others.
final class SharedReadings: Sendable {
  private let known = Mutex<[ObjectIdentifier: any Sendable]>([:])

  /// The reading of a kind, made where nobody has asked for it. Of two that ask at once both make it; the first is kept.
  ///
  /// - Parameter kind: names the reading; every call with it must make the same.
  func reading<Value: Sendable>(_ kind: Any.Type, _ make: () -> Value) -> Value {
    let key = ObjectIdentifier(kind)
    if let value = known.withLock({ $0[key] }) as? Value { return value }
    let value = make()
    return known.withLock { known in
      if let first = known[key] as? Value { return first }
      known[key] = value
      return value
    }
  }
}
