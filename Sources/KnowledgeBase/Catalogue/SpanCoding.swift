import Literature

/// Spans as small blobs: for each range the gap since the last one's end and the length, each as a LEB128 number.
///
///     ranges 120..<180, 300..<310   →   78 3C 78 0A
enum SpanCoding {
  static func bytes(_ span: SourceSpan) -> [UInt8] {
    var out: [UInt8] = []
    var end = 0
    for range in span.ranges {
      // Ranges ascend; one that does not is kept from underflowing and fails `verify`.
      append(UInt64(max(0, range.lowerBound - end)), to: &out)
      append(UInt64(range.count), to: &out)
      end = range.upperBound
    }
    return out
  }

  /// Nil for bytes that no span was written as.
  static func span(_ bytes: [UInt8]) -> SourceSpan? {
    var ranges: [Range<Int>] = []
    var end = 0
    var position = 0
    while position < bytes.count {
      guard let gap = number(bytes, &position), let length = number(bytes, &position) else { return nil }
      let (start, overflow) = end.addingReportingOverflow(gap)
      let (upper, over) = start.addingReportingOverflow(length)
      guard !overflow, !over else { return nil }
      ranges.append(start..<upper)
      end = upper
    }
    return SourceSpan(ranges)
  }

  /// For each stretch of a text one byte: how many bytes of the text, a joining space or none, stand before it.
  static func joins(_ flow: FlowText) -> [UInt8] {
    var end = 0
    return flow.pieces.map { piece in
      defer { end = piece.flowEnd }
      return UInt8(clamping: piece.flowStart - end)
    }
  }

  static func append(_ value: UInt64, to out: inout [UInt8]) {
    var rest = value
    while rest >= 0x80 {
      out.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    out.append(UInt8(rest))
  }

  static func number(_ bytes: [UInt8], _ position: inout Int) -> Int? {
    var value: UInt64 = 0
    for shift in stride(from: UInt64(0), to: 63, by: 7) {
      guard position < bytes.count else { return nil }
      let byte = bytes[position]
      position += 1
      value |= UInt64(byte & 0x7F) << shift
      if byte & 0x80 == 0 { return Int(exactly: value) }
    }
    return nil
  }
}

/// Line anchors as a blob: for each the growth of offset and line since the last, and the column, as LEB128 numbers.
enum AnchorCoding {
  static func bytes(_ anchors: [StoredText.Anchor]) -> [UInt8] {
    var out: [UInt8] = []
    var offset = 0
    var line = 0
    for anchor in anchors {
      SpanCoding.append(UInt64(max(0, anchor.textOffset - offset)), to: &out)
      // Lines may fall again where parts of the input are rendered in another order, so the difference is zigzag-coded.
      let difference = anchor.line - line
      SpanCoding.append(UInt64(bitPattern: Int64(difference << 1 ^ difference >> 63)), to: &out)
      SpanCoding.append(UInt64(max(0, anchor.column)), to: &out)
      offset = anchor.textOffset
      line = anchor.line
    }
    return out
  }

  static func anchors(_ bytes: [UInt8]) -> [StoredText.Anchor]? {
    var anchors: [StoredText.Anchor] = []
    var offset = 0
    var line = 0
    var position = 0
    while position < bytes.count {
      guard let gap = SpanCoding.number(bytes, &position), let zigzag = SpanCoding.number(bytes, &position),
        let column = SpanCoding.number(bytes, &position)
      else { return nil }
      offset &+= gap
      line &+= zigzag >> 1 ^ -(zigzag & 1)
      anchors.append(StoredText.Anchor(textOffset: offset, line: line, column: column))
    }
    return anchors
  }
}
