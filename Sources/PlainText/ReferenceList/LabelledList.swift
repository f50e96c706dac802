import Literature

/// Reference lists whose entries are numbered, or keyed as `[Smi20]`.
struct LabelledList {
  let text: ByteText
  let lines: [Line]
  let style: ListLabel.Style
  let isWholeText: Bool
  /// The first entry has a bullet before its number; else a dash that begins a line is that of a range ("155 / - 162. 2007").
  private var isBulleted = false

  init(text: ByteText, lines: [Line], style: ListLabel.Style, isWholeText: Bool) {
    self.text = text
    self.lines = lines
    self.style = style
    self.isWholeText = isWholeText
  }

  /// How many lines one entry may take, running heads of a page break included.
  static let reach = 40

  /// The entries from the line of the first label on.
  ///
  /// While the next number is still to come within `reach` lines nothing ends the list: what stands between is the entry before,
  /// however it looks ("Available from:", a page break, "https://…").
  mutating func read(from start: Int) -> ListReading {
    isBulleted = ListLabel(lines[start].range, in: text, inReferences: true)?.hasBullet ?? false
    var list = ListReading(next: start)
    var last: Int?
    /// Where the next number stands; looked up once for all lines before it.
    var upcoming: Int?
    while list.next < lines.count {
      let index = list.next
      let line = lines[index]
      let label = ListLabel(line.range, in: text, inReferences: true)
      if line.isFurniture {
        list.asides.append(index)
      } else if let label, begins(label, at: index, after: last, in: list) {
        list.entries.append(EntryDraft(label: text.string(label.printed), ranges: content(label, of: line)))
        last = label.number ?? last
        upcoming = nil
      } else if list.entries.isEmpty {
        break
      } else if isSubheading(index, list) {
        list.asides.append(index)
        // The numbers go on, or begin anew.
        last = nil
        upcoming = nil
      } else if mayEnd(index, list) {
        if upcoming.map({ $0 < index }) ?? true { upcoming = successor(of: last, from: index) }
        if upcoming == nil { break }
        append(line, label, to: &list)
      } else {
        append(line, label, to: &list)
      }
      list.next += 1
    }
    return list
  }

  /// "Supplementary references" between two lists, the next number right behind it.
  private func isSubheading(_ index: Int, _ list: ListReading) -> Bool {
    let line = lines[index]
    guard line.width <= 60, line.blanksBefore > 0, let end = list.entries.last?.ranges.last, ListEnd.looksComplete(end, in: text),
      let next = lines[(index + 1)...].first(where: { !$0.isFurniture }),
      ListLabel(next.range, in: text, inReferences: true)?.style == style, style != .bare
    else { return false }
    let folded = text.folded(line.range)
    return Self.subheadings.contains { folded.hasSuffix($0) || folded.hasPrefix($0) } && !folded.hasSuffix(".")
  }

  private static let subheadings = ["references", "bibliography", "literature", "sources", "参考文献", "引用文献"]

  private func append(_ line: Line, _ label: ListLabel?, to list: inout ListReading) {
    let range = label?.style == .bullet ? (label?.contentStart ?? line.range.lowerBound)..<line.range.upperBound : line.range
    list.entries[list.entries.count - 1].ranges.append(range)
  }

  private func content(_ label: ListLabel, of line: Line) -> [Range<Int>] {
    label.contentStart < line.range.upperBound ? [label.contentStart..<line.range.upperBound] : []
  }

  /// The next number always begins an entry; another one only in brackets and after a finished entry, since numbers get lost and
  /// stand twice, but volumes and issues begin lines too.
  private func begins(_ label: ListLabel, at index: Int, after last: Int?, in list: ListReading) -> Bool {
    guard label.style == style else { return false }
    guard style != .key, let number = label.number, let last, let end = list.entries.last?.ranges.last else { return true }
    if label.hasBullet { return isBulleted }
    if isLocator(label) { return false }
    if number == last + 1 {
      let content = label.contentStart..<lines[index].range.upperBound
      return style != .bare || ListEnd.looksComplete(end, in: text)
        || !content.isEmpty && EntryStart.namesAuthor(content, in: text)
    }
    guard ListEnd.looksComplete(end, in: text) else { return false }
    if number > last + 1 || isWholeText, label.style != .bare, resumes(number, at: index) { return true }
    switch style {
    case .bracket: return number > last - 3 && number < last + 30
    case .parentheses, .circled: return number > last - 3 && number <= last + 3
    default: return number > last && number <= last + 3 && successor(of: last, from: index) == nil
    }
  }

  /// Whether the two next numbers follow: the list goes on behind a gap, or begins anew, and no volume does that.
  private func resumes(_ number: Int, at index: Int) -> Bool {
    guard let next = successor(of: number, from: index + 1) else { return false }
    return successor(of: number + 1, from: next + 1) != nil
  }

  /// `(3):45-9`: an issue that a line break cut from its volume.
  private func isLocator(_ label: ListLabel) -> Bool {
    guard style == .parentheses || style == .parenthesis, label.contentStart < text.bytes.count else { return false }
    return [0x3A, 0x2C, 0x3B, 0x2E].contains(text.bytes[label.contentStart])
  }

  /// Whether a line without label may be the end of the list rather than the rest of an entry.
  private func mayEnd(_ index: Int, _ list: ListReading) -> Bool {
    if isWholeText { return false }
    let line = lines[index]
    if ListEnd.begins(line, in: text) { return true }
    guard line.blanksBefore > 0 || line.startsPage, let end = list.entries.last?.ranges.last else { return false }
    return ListEnd.looksComplete(end, in: text) && ListLabel(line.range, in: text)?.style != .bullet
  }

  private func successor(of last: Int?, from index: Int) -> Int? {
    (index..<min(lines.count, index + Self.reach)).first { place in
      guard !lines[place].isFurniture, let label = ListLabel(lines[place].range, in: text, inReferences: true) else {
        return false
      }
      return label.style == style && label.number == (last ?? 0) + 1
    }
  }
}
