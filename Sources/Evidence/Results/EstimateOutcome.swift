import Literature
import TextAnalysis

/// The outcome of an estimate, a test or a P value where the lexicon knows none: "relative risk of falls was 0.8",
/// "for weight gain (MD 14 g)", 复发风险(OR 0.6).
struct EstimateOutcome {
  private let reading: SentenceReading
  private var text: ResultText { reading.text }

  init(reading: SentenceReading) { self.reading = reading }

  /// The bytes of the words that name it; `limit` is the byte where the figure before it ends. Nil where nothing but arms, people, times
  /// and words such as "effect" stands there.
  func bytes(of draft: CardDraft, after limit: Int) -> Range<Int>? {
    if text.hasHan { return chinese(draft, limit) }
    if case .estimate(let estimate) = draft.kind, let inside = inside(estimate) { return text.bytes(inside) }
    let start = limit == 0 ? 0 : text.tokenRange(ofBytes: limit..<max(limit, draft.bytes.lowerBound)).lowerBound
    let figure = text.tokenRange(ofBytes: draft.bytes)
    if draft.measure == "r", let pair = correlated(before: figure.lowerBound, after: start) { return text.bytes(pair) }
    let phrase = OutcomePhrase(reading: reading)
    guard let tokens = phrase.object(before: draft.bytes) ?? phrase.before(figure, after: start), names(tokens) else {
      return nil
    }
    return text.bytes(phrase.withoutAverage(tokens))
  }

  /// "correlation between X and Y (", "correlation with X was … (", "X correlated with Y (".
  private func correlated(before figure: Int, after start: Int) -> Range<Int>? {
    guard
      let joint = (start..<max(start, figure)).last(where: {
        isCorrelation($0 - 1) && ["between", "with", "of", "to"].contains(text.word($0))
      })
    else { return nil }
    var end = joint + 1
    while end < figure, !text.isSymbol(end, anyOf: ["(", "[", ",", ";"]), text.kind(end) != .number,
      text.tags(end).isDisjoint(with: [.verb, .comparative])
    { end += 1 }
    let words = OutcomePhrase(reading: reading).trimmed(joint + 1..<end)
    return words.isEmpty ? nil : words
  }

  private func isCorrelation(_ index: Int) -> Bool {
    let word = text.letters(index).lowercased()
    return word.hasPrefix("correlat") || ["association", "relationship", "associated"].contains(text.word(index))
  }

  /// "odds ratio for remission was", "difference in pain score, 2.1": between the name of the measure and its value.
  private func inside(_ estimate: PrintedEstimate) -> Range<Int>? {
    let end = estimate.value.tokens.lowerBound
    guard
      let joint = (estimate.tokens.lowerBound..<max(estimate.tokens.lowerBound, end)).first(where: {
        Self.joints.contains(text.word($0))
      })
    else { return nil }
    var last = joint + 1
    while last < end, OutcomePhrase(reading: reading).breaksAfter(last) == nil, text.tags(last).isDisjoint(with: .verb) {
      last += 1
    }
    let words = OutcomePhrase(reading: reading).trimmed(joint + 1..<last)
    return names(words) ? words : nil
  }

  private static let joints: Words = ["for", "of", "in"]

  private func names(_ tokens: Range<Int>) -> Bool {
    tokens.count <= 16 && OutcomePhrase(reading: reading).names(tokens) && OutcomePhrase(reading: reading).isMeasurable(tokens)
      && tokens.contains {
        text.kind($0) == .word && text.tags($0).isEmpty && !Self.vague.contains(text.word($0)) && text.tokens[$0].range.count > 1
      }
      && !tokens.contains { Self.ofAnalysis.contains(text.word($0)) }
  }

  /// Words that stand for an outcome named elsewhere.
  private static let vague: Words = [
    "benefit", "benefits", "effect", "effects", "association", "associations", "relationship", "relationships", "correlation",
    "correlations", "risk", "risks", "advantage", "improvement", "improvements", "treatment", "change", "changes", "interaction",
    "trend", "evidence", "reduction", "increase", "decrease", "rate", "rates", "score", "scores", "comparison", "comparisons",
    "test",
    "hazard", "odds", "ratio", "interval", "impact", "influence", "findings", "data", "superiority", "noninferiority",
    "likelihood",
    "probability", "finding", "pattern", "result", "statistically", "log-rank", "logrank", "magnitude", "estimate", "estimates",
    "both",
    "strong", "strongly", "large", "small", "positive", "negative", "clear", "high", "low", "inverse", "moderate", "clinical",
    "relevant", "relative", "absolute", "crude", "corresponding", "pooled", "overall", "combined", "unadjusted", "adjusted",
    "estimated", "respective",
    "interest", "multivariable", "often", "more", "rather",
  ]
  private static let ofAnalysis: Words = [
    "adjustment", "adjusting", "adjusted", "multivariable", "multivariate", "univariate", "model", "models", "regression",
    "sensitivity",
    "subgroup", "subgroups", "anova", "ancova", "analysis", "analyses",
  ]

  private func chinese(_ draft: CardDraft, _ limit: Int) -> Range<Int>? {
    guard let bytes = ChineseOutcome(reading: reading).bytes(of: draft.bytes, after: limit) else { return nil }
    let words = reading.string(bytes)
    guard words.utf8.first.map({ $0 &- 0x30 > 9 }) ?? false, !EndpointBinder.namesEvent(words) else { return nil }
    return words.hasAny(["差异", "统计", "比较", "显著", "校正", "分析", "结果", "相比", "相关", "异质性", "获益", "患者接受", "偏倚", "效应量"]) ? nil : bytes
  }
}
