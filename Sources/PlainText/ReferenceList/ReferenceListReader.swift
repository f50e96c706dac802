/// Cuts the lines under a reference heading into entries, whatever their labels.
struct ReferenceListReader {
  let text: ByteText
  let lines: [Line]
  let wrapWidth: Int?

  /// The entries from a line on, running heads among them, and the line where the list is over.
  func read(from start: Int) -> (entries: [EntryDraft], furniture: [Int], next: Int) {
    guard let first = firstContent(from: start) else { return ([], [], start) }
    let label = ListLabel(lines[first].range, in: text, inReferences: true)
    if let label, label.style != .bullet, isLabelled(label, from: first) { return labelled(label.style, from: start) }
    return AuthorYearList(text: text, lines: lines, wrapWidth: wrapWidth, end: end(from: start)).read(from: start)
  }

  private func firstContent(from start: Int) -> Int? {
    var index = start
    while index < lines.count, lines[index].isFurniture { index += 1 }
    return index < lines.count ? index : nil
  }

  /// A number without a mark counts only if the next number follows within a few lines.
  private func isLabelled(_ label: ListLabel, from first: Int) -> Bool {
    guard label.style == .bare else { return true }
    guard let number = label.number else { return false }
    return lines[first..<min(lines.count, first + 12)].dropFirst().contains {
      ListLabel($0.range, in: text, inReferences: true)?.number == number + 1
    }
  }

  private func labelled(_ style: ListLabel.Style, from start: Int) -> ([EntryDraft], [Int], Int) {
    var (entries, furniture) = ([EntryDraft](), [Int]())
    var last: Int?
    var index = start
    while index < lines.count {
      let line = lines[index]
      let label = ListLabel(line.range, in: text, inReferences: true)
      if line.isFurniture {
        furniture.append(index)
      } else if let label, begins(label, style: style, after: last) {
        entries.append(EntryDraft(label: text.string(label.printed), ranges: content(label, of: line)))
        last = label.number ?? last
      } else if entries.isEmpty || endsList(index, entries: entries, style: style, last: last) {
        break
      } else {
        let range = label?.style == .bullet ? (label?.contentStart ?? line.range.lowerBound)..<line.range.upperBound : line.range
        entries[entries.count - 1].ranges.append(range)
      }
      index += 1
    }
    return (entries, furniture, index)
  }

  private func content(_ label: ListLabel, of line: Line) -> [Range<Int>] {
    label.contentStart < line.range.upperBound ? [label.contentStart..<line.range.upperBound] : []
  }

  private func begins(_ label: ListLabel, style: ListLabel.Style, after last: Int?) -> Bool {
    guard label.style == style else { return false }
    guard style != .key, let number = label.number, let last else { return true }
    switch style {
    case .bracket, .parentheses: return number > last - 3 && number < last + 30 || label.hasBullet
    default: return number > last && number <= last + 3
    }
  }

  /// Whether a line without label is the end of the list rather than the rest of an entry.
  private func endsList(_ index: Int, entries: [EntryDraft], style: ListLabel.Style, last: Int?) -> Bool {
    let line = lines[index]
    if ListEnd.begins(line, in: text) { return true }
    guard line.blanksBefore > 0 || line.startsPage, let end = entries.last?.ranges.last else { return false }
    guard ListEnd.looksComplete(end, in: text), ListLabel(line.range, in: text)?.style != .bullet else { return false }
    return !labelFollows(index, style: style, last: last)
  }

  private func labelFollows(_ index: Int, style: ListLabel.Style, last: Int?) -> Bool {
    lines[index..<min(lines.count, index + 12)].contains { line in
      guard let label = ListLabel(line.range, in: text, inReferences: true) else { return false }
      return label.style == style && label.number == (last ?? 0) + 1
    }
  }

  private func end(from start: Int) -> Int {
    var index = start
    while index < lines.count, lines[index].isFurniture || !ListEnd.begins(lines[index], in: text) { index += 1 }
    return index
  }
}
