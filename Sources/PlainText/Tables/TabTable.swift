import Literature

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
      let isCut =
        width > 0 && pending.count < width && index < lines.count && completes(pending.count, lines[index], width)
        && !(isHeading(index - 1, width: width) && standsAlone(index - 1)) && !isShortRow(pending, lines[index])
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

  /// A first cell with nothing or empty ones behind it, above another row: the heading of those that follow.
  private func isHeading(_ index: Int, width: Int) -> Bool {
    let line = lines[index]
    guard line.blanksBefore == 0, index + 1 < lines.count, Self.isRow(lines[index + 1], in: text),
      lines[index + 1].blanksBefore == 0
    else { return false }
    if text.bytes[line.raw].contains(0x09) { return cells(line).count == width }
    return width > 1 && line.width <= Self.widestHeading && cells(lines[index + 1]).count == width && isLabel(line)
      && holdsDigit(lines[index + 1])
  }

  /// A label without tabs that is no first half of a cell: what its rows are counted in ends it, or they are set in.
  private func standsAlone(_ index: Int) -> Bool {
    let (line, next) = (text.bytes[lines[index].range], text.bytes[lines[index + 1].raw])
    guard !line.contains(0x09), let last = line.last(where: { $0 != 0x20 }) else { return false }
    return next.first == 0x20 || [0x29, 0x5D, 0x25, 0x3A].contains(last) || line.suffix(3).elementsEqual("）".utf8)
  }

  private static let widestHeading = 80

  /// "Region, n (%)", 病因分型[例(%)]: no sentence, and nothing that begins another part of the page.
  private func isLabel(_ line: Line) -> Bool {
    !SentenceEnd.closes(line.range, in: text) && !TableNote.begins(line.range, in: text) && Caption(line.range, in: text) == nil
      && ![0x23, 0x2A, 0x7C].contains(text.bytes[line.range.lowerBound])
  }

  /// Whether a cell behind the first holds a digit; the head of another table does not.
  private func holdsDigit(_ line: Line) -> Bool {
    cells(line).dropFirst().contains { $0.contains { text.bytes[$0].contains { (0x30...0x39).contains($0) } } }
  }

  /// A row that a cell's line break cut in two: both halves together have the columns of the table.
  private func completes(_ count: Int, _ line: Line, _ width: Int) -> Bool {
    line.blanksBefore == 0 && count + cells(line).count - 1 == width
  }

  /// Two rows without their last cells: a label with figures, and another label with figures under it.
  private func isShortRow(_ pending: [[Range<Int>]], _ line: Line) -> Bool {
    let next = cells(line)
    guard pending.count > 1, next.count > 1 else { return false }
    return [pending, next].allSatisfy { row in
      holdsLetter(row[0]) && row.dropFirst().allSatisfy { !holdsLetter($0) } && row.dropFirst().contains { !$0.isEmpty }
    }
  }

  private func holdsLetter(_ cell: [Range<Int>]) -> Bool {
    cell.contains { text.bytes[$0].contains { (0x41...0x5A).contains($0 & 0xDF) || (0xE3...0xE9).contains($0) } }
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
