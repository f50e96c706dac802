/// A place in a document's stored text: half-open UTF-8 byte ranges, in reading order.
///
/// One range in most cases; a passage that continues over a page break has several. The document is
/// known from the record that holds the span.
public struct SourceSpan: Hashable, Sendable {
  /// Half-open byte ranges into the stored text, ascending and not overlapping.
  public var ranges: [Range<Int>]

  public init(_ ranges: [Range<Int>]) { self.ranges = ranges }
  public init(_ range: Range<Int>) { self.ranges = [range] }

  /// The first byte of the span, or 0 for an empty one.
  public var start: Int { ranges.first?.lowerBound ?? 0 }
  /// One past the last byte of the span, or 0 for an empty one.
  public var end: Int { ranges.last?.upperBound ?? 0 }
  public var isEmpty: Bool { ranges.allSatisfy { $0.isEmpty } }

  /// Whether any byte belongs to both spans. O(n·m) in the numbers of ranges, which are small.
  public func overlaps(_ other: SourceSpan) -> Bool {
    ranges.contains { range in other.ranges.contains { range.overlaps($0) } }
  }
}
