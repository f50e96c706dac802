/// The line under a table that explains it: `注释: …`, `Note. …`, `Abbreviations: …`.
enum TableNote {
  private static let words = [
    "注释", "注", "备注", "缩写", "缩略语", "缩略词", "说明", "note", "notes", "abbreviations", "abbreviation", "footnote", "footnotes",
    "key", "legend", "source", "data source",
  ]

  static func begins(_ range: Range<Int>, in text: ByteText) -> Bool {
    var start = range.lowerBound
    while start < range.upperBound, text.bytes[start] == 0x2A || text.bytes[start] == 0x5F { start += 1 }
    var (end, steps) = (start, 0)
    while end < range.upperBound, steps < 20 {
      let (value, length) = text.scalar(at: end)
      if value.isColon || value == 0x2E { break }
      end += length
      steps += 1
    }
    guard end < range.upperBound, end > start else { return false }
    let mark = text.scalar(at: end).value
    guard mark.isColon || mark == 0x2E, end + 1 < range.upperBound else { return false }
    return words.contains(text.folded(start..<end))
  }
}
