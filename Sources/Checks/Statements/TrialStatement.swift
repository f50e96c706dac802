import Lexicon
import Literature
import TextAnalysis

/// What a clause says of one trial and one endpoint in words: better with the treatment, or not.
struct TrialStatement: Hashable, Sendable {
  enum Sense: Hashable, Sendable { case better, notBetter }

  /// Index into `Extract.trials`.
  var trial: Int
  /// As in `ResultCard.endpoint`.
  var endpoint: String
  var sense: Sense
  var passage: Int
  /// Bytes of the passage's flow: the words that say so.
  var range: Range<Int>

  private static let better = PhraseSet(
    [
      "improved", "prolonged", "lengthened", "extended", "longer", "improvement in", "improves", "prolongs", "superior",
      "significantly better", "was better", "were better", "benefit in", "increased",
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
      "without improving", "without benefit", "not benefit", "was worse", "were worse", "shortened", "not significantly increase",
    ],
    [
      "未改善", "未能改善", "无改善", "未延长", "未能延长", "无差异", "无明显差异", "无显著差异", "未见显著差异", "未显著改善", "未显著延长", "无显著改善",
      "无获益", "未获益", "未见获益", "无生存获益", "无生存增益", "相似", "未提高", "未能提高", "未见改善", "未见延长", "不优于", "未优于", "未显著提高",
      "没有改善", "没有延长", "差异无统计学意义", "缩短", "无显著延长", "未观察到获益", "几乎一致",
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

  /// In document order: clauses of sentences that name one trial, hold one endpoint, and say one thing of it plainly. O(tokens
  /// of the sentences that name a trial).
  static func all(in context: CheckContext) -> [TrialStatement] {
    context.extract.passages.indices.flatMap { passage -> [TrialStatement] in
      guard let trial = context.trialPassages.only(in: passage) else { return [] }
      let kind = context.extract.passages[passage].kind
      guard kind == .sentence || kind == .tableRow || kind == .caption || kind == .note else { return [] }
      let text = context.lexed[passage]
      guard !otherwise.occurs(in: text) else { return [] }
      let endpoints = EndpointPlace.all(in: text.utf8)
      guard !endpoints.isEmpty else { return [] }
      return pieces(text, kind).compactMap { piece in
        statement(text, piece, endpoints).map {
          TrialStatement(trial: trial, endpoint: $0.endpoint, sense: $0.sense, passage: passage, range: $0.range)
        }
      }
    }
  }

  /// Clauses, cut once more at commas before which an endpoint was named: "PFS was improved, OS was not".
  private static func pieces(_ text: LexedText, _ kind: Passage.Kind) -> [Range<Int>] {
    Clauses.all(in: text).flatMap { clause -> [Range<Int>] in
      var pieces: [Range<Int>] = []
      var start = clause.lowerBound
      var depth = 0
      for index in clause {
        if text.isSymbol(index, "(") { depth += 1 }
        if text.isSymbol(index, ")") { depth = max(0, depth - 1) }
        guard depth == 0, text.isSymbol(index, ",") || text.isWord(index, "and"), index > start else { continue }
        pieces.append(start..<index)
        start = index
      }
      return pieces + [start..<clause.upperBound]
    }
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

/// An endpoint of time to an event where a text names it.
struct EndpointPlace: Hashable, Sendable {
  /// As in `ResultCard.endpoint`.
  var name: String
  var range: Range<Int>

  /// Every one, in order; other endpoints (response, safety) are left out. O(bytes).
  static func all(in utf8: [UInt8]) -> [EndpointPlace] {
    Lexicon.builtIn.matches(in: utf8).compactMap { match in
      guard match.concept.kind == .endpoint, let symbol = match.concept.symbol, names.contains(symbol) else { return nil }
      return EndpointPlace(name: symbol, range: match.range)
    }
  }

  private static let names: Set<String> = [
    "OS", "RFS", "DFS", "EFS", "PFS", "MFS", "IDFS", "CSS", "TTP", "ORR", "pCR", "MPR", "DCR", "CR",
  ]
}
