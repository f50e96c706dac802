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
      }.filter { $0.share.isBroken(by: $0.value) }
    }
  }

  private static func of(
    _ share: (percent: Double, range: Range<Int>), _ passage: Int, _ text: LexedText, _ clause: Range<Int>
  ) -> BracketedShare? {
    guard let (relation, words) = WordedShare.relation(of: share.range, in: text, clause), relation != .about else { return nil }
    let first = text.firstToken(at: share.range.upperBound)
    guard let opening = (first..<min(clause.upperBound, first + mostBetween)).first(where: { text.isSymbol($0, "(") }),
      !(first..<opening).contains(where: { isBreak($0, text) }),
      let closing = (opening..<min(text.count, opening + mostInside)).first(where: { text.isSymbol($0, ")") }),
      (opening + 1..<closing).allSatisfy({ isOfShare($0, text) })
    else { return nil }
    let percents = (opening + 1..<closing).filter { text.isNumber($0) && text.isSymbol($0 + 1, "%") }
    guard percents.count == 1, let value = text.number(percents[0]), value.relation == .equal else { return nil }
    return BracketedShare(
      share: WordedShare(
        percent: share.percent, relation: relation,
        range: min(words.lowerBound, share.range.lowerBound)..<max(words.upperBound, share.range.upperBound)),
      passage: passage, value: value, place: text.tokens[percents[0]].start..<text.tokens[percents[0] + 1].end)
  }

  private static func isBreak(_ index: Int, _ text: LexedText) -> Bool {
    text.isSymbol(index, ",") || text.isSymbol(index, ":") || text.isNumber(index) && text.isSymbol(index + 1, "%")
  }

  /// Counts, their total and the share: nothing else.
  private static func isOfShare(_ index: Int, _ text: LexedText) -> Bool {
    if text.isNumber(index) { return true }
    if text.tokens[index].kind == .symbol { return [",", "/", "%", ";", "="].contains { text.isSymbol(index, $0) } }
    return ["of", "n", "patients"].contains { text.isWord(index, $0) } || ["例", "人", "名"].contains(text.string(index))
  }
}
