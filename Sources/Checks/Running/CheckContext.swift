import Literature
import TextAnalysis

/// What a rule may look at: one document's records, its passages lexed once, and the cited sources where there are any.
///
/// A class, as every reader of a rule carries it along: a struct of some twenty arrays would be copied each time.
public final class CheckContext: Sendable {
  public let extract: Extract
  public let sources: CitedSources
  /// In which findings are worded.
  public let language: Language
  /// `lexed[i]` is the lexed flow of `extract.passages[i]`.
  public let lexed: [LexedText]
  /// Cards by trial, endpoint and measure.
  let groups: CardGroups
  /// `means[i]` are the means with their spreads in `extract.passages[i]`; none in references.
  let means: [[MeanWithSpread]]
  let trialPassages: TrialPassages
  /// Indices of cards by the passage they stand in, ascending.
  let cardsByPassage: [Int: [Int]]
  /// Whether the document gives results of several trials, so that a trial's name says what a result is of. In the report of one
  /// trial all results bear its name, whatever they compare.
  let isReview: Bool
  /// Whether the document tells of others' studies: a review, or prose in which sentence after sentence calls on a work.
  let tellsOfOthers: Bool
  /// Of the whole document.
  let sentenceCount: Int
  private let citedByPassage: [Int: [Int]]
  private let citationsByPassage: [Int: [Citation]]
  private let tablesOfIntervals: Set<Int>
  /// Of each passage the title of its section and of those that it is part of.
  private let sectionNames: [String]
  private let shared = SharedReadings()
  /// What the cited sources say of the cards.
  let comparisons: [SourceComparison]
  /// What publishers have announced of the cited works, by index of the reference.
  let retractions: [Int: [RetractionNotice]]
  /// What is known of journals beyond the document.
  let journals: (any JournalLookup)?

  private static let trialsOfReview = 3
  /// A trial with a larger share of the results is the document's own, whatever else it names.
  private static let mostOfOneTrial = 0.7

  private static func isReview(_ results: [ResultCard]) -> Bool {
    let byTrial = Dictionary(grouping: results.lazy.filter { $0.measure != "n" }.compactMap(\.trial), by: { $0 }).mapValues(
      \.count)
    let all = byTrial.values.reduce(0, +)
    guard byTrial.count >= trialsOfReview, let most = byTrial.values.max() else { return false }
    return Double(most) <= mostOfOneTrial * Double(all)
  }

  public init(
    extract: Extract, sources: (any SourceLookup)? = nil, retractions: (any RetractionLookup)? = nil,
    journals: (any JournalLookup)? = nil, language: Language = .english
  ) {
    let extract = Self.withoutLooseEnds(extract)
    self.extract = extract
    self.language = language
    self.sources = CitedSources(references: extract.references, lookup: sources)
    lexed = extract.passages.map { LexedText($0.flow.utf8) }
    groups = CardGroups(extract.results)
    means = zip(extract.passages, lexed).map { $0.kind == .reference ? [] : MeanWithSpread.all(in: $1) }
    trialPassages = TrialPassages(extract)
    isReview = Self.isReview(extract.results)
    tellsOfOthers = isReview || Overview.isOne(extract)
    tablesOfIntervals = Set(extract.article.tables.indices.filter { Self.namesInterval(extract.article.tables[$0]) })
    let names = SectionNames(extract.article.sections)
    sectionNames = extract.passages.map(names.name)
    cardsByPassage = Dictionary(grouping: extract.results.indices, by: { extract.results[$0].passage })
    citationsByPassage = Dictionary(grouping: extract.citations, by: \.passage)
    citedByPassage = citationsByPassage.mapValues { $0.flatMap(\.references) }
    sentenceCount = extract.passages.count { $0.kind == .sentence }
    self.journals = journals
    self.retractions = Self.notices(of: extract.references, retractions)
    comparisons = SourceComparison.all(results: extract.results, sources: self.sources)
  }

  private static func notices(of references: [Reference], _ lookup: (any RetractionLookup)?) -> [Int: [RetractionNotice]] {
    guard let lookup else { return [:] }
    let found = references.enumerated().map { ($0.offset, lookup.notices(for: $0.element)) }.filter { !$0.1.isEmpty }
    return Dictionary(found, uniquingKeysWith: { first, _ in first })
  }

  /// Drops links to records that do not exist, so that no rule has to ask again.
  private static func withoutLooseEnds(_ extract: Extract) -> Extract {
    var extract = extract
    let (passages, references, results) = (extract.passages.indices, extract.references.indices, extract.results.indices)
    if !extract.results.allSatisfy({ passages.contains($0.passage) }) {
      // Cards without a passage would shift the indices of the others: such an extract has no cards that can be trusted.
      extract.results = []
      for index in extract.claims.indices { extract.claims[index].results = [] }
    }
    // As a rule no end is loose, and nothing is copied.
    for index in extract.results.indices where !extract.results[index].references.allSatisfy(references.contains) {
      extract.results[index].references.removeAll { !references.contains($0) }
    }
    for index in extract.citations.indices where !extract.citations[index].references.allSatisfy(references.contains) {
      extract.citations[index].references.removeAll { !references.contains($0) }
    }
    if !extract.citations.allSatisfy({ passages.contains($0.passage) }) {
      extract.citations.removeAll { !passages.contains($0.passage) }
    }
    for index in extract.claims.indices where !extract.claims[index].results.allSatisfy(results.contains) {
      extract.claims[index].results.removeAll { !results.contains($0) }
    }
    if !extract.claims.allSatisfy({ passages.contains($0.passage) }) {
      extract.claims.removeAll { !passages.contains($0.passage) }
    }
    // A stored extract has lost its tables.
    for index in passages {
      guard let table = extract.passages[index].tableRow?.table, !extract.article.tables.indices.contains(table) else { continue }
      extract.passages[index].tableRow = nil
    }
    return extract
  }

  public var results: [ResultCard] { extract.results }

  /// A reading that several rules share, made once; see `SharedReadings`.
  func once<Value: Sendable>(_ kind: Any.Type, _ make: () -> Value) -> Value { shared.reading(kind, make) }

  /// Figures that another part of the document prints like a misprint.
  var slips: [FigureSlips.Slip] { once(FigureSlips.self) { FigureSlips(self).all() } }

  /// What the words of the cited sources say of the figures.
  var sourceReading: SourceReading { once(SourceReading.self) { SourceMismatch.all(in: self) } }

  /// A card by its index; the passage it stands in, lexed.
  func lexed(of card: ResultCard) -> LexedText { lexed[card.passage] }

  /// Indices into `Extract.references`: the works that the callouts of a passage lead to, in printed order.
  func cited(in passage: Int) -> [Int] { citedByPassage[passage] ?? [] }

  /// The callouts of a passage, in the order of `Extract.citations`.
  func citations(in passage: Int) -> [Citation] { citationsByPassage[passage] ?? [] }

  /// Their bytes of the passage's flow.
  func callouts(in passage: Int) -> [Range<Int>] {
    citations(in: passage).compactMap { extract.passages[passage].flow.range(of: $0.span) }
  }

  /// The title of a passage's section and of those that it is part of, in small letters.
  func sectionName(of passage: Int) -> String { sectionNames[passage] }

  /// Whether a passage is a row of a table whose head names a confidence interval.
  func isTableOfIntervals(_ passage: Int) -> Bool {
    extract.passages[passage].tableRow.map { tablesOfIntervals.contains($0.table) } ?? false
  }

  /// Whether the limits of a difference may be quartiles: in a row of a table whose heads name no interval, without a level.
  func mayBeQuartiles(_ card: ResultCard) -> Bool {
    card.level == nil && !Measure.isRatio(card.measure) && extract.passages[card.passage].tableRow != nil
      && !isTableOfIntervals(card.passage)
  }

  private static func namesInterval(_ table: Table) -> Bool {
    table.cells.contains { cell in
      guard cell.isHeader || cell.row == 0 else { return false }
      let head = LexedText(cell.flow.utf8)
      return head.tokens.indices.contains {
        head.isWord($0, "ci") || head.isWord($0, "interval") || head.isWord($0, "intervals") || head.hanContains($0, "区间")
      }
    }
  }

  public func snippet(_ span: SourceSpan) -> String { extract.article.text.string(span) }

  public func related(_ span: SourceSpan, _ message: Wording) -> Finding.RelatedPlace {
    let position = extract.article.text.position(at: span.start)
    return Finding.RelatedPlace(
      document: nil, span: span, snippet: snippet(span), message: message.text(in: language), line: position.line,
      column: position.column)
  }

  /// A finding of a rule at a place; the rule's severity unless another is given.
  public func finding<R: Rule>(
    of rule: R, at span: SourceSpan, severity: Finding.Severity? = nil, _ message: Wording,
    related: [Finding.RelatedPlace] = [], arithmetic: Wording? = nil, help: Wording? = nil, cards: [Int] = []
  ) -> Finding {
    let position = extract.article.text.position(at: span.start)
    return Finding(
      code: R.code, name: R.name, severity: severity ?? R.severity, message: message.text(in: language), span: span,
      line: position.line,
      column: position.column, end: end(of: span), snippet: snippet(span), related: related,
      arithmetic: arithmetic?.text(in: language), help: help?.text(in: language), cards: cards)
  }

  /// Where a span's first range ends, in text whose lines are those of the file.
  private func end(of span: SourceSpan) -> Finding.Position? {
    guard extract.article.text.anchors.isEmpty, let range = span.ranges.first else { return nil }
    let position = extract.article.text.position(at: range.upperBound)
    return Finding.Position(line: position.line, column: position.column)
  }
}
