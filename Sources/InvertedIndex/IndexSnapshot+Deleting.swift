extension IndexSnapshot {
  /// Marks passages as deleted: writes a new deletion file for each segment that holds one of them alive, and returns what a catalogue
  /// lists instead. Ids that no segment holds are passed over. Without a change the references are those of this snapshot.
  ///
  /// Nothing is visible to anyone until the catalogue lists the new references. Cost: O(ids · log passages) where ids ascend in a
  /// segment, plus O(passages) for each segment that changes.
  public func deleting(_ ids: some Sequence<UInt64>, in directory: some IndexDirectory) throws(IndexError) -> [SegmentReference] {
    let wanted = Set(ids)
    var references: [SegmentReference] = []
    for segment in segments { references.append(try segment.deleting(wanted, in: directory)) }
    return references
  }
}

extension Segment {
  fileprivate func deleting(_ ids: Set<UInt64>, in directory: some IndexDirectory) throws(IndexError) -> SegmentReference {
    let places = ordinals(of: ids).filter { isLive(UInt32($0)) }
    guard !places.isEmpty else { return reference }
    var deleted = (0..<passageCount).map { !isLive(UInt32($0)) }
    for place in places { deleted[place] = true }
    var changed = reference
    changed.deletionGeneration &+= 1
    if let file = changed.deletionFile { try directory.write(file, Deletions.encode(deleted)) }
    return changed
  }

  /// The places of the passages that have these ids; deleted ones too.
  func ordinals(of ids: Set<UInt64>) -> [Int] {
    guard idsAscend else { return (0..<passageCount).filter { ids.contains(externalIDs[$0]) } }
    return ids.compactMap { externalIDs.ordinal(of: $0) }
  }
}
