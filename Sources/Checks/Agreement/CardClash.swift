import Literature
import TextAnalysis

/// Two cards that must be one result and print different figures.
struct CardClash: Hashable, Sendable {
  /// The one that is reported, and the one it is held against: indices into `Extract.results`.
  var card: Int
  var other: Int

  /// Figures that differ throughout are more likely of two analyses than one misprint.
  func severity(in context: CheckContext) -> Finding.Severity {
    let (card, other) = (context.results[card], context.results[other])
    let pairs = [(card.value, other.value), (card.low, other.low), (card.high, other.high), (card.p, other.p)]
    let printed = pairs.compactMap { pair -> (PrintedNumber, PrintedNumber)? in
      guard let left = pair.0, let right = pair.1 else { return nil }
      return (left, right)
    }
    return printed.count >= 3 && printed.allSatisfy({ !SameCard.agree($0.0, $0.1) }) ? .warning : .error
  }

  /// Two single figures in sentences may be of two things that have no names of their own: there only what looks like a slip of
  /// the pen is one.
  func isTelling(in context: CheckContext) -> Bool {
    let areSingle = Self.isSingle(context.results[card]) && Self.isSingle(context.results[other])
    return !areSingle || kind(in: context) != nil
  }

  private static let farApart = 8.0

  /// A bare ratio in a table that is many times the other with its interval is a median from a neighbouring column.
  func isMisread(in context: CheckContext) -> Bool {
    let cards = [context.results[card], context.results[other]]
    if cards.contains(where: { Self.isThreshold($0, in: context) }) { return true }
    guard let bare = cards.first(where: { $0.location == .table && $0.low == nil && $0.p == nil }), Measure.isRatio(bare.measure),
      let full = cards.first(where: { $0.low != nil }), let left = bare.value?.value, let right = full.value?.value, right > 0
    else { return false }
    return left / right >= Self.farApart
      && SameCard.difference(bare, full).map { PrintedDifference($0.0, $0.1) } != .decimalSlipped
  }

  private static let outcomes: [StaticString] = ["应答", "反应", "缓解", "改善", "有效"]
  private static let outcomeWords = PhraseSet(["responder", "responders", "response", "reduction", "improvement"])

  /// The 50 of "50% response": it names what is counted.
  private static func isThreshold(_ card: ResultCard, in context: CheckContext) -> Bool {
    guard card.unit == "%", let value = card.value else { return false }
    let (text, flow) = (context.lexed(of: card), context.extract.passages[card.passage].flow)
    let places = text.tokens.indices.filter { index in
      text.isNumber(index) && text.string(index) == value.printed && flow.span(of: text.tokens[index].range).overlaps(card.span)
    }
    return !places.isEmpty
      && places.allSatisfy { index in
        guard text.isSymbol(index + 1, "%") else { return false }
        return outcomes.contains { text.hanHasPrefix(index + 2, $0) }
          || outcomeWords.occurs(in: text, min(text.count, index + 2)..<min(text.count, index + 3))
      }
  }

  private static func isSingle(_ card: ResultCard) -> Bool {
    guard card.value != nil, card.location != .table else { return false }
    return card.low == nil && card.p == nil
  }

  /// In what way they differ, as a message says it; nil where there is no telling.
  func kind(in context: CheckContext) -> Wording? {
    let (card, other) = (context.results[card], context.results[other])
    if !SameCard.unitsAgree(card, other) {
      let units = { (language: Language) in
        [card.unit, other.unit].map { String(FigureNames.unit($0, in: language).drop { $0 == " " }) }
      }
      let (english, chinese) = (units(.english), units(.chinese))
      return Wording("the units are \(english[0]) and \(english[1])", zh: "单位分别为 \(chinese[0])和\(chinese[1])")
    }
    if SameCard.armsAreExchanged(card, other) { return Wording("the arms are exchanged", zh: "组别对调") }
    return SameCard.difference(card, other).flatMap { PrintedDifference($0.0, $0.1).phrase }
  }

  static func figures(_ card: ResultCard, in language: Language = .english) -> String {
    let p = card.p.map { ", P \($0.relation.rawValue) \($0.printed)" } ?? ""
    let unit = FigureNames.unit(card.unit, in: language)
    guard card.value == nil else { return card.summary(in: language) + unit + p }
    let values = card.armValues.map(\.value.text).joined(separator: language == .chinese ? " 和 " : " and ")
    return "\(FigureNames.measure(card.measure, in: language)) \(values)\(unit)\(p)"
  }
}
