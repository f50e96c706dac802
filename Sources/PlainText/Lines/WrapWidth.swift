import Literature

/// The width that a converter wrapped its paragraphs to.
enum WrapWidth {
  /// The widest column that many lines reach, in columns; nil where a line is a whole paragraph.
  ///
  /// Measured on lines that another line follows at once. In wrapped text most of them end within a fifth of the margin.
  static func of(_ lines: [Line], in text: ByteText) -> Int? {
    var widths: [Int] = []
    for index in lines.indices.dropLast() where lines[index + 1].blanksBefore == 0 && !lines[index].isFurniture {
      let line = lines[index]
      if text.bytes[line.range].contains(0x09) || text.bytes[line.range.lowerBound] == 0x7C { continue }
      widths.append(line.width)
    }
    guard widths.count >= 4 else { return nil }
    widths.sort()
    let margin = widths[widths.count * 9 / 10]
    guard (24...150).contains(margin) else { return nil }
    let near = widths.count - widths.partitionPoint { $0 * 5 >= margin * 4 }
    return near * 5 >= widths.count * 2 ? margin : nil
  }
}
