import Literature

/// Numbers below a heading that speaks of time are times: "Hours after the start: 24 | 48 | 72", "Study period (weeks): 0 (baseline) | 4 | 8".
enum HeaderTimes {
  /// The labels above each column with such numbers read as times; O(columns).
  static func read(_ header: [[LabelReading]]) -> [[LabelReading]] {
    var result = header
    for depth in 0..<(header.map(\.count).max() ?? 0) {
      let below = header.indices.filter { header[$0].count > depth + 1 }
      for heading in Set(below.map { header[$0][depth].printed }) {
        let columns = below.filter { header[$0][depth].printed == heading }
        guard let unit = unit(in: heading) else { continue }
        let numbered = columns.filter { isNumber(header[$0][depth + 1]) }
        guard numbered.count >= 2, numbered.count * 2 > columns.count,
          Set(numbered.map { header[$0][depth + 1].printed }).count >= 2
        else {
          continue
        }
        for column in columns { result[column][depth] = result[column][depth].ofTimesBelow() }
        for column in numbered { result[column][depth + 1] = result[column][depth + 1].ofTime(under: unit) }
      }
    }
    return result
  }

  /// Whether a row holds nothing but ascending numbers beside its first cell, below one heading of times: a row of the header.
  static func areBelow(_ header: ArraySlice<[Table.Cell?]>, _ row: [Table.Cell?]) -> Bool {
    let cells = row.dropFirst().compactMap { $0 }
    let headings = cells.map { cell in
      header.reversed().lazy.compactMap { $0.indices.contains(cell.column) ? $0[cell.column] : nil }.first.map(CellText.label)
    }
    guard cells.count >= 2, let heading = headings[0], headings.allSatisfy({ $0 == heading }), unit(in: heading) != nil else {
      return false
    }
    let labels = cells.map { LabelReading(CellText.label($0)) }
    let numbers = labels.compactMap { label in
      isNumber(label) ? Double(String(label.printed.prefix { $0.isNumber || $0 == "." })) : nil
    }
    return numbers.count == cells.count && zip(numbers, numbers.dropFirst()).allSatisfy { $0 < $1 }
  }

  /// A number, maybe with a word in brackets, of at most four digits.
  private static func isNumber(_ label: LabelReading) -> Bool {
    guard label.statistic == nil, let first = label.printed.utf8.first, first &- 0x30 < 10 else { return false }
    let digits = label.printed.utf8.prefix { $0 &- 0x30 < 10 || $0 == 0x2E || $0 == 0x2D }
    return digits.count <= 5 && (digits.count == label.printed.utf8.count || label.printed.utf8.last == 0x29 || label.time != nil)
  }

  /// The unit of time that a heading speaks of; empty where it speaks of times without one; nil where it does not.
  private static func unit(in heading: String) -> String? {
    let words = heading.letterWords
    if let unit = units.first(where: { words.contains(Word($0)) }) { return unit }
    return words.contains { ["time", "times", "timepoint"].contains($0) } ? "" : nil
  }

  private static let units = [
    "minutes", "min", "mins", "hours", "hour", "hrs", "h", "days", "day", "weeks", "week", "months", "month", "years", "year",
    "visit", "visits",
  ]
}
