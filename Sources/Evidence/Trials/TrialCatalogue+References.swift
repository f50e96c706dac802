import Literature
import TextAnalysis

extension TrialCatalogue {
  /// Ties trials to their publications: by the reference's title first, then by the callouts of the sentences that name them.
  mutating func tieReferences() {
    for (reference, named) in trialsByReference.sorted(by: { $0.key < $1.key }) {
      for trial in named.sorted() where named.count == 1 { tie(trial, to: reference) }
    }
    let tiedByTitle = Set(trials.indices.filter { !trials[$0].references.isEmpty })
    let citations = Dictionary(grouping: input.citations, by: \.passage)
    let named = Dictionary(grouping: mentions, by: \.passage)
    for passage in named.keys.sorted() {
      let inPassage = (named[passage] ?? []).sorted { $0.range.lowerBound < $1.range.lowerBound }
      tie(orderedTrials(inPassage), to: (citations[passage] ?? []).flatMap(\.references), except: tiedByTitle)
    }
    for index in trials.indices { trials[index].references.sort() }
  }

  private mutating func tie(_ trial: Int, to reference: Int) {
    guard !trials[trial].references.contains(reference) else { return }
    trials[trial].references.append(reference)
  }

  private func orderedTrials(_ mentions: [TrialMention]) -> [Int] {
    var seen: Set<Int> = []
    return mentions.map(\.trial).filter { seen.insert($0).inserted }
  }

  /// One trial takes what its first sentence cites; several take one each, in order, if there are as many.
  private mutating func tie(_ inSentence: [Int], to cited: [Int], except tiedByTitle: Set<Int>) {
    let open = inSentence.filter { !tiedByTitle.contains($0) }
    let free = cited.filter { trialsByReference[$0] == nil && isReport($0) }
    if open.count == 1, inSentence.count == 1, trials[open[0]].references.isEmpty, free.count <= 3 {
      for reference in free { tie(open[0], to: reference) }
    } else if open.count == free.count {
      for (trial, reference) in zip(open, free) where trials[trial].references.isEmpty { tie(trial, to: reference) }
    }
  }

  /// Guidelines, reviews and consensus papers report no trial of their own.
  private func isReport(_ reference: Int) -> Bool {
    guard input.references.indices.contains(reference) else { return false }
    let item = input.references[reference].item
    return !Self.noReports.stand(in: (item.title ?? input.references[reference].raw).utf8)
  }

  private static let noReports = Needles([
    "guideline", "guidance", "consensus", "systematic review", "meta-analysis", "epidemiology", "指南", "共识", "荟萃分析", "综述",
  ])

  /// A sentence that names no trial but cites the publication of one speaks of it.
  mutating func addMentionsByCitation() {
    var trialsOfReference: [Int: Set<Int>] = [:]
    for (index, trial) in trials.enumerated() {
      for reference in trial.references { trialsOfReference[reference, default: []].insert(index) }
    }
    let named = Set(mentions.map(\.passage))
    for (passage, citations) in Dictionary(grouping: input.citations, by: \.passage).sorted(by: { $0.key < $1.key }) {
      guard !named.contains(passage), input.passages[passage].kind != .reference else { continue }
      let trials = Set(citations.flatMap(\.references).flatMap { trialsOfReference[$0] ?? [] })
      guard trials.count == 1, let trial = trials.first else { continue }
      let citing = citations.first { $0.references.contains { trialsOfReference[$0]?.contains(trial) == true } }
      guard let citing, let range = place(of: citing) else { continue }
      mentions.append(TrialMention(trial: trial, passage: passage, range: range))
    }
  }

  /// A report of a trial is itself a trial: the one its title names, else by registry number, else by first author and year.
  mutating func addOwnTrial() {
    let report = TrialReport(input: input)
    guard report.isTrialReport else { return }
    let ownRegistry = report.registryIdentifier(registry)
    if let passage = report.titlePassage, let mention = mentions.first(where: { $0.passage == passage }) {
      own = mention.trial
    } else if let named = trialBesideRegistry(ownRegistry) {
      own = named
    } else if let id = ownRegistry?.id ?? report.authorYear {
      own = added(Trial(id: id, name: id), key: id)
      if let passage = report.titlePassage {
        mentions.append(TrialMention(trial: trials.count - 1, passage: passage, range: 0..<input.passages[passage].flow.count))
      }
    }
    if let own, let ownRegistry, !trials[own].registry.contains(ownRegistry) { trials[own].registry.append(ownRegistry) }
  }

  /// The only trial named in a passage that gives a registry number.
  private func trialBesideRegistry(_ identifier: RegistryIdentifier?) -> Int? {
    guard let identifier else { return nil }
    for passage in registry.indices where registry[passage].contains(where: { $0.identifier == identifier }) {
      let named = Set(mentions.filter { $0.passage == passage }.map(\.trial))
      if named.count == 1 { return named.first }
    }
    return nil
  }
}
