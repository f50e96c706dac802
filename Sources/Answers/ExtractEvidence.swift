import Lexicon
import Literature

/// One or more extracts in memory as an evidence base.
public struct ExtractEvidence: EvidenceBase {
  private let extracts: [Extract]
  public init(_ extracts: [Extract]) { self.extracts = extracts }

  /// Trials of all extracts; those of one id are one, with what each document knows of it.
  public func trials() -> [EvidenceTrial] {
    var order: [String] = []
    var byID: [String: EvidenceTrial] = [:]
    for extract in extracts {
      for trial in extract.trials {
        let works = trial.references.map { Self.work(extract.references[$0]) }
        guard var known = byID[trial.id] else {
          order.append(trial.id)
          byID[trial.id] = EvidenceTrial(trial: trial, references: works)
          continue
        }
        known.complete(with: trial, references: works)
        byID[trial.id] = known
      }
    }
    return order.compactMap { byID[$0] }
  }

  public func cards(ofTrial id: String?) -> [EvidenceCard] {
    extracts.flatMap { extract in
      extract.results.filter { $0.trial == id }.map { card in
        EvidenceCard(
          card: card, passage: passage(card.passage, in: extract),
          references: card.references.map { Self.work(extract.references[$0]) })
      }
    }
  }

  public func passages(ofTrial id: String) -> [EvidencePassage] {
    extracts.flatMap { extract in
      extract.trials.filter { $0.id == id }.flatMap { trial in trial.passages.map { passage($0, in: extract) } }
    }
  }

  public func rows(ofTable label: String) -> [EvidencePassage] {
    extracts.flatMap { extract in
      extract.passages.indices.filter { extract.passages[$0].section == "table-\(label)" }.map { passage($0, in: extract) }
    }
  }

  public func passages(holdingAny terms: [String], limit: Int) -> [EvidencePassage] {
    let wanted = terms.map { $0.lowercased() }
    let found = extracts.flatMap { extract in
      extract.passages.indices.filter { extract.passages[$0].kind != .reference }.map { passage($0, in: extract) }
    }.filter { passage in
      let text = ([passage.text] + passage.references.compactMap(\.title)).joined(separator: "\n").lowercased()
      return wanted.contains { text.contains($0) }
    }
    return Array(found.prefix(limit))
  }

  private func passage(_ index: Int, in extract: Extract) -> EvidencePassage {
    let passage = extract.passages[index]
    let references = extract.citations.filter { $0.passage == index }.flatMap(\.references).map {
      Self.work(extract.references[$0])
    }
    return EvidencePassage(
      document: extract.documentID, alias: extract.stem, id: passage.id, kind: passage.kind, section: passage.section,
      text: passage.text,
      span: passage.span, references: references)
  }

  private static func work(_ reference: Reference) -> CitedWork {
    CitedWork(label: reference.label, doi: reference.item.doi, title: reference.item.title)
  }
}

extension EvidenceTrial {
  /// Adds what another document knows of the same trial.
  fileprivate mutating func complete(with other: Trial, references works: [CitedWork]) {
    trial.aliases += other.aliases.filter { !trial.aliases.contains($0) && $0 != trial.name }
    trial.registry += other.registry.filter { !trial.registry.contains($0) }
    trial.drugs += other.drugs.filter { !trial.drugs.contains($0) }
    trial.phase = trial.phase ?? other.phase
    trial.sampleSize = trial.sampleSize ?? other.sampleSize
    trial.setting = trial.setting ?? other.setting
    let known = Set(references.compactMap(\.doi))
    references += works.filter { work in work.doi.map { !known.contains($0) } ?? true }
  }
}
