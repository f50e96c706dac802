import TextAnalysis

/// What a piece of a sentence says of an effect, in whatever words: verdicts of effect, of proof, of significance and of association together.
struct OpenVerdict: Hashable, Sendable {
  var isSome: Bool
  /// Whether it speaks of proof, significance or association rather than of more or less.
  var isTested: Bool
  var isComparison: Bool
  /// Whether it says that two things are alike.
  var isOfEquality: Bool
  /// Bytes that name no outcome.
  var words: [Range<Int>]

  /// What is hoped, planned, conditional, of others, or held against another bar than the usual.
  private static let reserved = PhraseSet(
    [
      "may", "might", "would", "should", "whether", "if", "unless", "hypothesis", "hypothesised", "hypothesized", "aimed", "aim",
      "assumed", "expected", "planned", "previous", "previously", "prior", "elsewhere", "historical", "literature", "trend",
      "trends", "unclear", "unknown", "uncertain", "hoped", "powered", "power", "need", "needs", "required", "believed",
      "thought",
      "feared", "non inferior", "noninferior", "inferior", "noninferiority", "inferiority", "interaction", "heterogeneity",
      "per protocol", "interim", "sensitivity", "baseline", "denote", "denotes", "threshold", "margin", "numerically",
      "clinically", "only", "except", "apart from", "other than", "earlier trial", "earlier trials", "earlier study",
      "earlier studies", "earlier work", "correlated", "correlation", "considered", "regarded", "both groups", "each group",
      "all groups", "both arms", "either group", "within", "over time", "question", "limitation", "limitations", "some",
      "confined", "restricted", "another trial", "others", "missed", "narrowly", "alone", "by itself", "boundary",
      "meta analysis", "authors", "whose", "suggest", "suggests", "tended", "not necessarily", "meta", "all three",
      "patient groups", "enrolment", "enrollment",
    ],
    [
      "可能", "是否", "若", "如果", "假设", "旨在", "既往", "此前", "曾", "有望", "预期", "尚待", "有待", "应当", "需要", "未作", "未测", "未分析", "期中", "中期", "趋势",
      "今后", "日后", "非劣", "劣于", "方案集", "较前", "治疗前", "治疗后", "除", "仅", "只有", "限于", "不明确", "交互", "异质", "检验水准", "视为", "拟", "被认为",
      "据称", "矛盾", "最小临床", "以期", "尚不清楚", "数值上", "必须", "假定", "基线", "文献", "报道", "两组均", "各组均", "组内", "局限", "部分", "限于",
      "一项", "国外", "他人", "有学者", "该Meta", "与本文", "与本研究", "前人", "与之", "单独", "相当于", "未必", "不一定", "表示", "原合并", "而不", "而未", "但不", "但未",
      "却", "且不", "且未",
    ])
  private static let associations = PhraseSet(
    [
      "associated", "association", "associations", "linked", "related", "predicted", "predictor", "predictors", "risk factor",
      "risk factors", "protective factor", "independent predictor", "determinant", "at the cost", "at the price",
      "at the expense",
    ],
    ["代价", "伴随", "相关", "关联", "危险因素", "保护因素", "影响因素", "独立因素", "有关"])
  private static let proofs = PhraseSet(
    [
      "shown to", "was shown", "were shown", "proved", "proven", "demonstrated", "established", "beyond doubt", "clearly",
      "clear",
      "confirmed", "held",
    ],
    ["已证实", "证明", "证实", "确有", "明确", "明显", "确能", "数据表明"])
  private static let denials = PhraseSet(
    ["not", "no", "neither", "never", "nor", "without", "none", "failed", "lost", "no longer", "vanished", "disappeared"],
    ["未", "不", "无", "没有", "并非", "消失"])

  /// Nil where nothing is told, something in both senses, or with a reservation. O(tokens).
  static func of(_ text: LexedText, _ piece: Range<Int>) -> OpenVerdict? {
    guard !reserved.occurs(in: text, piece),
      !piece.contains(where: { text.isWord($0, "could") && !text.isWord($0 + 1, "not") && !text.isWord($0 + 1, "be") })
    else { return nil }
    // "Lowered the risk without raising cost" says two things.
    guard !piece.contains(where: { text.isWord($0, "without") && $0 > piece.lowerBound + 1 }) else { return nil }
    let effect = EffectVerdict.of(text, piece, isOpen: true)
    let proof = ProofWords.of(text, piece)
    let significance = SignificanceWords.statement(text, piece)
    let association = association(text, piece)
    let answers =
      [effect.map(\.isSome), proof.map { $0.verdict == .claimed }, significance.map { $0.verdict == .claimed }, association]
      .compactMap { $0 }
    guard let first = answers.first, answers.allSatisfy({ $0 == first }) else { return nil }
    let isTested =
      effect?.isTested ?? false || proof != nil || significance != nil || association != nil || proofs.occurs(in: text, piece)
    return OpenVerdict(
      isSome: first, isTested: isTested, isComparison: !isTested && effect?.isComparison ?? false,
      isOfEquality: !first && !denials.occurs(in: text, piece),
      words: (effect?.words ?? []) + associations.all(in: text, piece) + denials.all(in: text, piece))
  }

  static func associates(_ text: LexedText, _ piece: Range<Int>) -> Bool { associations.occurs(in: text, piece) }

  private static func association(_ text: LexedText, _ piece: Range<Int>) -> Bool? {
    guard associations.occurs(in: text, piece) else { return nil }
    let denied = denials.all(in: text, piece)
    return denied.isEmpty ? true : denied.count == 1 ? false : nil
  }
}
