import Literature
import Statistics
import TextAnalysis

/// How two arms compare, in words with a quantity: "fewer by about ten percentage points", "less than half as common", 约为盐水组的一半, 接近翻倍.
struct ArmContrast: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    /// Of two shares, in percentage points.
    case difference
    /// Of two figures, or a ratio.
    case multiple
  }

  var kind: Kind
  var quantity: Double
  var relation: WordedShare.Relation
  /// Bytes of the text.
  var range: Range<Int>

  private static let points = PhraseSet(["percentage points", "percentage point"], ["个百分点", "百分点"])
  private static let numerals: [String: Double] = [
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "twelve": 12,
    "fifteen": 15, "twenty": 20,
    "thirty": 30,
  ]
  private static let characters: [Character: Double] = [
    "两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10,
  ]
  private static let comparisons = PhraseSet(
    ["as common", "as many", "as often", "as frequent", "as high", "the rate", "that of", "of that", "the number"])
  private static let several = PhraseSet(["twice", "double", "doubled"], ["翻倍", "一倍", "两倍", "二倍"])

  /// The only one of a clause; nil where there is none, or several. O(tokens).
  static func only(in text: LexedText, _ clause: Range<Int>) -> ArmContrast? {
    let found = [difference(in: text, clause), multiple(in: text, clause)].compactMap { $0 }
    return found.count == 1 ? found[0] : nil
  }

  private static func difference(in text: LexedText, _ clause: Range<Int>) -> ArmContrast? {
    let all = points.all(in: text, clause)
    guard all.count == 1, let words = all.first else { return nil }
    let index = max(0, text.firstToken(at: words.lowerBound + 1) - 1)
    let place = text.isNumber(index - 1) || text.tokens[max(0, index - 1)].kind == .word ? index - 1 : index
    guard place > clause.lowerBound, let quantity = text.number(place)?.value ?? numerals[text.lowercased(place)],
      let found = WordedShare.relation(before: text.tokens[place].start, in: text, clause)
    else { return nil }
    return ArmContrast(
      kind: .difference, quantity: quantity, relation: found.relation, range: found.words.lowerBound..<words.upperBound)
  }

  private static func multiple(in text: LexedText, _ clause: Range<Int>) -> ArmContrast? {
    if let share = WordedShare.part(in: text, clause, of: comparisons) {
      return ArmContrast(kind: .multiple, quantity: share.percent / 100, relation: share.relation, range: share.range)
    }
    guard !limits.occurs(in: text, clause), let times = times(in: text, clause),
      let found = behind(times.range, text) ?? WordedShare.relation(of: times.range, in: text, clause)
    else { return nil }
    return ArmContrast(
      kind: .multiple, quantity: times.value, relation: found.0,
      range: min(found.1.lowerBound, times.range.lowerBound)..<max(found.1.upperBound, times.range.upperBound))
  }

  /// "Three times the upper limit of normal".
  private static let limits = PhraseSet(["upper limit", "normal", "uln", "baseline"], ["正常", "上限", "ULN", "基线"])

  /// 3倍以上, 3倍左右.
  private static func behind(_ times: Range<Int>, _ text: LexedText) -> (WordedShare.Relation, Range<Int>)? {
    let words: [(String, WordedShare.Relation)] = [("以上", .atLeast), ("以下", .atMost), ("左右", .about)]
    return words.first { text.utf8[times.upperBound...].starts(with: $0.0.utf8) }.map {
      ($0.1, times.lowerBound..<times.upperBound + 6)
    }
  }

  /// 翻倍, 三倍, "2.5 倍".
  private static func times(in text: LexedText, _ clause: Range<Int>) -> (value: Double, range: Range<Int>)? {
    let twice = several.all(in: text, clause)
    if twice.count == 1, let range = twice.first { return (2, range) }
    for index in clause {
      if let value = spoken(index, text) { return (value, text.tokens[index].start..<text.tokens[index + 1].end) }
      if text.hanHasPrefix(index, "倍"), let number = text.number(index - 1) {
        return (number.value, text.tokens[index - 1].start..<text.tokens[index].start + "倍".utf8.count)
      }
      guard text.tokens[index].kind == .han else { continue }
      let words = text.string(index)
      guard let times = words.firstIndex(of: "倍"), times > words.startIndex,
        let value = characters[words[words.index(before: times)]]
      else { continue }
      let start = text.tokens[index].start + words[..<words.index(before: times)].utf8.count
      return (value, start..<start + 6)
    }
    return nil
  }

  private static let targets: Set<String> = ["as", "the", "that", "more", "higher", "commoner", "likelier", "greater"]

  /// "Three times as common", "4 times the rate".
  private static func spoken(_ index: Int, _ text: LexedText) -> Double? {
    guard text.isWord(index + 1, "times"), index + 2 < text.count, targets.contains(text.lowercased(index + 2)) else {
      return nil
    }
    return text.number(index)?.value ?? numerals[text.lowercased(index)]
  }

  /// Whether the values of two arms cannot be meant.
  func isBroken(by left: Double, _ right: Double) -> Bool {
    guard left > 0, right > 0 else { return false }
    switch kind {
    case .difference: return isBroken(abs(left - right), slack: 0.5)
    case .multiple:
      let ratio = quantity <= 1 ? min(left, right) / max(left, right) : max(left, right) / min(left, right)
      return isBroken(ratio, slack: 0.03 * quantity)
    }
  }

  private func isBroken(_ value: Double, slack: Double) -> Bool {
    switch relation {
    case .less: value >= quantity + slack
    case .atMost: value > quantity + slack
    case .more: value <= quantity - slack
    case .atLeast: value < quantity - slack
    case .about: abs(value - quantity) > Self.nearness * quantity
    }
  }

  private static let nearness = 0.3
}
