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
  var ratio: Ratio

  struct Ratio {
    var value: PrintedNumber
    var span: SourceSpan
    /// Index into `Extract.results`, where a recogniser has it.
    var card: Int?
  }

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
      guard rising.occurs(in: text) else { return [] }
      let namesRisk = risk.occurs(in: text)
      // Of any quantity what its ratio in the same sentence says is as sure.
      let ratios = namesRisk ? ratios(of: passage, in: context) : ownRatios(passage, in: context)
      guard !ratios.isEmpty else { return [] }
      return text.tokens.indices.compactMap { index in
        guard text.isSymbol(index + 1, "%"), let percent = text.number(index), percent.value > 1, percent.value < 100,
          percent.relation == .equal, let word = rising.all(in: text, max(0, index - reach)..<index).last,
          !(text.firstToken(at: word.upperBound)..<index).contains(where: { text.isNumber($0) }),
          !namesRisk || risk.occurs(in: text, max(0, index - 2 * reach)..<index),
          !Negation.occurs(in: text, max(0, index - reach)..<index)
        else { return nil }
        let fallen = ratios.filter { abs(100 * (1 - $0.value.value) - percent.value) < 0.5001 }
        let risen = ratios.contains { abs(100 * ($0.value.value - 1) - percent.value) <= 1.5 }
        guard let ratio = fallen.first, !risen else { return nil }
        return RaisedRisk(
          passage: passage, range: word.lowerBound..<text.tokens[index + 1].end, word: text.string(word), percent: percent,
          ratio: ratio)
      }
    }
  }

  private static func ratios(of passage: Int, in context: CheckContext) -> [Ratio] {
    let own = ratioCards(passage, in: context)
    guard own.isEmpty, passage > 0, let block = context.extract.passages[passage].block,
      context.extract.passages[passage - 1].block == block
    else { return own }
    return ratioCards(passage - 1, in: context)
  }

  private static func ratioCards(_ passage: Int, in context: CheckContext) -> [Ratio] {
    (context.cardsByPassage[passage] ?? []).compactMap { index in
      let card = context.results[index]
      guard Measure.isRatio(card.measure), let value = card.value, value.relation == .equal else { return nil }
      return Ratio(value: value, span: card.span, card: index)
    }
  }

  private static let quotients = PhraseSet(["ratio"], ["比值", "之比", "比率"])
  private static let farthest = 4

  /// Ratios with an interval, by cards or as the words print them: UPCR 比值 0.62(0.54~0.71).
  private static func ownRatios(_ passage: Int, in context: CheckContext) -> [Ratio] {
    let cards = ratioCards(passage, in: context)
    guard cards.isEmpty else { return cards }
    let (text, flow) = (context.lexed[passage], context.extract.passages[passage].flow)
    return WrittenLimits.all(in: text, isTableOfIntervals: true).compactMap { limits in
      guard let estimate = limits.estimate(in: text), let low = PrintedNumber(limits.low), let high = PrintedNumber(limits.high),
        0 < low.value, low.value < estimate.number.value, estimate.number.value < high.value
      else { return nil }
      let first = text.firstToken(at: estimate.start)
      guard quotients.occurs(in: text, max(0, first - farthest)..<first) else { return nil }
      return Ratio(value: estimate.number, span: flow.span(of: estimate.start..<limits.range.upperBound), card: nil)
    }
  }
}
