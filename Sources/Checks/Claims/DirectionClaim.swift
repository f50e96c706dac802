import Literature
import TextAnalysis

/// What a piece of a sentence says of one group's figure as against another's: "less frequent with A (than with B)", 甲组高于乙组.
struct DirectionClaim: Hashable, Sendable {
  var isMore: Bool
  /// Names of the group that is said to have more or less.
  var lead: Set<String>
  /// Names of the one that it is compared with, where it is named.
  var other: Set<String>
  /// Bytes of its word.
  var word: Range<Int>
  /// Tokens of the piece.
  var piece: Range<Int>

  private static let more = PhraseSet(
    [
      "more", "higher", "greater", "larger", "longer", "commoner", "heavier", "older", "more frequently", "likelier",
    ],
    [
      "高于", "多于", "大于", "长于", "较高", "较多", "较大", "较长", "更高", "更多", "更大", "更长", "略高", "略多", "略长", "偏高", "为高", "为多", "多见", "为长",
    ])
  private static let less = PhraseSet(
    ["less", "fewer", "lower", "smaller", "shorter", "rarer", "lighter", "younger"],
    [
      "低于", "少于", "小于", "短于", "较低", "较少", "较小", "较短", "更低", "更少", "更小", "更短", "略低", "略少", "略短", "偏低", "为低", "为少", "少见", "为短",
    ])
  /// Of these the larger figure may be the smaller value, or the figures are not of what is compared.
  private static let otherwise = PhraseSet(
    [
      "reduction", "reductions", "fall", "drop", "decline", "decrease", "loss", "improvement", "gain", "change", "changes",
      "difference", "differences", "increase", "rise", "dose", "doses", "if", "whether", "may", "might", "could", "would",
      "should", "expected", "subgroup", "subgroups", "baseline", "both", "either", "similar", "previous", "effect", "benefit",
      "twice", "half", "times", "fold", "no longer", "each", "all", "interval", "margin", "at least", "at most", "equally",
    ],
    [
      "降幅", "升幅", "增幅", "改善", "变化", "改变", "差异较", "差值", "剂量", "若", "可能", "是否", "预期", "亚组", "基线", "均高", "既往", "风险", "幅度", "效应",
      "获益",
      "倍", "各组", "其他", "前者", "后者", "增量", "减量", "相关", "以上", "以下", "界值",
    ])
  private static let thans: [StaticString] = ["than", "versus", "vs"]
  private static let comparing = ["较", "比", "于", "与", "同"]

  static func hasWord(_ text: LexedText, _ piece: Range<Int>) -> Bool {
    more.occurs(in: text, piece) || less.occurs(in: text, piece)
  }

  /// Nil where a piece has no word of comparison or several, and where it leads with no group or with several. O(bytes).
  static func of(_ text: LexedText, _ piece: Range<Int>, _ names: GroupNames) -> DirectionClaim? {
    let parts = outside(piece, text)
    let (up, down) = (parts.flatMap { more.all(in: text, $0) }, parts.flatMap { less.all(in: text, $0) })
    guard up.count + down.count == 1, let word = up.first ?? down.first, !isBound(word, text),
      isOfAmount(word, text),
      !parts.contains(where: { otherwise.occurs(in: text, $0) || Negation.occurs(in: text, $0) })
    else { return nil }
    let mentions = parts.flatMap { names.all(in: text, $0) }
    guard !mentions.isEmpty else { return nil }
    // "(16.9% versus 6.6%) was more common with A": what links figures in a bracket compares no names.
    let than =
      parts.joined().first { index in thans.contains { text.isWord(index, $0) } }.map { text.tokens[$0].start } ?? Int.max
    let isOther = { (mention: GroupMention) in
      mention.range.lowerBound > than
        || comparing.contains { text.utf8[..<mention.range.lowerBound].suffix($0.utf8.count).elementsEqual($0.utf8) }
    }
    guard let lead = one(mentions.filter { !isOther($0) }), let other = one(mentions.filter(isOther)),
      !lead.isEmpty || !other.isEmpty
    else { return nil }
    let both = lead.intersection(other)
    guard both.isEmpty || lead != other else { return nil }
    return DirectionClaim(
      isMore: down.isEmpty, lead: lead.subtracting(both), other: other.subtracting(both), word: word, piece: piece)
  }

  /// The stretches of a piece that stand in no bracket. O(tokens).
  private static func outside(_ piece: Range<Int>, _ text: LexedText) -> [Range<Int>] {
    var (parts, start, depth) = ([Range<Int>](), piece.lowerBound, 0)
    for index in piece {
      if text.isSymbol(index, "(") || text.isSymbol(index, "[") {
        if depth == 0, index > start { parts.append(start..<index) }
        depth += 1
      } else if text.isSymbol(index, ")") || text.isSymbol(index, "]") {
        depth = max(0, depth - 1)
        start = index + 1
      }
    }
    return depth == 0 && start < piece.upperBound ? parts + [start..<piece.upperBound] : parts
  }

  /// The names of the one group that some mentions are of, empty where there is none; nil of several.
  private static func one(_ mentions: [GroupMention]) -> Set<String>? {
    let all = mentions.reduce(into: Set<String>()) { $0.formUnion($1.names) }
    return mentions.allSatisfy { GroupMention.areOne($0.names, all) } ? all : nil
  }

  private static let amounts: Set<String> = [
    "common", "commonly", "frequent", "frequently", "often", "likely", "prevalent", "numerous", "in", "with", "on", "after",
    "under", "among", "for", "people", "women", "men", "children",
  ]

  /// "More frequent", "less pain", "more deaths", but not "more difficult", "less severe".
  private static func isOfAmount(_ word: Range<Int>, _ text: LexedText) -> Bool {
    let index = text.firstToken(at: word.lowerBound)
    guard text.isWord(index, "more") || text.isWord(index, "less") else { return true }
    guard index + 1 < text.count, text.tokens[index + 1].kind == .word else { return false }
    let next = text.lowercased(index + 1)
    return amounts.contains(next) || next.hasSuffix("s") && !next.hasSuffix("ss") && !next.hasSuffix("ous")
      || !VerdictStatement.outcomes(in: text, index + 1..<min(text.count, index + 3)).isEmpty
  }

  /// "More than 40%", "fewer than half".
  private static func isBound(_ word: Range<Int>, _ text: LexedText) -> Bool {
    let next = text.firstToken(at: word.upperBound)
    if text.isNumber(next) { return text.utf8[word.lowerBound] >= 0x80 || text.isWord(next - 1, "more") }
    return text.isWord(next, "than")
      && (text.isNumber(next + 1) || next + 1 < text.count && quantities.occurs(in: text, next + 1..<next + 2))
  }

  private static let quantities = PhraseSet(["half", "a third", "a quarter", "one", "two", "three", "four", "five", "ten"])

  /// Whether the figures behind the word fit it in the order of the text, the group told of first: "more with A (43% against 30%)". Where
  /// their bracket does not name the groups, this is what most authors mean, whatever the order elsewhere.
  func isBorneOutInOrder(by pair: FigurePair, in text: LexedText) -> Bool {
    !pair.isNamed && text.tokens[pair.first.token].start > word.lowerBound
      && (pair.first.number.value > pair.second.number.value) == isMore
  }

  /// Whether the figures of two groups say otherwise; nil where it is open whose the claim is.
  func isDenied(by first: PrintedNumber, _ second: PrintedNumber, of owners: [Set<String>]) -> Bool? {
    guard first.value != second.value else { return nil }
    let leads = owners.map { !$0.isDisjoint(with: lead) }
    let others = owners.map { !$0.isDisjoint(with: other) }
    let isOfFirst: Bool
    switch (leads[0], leads[1], others[0], others[1]) {
    case (true, false, false, _): isOfFirst = true
    case (false, true, _, false): isOfFirst = false
    case (false, false, false, true): isOfFirst = true
    case (false, false, true, false): isOfFirst = false
    default: return nil
    }
    let isGreater = isOfFirst ? first.value > second.value : second.value > first.value
    return isGreater != isMore
  }
}
