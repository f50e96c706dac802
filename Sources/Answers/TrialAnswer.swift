import Lexicon
import Literature

/// What one trial answers to a question: figures on the endpoints asked for, facts of its design, or sentences that hold what was asked.
struct TrialAnswer<Base: EvidenceBase> {
  let base: Base
  let question: Question
  let trial: EvidenceTrial

  /// The share of what is asked that a sentence on the trial must hold; less than elsewhere, since the trial is certain.
  private static var threshold: Double { 0.5 }

  private static var namedEndpoints: Int { 6 }

  func fill(_ answer: inout Answer) throws {
    let cards = try base.cards(ofTrial: trial.trial.id)
    let passages = try base.passages(ofTrial: trial.trial.id)
    if let part = try part(cards, passages) {
      answer.parts.append(part)
    } else {
      answer.nearest.append(Answer.NearMiss(reason: refusal(cards), passage: cards.first?.passage ?? passages.first))
    }
  }

  private func part(_ cards: [EvidenceCard], _ passages: [EvidencePassage]) throws -> Answer.Part? {
    let choice = CardChoice(question: question, cards: cards)
    // A crossover is a change of treatment upon an event: the endpoint named with it is not what is asked for.
    if question.aspects.contains(.crossover) {
      let crossed = choice.ofAspects
      if !crossed.isEmpty { return Answer.Part(trial: trial, cards: crossed, quotes: []) }
    }
    if !question.endpoints.isEmpty { return try endpointPart(choice, passages) }
    if !question.aspects.isEmpty { return try aspectPart(choice, passages) }
    if !question.measures.isEmpty {
      let chosen = choice.asked
      return chosen.isEmpty ? nil : Answer.Part(trial: trial, cards: chosen + choice.context(of: chosen), quotes: [])
    }
    return try partInWords(cards, passages)
  }

  private func endpointPart(_ choice: CardChoice, _ passages: [EvidencePassage]) throws -> Answer.Part? {
    let chosen = choice.asked
    let named = question.measures.isEmpty && (question.asksWhether || !question.asksNumber) ? naming(passages) : []
    guard !chosen.isEmpty || !named.isEmpty else { return nil }
    return Answer.Part(trial: trial, cards: chosen + choice.context(of: chosen), quotes: named + (try furtherWords()))
  }

  /// Sentences and rows on the trial that name the endpoint in words.
  private func naming(_ passages: [EvidencePassage]) -> [EvidencePassage] {
    let wanted = Set(question.endpoints.map(\.id))
    return passages.filter { passage in
      (passage.kind == .sentence || passage.kind == .tableRow)
        && Lexicon.builtIn.matches(in: Array(passage.text.utf8)).contains { wanted.contains($0.concept.id) }
    }
  }

  private func aspectPart(_ choice: CardChoice, _ passages: [EvidencePassage]) throws -> Answer.Part? {
    let chosen = choice.asked + choice.ofAspects
    if question.aspects == [.registry], trial.trial.registry.isEmpty { return nil }
    let quotes = passages.filter(tellsAspect)
    guard !chosen.isEmpty || !quotes.isEmpty else { return nil }
    return Answer.Part(trial: trial, cards: chosen + choice.context(of: chosen), quotes: (try furtherWords()) + quotes)
  }

  private func tellsAspect(_ passage: EvidencePassage) -> Bool {
    if question.aspects.contains(.registry), trial.trial.registry.contains(where: { passage.text.contains($0.id) }) {
      return true
    }
    guard !question.aspects.isDisjoint(with: [.regimen, .conclusion, .sampleSize]) else { return false }
    return passage.kind == .tableRow || (passage.kind == .sentence && holdsTreatment(passage))
  }

  private func holdsTreatment(_ passage: EvidencePassage) -> Bool {
    Lexicon.builtIn.matches(in: Array(passage.text.utf8)).contains { [.drug, .procedure, .comparator].contains($0.concept.kind) }
  }

  // MARK: In words

  /// What is asked beside the trial's own drugs, disease and setting, which every sentence on it is about. A disease that a trial is not known
  /// to treat is left out only where the question names the trial.
  private var terms: [QuestionTerm] {
    let isNamed = !question.trials.isEmpty
    let treated = Set(trial.trial.diseases)
    return question.terms.filter { term in
      if term.isConcept(of: [.disease]) { return !isNamed && !(term.concept.map(treated.contains) ?? false) }
      return !term.isConcept(of: [.drug, .drugClass, .setting])
    }
  }

  private func ranked() throws -> [PassageRanking.Ranked] {
    let near = Set(try base.passages(aroundTrial: trial.trial.id))
    return PassageRanking(terms: terms, passages: try base.passages())
      .ranked { near.contains($0) && $0.kind != .heading && (!question.asksNumber || $0.holdsNumber) }
  }

  private func partInWords(_ cards: [EvidenceCard], _ passages: [EvidencePassage]) throws -> Answer.Part? {
    // "What is known of the phase 3 trial X?" asks for nothing in particular.
    guard !terms.allSatisfy({ $0.isConcept(of: [.design, .population]) }) else {
      let cards = CardChoice(question: question, cards: cards).ofDataCut
      let quotes =
        question.dataCut == nil || cards.isEmpty ? passages.filter { $0.kind == .sentence || $0.kind == .tableRow } : []
      return cards.isEmpty && quotes.isEmpty ? nil : Answer.Part(trial: trial, cards: cards, quotes: quotes)
    }
    let quotes = fitting(try ranked())
    return quotes.isEmpty
      ? nil : Answer.Part(trial: trial, cards: cards.filter { quotes.contains($0.passage) }, quotes: quotes)
  }

  /// Sentences that say more of what was asked than cards can, where more than a figure is asked for.
  private func furtherWords() throws -> [EvidencePassage] {
    let isOfFigures = !question.aspects.isEmpty && question.aspects.isSubset(of: [.registry, .sampleSize, .followUp])
    return question.asksNumber || isOfFigures || terms.isEmpty ? [] : Array(fitting(try ranked()).prefix(2))
  }

  private func fitting(_ ranked: [PassageRanking.Ranked]) -> [EvidencePassage] {
    guard let best = ranked.first, best.coverage >= Self.threshold else { return [] }
    return ranked.prefix(4).filter { $0.coverage >= max(Self.threshold, best.coverage - 0.15) }.map(\.passage)
  }

  private func refusal(_ cards: [EvidenceCard]) -> String {
    var asked = question.measures.sorted() + question.endpoints.compactMap { $0.symbol ?? $0.english.first }
    if question.aspects.contains(.registry) { asked.append("registration number") }
    let endpoints = Set(cards.compactMap(\.card.endpoint)).sorted()
    let further = endpoints.count > Self.namedEndpoints ? " and \(endpoints.count - Self.namedEndpoints) more" : ""
    let held = endpoints.prefix(Self.namedEndpoints).joined(separator: ", ") + further
    let what = asked.isEmpty ? "not what was asked of it" : "not its \(asked.joined(separator: " "))"
    return "\(trial.trial.name) is known, but \(what)" + (held.isEmpty ? "." : "; there are results on \(held).")
  }
}
