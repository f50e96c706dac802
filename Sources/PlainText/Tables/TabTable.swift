/// Tables whose cells are parted by tabs.
struct TabTable {
  let text: ByteText
  let lines: [Line]

  /// Whether tabs part the line.
  static func isRow(_ line: Line, in text: ByteText) -> Bool { text.bytes[line.range].contains(0x09) }

  /// The table that begins at a line; nil if there is only one row. Ends after the last row.
  func read(from start: Int, hasCaption: Bool) -> (grid: TableGrid, next: Int)? {
    guard Self.isRow(lines[start], in: text) else { return nil }
    var rows: [[[Range<Int>]]] = []
    var (index, width) = (start, 0)
    var pending: [[Range<Int>]] = []
    while index < lines.count, continues(index, from: start, pending: pending, width: width) {
      append(cells(lines[index]), to: &pending, width: width)
      index += 1
      let isCut = width > 0 && pending.count < width && index < lines.count && completes(pending.count, lines[index], width)
      if isCut { continue }
      width = max(width, pending.count)
      rows.append(pending)
      pending = []
    }
    guard rows.count > 1 || hasCaption && width > 1 else { return nil }
    return (TableGrid(rows: rows, headerRows: 1), index)
  }

  private func continues(_ index: Int, from start: Int, pending: [[Range<Int>]], width: Int) -> Bool {
    if index == start { return true }
    if lines[index].isFurniture || lines[index].blanksBefore > 1 { return false }
    return Self.isRow(lines[index], in: text) || !pending.isEmpty || isHeading(index, width: width)
  }

  /// A first cell with nothing but empty ones behind it, above another row: the heading of those that follow.
  private func isHeading(_ index: Int, width: Int) -> Bool {
    let line = lines[index]
    return text.bytes[line.raw].contains(0x09) && line.blanksBefore == 0 && cells(line).count == width && index + 1 < lines.count
      && Self.isRow(lines[index + 1], in: text) && lines[index + 1].blanksBefore == 0
  }

  /// A row that a cell's line break cut in two: both halves together have the columns of the table.
  private func completes(_ count: Int, _ line: Line, _ width: Int) -> Bool {
    line.blanksBefore == 0 && count + cells(line).count - 1 == width
  }

  private func append(_ cells: [[Range<Int>]], to pending: inout [[Range<Int>]], width: Int) {
    guard !pending.isEmpty, let first = cells.first else {
      pending += cells
      return
    }
    pending[pending.count - 1] += first
    pending += cells.dropFirst()
  }

  private func cells(_ line: Line) -> [[Range<Int>]] {
    var cells: [[Range<Int>]] = []
    var start = line.raw.lowerBound
    for offset in line.raw.lowerBound...line.raw.upperBound {
      guard offset == line.raw.upperBound || text.bytes[offset] == 0x09 else { continue }
      let cell = text.trimmed(start..<offset)
      cells.append(cell.isEmpty ? [] : [cell])
      start = offset + 1
    }
    return cells
  }
}
