import Literature

/// Spans as small blobs: for each range the step from the last one's end (zigzag, since the lines of wrapped cells interleave) and the
/// length, each as a LEB128 number.
///
///     ranges 120..<180, 300..<310   →   F0 01 3C F0 01 0A
enum SpanCoding {
  static func bytes(_ span: SourceSpan) -> [UInt8] {
    var out: [UInt8] = []
    var end = 0
    for range in span.ranges {
      append(zigzag(range.lowerBound - end), to: &out)
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
      guard let step = number(bytes, &position).map(unzigzag), let length = number(bytes, &position) else { return nil }
      let (start, overflow) = end.addingReportingOverflow(step)
      let (upper, over) = start.addingReportingOverflow(length)
      guard !overflow, !over, start >= 0 else { return nil }
      ranges.append(start..<upper)
      end = upper
    }
    return SourceSpan(ranges)
  }

  static func zigzag(_ value: Int) -> UInt64 { UInt64(bitPattern: Int64(value << 1 ^ value >> 63)) }
  static func unzigzag(_ value: Int) -> Int { value >> 1 ^ -(value & 1) }

  /// For each stretch of a text one byte: how many bytes of the text, a joining space or tab or none, stand before it.
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
      SpanCoding.append(SpanCoding.zigzag(anchor.line - line), to: &out)
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
      line &+= SpanCoding.unzigzag(zigzag)
      anchors.append(StoredText.Anchor(textOffset: offset, line: line, column: column))
    }
    return anchors
  }
}
