import Literature

/// A reference list that no heading announces: at the end of the file, numbered from 1 with years, or author by author.
enum UnheadedReferenceList {
  /// The line where it begins; nil where there is none. O(lines).
  static func start(in lines: [Line], text: ByteText) -> Int? {
    guard let start = numberedStart(in: lines, text: text) ?? namedStart(in: lines, text: text),
      // Sections are numbered as well, and a list that is announced below them is none of theirs.
      !lines[start...].contains(where: { isHeading($0, text) })
    else { return nil }
    return start
  }

  private static func isHeading(_ line: Line, _ text: ByteText) -> Bool {
    guard !line.isFurniture, line.width <= 80, let heading = StandardHeading(line.range, in: text) else { return false }
    if case .own(.references) = heading.role { return true }
    return false
  }

  /// Numbers in one dress that count up from 1.
  private struct Chain {
    var start: Int
    var lastLine: Int
    var count = 1
    var years: Int
  }

  private static func numberedStart(in lines: [Line], text: ByteText) -> Int? {
    var chains: [ListLabel.Style: Chain] = [:]
    for (index, line) in lines.enumerated() where !line.isFurniture {
      // "1 | INTRODUCTION" is a section.
      guard let label = ListLabel(line.range, in: text, inReferences: true), let number = label.number, label.style != .key,
        label.contentStart >= line.range.upperBound || text.bytes[label.contentStart] != 0x7C
      else { continue }
      let year = holdsYear(lines, index, text) ? 1 : 0
      if let chain = chains[label.style], number == chain.count + 1, index - chain.lastLine <= LabelledList.reach {
        chains[label.style]?.count += 1
        chains[label.style]?.lastLine = index
        chains[label.style]?.years += year
      } else if number == 1, chains[label.style].map({ !isList($0) || index - $0.lastLine > LabelledList.reach }) ?? true {
        chains[label.style] = Chain(start: index, lastLine: index, years: year)
      }
    }
    // The longest; of two equally long ones the later.
    let lists = chains.values.filter { isList($0) && $0.lastLine + LabelledList.reach >= lines.count }
    return lists.max { ($0.count, $0.start) < ($1.count, $1.start) }?.start
  }

  private static func isList(_ chain: Chain) -> Bool { chain.count >= 3 && chain.years * 3 >= chain.count * 2 }

  /// Lines that begin with an author and hold a year soon after, one close to the other, up to the end of the file.
  ///
  /// Entries of bodies and titles count too, but only between those of persons, or after a blank line above them.
  private static func namedStart(in lines: [Line], text: ByteText) -> Int? {
    let reach = 24
    var (start, count, last): (Int?, Int, Int) = (nil, 0, lines.count)
    for index in lines.indices.reversed() where !lines[index].isFurniture {
      let line = lines[index]
      if last - index > reach { break }
      if line.blanksBefore > 0, line.width <= 80, let heading = StandardHeading(line.range, in: text), case .own = heading.role {
        break
      }
      guard yearFollowsAuthors(index, lines, text) else { continue }
      if EntryStart.namesAuthor(line.range, in: text) {
        (start, count, last) = (index, count + 1, index)
      } else if beginsAfterEnd(index, lines, text) {
        last = index
        if line.blanksBefore > 0 { start = index }
      }
    }
    return count >= 3 ? start : nil
  }

  /// A capital at the start of a line, and a finished line before it.
  private static func beginsAfterEnd(_ index: Int, _ lines: [Line], _ text: ByteText) -> Bool {
    guard text.scalar(at: lines[index].range.lowerBound).value.isUppercase else { return false }
    return index == 0 || lines[index - 1].isFurniture || ListEnd.looksComplete(lines[index - 1].range, in: text)
  }

  /// A year in parentheses, as lists by author and year print it behind the names.
  private static func yearFollowsAuthors(_ index: Int, _ lines: [Line], _ text: ByteText) -> Bool {
    let start = lines[index].range.lowerBound
    var last = index
    while last + 1 < lines.count, last < index + 3, lines[last + 1].blanksBefore == 0 || lines[last + 1].startsPage { last += 1 }
    let end = min(lines[last].range.upperBound, start + 500)
    var offset = start
    while offset + 6 <= end {
      if text.bytes[offset] == 0x28, EntryStart.holdsYear(offset + 1..<offset + 6, in: text) { return true }
      offset += 1
    }
    return false
  }

  /// Looks at the entry's first four lines, up to 2 KB. A blank line ends it: behind a numbered heading follows a paragraph with years.
  private static func holdsYear(_ lines: [Line], _ index: Int, _ text: ByteText) -> Bool {
    var end = index + 1
    while end < min(index + 4, lines.count), lines[end].blanksBefore == 0 || lines[end].startsPage { end += 1 }
    return (index..<end).contains { place in
      let range = lines[place].range
      return EntryStart.holdsYear(range.lowerBound..<min(range.upperBound, range.lowerBound + 2000), in: text)
    }
  }
}
