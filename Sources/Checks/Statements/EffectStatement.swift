import Lexicon
import Literature
import Statistics
import TextAnalysis

/// What a sentence without figures says of one outcome: better with the treatment, or no better; with the document's results on it.
struct EffectStatement: Hashable, Sendable {
  var isBetter: Bool
  /// Bytes of the passage's flow: the words that say so.
  var range: Range<Int>
  /// Indices into `Extract.results`, at least one: estimates with their intervals, of the whole, of that outcome.
  var cards: [Int]

  private static let better = PhraseSet(
    [
      "significantly improved", "significantly prolonged", "significantly reduced", "significantly lowered",
      "significantly longer",
      "significantly increased", "significantly extended", "significantly improves", "significantly reduces",
      "significantly prolongs",
      "was superior to", "is superior to",
    ],
    ["显著改善", "显著延长", "显著降低", "显著减少", "显著提高", "明显改善", "明显延长", "明显降低", "优于"])
  private static let noBetter = PhraseSet(
    [
      "did not reduce", "did not improve", "did not prolong", "did not lower", "did not extend", "did not increase",
      "did not decrease",
      "did not significantly reduce", "did not significantly improve", "did not significantly prolong", "does not reduce",
      "does not improve", "does not prolong", "failed to reduce", "failed to improve", "failed to prolong", "had no effect on",
      "has no effect on", "without improving", "without reducing", "no benefit in", "no improvement in", "no reduction in",
      "no significant improvement in", "no significant reduction in", "no difference in", "no differences in",
      "no significant difference in", "no significant differences in", "no statistically significant difference in",
      "did not affect", "was not reduced", "was not improved",
      "was not significantly reduced", "was not significantly improved", "was not lower", "does not affect", "no effect on",
    ],
    [
      "未能降低", "未能改善", "未能延长", "未能减少", "未能提高", "未降低", "未改善", "未延长", "未减少", "未显著降低", "未显著改善", "未显著延长",
      "不能降低", "不能改善", "不能延长", "并未降低", "并未改善", "并未延长", "未能证实", "没有降低", "没有改善", "没有延长", "未见改善", "无差异", "无显著差异", "无明显差异", "差异无统计学意义",
      "没有差异", "未见差异", "无统计学差异",
    ])
  /// A part of the participants, another analysis, a hope, or what others found.
  private static let otherwise = PhraseSet(
    [
      "subgroup", "subgroups", "among", "interim", "may", "might", "could", "whether", "if", "hypothesis", "aimed", "previous",
      "earlier",
      "prior", "per protocol", "trend", "numerically", "expected", "planned", "adjusted", "adjustment", "although", "except",
    ],
    ["亚组", "期中", "中期", "可能", "是否", "若", "假设", "旨在", "既往", "此前", "趋势", "预期", "校正", "虽", "方案集"])

  /// In document order. O(sentences × outcomes).
  static func all(in context: CheckContext) -> [(passage: Int, statement: EffectStatement)] {
    let evidence = Evidence(context)
    guard !evidence.isEmpty else { return [] }
    return context.extract.passages.indices.compactMap { passage in
      guard context.extract.passages[passage].kind == .sentence, context.lexed[passage].count < 90,
        !(context.cardsByPassage[passage] ?? []).contains(where: { provesItself(context.results[$0]) })
      else { return nil }
      let text = context.lexed[passage]
      let isNot = noBetter.first(in: text)
      guard let range = isNot ?? better.first(in: text), !otherwise.occurs(in: text, clause(of: range, in: text)),
        !context.extract.citations.contains(where: { $0.passage == passage }) || context.isReview,
        isNot != nil || !Negation.occurs(in: text, text.tokens.indices)
      else { return nil }
      let cards = evidence.cards(for: passage, around: range, in: context)
      return cards.isEmpty ? nil : (passage, EffectStatement(isBetter: isNot == nil, range: range, cards: cards))
    }
  }
}

extension EffectStatement {
  private static func clause(of range: Range<Int>, in text: LexedText) -> Range<Int> {
    let place = text.firstToken(at: range.lowerBound)
    return Clauses.all(in: text).first { $0.contains(place) } ?? text.tokens.indices
  }

  /// A sentence with a P or an interval of its own speaks of those, whatever other results have the same name.
  private static func provesItself(_ card: ResultCard) -> Bool { card.p != nil || Measure.scale(card.measure) != nil }
}

/// Results of the whole with their intervals, by the words that name their outcome.
private struct Evidence {
  private var byOutcome: [(words: String, cards: [Int])] = []

  var isEmpty: Bool { byOutcome.isEmpty }

  private static let suffixes = ["发生率", "发生风险", "风险", "率"]
  private static let fewestBytes = 6

  init(_ context: CheckContext) {
    var order: [String] = []
    var cards: [String: [Int]] = [:]
    for (index, card) in context.results.enumerated() {
      guard let endpoint = card.endpoint, card.coherence?.excludesNull != nil,
        SameCard.populationsAgree(card.population, nil),
        SameCard.cutsAgree(card.moment, nil)
      else { continue }
      let words = Self.stem(endpoint.lowercased())
      if cards[words] == nil { order.append(words) }
      cards[words, default: []].append(index)
    }
    byOutcome = order.map { ($0, cards[$0] ?? []) }
  }

  private static func stem(_ words: String) -> String {
    suffixes.first { words.hasSuffix($0) }.map { String(words.dropLast($0.count)) } ?? words
  }

  /// The bytes between the commas around a statement.
  private static func piece(_ text: LexedText, around statement: Range<Int>) -> Range<Int> {
    let place = text.firstToken(at: statement.lowerBound)
    let isEnd = { (index: Int) in text.isSymbol(index, ",") || text.isSymbol(index, ";") }
    let start = (0..<place).last(where: isEnd).map { $0 + 1 } ?? 0
    let end = (place..<text.count).first(where: isEnd) ?? text.count
    return start < end ? text.tokens[start].start..<text.tokens[end - 1].end : statement
  }

  /// Of the one outcome that a passage names; of the one trial that it names, where the document has several.
  func cards(for passage: Int, around statement: Range<Int>, in context: CheckContext) -> [Int] {
    let text = context.lexed[passage]
    let words = context.extract.passages[passage].flow.string.lowercased()
    let symbols = Set(
      Lexicon.builtIn.matches(in: text.utf8).filter { $0.concept.kind == .endpoint }.map {
        ($0.concept.symbol ?? $0.concept.english.first ?? $0.concept.id).lowercased()
      })
    let named = byOutcome.filter { outcome in
      symbols.contains(outcome.words) || outcome.words.utf8.count >= Self.fewestBytes && words.contains(outcome.words)
    }
    guard named.count == 1, let outcome = named.first else { return [] }
    guard context.isReview || context.trialPassages[passage].count > 1 else { return outcome.cards }
    let piece = Self.piece(text, around: statement)
    guard let trial = context.trialPassages.only(in: passage, words: text.string(piece), of: context.extract) else { return [] }
    let id = context.extract.trials[trial].id
    return outcome.cards.filter { context.results[$0].trial == id }
  }
}
