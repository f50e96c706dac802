import Literature
import Statistics
import TextAnalysis

/// What a clause without figures of its own says of the significance of one outcome, with the document's results on that outcome.
///
/// The outcome is told by the words that the clause shares with the words of a result; where it names the primary outcome, or no outcome at all
/// ("the drug had no significant effect"), by the part that the results play.
struct AssertedSignificance: Hashable, Sendable {
  var isClaimed: Bool
  var passage: Int
  /// Bytes of the passage's flow: the words that say so.
  var range: Range<Int>
  /// Indices into `Extract.results`, at least one.
  var cards: [Int]

  private static let claims = PhraseSet(
    [
      "clear evidence that", "was upheld", "were upheld", "was confirmed", "was shown to", "were shown to", "was superior to",
      "proved superior",
      "is superior to", "was clearly reduced", "was clearly prolonged", "clear benefit", "significant advantage",
      "significant benefit",
      "clearly reduced", "clearly improved",
    ],
    ["有显著性", "达到显著性", "达到了显著性", "有确切益处", "有明确益处", "确有疗效", "证实有效"])
  private static let denials = PhraseSet(
    [
      "no evidence that", "no clear evidence that", "not upheld", "not confirmed", "could not be shown to", "cannot be shown to",
      "not shown to",
      "was not superior to", "were not superior to", "is not superior to", "not proved superior", "no clear benefit",
      "no benefit",
      "no advantage", "no effect on",
    ],
    [
      "无显著性", "没有达到显著性", "未达到显著性", "未达显著性", "并无益处", "没有益处", "无确切益处", "未能证实", "未见统计学意义", "尚无统计学", "不具有统计学意义", "不优于",
      "未优于", "没有显著",
    ])
  /// Parts of the participants, other analyses, hopes, what others found, changes within a group.
  private static let otherwise = PhraseSet(
    [
      "subgroup", "subgroups", "interim", "may", "might", "could", "would", "whether", "if", "hypothesis that", "aimed",
      "previous", "earlier",
      "prior", "per protocol", "trend", "numerically", "expected", "planned", "adjusted", "adjustment", "although", "except",
      "both groups",
      "either group", "each group", "baseline", "over time", "correlated", "correlation", "associated", "association",
      "interaction",
      "heterogeneity", "univariate", "multivariate", "multivariable", "regression", "level of significance", "significance level",
      "considered",
      "men", "women", "among", "noninferior", "noninferiority", "non inferior", "non inferiority", "post hoc", "sensitivity",
      "only",
      "clinically", "model", "models", "older", "younger",
    ],
    [
      "亚组", "期中", "中期", "可能", "是否", "若", "假设", "旨在", "既往", "此前", "趋势", "预期", "校正", "虽", "方案集", "有望", "两组均", "治疗前后", "较前", "相关",
      "多因素", "单因素", "回归", "检验水准", "非劣", "交互", "异质", "基线", "仅", "视为",
    ])
  private static let primary = PhraseSet(
    ["primary outcome", "primary endpoint", "primary end point", "primary hypothesis"], ["主要终点", "主要结局", "主要研究终点", "主要假设"])
  private static let mostTokens = 70

  /// In document order. O(sentences × results).
  static func all(in context: CheckContext) -> [AssertedSignificance] {
    let evidence = SignificanceEvidence(context)
    guard !evidence.isEmpty else { return [] }
    return StatementPlace.own(in: context).flatMap { passage -> [AssertedSignificance] in
      guard context.lexed[passage].count < mostTokens, !hasFigures(passage, in: context) else { return [] }
      let text = context.lexed[passage]
      return Clauses.all(in: text).compactMap { clause in
        guard !otherwise.occurs(in: text, clause), let (isClaimed, range) = verdict(text, clause) else { return nil }
        let cards = primary.occurs(in: text, clause) ? evidence.primary : evidence.cards(for: passage, clause)
        return cards.isEmpty ? nil : AssertedSignificance(isClaimed: isClaimed, passage: passage, range: range, cards: cards)
      }
    }
  }

  /// A sentence with a P or an interval of its own speaks of that.
  private static func hasFigures(_ passage: Int, in context: CheckContext) -> Bool {
    let text = context.lexed[passage]
    return (context.cardsByPassage[passage] ?? []).contains { context.results[$0].p != nil || context.results[$0].hasInterval }
      || text.tokens.indices.contains { index in
        text.isWord(index, "p") && ["=", "<", ">", "≤"].contains { text.isSymbol(index + 1, $0) }
      }
  }

  private static func verdict(_ text: LexedText, _ clause: Range<Int>) -> (Bool, Range<Int>)? {
    if let range = denials.first(in: text, clause) { return (false, range) }
    if let said = SignificanceWords.statement(text, clause) {
      let token = text.firstToken(at: said.start)
      let end = text.tokens.indices.contains(token) ? text.tokens[token].end : said.start
      return (said.verdict == .claimed, min(said.start, end)..<end)
    }
    if let denied = deniedFromAfar(text, clause) { return (false, denied) }
    guard let range = claims.first(in: text, clause), !Negation.occurs(in: text, clause) else { return nil }
    return (true, range)
  }

  private static let significant = PhraseSet(["significantly", "significant", "significance"], ["显著"])
  private static let refusals = PhraseSet(["not", "no", "neither", "never"], ["未", "没有", "并不", "不能"])
  private static let farthest = 8

  /// "did not cut exacerbations significantly", 未使感染显著减少: the one denial stands a few words before.
  private static func deniedFromAfar(_ text: LexedText, _ clause: Range<Int>) -> Range<Int>? {
    let (words, refused) = (significant.all(in: text, clause), refusals.all(in: text, clause))
    guard words.count == 1, refused.count == 1, let word = words.first, let refusal = refused.first,
      refusal.upperBound <= word.lowerBound,
      text.firstToken(at: word.lowerBound) - text.firstToken(at: refusal.lowerBound) <= farthest,
      word.lowerBound - refusal.upperBound <= 90
    else { return nil }
    return refusal.lowerBound..<word.upperBound
  }

  /// Whether every one of the results says otherwise, by its P and its interval.
  func isDenied(in context: CheckContext, level: ClosedRange<Double>) -> Bool {
    cards.allSatisfy { SignificanceEvidence.isSignificant(context.results[$0], level) == !isClaimed }
  }
}
