import Lexicon
import Literature

/// Which studies have results on an endpoint, or which are the largest, wherever they are told: those that are significant go first where a benefit is asked for, and the
/// highest or lowest first where an order is.
struct OutcomeList<Base: EvidenceBase> {
  let base: Base
  let question: Question

  /// Below it a P value counts as significant, as authors print it.
  private static var alpha: Double { 0.05 }

  /// Empty where the question names no endpoint and asks for no sizes, or names a table, or asks what the studies were made for.
  func parts() throws -> [Answer.Part] {
    guard question.table == nil, !question.asksPrimaryEndpoint, !question.endpoints.isEmpty || asksSize else { return [] }
    var found: [(part: Answer.Part, figure: Double?)] = []
    for trial in try base.trials() where question.wants(trial.trial) {
      let choice = CardChoice(question: question, cards: try base.cards(ofTrial: trial.trial.id))
      let cards = asksSize ? choice.ofAspects.filter { $0.card.measure == "n" } : choice.asked
      guard !cards.isEmpty else { continue }
      var part = Answer.Part(trial: trial, cards: cards, quotes: [])
      part.isFitting = !question.asksBenefit || cards.contains { Self.showsBenefit($0.card) }
      found.append((part, asksSize ? trial.trial.sampleSize.map(Double.init) ?? figure(of: cards) : figure(of: cards)))
    }
    if question.order != nil { return question.ordered(found, by: \.figure).map(\.part) }
    return found.map(\.part).filter(\.isFitting) + found.map(\.part).filter { !$0.isFitting }
  }

  private var asksSize: Bool { question.endpoints.isEmpty && question.aspects.contains(.sampleSize) }

  private func figure(of cards: [EvidenceCard]) -> Double? {
    question.leadingFigure(of: cards.filter { question.measures.isEmpty || question.measures.contains($0.card.measure) })
  }

  /// Significant, and no ratio of hazards above 1; a ratio below 1 that is printed without interval and P is taken at its word.
  private static func showsBenefit(_ card: ResultCard) -> Bool {
    let ratio = card.measure == "HR" ? card.value?.value : nil
    if let ratio, ratio > 1 { return false }
    if let p = card.p { return p.value < alpha && p.relation != .greater }
    if let ratio, card.low == nil { return ratio < 1 }
    guard let low = card.low?.value, let high = card.high?.value else { return false }
    return ["HR", "OR", "RR", "IRR"].contains(card.measure) && (high < 1 || (low > 1 && card.measure != "HR"))
  }
}
