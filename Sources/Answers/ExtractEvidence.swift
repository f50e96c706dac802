import Lexicon
import Literature

/// One or more extracts in memory as an evidence base.
public struct ExtractEvidence: EvidenceBase {
  private let extracts: [Extract]
  public init(_ extracts: [Extract]) { self.extracts = extracts }

  public func trials() -> [EvidenceTrial] {
    extracts.flatMap { extract in
      extract.trials.map { EvidenceTrial(trial: $0, references: $0.references.map { Self.work(extract.references[$0]) }) }
    }
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
