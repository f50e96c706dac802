import Literature
import TextAnalysis

/// Numbers in Chinese characters before a unit: 三例, 十二个月, 百分之三十五, 半数, 七成, 三分之一.
enum ChineseNumeral {
  /// A number of a run with the bytes that it and its unit take, counted from the beginning of the run.
  struct Reading: Hashable {
    var value: Double
    var isAbout: Bool
    var unit: QuantityUnit
    /// The numeral alone.
    var number: Range<Int>
    /// The numeral with its unit.
    var bytes: Range<Int>
  }

  private static let digits: [Unicode.Scalar: Double] = [
    "零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
  ]
  private static let powers: [Unicode.Scalar: Double] = ["十": 10, "百": 100, "千": 1000, "万": 10_000]
  private static let units: [(suffix: String, unit: QuantityUnit)] = [
    ("例", .people), ("名", .people), ("位患者", .people), ("个月", .time("month")), ("周", .time("week")), ("年", .time("year")),
    ("天", .time("day")), ("小时", .time("hour")), ("分钟", .time("minute")), ("倍", .other("fold")),
  ]
  /// What goes on after a unit and makes it another word.
  private static let otherWords = ["年级", "年代", "名称", "周围", "周期", "天然", "年龄", "例如"]

  /// Three bytes of a character that may begin a number.
  private static let beginnings = Set("零〇一二两三四五六七八九十百千万半".unicodeScalars.map(\.value))

  /// Whether a run holds any character of a number. O(run).
  static func mayStand(in run: some RandomAccessCollection<UInt8>) -> Bool {
    var index = run.startIndex
    while let second = run.index(index, offsetBy: 2, limitedBy: run.endIndex), second < run.endIndex {
      let bytes = (UInt32(run[index]), UInt32(run[run.index(after: index)]), UInt32(run[second]))
      let scalar = (bytes.0 & 0x0F) << 12 | (bytes.1 & 0x3F) << 6 | bytes.2 & 0x3F
      if bytes.0 & 0xF0 == 0xE0, beginnings.contains(scalar) { return true }
      run.formIndex(&index, offsetBy: bytes.0 & 0xF0 == 0xE0 ? 3 : 1)
    }
    return false
  }

  /// The numbers of a run of Chinese characters, ascending. O(run).
  static func readings(in run: some RandomAccessCollection<UInt8>) -> [Reading] {
    guard mayStand(in: run) else { return [] }
    let scalars = Array(String(decoding: run, as: UTF8.self).unicodeScalars)
    var offsets = [0]
    for scalar in scalars { offsets.append(offsets[offsets.count - 1] + UTF8.width(scalar)) }
    var result: [Reading] = []
    var index = 0
    while index < scalars.count {
      if let (reading, end) = reading(scalars, at: index, offsets) {
        result.append(reading)
        index = end
      } else {
        index = max(index + 1, endOfNumeral(scalars, from: index))
      }
    }
    return result
  }

  private static func reading(_ scalars: [Unicode.Scalar], at index: Int, _ offsets: [Int]) -> (Reading, end: Int)? {
    func share(_ value: Double, _ end: Int, isAbout: Bool) -> (Reading, end: Int) {
      let bytes = offsets[index]..<offsets[end]
      return (Reading(value: value, isAbout: isAbout, unit: .percent, number: bytes, bytes: bytes), end)
    }
    if starts("半数", scalars, index) || starts("一半", scalars, index) { return share(50, index + 2, isAbout: false) }
    if starts("百分之", scalars, index), let (value, end) = value(scalars, from: index + 3) {
      let (whole, last) = withDecimals(value, scalars, from: end)
      return share(whole, last, isAbout: false)
    }
    guard index == 0 || scalars[index - 1] != "第", let (number, end) = value(scalars, from: index) else { return nil }
    if starts("成", scalars, end), (1..<10).contains(number), index + 1 == end {
      return share(number * 10, end + 1, isAbout: true)
    }
    if starts("分之", scalars, end), let (part, last) = value(scalars, from: end + 2), number > part {
      return share(part / number * 100, last, isAbout: true)
    }
    for (suffix, unit) in units where starts(suffix, scalars, end) {
      if otherWords.contains(where: { starts($0, scalars, end) }) || unit == .time("year") && number >= 100 { return nil }
      let last = end + suffix.unicodeScalars.count
      return (
        Reading(
          value: number, isAbout: false, unit: unit, number: offsets[index]..<offsets[end], bytes: offsets[index]..<offsets[last]),
        last
      )
    }
    return nil
  }

  /// 四点一: digits after 点.
  private static func withDecimals(_ value: Double, _ scalars: [Unicode.Scalar], from index: Int) -> (Double, end: Int) {
    guard starts("点", scalars, index) else { return (value, index) }
    let end = scalars[(index + 1)...].firstIndex { digits[$0] == nil } ?? scalars.count
    guard end > index + 1, end - index <= 4 else { return (value, index) }
    let tail = scalars[(index + 1)..<end].reduce((value: 0.0, scale: 1.0)) { ($0.value * 10 + (digits[$1] ?? 0), $0.scale * 10) }
    return (value + tail.value / tail.scale, end)
  }

  private static func starts(_ word: String, _ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
    index <= scalars.count && scalars[index...].starts(with: word.unicodeScalars)
  }

  private static func endOfNumeral(_ scalars: [Unicode.Scalar], from index: Int) -> Int {
    scalars[index...].firstIndex { digits[$0] == nil && powers[$0] == nil } ?? scalars.count
  }

  /// 十二 → 12, 三百零五 → 305, 两万 → 20000; digits without powers (二〇二四) are a year and no number.
  private static func value(_ scalars: [Unicode.Scalar], from index: Int) -> (Double, end: Int)? {
    let end = endOfNumeral(scalars, from: index)
    guard end > index, end - index <= 9 else { return nil }
    var total = 0.0
    var section = 0.0
    var digit: Double?
    for scalar in scalars[index..<end] {
      if let power = powers[scalar] {
        if power == 10_000 {
          total += (section + (digit ?? 0)) * power
          section = 0
        } else {
          section += (digit ?? 1) * power
        }
        digit = nil
      } else if let next = digits[scalar] {
        guard digit == nil || digit == 0 else { return nil }
        digit = next
      }
    }
    return (total + section + (digit ?? 0), end)
  }
}
