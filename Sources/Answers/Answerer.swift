import Lexicon
import Literature

/// Answers a question from an evidence base: by cards where numbers are asked for, else by passages; or refuses.
///
/// Refuse rather than guess: a card answers only if trial, endpoint and measure are those that were asked for.
public struct Answerer<Base: EvidenceBase> {
  private let base: Base
  public init(base: Base) { self.base = base }

  public func answer(_ text: String) throws -> Answer {
    let question = try Question(text, base: base)
    var answer = Answer(question: text)
    answer.matchedThrough = matches(of: question)
    if let unknown = question.unknownTrials.first, question.trials.isEmpty {
      answer.nearest = [Answer.NearMiss(reason: "The knowledge base holds no trial “\(unknown)”.", passage: nil)]
      return answer
    }
    if let table = question.table {
      answer.parts = try tableParts(question, table: table)
    } else if !question.trials.isEmpty {
      for trial in question.trials { try answerTrial(trial, question, into: &answer) }
    } else if !question.drugs.isEmpty {
      try answerDrugs(question, into: &answer)
    } else if !question.endpoints.isEmpty || question.horizonYears != nil {
      answer.parts = try unnamedParts(question)
    }
    if answer.parts.isEmpty, question.trials.isEmpty { try PassageAnswer(base: base, question: question).fill(&answer) }
    if answer.parts.isEmpty, answer.nearest.isEmpty {
      answer.nearest = [Answer.NearMiss(reason: "Nothing in the knowledge base holds the terms of the question.", passage: nil)]
    }
    return answer
  }

  private func matches(of question: Question) -> [Answer.Match] {
    (question.endpoints + question.drugs + question.settings + question.otherConcepts).compactMap { concept in
      let forms = [concept.symbol, concept.english.first, concept.chinese.first].compactMap { $0 }
      return forms.count < 2
        ? nil : Answer.Match(asked: forms.first { question.text.contains($0) } ?? forms[0], found: forms.joined(separator: " = "))
    }
  }

  // MARK: One trial

  private func answerTrial(_ trial: EvidenceTrial, _ question: Question, into answer: inout Answer) throws {
    let cards = try base.cards(ofTrial: trial.trial.id)
    let passages = try base.passages(ofTrial: trial.trial.id)
    if let part = part(trial, question, cards: cards, passages: passages) { return answer.parts.append(part) }
    let asked = question.endpoints.compactMap { $0.symbol ?? $0.english.first }.joined(separator: ", ")
    let measure = question.measures.sorted().joined(separator: ", ")
    let held = Set(cards.compactMap(\.card.endpoint)).sorted().joined(separator: ", ")
    let reason =
      "\(trial.trial.name) is known, but not \([measure, asked].filter { !$0.isEmpty }.joined(separator: " ")) as asked"
      + (held.isEmpty ? "." : "; it has results on \(held).")
    answer.nearest.append(Answer.NearMiss(reason: reason, passage: cards.first?.passage ?? passages.first))
  }

  private func part(_ trial: EvidenceTrial, _ question: Question, cards: [EvidenceCard], passages: [EvidencePassage]) -> Answer
    .Part?
  {
    var chosen = chosenCards(question, cards)
    var quotes: [EvidencePassage] = []
    if !question.endpoints.isEmpty {
      let named = question.asksWhether ? qualitative(question, passages) : []
      guard !chosen.isEmpty || !named.isEmpty else { return nil }
      quotes = named
    } else if !question.aspects.isEmpty {
      chosen += aspectCards(question, cards)
      if question.aspects.contains(.registry), trial.trial.registry.isEmpty, chosen.isEmpty { return nil }
      quotes = aspectPassages(question, trial, passages)
      guard !chosen.isEmpty || !quotes.isEmpty else { return nil }
    } else if chosen.isEmpty {
      guard question.measures.isEmpty else { return nil }
      chosen = cards
      quotes = passages.filter { $0.kind == .sentence || $0.kind == .tableRow }
    }
    chosen += contextCards(question, cards, of: chosen)
    return assembled(trial, cards: chosen, quotes: quotes)
  }

  /// Cards on the endpoints asked for, or of the measures where no endpoint is named; the data cut asked for first.
  private func chosenCards(_ question: Question, _ cards: [EvidenceCard]) -> [EvidenceCard] {
    let symbols = Set(question.endpoints.flatMap { [$0.symbol, $0.english.first].compactMap { $0?.lowercased() } })
    var chosen = cards.filter { card in symbols.isEmpty ? false : symbols.contains(card.card.endpoint?.lowercased() ?? "") }
    if symbols.isEmpty, !question.measures.isEmpty { chosen = cards.filter { question.measures.contains($0.card.measure) } }
    // A measure that is named must be there for at least one endpoint; the other cards of those endpoints stay as context.
    if !question.measures.isEmpty, !chosen.contains(where: { question.measures.contains($0.card.measure) }) { return [] }
    if let cut = question.dataCut, chosen.contains(where: { isOf(cut, $0, among: cards) }) {
      chosen = chosen.filter { isOf(cut, $0, among: cards) }
    }
    return chosen
  }

  /// Whether a card belongs to the analysis asked for. A card without any cut is a table's or an abstract's, and stays.
  private func isOf(_ cut: String, _ card: EvidenceCard, among cards: [EvidenceCard]) -> Bool {
    guard let own = card.card.dataCut else { return card.card.location == .table }
    return own.contains(cut) || !["interim", "updated", "final"].contains { own.contains($0) }
  }

  /// Sample size and follow-up belong to every numeric answer on a trial.
  private func contextCards(_ question: Question, _ cards: [EvidenceCard], of chosen: [EvidenceCard]) -> [EvidenceCard] {
    cards.filter { card in
      guard !chosen.contains(card) else { return false }
      if card.card.measure == "followUp", let cut = question.dataCut { return isOf(cut, card, among: cards) }
      return card.card.measure == "n" || card.card.measure == "followUp"
    }
  }

  private func aspectCards(_ question: Question, _ cards: [EvidenceCard]) -> [EvidenceCard] {
    var measures: Set<String> = []
    if question.aspects.contains(.sampleSize) { measures.insert("n") }
    if question.aspects.contains(.followUp) { measures.insert("followUp") }
    if question.aspects.contains(.crossover) { measures.insert("crossover") }
    if question.aspects.contains(.regimen) { measures.insert("duration") }
    return cards.filter { measures.contains($0.card.measure) }
  }

  private func aspectPassages(_ question: Question, _ trial: EvidenceTrial, _ passages: [EvidencePassage]) -> [EvidencePassage] {
    passages.filter { passage in
      if question.aspects.contains(.registry), trial.trial.registry.contains(where: { passage.text.contains($0.id) }) {
        return true
      }
      let tells =
        question.aspects.contains(.regimen) || question.aspects.contains(.conclusion) || question.aspects.contains(.sampleSize)
      return tells && (passage.kind == .tableRow || (passage.kind == .sentence && holdsTreatment(passage)))
    }
  }

  private func holdsTreatment(_ passage: EvidencePassage) -> Bool {
    Lexicon.builtIn.matches(in: Array(passage.text.utf8)).contains { [.drug, .procedure, .comparator].contains($0.concept.kind) }
  }

  /// Sentences on the trial that name the endpoint in words.
  private func qualitative(_ question: Question, _ passages: [EvidencePassage]) -> [EvidencePassage] {
    let wanted = Set(question.endpoints.map(\.id))
    return passages.filter { passage in
      passage.kind == .sentence
        && Lexicon.builtIn.matches(in: Array(passage.text.utf8)).contains { wanted.contains($0.concept.id) }
    }
  }

  private func assembled(_ trial: EvidenceTrial?, cards: [EvidenceCard], quotes: [EvidencePassage]) -> Answer.Part {
    var seen: Set<String> = []
    let passages = (cards.map(\.passage) + quotes).filter { seen.insert("\($0.document)/\($0.id)").inserted }
    // One work cited by several documents, under whatever label, is named once.
    var named: Set<String> = []
    let works = cards.flatMap(\.references) + quotes.flatMap(\.references) + (trial?.references ?? [])
    return Answer.Part(
      trial: trial?.trial, cards: cards, quotes: passages,
      references: works.filter { named.insert($0.doi ?? $0.title ?? $0.label).inserted })
  }

  // MARK: No trial named

  /// Trials of the drugs asked for; those of the setting asked for where any is.
  private func answerDrugs(_ question: Question, into answer: inout Answer) throws {
    let wanted = Set(question.drugs.map(\.id))
    let all = try base.trials().filter { wanted.isSubset(of: $0.trial.drugs) }
    let settings = Set(question.settings.map { $0.id.split(separator: ":").last.map(String.init) ?? "" })
    let fitting = all.filter { trial in trial.trial.setting.map { setting in settings.contains { setting.contains($0) } } ?? false
    }
    for trial in settings.isEmpty || fitting.isEmpty ? all : fitting {
      var found = Answer(question: question.text)
      try answerTrial(trial, question, into: &found)
      answer.parts += found.parts
      answer.nearest += found.nearest
    }
    if answer.isAnswered { answer.nearest = [] }
  }

  /// Cards of no trial: epidemiology and summaries, by endpoint and by the years of a rate.
  private func unnamedParts(_ question: Question) throws -> [Answer.Part] {
    let cards = try base.cards(ofTrial: nil)
    let chosen = chosenCards(question, cards).filter { card in
      guard let years = question.horizonYears else { return true }
      return ["\(years) year", "\(years)-year", "\(years * 12) month"].contains { card.card.dataCut?.hasPrefix($0) ?? false }
    }
    return chosen.isEmpty || (question.horizonYears == nil && question.measures.isEmpty)
      ? [] : [assembled(nil, cards: chosen, quotes: [])]
  }

  private func tableParts(_ question: Question, table: String) throws -> [Answer.Part] {
    let rows = try base.rows(ofTable: table)
    guard !rows.isEmpty else { return [] }
    var parts: [Answer.Part] = []
    for trial in try base.trials() {
      let cards = try base.cards(ofTrial: trial.trial.id).filter { card in
        rows.contains { $0.id == card.passage.id && $0.document == card.passage.document }
      }
      let wanted = question.aspects.contains(.sampleSize) ? cards.filter { $0.card.measure == "n" } : cards
      let own = rows.filter { row in cards.contains { $0.passage.id == row.id } }
      if !own.isEmpty { parts.append(assembled(trial, cards: wanted, quotes: own)) }
    }
    return parts.isEmpty ? [assembled(nil, cards: [], quotes: rows)] : parts
  }
}
