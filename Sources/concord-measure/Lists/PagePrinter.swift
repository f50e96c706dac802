/// Prints paragraphs as a PDF converter does: wrapped at 90 columns, words hyphenated, pages with running heads and numbers.
struct PagePrinter {
  private(set) var bytes: [UInt8] = []
  private let runningHead: String
  private let hasFormFeeds: Bool
  private var lineOfPage = 0
  private var page = 1
  private var column = 0
  private var wordCount = 0
  private let width = 90
  private let linesPerPage = 52

  init(runningHead: String, hasFormFeeds: Bool) {
    self.runningHead = runningHead
    self.hasFormFeeds = hasFormFeeds
  }

  /// Prints a text that begins on a new line; the ranges of `marks` in it come back as ranges of the output.
  mutating func paragraph(_ text: String, indent: Int = 0, hanging: Int = 0, blankBefore: Bool = true, marks: [Range<Int>] = [])
    -> [Range<Int>]
  {
    if blankBefore, lineOfPage > 0 { endLine() }
    start(line: indent)
    var places = [Int](repeating: -1, count: text.utf8.count + 1)
    let utf8 = Array(text.utf8)
    var offset = 0
    while offset < utf8.count {
      var end = offset
      while end < utf8.count, utf8[end] != 0x20 { end += 1 }
      print(word: utf8[offset..<end], at: offset, hanging: hanging, places: &places)
      offset = end + 1
    }
    endLine()
    return marks.map { mark in
      let printed = places[mark].filter { $0 >= 0 }
      guard let first = printed.first, let last = printed.last else { return 0..<0 }
      return first..<last + 1
    }
  }

  /// A blank line without text.
  mutating func skip() { endLine() }

  private mutating func print(word: ArraySlice<UInt8>, at offset: Int, hanging: Int, places: inout [Int]) {
    guard !word.isEmpty else { return }
    wordCount += 1
    let columns = Self.columns(word)
    let isFirst = bytes.last == 0x0A || bytes.last == 0x20 || bytes.isEmpty
    if !isFirst {
      if column + 1 + columns <= width {
        append(0x20)
      } else if let cut = hyphenation(of: word, room: width - column - 2) {
        append(0x20)
        copy(word[..<cut], at: offset, &places)
        append(0x2D)
        endLine()
        start(line: hanging)
        return copy(word[cut...], at: offset + cut - word.startIndex, &places)
      } else {
        endLine()
        start(line: hanging)
      }
    }
    copy(word, at: offset, &places)
  }

  private mutating func copy(_ word: ArraySlice<UInt8>, at offset: Int, _ places: inout [Int]) {
    for (step, byte) in word.enumerated() {
      // Text without blanks, as Chinese is, is cut where the line is full.
      if column >= width, byte & 0xC0 != 0x80, byte >= 0xE3 {
        endLine()
        start(line: 0)
      }
      places[offset + step] = bytes.count
      append(byte)
      if byte & 0xC0 == 0x80 { column -= 1 } else if byte >= 0xE3 { column += 1 }
    }
  }

  /// Where every second word of plain letters may be cut.
  private func hyphenation(of word: ArraySlice<UInt8>, room: Int) -> Int? {
    let letters = word.prefix { (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) }
    guard wordCount % 2 == 0, letters.count >= 8, letters.dropFirst().allSatisfy({ $0 >= 0x61 }), room >= 4 else { return nil }
    return letters.startIndex + min(room, letters.count - 3)
  }

  private static func columns(_ word: ArraySlice<UInt8>) -> Int {
    word.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : $1 >= 0xE3 ? 2 : 1) }
  }

  private mutating func append(_ byte: UInt8) {
    bytes.append(byte)
    column += 1
  }

  private mutating func start(line indent: Int) {
    if lineOfPage >= linesPerPage { turnPage() }
    for _ in 0..<indent { append(0x20) }
  }

  private mutating func endLine() {
    bytes.append(0x0A)
    column = 0
    lineOfPage += 1
  }

  private mutating func turnPage() {
    let number = String(repeating: " ", count: 43) + String(page)
    bytes += Array("\n\(number)\n".utf8)
    if hasFormFeeds { bytes.append(0x0C) } else { bytes.append(0x0A) }
    bytes += Array("\(runningHead)\n\n".utf8)
    page += 1
    lineOfPage = 0
  }
}
