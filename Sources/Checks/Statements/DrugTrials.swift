import Lexicon
import Literature

/// Which trial a drug's name stands for where a review tells of one trial of it.
struct DrugTrials: Sendable {
  private let trials: [String: Set<Int>]

  init(_ context: CheckContext) {
    var trials: [String: Set<Int>] = [:]
    for (index, trial) in context.extract.trials.enumerated() {
      for drug in trial.drugs { trials[drug, default: []].insert(index) }
    }
    self.trials = trials
  }

  /// Nil where the words name no drug with a trial, or drugs of several. O(bytes).
  func trial(in utf8: [UInt8]) -> Int? {
    let drugs = Set(Lexicon.builtIn.matches(in: utf8).filter { $0.concept.kind == .drug }.map(\.concept.id))
    let named = drugs.reduce(into: Set<Int>()) { $0.formUnion(trials[$1] ?? []) }
    return named.count == 1 ? named.first : nil
  }
}
