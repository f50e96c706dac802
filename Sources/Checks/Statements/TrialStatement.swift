import Lexicon
import Literature
import Statistics
import TextAnalysis

/// What a clause says of one trial and one endpoint in words: better with the treatment, or not.
struct TrialStatement: Hashable, Sendable {
  enum Sense: Hashable, Sendable { case better, notBetter }

  /// Index into `Extract.trials`.
  var trial: Int
  /// As in `ResultCard.endpoint`; nil for the trial's result as a whole.
  var endpoint: String?
  var sense: Sense
  var passage: Int
  /// Bytes of the passage's flow: the words that say so.
  var range: Range<Int>

  private static let better = PhraseSet(
    [
      "improved", "prolonged", "lengthened", "extended", "longer", "improvement in", "improves", "prolongs", "superior",
      "significantly better", "was better", "were better", "benefit in", "increased", "raised", "lengthens",
    ],
    ["改善", "延长", "获益", "优于", "提高", "更长"])
  private static let notBetter = PhraseSet(
    [
      "not improved", "not improve", "not prolong", "not prolonged", "not lengthen", "not lengthened", "not extend", "not differ",
      "no difference", "no improvement", "no benefit", "not longer", "not significantly improve", "not significantly prolong",
      "not significantly improved", "not significantly prolonged", "not significantly longer", "not significantly different",
      "did not delay",
      "failed to improve", "failed to prolong", "fail to improve", "no significant difference", "no significant improvement",
      "no significant benefit", "similar", "no better", "not better", "unchanged", "no advantage", "no survival advantage",
      "without improving", "not affected", "did not lengthen", "no longer than", "failed to lengthen", "failed to extend",
      "without benefit", "not benefit", "was worse", "were worse", "shortened", "not significantly increase",
    ],
    [
      "未改善", "未能改善", "无改善", "未延长", "未能延长", "无差异", "无明显差异", "无显著差异", "未见显著差异", "未显著改善", "未显著延长", "无显著改善",
      "无获益", "未获益", "未见获益", "无生存获益", "无生存增益", "相似", "未提高", "未能提高", "未见改善", "未见延长", "不优于", "未优于", "未显著提高",
      "没有改善", "没有延长", "差异无统计学意义", "无统计学差异", "无统计学意义", "未见差异", "未能获益", "并未延长", "并未改善", "未显示",
      "没有显示", "未带来", "未转化为", "不能延长", "未能显著延长", "未能显著改善", "缩短", "无显著延长", "未观察到获益", "几乎一致",
    ])
  /// Another analysis, a part of the participants, or no result at all.
  private static let otherwise = PhraseSet(
    [
      "interim", "early", "initial", "initially", "first", "subgroup", "subgroups", "subset", "exploratory", "final", "updated",
      "longer follow up", "extended follow up", "long term", "later", "may", "might", "could", "if", "whether", "expected",
      "trend",
      "tended", "numerically", "aimed", "designed", "hypothesis", "planned", "per protocol", "maintained", "sustained", "among",
      "only", "patients with", "not significantly", "high risk",
    ],
    [
      "中期", "期中", "早期", "初步", "首次", "亚组", "探索性", "最终", "更新", "随访", "可能", "是否", "趋势", "预期", "旨在", "拟", "持续", "仅", "若",
      "如果", "有望", "假设", "数值上", "起初", "高危",
    ])

  /// What a trial came to, without naming an endpoint.
  private static let wholeBetter = PhraseSet(
    [
      "beat placebo", "beats placebo", "beat the control", "was superior to", "were superior to", "outperformed",
      "was more effective",
      "surpassed placebo", "was better than", "was positive",
    ],
    ["优于安慰剂", "优于对照", "获得阳性结果", "取得阳性结果", "达到主要终点", "达到了主要终点"])
  private static let wholeNotBetter = PhraseSet(
    [
      "not beat", "failed to beat", "no better than", "not superior", "not better than", "not outperform", "was negative",
      "short of statistical significance", "short of significance", "not reach statistical significance",
      "not reach significance",
      "missed its primary", "missed statistical significance", "not statistically significant",
    ],
    ["未获阳性结果", "未取得阳性结果", "结果为阴性", "未优于", "不优于", "未达到主要终点", "未能达到主要终点", "未达主要终点"])

  /// In document order: clauses that are of one trial, hold one endpoint or none, and say one thing of it plainly. O(tokens).
  ///
  /// A clause is of the trial that it names, else of the one that its sentence names, else, in a review, of the one trial of the drug
  /// that it names.
  static func all(in context: CheckContext) -> [TrialStatement] {
    let drugs = DrugTrials(context)
    return context.extract.passages.indices.flatMap { passage -> [TrialStatement] in
      let kind = context.extract.passages[passage].kind
      guard kind == .sentence || kind == .tableRow || kind == .caption || kind == .note else { return [] }
      let text = context.lexed[passage]
      guard mayState(text) else { return [] }
      let endpoints = EndpointPlace.all(in: text.utf8)
      let places = TrialPlaces(passage, in: context)
      return Clauses.all(in: text).flatMap { clause -> [TrialStatement] in
        guard let trial = trial(of: clause, text, passage, places, drugs, context) else { return [] }
        return statements(text, clause, endpoints).compactMap { found in
          guard found.endpoint != nil || isDecided(found.sense, trial, in: context) else { return nil }
          return TrialStatement(trial: trial, endpoint: found.endpoint, sense: found.sense, passage: passage, range: found.range)
        }
      }
    }
  }

  private static func mayState(_ text: LexedText) -> Bool {
    better.occurs(in: text) || notBetter.occurs(in: text) || wholeBetter.occurs(in: text) || wholeNotBetter.occurs(in: text)
  }

  private static func trial(
    of clause: Range<Int>, _ text: LexedText, _ passage: Int, _ places: TrialPlaces, _ drugs: DrugTrials, _ context: CheckContext
  ) -> Int? {
    let bytes = text.tokens[clause.lowerBound].start..<text.tokens[clause.upperBound - 1].end
    let named = places.trials(in: bytes)
    if named.count == 1 { return named.first }
    guard named.isEmpty else { return nil }
    if context.isReview, let trial = drugs.trial(in: Array(text.utf8[bytes])) { return trial }
    if places.all.isEmpty {
      guard context.isReview, !opensPoint(text), !namesOtherDrug(text, passage, in: context) else { return nil }
      return places.trial(at: 0)
    }
    return places.all.count == 1 ? places.all.first : nil
  }

  /// A drug that the sentence before does not name: of another trial than that one's.
  private static func namesOtherDrug(_ text: LexedText, _ passage: Int, in context: CheckContext) -> Bool {
    func drugs(_ text: LexedText) -> Set<String> {
      Set(Lexicon.builtIn.matches(in: text.utf8).filter { $0.concept.kind == .drug }.map(\.concept.id))
    }
    let own = drugs(text)
    guard !own.isEmpty, passage > 0 else { return false }
    return own.isDisjoint(with: drugs(context.lexed[passage - 1]))
  }

  private static let ordinals = PhraseSet(
    ["first", "second", "third", "fourth", "fifth", "secondly", "thirdly", "lastly", "finally"],
    ["第一", "第二", "第三", "第四", "首先", "其次", "再次", "最后", "此外"])

  /// "Fourth, …": the next of several points is of another trial than the one before.
  private static func opensPoint(_ text: LexedText) -> Bool { ordinals.occurs(in: text, 0..<min(1, text.count)) }

  /// "Short of significance" is the word on a trial only where none of its results is significant.
  private static func isDecided(_ sense: Sense, _ trial: Int, in context: CheckContext) -> Bool {
    guard sense == .notBetter else { return true }
    let id = context.extract.trials[trial].id
    return context.results.allSatisfy { card in
      card.trial != id || card.coherence?.excludesNull != true && (card.p.map { $0.value >= 0.05 } ?? true)
    }
  }

  private static func statements(
    _ text: LexedText, _ clause: Range<Int>, _ endpoints: [EndpointPlace]
  ) -> [(endpoint: String?, sense: Sense, range: Range<Int>)] {
    let bytes = text.tokens[clause.lowerBound].start..<text.tokens[clause.upperBound - 1].end
    let named = Set(endpoints.filter { bytes.contains($0.range.lowerBound) }.map(\.name))
    guard named.isEmpty else {
      return otherwise.occurs(in: text, clause)
        ? []
        : Pieces.all(in: text, clause).compactMap { piece in
          statement(text, piece, endpoints).map { ($0.endpoint, $0.sense, $0.range) }
            ?? (named.count == 1 ? undecided(text, piece, named.first) : nil)
        }
    }
    return Pieces.all(in: text, clause).compactMap { piece in
      otherwise.occurs(in: text, piece) ? nil : whole(text, piece)
    }
  }

  private static func whole(_ text: LexedText, _ piece: Range<Int>) -> (endpoint: String?, sense: Sense, range: Range<Int>)? {
    if let range = wholeNotBetter.first(in: text, piece) { return (nil, .notBetter, range) }
    guard let range = wholeBetter.first(in: text, piece), !Negation.occurs(in: text, piece) else { return nil }
    return (nil, .better, range)
  }

  private static let noDifference = PhraseSet(
    ["no significant difference", "no difference", "not significantly different", "not differ"],
    ["差异无统计学意义", "无统计学差异", "无显著差异", "无明显差异", "未见差异", "无差异"])

  /// "Median PFS was 5.1 and 5.0 months, without a significant difference": the endpoint stands in the piece before.
  private static func undecided(
    _ text: LexedText, _ piece: Range<Int>, _ endpoint: String?
  ) -> (endpoint: String?, sense: Sense, range: Range<Int>)? {
    guard OutcomeWords.all(in: text, piece).count <= 8, let range = noDifference.first(in: text, piece) else { return nil }
    return (endpoint, .notBetter, range)
  }

  private static func statement(
    _ text: LexedText, _ piece: Range<Int>, _ endpoints: [EndpointPlace]
  ) -> (endpoint: String, sense: Sense, range: Range<Int>)? {
    let bytes = text.tokens[piece.lowerBound].start..<text.tokens[piece.upperBound - 1].end
    let named = Set(endpoints.filter { bytes.contains($0.range.lowerBound) }.map(\.name))
    guard named.count == 1, let endpoint = named.first else { return nil }
    if let range = notBetter.first(in: text, piece) { return (endpoint, .notBetter, range) }
    guard let range = better.first(in: text, piece), !Negation.occurs(in: text, piece) else { return nil }
    return (endpoint, .better, range)
  }
}
