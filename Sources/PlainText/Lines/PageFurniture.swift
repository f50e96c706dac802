import Literature

/// Running heads, running feet and page numbers: printed on every page, read on none.
struct PageFurniture {
  let text: ByteText
  private var counts: [String: Int] = [:]
  private var lines: [Line]
  private let hasPages: Bool

  /// The lines with furniture marked. O(n).
  static func marked(_ lines: [Line], in text: ByteText) -> [Line] {
    var furniture = PageFurniture(text: text, lines: lines)
    furniture.markRepeatedLines()
    furniture.markPageNumbers()
    furniture.markPageEdges()
    return furniture.lines
  }

  private init(text: ByteText, lines: [Line]) {
    self.text = text
    self.lines = lines
    hasPages = lines.contains { $0.startsPage }
  }

  /// One of the first three or last two lines of a page, or a line on its own.
  private func mayBeFurniture(_ index: Int) -> Bool {
    guard lines[index].width <= 160 else { return false }
    if index < 2 || index + 2 >= lines.count { return true }
    for place in max(0, index - 2)...index where lines[place].startsPage { return true }
    for place in index + 1...min(index + 2, lines.count - 1) where lines[place].startsPage { return true }
    return !hasPages && lines[index].blanksBefore > 0 && lines[index + 1].blanksBefore > 0
  }

  private mutating func markRepeatedLines() {
    var keys: [(line: Int, key: String)] = []
    for index in lines.indices where mayBeFurniture(index) {
      guard let key = key(of: lines[index]) else { continue }
      keys.append((index, key))
      counts[key, default: 0] += 1
    }
    for (index, key) in keys where counts[key, default: 0] >= (hasPages ? 2 : 3) {
      // The head of the first page is often the title itself.
      if index > 2 || key.utf8.contains(0x23) { lines[index].isFurniture = true }
    }
  }

  /// The line with digits made equal; nil for lines that may well stand twice.
  private func key(of line: Line) -> String? {
    if StandardHeading(text.trimmed(line.range), in: text) != nil || Caption(line.range, in: text) != nil { return nil }
    if ListLabel(line.range, in: text) != nil { return nil }
    let folded = text.folded(line.range)
    guard !folded.utf8.contains(0x7C), folded.utf8.count >= 5, folded.utf8.first != 0x23 else { return nil }
    // "2011, 30: 1575–1584." ends many an entry; page numbers are told by their order.
    guard folded.utf8.count(where: { (0x61...0x7A).contains($0) || $0 >= 0xC3 && $0 != 0xE2 }) >= 2 else { return nil }
    return Self.withEqualNumbers(Array(folded.utf8))
  }

  /// One mark for each number that may count pages: all of a line with at most two; else, as in "12, 45–9" of an entry or in a DOI, only
  /// one at an end of the line and the first of "3 of 12".
  private static func withEqualNumbers(_ folded: [UInt8]) -> String {
    var runs: [Range<Int>] = []
    for (offset, byte) in folded.enumerated() where (0x30...0x39).contains(byte) {
      if let last = runs.last, last.upperBound == offset {
        runs[runs.count - 1] = last.lowerBound..<offset + 1
      } else {
        runs.append(offset..<offset + 1)
      }
    }
    let text = String(decoding: folded, as: UTF8.self)
    let isIdentifier = ["doi", "pmid", "pmcid", "http", "www."].contains { text.contains($0) }
    if runs.count > 2 || isIdentifier {
      runs = runs.filter { run in
        let isAtEnd = run.lowerBound == 0 || run.upperBound == folded.count && folded[run.lowerBound - 1] == 0x20
        return run.count <= 4 && isAtEnd || folded[run.upperBound...].starts(with: Array(" of ".utf8))
      }
    }
    var key: [UInt8] = []
    var offset = 0
    for run in runs {
      key += folded[offset..<run.lowerBound] + [0x23]
      offset = run.upperBound
    }
    return String(decoding: key + folded[offset...], as: UTF8.self)
  }

  /// The first or last line of a page, apart from the text and set in two parts: `12      Petrov et al.`
  private mutating func markPageEdges() {
    for index in lines.indices where !lines[index].isFurniture && lines[index].width <= 160 {
      let last = index + 1 == lines.count
      let heads = lines[index].startsPage && !last && lines[index + 1].blanksBefore > 0
      let foots = !last && lines[index + 1].startsPage && lines[index].blanksBefore > 0
      guard heads || foots, holdsWideGap(lines[index].range), key(of: lines[index]) != nil else { continue }
      lines[index].isFurniture = true
    }
  }

  private func holdsWideGap(_ range: Range<Int>) -> Bool {
    var spaces = 0
    for byte in text.bytes[range] {
      spaces = byte == 0x20 ? spaces + 1 : 0
      if spaces >= 4 { return true }
    }
    return false
  }

  /// Numbers on their own at a page's edge, or in a row of such numbers that count up through the document.
  private mutating func markPageNumbers() {
    var numbered: [(line: Int, number: Int)] = []
    for index in lines.indices where !lines[index].isFurniture && mayBeFurniture(index) {
      if let number = pageNumber(lines[index].range) { numbered.append((index, number)) }
    }
    for (place, item) in numbered.enumerated() {
      let before = place > 0 ? numbered[place - 1].number : Int.min
      let after = place + 1 < numbered.count ? numbered[place + 1].number : Int.max
      if item.number - 1 == before || item.number + 1 == after || hasPages { lines[item.line].isFurniture = true }
    }
  }

  /// The number of `12`, `- 12 -`, `Page 12 of 30`, `第 12 页`.
  private func pageNumber(_ range: Range<Int>) -> Int? {
    guard range.count <= 40 else { return nil }
    let skipped: [UInt8] = [0x20, 0x2D, 0x2F, 0xB7, 0xC2]
    let word = text.folded(range).utf8.filter { !(0x30...0x39).contains($0) && !skipped.contains($0) }
    let words = ["", "page", "pageof", "of", "p.", "第页", "第页共页", "第页，共页"]
    return words.contains(String(decoding: word, as: UTF8.self)) ? firstNumber(range) : nil
  }

  private func firstNumber(_ range: Range<Int>) -> Int? {
    var number: Int?
    for byte in text.bytes[range] {
      if (0x30...0x39).contains(byte) {
        number = min(99_999, (number ?? 0) * 10 + Int(byte & 0xF))
      } else if number != nil {
        break
      }
    }
    return number
  }
}
