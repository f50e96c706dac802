import Literature

/// Reads the date behind "accessed", "retrieved", "cited": "12 May 2019", "May 12, 2019", "2019-05-12", "2019 May 12", "15th June 2016".
struct AccessDateReader {
  let bytes: [UInt8]
  private(set) var position: Int

  init(bytes: [UInt8], position: Int) {
    self.bytes = bytes
    self.position = position
  }

  mutating func run() -> PartialDate? {
    skip()
    for word in ["on ", "online ", "at "] where bytes[position...].starts(with: word.utf8) { position += word.utf8.count }
    if let date = isoDate() { return date }
    var year: Int?
    var month: Int?
    var day: Int?
    for _ in 0..<3 {
      skip()
      let start = position
      if let number = number() {
        if number >= 1900, year == nil {
          year = number
        } else if (1...31).contains(number), day == nil {
          day = number
        } else {
          position = start
        }
      } else if let name = word(), let value = MonthName.number(of: name), month == nil {
        month = value
      } else {
        position = start
      }
      if position == start { break }
      if year != nil, month != nil, day != nil { break }
    }
    guard let year, (1900...2099).contains(year) else { return nil }
    return PartialDate(year: year, month: month, day: month == nil ? nil : day)
  }

  /// YYYY-MM-DD with hyphens, points or slashes.
  mutating func isoDate() -> PartialDate? {
    let start = position
    guard let year = number(), (1900...2099).contains(year), separator(), let month = number(), (1...12).contains(month),
      separator(),
      let day = number(), (1...31).contains(day)
    else {
      position = start
      return nil
    }
    return PartialDate(year: year, month: month, day: day)
  }

  private mutating func skip() {
    while position < bytes.count, [0x20, 0x3A, 0x2C, 0x2E].contains(bytes[position]) { position += 1 }
  }

  private mutating func separator() -> Bool {
    guard position < bytes.count, [0x2D, 0x2F, 0x2E].contains(bytes[position]) else { return false }
    position += 1
    return true
  }

  private mutating func number() -> Int? {
    let start = position
    while position < bytes.count, position < start + 4, (0x30...0x39).contains(bytes[position]) { position += 1 }
    let value = Int(String(decoding: bytes[start..<position], as: UTF8.self))
    // 1st, 2nd, 15th
    if value != nil, position + 1 < bytes.count, [0x73, 0x6E, 0x72, 0x74].contains(bytes[position]),
      isWordByte(bytes[position + 1])
    {
      position += 2
    }
    return value
  }

  private mutating func word() -> String? {
    let start = position
    while position < bytes.count, (0x61...0x7A).contains(bytes[position] | 0x20) { position += 1 }
    return position > start ? String(decoding: bytes[start..<position], as: UTF8.self).lowercased() : nil
  }
}

/// The months by their names.
enum MonthName {
  private static let numbers: [String: Int] = [
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "oct": 10, "nov": 11, "dec": 12,
  ]
  private static let full = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
    "sept",
  ]

  /// 1...12 for an English month in lower case, in full or by its first three letters.
  static func number(of word: String) -> Int? {
    guard word.utf8.count == 3 || full.contains(word) else { return nil }
    return numbers[String(word.prefix(3))]
  }
}
