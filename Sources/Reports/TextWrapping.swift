import TextAnalysis

/// Text from documents as one harmless line: control characters, line breaks and changes of direction become spaces.
enum PlainLine {
  static func of(_ text: String) -> String {
    var line = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { line.append(isHarmless(scalar) ? scalar : " ") }
    return String(line)
  }

  private static func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x2028...0x202E, 0x2066...0x2069: false
    default: true
    }
  }
}

/// Lines of a text that fit a number of columns: broken at spaces and between Chinese characters.
enum TextWrapping {
  /// `first` and `rest` begin the first and every further line. O(n); a word longer than a line stands out.
  static func lines(_ text: String, width: Int, first: String, rest: String) -> [String] {
    var lines: [String] = []
    var line = first
    var columns = DisplayWidth.of(first)
    var isEmpty = true
    for unit in units(of: PlainLine.of(text)) {
      let size = DisplayWidth.of(unit)
      if !isEmpty, columns + size > width {
        lines.append(trimmed(line))
        line = rest
        columns = DisplayWidth.of(rest)
        isEmpty = true
      }
      if isEmpty, unit == " " { continue }
      line += unit
      columns += size
      isEmpty = false
    }
    return lines + [trimmed(line)]
  }

  /// What is not broken: a space, a word, a Chinese character with the closing marks behind it.
  private static func units(of text: String) -> [String] {
    var units: [String] = []
    var word = String.UnicodeScalarView()
    var isWide = false
    for scalar in text.unicodeScalars {
      let wide = DisplayWidth.of(scalar) == 2
      if !word.isEmpty, !closing.contains(scalar), scalar == " " || word.first == " " || wide || isWide {
        units.append(String(word))
        word = String.UnicodeScalarView()
      }
      word.append(scalar)
      isWide = wide
    }
    return word.isEmpty ? units : units + [String(word)]
  }

  private static func trimmed(_ line: String) -> String {
    guard let last = line.lastIndex(where: { $0 != " " }) else { return "" }
    return String(line[...last])
  }

  private static let closing = Set("，。、；：？！）》」』”’)],.;:?!%".unicodeScalars)
}
