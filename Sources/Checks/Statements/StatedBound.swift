import Literature
import Statistics

/// A bound in words on the figure of one trial ("median survival of less than four years", 不足 4 年) that the figure, printed elsewhere,
/// does not keep.
struct StatedBound: Hashable, Sendable {
  /// The card of the bound and that of the figure: indices into `Extract.results`.
  var card: Int
  var figure: Int

  /// In document order. O(cards² of a trial).
  static func all(in context: CheckContext) -> [StatedBound] {
    context.results.indices.compactMap { index in
      let card = context.results[index]
      guard let bound = card.value, bound.relation == .less || bound.relation == .greater,
        ["median", "rate"].contains(card.measure),
        card.trial != nil, let endpoint = card.endpoint, card.measure == "median" || EndpointPlace.countsPatients(endpoint),
        isOfOne(card, in: context)
      else { return nil }
      // An arm that is carried from the sentence before is not named: the bound may be of either.
      var bounded = card
      if !(card.details.armSpan?.overlaps(context.extract.passages[card.passage].span) ?? false) { bounded.arm = nil }
      let figures = context.groups[CardGroups.key(card)].filter { mayBeMeant(bounded, context.results[$0]) }
      guard let first = figures.first, figures.allSatisfy({ denies(bounded, context.results[$0]) }) else { return nil }
      return StatedBound(card: index, figure: first)
    }
  }

  /// A plain sentence on one trial: not "no trial exceeded", nor what is hoped for.
  private static func isOfOne(_ card: ResultCard, in context: CheckContext) -> Bool {
    let text = context.lexed(of: card)
    return context.extract.passages[card.passage].kind == .sentence && context.trialPassages[card.passage].count <= 1
      && !FigureBound.otherwise.occurs(in: text)
      && !negated.occurs(in: text)
  }

  private static let negated = PhraseSet(
    ["no", "not", "none", "never", "neither", "nor", "unlike", "only"], ["未", "没有", "从未", "无一", "均不", "尚未"])

  private static func mayBeMeant(_ card: ResultCard, _ other: ResultCard) -> Bool {
    SameCard.populationsAgree(card.population, other.population) && SameCard.cutsAgree(card.dataCut, other.dataCut)
      && SameCard.unitsAreComparable(card, other) && other.unit != nil && !values(of: other, for: card).isEmpty
  }

  /// The figures of the arm that the bound names; of all arms where it names none, or none is named beside the figures.
  private static func values(of other: ResultCard, for card: ResultCard) -> [PrintedNumber] {
    let values = (other.value.map { [ResultCard.ArmValue(arm: other.arm, value: $0)] } ?? other.armValues)
      .filter { $0.value.relation == .equal }
    guard let arm = card.arm, values.contains(where: { $0.arm != nil }) else { return values.map(\.value) }
    return values.filter { $0.arm == arm }.map(\.value)
  }

  /// A month is no exact number of weeks or days.
  private static let tolerance = 0.01

  private static func denies(_ card: ResultCard, _ other: ResultCard) -> Bool {
    guard let bound = card.value else { return false }
    let mark = bound.value * TimeUnits.scale(card.unit)
    return values(of: other, for: card).allSatisfy { value in
      let box = RoundingInterval(value) * TimeUnits.scale(other.unit)
      return bound.relation == .less ? box.low >= mark * (1 + tolerance) : box.high <= mark * (1 - tolerance)
    }
  }
}
