/// One line that holds text, or one column's share of it.
struct Line {
  /// Without white space at the ends, never empty.
  var range: Range<Int>
  /// From where the line (or its column) begins to where it ends, white space included.
  var raw: Range<Int>
  /// Columns of white space before the text.
  var indent: Int
  /// Columns of the text.
  var width: Int
  /// Empty lines before this one.
  var blanksBefore: Int
  /// The first line after a form feed.
  var startsPage: Bool
  /// Running head, running foot or page number.
  var isFurniture = false
}

extension ByteText {
  /// The lines that hold text. Line ends are LF, CR LF and CR; a form feed ends a line and a page. O(n).
  func lines(from start: Int) -> [Line] {
    var lines: [Line] = []
    var (lineStart, offset, blanks, startsPage) = (start, start, 0, false)
    while offset <= bytes.count {
      let byte = offset < bytes.count ? bytes[offset] : 0x0A
      guard byte == 0x0A || byte == 0x0C || byte == 0x0D else {
        offset += 1
        continue
      }
      if let line = line(lineStart..<offset, blanksBefore: blanks, startsPage: startsPage) {
        lines.append(line)
        (blanks, startsPage) = (0, false)
      } else if byte != 0x0C {
        blanks += 1
      }
      if byte == 0x0C { startsPage = true }
      if byte == 0x0D, offset + 1 < bytes.count, bytes[offset + 1] == 0x0A { offset += 1 }
      offset += 1
      lineStart = offset
    }
    return lines
  }

  /// The line that fills `raw`; nil if there is nothing but white space.
  func line(_ raw: Range<Int>, blanksBefore: Int, startsPage: Bool) -> Line? {
    let range = trimmed(raw)
    guard !range.isEmpty else { return nil }
    // Nothing asks how wide a line is beyond a few hundred columns.
    let width = range.count > 4000 ? range.count / 2 : columns(range)
    return Line(
      range: range, raw: raw, indent: columns(range.lowerBound - min(range.lowerBound - raw.lowerBound, 4000)..<range.lowerBound),
      width: width,
      blanksBefore: blanksBefore, startsPage: startsPage)
  }
}
