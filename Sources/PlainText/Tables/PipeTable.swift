import Literature

/// Markdown tables: cells between pipes, a rule of dashes under the header; and rows of three cells or more without either.
struct PipeTable {
  let text: ByteText
  let lines: [Line]

  func read(from start: Int) -> (grid: TableGrid, next: Int)? {
    guard begins(at: start) else { return nil }
    let frame = frame(at: start)
    var rows: [[[Range<Int>]]] = []
    var (index, headerRows) = (start, 0)
    while index < lines.count, index == start || lines[index].blanksBefore == 0, holdsPipe(lines[index]) {
      if isRule(lines[index]) {
        headerRows = headerRows == 0 ? rows.count : headerRows
      } else {
        rows.append(cells(lines[index], in: frame))
      }
      index += 1
    }
    return rows.isEmpty ? nil : (TableGrid(rows: rows, headerRows: headerRows), index)
  }

  /// Whether a table begins with a line.
  func begins(at index: Int) -> Bool {
    guard holdsPipe(lines[index]), index + 1 < lines.count, lines[index + 1].blanksBefore == 0 else { return false }
    let framed = text.bytes[lines[index].range.lowerBound] == 0x7C
    if isRule(lines[index + 1]) || framed && text.bytes[lines[index + 1].range.lowerBound] == 0x7C { return true }
    let frame = frame(at: index)
    let columns = cells(lines[index], in: frame).count
    return columns >= Self.fewestBareCells && cells(lines[index + 1], in: frame).count == columns
  }

  /// Which ends of the rows a pipe closes. Elsewhere a pipe at the end of a line has an empty cell at its side.
  private struct Frame {
    var isClosedLeft: Bool
    var isClosedRight: Bool
  }

  /// By the line and the one below: the cell over the labels of the rows is often empty, ` | Drug A | Drug B`.
  private func frame(at index: Int) -> Frame {
    let pair = [lines[index], lines[index + 1]]
    return Frame(
      isClosedLeft: pair.allSatisfy { text.bytes[$0.range.lowerBound] == 0x7C }, isClosedRight: pair.allSatisfy(endsInPipe))
  }

  private func endsInPipe(_ line: Line) -> Bool {
    let end = line.range.upperBound
    return text.bytes[end - 1] == 0x7C && (end - 2 < line.range.lowerBound || text.bytes[end - 2] != 0x5C)
  }

  /// Two lines of prose may hold a pipe each, hardly two.
  private static let fewestBareCells = 3

  private func holdsPipe(_ line: Line) -> Bool { text.bytes[line.range].contains(0x7C) }

  /// `|---|:---:|`, and the frame of a grid table.
  private func isRule(_ line: Line) -> Bool {
    text.bytes[line.range].allSatisfy { [0x7C, 0x2D, 0x3A, 0x2B, 0x3D, 0x20, 0x09].contains($0) }
      && text.bytes[line.range].contains(0x2D)
  }

  private func cells(_ line: Line, in frame: Frame) -> [[Range<Int>]] {
    var (start, end) = (line.range.lowerBound, line.range.upperBound)
    if frame.isClosedLeft, text.bytes[start] == 0x7C { start += 1 }
    if frame.isClosedRight, end > start, endsInPipe(line) { end -= 1 }
    var cells: [[Range<Int>]] = []
    var cellStart = start
    for offset in start...end where offset == end || text.bytes[offset] == 0x7C && text.bytes[offset - 1] != 0x5C {
      let cell = text.trimmed(cellStart..<offset)
      cells.append(cell.isEmpty ? [] : [cell])
      cellStart = offset + 1
    }
    return cells
  }
}
