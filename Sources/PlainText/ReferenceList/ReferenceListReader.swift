/// Cuts the lines under a reference heading into entries, whatever their labels.
struct ReferenceListReader {
  let text: ByteText
  let lines: [Line]
  /// All lines are the list: a heading or a caption among them ends nothing.
  var isWholeText = false

  /// How many lines a remark above the first number may take.
  private static let reachOfRemark = 8

  /// The entries from a line on, running heads among them, and the line where the list is over. O(lines of the list).
  func read(from start: Int) -> ListReading {
    guard let first = firstLine(from: start) else { return ListReading(next: start) }
    if let (line, style) = firstLabel(from: first) {
      var reader = LabelledList(text: text, lines: lines, style: style, isWholeText: isWholeText)
      var list = reader.read(from: line)
      list.asides += (start..<line).filter { $0 < line }
      return list
    }
    let end = isWholeText ? lines.count : UnlabelledEnd(text: text, lines: lines).end(from: first)
    var list = UnlabelledList(text: text, lines: lines[..<end]).read(from: first)
    list.asides += start..<first
    return list
  }

  private func firstLine(from start: Int) -> Int? {
    lines[start...].firstIndex { !$0.isFurniture }
  }

  /// The first line with a label that others follow; remarks such as "Papers of special note are marked *" may stand above it.
  private func firstLabel(from first: Int) -> (line: Int, style: ListLabel.Style)? {
    if let label = label(first), label.style != .bullet, isLabelled(label, from: first) { return (first, label.style) }
    for line in first..<min(lines.count, first + Self.reachOfRemark) where !lines[line].isFurniture {
      if let label = label(line), label.number == 1, label.style != .bullet, hasSuccessor(label, from: line) {
        return (line, label.style)
      }
    }
    return nil
  }

  private func label(_ line: Int) -> ListLabel? { ListLabel(lines[line].range, in: text, inReferences: true) }

  /// A number without a mark, and one that may be a year, count only if the next number follows within a few lines.
  private func isLabelled(_ label: ListLabel, from first: Int) -> Bool {
    label.style != .bare && (label.number ?? 0) < 1700 || hasSuccessor(label, from: first)
  }

  private func hasSuccessor(_ label: ListLabel, from first: Int) -> Bool {
    guard let number = label.number else { return false }
    return lines[first..<min(lines.count, first + LabelledList.reach)].dropFirst().contains {
      let next = ListLabel($0.range, in: text, inReferences: true)
      return next?.number == number + 1 && next?.style == label.style
    }
  }
}
