import Literature
import TextAnalysis

/// Of how many studies a Chinese piece says something: 7项试验中5项, 5项研究均, 其中3项, 仅两项, 半数以上试验, 各试验.
enum ChineseStudyCount {
  private static let all = ["各试验", "各项试验", "所有试验", "全部试验", "每项试验", "其余试验", "各研究", "各项研究", "所有研究", "全部研究", "其余研究"]
  private static let none = ["无一项试验", "没有一项试验", "无一试验", "无一项研究", "没有任何一项试验", "没有一项研究", "无一项", "没有一项"]
  private static let most = [
    "半数以上试验", "半数以上的试验", "过半试验", "过半数试验", "超过半数的试验", "超过半数试验", "多数试验", "大多数试验", "半数以上研究", "多数研究", "过半研究",
  ]
  private static let few = ["不足半数的试验", "不足半数试验", "不到半数的试验", "不到半数试验", "少数试验", "不足半数的研究", "不到半数的研究"]
  private static let every = ["均", "都", "全部", "皆"]
  private static let digits: [Character: Int] = [
    "一": 1, "两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10,
  ]

  /// "7项": the number, where it stands, and what stands around it.
  private struct Item {
    var value: Int
    var bytes: Range<Int>
    var before: Substring
    var behind: Substring

    /// 试验 or 研究 behind it, the token of which ends there.
    var noun: String? { ["临床试验", "随机试验", "试验", "临床研究", "研究", "RCT", "文献"].first { behind.hasPrefix($0) } }
    var afterNoun: Substring { behind.dropFirst(noun?.count ?? 0) }
    var isTotal: Bool { afterNoun.hasPrefix("中") || afterNoun.hasPrefix("里") }
  }

  /// The first of a piece. O(bytes).
  static func of(_ text: LexedText, _ piece: Range<Int>, before: StudyCount?) -> StudyCount? {
    guard piece.contains(where: { text.tokens[$0].kind == .han }) else { return nil }
    let start = text.tokens[piece.lowerBound].start
    let words = text.string(start..<text.tokens[piece.upperBound - 1].end)
    let items = items(words, from: start)
    for (phrases, extent) in [(all, StudyExtent.all), (none, .zero), (most, .moreThanHalf), (few, .fewerThanHalf)] {
      guard let phrase = phrases.first(where: { words.contains($0) }), let range = words.utf8.firstRange(of: phrase.utf8) else {
        continue
      }
      let offset = start + words.utf8.distance(from: words.utf8.startIndex, to: range.lowerBound)
      return StudyCount(
        extent, of: items.first { $0.isTotal || $0.noun != nil }?.value, bytes: offset..<offset + phrase.utf8.count, in: text)
    }
    guard let first = items.first else { return nil }
    if first.isTotal {
      guard items.count > 1 else { return whole(first, text) }
      return items.count == 2 ? counted(items[1], of: first.value, text, isIntroduced: true) : nil
    }
    guard items.count == 1 else { return nil }
    if first.noun != nil, let whole = whole(first, text) { return whole }
    return counted(first, of: isPart(first) ? total(before) : nil, text, isIntroduced: isPart(first))
  }

  /// 7项试验均, 7项试验中无一.
  private static func whole(_ item: Item, _ text: LexedText) -> StudyCount? {
    let behind = item.afterNoun.drop { "中里的".contains($0) }
    if behind.hasPrefix("无一") || behind.hasPrefix("均未") || behind.hasPrefix("都未") {
      return StudyCount(.zero, of: item.value, bytes: item.bytes, in: text)
    }
    // 5项试验的样本量均在…
    return every.contains(where: { behind.prefix(reach).contains($0) })
      ? StudyCount(.all, of: item.value, bytes: item.bytes, in: text) : nil
  }

  private static let reach = 16

  private static func counted(_ item: Item, of total: Int?, _ text: LexedText, isIntroduced: Bool) -> StudyCount? {
    guard isIntroduced || item.noun != nil || ["仅", "只有", "仅有", "有"].contains(where: { item.before.hasSuffix($0) }),
      !["另", "另有", "其余", "其他", "第", "至少", "这", "该", "上述", "前", "后", "余"].contains(where: { item.before.hasSuffix($0) }),
      !["以上", "以下", "以内"].contains(where: { item.behind.hasPrefix($0) }),
      item.noun == nil || !item.afterNoun.hasPrefix("报") || isIntroduced
    else { return nil }
    return StudyCount(.exactly(item.value), of: total, bytes: item.bytes, in: text)
  }

  private static func isPart(_ item: Item) -> Bool {
    ["其中", "其中仅", "其中有", "其中只有", "其中仅有"].contains { item.before.hasSuffix($0) }
  }

  private static func total(_ before: StudyCount?) -> Int? {
    guard case .exactly(let count) = before?.extent else { return before?.total }
    return before?.total == nil ? count : nil
  }

  private static func items(_ words: String, from start: Int) -> [Item] {
    let signs = Array(words)
    var offset = start
    let offsets = signs.map { sign in
      defer { offset += String(sign).utf8.count }
      return offset
    }
    return signs.indices.compactMap { index -> Item? in
      guard signs[index] == "项", index > 0, index + 1 >= signs.count || signs[index + 1] != "目" else { return nil }
      var first = index
      while first > 0, signs[first - 1] == " " { first -= 1 }
      let end = first
      while first > 0, signs[first - 1].isASCII && signs[first - 1].isNumber || digits[signs[first - 1]] != nil { first -= 1 }
      guard first < end, let value = number(signs[first..<end]) else { return nil }
      return Item(
        value: value, bytes: offsets[first]..<offsets[index] + 3, before: Substring(String(signs[..<first]).filter { $0 != " " }),
        behind: Substring(String(signs[(index + 1)...]).drop { $0 == " " }))
    }
  }

  private static func number(_ signs: ArraySlice<Character>) -> Int? {
    if let number = Int(String(signs)) { return number }
    let values = signs.compactMap { digits[$0] }
    guard values.count == signs.count, let first = values.first, let last = values.last else { return nil }
    switch values.count {
    case 1: return first
    case 2 where first == 10: return 10 + last
    case 2 where last == 10: return 10 * first
    case 3 where values[1] == 10: return 10 * first + last
    default: return nil
    }
  }
}
