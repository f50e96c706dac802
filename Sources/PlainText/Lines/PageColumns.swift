import Literature

/// Pages printed in two columns: first the left one, then the right one.
///
/// `pdftotext -layout` prints both columns on one line with a gutter of spaces between. A line across the gutter
/// (the title, a wide table) parts the page: what is above it is read first.
struct PageColumns {
  let text: ByteText
  /// Lines shorter than this on both sides of a gutter are a table or a list.
  private static let leastFill = 24

  /// A text whose lines stand in reading order, with the way back to the lines of the input.
  struct Rendition {
    var utf8: [UInt8] = []
    var anchors: [StoredText.Anchor] = []
  }

  /// The text with two-column pages put in reading order; nil if it has none. O(n).
  ///
  /// Spans ascend in the stored text, and a paragraph that goes from the foot of one column to the head of the next
  /// would go back in the file; so such a file is read, and its places are counted, in this rendition.
  static func rendition(of lines: [Line], in text: ByteText) -> Rendition? {
    let ordered = inReadingOrder(lines, in: text)
    guard ordered.count > lines.count else { return nil }
    let stored = StoredText(utf8: text.bytes)
    var rendition = Rendition()
    for line in ordered {
      if line.startsPage { rendition.utf8.append(0x0C) }
      rendition.utf8.append(contentsOf: repeatElement(0x0A, count: min(line.blanksBefore, 3)))
      let (number, column) = stored.position(at: line.range.lowerBound)
      rendition.utf8.append(contentsOf: text.bytes[line.raw.lowerBound..<line.range.lowerBound])
      rendition.anchors.append(StoredText.Anchor(textOffset: rendition.utf8.count, line: number, column: column))
      rendition.utf8.append(contentsOf: text.bytes[line.range])
      rendition.utf8.append(0x0A)
    }
    return rendition
  }

  /// The lines of two-column pages cut at the gutter, left column first.
  private static func inReadingOrder(_ lines: [Line], in text: ByteText) -> [Line] {
    let columns = PageColumns(text: text)
    var result: [Line] = []
    result.reserveCapacity(lines.count)
    var start = 0
    while start < lines.count {
      var end = start + 1
      while end < lines.count, !lines[end].startsPage { end += 1 }
      result += columns.ordered(lines[start..<end])
      start = end
    }
    return result
  }

  private func ordered(_ page: ArraySlice<Line>) -> [Line] {
    guard let gutter = gutter(of: page) else { return Array(page) }
    var (result, left, right) = ([Line](), [Line](), [Line]())
    var (emptyLeft, emptyRight) = (0, 0)
    for line in page {
      if let halves = halves(line, at: gutter) {
        append(halves.left, to: &left, after: &emptyLeft)
        append(halves.right, to: &right, after: &emptyRight)
      } else {
        result += left + right + [line]
        (left, right) = ([], [])
        (emptyLeft, emptyRight) = (0, 0)
      }
    }
    return result + left + right
  }

  /// A side without text is an empty line of its column.
  private func append(_ half: Line?, to column: inout [Line], after empty: inout Int) {
    guard var half else {
      empty += 1
      return
    }
    half.blanksBefore += empty
    empty = 0
    column.append(half)
  }

  /// The gutter: columns without ink in nearly all lines that are wider than half the page. Nil for one-column pages.
  private func gutter(of page: ArraySlice<Line>) -> Int? {
    let wide = page.filter { $0.range.count < 1000 && holdsGap($0) && $0.indent + $0.width > 60 && !$0.isFurniture }
    guard wide.count >= 6 else { return nil }
    let width = wide.reduce(0) { max($0, $1.indent + $1.width) }
    var ink = [Int](repeating: 0, count: width + 1)
    for line in wide { for column in inked(line) where column <= width { ink[column] += 1 } }
    guard let best = widestGap(ink, most: wide.count / 10, within: width * 3 / 10..<width * 7 / 10) else { return nil }
    let split = wide.compactMap { halves($0, at: best) }.filter { isFilled($0.left) && isFilled($0.right) }
    // Running text fills both sides; the cells of a table do not.
    return split.count * 2 >= wide.count ? best : nil
  }

  /// The last column of the widest run that at most `most` lines ink; two columns at least.
  private func widestGap(_ ink: [Int], most: Int, within bounds: Range<Int>) -> Int? {
    var (best, longest, run) = (0, 1, 0)
    for column in bounds {
      run = ink[column] <= most ? run + 1 : 0
      if run > longest { (best, longest) = (column, run) }
    }
    return longest >= 2 ? best : nil
  }

  private func isFilled(_ half: Line?) -> Bool { half.map { $0.width >= Self.leastFill && !holdsGap($0) } ?? false }

  private func holdsGap(_ line: Line) -> Bool {
    var spaces = 0
    for byte in text.bytes[line.range] {
      spaces = byte == 0x20 ? spaces + 1 : 0
      if spaces >= 2 { return true }
    }
    return false
  }

  /// The columns that hold ink.
  private func inked(_ line: Line) -> [Int] {
    var (columns, column, offset) = ([Int](), line.indent, line.range.lowerBound)
    while offset < line.range.upperBound {
      let (value, length) = text.scalar(at: offset)
      if !value.isSpace { columns.append(column) }
      if value.isWide { columns.append(column + 1) }
      column += value.isWide ? 2 : 1
      offset += length
    }
    return columns
  }

  /// The two sides of a line; nil for a line with ink in the gutter.
  private func halves(_ line: Line, at gutter: Int) -> (left: Line?, right: Line?)? {
    guard line.range.count < 1000, !line.isFurniture else { return nil }
    var (column, offset) = (line.indent, line.range.lowerBound)
    if column > gutter { return (nil, line) }
    while offset < line.range.upperBound, column < gutter {
      let (value, length) = text.scalar(at: offset)
      column += value == 0x09 ? 8 - column % 8 : value.isWide ? 2 : 1
      offset += length
    }
    guard offset < line.range.upperBound else { return (line, nil) }
    let before = text.scalar(before: offset, from: line.range.lowerBound)?.value ?? 0x20
    guard text.scalar(at: offset).value.isSpace, before.isSpace || text.bytes[offset] == 0x20 else { return nil }
    let left = text.line(line.raw.lowerBound..<offset, blanksBefore: line.blanksBefore, startsPage: line.startsPage)
    let right = text.line(offset..<line.raw.upperBound, blanksBefore: line.blanksBefore, startsPage: false)
    return (left, right)
  }
}
