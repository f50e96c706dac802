import Lexicon
import Literature
import TextAnalysis

/// Which of two groups a piece of a sentence says to have more, in whatever words, of an entry whose groups are known.
struct OpenDirection: Hashable, Sendable {
  var isMore: Bool
  /// Index of the arm that is told of.
  var lead: Int
  /// Bytes of the word.
  var word: Range<Int>
  /// "The greater fall": of two figures the one farther from zero.
  var isOfChange: Bool

  private static let more = PhraseSet(
    [
      "more", "higher", "greater", "larger", "longer", "commoner", "heavier", "older", "likelier", "bigger", "taller", "later",
      "slower", "oftener", "exceeded", "exceeds", "surpassed", "outnumbered", "stronger", "costlier",
    ],
    [
      "高于", "多于", "大于", "长于", "重于", "较高", "较多", "较大", "较长", "较重", "更高", "更多", "更大", "更长", "更重", "略高", "略多", "略长", "略大", "偏高",
      "偏多", "为高",
      "多见", "为长", "居多", "慢于", "较慢", "更慢", "晚于", "较晚", "更晚", "迟于", "超过", "稍高", "稍多", "稍长", "明显高", "明显多", "显著高", "显著多", "更常见",
      "较常见",
      "为甚", "为多", "较迟", "高出", "多出", "多增", "更常出现",
    ])
  private static let less = PhraseSet(
    [
      "less", "fewer", "lower", "smaller", "shorter", "rarer", "lighter", "younger", "sooner", "faster", "quicker", "earlier",
      "scarcer", "weaker", "cheaper", "slighter", "milder",
    ],
    [
      "低于", "少于", "小于", "短于", "轻于", "较低", "较少", "较小", "较短", "较轻", "更低", "更少", "更小", "更短", "更轻", "略低", "略少", "略短", "略小", "偏低",
      "偏少", "为低",
      "为少", "少见", "为短", "快于", "较快", "更快", "早于", "较早", "更早", "稍低", "稍少", "稍短", "明显低", "明显少", "显著低", "显著少", "为轻", "少增",
    ])
  private static let better = PhraseSet(
    ["better", "superior", "favoured", "favored", "outperformed", "favours", "favors"],
    ["优于", "更好", "较好", "更优", "较优", "占优", "为优", "胜于", "好于", "更佳", "较佳"])
  private static let worse = PhraseSet(
    ["worse", "poorer", "inferior"], ["劣于", "不及", "较差", "更差", "差于", "为差", "不如", "逊于"])
  private static let changes = PhraseSet(
    [
      "reduction", "reductions", "fall", "falls", "drop", "decline", "decrease", "loss", "improvement", "improved", "gain",
      "increase", "rise", "change", "changes", "fell", "rose", "dropped", "declined", "decreased", "increased", "gained", "lost",
      "reduced", "reduces", "reducing", "lowered", "lowers", "relieved", "relieves", "eased", "alleviated", "raised", "raises",
      "shortened", "prolonged", "improves", "improving", "lessened", "diminished", "worsened",
    ],
    ["降幅", "升幅", "增幅", "改善", "变化", "改变", "幅度", "下降", "升高", "减少", "增加", "降低", "提高", "上升", "回落", "多增", "少增", "减轻", "缓解"])
  private static let thans = PhraseSet([
    "than", "versus", "vs", "compared with", "compared to", "relative to", "over", "against", "as opposed to",
  ])
  private static let comparing = ["较", "比", "于", "与", "同", "和", "及", "过", "如", "出"]
  /// What words of a comparison are of when no group is compared.
  private static let otherwise = PhraseSet(
    [
      "if", "whether", "may", "might", "could", "would", "should", "expected", "no", "not", "neither", "nor", "both", "either",
      "similar", "previous", "twice", "half", "times", "fold", "at least", "at most", "dose", "doses", "baseline", "interim",
      "per protocol", "third", "quarter", "no longer", "each", "prevent", "prevented", "prevents", "averted", "avoided", "spared",
      "saved",
    ],
    [
      "若", "可能", "是否", "预期", "亚组", "基线", "均高", "既往", "倍", "不低于", "不高于", "不少于", "不多于", "未高于", "未低于", "相当", "相近", "期中",
      "未必", "不一定", "表示", "预防", "避免", "防止", "并不", "并非", "没有", "未见", "一半", "分之", "无差异",
    ])
  private static let valued: (good: Set<String>, bad: Set<String>) = (
    [
      "endpoint:os", "endpoint:pfs", "endpoint:dfs", "endpoint:rfs", "endpoint:efs", "endpoint:orr", "endpoint:dcr",
      "endpoint:survival", "outcome:remission", "outcome:response", "outcome:cure", "outcome:healing", "outcome:adherence",
      "outcome:satisfaction", "outcome:quality-of-life", "outcome:lung-function", "outcome:walking",
    ],
    [
      "outcome:bleeding", "outcome:relapse", "outcome:readmission", "outcome:infection", "outcome:pain", "outcome:depression",
      "outcome:anxiety", "outcome:fatigue", "outcome:vomiting", "outcome:nausea", "outcome:fracture", "outcome:falls",
      "outcome:stroke", "outcome:exacerbation", "outcome:delirium", "outcome:thrombosis", "outcome:pneumonia",
    ]
  )

  /// O(tokens).
  static func hasWord(_ text: LexedText, _ piece: Range<Int>) -> Bool {
    [more, less, better, worse].contains { $0.occurs(in: text, piece) } || !amounts(text, piece).isEmpty
  }

  /// Which way the one word of more or less of a piece goes; nil where there is none, or several. O(tokens).
  static func isMore(_ text: LexedText, _ piece: Range<Int>) -> Bool? {
    guard !otherwise.occurs(in: text, piece), !changes.occurs(in: text, piece) else { return nil }
    let (ups, downs) = (more.all(in: text, piece), less.all(in: text, piece))
    return ups.count + downs.count == 1 ? downs.isEmpty : nil
  }

  /// Whether a piece prints no figures but the amount of its own word: 较后者长 5.5 个月, 少增 1.7 kg.
  static func isBare(_ text: LexedText, _ piece: Range<Int>) -> Bool {
    let figures = GroupFigure.all(in: text, piece)
    guard figures.count == 1, let figure = figures.first else { return figures.isEmpty }
    guard figure.token > piece.lowerBound, text.tokens[figure.token - 1].kind == .han else { return false }
    return
      (!amounts(text, piece).isEmpty
      || (more.all(in: text, piece) + less.all(in: text, piece)).contains { $0.upperBound == text.tokens[figure.token - 1].end })
  }

  /// Whether a stretch has a word of change rather than of more or less. O(tokens).
  static func tellsChange(_ text: LexedText, _ tokens: Range<Int>) -> Bool { changes.occurs(in: text, tokens) }

  /// Whether a figure stands right behind the word: 少增 1.7 kg.
  static func hasAmount(_ text: LexedText, _ piece: Range<Int>) -> Bool {
    !GroupFigure.all(in: text, piece).isEmpty && isBare(text, piece)
  }

  /// Nil where no word or several stand there, or it is open which group leads. O(bytes).
  static func of(_ text: LexedText, _ piece: Range<Int>, _ entry: LedgerEntry) -> OpenDirection? {
    guard entry.arms.count == 2, !otherwise.occurs(in: text, piece), WordedShare.shares(in: text, piece).isEmpty else {
      return nil
    }
    let amounts = amounts(text, piece)
    let ups = more.all(in: text, piece).filter { !isBound($0, text) } + amounts.filter(\.isMore).map(\.range)
    let downs = less.all(in: text, piece).filter { !isBound($0, text) } + amounts.filter { !$0.isMore }.map(\.range)
    let (good, bad) = (better.all(in: text, piece), worse.all(in: text, piece))
    let isValued = ups.isEmpty && downs.isEmpty
    guard ups.count + downs.count + (isValued ? good.count + bad.count : 0) == 1,
      let word = ups.first ?? downs.first ?? good.first ?? bad.first, let lead = lead(text, piece, word, entry)
    else { return nil }
    guard isValued else {
      return OpenDirection(
        isMore: downs.isEmpty, lead: lead, word: word,
        isOfChange: changes.occurs(in: text, piece) || entry.arms.allSatisfy { $0.value.value < 0 })
    }
    guard let isGood = isGood(text, piece, entry), !entry.topic.contains("time") else { return nil }
    return OpenDirection(isMore: bad.isEmpty == isGood, lead: lead, word: word, isOfChange: false)
  }

  /// Whether more of the outcome is good; nil where neither its name nor the statement tells.
  private static func isGood(_ text: LexedText, _ piece: Range<Int>, _ entry: LedgerEntry) -> Bool? {
    let named = entry.topic.filter(VerdictStatement.isOutcome)
    let (isGood, isBad) = (!named.isDisjoint(with: valued.good), !named.isDisjoint(with: valued.bad))
    if isGood != isBad { return isGood }
    let name = LexedText(entry.name)
    return HarmDirection.isGood(name, name.tokens.indices) ?? HarmDirection.isGood(text, piece)
  }

  private static let ends: [(Character, Bool)] = [
    ("长", true), ("高", true), ("多", true), ("大", true), ("重", true), ("慢", true), ("晚", true), ("短", false), ("低", false),
    ("少", false),
    ("小", false), ("轻", false), ("快", false), ("早", false),
  ]

  private static let changing: Set<Character> = ["延", "缩", "提", "升", "增", "减", "降", "放", "加"]

  /// 前者较后者长 5.5 个月, 在甲组低了 12 个百分点: an amount behind, and 较 or 比 before or 了 between.
  private static func amounts(_ text: LexedText, _ piece: Range<Int>) -> [(range: Range<Int>, isMore: Bool)] {
    piece.compactMap { index in
      guard text.tokens[index].kind == .han, text.isNumber(index + 1) else { return nil }
      let run = text.string(index)
      let isTold = run.hasSuffix("了")
      let word = isTold ? run.dropLast() : run[...]
      guard isTold || run.contains("较") || run.contains("比"), let last = word.last, let end = ends.first(where: { $0.0 == last }),
        !(word.dropLast().last.map(changing.contains) ?? false)
      else { return nil }
      let stop = text.tokens[index].end - (isTold ? 3 : 0)
      return (stop - 3..<stop, end.1)
    }
  }

  private static let numerals: Set<String> = [
    "half", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twice",
  ]

  /// "More than 40%" compares no groups.
  private static func isBound(_ word: Range<Int>, _ text: LexedText) -> Bool {
    // 最多见: of one group's own.
    if text.utf8[..<word.lowerBound].suffix("最".utf8.count).elementsEqual("最".utf8) { return true }
    let next = text.firstToken(at: word.upperBound)
    if text.isNumber(next), text.utf8[word.lowerBound] >= 0x80 || !text.isSymbol(next - 1, "(") {
      let isAmount = ["出", "了", "增"].contains { text.string(word).contains($0) }
      return text.utf8[word.lowerBound] >= 0x80 ? !isAmount && text.tokens[next].start - word.upperBound <= 1 : true
    }
    return text.isWord(next, "than")
      && (text.isNumber(next + 1) || next + 1 < text.count && numerals.contains(text.lowercased(next + 1)))
  }

  // MARK: Which group leads

  private static func lead(_ text: LexedText, _ piece: Range<Int>, _ word: Range<Int>, _ entry: LedgerEntry) -> Int? {
    let mentions = mentions(text, piece, entry)
    let than = thans.all(in: text, piece).first { $0.lowerBound >= word.lowerBound }?.lowerBound ?? Int.max
    // "More than nine tenths of those on A" compares no groups.
    let next = text.firstToken(at: word.upperBound)
    guard !text.isWord(next, "than") || mentions.contains(where: { $0.start > than }) else { return nil }
    let isOther = { (start: Int) -> Bool in
      start > than || comparing.contains { text.utf8[..<start].suffix($0.utf8.count).elementsEqual($0.utf8) }
    }
    let leads = Set(mentions.filter { !isOther($0.start) }.map(\.arm))
    let others = Set(mentions.filter { isOther($0.start) }.map(\.arm))
    if leads.count == 1, let lead = leads.first, !others.contains(lead) { return lead }
    if leads.isEmpty, others.count == 1, let other = others.first { return 1 - other }
    return nil
  }

  private static let treated = PhraseSet(
    ["drug", "active", "intervention", "treated", "treatment", "exposed"], ["试验组", "治疗组", "干预组", "观察组", "研究组", "用药", "暴露组"])

  struct Mention {
    var arm: Int
    var start: Int
  }

  /// Where a piece names the groups of an entry. O(bytes).
  static func mentions(_ text: LexedText, _ piece: Range<Int>, _ entry: LedgerEntry) -> [Mention] {
    guard let first = piece.first, let last = piece.last else { return [] }
    let bytes = text.tokens[first].start..<text.tokens[last].end
    var found: [Mention] = []
    for match in Lexicon.builtIn.matches(in: Array(text.utf8[bytes])) where match.concept.kind == .drug {
      for arm in entry.arms.indices where entry.arms[arm].names.contains(match.concept.id) {
        found.append(Mention(arm: arm, start: match.range.lowerBound + bytes.lowerBound))
      }
    }
    let isOneControl = entry.arms.count { $0.isControl } == 1
    let stemmer = EnglishStemmer()
    for index in piece {
      switch text.tokens[index].kind {
      case .word:
        let stem = stemmer.stem(text.lowercased(index))
        for arm in entry.arms.indices where entry.arms[arm].names.contains(stem) {
          found.append(Mention(arm: arm, start: text.tokens[index].start))
        }
      case .number:
        for arm in entry.arms.indices where entry.arms[arm].names.contains(text.string(index)) {
          found.append(Mention(arm: arm, start: text.tokens[index].start))
        }
      case .han:
        for arm in entry.arms.indices {
          for name in entry.arms[arm].names where name.utf8.first.map({ $0 >= 0x80 }) ?? false {
            if let range = text.place(of: name, in: text.tokens[index].range) {
              found.append(Mention(arm: arm, start: range.lowerBound))
            }
          }
        }
      default: break
      }
    }
    // The former is the group whose figure stands first.
    for (words, place) in [(former, 0), (latter, 1)] {
      found += words.all(in: text, piece).map { Mention(arm: entry.isTurned ? 1 - place : place, start: $0.lowerBound) }
    }
    if isOneControl, let control = entry.arms.firstIndex(where: \.isControl) {
      for range in controlWords.all(in: text, piece) where !found.contains(where: { $0.start == range.lowerBound }) {
        found.append(Mention(arm: control, start: range.lowerBound))
      }
      if !found.contains(where: { $0.arm != control }) {
        found += treated.all(in: text, piece).map { Mention(arm: 1 - control, start: $0.lowerBound) }
      }
    }
    return found
  }

  private static let former = PhraseSet(["the former"], ["前者"])
  private static let latter = PhraseSet(["the latter"], ["后者"])
  private static let controlWords = PhraseSet(
    ["placebo", "control", "controls", "usual care", "sham", "comparator"], ["对照", "安慰剂", "假刺激", "常规"])

  // MARK: Against the figures

  private static let leastDifference = 1e-9

  /// Whether the figures of the groups go the other way; nil where they are equal, or tell nothing.
  func isDenied(by entry: LedgerEntry) -> Bool? {
    guard entry.arms.count == 2, !entry.isOfCounts else { return nil }
    let values = entry.arms.map(\.value.value)
    if !isOfChange, values.contains(where: { $0 < 0 }) { return nil }
    if isOfChange, (values[0] < 0) != (values[1] < 0) || !entry.isOfChange { return nil }
    let (own, other) = (abs(values[lead]), abs(values[1 - lead]))
    guard abs(own - other) > Self.leastDifference else { return nil }
    return isMore != (own > other)
  }
}
