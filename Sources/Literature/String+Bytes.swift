extension String {
  /// Whether another text stands anywhere in this one, byte by byte. O(n·m), in practice O(n) for short texts.
  ///
  /// Stands before the standard library's search, which compares characters up to canonical equivalence and takes some twenty times as
  /// long: nothing here is looked up that has two spellings in Unicode.
  public func contains(_ other: String) -> Bool { utf8.holds(other.utf8) }
}

extension Substring {
  /// As of a `String`.
  public func contains(_ other: String) -> Bool { utf8.holds(other.utf8) }
}

extension Collection<UInt8> {
  fileprivate func holds(_ other: String.UTF8View) -> Bool {
    let found = withContiguousStorageIfAvailable { text in other.withContiguousStorageIfAvailable { text.holds($0) } }
    if let found = found ?? nil { return found }
    return Array(self).withUnsafeBufferPointer { text in Array(other).withUnsafeBufferPointer { text.holds($0) } }
  }
}

extension UnsafeBufferPointer<UInt8> {
  fileprivate func holds(_ other: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = other.first else { return true }
    guard other.count <= count else { return false }
    for start in 0...count - other.count where self[start] == first {
      var length = 1
      while length < other.count, self[start + length] == other[length] { length += 1 }
      if length == other.count { return true }
    }
    return false
  }
}
