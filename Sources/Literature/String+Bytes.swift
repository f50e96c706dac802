extension String {
  /// Whether another text stands anywhere in this one, byte by byte. O(n·m), in practice O(n) for short texts.
  ///
  /// Stands before the standard library's search, which compares characters up to canonical equivalence and takes some twenty times as
  /// long: nothing here is looked up that has two spellings in Unicode.
  public func contains(_ other: String) -> Bool { utf8.holds(other.utf8) }

  /// Whether the text begins with another, byte by byte: the standard library compares characters where one is not ASCII. O(other).
  public func hasPrefix(_ other: String) -> Bool { utf8.begins(with: other.utf8) }

  /// Whether the text ends with another, byte by byte. O(other).
  public func hasSuffix(_ other: String) -> Bool { utf8.ends(with: other.utf8) }
}

extension Substring {
  /// As of a `String`.
  public func contains(_ other: String) -> Bool { utf8.holds(other.utf8) }
  public func hasPrefix(_ other: String) -> Bool { utf8.begins(with: other.utf8) }
  public func hasSuffix(_ other: String) -> Bool { utf8.ends(with: other.utf8) }
}

extension [UInt8] {
  /// Whether a text stands anywhere in these bytes. O(n·m), in practice O(n).
  public func holds(_ other: String) -> Bool {
    var other = other
    return other.withUTF8 { other in withUnsafeBufferPointer { $0.holds(other) } }
  }
}

extension Collection<UInt8> {
  fileprivate func holds(_ other: String.UTF8View) -> Bool {
    let found = withContiguousStorageIfAvailable { text in other.withContiguousStorageIfAvailable { text.holds($0) } }
    if let found = found ?? nil { return found }
    return Array(self).withUnsafeBufferPointer { text in Array(other).withUnsafeBufferPointer { text.holds($0) } }
  }
}

extension BidirectionalCollection<UInt8> {
  fileprivate func begins(with other: String.UTF8View) -> Bool {
    let found = withContiguousStorageIfAvailable { text in
      other.withContiguousStorageIfAvailable { $0.count <= text.count && text[..<$0.count].elementsEqual($0) }
    }
    if let found = found ?? nil { return found }
    return starts(with: other)
  }

  fileprivate func ends(with other: String.UTF8View) -> Bool {
    let found = withContiguousStorageIfAvailable { text in
      other.withContiguousStorageIfAvailable { $0.count <= text.count && text[(text.count - $0.count)...].elementsEqual($0) }
    }
    if let found = found ?? nil { return found }
    return reversed().starts(with: other.reversed())
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
