import Literature
import TextAnalysis

/// A share of people that a clause bounds in words: "fewer than one newborn in eight", "at least two thirds", 不足两成, 约有六成, 过半数.
struct WordedShare: Hashable, Sendable {
  enum Relation: Hashable, Sendable { case less, atMost, more, atLeast, about }

  /// In percent.
  var percent: Double
  var relation: Relation
  /// Bytes of the text, from the words of the relation to the share.
  var range: Range<Int>

  private static let fractions: [(words: PhraseSet, percent: Double)] = [
    (PhraseSet(["two thirds", "two in three", "two out of three"], ["三分之二"]), 200.0 / 3),
    (PhraseSet(["three quarters", "three in four", "three out of four"], ["四分之三"]), 75),
    (PhraseSet(["two fifths", "two in five", "two out of five"], ["五分之二"]), 40),
    (PhraseSet(["three fifths", "three in five"], ["五分之三"]), 60), (PhraseSet(["four fifths", "four in five"], ["五分之四"]), 80),
    (PhraseSet(["a third", "one third", "one in three", "one out of three"], ["三分之一"]), 100.0 / 3),
    (PhraseSet(["a quarter", "one quarter", "one in four", "one out of four"], ["四分之一"]), 25),
    (PhraseSet(["a fifth", "one fifth", "one in five"], ["五分之一"]), 20),
    (PhraseSet(["a sixth", "one sixth", "one in six"], ["六分之一"]), 100.0 / 6),
    (PhraseSet(["an eighth", "one eighth", "one in eight"], ["八分之一"]), 12.5),
    (PhraseSet(["nine tenths", "nine in ten", "nine out of ten"], ["十分之九"]), 90),
    (PhraseSet(["a tenth", "one tenth", "one in ten"], ["十分之一", "一成"]), 10), (PhraseSet(["one in twenty"], ["二十分之一"]), 5),
    (PhraseSet(["half", "one in two"], ["半数", "一半", "过半"]), 50), (PhraseSet([], ["两成", "二成"]), 20), (PhraseSet([], ["三成"]), 30),
    (PhraseSet([], ["四成"]), 40), (PhraseSet([], ["五成"]), 50), (PhraseSet([], ["六成"]), 60), (PhraseSet([], ["七成"]), 70),
    (PhraseSet([], ["八成"]), 80), (PhraseSet([], ["九成"]), 90),
  ]
  /// All of them: few clauses have one.
  private static let anyFraction = PhraseSet(
    [
      "two", "three", "four", "nine", "one", "half", "a third", "a quarter", "a fifth", "a sixth", "an eighth", "a tenth",
    ],
    ["分之", "成", "半"])
  private static let counts: [String: Double] = [
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "twelve": 12,
    "fifteen": 15, "twenty": 20,
  ]
  private static let countKeys = KeySet(counts.keys)
  private static let relations: [(words: PhraseSet, relation: Relation)] = [
    (PhraseSet(["no more than", "not more than", "at most"], ["不超过", "未超过", "不多于", "至多", "不过"]), .atMost),
    (PhraseSet(["no fewer than", "no less than", "at least", "not less than"], ["至少", "不少于", "不低于"]), .atLeast),
    (
      PhraseSet(
        ["fewer than", "less than", "under", "below", "short of", "just under", "lower than"],
        ["不足", "不到", "不及", "未达", "未到", "短于", "小于", "低于", "少于", "未过"]), .less
    ),
    (
      PhraseSet(
        ["more than", "over", "above", "beyond", "well over", "exceeded", "upwards of", "higher than"],
        ["超过", "逾", "高于", "多于", "长于", "大于", "高达", "过"]),
      .more
    ),
    (
      PhraseSet(
        ["about", "around", "roughly", "approximately", "some", "nearly", "almost", "close to"],
        ["约有", "约为", "约", "近", "接近", "将近", "大约"]),
      .about
    ),
  ]
  private static let behind: [(words: PhraseSet, relation: Relation)] = [
    (PhraseSet([], ["以上"]), .atLeast), (PhraseSet([], ["以下"]), .less), (PhraseSet([], ["左右", "上下"]), .about),
  ]
  /// Of another arm's rate, of a dose or a time: no share of people.
  private static let relative = PhraseSet(
    [
      "as common", "as many", "as often", "as frequent", "as high", "as likely", "the rate", "that of", "of that", "of those on",
      "percentage points",
      "percentage point", "of the dose", "points", "a year", "an hour", "of the year", "the risk", "as much", "of the time",
      "the number", "was spared", "were spared", "was averted", "were averted", "was avoided", "of the trials", "of trials",
      "of the studies", "of studies",
    ],
    [
      "倍", "百分点", "时间", "剂量", "年", "天", "风险下降", "风险降低", "风险减少", "下降约", "降低约", "减少约", "下降近", "降低近", "减少近", "项试验", "项研究", "全部试验",
      "各试验",
    ])

  /// The only one of a clause; nil where there is none, or several. O(tokens).
  static func only(in text: LexedText, _ clause: Range<Int>) -> WordedShare? {
    guard !relative.occurs(in: text, clause) else { return nil }
    let found = shares(in: text, clause)
    guard found.count == 1, let share = found.first, let (relation, words) = relation(of: share.range, in: text, clause),
      !isOfAnother(share.range, text), !isChange(min(words.lowerBound, share.range.lowerBound), text)
    else { return nil }
    return WordedShare(
      percent: share.percent, relation: relation,
      range: min(words.lowerBound, share.range.lowerBound)..<max(words.upperBound, share.range.upperBound))
  }

  /// As `only`; without words of a relation the share is meant about.
  static func bare(in text: LexedText, _ clause: Range<Int>) -> WordedShare? {
    if let share = only(in: text, clause) { return share }
    guard !relative.occurs(in: text, clause) else { return nil }
    let found = shares(in: text, clause)
    guard found.count == 1, let share = found.first, relation(of: share.range, in: text, clause) == nil,
      !isOfAnother(share.range, text), !isChange(share.range.lowerBound, text)
    else { return nil }
    return WordedShare(percent: share.percent, relation: .about, range: share.range)
  }

  /// A part of another arm's figure: "less than half as common", 不到对照组的一半. Nil where there is none, or several.
  ///
  /// - Parameter comparisons: words of which an English clause must have one.
  static func part(in text: LexedText, _ clause: Range<Int>, of comparisons: PhraseSet) -> WordedShare? {
    let found = shares(in: text, clause)
    guard found.count == 1, let share = found.first, comparisons.occurs(in: text, clause) || isOfAnother(share.range, text),
      let (relation, words) = relation(of: share.range, in: text, clause)
    else { return nil }
    return WordedShare(
      percent: share.percent, relation: relation,
      range: min(words.lowerBound, share.range.lowerBound)..<max(words.upperBound, share.range.upperBound))
  }

  /// The relation right before a number; nil where none stands there.
  static func relation(before start: Int, in text: LexedText, _ clause: Range<Int>) -> (relation: Relation, words: Range<Int>)? {
    let index = text.firstToken(at: start)
    guard index > clause.lowerBound else { return nil }
    if text.tokens[index - 1].kind == .han {
      let end = text.tokens[index - 1].end
      return relations.lazy.compactMap { words, relation in
        words.all(in: text, index - 1..<index).last { $0.upperBound == end }.map { (relation, $0) }
      }.first
    }
    let before = max(clause.lowerBound, index - 3)..<index
    return relations.lazy.compactMap { words, relation in words.first(in: text, before).map { (relation, $0) } }.first
  }

  /// Every share in words of a clause, in percent, whatever it is of. O(tokens).
  static func shares(in text: LexedText, _ clause: Range<Int>) -> [(percent: Double, range: Range<Int>)] {
    let named =
      !anyFraction.occurs(in: text, clause)
      ? []
      : fractions.flatMap { fraction in
        fraction.words.all(in: text, clause).map { (percent: fraction.percent, range: $0) }
      }
    // 二十分之一 holds 十分之一.
    let longest = named.filter { one in
      !named.contains { $0.range != one.range && $0.range.contains(one.range.lowerBound) && $0.range.count > one.range.count }
    }
    let others = clause.compactMap { spelled($0, in: text, clause) ?? ofEvery($0, in: text) }
    return longest + others.filter { one in !longest.contains { $0.range.overlaps(one.range) } }
  }

  /// "one newborn in eight", "six of every ten".
  private static func spelled(_ index: Int, in text: LexedText, _ clause: Range<Int>) -> (percent: Double, range: Range<Int>)? {
    guard countKeys.contains(Int(text.keys[index])) else { return nil }
    if text.isWord(index, "one"), index + 3 < clause.upperBound, text.isWord(index + 2, "in"),
      text.tokens[index + 3].kind == .word,
      let all = counts[text.lowercased(index + 3)]
    {
      return (100 / all, text.tokens[index].start..<text.tokens[index + 3].end)
    }
    guard let part = counts[text.lowercased(index)] else { return nil }
    for (offset, words) in [(3, ["of", "every"]), (3, ["out", "of"]), (2, ["in"])] where index + offset < clause.upperBound {
      guard words.indices.allSatisfy({ text.lowercased(index + 1 + $0) == words[$0] }),
        let all = counts[text.lowercased(index + offset)], all > part
      else {
        continue
      }
      return (100 * part / all, text.tokens[index].start..<text.tokens[index + offset].end)
    }
    return nil
  }

  private static let numerals: [Character: Double] = [
    "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10,
  ]
  private static let mostBetween = 5

  /// 每三例约有一例, 每10人中有3人 in one run.
  private static func ofEvery(_ index: Int, in text: LexedText) -> (percent: Double, range: Range<Int>)? {
    guard text.hanContains(index, "每") else { return nil }
    let run = Array(text.string(index))
    guard let every = run.firstIndex(of: "每"), every + 3 < run.count, let all = numerals[run[every + 1]],
      ["例", "人", "名", "位"].contains(run[every + 2])
    else { return nil }
    let end = min(run.count - 1, every + 3 + mostBetween)
    guard every + 3 < end,
      let place = (every + 3..<end).first(where: { numerals[run[$0]] != nil && ["例", "人", "名", "位"].contains(run[$0 + 1]) }),
      let part = numerals[run[place]], part < all
    else { return nil }
    let start = text.tokens[index].start
    return (
      100 * part / all,
      start + String(run[..<every]).utf8.count..<start + String(run[...(place + 1)]).utf8.count
    )
  }

  static func relation(of share: Range<Int>, in text: LexedText, _ clause: Range<Int>) -> (Relation, Range<Int>)? {
    let index = max(0, text.firstToken(at: share.lowerBound + 1) - 1)
    if text.tokens[index].kind == .han {
      let end = text.tokens[index].end
      let after = text.string(share.upperBound..<end)
      if text.string(share) == "过半" { return (.more, share) }
      if let found = behind.first(where: { $0.words.occurs(in: LexedText(String(after.prefix(2)))) }) {
        return (found.relation, share.lowerBound..<min(end, share.upperBound + 6))
      }
      let before = String(text.string(text.tokens[index].start..<share.lowerBound).suffix(4))
      let length = before.utf8.count
      let lexed = LexedText(before)
      if isOfAnother(share, text) {
        let start = text.tokens[index].start
        return relations.lazy.compactMap { words, relation in
          words.all(in: text, index..<index + 1).last { $0.upperBound <= share.lowerBound && $0.lowerBound >= start }.map {
            (relation, $0)
          }
        }.first
      }
      for (words, relation) in relations {
        if let last = words.all(in: lexed).last, last.upperBound == length || relation == .about && last.upperBound + 3 >= length
        {
          return (relation, share.lowerBound - (length - last.lowerBound)..<share.upperBound)
        }
      }
      return nil
    }
    let before = max(clause.lowerBound, index - 3)..<index
    return relations.lazy.compactMap { words, relation in words.first(in: text, before).map { (relation, $0) } }.first
  }

  /// "By about a sixth": by how much something changed.
  private static func isChange(_ start: Int, _ text: LexedText) -> Bool { text.isWord(text.firstToken(at: start) - 1, "by") }

  /// 不到胰岛素组的一半: a part of another arm's.
  private static func isOfAnother(_ share: Range<Int>, _ text: LexedText) -> Bool {
    let before = text.string(max(0, share.lowerBound - 15)..<share.lowerBound)
    return before.hasSuffix("的") || before.hasSuffix("组的") || ["的不足", "的约", "的近"].contains { before.hasSuffix($0) }
  }

  /// Whether a printed share cannot be meant.
  func isBroken(by value: PrintedNumber) -> Bool {
    let box = RoundingBox(value)
    switch relation {
    case .less: return box.low >= percent + Self.slack
    case .atMost: return box.low > percent + Self.slack
    case .more: return box.high <= percent - Self.slack
    case .atLeast: return box.high < percent - Self.slack
    case .about: return abs(value.value - percent) > max(Self.nearness * percent, Self.points)
    }
  }

  /// Whether a printed share is too far from the words for anybody's rounding: farther than `isBroken` where they say "about".
  func isClearlyBroken(by value: PrintedNumber) -> Bool {
    let (box, far) = (RoundingBox(value), max(Self.farPoints, Self.farShare * min(percent, 100 - percent)))
    switch relation {
    case .less, .atMost: return box.low >= percent + Self.points
    case .more, .atLeast: return box.high <= percent - Self.points
    case .about: return abs(value.value - percent) > far
    }
  }

  private static let farPoints = 3.5
  private static let farShare = 0.2
  /// Fractions in words are round.
  private static let slack = 0.5
  private static let nearness = 0.2
  private static let points = 3.0

  private struct RoundingBox {
    var low: Double
    var high: Double
    init(_ number: PrintedNumber) {
      let half = 0.5 * (0..<number.decimals).reduce(1.0) { unit, _ in unit / 10 }
      (low, high) = (number.value - half, number.value + half)
    }
  }
}
