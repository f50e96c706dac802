import Literature

/// Dates as bibliography files write them: `2024`, `2024-03-05`, `2024/03/05/`, `2024 Mar 5`, `March`.
enum BibliographyDate {
  static func parse(_ text: String) -> PartialDate? {
    let parts = text.split { !$0.isLetter && !$0.isNumber }.map(String.init)
    guard let first = parts.first, first.count == 4, let year = Int(first) else { return nil }
    let month = parts.dropFirst().first.flatMap(month)
    let day = month == nil ? nil : parts.dropFirst(2).first.flatMap { Int($0) }.flatMap { (1...31).contains($0) ? $0 : nil }
    return PartialDate(year: year, month: month, day: day)
  }

  /// A month by number or by at least three letters of its English name.
  static func month(_ text: String) -> Int? {
    if let number = Int(text) { return (1...12).contains(number) ? number : nil }
    let prefix = text.lowercased().prefix(3)
    return names.firstIndex { $0.lowercased() == prefix }.map { $0 + 1 }
  }

  static let names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

  /// `2024-03-05` as far as known.
  static func iso(_ date: PartialDate, separator: String = "-") -> String {
    func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return [String(date.year), date.month.map(padded), date.month == nil ? nil : date.day.map(padded)].compactMap { $0 }
      .joined(separator: separator)
  }
}
