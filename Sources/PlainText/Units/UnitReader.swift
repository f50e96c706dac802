import Literature

/// Cuts lines into units: where a paragraph, a caption, a table begins and ends on the page.
struct UnitReader {
  let text: ByteText
  let lines: [Line]
  let wrapWidth: Int?

  /// The unit that begins at a line.
  func unit(at index: Int) -> Unit {
    let line = lines[index]
    if line.isFurniture { return single(.furniture, index, line.range) }
    if let table = PipeTable(text: text, lines: lines).read(from: index) { return self.table(table, from: index) }
    if mayBeRow(line), let table = alignedTable(at: index) { return self.table(table, from: index) }
    if isMark(line.range) { return single(.mark, index, line.range) }
    if let (level, title) = markdownHeading(line.range) { return single(.markdownHeading(level: level), index, title) }
    if let caption = Caption(line.range, in: text) { return block(.caption(caption), from: index) }
    if TableNote.begins(line.range, in: text) { return block(.note, from: index) }
    if isFootnote(line) { return block(.footnote, from: index) }
    return block(isItem(index) ? .item : .prose, from: index)
  }

  /// Whether a tab or two spaces stand within the line.
  private func mayBeRow(_ line: Line) -> Bool {
    var previous: UInt8 = 0
    for byte in text.bytes[line.raw] {
      if byte == 0x09 || byte == 0x20 && previous == 0x20 || byte == 0x80 && previous == 0x80 { return true }
      previous = byte
    }
    return false
  }

  private func alignedTable(at index: Int) -> (grid: TableGrid, next: Int)? {
    let hasCaption = followsTableCaption(index)
    return TabTable(text: text, lines: lines).read(from: index, hasCaption: hasCaption)
      ?? AlignedTable(text: text, lines: lines, wrapWidth: wrapWidth).read(from: index, hasCaption: hasCaption)
  }

  private func single(_ kind: Unit.Kind, _ index: Int, _ range: Range<Int>) -> Unit {
    Unit(kind: kind, ranges: [range], firstLine: index, nextLine: index + 1)
  }

  private func table(_ table: (grid: TableGrid, next: Int), from index: Int) -> Unit {
    Unit(kind: .table(table.grid), ranges: [], firstLine: index, nextLine: table.next)
  }

  private func followsTableCaption(_ index: Int) -> Bool {
    var before = index - 1
    while before >= 0, lines[before].isFurniture { before -= 1 }
    // A caption may be wrapped over a few lines.
    for place in stride(from: before, through: max(0, before - 4), by: -1) {
      if let caption = Caption(lines[place].range, in: text) { return caption.isTable }
      if lines[place].blanksBefore > 0 { return false }
    }
    return false
  }

  private func block(_ kind: Unit.Kind, from start: Int) -> Unit {
    var unit = Unit(kind: kind, ranges: [lines[start].range], firstLine: start, nextLine: start + 1)
    while unit.nextLine < lines.count, goesOn(unit) {
      unit.ranges.append(lines[unit.nextLine].range)
      unit.nextLine += 1
    }
    return unit
  }

  /// Whether the line after a unit belongs to it.
  private func goesOn(_ unit: Unit) -> Bool {
    let (last, next) = (lines[unit.nextLine - 1], lines[unit.nextLine])
    if next.blanksBefore > 0 || next.startsPage || next.isFurniture || beginsOther(unit.nextLine) { return false }
    if case .caption = unit.kind, mayBeRow(next), beginsAlignedRows(unit.nextLine) { return false }
    let closed = SentenceEnd.closes(last.range, in: text)
    if isHeadingLine(unit.nextLine - 1), unit.nextLine - unit.firstLine == 1, !runsOn(last, next) { return false }
    if isHeadingLine(unit.nextLine), closed || unit.nextLine - unit.firstLine == 1 && last.width < 60 { return false }
    guard let wrapWidth else { return !closed && last.width >= 100 }
    if closed { return last.width * 4 >= wrapWidth * 3 && next.indent < last.indent + 2 }
    // A short line that no word of the next would have overflowed: a title, an affiliation.
    return last.width * 5 >= wrapWidth * 3 || runsOn(last, next)
  }

  private func beginsAlignedRows(_ index: Int) -> Bool {
    AlignedTable(text: text, lines: lines, wrapWidth: wrapWidth).segments(lines[index]).count >= 2
  }

  /// Whether the next line plainly continues this one, however short it is.
  private func runsOn(_ last: Line, _ next: Line) -> Bool {
    let first = text.scalar(at: next.range.lowerBound).value
    guard let end = text.scalar(before: last.range.upperBound)?.value else { return false }
    return first.isLowercase || [0x2C, 0xFF0C, 0x3001, 0x2D, 0x3B, 0xFF1B].contains(end)
  }

  private func beginsOther(_ index: Int) -> Bool {
    let line = lines[index]
    return isMark(line.range) || markdownHeading(line.range) != nil || Caption(line.range, in: text) != nil
      || TableNote.begins(line.range, in: text) || isItem(index) || isFootnote(line) || TabTable.isRow(line, in: text)
      || text.bytes[line.range.lowerBound] == 0x7C || PipeTable(text: text, lines: lines).begins(at: index)
  }

  /// A line that reads as a heading by itself: a standard one, or a number and a short title.
  func isHeadingLine(_ index: Int) -> Bool {
    let line = lines[index]
    guard line.width <= 120, text.bytes[line.range.upperBound - 1] != 0x2E else { return false }
    if StandardHeading(line.range, in: text) != nil { return !text.scalar(at: line.range.lowerBound).value.isLowercase }
    return HeadingNumber(line.range, in: text) != nil && !SentenceEnd.closes(line.range, in: text)
  }

  private func isItem(_ index: Int) -> Bool {
    guard let label = ListLabel(lines[index].range, in: text) else { return false }
    if label.style == .bracket { return false }
    guard label.style != .bullet, index > 0, lines[index].blanksBefore == 0 else { return true }
    // Within a paragraph "(2) …" or "3. …" may be the end of a sentence that was wrapped.
    return label.contentStart < lines[index].range.upperBound && endsItem(lines[index - 1].range)
  }

  private func endsItem(_ range: Range<Int>) -> Bool {
    if SentenceEnd.closes(range, in: text) || SentenceEnd.announces(range, in: text) { return true }
    return [0x3B, 0xFF1B].contains(text.scalar(before: range.upperBound)?.value ?? 0)
  }

  private func markdownHeading(_ range: Range<Int>) -> (Int, Range<Int>)? {
    var level = 0
    while level < 7, level < range.count, text.bytes[range.lowerBound + level] == 0x23 { level += 1 }
    guard (1...6).contains(level) else { return nil }
    var title = text.trimmed(range.lowerBound + level..<range.upperBound)
    guard !title.isEmpty, title.lowerBound > range.lowerBound + level else { return nil }
    while title.count > 1, text.bytes[title.upperBound - 1] == 0x23 {
      title = text.trimmed(title.lowerBound..<title.upperBound - 1)
    }
    return (level, title)
  }

  /// A rule of dashes, an image, a comment, a code fence.
  private func isMark(_ range: Range<Int>) -> Bool {
    if text.starts(range, with: "<!--") || text.starts(range, with: "![") || text.starts(range, with: "```") {
      return range.count < 2000
    }
    return range.count >= 3 && text.bytes[range].allSatisfy { [0x2D, 0x3D, 0x2A, 0x5F, 0x2B, 0x20].contains($0) }
  }

  /// `*Corresponding author.` at the foot of a page; emphasis and bullets begin otherwise.
  private func isFootnote(_ line: Line) -> Bool {
    let range = line.range
    let (mark, length) = text.scalar(at: range.lowerBound)
    let daggers: Set<UInt32> = [0x2020, 0x2021, 0xA7, 0xB6, 0x203B, 0xFF0A, 0x2217]
    if daggers.contains(mark) { return line.width <= 400 }
    guard mark == 0x2A || mark == 0x23, range.count > length, line.width <= 400 else { return false }
    let next = text.scalar(at: range.lowerBound + length).value
    guard !next.isSpace, next != 0x2A, next != 0x23 else { return false }
    return !text.bytes[range.dropFirst()].contains(0x2A)
  }
}
