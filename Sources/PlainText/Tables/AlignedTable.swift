/// Tables whose columns are parted by runs of spaces, as `pdftotext -layout` prints them.
struct AlignedTable {
  let text: ByteText
  let lines: [Line]
  let wrapWidth: Int?

  /// One stretch of a line between gaps, by columns.
  struct Segment {
    var range: Range<Int>
    var columns: Range<Int>
  }

  /// The table that begins at a line: after a caption two aligned lines suffice, without one three with three columns.
  func read(from start: Int, hasCaption: Bool) -> (grid: TableGrid, next: Int)? {
    guard segments(lines[start]).count >= (hasCaption ? 2 : 3) else { return nil }
    var rows: [[Segment]] = []
    var index = start
    while index < lines.count, continues(index, from: start, hasCaption: hasCaption, rows: rows) {
      rows.append(segments(lines[index]))
      index += 1
    }
    let aligned = rows.count { $0.count >= (hasCaption ? 2 : 3) }
    guard aligned >= (hasCaption ? 2 : 3), !isProse(rows), hasCaption || !areParagraphs(rows)
    else { return nil }
    let columns = columnBounds(rows)
    guard columns.count >= 2 else { return nil }
    return (TableGrid(rows: merged(rows, from: start, columns: columns), headerRows: 1), index)
  }

  private func continues(_ index: Int, from start: Int, hasCaption: Bool, rows: [[Segment]]) -> Bool {
    let line = lines[index]
    if index == start { return true }
    if line.isFurniture || line.startsPage || line.blanksBefore > (hasCaption ? 2 : 0) { return false }
    if Caption(line.range, in: text) != nil || TableNote.begins(line.range, in: text) { return false }
    let count = segments(line).count
    if count >= 2 { return true }
    if line.blanksBefore > 0 {
      // A row label or a wrapped cell after an empty line, with more of the table below; never a paragraph.
      return hasCaption && line.width < 40 && index + 1 < lines.count && lines[index + 1].blanksBefore <= 1
        && segments(lines[index + 1]).count >= 2 && StandardHeading(line.range, in: text) == nil
        && HeadingNumber(line.range, in: text) == nil
    }
    return line.width < 48
  }

  /// Two columns of running text are no table.
  private func isProse(_ rows: [[Segment]]) -> Bool {
    let segments = rows.joined()
    let wide = segments.count { $0.columns.count >= 30 }
    return wide * 2 > segments.count
  }

  private static let leastOfParagraph = 40

  /// Numbered paragraphs whose heading wide spaces part from the text, as Chinese journals print them: 2.1　入选过程　筛查 238 例, …。
  private func areParagraphs(_ rows: [[Segment]]) -> Bool {
    let paragraphs = rows.count { row in
      guard let last = row.last, last.columns.count >= Self.leastOfParagraph else { return false }
      return text.scalar(before: last.range.upperBound)?.value == 0x3002
    }
    return paragraphs * 2 > rows.count
  }

  /// Stretches parted by a tab or two spaces and more.
  func segments(_ line: Line) -> [Segment] {
    guard line.range.count < 4000 else { return [Segment(range: line.range, columns: 0..<line.width)] }
    var segments: [Segment] = []
    var (offset, column, start, startColumn) = (line.raw.lowerBound, 0, -1, 0)
    var (spaces, lastEnd, lastColumn) = (0, 0, 0)
    while offset < line.range.upperBound {
      let (value, length) = text.scalar(at: offset)
      let width = value == 0x09 ? 8 - column % 8 : value.isWide ? 2 : 1
      if value.isSpace {
        spaces += width
      } else {
        if start >= 0, spaces >= 2 {
          segments.append(Segment(range: start..<lastEnd, columns: startColumn..<lastColumn))
          start = -1
        }
        if start < 0 { (start, startColumn) = (offset, column) }
        (spaces, lastEnd, lastColumn) = (0, offset + length, column + width)
      }
      offset += length
      column += width
    }
    if start >= 0 { segments.append(Segment(range: start..<lastEnd, columns: startColumn..<lastColumn)) }
    return segments
  }

  /// Where columns begin: the stretches of ink when all rows lie on top of one another. Lines without a gap do not count.
  private func columnBounds(_ rows: [[Segment]]) -> [Range<Int>] {
    let inked = rows.filter { $0.count >= 2 }
    let width = inked.joined().reduce(0) { max($0, $1.columns.upperBound) }
    guard width < 4000 else { return [] }
    var ink = [Int](repeating: 0, count: width + 1)
    for segment in inked.joined() { for column in segment.columns { ink[column] += 1 } }
    // A heading over several columns may cross a gap in one row of ten.
    let allowed = inked.count / 10
    var bounds: [Range<Int>] = []
    var start: Int?
    for column in 0...width {
      let isInk = column < width && ink[column] > allowed
      if isInk, start == nil { start = column }
      if !isInk, let begun = start {
        bounds.append(begun..<column)
        start = nil
      }
    }
    return joinedByNarrowGaps(bounds)
  }

  private func joinedByNarrowGaps(_ bounds: [Range<Int>]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    for bound in bounds {
      if let last = result.last, bound.lowerBound - last.upperBound < 2 {
        result[result.count - 1] = last.lowerBound..<bound.upperBound
      } else {
        result.append(bound)
      }
    }
    return result
  }

  /// Rows of cells; a line that only continues cells of the line above is joined to its row.
  private func merged(_ rows: [[Segment]], from start: Int, columns: [Range<Int>]) -> [[[Range<Int>]]] {
    var grid: [[[Range<Int>]]] = []
    for (place, segments) in rows.enumerated() {
      var cells = [[Range<Int>]](repeating: [], count: columns.count)
      for segment in segments { cells[column(of: segment, columns)].append(segment.range) }
      if let last = grid.last, lines[start + place].blanksBefore == 0, continuesRow(cells, of: last) {
        for column in cells.indices { grid[grid.count - 1][column] += cells[column] }
      } else {
        grid.append(cells)
      }
    }
    return grid
  }

  private func column(of segment: Segment, _ columns: [Range<Int>]) -> Int {
    var (best, most) = (0, Int.min)
    for (index, bounds) in columns.enumerated() {
      let low = max(bounds.lowerBound, segment.columns.lowerBound)
      let overlap = min(bounds.upperBound, segment.columns.upperBound) - low
      if overlap > most { (best, most) = (index, overlap) }
    }
    return best
  }

  /// No first cell, or fewer than half of the cells and a first cell that plainly goes on.
  private func continuesRow(_ cells: [[Range<Int>]], of last: [[Range<Int>]]) -> Bool {
    guard let first = cells[0].first else { return true }
    let filled = cells.count { !$0.isEmpty }
    guard filled * 2 < cells.count || filled < last.count(where: { !$0.isEmpty }) else { return false }
    let value = text.scalar(at: first.lowerBound).value
    if value.isLowercase || value == 0x28 || value == 0xFF08 { return true }
    return text.scalar(before: last[0].last?.upperBound ?? 0).map { $0.value == 0x2D } ?? false
  }
}
