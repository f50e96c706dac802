import Literature

/// What tells that a reference list, or an entry of it, is over.
enum ListEnd {
  /// Whether another part of the article begins: a heading, a caption, the small print.
  static func begins(_ line: Line, in text: ByteText) -> Bool {
    if text.bytes[line.range.lowerBound] == 0x23, line.range.count > 2, isHashes(line.range, in: text) { return true }
    if line.width <= 80, let heading = StandardHeading(line.range, in: text), case .own = heading.role { return true }
    if let inline = InlineHeading(line.range, in: text), inline.heading.kind != .references, line.blanksBefore > 0 { return true }
    if line.blanksBefore > 0, let caption = Caption(line.range, in: text), caption.label.utf8.count < 4 { return true }
    // Addresses and DOIs are small print elsewhere; here they are parts of entries.
    guard line.blanksBefore > 0, let print = SmallPrint(line.range, in: text) else { return false }
    return print.kind != .identifier && !text.starts(line.range, with: "http")
  }

  private static func isHashes(_ range: Range<Int>, in text: ByteText) -> Bool {
    var offset = range.lowerBound
    while offset < range.upperBound, text.bytes[offset] == 0x23 { offset += 1 }
    return offset < range.upperBound && text.bytes[offset] == 0x20
  }

  /// Whether an entry may end here: a full stop, an address, a page number.
  static func looksComplete(_ range: Range<Int>, in text: ByteText) -> Bool {
    guard let last = text.scalar(before: range.upperBound, from: range.lowerBound)?.value else { return true }
    if last == 0x2E, endsInEditorsInitial(range, in: text) { return false }
    return last.endsSentence || last.isDigit || [0x3E, 0x29, 0x5D].contains(last) || endsInAddress(range, in: text)
  }

  /// "In M." and "In R. M.": the editor's family name is still to come.
  private static func endsInEditorsInitial(_ range: Range<Int>, in text: ByteText) -> Bool {
    for word in text.bytes[range].suffix(24).split(separator: 0x20).reversed() {
      if word.elementsEqual("In".utf8) { return true }
      guard word.count == 2, word.last == 0x2E, let first = word.first, (0x41...0x5A).contains(first) else { return false }
    }
    return false
  }

  private static func endsInAddress(_ range: Range<Int>, in text: ByteText) -> Bool {
    let run = text.bytes[range].suffix(200).split(separator: 0x20).last ?? []
    let isAddress = run.starts(with: Array("http".utf8)) || run.starts(with: Array("www.".utf8))
    return run.contains(0x2F) && isAddress || run.starts(with: Array("doi:".utf8))
  }
}

/// Where a list without numbers is over.
struct UnlabelledEnd {
  let text: ByteText
  let lines: [Line]

  /// The first line from `start` on that begins another part of the article. A line that an unfinished one runs into does not, and
  /// the first line of the list is taken for what its place says.
  func end(from start: Int) -> Int {
    var previous: Range<Int>?
    for index in start..<lines.count where !lines[index].isFurniture {
      let isFree = previous.map { ListEnd.looksComplete($0, in: text) } ?? !EntryStart.namesAuthor(lines[index].range, in: text)
      if isFree, ListEnd.begins(lines[index], in: text) { return index }
      previous = lines[index].range
    }
    return lines.count
  }
}
