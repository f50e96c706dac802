import Literature

/// What became of the numbers, citations and findings of a manuscript from one version to the next.
///
/// Cards are matched by what they speak of, references by the works they name, findings by fingerprint: what only moved, was
/// wrapped anew or renumbered is no change.
public struct ManuscriptComparison: Sendable {
  /// A figure of a result that is printed otherwise, was added or was taken out (the other side is nil).
  public struct NumberChange: Hashable, Sendable {
    /// "STORM, RFS, HR".
    public var subject: String
    public var figure: Wording
    public var old: String?
    public var new: String?
    public var oldLine: Int?
    public var newLine: Int?
  }

  /// A sentence that cites other works than before.
  public struct CitationChange: Hashable, Sendable {
    public var oldLine: Int
    public var newLine: Int
    public var sentence: String
    /// Works that are no longer cited here, as the old list names them.
    public var dropped: [String]
    /// Works that are newly cited here, as the new list names them.
    public var gained: [String]
  }

  public let old: CheckedDocument
  public let new: CheckedDocument
  public private(set) var numbers: [NumberChange] = []
  public private(set) var citations: [CitationChange] = []
  /// "Bruix 2015": entries of the list that came and went.
  public private(set) var addedReferences: [String] = []
  public private(set) var removedReferences: [String] = []
  /// Entries that kept their work and changed their number.
  public private(set) var renumbered = 0
  public private(set) var mended: [Finding] = []
  public private(set) var appeared: [Finding] = []
  /// Findings of the new version that the old one had as well.
  public private(set) var remaining = 0

  public init(old: CheckedDocument, new: CheckedDocument) {
    self.old = old
    self.new = new
    let (before, after) = (CheckContext(extract: old.extract), CheckContext(extract: new.extract))
    let passages = PassageMatch(old: before, new: after)
    let cards = CardMatch(old: before.results, new: after.results, passages: passages)
    compareNumbers(cards, before, after)
    let references = compareReferences()
    compareCitations(passages, references, before, after)
    compareFindings(cards)
  }

  public var isUnchanged: Bool {
    numbers.isEmpty && citations.isEmpty && addedReferences.isEmpty && removedReferences.isEmpty && mended.isEmpty
      && appeared.isEmpty
  }

  private mutating func compareNumbers(_ cards: CardMatch, _ before: CheckContext, _ after: CheckContext) {
    for (first, second) in cards.pairs {
      let (card, other) = (before.results[first], after.results[second])
      let (figures, others) = (card.printedFigures, other.printedFigures)
      let names = figures.map(\.name) + others.map(\.name).filter { name in !figures.contains { $0.name == name } }
      for name in names {
        let (text, next) = (figures.first { $0.name == name }?.text, others.first { $0.name == name }?.text)
        if text != next { note(name, text, next, card: card, before, other: other, after) }
      }
    }
    for index in cards.removed {
      note(.same(""), before.results[index].figures, nil, card: before.results[index], before, other: nil, after)
    }
    for index in cards.added {
      note(.same(""), nil, after.results[index].figures, card: nil, before, other: after.results[index], after)
    }
  }

  private mutating func note(
    _ figure: Wording, _ text: String?, _ next: String?, card: ResultCard?, _ before: CheckContext, other: ResultCard?,
    _ after: CheckContext
  ) {
    guard let named = card ?? other else { return }
    let subject = [named.trial, named.endpoint, named.measure].compactMap { $0 }.joined(separator: ", ")
    numbers.append(
      NumberChange(
        subject: subject, figure: figure, old: text, new: next, oldLine: card.map { Self.line($0.span, before) },
        newLine: other.map { Self.line($0.span, after) }))
  }

  private static func line(_ span: SourceSpan, _ context: CheckContext) -> Int {
    context.extract.article.text.position(at: span.start).line
  }

  /// The new index of each old reference that names the same work.
  private mutating func compareReferences() -> [Int: Int] {
    let (before, after) = (old.extract.references, new.extract.references)
    var byKey: [String: [Int]] = [:]
    for (index, reference) in after.enumerated() {
      for key in Self.keys(reference) { byKey[key, default: []].append(index) }
    }
    var matches: [Int: Int] = [:]
    var taken: Set<Int> = []
    for (index, reference) in before.enumerated() {
      let candidates = Self.keys(reference).lazy.flatMap { (byKey[$0] ?? []).prefix(WorkClusters.most) }
      guard let match = candidates.first(where: { !taken.contains($0) && Self.isSame(reference, after[$0]) }) else {
        removedReferences.append(Self.name(reference))
        continue
      }
      matches[index] = match
      taken.insert(match)
      if after[match].label != reference.label { renumbered += 1 }
    }
    addedReferences = after.indices.filter { !taken.contains($0) }.map { Self.name(after[$0]) }
    return matches
  }

  private static func keys(_ reference: Reference) -> [String] {
    [raw(reference)] + WorkBlocking.keys(of: reference.item)
  }

  private static func isSame(_ one: Reference, _ other: Reference) -> Bool {
    raw(one) == raw(other) || WorkMatch(one.item, other.item).isSame
  }

  private static func raw(_ reference: Reference) -> String {
    "raw:" + reference.raw.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// "[9] Bruix 2015".
  private static func name(_ reference: Reference) -> String {
    let author = reference.item.authors.first.map { $0.family ?? $0.literal ?? "" } ?? ""
    let parts = [author, reference.item.year.map(String.init) ?? ""].filter { !$0.isEmpty }
    return "[\(reference.label)] " + (parts.isEmpty ? String(reference.raw.prefix(40)) : parts.joined(separator: " "))
  }

  private mutating func compareCitations(
    _ passages: PassageMatch, _ references: [Int: Int], _ before: CheckContext, _ after: CheckContext
  ) {
    let (cited, citedNow) = (Self.works(before), Self.works(after))
    for (index, passage) in before.extract.passages.enumerated() where passage.kind != .reference {
      guard let match = passages.newIndex[index] else { continue }
      let (works, now) = (cited[index] ?? [], citedNow[match] ?? [])
      let kept = Set(works.compactMap { references[$0] })
      let dropped = works.filter { references[$0].map { !now.contains($0) } ?? true }
      let gained = now.subtracting(kept)
      guard !dropped.isEmpty || !gained.isEmpty else { continue }
      citations.append(
        CitationChange(
          oldLine: Self.line(passage.span, before), newLine: Self.line(after.extract.passages[match].span, after),
          sentence: after.extract.passages[match].text,
          dropped: dropped.sorted().map { Self.name(before.extract.references[$0]) },
          gained: gained.sorted().map { Self.name(after.extract.references[$0]) }))
    }
  }

  /// The references that each passage cites.
  private static func works(_ context: CheckContext) -> [Int: Set<Int>] {
    var works: [Int: Set<Int>] = [:]
    for citation in context.extract.citations { works[citation.passage, default: []].formUnion(citation.references) }
    return works
  }

  private mutating func compareFindings(_ cards: CardMatch) {
    var known: [String: Int] = [:]
    for finding in old.report.findings { known[finding.fingerprint, default: 0] += 1 }
    var fresh: [Finding] = []
    for finding in new.report.findings {
      if let count = known[finding.fingerprint], count > 0 {
        known[finding.fingerprint] = count - 1
        remaining += 1
      } else {
        fresh.append(finding)
      }
    }
    let newCard = Dictionary(cards.pairs.map { ($0.old, $0.new) }, uniquingKeysWith: { first, _ in first })
    for finding in old.report.findings {
      guard let count = known[finding.fingerprint], count > 0 else { continue }
      known[finding.fingerprint] = count - 1
      // The same rule on the same card, in a sentence that was edited: neither mended nor new.
      let images = Set(finding.cards.compactMap { newCard[$0] })
      if let same = fresh.firstIndex(where: { $0.code == finding.code && !images.isDisjoint(with: $0.cards) }) {
        fresh.remove(at: same)
        remaining += 1
      } else {
        mended.append(finding)
      }
    }
    appeared = fresh
  }
}
