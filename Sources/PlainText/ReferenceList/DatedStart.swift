import Literature

/// Where entries begin in lists by author and year, which print the year in brackets behind the names: "Smith, J. (2019). A title."
struct DatedStart {
  let text: ByteText
  let lines: ArraySlice<Line>
  /// Most entries of the list are of this style.
  let isStyle: Bool

  /// How far from its beginning an entry has its year.
  private static let reach = 700

  init(text: ByteText, lines: ArraySlice<Line>) {
    self.text = text
    self.lines = lines
    let named = lines.indices.filter {
      !lines[$0].isFurniture && EntryStart.namesAuthor(lines[$0].range, in: text)
    }
    let dated = named.count { Self.opens($0, lines, text) }
    isStyle = dated >= 3 && dated * 3 >= named.count * 2
  }

  /// Whether a line, with those behind it, reaches a bracketed year before anything that stands behind one in an entry.
  func opens(_ index: Int) -> Bool { Self.opens(index, lines, text) }

  private static func opens(_ index: Int, _ lines: ArraySlice<Line>, _ text: ByteText) -> Bool {
    var head: [UInt8] = []
    var place = index
    while place < lines.endIndex, head.count < reach {
      if !lines[place].isFurniture { head += text.bytes[lines[place].range].prefix(reach) + [0x20] }
      if let verdict = verdict(head) { return verdict }
      place += 1
    }
    return false
  }

  /// Nil where the head must go on: neither a year in brackets nor anything else that decides stands in it.
  private static func verdict(_ head: [UInt8]) -> Bool? {
    for offset in head.indices.dropLast(2) {
      if head[offset] == 0x28 {
        // "123(4)" is a volume with its issue.
        if offset > 0, isDigit(head[offset - 1]) { return false }
        guard offset + 8 < head.count else { return nil }
        if opensYear(head[offset...]) { return true }
        // "(Eds.). (2015)" and "Ministry of Health (MoH). (2014)" go on; "(Ed.), Handbook" does not.
        guard let close = head[offset...].prefix(80).firstIndex(of: 0x29), close + 3 < head.count else {
          return head.count > offset + 80 ? false : nil
        }
        if head[close + 1] == 0x2C, head[offset + 1] == 0x45 { return false }
      } else if isDigit(head[offset]), offset > 1, head[offset - 1] == 0x20, head[offset - 2] == 0x2C {
        // ", 123": a volume or a page.
        return false
      } else if head[offset] == 0x3F, head[offset + 1] == 0x20 {
        return false
      } else if head[offset] == 0x2E, head[offset + 1] == 0x20, endsSentence(at: offset, in: head) {
        guard offset + 2 < head.count else { return nil }
        if head[offset + 2] != 0x28 { return false }
      } else if head[offset...].starts(with: Array("http".utf8)) || head[offset...].starts(with: Array("www.".utf8)) {
        return false
      }
    }
    return nil
  }

  /// "(2019", "(2019a)", "(n.d.)", "(in press)".
  private static func opensYear(_ bytes: ArraySlice<UInt8>) -> Bool {
    let rest = bytes.dropFirst()
    if rest.starts(with: Array("n.d".utf8)) || rest.starts(with: Array("in press".utf8)) { return true }
    let digits = rest.prefix { (0x30...0x39).contains($0) }
    guard digits.count == 4, let first = digits.first else { return false }
    return first == 0x31 || first == 0x32
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// A line that ends in "(2010).": the title is still to come.
  static func endsInYear(_ range: Range<Int>, in text: ByteText) -> Bool {
    let end = text.bytes[range].suffix(8)
    guard end.count >= 7, end.last == 0x2E || end.last == 0x29 else { return false }
    let bracket = end.last == 0x2E ? end.dropLast() : end
    guard bracket.last == 0x29, let open = bracket.lastIndex(of: 0x28) else { return false }
    return opensYear(bracket[open...])
  }

  /// A full stop behind a page number, or a word of three letters or more that is not all capitals: no initial, no "Jr.".
  private static func endsSentence(at offset: Int, in head: [UInt8]) -> Bool {
    let word = head[..<offset].reversed().prefix { $0 != 0x20 && $0 != 0x2E }
    if word.count >= 2, word.first.map(isDigit) == true { return true }
    return word.count >= 3 && word.contains { (0x61...0x7A).contains($0) } && !word.reversed().elementsEqual("al".utf8)
  }
}
