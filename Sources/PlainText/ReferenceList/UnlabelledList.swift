/// Reference lists without numbers: an entry a paragraph, hanging indents, bullets, or nothing but line ends.
struct UnlabelledList {
  let text: ByteText
  /// Up to the end of the list.
  let lines: ArraySlice<Line>
  private let dated: DatedStart

  init(text: ByteText, lines: ArraySlice<Line>) {
    self.text = text
    self.lines = lines
    dated = DatedStart(text: text, lines: lines)
  }

  private enum Shape { case bullets, blankLines, hanging(Int), lineEnds }

  /// The entries from a line on.
  func read(from start: Int) -> ListReading {
    let shape = shape(from: start)
    let margin = rightMargin(from: start)
    var list = ListReading(next: max(start, lines.endIndex))
    var entry = EntryState()
    for index in start..<max(start, lines.endIndex) {
      let line = lines[index]
      if line.isFurniture {
        list.asides.append(index)
        continue
      }
      var content = line.range
      if case .bullets = shape, let label = ListLabel(line.range, in: text), label.style == .bullet {
        content = label.contentStart..<line.range.upperBound
      }
      if list.entries.isEmpty || begins(index, shape: shape, after: entry, margin: margin) {
        guard !content.isEmpty else { continue }
        list.entries.append(EntryDraft(label: nil, ranges: [content]))
        entry = EntryState()
      } else {
        list.entries[list.entries.count - 1].ranges.append(content)
      }
      entry.take(line, in: text)
    }
    return list
  }

  private func shape(from start: Int) -> Shape {
    let own = lines[start...].filter { !$0.isFurniture }
    guard let first = own.first else { return .lineEnds }
    if own.count(where: { ListLabel($0.range, in: text)?.style == .bullet }) * 6 >= own.count { return .bullets }
    let margin = own.reduce(Int.max) { min($0, $1.indent) }
    let indented = own.count { $0.indent >= margin + 2 }
    if indented * 8 >= own.count, indented < own.count, first.indent < margin + 2 { return .hanging(margin) }
    let separated = own.dropFirst().count { $0.blanksBefore > 0 }
    return separated > 0 && separated * 6 >= own.count ? .blankLines : .lineEnds
  }

  /// The column that full lines reach: nineteen of twenty lines end before it.
  private func rightMargin(from start: Int) -> Int {
    let widths = lines[start...].map { $0.indent + $0.width }.sorted()
    return widths.isEmpty ? 0 : widths[widths.count * 19 / 20]
  }

  private func begins(_ index: Int, shape: Shape, after entry: EntryState, margin: Int) -> Bool {
    let line = lines[index]
    switch shape {
    case .bullets:
      return ListLabel(line.range, in: text)?.style == .bullet
    case .hanging(let left): return line.indent < left + 2
    case .blankLines:
      let isApart =
        line.blanksBefore > 0 && !line.startsPage && !(lines.indices.contains(index - 1) && lines[index - 1].isFurniture)
      if isApart {
        return entry.isComplete
          && (!EntryStart.continues(line.range, in: text) || dated.isStyle && dated.opens(index) && startsWithLetter(line))
      }
      return (line.startsPage || line.blanksBefore > 0) && beginsByContent(index, entry, margin)
    case .lineEnds: return beginsByContent(index, entry, margin)
    }
  }

  private func startsWithLetter(_ line: Line) -> Bool { text.scalar(at: line.range.lowerBound).value.isLatinLetter }

  /// Adds up what speaks for a new entry at a line; the weights are whole numbers so that the sum is the same everywhere.
  private func beginsByContent(_ index: Int, _ entry: EntryState, _ margin: Int) -> Bool {
    let line = lines[index]
    if dated.isStyle, lines.indices.contains(index - 1), DatedStart.endsInYear(lines[index - 1].range, in: text) { return false }
    let opens = dated.isStyle && dated.opens(index)
    if EntryStart.continues(line.range, in: text), !opens || !entry.isComplete || !startsWithLetter(line) { return false }
    if entry.endsInIdentifier, EntryStart.isAfterword(line.range, in: text) { return false }
    var weight = 0
    if entry.isComplete { weight += 2 } else { weight -= 6 }
    if entry.hasYear { weight += 2 } else { weight -= 4 }
    if dated.isStyle, !opens {
      // "Springer, New York." looks like a name too.
      weight += EntryStart.namesInitials(line.range, in: text) ? 0 : -4
    } else if opens || EntryStart.namesAuthor(line.range, in: text) {
      weight += 4
    }
    if EntryStart.yearFollows(index, in: lines, text: text) { weight += 1 }
    // Behind an identifier little follows but another entry, of a body too: "Asthma Guideline Panel."
    if entry.endsInIdentifier { weight += 3 }
    // A wrapped line has no room for the word that begins the next one.
    let room = margin - entry.lastColumn - 1 - EntryStart.firstWordWidth(line.range, in: text)
    if room >= 8 { weight += 5 } else if room >= 0 { weight += 3 }
    return weight >= 8
  }
}

/// What is known of the entry that is being gathered.
struct EntryState {
  /// Its last line could be its end.
  private(set) var isComplete = false
  private(set) var hasYear = false
  /// Its last line ends in a DOI or an address.
  private(set) var endsInIdentifier = false
  /// The column where its last line ends.
  private(set) var lastColumn = 0

  mutating func take(_ line: Line, in text: ByteText) {
    endsInIdentifier = EntryStart.endsInIdentifier(line.range, in: text)
    isComplete = endsInIdentifier || ListEnd.looksComplete(line.range, in: text)
    hasYear = hasYear || EntryStart.holdsYear(line.range, in: text)
    lastColumn = line.indent + line.width
  }
}
