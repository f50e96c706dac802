import Lexicon
import Literature
import Statistics
import TextAnalysis

/// What a piece of a sentence says of one outcome without figures: better with the treatment, worse, or no better; with the document's
/// results on it.
struct EffectStatement: Hashable, Sendable {
  enum Sense: Hashable, Sendable {
    case better, noBetter, worse
  }

  var sense: Sense
  /// Bytes of the passage's flow: the words that say so.
  var range: Range<Int>
  var passage: Int
  /// Indices into `Extract.results`, at least one: estimates with their intervals, of the whole, of that outcome.
  var cards: [Int]

  private static let better = PhraseSet(
    [
      "improved", "improves", "prolonged", "prolongs", "reduced", "reduces", "lowered", "lowers", "extended", "extends",
      "delayed",
      "delays", "decreased", "decreases", "prevented", "prevents", "lengthened", "lessened", "superior to",
      "significantly increased", "was better than", "more effective than", "beat placebo",
    ],
    ["改善", "延长", "降低", "减少", "提高", "获益", "优于", "预防"])
  /// Words of a claim that rests on a test, wherever it stands.
  private static let tested = PhraseSet(
    [
      "significantly", "significant", "clearly", "superior to", "beat placebo", "proved", "shown", "showed", "demonstrated",
      "confirmed",
    ],
    ["显著", "明显", "优于", "证实", "证明", "表明"])
  private static let noBetter = PhraseSet(
    [
      "did not reduce", "did not improve", "did not prolong", "did not lower", "did not extend", "did not increase",
      "did not decrease", "did not delay", "did not prevent", "did not lessen",
      "did not significantly reduce", "did not significantly improve", "did not significantly prolong", "does not reduce",
      "does not improve", "does not prolong", "does not lower", "does not delay", "does not prevent", "failed to reduce",
      "failed to improve", "failed to prolong", "failed to lower", "fails to reduce", "fails to improve", "fails to prolong",
      "had no effect on", "has no effect on", "without improving", "without reducing", "no benefit in", "no improvement in",
      "no reduction in", "no effect on", "no significant improvement in", "no significant reduction in", "no difference in",
      "no differences in", "no significant difference in", "no significant differences in",
      "no statistically significant difference in", "no difference to", "little or no difference to", "did not affect",
      "does not affect", "was not reduced", "was not improved", "was not prolonged", "was not lowered", "were not reduced",
      "were not improved", "was not significantly reduced", "was not significantly improved", "was not lower", "no better than",
      "not superior to", "not better than", "did not differ between", "did not beat", "failed to beat", "no more effective than",
      "cannot reduce", "cannot improve", "was unaffected", "was not affected", "made no difference",
    ],
    [
      "未能降低", "未能改善", "未能延长", "未能减少", "未能提高", "未能预防", "未降低", "未改善", "未延长", "未减少", "未提高", "未显著降低",
      "未显著改善", "未显著延长", "未显著提高", "不能降低", "不能改善", "不能延长", "不能减少", "不能提高", "不降低", "不改善", "不延长",
      "并未降低", "并未改善", "并未延长", "并未减少", "未能证实", "没有降低", "没有改善", "没有延长", "没有减少", "没有提高", "未见改善",
      "未见降低", "未见获益", "未获益", "无获益", "未能获益", "未显示获益", "未能显示", "未显示优于", "未优于", "不优于", "无差异", "无显著差异",
      "无明显差异", "差异无统计学意义", "没有差异", "未见差异", "无统计学差异", "既未改善", "既未延长", "既未降低", "也未能改善", "也未能延长",
    ])
  private static let worse = PhraseSet(
    ["shortened", "shortens", "worsened", "worsens", "inferior to", "worse than", "was shorter than", "less effective than"],
    ["缩短", "劣于", "恶化"])
  private static let notWorse = PhraseSet(
    ["non inferior", "noninferior", "not inferior", "no worse", "not worse", "not shorten", "without shortening"],
    ["非劣", "不劣于", "未缩短", "不缩短", "未恶化"])
  /// A part of the participants, another analysis, a hope, or what others found.
  private static let otherwise = PhraseSet(
    [
      "subgroup", "subgroups", "among", "interim", "may", "might", "could", "should", "would", "whether", "if", "hypothesis",
      "aimed",
      "previous", "earlier trial", "earlier trials", "earlier study", "earlier studies", "earlier work", "earlier reports",
      "in earlier", "prior", "per protocol", "trend", "numerically", "expected", "planned", "adjusted", "adjustment",
      "although",
      "except", "to reduce", "to improve", "to prolong", "to prevent", "to lower", "both groups", "either group", "correlated",
      "despite", "more than", "more in", "greater", "than did", "than those", "completers", "within", "over time", "prevalence",
      "associated", "baseline", "at week", "at day", "unlike", "in contrast", "thought", "hoped", "designed",
    ],
    ["亚组", "期中", "中期", "可能", "是否", "若", "假设", "旨在", "既往", "此前", "趋势", "预期", "校正", "虽", "方案集", "有望", "以期", "需要", "应当", "两组均"])
  private static let mostTokens = 90

  /// In document order. O(sentences × outcomes).
  static func all(in context: CheckContext) -> [EffectStatement] { context.once(Self.self) { read(context) } }

  private static func read(_ context: CheckContext) -> [EffectStatement] {
    let evidence = EffectEvidence(context)
    guard !evidence.isEmpty else { return [] }
    let cited = Set(context.extract.citations.map(\.passage))
    return context.extract.passages.indices.flatMap { passage -> [EffectStatement] in
      guard context.extract.passages[passage].kind == .sentence, context.lexed[passage].count < mostTokens,
        !(context.cardsByPassage[passage] ?? []).contains(where: { provesItself(context.results[$0]) }),
        context.isReview || !cited.contains(passage)
      else { return [] }
      let text = context.lexed[passage]
      let isSummary = concludes(passage, in: context)
      return Clauses.all(in: text).flatMap { clause -> [EffectStatement] in
        guard !otherwise.occurs(in: text, clause) else { return [] }
        return Pieces.all(in: text, clause).compactMap { piece in
          // Admission or death is none of both.
          guard !piece.contains(where: { text.isWord($0, "or") || text.hanContains($0, "或") }),
            let (sense, range) = sense(text, piece, clause, isSummary: isSummary)
          else { return nil }
          let named = evidence.cards(for: passage, piece, clause)
          let cards = named.isEmpty && isSummary ? evidence.leading(for: passage, piece) : named
          guard let first = cards.first else { return nil }
          // What a report calls better or no different may be of other groups than those of a difference; a ratio is of the arms.
          let isOfArms =
            context.isReview || Measure.isRatio(context.results[first].measure)
            || context.results[first].location == .abstract
          guard isOfArms, context.isReview || !comparing.occurs(in: text, piece) || context.results[first].location == .abstract
          else {
            return nil
          }
          return EffectStatement(sense: sense, range: range, passage: passage, cards: cards)
        }
      }
    }
  }

  /// "No difference in response by mode": between whom is not said.
  private static let comparing = PhraseSet(
    [
      "no difference in", "no differences in", "no significant difference in", "no significant differences in",
      "no statistically significant difference in", "did not differ between",
    ])

  /// The last sentences of an abstract, and conclusions; a discussion tells of much else.
  private static func concludes(_ passage: Int, in context: CheckContext) -> Bool {
    let record = context.extract.passages[passage]
    let section = context.sectionName(of: passage)
    if ["conclusion", "summary", "结论", "小结"].contains(where: section.contains) { return true }
    guard section.contains("abstract") else { return context.isReview && OutcomeStatement.isSummary(passage, in: context) }
    let later = context.extract.passages[(passage + 1)...].prefix { $0.section == record.section }.filter {
      $0.kind == .sentence && $0.language == record.language
    }
    return later.count < 3
  }

  private static func sense(
    _ text: LexedText, _ piece: Range<Int>, _ clause: Range<Int>, isSummary: Bool
  ) -> (Sense, Range<Int>)? {
    if let range = noBetter.first(in: text, piece) { return (.noBetter, range) }
    if !notWorse.occurs(in: text, piece), !Negation.occurs(in: text, piece), let range = worse.first(in: text, piece) {
      // Shortened stays are an improvement: only times to an event are meant to be long.
      return (.worse, range)
    }
    guard let range = better.first(in: text, piece), !Negation.occurs(in: text, piece),
      isSummary || tested.occurs(in: text, piece)
    else { return nil }
    return (.better, range)
  }

  /// A sentence with a P or an interval of its own speaks of those, whatever other results have the same name.
  private static func provesItself(_ card: ResultCard) -> Bool { card.p != nil || Measure.scale(card.measure) != nil }

  /// Whether every one of the figures says otherwise, by its interval and its P.
  func isDenied(in context: CheckContext, level: ClosedRange<Double>) -> Bool {
    cards.allSatisfy { index in
      let card = context.results[index]
      let significant = card.isSignificant(level)
      let excludes = card.coherence?.excludesNull
      switch sense {
      case .worse:
        // Longer with the treatment, for certain.
        guard let value = card.value, card.measure == "HR", MedianAgainstRatio.survivalEndpoints.contains(card.endpoint ?? "")
        else {
          return false
        }
        return excludes == true && value.value < 1
      case .better, .noBetter:
        guard let excludes else { return significant == (sense == .noBetter) }
        return excludes == (sense == .noBetter) && (card.p == nil || significant == nil || significant == excludes)
      }
    }
  }
}

extension ResultCard {
  /// What the card's two-sided P says at a level; nil where there is none, or it leaves it open.
  func isSignificant(_ level: ClosedRange<Double>) -> Bool? {
    guard let p, p.value <= 1, pSided != .one else { return nil }
    let box = RoundingInterval(p)
    if box.high < level.lowerBound || p.relation == .less && p.value <= level.lowerBound { return true }
    return box.low > level.upperBound ? false : nil
  }
}
