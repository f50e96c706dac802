import Literature
import Statistics
import TextAnalysis

/// A risk that is said to have risen by the share by which the ratio beside it says that it fell: HR 0.56, 风险升高 44%.
struct RaisedRisk {
  var passage: Int
  /// Bytes of the passage's flow, from the word to the percent sign.
  var range: Range<Int>
  var word: String
  var percent: PrintedNumber
  /// Index into `Extract.results`.
  var card: Int

  private static let rising = PhraseSet(
    ["raised", "raises", "increased", "increases", "increasing", "rose", "higher by", "increase of"],
    ["升高", "增加", "上升", "增高", "升高了", "增加了"])
  private static let risk = PhraseSet(["risk", "hazard", "odds"], ["风险", "危险"])
  private static let reach = 8

  /// By the ratios of the sentence, or of the one before it in its paragraph. O(tokens).
  static func denied(in context: CheckContext) -> [RaisedRisk] {
    context.extract.passages.indices.flatMap { passage -> [RaisedRisk] in
      guard context.extract.passages[passage].kind == .sentence else { return [] }
      let text = context.lexed[passage]
      guard rising.occurs(in: text), risk.occurs(in: text) else { return [] }
      let cards = ratios(of: passage, in: context)
      guard !cards.isEmpty else { return [] }
      return text.tokens.indices.compactMap { index in
        guard text.isSymbol(index + 1, "%"), let percent = text.number(index), percent.value > 1, percent.value < 100,
          percent.relation == .equal, let word = rising.all(in: text, max(0, index - reach)..<index).last,
          !(text.firstToken(at: word.upperBound)..<index).contains(where: { text.isNumber($0) }),
          risk.occurs(in: text, max(0, index - 2 * reach)..<index), !Negation.occurs(in: text, max(0, index - reach)..<index)
        else { return nil }
        let fallen = cards.filter { card in
          context.results[card].value.map { abs(100 * (1 - $0.value) - percent.value) < 0.5001 } ?? false
        }
        let risen = cards.contains { card in
          context.results[card].value.map { abs(100 * ($0.value - 1) - percent.value) <= 1.5 } ?? false
        }
        guard let card = fallen.first, !risen else { return nil }
        return RaisedRisk(
          passage: passage, range: word.lowerBound..<text.tokens[index + 1].end, word: text.string(word), percent: percent,
          card: card)
      }
    }
  }

  private static func ratios(of passage: Int, in context: CheckContext) -> [Int] {
    let own = ratioCards(passage, in: context)
    guard own.isEmpty, passage > 0, let block = context.extract.passages[passage].block,
      context.extract.passages[passage - 1].block == block
    else { return own }
    return ratioCards(passage - 1, in: context)
  }

  private static func ratioCards(_ passage: Int, in context: CheckContext) -> [Int] {
    (context.cardsByPassage[passage] ?? []).filter { index in
      let card = context.results[index]
      return Measure.isRatio(card.measure) && card.value?.relation == .equal
    }
  }
}
