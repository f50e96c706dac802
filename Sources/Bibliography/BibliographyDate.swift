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

  /// The date, with the text itself where it says more than the date: `2016 Jan-Feb`, `2013/02/15/received`.
  static func whole(_ text: String) -> CSLDate {
    guard let date = parse(text) else { return CSLDate(words: text) }
    var whole = CSLDate(start: date)
    let parts = text.split { !$0.isLetter && !$0.isNumber }.filter { Int($0) != 0 }
    let known = 1 + (date.month == nil ? 0 : 1) + (date.day == nil ? 0 : 1)
    if parts.count > known { whole.literal = text }
    return whole
  }

  /// A month by number or by at least three letters of its English name.
  static func month(_ text: String) -> Int? {
    if let number = Int(text) { return (1...12).contains(number) ? number : nil }
    let prefix = text.lowercased().prefix(3)
    return names.firstIndex { $0.lowercased() == prefix }.map { $0 + 1 }
  }

  static let names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
  static let longNames = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
  ]

  /// `2024-03-05` as far as known.
  static func iso(_ date: PartialDate, separator: String = "-") -> String {
    func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return [String(date.year), date.month.map(padded), date.month == nil ? nil : date.day.map(padded)].compactMap { $0 }
      .joined(separator: separator)
  }

  /// `2024 Mar 5` as far as known, as PubMed and Vancouver write it.
  static func words(_ date: PartialDate) -> String {
    let month = date.month.flatMap { names.indices.contains($0 - 1) ? names[$0 - 1] : nil }
    return [String(date.year), month, month == nil ? nil : date.day.map(String.init)].compactMap { $0 }.joined(separator: " ")
  }

  /// `March 5, 2024`, or `5 March 2024`, as far as known.
  static func longWords(_ date: PartialDate, dayFirst: Bool = false) -> String {
    guard let month = date.month, longNames.indices.contains(month - 1) else { return String(date.year) }
    let name = longNames[month - 1]
    guard let day = date.day else { return "\(name) \(date.year)" }
    return dayFirst ? "\(day) \(name) \(date.year)" : "\(name) \(day), \(date.year)"
  }
}
