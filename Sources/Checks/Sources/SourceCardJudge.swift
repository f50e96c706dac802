import Literature
import Statistics

/// Decides what a source says of one card of the manuscript.
struct SourceCardJudge {
  typealias Quoted = CitedSource.QuotedCard
  typealias Decision = (verdict: SourceComparison.Verdict, found: Quoted, expected: Quoted?)

  let card: ResultCard
  /// Cards of the source with the same measure and shape.
  let candidates: [Quoted]
  let numbers: [PrintedNumber]

  /// Nil where the source does not say enough to judge.
  func verdict() -> Decision? {
    let own = candidates.filter { SourceCardMatch.endpoints(card, $0.card) != .different }
    let agreeing = own.filter { SourceCardMatch.figuresAgree(card, $0.card) }
    if !agreeing.isEmpty { return among(agreeing, own: own) }
    if let found = onAnotherEndpoint(own: own) { return found }
    let same = own.filter { SourceCardMatch.endpoints(card, $0.card) == .same && isSameGroup($0.card) }
    if let near = same.first(where: { SourceCardMatch.isNearMiss(card, $0.card) }) { return (.misrounded, near, nil) }
    return missing(among: same)
  }

  /// The figures are there: on the right card, or on one that differs in arm, data cut or population.
  private func among(_ agreeing: [Quoted], own: [Quoted]) -> Decision? {
    let straight = agreeing.filter { !SourceCardMatch.armsAreCrossed(card, $0.card) }
    guard let first = straight.first else { return agreeing.first.map { (.otherArm, $0, armPartner(own)) } }
    if let cut = otherCut(straight, own) { return cut }
    if let population = otherPopulation(straight, own) { return population }
    return (.present, first, nil)
  }

  /// The source's value for the arm that the manuscript names.
  private func armPartner(_ own: [Quoted]) -> Quoted? {
    own.first { SourceCardMatch.arms(card.arm, $0.card.arm) == true }
  }

  private func otherCut(_ straight: [Quoted], _ own: [Quoted]) -> Decision? {
    guard let first = straight.first, straight.allSatisfy({ SourceCardMatch.cut($0.card.dataCut) == .interim }),
      SourceCardMatch.cut(card.dataCut) != .interim
    else { return nil }
    let later = own.first {
      SourceCardMatch.endpoints(card, $0.card) == .same && SourceCardMatch.cut($0.card.dataCut) == .later && isSameGroup($0.card)
        && !SourceCardMatch.valuesAgree(card, $0.card)
    }
    return later.map { (.otherCut, first, $0) }
  }

  private func otherPopulation(_ straight: [Quoted], _ own: [Quoted]) -> Decision? {
    guard card.population == nil, let first = straight.first, straight.allSatisfy({ $0.card.population != nil }) else {
      return nil
    }
    let whole = own.first {
      $0.card.population == nil && SourceCardMatch.endpoints(card, $0.card) == .same
        && !SourceCardMatch.valuesAgree(card, $0.card)
    }
    return whole.map { (.otherPopulation, first, $0) }
  }

  private func onAnotherEndpoint(own: [Quoted]) -> Decision? {
    let elsewhere = candidates.first {
      SourceCardMatch.endpoints(card, $0.card) == .different && SourceCardMatch.figuresAgree(card, $0.card)
        && SourceCardMatch.isTelling(card, $0.card) && isSameGroup($0.card)
    }
    let expected = own.first { SourceCardMatch.endpoints(card, $0.card) == .same && isSameGroup($0.card) }
    guard let elsewhere, expected != nil || card.endpoint != nil else { return nil }
    return (.otherEndpoint, elsewhere, expected)
  }

  /// Neither of the two speaks of a subgroup that the other does not.
  private func isSameGroup(_ other: ResultCard) -> Bool { card.population == other.population || other.population == nil }

  /// The source has this result with other figures, and prints the manuscript's figure nowhere.
  private func missing(among same: [Quoted]) -> Decision? {
    let peers = same.filter { SourceCardMatch.arms(card.arm, $0.card.arm) ?? true }
    guard let closest = peers.min(by: { distance($0) < distance($1) }) else { return nil }
    let figures = [card.value].compactMap { $0 } + card.armValues.map(\.value)
    let isElsewhere = figures.allSatisfy { figure in
      numbers.contains { SourceCardMatch.agree(figure, $0) && $0.decimals >= figure.decimals }
    }
    if isElsewhere, !disagreesBeside(closest.card) { return nil }
    return (.absent, closest, nil)
  }

  /// The value is right and the interval or P printed beside it is not.
  private func disagreesBeside(_ other: ResultCard) -> Bool { SourceCardMatch.valuesAgree(card, other) }

  private func distance(_ quoted: Quoted) -> Double {
    if SourceCardMatch.valuesAgree(card, quoted.card) { return 0 }
    let (left, right) = (card.value ?? card.armValues.first?.value, quoted.card.value ?? quoted.card.armValues.first?.value)
    return abs((left?.value ?? 0) - (right?.value ?? 0))
  }
}
