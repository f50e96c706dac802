import Lexicon
import Literature

/// Learns the arms of each trial from anywhere in the document: tables, sentences, titles of cited works.
struct TrialArmsLearner {
  private let input: EvidenceInput
  private let binder: TrialBinder
  private var found: [Int: (arms: TrialArms, weight: Int)] = [:]
  /// The arms of the document's own comparison, for figures without a trial.
  private var documentArms: TrialArms?

  static func arms(
    input: EvidenceInput, binder: TrialBinder, readings: [SentenceReading]
  ) -> (byTrial: [Int: TrialArms], document: TrialArms?) {
    var learner = TrialArmsLearner(input: input, binder: binder)
    for reading in readings { learner.learn(from: reading) }
    learner.learnFromTitles()
    return (learner.found.mapValues(\.arms), learner.documentArms)
  }

  private init(input: EvidenceInput, binder: TrialBinder) {
    self.input = input
    self.binder = binder
  }

  private mutating func learn(from reading: SentenceReading) {
    let kind = input.passages[reading.passage].kind
    guard kind != .reference else { return }
    let arms = ComparisonReader.arms(in: reading.text.utf8, phrases: reading.phrases)
    if documentArms == nil, let arms, kind == .title || input.passages[reading.passage].section == "abstract" {
      documentArms = arms
    }
    let named = Set(binder.mentions(in: reading.passage).map(\.trial))
    let isRow = kind == .tableRow
    if named.count == 1, let trial = named.first {
      if let arms {
        note(arms, for: trial, weight: isRow ? 5 : 4)
      } else if let only = regimen(in: reading, of: trial) {
        note(TrialArms(experimental: only, control: nil), for: trial, weight: 1)
      }
    } else if named.isEmpty, let arms, let trial = binder.citedTrial(in: reading.passage) {
      note(arms, for: trial, weight: 3)
    }
  }

  private mutating func note(_ arms: TrialArms, for trial: Int, weight: Int) {
    if let known = found[trial], known.weight >= weight { return }
    found[trial] = (arms, weight)
  }

  /// The first treatment after the trial's name.
  private func regimen(in reading: SentenceReading, of trial: Int) -> String? {
    guard let mention = binder.mentions(in: reading.passage).first else { return nil }
    let phrases = reading.phrases.filter { !$0.isWeak && !$0.isComparator && $0.role == nil }
    return (phrases.first { $0.range.lowerBound >= mention.range.upperBound } ?? phrases.first)?.name
  }

  private mutating func learnFromTitles() {
    for index in 0..<binder.trialCount {
      for reference in binder.trial(index).references where input.references.indices.contains(reference) {
        let utf8 = Array((input.references[reference].item.title ?? input.references[reference].raw).utf8)
        let phrases = ArmPhraseScanner.phrases(in: utf8, matches: Lexicon.builtIn.matches(in: utf8))
        if let arms = ComparisonReader.arms(in: utf8, phrases: phrases) ?? placeboControlled(utf8, phrases) {
          note(arms, for: index, weight: 2)
        } else if let only = phrases.first(where: { !$0.isWeak && !$0.isComparator }) {
          note(TrialArms(experimental: only.name, control: nil), for: index, weight: 0)
        }
      }
    }
  }

  private func placeboControlled(_ utf8: [UInt8], _ phrases: [ArmPhrase]) -> TrialArms? {
    guard String(decoding: utf8, as: UTF8.self).lowercased().hasAny(["placebo controlled", "placebo-controlled", "安慰剂对照"]),
      let drug = phrases.first(where: { !$0.isWeak && !$0.isComparator })
    else { return nil }
    return TrialArms(experimental: drug.name, control: "placebo")
  }
}
