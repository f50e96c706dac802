import Literature

extension ArticleBuilder {
  mutating func startTable(_ element: Element) {
    suspendFlow()
    push(element, .table, .table, note: article.blocks.count)
    grid = TableGrid()
    breakParagraph()
  }

  /// Rows, groups and cells of XHTML and of the OASIS model.
  mutating func startTablePart(_ element: Element, _ attributes: Attributes) {
    switch element {
    case .thead, .tbody, .tfoot, .tgroup:
      grid?.endGroup()
      grid?.isHead = element == .thead
      push(element, .table, .rowGroup)
    case .tr, .row: startRow(element)
    case .td, .th, .entry: startCell(element, attributes)
    case .colspec:
      if let name = attributes["colname"], let count = grid?.columnSpecCount { grid?.columnNames[name] = count }
      grid?.columnSpecCount += 1
      push(element, .skip)
    default: push(element, .table)
    }
  }

  private mutating func startRow(_ element: Element) {
    out.trimSpaceInRow()
    if out.count > 0, out.utf8.last != 0x0A { out.append("\n") }
    out.floor = out.count
    grid?.startRow()
    push(element, .table, .row)
  }

  private mutating func startCell(_ element: Element, _ attributes: Attributes) {
    let skipped = grid?.advance() ?? 0
    let tabs = (frames.last?.note ?? 0) > 0 ? 1 : 0
    let isAligned = (grid?.columnCount ?? 0) <= TableGrid.widestAligned
    for _ in 0..<(tabs + (isAligned ? skipped : 0)) { out.append(0x09) }
    if !frames.isEmpty { frames[frames.count - 1].note += 1 }
    let place = push(element, .value, .cell)
    out.floor = out.count
    frames[place].start = out.count
    frames[place].note = cellSpan(element, attributes)
  }

  /// Both spans in one number, as a frame has room for one.
  private func cellSpan(_ element: Element, _ attributes: Attributes) -> Int {
    var rows = attributes.count("rowspan", limit: TableGrid.longestSpan)
    var columns = attributes.count("colspan", limit: TableGrid.longestSpan)
    if element == .entry {
      if attributes["morerows"] != nil { rows = attributes.count("morerows", limit: TableGrid.longestSpan) + 1 }
      if let first = attributes["namest"].flatMap({ grid?.columnNames[$0] }),
        let last = attributes["nameend"].flatMap({ grid?.columnNames[$0] }), last > first
      {
        columns = min(last - first + 1, TableGrid.longestSpan)
      }
    }
    return rows << 16 | columns
  }

  mutating func finishTablePart(_ frame: Frame) {
    switch frame.role {
    case .cell: finishCell(frame)
    case .row:
      out.floor = out.count
    case .rowGroup:
      grid?.endGroup()
      grid?.isHead = false
    case .table: finishTable(frame)
    default: break
    }
  }

  private mutating func finishCell(_ frame: Frame) {
    out.trimSpace()
    let range = min(frame.start, out.count)..<out.count
    grid?.place(
      FlowText(range, of: out.utf8), rowSpan: frame.note >> 16, columnSpan: frame.note & 0xFFFF,
      isHeader: frame.element == .th)
    out.floor = out.count
  }

  private mutating func finishTable(_ frame: Frame) {
    grid?.endGroup()
    if let grid, grid.rowCount > 0 {
      let label = wrapLabels.last.flatMap { $0 }.flatMap(Self.tableNumber)
      article.tables.append(
        Table(
          label: label, section: currentSection(), cells: grid.cells, rowCount: grid.rowCount, columnCount: grid.columnCount,
          blockIndex: frame.note))
    }
    grid = nil
    out.floor = out.count
    unsuspendFlow()
  }

  /// "Table S2." is "S2", "表1" is "1", "TABLE IV" is "IV"; nil for nothing.
  static func tableNumber(_ label: String) -> String? {
    var words = label.split(whereSeparator: \.isWhitespace).map(String.init)
    while let last = words.last, let end = last.last, ".:。：".contains(end) {
      words[words.count - 1].removeLast()
      if words[words.count - 1].isEmpty { words.removeLast() }
    }
    guard let last = words.last else { return nil }
    if words.count > 1 { return last }
    let lowered = last.lowercased()
    for word in ["table", "tab", "表", "box", "tabelle", "tableau", "tabla", "tabela"] where lowered.hasPrefix(word) {
      let rest = last.dropFirst(word.count).drop { $0 == "." }
      return rest.isEmpty ? nil : String(rest)
    }
    return last
  }
}

extension Rendition {
  /// A row ends without spaces; its tabs stay.
  mutating func trimSpaceInRow() { trimSpace() }
}
