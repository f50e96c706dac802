import Lexicon
import Literature

/// The cards that a question asks for, of those of one trial.
struct CardChoice {
  let question: Question
  let cards: [EvidenceCard]

  /// Cards on the endpoints asked for, or of the measures where no endpoint is named; of the data cut asked for where there are any.
  var asked: [EvidenceCard] {
    var chosen = question.endpoints.isEmpty ? [] : ofOutcome
    if question.endpoints.isEmpty, !question.measures.isEmpty {
      chosen = cards.filter { question.measures.contains($0.card.measure) }
    }
    if question.endpoints.isEmpty { chosen = ofNamedOutcome(chosen) }
    if question.horizonYears != nil, question.asksNumber || question.trials.isEmpty { chosen = chosen.filter(isOfHorizon) }
    // A measure that is named must be there for at least one endpoint; the other cards of those endpoints stay as context.
    if !question.measures.isEmpty, !chosen.contains(where: { question.measures.contains($0.card.measure) }) { return [] }
    if let cut = question.dataCut, chosen.contains(where: { isOf(cut, $0) }) { chosen = chosen.filter { isOf(cut, $0) } }
    return chosen
  }

  /// Cards on the endpoints asked for; all where none is named.
  var ofOutcome: [EvidenceCard] {
    let symbols = Set(question.endpoints.flatMap { [$0.symbol, $0.english.first].compactMap { $0?.lowercased() } })
    return symbols.isEmpty ? cards : cards.filter { symbols.contains($0.card.endpoint?.lowercased() ?? "") }
  }

  /// Cards whose outcome, as printed, the question names; all where it names none of theirs.
  private func ofNamedOutcome(_ cards: [EvidenceCard]) -> [EvidenceCard] {
    let asked = PassageText(question.text)
    let named = cards.filter { card in
      [card.card.endpoint, card.card.details.endpointPrinted].compactMap { $0 }.contains {
        QuestionTerm(origin: .definition, english: [$0], chinese: [$0], isChinese: false).share(in: asked) == 1
      }
    }
    return named.isEmpty ? cards : named
  }

  /// Cards that belong to an aspect: sample size, follow-up, crossover, duration of treatment.
  var ofAspects: [EvidenceCard] {
    let measures: [(Question.Aspect, String)] = [
      (.sampleSize, "n"), (.followUp, "followUp"), (.crossover, "crossover"), (.regimen, "duration"),
    ]
    let wanted = Set(measures.filter { question.aspects.contains($0.0) }.map(\.1))
    return cards.filter { wanted.contains($0.card.measure) }
  }

  /// Sample size and follow-up belong to every numeric answer on a trial.
  func context(of chosen: [EvidenceCard]) -> [EvidenceCard] {
    cards.filter { card in
      guard !chosen.contains(card) else { return false }
      if card.card.measure == "followUp", let cut = question.dataCut { return isOf(cut, card) }
      return card.card.measure == "n" || card.card.measure == "followUp"
    }
  }

  /// Cards of the analysis asked for; all where none is named.
  var ofDataCut: [EvidenceCard] {
    guard let cut = question.dataCut else { return cards }
    return cards.filter { $0.card.dataCut?.contains(cut) ?? false }
  }

  /// Whether a card is of the year asked for: a rate at five years for "5-year survival".
  private func isOfHorizon(_ card: EvidenceCard) -> Bool {
    guard let years = question.horizonYears, let cut = card.card.details.horizon else { return false }
    return ["\(years) year", "\(years)-year", "\(years * 12) month"].contains { cut.hasPrefix($0) }
  }

  /// Whether a card belongs to the analysis asked for. A card without any cut is a table's or an abstract's, and stays.
  private func isOf(_ cut: String, _ card: EvidenceCard) -> Bool {
    guard let own = card.card.dataCut else { return card.card.location == .table }
    return own.contains(cut) || !["interim", "updated", "final"].contains { own.contains($0) }
  }
}
