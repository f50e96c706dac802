/// A value that copies share until one of them is changed: a copy costs one reference, however large the value is.
///
/// Other modules read through it in place: without that each reading would be a call, and most would copy the whole value.
@usableFromInline struct Shared<Value: Hashable & Sendable>: Hashable, Sendable {
  /// Changed only by its single owner, so that it may be read from anywhere, and no reading asks the runtime whether someone writes.
  @usableFromInline final class Storage: @unchecked Sendable {
    @exclusivity(unchecked) @usableFromInline var value: Value

    @inlinable init(_ value: Value) { self.value = value }
  }
  @usableFromInline var storage: Storage

  @inlinable init(_ value: Value) { storage = Storage(value) }

  @inlinable var value: Value {
    _read { yield storage.value }
    _modify {
      if !isKnownUniquelyReferenced(&storage) { storage = Storage(storage.value) }
      yield &storage.value
    }
  }

  @usableFromInline static func == (left: Self, right: Self) -> Bool {
    left.storage === right.storage || left.value == right.value
  }

  @usableFromInline func hash(into hasher: inout Hasher) { hasher.combine(value) }
}
