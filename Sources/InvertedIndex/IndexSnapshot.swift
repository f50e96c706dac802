/// The live segments of an index at one moment: what is searched. Immutable and safe to use from many threads.
///
/// Files stay mapped as long as the snapshot lives, even if they are removed meanwhile.
public final class IndexSnapshot: Sendable {
  public let schema: IndexSchema
  let segments: [Segment]
  let similarity: Similarity

  /// Opens the listed segments. Checks of each file the header, version, length and section table; see `verify` for the rest.
  ///
  /// Throws `missing`, `corrupt`, `tooOld`, `tooNew`, `schemaMismatch` or `system`. Cost: a few pages a segment.
  public convenience init(
    _ references: [SegmentReference], schema: IndexSchema, in directory: some IndexDirectory
  ) throws(IndexError) {
    var segments: [Segment] = []
    for reference in references { segments.append(try Segment(reference, in: directory)) }
    try self.init(segments, schema: schema)
  }

  init(_ segments: [Segment], schema: IndexSchema) throws(IndexError) {
    for segment in segments where segment.schema != schema {
      throw IndexError(
        .schemaMismatch, file: segment.reference.segmentFile,
        "index file \(segment.reference.segmentFile) has other fields or columns than this index. Build the index again.")
    }
    self.schema = schema
    self.segments = segments
    similarity = Similarity(segments, schema: schema)
  }

  public var references: [SegmentReference] { segments.map(\.reference) }
  /// The number of passages that are not deleted.
  public var count: Int { segments.reduce(0) { $0 + $1.liveCount } }
  /// For each segment its passages, and how many of them are deleted: what a merge policy looks at.
  public var segmentSizes: [(passages: Int, deleted: Int, bytes: Int)] {
    segments.map { ($0.passageCount, $0.passageCount - $0.liveCount, $0.envelope.file.bytes.count) }
  }

  /// In how many passages a term occurs, deleted ones included.
  public func documentFrequency(field: UInt8, _ term: [UInt8]) throws(IndexError) -> Int {
    var sum = 0
    for segment in segments { sum += try segment.entry(field: field, term)?.documentCount ?? 0 }
    return sum
  }

  /// The terms of a field that begin with a prefix, with their document frequencies, in order of their bytes, at most `limit`.
  public func terms(
    field: UInt8, prefix: [UInt8], limit: Int
  ) throws(IndexError) -> [(term: [UInt8], documentFrequency: Int)] {
    var counts: [[UInt8]: Int] = [:]
    for segment in segments {
      var room = limit
      try segment.forEachTerm(field: field, prefix: prefix) { term, entry in
        guard room > 0 else { return false }
        counts[Array(term), default: 0] += entry.documentCount
        room -= 1
        return true
      }
    }
    let sorted = counts.keys.sorted { $0.lexicographicallyPrecedes($1) }.prefix(max(0, limit))
    return sorted.map { ($0, counts[$0] ?? 0) }
  }
}
