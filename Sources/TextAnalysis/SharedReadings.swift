import Synchronization

/// What several readers find in one text or document: read when the first of them asks, and kept for the others.
public struct SharedReadings: ~Copyable, Sendable {
  /// A class, so that a look-up asks for its type alone: to cast a value itself the runtime looks for its conformances each time.
  @usableFromInline final class Reading<Value: Sendable>: Sendable {
    @usableFromInline let value: Value

    @inlinable init(_ value: Value) { self.value = value }
  }

  @usableFromInline let known = Mutex<[ObjectIdentifier: any AnyObject & Sendable]>([:])

  public init() {}

  /// The reading of a kind, made where nobody has asked for it. Of two that ask at once both make it; the first is kept.
  ///
  /// - Parameter kind: names the reading; every call with it must make the same.
  @inlinable public func reading<Value: Sendable>(_ kind: Any.Type, _ make: () -> Value) -> Value {
    let key = ObjectIdentifier(kind)
    if let reading = known.withLock({ $0[key] }) as? Reading<Value> { return reading.value }
    let reading = Reading(make())
    return known.withLock { known in
      if let first = known[key] as? Reading<Value> { return first.value }
      known[key] = reading
      return reading.value
    }
  }
}
