/// Text as it is read, joined over line and page breaks, with the way back to the stored text.
///
/// Recognisers work on `utf8` alone; whatever they find is turned into a `SourceSpan` by `span(of:)`.
public struct FlowText: Hashable, Sendable {
  /// A stretch of flow text copied from the stored text without change.
  public struct Piece: Hashable, Sendable {
    /// Where the stretch begins in `utf8`.
    public var flowStart: Int
    /// The same bytes in the stored text.
    public var source: Range<Int>

    public init(flowStart: Int, source: Range<Int>) {
      self.flowStart = flowStart
      self.source = source
    }
    public var flowEnd: Int { flowStart + source.count }
  }

  /// The joined bytes. Bytes that belong to no piece (a joining space) have no place in the source.
  public private(set) var utf8: [UInt8]
  /// Ascending by `flowStart`, not overlapping.
  public private(set) var pieces: [Piece]

  public init() {
    utf8 = []
    pieces = []
  }

  /// Text whose stretches are known: as `utf8` and `pieces` of another flow gave them.
  public init(utf8: [UInt8], pieces: [Piece]) {
    self.utf8 = utf8
    self.pieces = pieces
  }

  /// One stretch of `text`, unchanged.
  public init(_ range: Range<Int>, of text: [UInt8]) {
    utf8 = Array(text[range])
    pieces = [Piece(flowStart: 0, source: range)]
  }

  /// Appends a stretch of the stored text; `joiner` (at most a space) goes in between and has no place in the source.
  public mutating func append(_ range: Range<Int>, of text: [UInt8], joiner: String = "") {
    utf8.append(contentsOf: joiner.utf8)
    if joiner.isEmpty, let last = pieces.last, last.source.upperBound == range.lowerBound,
      last.flowEnd == utf8.count
    {
      pieces[pieces.count - 1].source = last.source.lowerBound..<range.upperBound
    } else {
      pieces.append(Piece(flowStart: utf8.count, source: range))
    }
    utf8.append(contentsOf: text[range])
  }

  /// Appends another text over the same stored text; `joiner` goes in between where this text is not empty.
  public mutating func append(_ other: FlowText, joiner: String = "") {
    if !isEmpty { utf8.append(contentsOf: joiner.utf8) }
    let shift = utf8.count
    pieces += other.pieces.map { Piece(flowStart: $0.flowStart + shift, source: $0.source) }
    utf8 += other.utf8
  }

  @inlinable public var isEmpty: Bool { utf8.isEmpty }
  @inlinable public var count: Int { utf8.count }
  /// The whole text as a string.
  public var string: String { String(decoding: utf8, as: UTF8.self) }
  /// The text of a flow range as a string.
  public func string(_ range: Range<Int>) -> String { String(decoding: utf8[range], as: UTF8.self) }

  /// The span of the whole text.
  public var span: SourceSpan { SourceSpan(pieces.map(\.source)) }

  /// The pieces that a flow range shares bytes with. O(log n + their number).
  private func pieces(in range: Range<Int>) -> ArraySlice<Piece> {
    let first = pieces.partitionPoint { $0.flowEnd > range.lowerBound }
    return pieces[first...].prefix { $0.flowStart < range.upperBound }
  }

  /// The source of a flow range: cut at the pieces, joiners left out. O(log n + pieces of the range).
  public func span(of range: Range<Int>) -> SourceSpan {
    var ranges: [Range<Int>] = []
    for piece in pieces(in: range) {
      let low = max(range.lowerBound, piece.flowStart) - piece.flowStart + piece.source.lowerBound
      let high = min(range.upperBound, piece.flowEnd) - piece.flowStart + piece.source.lowerBound
      if let last = ranges.last, last.upperBound == low {
        ranges[ranges.count - 1] = last.lowerBound..<high
      } else {
        ranges.append(low..<high)
      }
    }
    return SourceSpan(ranges)
  }

  /// A part of this text that keeps its way back to the source. O(log n + range).
  public func slice(_ range: Range<Int>) -> FlowText {
    var result = FlowText()
    result.utf8 = Array(utf8[range])
    for piece in pieces(in: range) {
      let low = max(range.lowerBound, piece.flowStart)
      let high = min(range.upperBound, piece.flowEnd)
      let shift = piece.source.lowerBound - piece.flowStart
      result.pieces.append(Piece(flowStart: low - range.lowerBound, source: (low + shift)..<(high + shift)))
    }
    return result
  }

  /// The flow offset of a byte of the stored text, or nil where this text does not hold it.
  public func flowOffset(ofSource offset: Int) -> Int? {
    for piece in pieces where piece.source.contains(offset) {
      return piece.flowStart + offset - piece.source.lowerBound
    }
    return nil
  }

  /// The flow's bytes of a span, from its first byte to its last; nil where this text does not hold both in that order.
  public func range(of span: SourceSpan) -> Range<Int>? {
    guard let start = flowOffset(ofSource: span.start), let last = flowOffset(ofSource: span.end - 1), start <= last else {
      return nil
    }
    return start..<last + 1
  }
}
