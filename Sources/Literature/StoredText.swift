/// The text of a document that every span points into, with the way to lines and columns of the input file.
///
/// For UTF-8 plain text these are the file's own bytes; for any other input the reader's rendition.
public struct StoredText: Sendable {
  /// A point where the rendition of a structured file meets its input.
  public struct Anchor: Hashable, Sendable {
    public var textOffset: Int
    /// From 1.
    public var line: Int
    /// From 1, in Unicode scalars.
    public var column: Int
    public init(textOffset: Int, line: Int, column: Int) {
      self.textOffset = textOffset
      self.line = line
      self.column = column
    }
  }

  public let utf8: [UInt8]
  /// Empty where lines and columns of the text are those of the input; else ascending by `textOffset`.
  public let anchors: [Anchor]
  private let lineStarts: [Int]
  /// The number of scalars that begin before each whole stretch of `stride` bytes, so that a column costs no walk along a long line.
  private let scalarsBefore: [Int]
  private static let stride = 256

  public init(utf8: [UInt8], anchors: [Anchor] = []) {
    self.utf8 = utf8
    self.anchors = anchors
    var (starts, scalarsBefore, scalars) = ([0], [Int](), 0)
    if anchors.isEmpty {
      for (offset, byte) in utf8.enumerated() {
        if offset % Self.stride == 0 { scalarsBefore.append(scalars) }
        if byte & 0xC0 != 0x80 { scalars += 1 }
        if byte == 0x0A { starts.append(offset + 1) }
      }
      if utf8.count % Self.stride == 0 { scalarsBefore.append(scalars) }
    }
    lineStarts = starts
    self.scalarsBefore = scalarsBefore
  }

  /// Line and column (from 1; columns in Unicode scalars) of a byte offset, in the input file. O(log n).
  public func position(at offset: Int) -> (line: Int, column: Int) {
    if !anchors.isEmpty {
      let anchor = anchors[max(0, anchors.partitionPoint { $0.textOffset > offset } - 1)]
      return (anchor.line, anchor.column)
    }
    let line = lineStarts.partitionPoint { $0 > offset } - 1
    let (start, end) = (lineStarts[line], min(offset, utf8.count))
    let walk = walked(toColumnOf: end, inLineFrom: start)
    let skipped = walk.lowerBound > start ? scalarsBefore[walk.lowerBound / Self.stride] - scalars(before: start) : 0
    return (line + 1, skipped + scalars(in: walk) + 1)
  }

  /// The bytes before a place whose scalars are counted one by one: from the start of the line, or of the stretch where that is far.
  func walked(toColumnOf end: Int, inLineFrom start: Int) -> Range<Int> {
    end - start <= 2 * Self.stride ? start..<end : end / Self.stride * Self.stride..<end
  }

  private func scalars(before offset: Int) -> Int {
    let stretch = offset / Self.stride
    return scalarsBefore[stretch] + scalars(in: stretch * Self.stride..<offset)
  }

  private func scalars(in range: Range<Int>) -> Int { utf8[range].count { $0 & 0xC0 != 0x80 } }

  /// The text of a span: its ranges, verbatim, one after the other.
  public func string(_ span: SourceSpan) -> String {
    var bytes: [UInt8] = []
    for range in span.ranges { bytes.append(contentsOf: utf8[range.clamped(to: 0..<utf8.count)]) }
    return String(decoding: bytes, as: UTF8.self)
  }

  public func string(_ range: Range<Int>) -> String { string(SourceSpan(range)) }
}

extension Array {
  /// The first index whose element satisfies `isAbove`, in an array partitioned by it; `count` if none. O(log n).
  @inlinable public func partitionPoint(_ isAbove: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if isAbove(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
