import Literature
import TextAnalysis

/// A whole number as a text counts people or events with it: `1,638`, `1 638 例`, 三百零五例, "three hundred fifty-seven patients".
struct PrintedCount: Hashable, Sendable {
  var value: Int
  /// Bytes of the text.
  var range: Range<Int>
  /// Whether it stands in words.
  var isSpelled = false

  /// Whether it is written as a year is and 例 does not follow: "the end of 2008".
  func mayBeYear(in text: LexedText) -> Bool {
    (1900...2100).contains(value) && range.count == 4 && !text.hanHasPrefix(text.firstToken(at: range.upperBound), "例")
  }

  /// The counters that may follow a number of people, eyes or events.
  private static let counters: [StaticString] = ["例", "名", "人", "位", "眼", "只", "患者", "条", "篇", "份"]

  /// Every one in order; numbers with decimals, signs, a percent sign or a unit of time or dose behind them are none. O(bytes).
  ///
  /// - Parameter ofRecords: whether 862 篇, 68 项 and 12 起 are counts too.
  static func all(in text: LexedText, ofRecords: Bool = false) -> [PrintedCount] {
    ofRecords ? text.once(Records.self) { read(text, ofRecords: true) } : text.once(Self.self) { read(text, ofRecords: false) }
  }

  private enum Records {}

  private static func read(_ text: LexedText, ofRecords: Bool) -> [PrintedCount] {
    var found: [PrintedCount] = []
    var index = 0
    while index < text.count {
      let read: (count: PrintedCount, next: Int)?
      switch text.tokens[index].kind {
      case .number: read = digits(text, index, ofRecords: ofRecords)
      case .word: read = english(text, index)
      case .han:
        found += chinese(text, index)
        read = nil
      case .superscript, .symbol: read = nil
      }
      if let read { found.append(read.count) }
      index = read?.next ?? index + 1
    }
    return found
  }

  // MARK: Digits

  private static let units: Set<String> = [
    "month", "months", "week", "weeks", "year", "years", "day", "days", "h", "hours", "hour", "mg", "ml", "g", "kg", "min",
    "minutes",
    "mmol", "centres", "centers", "sites", "hospitals", "countries", "points", "gy", "cm", "mm", "cycles", "items", "ms", "s",
    "seconds", "second", "kv", "w", "ma", "cmh2o",
    "l", "dl",
    "schools", "wards", "villages", "practices", "clinics", "units", "fractions", "mmhg", "iu", "µg", "μg",
  ]
  private static let times: [StaticString] = ["years", "year", "months", "days", "weeks"]
  private static let records: [StaticString] = ["篇", "项", "条", "起"]
  private static let chineseUnits: [StaticString] = [
    "个月", "年", "周", "天", "月", "家", "岁", "次", "项", "分", "篇", "小时", "日", "个百分点", "个中心", "所", "倍", "元", "期",
  ]

  private static func digits(_ text: LexedText, _ index: Int, ofRecords: Bool) -> (count: PrintedCount, next: Int)? {
    guard let (value, next) = whole(text, index), !isSigned(text, index),
      !hasUnit(text, next) || ofRecords && records.contains(where: { text.hanHasPrefix(next, $0) })
    else { return nil }
    return (PrintedCount(value: value, range: text.tokens[index].start..<text.tokens[next - 1].end), next)
  }

  /// The number at a token and the token after it; `1 638` where a counter or a bracket follows.
  static func whole(_ text: LexedText, _ index: Int) -> (value: Int, next: Int)? {
    guard let number = text.number(index), number.decimals == 0, number.value < 1e7, let value = Int(exactly: number.value) else {
      return nil
    }
    guard value > 0, value < 1000, let rest = text.number(index + 1), rest.decimals == 0, rest.printed.utf8.count == 3,
      text.tokens[index + 1].start - text.tokens[index].end <= 3, isBlank(text, index + 1),
      counters.contains(where: { text.hanHasPrefix(index + 2, $0) }) || text.isSymbol(index + 2, ")")
        || text.isSymbol(index + 2, "/") || isBeforeShare(text, index + 2)
        || isPeople(text, index + 2) || index + 2 == text.count || text.isSymbol(index - 1, "=") || isBeforeCell(text, index + 2)
    else { return (value, index + 1) }
    return Int(exactly: rest.value).map { (value * 1000 + $0, index + 2) } ?? (value, index + 1)
  }

  private static let people: Set<String> = [
    "patients", "participants", "adults", "people", "women", "men", "children", "subjects",
  ]

  private static func isPeople(_ text: LexedText, _ index: Int) -> Bool {
    text.tokens.indices.contains(index) && text.tokens[index].kind == .word && people.contains(text.lowercased(index))
  }

  /// "(44.0%)", "(44.0)".
  private static func isBeforeShare(_ text: LexedText, _ index: Int) -> Bool {
    text.isSymbol(index, "(") && (text.number(index + 1)?.decimals ?? 0) > 0
      && (text.isSymbol(index + 2, ")") || text.isSymbol(index + 2, "%"))
  }

  /// Whether a cell of a row begins with a token.
  private static func isBeforeCell(_ text: LexedText, _ index: Int) -> Bool {
    text.tokens.indices.contains(index) && text.utf8[text.tokens[index - 1].end..<text.tokens[index].start].contains(0x09)
  }

  private static func isBlank(_ text: LexedText, _ index: Int) -> Bool {
    text.utf8[text.tokens[index - 1].end..<text.tokens[index].start].allSatisfy { $0 != 0x09 && $0 != 0x0A }
      && text.hasGap(before: index)
  }

  private static let signsBefore: [Unicode.Scalar] = ["-", "~", "/", "<", ">", "≥", "≤", "±", "[", "+", "$", "€", "£"]
  private static let signsBehind: [Unicode.Scalar] = ["%", "/", "~", "±", ":", "°", "]", "‰"]

  private static func isSigned(_ text: LexedText, _ index: Int) -> Bool {
    if isSymbol(text, index - 1, of: signsBefore) {
      return !text.hasGap(before: index) || !text.isSymbol(index - 1, "-")
    }
    return index > 0 && !text.hasGap(before: index) && text.tokens[index - 1].kind == .word
  }

  /// "We excluded 57: 33 for …" has a blank behind its colon alone; "1:1" and "2 : 1" have not, and in "1: never; 2: sometimes" every
  /// number has its colon. O(tokens) behind a number.
  static func opensList(_ text: LexedText, _ colon: Int) -> Bool {
    func isListed(_ index: Int) -> Bool {
      text.isSymbol(index, ":") && text.isNumber(index - 1) && text.hasGap(before: index + 1) && !text.hasGap(before: index)
    }
    return isListed(colon) && !text.tokens.indices.contains { $0 != colon && isListed($0) }
  }

  private static func isSymbol(_ text: LexedText, _ index: Int, of signs: [Unicode.Scalar]) -> Bool {
    guard text.tokens.indices.contains(index), text.tokens[index].kind == .symbol else { return false }
    return signs.contains { $0.value == text.tokens[index].symbol }
  }

  private static func hasUnit(_ text: LexedText, _ index: Int) -> Bool {
    if isSymbol(text, index, of: signsBehind) { return !opensList(text, index) }
    guard text.tokens.indices.contains(index) else { return false }
    if text.isSymbol(index, "-") { return !text.hasGap(before: index) }
    switch text.tokens[index].kind {
    case .word:
      // 320 person-years, but 1 person.
      let isPersonTime =
        text.isWord(index, "person") && (text.isSymbol(index + 1, "-") || times.contains { text.isWord(index + 1, $0) })
      return isPersonTime || units.contains(text.lowercased(index))
    case .han: return chineseUnits.contains { text.hanHasPrefix(index, $0) }
    default: return false
    }
  }

  // MARK: Chinese characters

  private static let numerals: [Character: Int] = [
    "零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
  ]
  private static let powers: [Character: Int] = ["十": 10, "百": 100, "千": 1000, "万": 10_000]
  private static let powerSigns = PhraseSet([], ["十", "百", "千", "万"])

  /// The numerals of a run that a counter follows.
  private static func chinese(_ text: LexedText, _ index: Int) -> [PrintedCount] {
    guard powerSigns.occurs(in: text, index..<index + 1) else { return [] }
    let run = Array(text.string(index))
    var found: [PrintedCount] = []
    var (place, offset) = (0, text.tokens[index].start)
    while place < run.count {
      let end = run[place...].firstIndex { numerals[$0] == nil && powers[$0] == nil } ?? run.count
      guard end > place else {
        offset += String(run[place]).utf8.count
        place += 1
        continue
      }
      let length = run[place..<end].reduce(0) { $0 + String($1).utf8.count }
      if end < run.count, "例名人位眼".contains(run[end]), place == 0 || run[place - 1] != "第", let value = value(run[place..<end]) {
        found.append(PrintedCount(value: value, range: offset..<offset + length, isSpelled: true))
      }
      offset += length
      place = end
    }
    return found
  }

  /// The number in characters that stands in a run before a counter: 7 in 本文综述七项随机对照试验.
  static func numeral(_ text: LexedText, _ index: Int, before counter: Character) -> Int? {
    let run = Array(text.string(index))
    for end in run.indices where run[end] == counter {
      let start = run[..<end].lastIndex { numerals[$0] == nil && powers[$0] == nil }.map { $0 + 1 } ?? 0
      if start < end, start == 0 || run[start - 1] != "第", let value = value(run[start..<end]) { return value }
    }
    return nil
  }

  /// 一百零七 is 107; digits without powers are a year or a list.
  private static func value(_ run: ArraySlice<Character>) -> Int? {
    guard run.count <= 9, run.count == 1 || run.contains(where: { powers[$0] != nil }) else { return nil }
    var (total, digit) = (0, nil as Int?)
    for sign in run {
      if let power = powers[sign] {
        total = power == 10_000 ? (total + (digit ?? 0)) * power : total + (digit ?? 1) * power
        digit = nil
      } else if let next = numerals[sign] {
        guard digit == nil || digit == 0 else { return nil }
        digit = next
      }
    }
    return total + (digit ?? 0)
  }

  // MARK: English words

  private static let small: [String: Int] = {
    let names = [
      "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
      "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ]
    return Dictionary(uniqueKeysWithValues: names.enumerated().map { ($0.element, $0.offset + 1) })
  }()
  private static let tens: [String: Int] = {
    let names = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
    return Dictionary(uniqueKeysWithValues: names.enumerated().map { ($0.element, ($0.offset + 2) * 10) })
  }()

  /// The keys of all of them: few words of a text are numbers.
  private static let numberKeys = KeySet(Array(small.keys) + Array(tens.keys))

  /// "three hundred and fifty-seven", "ninety-two", "twenty-four"; below twenty a word is more often no size.
  private static func english(_ text: LexedText, _ index: Int) -> (count: PrintedCount, next: Int)? {
    guard let first = belowHundred(text, index) else { return nil }
    var (value, next) = first
    if value < 10, text.isWord(next, "hundred") {
      value *= 100
      next += 1
      let rest = text.isWord(next, "and") ? next + 1 : next
      if let more = belowHundred(text, rest) { (value, next) = (value + more.value, more.next) }
    }
    guard value >= 20, !hasUnit(text, next) else { return nil }
    return (PrintedCount(value: value, range: text.tokens[index].start..<text.tokens[next - 1].end, isSpelled: true), next)
  }

  /// The whole number at a token in digits or in words, small ones too: "nine", "forty-one", 9; of more than one word too.
  static func small(_ text: LexedText, _ index: Int) -> PrintedCount? {
    guard text.tokens.indices.contains(index) else { return nil }
    if let (value, next) = belowHundred(text, index) {
      return PrintedCount(value: value, range: text.tokens[index].start..<text.tokens[next - 1].end, isSpelled: true)
    }
    guard let (value, next) = whole(text, index), !isSigned(text, index) else { return nil }
    return PrintedCount(value: value, range: text.tokens[index].start..<text.tokens[next - 1].end)
  }

  private static func belowHundred(_ text: LexedText, _ index: Int) -> (value: Int, next: Int)? {
    guard text.keys.indices.contains(index), numberKeys.contains(Int(text.keys[index])) else { return nil }
    let word = text.lowercased(index)
    if let value = small[word] { return (value, index + 1) }
    guard let ten = tens[word] else { return nil }
    if text.isSymbol(index + 1, "-"), text.tokens.indices.contains(index + 2), let one = small[text.lowercased(index + 2)],
      one < 10
    {
      return (ten + one, index + 3)
    }
    return (ten, index + 1)
  }
}
