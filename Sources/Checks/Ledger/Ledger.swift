import Lexicon
import Literature
import TextAnalysis

/// All that a document prints of its outcomes, in tables and in sentences: whether there is a difference, and whose figure is the greater one.
///
/// A statement in words is held against every entry that it may be of; how it is worded matters less than that none of them bears it out.
struct Ledger: Sendable {
  private(set) var entries: [LedgerEntry]
  private let blocks: [Int?]
  /// Whether entries of other paragraphs may be of other studies.
  private let isOfOthers: Bool

  private static let leastShared = 1.0
  private static let leastCoverage = 0.5
  /// What has so much less of a statement's words than the nearest entry is of something else.
  private static let near = 0.5
  private static let whole = 0.99
  private static let rounding = 0.01

  static func shared(in context: CheckContext) -> Ledger { context.once(Self.self) { Ledger(context) } }

  /// O(cells + tokens).
  private init(_ context: CheckContext) {
    let labels = GroupLabels.shared(in: context)
    let level = SignificanceLevel.declared(in: context)
    let tables = context.extract.article.tables.indices.flatMap { index -> [LedgerEntry] in
      let article = context.extract.article
      guard !context.tablesOfStart.contains(index) else { return [] }
      return LedgerTable(article.tables[index], caption: article.caption(ofTable: index), labels, level).entries
    }
    entries = (context.isReview ? [] : tables) + LedgerSentences.entries(level, in: context)
    blocks = context.extract.passages.map(\.block)
    isOfOthers = context.isReview
  }

  /// The entries of one sentence alone.
  func of(_ passage: Int) -> Ledger {
    var ledger = self
    ledger.entries = entries.filter { $0.passage == passage }
    return ledger
  }

  private struct Match {
    var entry: LedgerEntry
    var fit: LedgerTopic.Fit
  }

  /// Entries that a statement's words may name. O(entries).
  private func matches(_ said: Set<String>, _ times: Set<String>, besides place: Place) -> [Match] {
    let outcomes = said.filter(VerdictStatement.isOutcome)
    let own = outcomes.filter { $0.hasPrefix("outcome:") }
    return entries.compactMap { entry -> Match? in
      guard !place.holds(entry), !entry.isOfOthers || entry.passage == place.passage,
        !isOfOthers || blocks[place.passage] != nil && entry.passage.map({ blocks[$0] }) == blocks[place.passage],
        times.isEmpty || entry.times.isEmpty || !times.isDisjoint(with: entry.times)
      else { return nil }
      let fit = LedgerTopic.fit(entry.topic, in: said)
      let isPart = LedgerTopic.weight(said) - fit.shared < Self.rounding
      // The whole of a short name, or of a longer one what the statement says of it.
      let isWhole = fit.coverage >= Self.whole || fit.shared > 0 && isPart
      guard isWhole || fit.shared >= Self.leastShared && fit.coverage >= Self.leastCoverage else { return nil }
      let named = entry.topic.filter(VerdictStatement.isOutcome)
      guard place.qualifiers.isSubset(of: entry.qualifiers),
        own.isSubset(of: entry.topic.union(entry.setting)) || !named.contains(where: { $0.hasPrefix("outcome:") })
      else { return nil }
      // An outcome that the row has under another name is none of it; a factor's row has it in its caption.
      guard named.isEmpty || outcomes.isEmpty || !named.isDisjoint(with: outcomes) else { return nil }
      if named.isEmpty, !outcomes.isEmpty, outcomes.isDisjoint(with: entry.setting), fit.coverage < Self.whole { return nil }
      return Match(entry: entry, fit: fit)
    }
  }

  /// Where a statement stands: what it prints itself is no other place.
  struct Place {
    var passage: Int
    /// First byte of its piece.
    var start: Int
    /// As `Qualifiers`, of the piece.
    var qualifiers: Set<String> = []

    func holds(_ entry: LedgerEntry) -> Bool { entry.passage == passage && (entry.start ?? 0) >= start }
  }

  /// The entries that words name: the nearest. O(entries).
  func meant(_ said: Set<String>, times: Set<String>, at place: Place) -> [LedgerEntry] {
    let found = matches(LedgerTopic.widened(said), times, besides: place)
    guard let most = found.map(\.fit.shared).max() else { return [] }
    return found.filter { $0.fit.shared >= Self.near * most }.map(\.entry)
  }

  /// The rows of the one name of which a statement has a word that no other name has.
  func onlyNamed(_ said: Set<String>, at place: Place) -> [LedgerEntry] {
    let outcomes = LedgerTopic.widened(said.filter(VerdictStatement.isOutcome))
    let found = entries.filter { entry in
      entry.passage == nil && !isOfOthers && entry.arms.count == 2 && LedgerTopic.fit(entry.topic, in: said).shared > 0
    }
    guard let first = found.first, found.allSatisfy({ $0.topic == first.topic }) else { return [] }
    let named = first.topic.filter(VerdictStatement.isOutcome)
    return outcomes.isSubset(of: named) || outcomes.isEmpty ? found : []
  }

  // MARK: Right before

  /// The entries with figures of two groups, or with a test, that stand right before a piece: in its sentence, else in the one before, if that
  /// has no other.
  func before(_ place: Place, where isMeant: (LedgerEntry) -> Bool) -> (entries: [LedgerEntry], isNear: Bool) {
    let own = entries.filter { $0.passage == place.passage && ($0.start ?? 0) < place.start && isMeant($0) }
    if let last = own.compactMap(\.start).max() { return (own.filter { $0.start == last }, true) }
    guard place.passage > 0, let block = blocks[place.passage], blocks[place.passage - 1] == block else { return ([], false) }
    let told = entries.filter { $0.passage == place.passage - 1 && isMeant($0) }
    return (Set(told.map(\.start)).count == 1 ? told : [], false)
  }
}
