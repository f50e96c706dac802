import Literature
import TextAnalysis

/// The mark of a bound with the words of its relation: "more than 70%", "beyond two and a half years", 不足六成, "0.9 or less".
struct BoundMark: Hashable, Sendable {
  var value: Double
  /// The other end of a range.
  var upper: Double?
  var unit: SetBound.Unit
  var relation: WordedShare.Relation
  var isWorded: Bool
  /// Bytes of the text.
  var range: Range<Int>
  /// The first token of the mark.
  var token: Int

  private static let rough = PhraseSet(
    [
      "more than", "over", "above", "beyond", "exceeded", "exceed", "exceeds", "exceeding", "at least", "less than", "fewer than",
      "under",
      "below", "short of", "at most", "no more", "no fewer", "no less", "greater than", "higher than", "lower than",
      "longer than",
      "shorter than", "reach", "reached", "attain", "attained", "about", "around", "roughly", "nearly", "almost", "surpassed",
      "or more",
      "or less", "or above", "or longer", "not more", "lost more", "between", "ranged from", "ranging from",
    ],
    [
      "超过", "突破", "高于", "大于", "长于", "达到", "不低于", "至少", "逾", "低于", "不足", "小于", "短于", "不到", "未达", "不及", "以上", "以下", "约", "近",
      "左右", "多于", "少于", "过半", "之间", "介于", "集中在",
    ])
  private static let reached = PhraseSet(["reach", "reached", "attain", "attained"], ["达到"])
  private static let above = PhraseSet(
    ["exceed", "exceeds", "exceeding", "surpassed", "greater than", "longer than", "in excess of"], ["突破", "大于", "长于"])
  private static let below = PhraseSet(["shorter than", "smaller than"], ["小于", "短于"])
  private static let behindMost = PhraseSet(["or less", "or fewer", "or lower", "or below", "at most"], ["以下"])
  private static let behindLeast = PhraseSet(["or more", "or above", "or longer", "or higher", "at least"], ["以上"])

  /// In order; nil where no word of a relation stands in the text. O(tokens).
  static func all(in text: LexedText) -> [BoundMark]? { text.once(Self.self) { read(text) } }

  private static func read(_ text: LexedText) -> [BoundMark]? {
    guard rough.occurs(in: text) else { return nil }
    let clauses = Clauses.all(in: text)
    let found = clauses.flatMap { clause -> [BoundMark] in
      let ranges = Pieces.atCommas(in: text, clause).compactMap { range(text, $0) }
      let shares = WordedShare.shares(in: text, clause).compactMap { spelled($0.percent, $0.range, text, clause) }
      let single = shares + chineseTimes(text, clause) + clause.compactMap { printed($0, text, clause) ?? time($0, text, clause) }
      return ranges + single.filter { one in !ranges.contains { $0.range.overlaps(one.range) } }
    }
    return found.sorted { $0.token < $1.token }
  }

  private static let between = PhraseSet(
    ["between", "ranged from", "ranging from", "ranges from", "varied from", "varied between"], ["介于", "之间", "波动于", "集中在"])
  private static let mostApart = 4

  /// "Between 0.60 and 1.10", the only two numbers of a piece.
  private static func range(_ text: LexedText, _ clause: Range<Int>) -> BoundMark? {
    guard let words = between.first(in: text, clause) else { return nil }
    let numbers = clause.filter { text.isNumber($0) && !isName($0, text) }
    guard numbers.count == 2, numbers[1] - numbers[0] <= mostApart, let low = text.number(numbers[0]),
      let high = text.number(numbers[1]),
      low.value < high.value, let unit = unit(high, behind: numbers[1], text, clause)
    else { return nil }
    return BoundMark(
      value: low.value * unit.scale, upper: high.value * unit.scale, unit: unit.unit, relation: .atLeast, isWorded: false,
      range: min(words.lowerBound, text.tokens[numbers[0]].start)..<max(words.upperBound, text.tokens[numbers[1]].end),
      token: numbers[0])
  }

  private static func spelled(_ percent: Double, _ share: Range<Int>, _ text: LexedText, _ clause: Range<Int>) -> BoundMark? {
    let token = max(0, text.firstToken(at: share.lowerBound + 1) - 1)
    guard let (relation, words) = WordedShare.relation(of: share, in: text, clause) ?? relation(token, text, clause) else {
      return nil
    }
    return BoundMark(
      value: percent, unit: .percent, relation: relation, isWorded: true,
      range: min(words.lowerBound, share.lowerBound)..<max(words.upperBound, share.upperBound), token: token)
  }

  /// The relation before a mark, by more words than shares of people go with.
  private static func relation(_ token: Int, _ text: LexedText, _ clause: Range<Int>) -> (WordedShare.Relation, Range<Int>)? {
    let before = max(clause.lowerBound, token - 3)..<token
    let near = { (words: PhraseSet) in
      words.all(in: text, before).last { range in
        text.utf8[range.lowerBound] < 0x80 || text.tokens[token].start - range.upperBound <= 1
      }
    }
    if let words = near(above) { return (.more, words) }
    if let words = near(below) { return (.less, words) }
    return near(reached).map { (.atLeast, $0) }
  }

  /// The words of a relation right before a number.
  private static func relation(before index: Int, _ text: LexedText, _ clause: Range<Int>) -> (WordedShare.Relation, Range<Int>)?
  {
    let start = text.tokens[index].start
    let found =
      WordedShare.relation(before: start, in: text, clause).map { ($0.relation, $0.words) } ?? relation(index, text, clause)
    return found.flatMap { $0.1.upperBound + 1 >= start ? $0 : nil }
  }

  private static let mostRatio = 5.0

  private static func printed(_ index: Int, _ text: LexedText, _ clause: Range<Int>) -> BoundMark? {
    guard let number = text.number(index), !isName(index, text), let unit = unit(number, behind: index, text, clause) else {
      return nil
    }
    guard !thresholds.occurs(in: text, unit.end..<min(clause.upperBound, unit.end + 1)) else { return nil }
    let start = text.tokens[index].start
    let after = unit.end..<min(clause.upperBound, unit.end + 3)
    let end = text.tokens[unit.end - 1].end
    let behind =
      behindLeast.first(in: text, after).map { (WordedShare.Relation.atLeast, $0) }
      ?? behindMost.first(in: text, after).map { (WordedShare.Relation.atMost, $0) }
    let close = behind.flatMap { $0.1.lowerBound - end <= 4 ? $0 : nil }
    guard
      let (relation, words) = relation(before: index, text, clause) ?? close, relation != .about || unit.unit == .percent
    else { return nil }
    return BoundMark(
      value: number.value * unit.scale, unit: unit.unit, relation: relation, isWorded: false,
      range: min(words.lowerBound, start)..<max(words.upperBound, text.tokens[index].end), token: index)
  }

  /// "75% responders": who has responded by so much.
  private static let thresholds = PhraseSet(
    ["responder", "responders", "improvement", "reduction", "fall", "decline"], ["应答者", "缓解者", "改善者", "应答率", "反应者"])
  private static let ratios = PhraseSet(
    ["hr", "hrs", "rr", "rrs", "ratio", "ratios", "point estimates", "relative risk", "relative risks", "ors", "irr"],
    ["风险比", "点估计", "比值比", "危险度", "率比"])
  static let rates = PhraseSet(["rate", "rates"], ["年化"])

  private static func unit(
    _ number: PrintedNumber, behind index: Int, _ text: LexedText, _ clause: Range<Int>
  ) -> (unit: SetBound.Unit, scale: Double, end: Int)? {
    if text.isSymbol(index + 1, "%") || text.isWord(index + 1, "percent") { return (.percent, 1, index + 2) }
    if let scale = scale(index + 1, text) { return (.month, scale, index + 2) }
    guard number.value < mostRatio, number.value > 0 else { return nil }
    if ratios.occurs(in: text, clause), number.decimals > 0 || number.value == 1 { return (.ratio, 1, index + 1) }
    return rates.occurs(in: text, clause) && text.isWord(index + 1, "per") ? (.plain, 1, index + 1) : nil
  }

  /// How many months a unit of time has.
  static func scale(_ index: Int, _ text: LexedText) -> Double? {
    if text.isWord(index, "months") || text.isWord(index, "month") || text.hanHasPrefix(index, "个月") { return 1 }
    if text.isWord(index, "years") || text.isWord(index, "year") || text.hanHasPrefix(index, "年") { return 12 }
    return nil
  }

  private static let counts: [String: Double] = [
    "one": 1, "a": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "twelve": 12,
  ]

  /// "Two and a half years", "a year".
  private static func time(_ index: Int, _ text: LexedText, _ clause: Range<Int>) -> BoundMark? {
    guard text.tokens[index].kind == .word, let count = counts[text.lowercased(index)] else { return nil }
    let halves = [index + 1, index + 2].map { text.isWord($0, "and") && text.isWord($0 + 1, "a") && text.isWord($0 + 2, "half") }
    let (hasHalf, unit) = (halves[0] || halves[1], halves[0] ? index + 4 : index + 1)
    guard unit < clause.upperBound, let scale = scale(unit, text),
      let (relation, words) = relation(before: index, text, clause), relation != .about
    else { return nil }
    return BoundMark(
      value: (count + (hasHalf ? 0.5 : 0)) * scale, unit: .month, relation: relation, isWorded: false,
      range: min(words.lowerBound, text.tokens[index].start)..<text.tokens[halves[1] ? unit + 3 : unit].end, token: index)
  }

  private static let hanTimes: [(words: PhraseSet, months: Double)] = [
    (PhraseSet([], ["两年半", "二年半"]), 30), (PhraseSet([], ["一年半"]), 18), (PhraseSet([], ["三年半"]), 42), (PhraseSet([], ["半年"]), 6),
    (PhraseSet([], ["一年"]), 12), (PhraseSet([], ["两年", "二年"]), 24), (PhraseSet([], ["三年"]), 36), (PhraseSet([], ["四年"]), 48),
    (PhraseSet([], ["五年"]), 60),
  ]

  private static func chineseTimes(_ text: LexedText, _ clause: Range<Int>) -> [BoundMark] {
    var found: [BoundMark] = []
    for (words, months) in hanTimes {
      for range in words.all(in: text, clause) where !found.contains(where: { $0.range.overlaps(range) }) {
        guard let (relation, words) = WordedShare.relation(of: range, in: text, clause), relation != .about else { continue }
        found.append(
          BoundMark(
            value: months, unit: .month, relation: relation, isWorded: false,
            range: min(words.lowerBound, range.lowerBound)..<max(words.upperBound, range.upperBound),
            token: max(0, text.firstToken(at: range.lowerBound + 1) - 1)))
      }
    }
    return found
  }

  /// "Table 2", "week 24", a callout, "95% CI".
  private static func isName(_ index: Int, _ text: LexedText) -> Bool {
    text.isSymbol(index - 1, "[") || text.isSymbol(index + 1, "]") || text.isSymbol(index - 1, "-")
      || text.hanHasSuffix(index - 1, "表")
      || text.isWord(index + 2, "ci") || text.isWord(index + 2, "confidence")
      || ["table", "grade", "week", "day", "month", "year", "phase", "figure", "stage"].contains { text.isWord(index - 1, $0) }
  }

  private static let spoken: [(words: PhraseSet, count: Int)] = [
    (PhraseSet(["one of", "one trial", "one study", "one arm", "one group"], ["一项", "一个", "一组"]), 1),
    (PhraseSet(["two of", "two trials", "two studies", "two arms"], ["两项", "两个", "两组", "二项"]), 2),
    (PhraseSet(["three of", "three trials", "three studies"], ["三项", "三个", "三组"]), 3),
  ]

  /// 任一组.
  private static func isAny(_ words: Range<Int>, _ text: LexedText) -> Bool {
    text.utf8[..<words.lowerBound].suffix(3).elementsEqual("任".utf8)
  }

  private static let mostCounted = 20.0

  /// How many trials or arms a piece speaks of: 只有一项, 3个剂量组.
  static func counted(in text: LexedText, _ piece: Range<Int>) -> Int? {
    let printed = piece.lazy.compactMap { index -> Int? in
      guard let number = text.number(index), number.decimals == 0, number.value < mostCounted,
        ["个", "项", "组"].contains(where: { text.hanHasPrefix(index + 1, $0) }), !text.hanHasPrefix(index + 1, "个月")
      else { return nil }
      return Int(number.value)
    }.first
    return printed ?? spoken.first { $0.words.all(in: text, piece).contains { !isAny($0, text) } }?.count
  }
}
