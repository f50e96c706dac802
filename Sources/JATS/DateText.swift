import Literature

/// Years, months and days as citations write them.
enum DateText {
  /// The first run of four digits, and a letter right behind it: "2010a".
  static func year(in text: String) -> (Int, String?)? {
    let bytes = Array(text.utf8)
    var start = 0
    while start < bytes.count {
      guard isDigit(bytes[start]) else {
        start += 1
        continue
      }
      let end = bytes[start...].firstIndex { !isDigit($0) } ?? bytes.count
      if end - start == 4, let year = Int(String(decoding: bytes[start..<end], as: UTF8.self)) {
        return (year, suffix(bytes[end...]))
      }
      start = end
    }
    return nil
  }

  private static func suffix(_ rest: ArraySlice<UInt8>) -> String? {
    guard let letter = rest.first, (0x61...0x7A).contains(letter) else { return nil }
    if let next = rest.dropFirst().first, isLetter(next) || isDigit(next) { return nil }
    return String(decoding: [letter], as: UTF8.self)
  }

  private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]

  /// "3", "03", "March", "Mar."; the first one of "Mar–Apr".
  static func month(in text: String) -> Int? {
    let word = text.lowercased().utf8.prefix { isDigit($0) || isLetter($0) }
    let string = String(decoding: word, as: UTF8.self)
    if let number = Int(string) { return (1...12).contains(number) ? number : nil }
    guard string.utf8.count >= 3 else { return nil }
    return months.firstIndex { string.hasPrefix($0) }.map { $0 + 1 }
  }

  static func day(in text: String) -> Int? {
    guard let number = Int(String(decoding: text.utf8.prefix(while: isDigit), as: UTF8.self)) else { return nil }
    return (1...31).contains(number) ? number : nil
  }

  /// "2011-09-29", "2010 Jan 5", "5 January 2010", "May 10, 2007".
  static func date(in text: String) -> PartialDate? {
    guard let (year, _) = year(in: text) else { return nil }
    let words = text.utf8.split { !isDigit($0) && !isLetter($0) }.map { String(decoding: $0, as: UTF8.self) }
    if let place = words.firstIndex(where: { $0.utf8.count >= 3 && Int($0) == nil && month(in: $0) != nil }) {
      let near = [place - 1, place + 1].filter(words.indices.contains)
      let day = near.compactMap { words[$0].utf8.count <= 2 ? self.day(in: words[$0]) : nil }.first
      return PartialDate(year: year, month: month(in: words[place]), day: day)
    }
    guard words.first?.utf8.count == 4, words.count >= 2, let month = month(in: words[1]) else { return PartialDate(year: year) }
    return PartialDate(year: year, month: month, day: words.count > 2 ? day(in: words[2]) : nil)
  }
}
