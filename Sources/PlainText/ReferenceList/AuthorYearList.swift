/// Reference lists without numbers: an entry a paragraph, hanging indents, bullets, or nothing but line ends.
struct AuthorYearList {
  let text: ByteText
  let lines: [Line]
  let wrapWidth: Int?
  /// The line where the list is over.
  let end: Int

  private enum Shape { case bullets, blankLines, hanging(Int), lineEnds }

  func read(from start: Int) -> ([EntryDraft], [Int], Int) {
    let shape = shape(from: start)
    var (entries, furniture) = ([EntryDraft](), [Int]())
    for index in start..<max(start, end) {
      let line = lines[index]
      if line.isFurniture {
        furniture.append(index)
        continue
      }
      var content = line.range
      if case .bullets = shape, let label = ListLabel(line.range, in: text) {
        content = label.contentStart..<line.range.upperBound
      }
      if let previous = entries.last?.ranges.last, !begins(index, shape: shape, previous: previous) {
        entries[entries.count - 1].ranges.append(content)
      } else if !content.isEmpty {
        entries.append(EntryDraft(label: nil, ranges: [content]))
      }
    }
    return (entries, furniture, max(start, end))
  }

  private func shape(from start: Int) -> Shape {
    let own = lines[start..<max(start, end)].filter { !$0.isFurniture }
    guard let first = own.first else { return .lineEnds }
    if own.count(where: { ListLabel($0.range, in: text)?.style == .bullet }) * 3 >= own.count { return .bullets }
    let margin = own.reduce(Int.max) { min($0, $1.indent) }
    let indented = own.count { $0.indent >= margin + 2 }
    if indented > 0, indented < own.count, first.indent < margin + 2 { return .hanging(margin) }
    let separated = own.dropFirst().count { $0.blanksBefore > 0 }
    return separated > 0 && separated * 6 >= own.count ? .blankLines : .lineEnds
  }

  private func begins(_ index: Int, shape: Shape, previous: Range<Int>) -> Bool {
    let line = lines[index]
    let first = text.scalar(at: line.range.lowerBound).value
    switch shape {
    case .bullets:
      guard ListLabel(line.range, in: text)?.style == .bullet else { return false }
      return ListEnd.looksComplete(previous, in: text)
    case .blankLines:
      return (line.blanksBefore > 0 || line.startsPage) && !first.isLowercase && ListEnd.looksComplete(previous, in: text)
    case .hanging(let margin): return line.indent < margin + 2
    case .lineEnds: return ListEnd.looksComplete(previous, in: text) && beginsLikeEntry(line.range)
    }
  }

  /// A family name and an initial, a family name and a comma, or a Chinese name; then a year within the entry is left to others.
  private func beginsLikeEntry(_ range: Range<Int>) -> Bool {
    let first = text.scalar(at: range.lowerBound).value
    if first.isHan { return true }
    guard first.isUppercase || first > 0xFF && !first.isSpace else { return false }
    guard let wrapWidth, wrapWidth > 0 else { return true }
    let words = text.folded(range.lowerBound..<min(range.upperBound, range.lowerBound + 60)).split(separator: " ").prefix(3)
    guard let name = words.first, words.count > 1 else { return false }
    return name.hasSuffix(",") || words[words.startIndex + 1].utf8.count <= 3 || words[words.startIndex + 1].hasSuffix(",")
  }
}
