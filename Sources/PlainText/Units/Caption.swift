import Literature

/// The line that names a table or figure: `Table 1. …`, `表 2 …`, `Fig. 3 …`.
struct Caption {
  var isTable: Bool
  /// As printed: "1", "S2", "IV".
  var label: String

  private static let words: [(word: String, isTable: Bool)] = [
    ("supplementary table", true), ("supplemental table", true), ("extended data table", true), ("table", true),
    ("tab.", true), ("supplementary figure", false), ("supplemental figure", false), ("extended data fig.", false),
    ("figure", false), ("fig.", false), ("fig", false), ("scheme", false), ("box", false), ("panel", false),
    ("续表", true), ("附表", true), ("表", true), ("附图", false), ("图", false),
  ]

  init?(_ range: Range<Int>, in text: ByteText) {
    let start = StandardHeading.unwrappedStart(range, in: text)
    guard start < range.upperBound, Self.mayBegin(text.bytes[start]) else { return nil }
    let head = text.folded(start..<min(range.upperBound, Self.cut(start + 40, in: text)))
    guard let (word, isTable) = Self.words.first(where: { head.hasPrefix($0.word) }) else { return nil }
    var offset = Self.skip(word, from: start, in: text, to: range.upperBound)
    offset = text.skippingSpaces(from: offset, to: range.upperBound)
    let numberStart = offset
    while offset < range.upperBound, offset - numberStart < 8, Self.isLabelByte(text.bytes[offset]) { offset += 1 }
    guard let label = Self.label(text.string(numberStart..<offset)), Self.endsLabel(offset, range, in: text) else { return nil }
    self.isTable = isTable
    self.label = label
  }

  /// The first bytes of the words above; most lines are told apart here.
  private static func mayBegin(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x42, 0x45, 0x46, 0x50, 0x53, 0x54, 0x62, 0x65, 0x66, 0x70, 0x73, 0x74, 0xE5, 0xE7, 0xE8, 0xE9: true
    default: false
    }
  }

  /// Moves a cut back to the start of a scalar.
  private static func cut(_ offset: Int, in text: ByteText) -> Int {
    var offset = min(offset, text.bytes.count)
    while offset > 0, offset < text.bytes.count, text.bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
    return offset
  }

  /// The end of the word in the text: as many non-space bytes as the folded word has.
  private static func skip(_ word: String, from start: Int, in text: ByteText, to end: Int) -> Int {
    var left = word.utf8.count - word.utf8.count { $0 == 0x20 }
    var offset = start
    while left > 0, offset < end {
      if text.bytes[offset] > 0x20 { left -= 1 }
      offset += 1
    }
    return offset
  }

  private static func isLabelByte(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x2D
  }

  /// A number, a number with a letter before or after, or a Roman numeral.
  private static func label(_ printed: String) -> String? {
    let bytes = Array(printed.utf8)
    guard !bytes.isEmpty, bytes.last != 0x2D else { return nil }
    let digits = bytes.count { (0x30...0x39).contains($0) }
    if digits > 0 { return bytes.count - digits <= 2 ? printed : nil }
    return bytes.allSatisfy { "IVX".utf8.contains($0) } ? printed : nil
  }

  /// A full stop, a colon, the end, or a title; "Table 1 shows …" and "表1所示" are sentences.
  private static func endsLabel(_ offset: Int, _ range: Range<Int>, in text: ByteText) -> Bool {
    guard offset < range.upperBound else { return true }
    let mark = text.scalar(at: offset).value
    if [0x2E, 0xFF0E, 0x3A, 0xFF1A, 0x7C, 0x2014, 0x2013, 0x2A, 0x3002].contains(mark) { return true }
    let next = text.skippingSpaces(from: offset, to: range.upperBound)
    guard next < range.upperBound else { return true }
    let value = text.scalar(at: next).value
    if value.isHan { return !startsSentence(next..<range.upperBound, in: text) }
    return next > offset && (value.isUppercase || value.isDigit || value == 0x28)
  }

  private static let sentenceStarts: [StaticString] = [
    "显示", "所示", "列出", "总结", "中", "可见", "给出", "为", "和", "与", "是", "汇总", "展示", "说明", "至", "、", "及", "所",
    "概括", "反映",
  ]

  private static func startsSentence(_ range: Range<Int>, in text: ByteText) -> Bool {
    sentenceStarts.contains { text.starts(range, with: $0) }
  }
}
