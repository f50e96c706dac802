/// A reference list that no heading announces: numbered entries with years to the end of the file.
enum UnheadedReferenceList {
  static func start(in lines: [Line], text: ByteText) -> Int? {
    var (start, next, entries, years): (Int?, Int, Int, Int) = (nil, 1, 0, 0)
    var style: ListLabel.Style?
    for (index, line) in lines.enumerated() where !line.isFurniture {
      guard let label = ListLabel(line.range, in: text), let number = label.number, label.style != .circled else { continue }
      if number == next, number > 1, label.style == style {
        (next, entries) = (next + 1, entries + 1)
        years += holdsYear(lines, index, text) ? 1 : 0
      } else if number == 1 {
        (start, next, entries, years, style) = (index, 2, 1, holdsYear(lines, index, text) ? 1 : 0, label.style)
      }
    }
    return entries >= 3 && years * 3 >= entries * 2 ? start : nil
  }

  /// Looks at the entry's first three lines, up to 2 KB.
  private static func holdsYear(_ lines: [Line], _ index: Int, _ text: ByteText) -> Bool {
    let end = min(lines[min(index + 2, lines.count - 1)].range.upperBound, lines[index].range.lowerBound + 2000)
    var digits: [UInt8] = []
    for byte in text.bytes[min(lines[index].range.lowerBound, end)..<end] {
      if (0x30...0x39).contains(byte) {
        digits.append(byte)
        continue
      }
      if digits.count == 4, digits.starts(with: [0x31, 0x39]) || digits.starts(with: [0x32, 0x30]) { return true }
      digits = []
    }
    return digits.count == 4
  }
}
