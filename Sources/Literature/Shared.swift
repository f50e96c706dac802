/// A value that copies share until one of them is changed: a copy costs one reference, however large the value is.
struct Shared<Value: Hashable & Sendable>: Hashable, Sendable {
  /// Changed only by its single owner, so that it may be read from anywhere.
  private final class Storage: @unchecked Sendable {
    var value: Value

    init(_ value: Value) { self.value = value }
  }
  private var storage: Storage

  init(_ value: Value) { storage = Storage(value) }

  var value: Value {
    _read { yield storage.value }
    _modify {
      if !isKnownUniquelyReferenced(&storage) { storage = Storage(storage.value) }
      yield &storage.value
    }
  }

  static func == (left: Self, right: Self) -> Bool { left.storage === right.storage || left.value == right.value }

  func hash(into hasher: inout Hasher) { hasher.combine(value) }
}
