/// Where index files live: a folder, or memory. Files are written once and never changed.
public protocol IndexDirectory: Sendable {
  /// The names of all files, sorted.
  func names() throws(IndexError) -> [String]
  /// The bytes of a file; throws `missing` where there is none.
  func open(_ name: String) throws(IndexError) -> FileBytes
  /// Writes a file that is either there as a whole or not at all, and durable when this returns. Replaces one of the same name.
  func write(_ name: String, _ bytes: [UInt8]) throws(IndexError)
  /// Removes a file; those who have it open keep it. Does nothing where there is none.
  func remove(_ name: String) throws(IndexError)
}

extension IndexDirectory {
  /// Removes index files that no listed segment needs, and what interrupted writes left. Returns the names removed.
  ///
  /// Call it after the commit that stopped listing them; readers that have them open are not disturbed.
  @discardableResult
  public func sweep(keeping live: [SegmentReference]) throws(IndexError) -> [String] {
    let kept = Set(live.flatMap(\.files))
    var removed: [String] = []
    for name in try names() where SegmentReference.isIndexFile(name) && !kept.contains(name) {
      try remove(name)
      removed.append(name)
    }
    return removed
  }
}
