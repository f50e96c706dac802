import TextAnalysis

/// What a clause says of statistical significance.
enum SignificanceWords {
  enum Verdict: Hashable, Sendable { case claimed, denied }

  private static let claims = PhraseSet(
    [
      "significant", "significantly", "reached significance", "reached statistical significance", "achieved significance",
      "achieved statistical significance", "attained statistical significance", "met statistical significance",
      "reaching significance", "attained significance",
    ],
    ["显著", "有统计学意义", "有统计学差异", "有统计学显著性", "差异有意义", "达到统计学意义", "达统计学意义", "具有统计学意义", "具统计学意义", "具有统计学显著性", "达到了统计学意义"])
  private static let denials = PhraseSet(
    [
      "not significant", "not significantly", "no significant", "no significantly", "no statistically significant",
      "not statistically significant", "not statistically significantly", "nonsignificant", "nonsignificantly", "non significant",
      "non significantly", "insignificant", "insignificantly", "without significant", "without statistically significant",
      "did not differ", "did not differ significantly", "did not significantly", "do not differ", "does not differ",
      "not reach significance", "not reach statistical significance", "not achieve statistical significance",
      "not reached significance", "not reached statistical significance", "no difference", "no differences", "not different",
      "neither significant", "nor significant", "never significant", "not a significant", "not a statistically significant",
      "no statistical significance", "not attain significance", "absence of a significant",
      "absence of significant", "absence of any significant", "absence of a statistically significant",
      "not attain statistical significance", "no significance", "failed to reach significance",
      "failed to reach statistical significance",
      "failed to attain significance", "missed significance", "missed statistical significance", "lacked significance",
      "lacked statistical significance", "lacks statistical significance", "did not meet statistical significance",
    ],
    [
      "无显著", "未显著", "不显著", "没有显著", "未见显著", "未见明显差异", "无明显差异", "无明显差别", "未见明显差别", "无差别", "未见差别", "无统计学", "无统计意义", "没有统计学", "差异无",
      "无差异",
      "未达到统计学", "未达统计学", "尚未达到统计学", "未能达到统计学", "没有达到统计学", "不具有统计学", "未观察到显著", "并无显著", "未达到显著", "未达显著", "未能显著", "未出现显著", "不具统计学",
      "未见差异", "未见统计学", "未有显著", "未有统计学", "并无统计学", "亦无统计学", "均无统计学", "无统计差异", "差异不明显", "未能达到显著", "未见明显统计学",
    ])
  /// Whole phrases that say it without the word, or take words that elsewhere are a reservation; these are claims.
  private static let idiomaticClaims = PhraseSet(
    [
      "beyond chance", "unlikely to be due to chance", "unlikely to be a chance finding", "not due to chance",
      "not explained by chance", "cannot be explained by chance", "could not be explained by chance",
      "cannot be due to chance", "chance can hardly explain", "chance could hardly explain", "hardly due to chance",
      "chance alone cannot explain", "chance is an unlikely explanation", "could be told apart statistically",
      "separated from placebo", "did separate from placebo", "met the prespecified level of significance",
      "met the level of significance", "reached the level of significance", "reached the conventional level of significance",
      "met the conventional level of significance", "met the threshold for significance", "crossed the threshold of significance",
      "met the threshold of significance", "reached the threshold of significance", "reached the threshold for significance",
      "formally significant",
    ],
    [
      "并非机遇所致", "非机遇所致", "并非偶然", "不能用机遇解释", "难以用机遇解释", "不能以机遇解释", "难以归因于机遇", "不能归因于机遇", "统计学上差别明确", "统计学上可以区分",
      "统计学上可区分", "达到显著性水平", "达到显著水平", "达显著性水平", "达到统计学显著", "达到了显著性水平",
    ])
  /// The same for denials.
  private static let idiomaticDenials = PhraseSet(
    [
      "well within chance", "within the play of chance", "compatible with chance", "consistent with chance",
      "could be due to chance", "may be due to chance", "might be due to chance", "may well be due to chance",
      "could well be due to chance", "can be explained by chance", "may be explained by chance", "could be explained by chance",
      "chance may explain", "chance may well explain", "chance could explain", "chance can explain", "chance might explain",
      "chance could well explain", "not be told apart", "not told apart", "cannot be told apart", "cannot be distinguished",
      "could not be distinguished", "cannot be separated", "could not be separated", "statistically indistinguishable",
      "did not separate from", "not separate from placebo", "failed to separate from", "fell short of significance",
      "fell short of statistical significance", "falls short of significance", "falls short of statistical significance",
      "fall short of statistical significance", "falling short of significance", "falling short of statistical significance",
      "fell short of the prespecified level of significance", "fell short of the level of significance",
      "fell short of the conventional level of significance", "short of the threshold of significance",
      "fell just short of significance", "fell just short of statistical significance", "just short of statistical significance",
      "did not meet the prespecified level of significance", "did not reach the level of significance",
      "did not reach the conventional level of significance", "did not reach the threshold of significance",
      "did not meet the threshold for significance", "did not reach the threshold for significance",
      "formally non significant", "formally nonsignificant", "formally not significant",
      "no difference that could be shown statistically",
      "could not be shown statistically",
    ],
    [
      "可用机遇解释", "可以用机遇解释", "可由机遇解释", "可能由机遇所致", "可归因于机遇", "不能排除机遇", "不排除机遇", "可能系机遇所致", "可能为机遇所致", "统计学上不能区分",
      "统计学上难以区分", "统计学上无法区分", "统计学不能区分", "未达显著性水平", "未达到显著性水平", "未达显著水平", "未达到显著水平", "未达统计学显著", "未达到统计学显著",
      "未能达到显著性水平", "不具显著性", "不具统计学显著性", "不具有统计学显著性", "未达显著性", "未达到显著性",
    ])
  private static let equalities = PhraseSet(
    ["ns", "unchanged", "similar"], ["相似"])
  /// Words that set another bar than the usual one, or take the claim back.
  private static let reservations = PhraseSet(
    [
      "boundary", "boundaries", "threshold", "prespecified", "bonferroni", "corrected", "correction", "multiplicity", "alpha",
      "trended", "marginal", "marginally", "borderline", "noninferiority", "noninferior", "inferior",
      "inferiority", "clinically", "numerically", "almost", "near", "nearly", "approached", "approaching",
      "tendency", "tended", "one sided", "level of significance", "significance level", "considered", "regarded", "defined",
      "short of", "equivalence", "if", "may", "might", "could",
      "except", "excepting", "exception", "exceptions", "apart from", "other than", "unlike", "disappeared", "vanished",
      "no longer", "lost", "in contrast", "contrary",
    ],
    [
      "仅", "预设", "界值", "多重校正", "多重比较校正", "校正检验", "校正的检验", "校正水准", "Bonferroni校正", "校正P", "临界", "非劣", "单侧", "检验水准", "边缘", "接近显著",
      "接近统计", "接近于", "接近有", "预定", "可能", "视为", "认为差异",
      "项中", "除外", "之外", "以外",
      "除了", "不再",
    ])

  /// Names of tests that are of no difference between two groups.
  private static let namedTests = PhraseSet(["trend", "trends", "interaction", "heterogeneity"], ["趋势", "交互"])

  /// "(4.2 to 4.4; not significant)" speaks of its own figures alone.
  private static func isBracketed(_ range: Range<Int>, _ text: LexedText) -> Bool {
    let token = text.firstToken(at: range.lowerBound)
    let opened = text.tokens[..<token].lastIndex { $0.isSymbol("(") || $0.isSymbol(")") }
    return opened.map { text.isSymbol($0, "(") } ?? false
  }

  struct Statement: Hashable {
    var verdict: Verdict
    /// The byte where its words begin.
    var start: Int
    var isChinese: Bool
  }

  /// Whether a clause speaks of significance at all.
  static func names(_ text: LexedText, _ clause: Range<Int>) -> Bool { claims.occurs(in: text, clause) }

  /// Nil where the clause says neither, both, or something with a reservation. O(tokens).
  static func verdict(_ text: LexedText, _ clause: Range<Int>) -> Verdict? { statement(text, clause)?.verdict }

  /// The verdict with the place of its words; nil as `verdict`. O(tokens).
  ///
  /// - Parameter ofNamedTest: whether the words may be of an interaction, a heterogeneity or a trend, and of nothing else.
  static func statement(_ text: LexedText, _ clause: Range<Int>, ofNamedTest: Bool = false) -> Statement? {
    guard !clause.contains(where: { namesException(text, $0) }) else { return nil }
    if let idiom = idiom(text, clause) { return idiom }
    let denied = denials.all(in: text, clause)
    let claimed = claims.all(in: text, clause).filter { claim in !denied.contains { $0.overlaps(claim) } }
    if let plain = plain(text, clause, denied, claimed) { return plain }
    // "Pain was similar (P = 0.71), and this reached significance": what the words before say is another statement.
    let own = (denied.first ?? claimed.first).map { ownPiece(text, clause, $0.lowerBound) } ?? clause
    guard !isReserved(text, own), ofNamedTest || !namedTests.occurs(in: text, clause),
      !isOfAnotherModel(text, clause, (denied.first ?? claimed.first)?.lowerBound ?? 0)
    else { return nil }
    if denied.isEmpty, claimed.isEmpty { return composed(text, clause) }
    if let first = denied.first {
      guard claimed.isEmpty, !denied.contains(where: { isBracketed($0, text) }) else { return nil }
      return Statement(verdict: .denied, start: first.lowerBound, isChinese: isChinese(first, text))
    }
    guard let first = claimed.first, !equalities.occurs(in: text, own), !Negation.occurs(in: text, own) else { return nil }
    return Statement(verdict: .claimed, start: first.lowerBound, isChinese: isChinese(first, text))
  }

  /// "The interval excluded 1", "kept its significance", "within chance": whatever else is said, unless it is the contrary.
  private static func plain(
    _ text: LexedText, _ clause: Range<Int>, _ denied: [Range<Int>], _ claimed: [Range<Int>]
  ) -> Statement? {
    let found = ProofWords.plain(text, clause)
    guard let first = found.first, found.allSatisfy({ $0.verdict == first.verdict }), !conditions.occurs(in: text, clause),
      !Self.multiplicity.occurs(in: text, clause)
    else { return nil }
    let contrary = first.verdict == .claimed ? denied : claimed
    guard contrary.allSatisfy({ one in found.contains { $0.range.overlaps(one) } }),
      !isOfAnotherModel(text, clause, first.range.lowerBound)
    else { return nil }
    return Statement(verdict: first.verdict, start: first.range.lowerBound, isChinese: isChinese(first.range, text))
  }

  /// "Could not be shown" and "no benefit could be shown" take nothing back.
  private static func isReserved(_ text: LexedText, _ own: Range<Int>) -> Bool {
    reservations.all(in: text, own).contains { range in
      let place = text.firstToken(at: range.lowerBound)
      guard text.isWord(place, "could") else { return true }
      return !text.isWord(place + 1, "not") && !Negation.occurs(in: text, own.lowerBound..<max(own.lowerBound, place))
    }
  }

  private static let adjusting = PhraseSet([], ["校正", "调整", "多因素"])

  /// "P=0.03，校正后不再显著": the figure is of the crude comparison, and the words of another that is not printed.
  private static func isOfAnotherModel(_ text: LexedText, _ clause: Range<Int>, _ words: Int) -> Bool {
    let place = max(clause.lowerBound, text.firstToken(at: words + 1) - 1)
    let start = Pieces.atCommas(in: text, clause).last { $0.lowerBound <= place }?.lowerBound ?? clause.lowerBound
    guard start > clause.lowerBound, adjusting.occurs(in: text, start..<place + 1) else { return false }
    return !adjusting.occurs(in: text, clause.lowerBound..<start) && !(start..<clause.upperBound).contains { text.isNumber($0) }
  }

  private static let multiplicity = PhraseSet(
    ["bonferroni", "multiplicity", "margin", "noninferiority", "non inferiority", "prespecified"], ["多重", "界值", "非劣", "检验水准"])

  /// What is put together from parts: "no effect was discernible", 不能认为两组有别.
  private static func composed(_ text: LexedText, _ clause: Range<Int>) -> Statement? {
    guard !conditions.occurs(in: text, clause), !multiplicity.occurs(in: text, clause) else { return nil }
    return ProofWords.of(text, clause)
  }

  /// Whether a sentence tells that a level was met or missed, rather than which it is.
  static func isIdiomatic(_ text: LexedText) -> Bool { idiomaticDenials.occurs(in: text) || idiomaticClaims.occurs(in: text) }

  /// The one phrase of a clause that is a verdict as a whole; nil where another verdict stands beside it.
  private static func idiom(_ text: LexedText, _ clause: Range<Int>) -> Statement? {
    let denied = idiomaticDenials.all(in: text, clause)
    let claimed = idiomaticClaims.all(in: text, clause).filter { claim in !denied.contains { $0.overlaps(claim) } }
    let plain = denials.all(in: text, clause)
    guard !claimed.contains(where: { claim in plain.contains { $0.overlaps(claim) } }), denied.count + claimed.count == 1,
      let words = denied.first ?? claimed.first
    else { return nil }
    let others = plain + claims.all(in: text, clause)
    guard others.allSatisfy({ $0.overlaps(words) }), !conditions.occurs(in: text, clause) else { return nil }
    let before = clause.lowerBound..<max(clause.lowerBound, text.firstToken(at: words.lowerBound + 1) - 1)
    // "Not beyond chance", "neither … met the level of significance".
    let isTurned = !claimed.isEmpty && isNegated(text, before)
    guard isTurned || !isNegated(text, before) else { return nil }
    return Statement(
      verdict: claimed.isEmpty || isTurned ? .denied : .claimed, start: words.lowerBound, isChinese: isChinese(words, text))
  }

  private static let pointers = PhraseSet(
    [
      "this", "that", "which", "the difference", "this difference", "that difference", "a difference", "the effect",
      "this effect",
      "the result", "it", "a result", "the latter",
    ],
    ["后者", "差异", "该差异", "此差异", "这一差异", "二者差异", "两者差异", "两组差异", "组间差异", "差别", "这一差别"])

  /// Whether words begin that name nothing but what stands right before them: "this was", "and which", 差异.
  static func pointsBack(_ text: LexedText, _ index: Int) -> Bool {
    var first = index
    while text.isSymbol(first, ",") || text.isWord(first, "and") || text.isWord(first, "so") { first += 1 }
    guard first < text.count, let words = pointers.first(in: text, first..<first + 1) else { return false }
    return words.lowerBound == text.tokens[first].start
  }

  private static func ownPiece(_ text: LexedText, _ clause: Range<Int>, _ words: Int) -> Range<Int> {
    let place = text.firstToken(at: words)
    return Pieces.atCommas(in: text, clause).last { $0.lowerBound <= place && pointsBack(text, $0.lowerBound) } ?? clause
  }

  private static let conditions = PhraseSet(["if", "whether", "unless"], ["若", "是否", "如果", "除非"])
  private static let nearby = 3
  private static let negators = PhraseSet(
    ["not", "no", "neither", "none", "never", "nor", "hardly"], ["未", "并非", "均未", "没有", "不"])

  private static func isNegated(_ text: LexedText, _ before: Range<Int>) -> Bool {
    guard let last = before.last else { return false }
    // A run of Chinese is one token: what stands in it before the words is no other clause.
    if text.tokens[last].kind == .han { return false }
    return negators.occurs(in: text, max(before.lowerBound, last + 1 - nearby)..<last + 1)
  }

  /// 除头痛外.
  private static func namesException(_ text: LexedText, _ index: Int) -> Bool {
    (text.hanHasPrefix(index, "除") || text.hanHasPrefix(index, "但除")) && text.hanContains(index, "外")
  }

  private static func isChinese(_ range: Range<Int>, _ text: LexedText) -> Bool { text.utf8[range.lowerBound] >= 0x80 }
}
