import Literature
import Statistics
import TextAnalysis

/// A share in words with its figures in brackets right behind the group that it is of, which deny it: "more than half of those on 10 mg (148 of 312,
/// 47.4%)", 不足一成(38例, 12.2%).
struct BracketedShare: Hashable, Sendable {
  var share: WordedShare
  var passage: Int
  var value: PrintedNumber
  /// Bytes of the passage's flow: the figure.
  var place: Range<Int>

  /// Between the share and its bracket stands the group's name.
  private static let mostBetween = 8
  private static let mostInside = 10

  /// In document order. O(tokens).
  static func denied(in context: CheckContext) -> [BracketedShare] {
    context.extract.passages.indices.filter { context.extract.passages[$0].kind == .sentence }.flatMap {
      passage -> [BracketedShare] in
      let text = context.lexed[passage]
      return Clauses.all(in: text).flatMap { clause in
        WordedShare.shares(in: text, clause).compactMap { share in of(share, passage, text, clause) }
          + parts.flatMap { part in
            part.words.all(in: text, clause).compactMap { of(part.relation, 50, $0, passage, text, clause) }
          }
      }.filter { $0.share.relation == .about ? $0.share.isClearlyBroken(by: $0.value) : $0.share.isBroken(by: $0.value) }
    }
  }

  private static func of(
    _ share: (percent: Double, range: Range<Int>), _ passage: Int, _ text: LexedText, _ clause: Range<Int>
  ) -> BracketedShare? {
    let found = WordedShare.relation(of: share.range, in: text, clause)
    let words = found?.1 ?? share.range
    return of(
      found?.0 ?? .about, share.percent,
      min(words.lowerBound, share.range.lowerBound)..<max(words.upperBound, share.range.upperBound), passage, text, clause)
  }

  private static let parts: [(words: PhraseSet, relation: WordedShare.Relation)] = [
    (PhraseSet(["majority", "most of", "most patients", "most participants"], ["大多数", "多数", "大部分"]), .more),
    (PhraseSet(["minority"], ["少数", "小部分"]), .less),
  ]

  private static func of(
    _ relation: WordedShare.Relation, _ percent: Double, _ words: Range<Int>, _ passage: Int, _ text: LexedText,
    _ clause: Range<Int>
  ) -> BracketedShare? {
    let first = text.firstToken(at: words.upperBound)
    guard let opening = (first..<min(clause.upperBound, first + mostBetween)).first(where: { text.isSymbol($0, "(") }),
      !(first..<opening).contains(where: { isBreak($0, text) }),
      let closing = (opening..<min(text.count, opening + mostInside)).first(where: { text.isSymbol($0, ")") }),
      (opening + 1..<closing).allSatisfy({ isOfShare($0, text) }), !isListed(closing + 1, text),
      let (value, place) = value(opening + 1..<closing, text) ?? partOf(opening + 1..<closing, text, clause)
    else { return nil }
    return BracketedShare(
      share: WordedShare(percent: percent, relation: relation, range: words), passage: passage, value: value, place: place)
  }

  /// The one printed share, else what a count and its total make.
  private static func value(_ inside: Range<Int>, _ text: LexedText) -> (PrintedNumber, Range<Int>)? {
    let percents = inside.filter { text.isNumber($0) && text.isSymbol($0 + 1, "%") }
    if percents.count == 1, let value = text.number(percents[0]), value.relation == .equal {
      return (value, text.tokens[percents[0]].start..<text.tokens[percents[0] + 1].end)
    }
    let numbers = inside.filter { text.isNumber($0) }
    guard percents.isEmpty, numbers.count == 2, let count = text.number(numbers[0]), let total = text.number(numbers[1]),
      text.isSymbol(numbers[0] + 1, "/") || text.isWord(numbers[0] + 1, "of"), count.decimals == 0, total.decimals == 0,
      count.value <= total.value, total.value >= leastTotal
    else { return nil }
    let percent = 100 * count.value / total.value
    return (
      PrintedNumber(printed: NumberText.fixed(percent, 1), value: percent, decimals: 1),
      text.tokens[numbers[0]].start..<text.tokens[numbers[1]].end
    )
  }

  private static let ofWhich = PhraseSet(["of which", "of whom", "of these", "of them"], ["其中"])
  private static let (leastTotal, leastOfStudies) = (10.0, 3.0)

  /// 纳入 7 项, 其中半数以上(4 项): the bracket has a count alone, and the whole stands right before the words that point to it.
  private static func partOf(_ inside: Range<Int>, _ text: LexedText, _ clause: Range<Int>) -> (PrintedNumber, Range<Int>)? {
    guard let pointer = ofWhich.first(in: text, clause.lowerBound..<inside.lowerBound), inside.count <= 2,
      let place = inside.first,
      let count = text.number(place), count.decimals == 0
    else { return nil }
    let before = 0..<max(0, text.firstToken(at: pointer.lowerBound + 1) - 1)
    var depth = 0
    let outside = before.filter { index in
      if text.isSymbol(index, "(") { depth += 1 }
      defer { if text.isSymbol(index, ")") { depth -= 1 } }
      return depth == 0
    }
    let unit = inside.count == 2 ? text.string(place + 1) : nil
    guard let whole = outside.last(where: { text.isNumber($0) }), let total = text.number(whole), total.decimals == 0,
      total.value >= leastOfStudies, count.value <= total.value,
      unit.map({ unit in text.isHan(whole + 1, beginningWith: unit) || text.isSymbol(whole + 1, "(") }) ?? true
    else { return nil }
    let percent = 100 * count.value / total.value
    return (
      PrintedNumber(printed: NumberText.fixed(percent, 1), value: percent, decimals: 1), text.tokens[place].range
    )
  }

  /// "Most were overweight (35.0%) or obese (39.5%)": the bracket has a part of what is told.
  private static func isListed(_ index: Int, _ text: LexedText) -> Bool {
    text.isWord(index, "or") || text.hanHasPrefix(index, "或") || text.isSymbol(index, "、")
  }

  private static func isBreak(_ index: Int, _ text: LexedText) -> Bool {
    text.isSymbol(index, ",") || text.isSymbol(index, ":") || text.isNumber(index) && text.isSymbol(index + 1, "%")
  }

  /// Counts, their total and the share: nothing else.
  private static func isOfShare(_ index: Int, _ text: LexedText) -> Bool {
    if text.isNumber(index) { return true }
    if text.tokens[index].kind == .symbol { return [",", "/", "%", ";", "="].contains { text.isSymbol(index, $0) } }
    return ["of", "n", "patients"].contains { text.isWord(index, $0) } || ["例", "人", "名", "项"].contains(text.string(index))
  }
}

extension LexedText {
  fileprivate func isHan(_ index: Int, beginningWith word: String) -> Bool {
    tokens.indices.contains(index) && tokens[index].kind == .han && string(index).hasPrefix(word)
  }
}
