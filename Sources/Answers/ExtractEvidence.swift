import Evidence
import Lexicon
import Literature

/// One or more extracts in memory as an evidence base.
public struct ExtractEvidence: EvidenceBase {
  /// Sentences up to which a document is told as one: the length of a long abstract.
  private static let shortDocument = 40

  private let extracts: [Extract]
  /// Every passage of every extract, made once.
  private let prepared: [[EvidencePassage]]
  /// Of each extract the passages on trials that are not its own.
  private let onOthers: [Set<Int>]

  public init(_ extracts: [Extract]) {
    self.extracts = extracts
    onOthers = extracts.map(Self.onOthers)
    prepared = zip(extracts, onOthers).map(Self.passages)
  }

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
    zip(extracts, prepared).flatMap { extract, passages in
      extract.results.filter { $0.trial == id }.map { card in
        EvidenceCard(
          card: card, passage: passages[card.passage],
          references: card.references.map { Self.work(extract.references[$0]) })
      }
    }
  }

  public func passages(ofTrial id: String) -> [EvidencePassage] {
    zip(extracts, prepared).flatMap { extract, passages in
      extract.trials.filter { $0.id == id }.flatMap { trial in trial.passages.map { passages[$0] } }
    }
  }

  public func passages(aroundTrial id: String) -> [EvidencePassage] {
    extracts.indices.flatMap { index in
      extracts[index].trials.filter { $0.id == id }.flatMap { trial in
        indices(around: trial, in: index).map { prepared[index][$0] }
      }
    }
  }

  /// The passages on a trial: of a report on its own all but those on others.
  private func indices(around trial: Trial, in index: Int) -> [Int] {
    let extract = extracts[index]
    guard trial.isOwn else { return Self.told(from: trial.passages, in: extract) }
    return extract.passages.indices.filter { extract.passages[$0].kind != .reference && !onOthers[index].contains($0) }
  }

  /// What a document says of trials that are not its own: in a report that is no finding, which its abstract tells.
  private static func onOthers(in extract: Extract) -> Set<Int> {
    Set(told(from: extract.trials.filter { !$0.isOwn }.flatMap(\.passages), in: extract))
  }

  /// A sentence that follows one on a trial speaks of it too, as long as it is of the same paragraph and names none. O(passages).
  private static func told(from starts: [Int], in extract: Extract) -> [Int] {
    let named = Set(extract.trials.flatMap(\.passages))
    var indices: [Int] = []
    for start in starts {
      indices.append(start)
      guard extract.passages[start].kind == .sentence, let block = extract.passages[start].block else { continue }
      var next = start + 1
      while next < extract.passages.count, extract.passages[next].kind == .sentence, extract.passages[next].block == block,
        !named.contains(next)
      {
        indices.append(next)
        next += 1
      }
    }
    return indices
  }

  public func passages() -> [EvidencePassage] { prepared.joined().filter { $0.kind != .reference } }

  /// Of the words of the outcome a passage must hold so much to speak of it.
  private static let leastOfOutcome = 0.5

  public func evidence(on question: ComparisonQuestion, in document: String) -> [EvidencePassage] {
    guard let index = extracts.firstIndex(where: { $0.documentID == document }),
      let answer = ComparisonDocument(extracts[index]).answer(to: question)
    else { return [] }
    return answer.evidence.filter { $0.coverage >= Self.leastOfOutcome }.map { prepared[index][$0.passage] }
  }

  public func definitions() -> [AbbreviationDefinition] { extracts.flatMap(\.abbreviations) }

  /// One sweep over the passages with their citations, headings and predecessors.
  private static func passages(of extract: Extract, _ onOthers: Set<Int>) -> [EvidencePassage] {
    var cited: [Int: [CitedWork]] = [:]
    for citation in extract.citations {
      cited[citation.passage, default: []] += citation.references.map { work(extract.references[$0]) }
    }
    let findings = Set(
      extract.claims.filter { $0.direction != .none && $0.kind == .finding }.map(\.passage)
        + extract.results.filter { $0.measure != "n" }.map(\.passage)
    )
    let claims = findings.union(extract.claims.filter { $0.kind != .recommendation }.map(\.passage))
    let isShort = extract.passages.count { $0.kind == .sentence } <= shortDocument
    let isReport = extract.trials.contains(where: \.isOwn)
    var heading: String?
    var before: Passage?
    return extract.passages.enumerated().map { index, passage in
      let text = passage.text
      let isContinued = before?.kind == .sentence && passage.block != nil && before?.block == passage.block
      defer {
        before = passage
        if passage.kind == .heading { heading = text }
      }
      let isOfWhole = isShort || passage.section == "abstract"
      return EvidencePassage(
        document: extract.documentID, alias: extract.stem, id: passage.id, kind: passage.kind, section: passage.section,
        language: passage.language, text: text,
        context: [heading, isContinued ? before?.text : nil].compactMap { $0 }.joined(separator: "\n"),
        whole: isOfWhole ? "\(extract.documentID)/\(isShort ? "" : passage.section)" : nil,
        study: isReport && !isOfWhole && !onOthers.contains(index) ? "\(extract.documentID)/abstract" : nil,
        isFinding: findings.contains(index), isClaim: claims.contains(index), span: passage.span, references: cited[index] ?? [])
    }
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
