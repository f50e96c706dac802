import Lexicon
import Literature

/// Which studies have a figure within the bound that the question sets: trial by trial, then what belongs to no trial.
struct BoundedList<Base: EvidenceBase> {
  let base: Base
  let question: Question
  let bound: AskedBound

  /// Figures of no trial are given so far; a list of hundreds answers nothing.
  private static var unnamedLimit: Int { 20 }

  /// A part for each trial with such a figure on an outcome asked for. Trials must be of the drugs and the setting asked for, where any are.
  func parts() throws -> [Answer.Part] {
    let trials = try base.trials().filter { question.wants($0.trial) }
    let named = try trials.compactMap { trial in
      try part(trial, ofSize(trial.trial, fitting(base.cards(ofTrial: trial.trial.id))))
    }
    let ordered = question.ordered(named) { question.leadingFigure(of: $0.cards) }
    guard question.drugs.isEmpty, question.settings.isEmpty else { return ordered }
    return ordered + [part(nil, Array(fitting(try base.cards(ofTrial: nil)).prefix(Self.unnamedLimit)))].compactMap { $0 }
  }

  private func part(_ trial: EvidenceTrial?, _ cards: [EvidenceCard]) -> Answer.Part? {
    cards.isEmpty ? nil : Answer.Part(trial: trial, cards: cards, quotes: [])
  }

  /// Where sizes are asked for, the size of the trial decides and not that of those who were invited or answered.
  private func ofSize(_ trial: Trial, _ cards: [EvidenceCard]) -> [EvidenceCard] {
    guard bound.measure == "n", let size = trial.sampleSize else { return cards }
    return cards.filter { $0.card.value?.value == Double(size) }
  }

  private func fitting(_ cards: [EvidenceCard]) -> [EvidenceCard] {
    CardChoice(question: question, cards: cards).ofOutcome.filter { bound.holds(for: $0.card) }
  }
}
