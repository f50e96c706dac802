import Lexicon
import Literature

/// Answers a question from an evidence base: by cards where numbers are asked for, else by passages; or refuses.
///
/// Refuse rather than guess: a card answers only if trial, endpoint and measure are those that were asked for, and a passage only
/// if it holds most of what the question speaks of.
public struct Answerer<Base: EvidenceBase> {
  let base: Base
  public init(base: Base) { self.base = base }

  /// What came near is named so that the asker can ask again; more of it would only hide the refusal.
  private static var nearestLimit: Int { 3 }

  public func answer(_ text: String) throws -> Answer {
    let question = try Question(text, base: base)
    var answer = Answer(question: text)
    answer.matchedThrough = matches(of: question)
    if let unknown = question.unknownTrials.first, question.trials.isEmpty {
      answer.nearest = [Answer.NearMiss(reason: "The knowledge base holds no trial “\(unknown)”.", passage: nil)]
      return answer
    }
    try fill(&answer, question)
    answer.nearest = answer.isAnswered ? [] : Array(answer.nearest.prefix(Self.nearestLimit))
    if !answer.isAnswered, answer.nearest.isEmpty {
      answer.nearest = [Answer.NearMiss(reason: "Nothing in the knowledge base holds the terms of the question.", passage: nil)]
    }
    return answer
  }

  /// From the most exact way to the widest; a named trial is never answered by a passage on another.
  private func fill(_ answer: inout Answer, _ question: Question) throws {
    if let bound = question.bound {
      answer.parts = try BoundedList(base: base, question: question, bound: bound).parts()
      if answer.parts.isEmpty {
        answer.nearest = [Answer.NearMiss(reason: "No result on what was asked has \(bound.description).", passage: nil)]
      }
      return
    }
    if question.table != nil || (question.asksList && question.trials.isEmpty) {
      answer.parts = try OutcomeList(base: base, question: question).parts()
      if answer.parts.isEmpty { answer.parts = try TableAnswer(base: base, question: question).parts() }
      if answer.parts.isEmpty { answer.parts = try trialsOfDrugs(question) }
      if answer.parts.isEmpty || question.table == nil { try answerInWords(question, into: &answer) }
      return
    } else if !question.trials.isEmpty {
      for trial in question.trials { try TrialAnswer(base: base, question: question, trial: trial).fill(&answer) }
      return
    } else if !question.drugs.isEmpty {
      try answerDrugs(question, into: &answer)
    } else if !question.endpoints.isEmpty || question.horizonYears != nil {
      answer.parts = try unnamedParts(question)
    }
    if answer.parts.isEmpty { try answerInWords(question, into: &answer) }
  }

  private func matches(of question: Question) -> [Answer.Match] {
    let concepts: [Answer.Match] = (question.endpoints + question.drugs + question.settings + question.otherConcepts).compactMap {
      concept in
      let forms = [concept.symbol, concept.english.first, concept.chinese.first].compactMap { $0 }
      return forms.count < 2
        ? nil : Answer.Match(asked: forms.first { question.text.contains($0) } ?? forms[0], found: forms.joined(separator: " = "))
    }
    guard let bound = question.bound else { return concepts }
    return concepts + [Answer.Match(asked: bound.printed, found: bound.description)]
  }

  /// Trials of the drugs asked for; those of the setting asked for where any is.
  private func answerDrugs(_ question: Question, into answer: inout Answer) throws {
    let wanted = Set(question.drugs.map(\.id))
    let all = try base.trials().filter { wanted.isSubset(of: $0.trial.drugs) }
    let settings = question.settingNames
    let fitting = all.filter { trial in trial.trial.setting.map { settings.contains($0) } ?? false }
    let wantedTrials = settings.isEmpty || fitting.isEmpty ? all : fitting
    // A report tells more of its trial than what is cited there of others.
    for trial in wantedTrials.filter(\.trial.isOwn) + wantedTrials.filter({ !$0.trial.isOwn }) {
      try TrialAnswer(base: base, question: question, trial: trial).fill(&answer)
    }
  }

  /// A list shows of each trial so many figures.
  private static var listedCards: Int { 6 }

  /// The trials of the drugs asked for, each with the first comparisons that it tells and the first passages that name the drugs; empty without a drug.
  private func trialsOfDrugs(_ question: Question) throws -> [Answer.Part] {
    let wanted = Set(question.drugs.map(\.id))
    guard !wanted.isEmpty else { return [] }
    return try base.trials().filter { wanted.isSubset(of: $0.trial.drugs) }.compactMap { trial in
      let compared = try base.cards(ofTrial: trial.trial.id).filter { $0.card.p != nil || $0.card.low != nil }
      let naming = try base.passages(ofTrial: trial.trial.id).filter { passage in
        wanted.isSubset(of: Lexicon.builtIn.matches(in: Array(passage.text.utf8)).map(\.concept.id))
      }
      return compared.isEmpty && naming.isEmpty
        ? nil : Answer.Part(trial: trial, cards: Array(compared.prefix(Self.listedCards)), quotes: Array(naming.prefix(1)))
    }
  }

  /// Cards of no trial: epidemiology and summaries, by endpoint and by the years of a rate.
  private func unnamedParts(_ question: Question) throws -> [Answer.Part] {
    guard question.horizonYears != nil || !question.measures.isEmpty else { return [] }
    let chosen = CardChoice(question: question, cards: try base.cards(ofTrial: nil)).asked
    return chosen.isEmpty ? [] : [Answer.Part(trial: nil, cards: chosen, quotes: [])]
  }

  private func answerInWords(_ question: Question, into answer: inout Answer) throws {
    let words = try WordAnswer(base: base, question: question)
    let quotes = try words.quotes()
    if !quotes.isEmpty {
      answer.parts.append(Answer.Part(trial: nil, cards: [], quotes: quotes))
    } else if let miss = words.nearest {
      answer.nearest.append(miss)
    }
  }
}

extension Answer.Part {
  /// What is known, with the passages of the cards before the other quotations, each passage and each work once.
  init(trial: EvidenceTrial?, cards: [EvidenceCard], quotes: [EvidencePassage]) {
    var seen: Set<String> = []
    let passages = (cards.map(\.passage) + quotes).filter { seen.insert("\($0.document)/\($0.id)").inserted }
    var named: Set<String> = []
    let works = cards.flatMap(\.references) + quotes.flatMap(\.references) + (trial?.references ?? [])
    self.init(
      trial: trial?.trial, cards: cards, quotes: passages,
      references: works.filter { named.insert($0.doi ?? $0.title ?? $0.label).inserted })
  }
}

extension EvidencePassage {
  /// Whether a figure stands in the text outside the marks of citations.
  var holdsNumber: Bool {
    var depth = 0
    for byte in text.utf8 {
      if byte == UInt8(ascii: "[") { depth += 1 }
      if byte == UInt8(ascii: "]") { depth = max(0, depth - 1) }
      if depth == 0, (0x30...0x39).contains(byte) { return true }
    }
    return false
  }
}
