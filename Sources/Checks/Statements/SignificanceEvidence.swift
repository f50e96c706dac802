import Literature
import Statistics
import TextAnalysis

/// Results of everybody and of the end, with a P or an interval, by the words of their outcome.
struct SignificanceEvidence {
  private struct Item {
    var card: Int
    var words: Set<String>
    /// The words of the outcome's own name: a statement on it holds them all.
    var outcome: Set<String>
    /// Names of studies in capitals where the result stands, with the trial of the card.
    var names: Set<String>
  }

  private var items: [Item] = []
  private let context: CheckContext

  var isEmpty: Bool { items.isEmpty }

  /// Words of statements and of arms, which tell no outcome.
  private static let common: Set<String> = [
    "signific", "effect", "benefit", "advantag", "show", "shown", "found", "find", "conclus", "conclud", "evid", "clear",
    "clearli", "therapi",
    "drug", "dose", "statist", "reach", "attain", "achiev", "differ", "primari", "hypothesi", "upheld", "combin", "placebo",
    "improv", "reduc",
    "prolong", "increas", "decreas", "lower", "rais", "emerg", "demonstr", "therefor", "thu", "overal", "confer", "did", "was",
    "were", "not",
    "had", "has", "the", "and", "for", "are", "than", "better", "superior", "indic", "our", "all", "any", "its", "given",
    "induct", "injec", "can",
    "could", "been", "more", "fewer", "less", "led", "lead", "cut", "month", "protect", "receiv", "ad", "alon", "bring", "about",
    "use", "new",
  ]
  private static let commonPairs: Set<String> = [
    "显著", "著降", "降低", "著减", "减少", "著改", "改善", "著延", "延长", "统计", "学意", "意义", "有统", "计学", "差异", "治疗", "研究", "试验", "联合", "方案", "作用",
    "未能", "能显", "并不", "不显", "没有", "有显", "结论", "具有", "达到", "试验", "疗效", "优于", "效果", "预防", "尚无", "证据", "影响", "未见", "见统", "对照", "著性",
    "性水", "水平",
    "未使", "著提", "提高", "单药", "不优",
  ]

  init(_ context: CheckContext) {
    self.context = context
    items = context.results.indices.compactMap { index in
      let card = context.results[index]
      guard card.measure != "n", Self.hasVerdict(card), SameCard.populationsAgree(card.population, nil),
        SameCard.cutsAgree(card.dataCut, nil)
      else { return nil }
      return Item(
        card: index, words: Self.words(of: card, in: context), outcome: Self.outcome(of: card),
        names: Self.names(card.passage, card.trial, in: context))
    }
  }

  private static func hasVerdict(_ card: ResultCard) -> Bool {
    card.p != nil && card.pSided != .one && Measure.isCompared(card) || card.coherence?.excludesNull != nil
  }

  /// By P and interval where both agree; nil where they do not, or leave it open.
  static func isSignificant(_ card: ResultCard, _ level: ClosedRange<Double>) -> Bool? {
    let (p, interval) = (card.isSignificant(level), card.coherence?.excludesNull)
    if let p, let interval { return p == interval ? p : nil }
    return card.p == nil ? interval : p
  }

  private static func outcome(of card: ResultCard) -> Set<String> {
    let words = card.endpoint.map { OutcomeWords.all(in: LexedText($0)) } ?? []
    return words.subtracting(common).subtracting(commonPairs)
  }

  private static func words(of card: ResultCard, in context: CheckContext) -> Set<String> {
    let endpoint = card.endpoint.map { OutcomeWords.all(in: LexedText($0)) } ?? []
    let (text, flow) = (context.lexed[card.passage], context.extract.passages[card.passage].flow)
    guard context.extract.passages[card.passage].kind == .sentence, let start = flow.flowOffset(ofSource: card.span.start) else {
      return endpoint
    }
    let token = text.firstToken(at: start)
    guard let clause = Clauses.all(in: text).first(where: { $0.contains(min(token, text.count - 1)) }), clause.lowerBound < token
    else {
      return endpoint
    }
    let around = OutcomeWords.all(in: text, clause.lowerBound..<token).filter { !$0.hasPrefix("drug:") }
    // The sentence may name another outcome before.
    let isNamed = endpoint.contains { $0.hasPrefix("endpoint:") }
    return endpoint.union(isNamed ? around.filter { !$0.hasPrefix("endpoint:") } : around)
  }

  private static func names(_ passage: Int, _ trial: String?, in context: CheckContext) -> Set<String> {
    Set(StudyNames.words(in: context.lexed[passage]).map(\.name) + (trial.map { [$0] } ?? []))
  }

  /// The results of the primary outcome, as the document calls it; else the only one of the abstract.
  var primary: [Int] {
    let names = ["primary outcome", "primary endpoint", "primary end point", "主要终点", "主要结局", "主要研究终点"]
    let called = items.map(\.card).filter { index in
      let card = context.results[index]
      return card.details.endpointRole == .primary || names.contains { (card.endpoint ?? "").lowercased().contains($0) }
    }
    if !called.isEmpty { return called }
    let ofSummary = items.map(\.card).filter { context.results[$0].location == .abstract }
    return ofSummary.count == 1 ? ofSummary : items.count == 1 ? [items[0].card] : []
  }

  private static let leastShare = 0.75
  private static let fewest = 1.0

  /// Of the outcome of a clause and, where it names studies, of those. O(results).
  func cards(for passage: Int, _ clause: Range<Int>) -> [Int] {
    let text = context.lexed[passage]
    let named = Set(
      StudyNames.words(in: text).filter { clause.contains(max(0, text.firstToken(at: $0.range.lowerBound + 1) - 1)) }.map(\.name))
    let known = items.filter { item in
      named.isEmpty || !item.names.isDisjoint(with: named) || context.trialName(in: named, item.card)
    }
    let studies = Set(known.compactMap { context.results[$0.card].trial })
    guard !named.isEmpty && !known.isEmpty || studies.count <= 1 else { return [] }
    let words = OutcomeWords.all(in: text, clause).subtracting(Self.common).subtracting(Self.commonPairs).filter {
      !$0.hasPrefix("drug:")
    }
    let own = words.subtracting(named.map { EnglishStemmer().stem($0.lowercased()) })
    let scored = known.map { (card: $0.card, score: Self.score(own.intersection($0.words))) }
    guard let best = scored.map(\.score).max() else { return [] }
    if best < Self.fewest {
      // Nothing names an outcome: all results of the study, which must then agree. An outcome without results is none of theirs.
      guard !own.contains(where: { $0.hasPrefix("endpoint:") }) else { return [] }
      let isOpen = own.allSatisfy { word in word.utf8.allSatisfy { $0 < 0x80 } } ? own.isEmpty : !named.isEmpty && own.count <= 2
      return isOpen && text.tokens.indices.contains(clause.lowerBound) ? known.map(\.card) : []
    }
    let isNamed = Dictionary(known.map { ($0.card, !$0.outcome.isEmpty && $0.outcome.isSubset(of: own)) }) { one, _ in one }
    let chosen = scored.filter { $0.score >= Self.leastShare * best }.map(\.card)
    return chosen.allSatisfy { isNamed[$0] ?? false } ? chosen : []
  }

  /// A name of the lexicon says most, a pair of characters little.
  private static func score(_ shared: Set<String>) -> Double {
    shared.reduce(0) { sum, word in
      if word.hasPrefix("endpoint:") { return sum + 2 }
      return sum + (word.utf8.allSatisfy { $0 < 0x80 } ? 1 : 0.5)
    }
  }
}

extension CheckContext {
  /// Whether the trial of a result goes by one of some names.
  fileprivate func trialName(in names: Set<String>, _ card: Int) -> Bool {
    guard let id = results[card].trial, let trial = extract.trials.first(where: { $0.id == id }) else { return false }
    return !names.isDisjoint(with: Set([trial.name, trial.id] + trial.aliases))
  }
}

extension Measure {
  /// Whether a P beside the figures can be of a comparison: a ratio, a difference, or the values of two arms.
  fileprivate static func isCompared(_ card: ResultCard) -> Bool {
    isRatio(card.measure) || card.armValues.count == 2 || scale(card.measure) != nil || card.hasInterval
      || ["P", "rate", "median", "mean", "count", "chi2", "t"].contains(card.measure)
  }
}
