import Literature
import Statistics
import TextAnalysis

/// N141: a P value that does not fit the statistic and degrees of freedom beside it.
public struct TestStatisticIncoherent: Rule {
  public static let code = "N141"
  public static let name = "test-statistic-incoherent"
  public static let severity = Finding.Severity.error
  public init() {}

  /// On the scale of z: below `near` a correction for continuity or a likelihood ratio may explain the difference.
  private static let near = 0.2
  private static let far = 0.5

  public func findings(in context: CheckContext) -> [Finding] {
    let written = WrittenStatistic.cards(in: context)
    let ofCards = context.results.indices.compactMap { JudgedStatistic(card: $0, in: context) }
    let ofWords = written.compactMap { JudgedStatistic($0, index: nil, in: context) }
    // A card without its degrees is judged by what the words say of them.
    let judged = (ofCards.filter { own in !ofWords.contains { $0.card.span.overlaps(own.card.span) } } + ofWords).filter {
      !$0.fits
    }
    guard !judged.isEmpty else { return [] }
    let corrects = context.lexed.contains(where: JudgedStatistic.namesCorrection)
    // A correction only makes P larger, and is mostly named in the methods; the test of several groups at once needs none.
    return judged.filter { !corrects || $0.isBeyondSphericity || !$0.isLargerThanComputed }.map { finding($0, in: context) }
  }

  public func reach(in context: CheckContext) -> RuleReach {
    let cards = context.results.indices.filter {
      TestStatistic.Kind(rawValue: context.results[$0].measure) != nil && context.results[$0].p != nil
    }
    return RuleReach(
      checkable: Set(cards), checked: Set(cards.filter { JudgedStatistic(card: $0, in: context) != nil }))
  }

  private func finding(_ judged: JudgedStatistic, in context: CheckContext) -> Finding {
    context.finding(
      of: self, at: judged.card.span, severity: severity(judged), judged.message, arithmetic: judged.arithmetic,
      help: judged.fitsOneSided
        ? Wording("Say that the P value is one-sided, or compare it with the source.", zh: "注明 P 为单侧, 或与原始文献核对。")
        : Wording(
          "Run the test again, or compare statistic, degrees of freedom and P with its output.", zh: "重新计算, 或与统计软件输出核对统计量、自由度和 P。"
        ),
      cards: judged.index.map { [$0] } ?? [])
  }

  private func severity(_ judged: JudgedStatistic) -> Finding.Severity {
    if judged.fitsOneSided || judged.fitsSwapped || judged.isBetweenDegrees { return .warning }
    if judged.changesDecision || judged.gap >= Self.far { return .error }
    return judged.gap >= Self.near ? .warning : .info
  }

  public static let explanation = Explanation(
    english: .init(
      what:
        "A printed P value cannot come from the test statistic (t, F, χ², z, r, Q) and degrees of freedom beside it.",
      why:
        "Statistic and degrees of freedom determine P. The rule carries the rounding of the statistic through and compares boxes, as "
        + "statcheck does. If only half of the two-sided P fits, that is a warning: readers take P as two-sided unless told. A P on the other "
        + "side of 0.05, or half a unit of z away, is an error. Without degrees of freedom t and χ² still bound P from below, a P that no whole number of degrees gives a χ² is accused, and where the "
        + "two means or the two shares of the sentence give that very statistic they tell the degrees.",
      example: "t(28) = 2.20, P = 0.36: two-sided P is [0.0358, 0.0366]; a zero was lost.",
      remedy: "Run the test again, or look the three figures up in the program's output.",
      limits:
        "P that is corrected for several comparisons or for sphericity, exact and permutation P beside an asymptotic statistic are right though "
        + "they disagree; sentences that name these are left alone. χ² corrected for continuity may stand beside an uncorrected P."
    ),
    chinese: .init(
      what: "所印 P 值不可能由旁边的检验统计量(t、F、χ²、z、r、Q)及自由度得出。",
      why: "统计量与自由度决定 P。本规则将统计量的舍入一路带入并比较区间(与 statcheck 相同)。若只有双侧 P 的一半相符则为警告: 未注明时读者会理解为双侧。"
        + "P 落在 0.05 的另一侧, 或在 z 尺度上相差 0.5 以上, 为错误。无自由度时 t 与 χ² 仍给出 P 的下限, 任何整数自由度都得不出的 χ² 的 P 也予报告; 若句中两个均值或两个比例恰给出该统计量, 则由其得知自由度。",
      example: "t(28) = 2.20, P = 0.36: 双侧 P 为 [0.0358, 0.0366], 漏写一个 0。",
      remedy: "重新计算, 或与统计软件输出核对三个数字。",
      limits: "经多重比较或球形性校正的 P、确切概率与置换检验的 P 与渐近统计量不一致属正常, 句中提到这些的不作判断。连续性校正的 χ² 可能与未校正的 P 并列。"))
}

/// A card of a test's statistic with its P, judged.
private struct JudgedStatistic {
  let index: Int?
  let card: ResultCard
  let p: PrintedNumber
  let statistic: TestStatistic
  let isSaidToBeOneSided: Bool

  private static let corrections: [StaticString] = [
    "bonferroni", "holm", "tukey", "scheffe", "scheffé", "dunnett", "sidak", "šidák", "hochberg", "benjamini", "greenhouse",
    "geisser", "huynh", "feldt", "fdr", "multiplicity",
  ]
  private static let correctionsChinese: [StaticString] = ["多重比较", "多重校正", "连续性校正", "连续校正", "校正检验水准", "校正显著"]
  private static let abstaining: [StaticString] = [
    "corrected", "correction", "permutation", "bootstrap", "bootstrapped", "exact", "fisher", "noninferiority", "equivalence",
    "posterior",
  ]
  private static let abstainingChinese: [StaticString] = ["确切概率", "精确", "置换", "非劣", "等效"]
  private static let oneSided: [StaticString] = ["tailed", "sided", "directional"]
  private static let oneSidedChinese: [StaticString] = ["单侧", "单尾"]
  private static let twoSided = PhraseSet(["two tailed", "two sided", "2 tailed", "2 sided"])
  private static let declaring = PhraseSet(
    ["one tailed", "one sided", "1 tailed", "1 sided", "directional hypotheses"], ["单侧检验", "单尾检验"])

  /// "All tests were one-sided", wherever it stands; a document that names two-sided tests as well means single ones.
  private static func declaresOneSided(_ context: CheckContext) -> Bool {
    context.once(Self.self) {
      context.extract.passages.indices.contains { index in
        let kind = context.extract.passages[index].kind
        guard kind == .sentence || kind == .note else { return false }
        let text = context.lexed[index]
        return text.count < 80 && declaring.occurs(in: text) && tests.occurs(in: text) && !twoSided.occurs(in: text)
      }
    }
  }

  private static let tests = PhraseSet(
    ["all tests", "tests were", "t tests", "p values", "used one tailed", "used one sided", "all t tests", "all p values"],
    ["检验", "P 值"])

  init?(card index: Int, in context: CheckContext) { self.init(context.results[index], index: index, in: context) }

  init?(_ card: ResultCard, index: Int?, in context: CheckContext) {
    guard let kind = TestStatistic.Kind(rawValue: card.measure), let value = card.value, let p = card.p,
      (0...1).contains(p.value), p.decimals > 0 || p.relation != .equal,
      let statistic = TestStatistic(kind: kind, value: value, degreesOfFreedom: Self.degrees(of: card, in: context))
    else { return nil }
    let text = context.lexed(of: card)
    guard !Self.namesCorrection(text), !text.mentions(Self.abstaining, Self.abstainingChinese), !Self.adjustsP(text) else {
      return nil
    }
    // "at t = 0, 1 and 4 weeks" is a time.
    guard kind != .t || !card.details.degreesOfFreedom.isEmpty || value.decimals > 0 else { return nil }
    self.index = index
    self.card = card
    self.p = p
    self.statistic = statistic
    isSaidToBeOneSided =
      card.pSided == .one || text.mentions(Self.oneSided, Self.oneSidedChinese) && !Self.twoSided.occurs(in: text)
      || Self.declaresOneSided(context)
  }

  private static func degrees(of card: ResultCard, in context: CheckContext) -> [PrintedNumber] {
    if let result = resultOfSubtraction(card, in: context) { return [result] }
    guard card.details.degreesOfFreedom.isEmpty, card.p != nil else { return card.details.degreesOfFreedom }
    return [ImpliedDegrees.of(card, in: context)].compactMap { $0 }
  }

  /// The 5 of "df = 6 - 1 = 5".
  private static func resultOfSubtraction(_ card: ResultCard, in context: CheckContext) -> PrintedNumber? {
    guard card.details.degreesOfFreedom.count == 1, let first = card.details.degreesOfFreedom.first else { return nil }
    let text = context.lexed(of: card)
    let place = text.tokens.indices.first { index in
      text.isNumber(index) && text.string(index) == first.printed && text.isSymbol(index - 1, "=")
        && text.isSymbol(index + 1, "-")
        && text.isNumber(index + 2) && text.isSymbol(index + 3, "=")
    }
    return place.flatMap { text.number($0 + 4) }
  }

  /// Whether P is larger than the F test of several groups gives with the strictest correction for sphericity, of one degree of freedom
  /// (Greenhouse and Geisser's lower bound); such a test needs no correction for several comparisons.
  var isBeyondSphericity: Bool {
    let degrees = card.details.degreesOfFreedom.map(\.value)
    guard card.measure == "F", degrees.count == 2, degrees[0] >= 2, let value = card.value else { return false }
    let bound = FisherF(numerator: 1, denominator: degrees[1] / degrees[0]).upperTail(value.value)
    return RoundingInterval(p).low > 1.1 * bound
  }

  static func namesCorrection(_ text: LexedText) -> Bool { text.mentions(corrections, correctionsChinese) }

  /// "adjusted p", but not "adjusted for age".
  private static func adjustsP(_ text: LexedText) -> Bool {
    text.tokens.indices.contains { text.isWord($0, "adjusted") && (text.isWord($0 + 1, "p") || text.isSymbol($0 + 1, "-")) }
  }

  /// Whether the P is right, as a two-sided one or as the one-sided one that it is said to be.
  var fits: Bool { isNearImplied || fitsTwoSided && !isBetweenDegrees || (isSaidToBeOneSided && oneSidedGap < 0.05) }
  /// Whether a χ² without degrees has this P with no number of them: far from that of one degree, so that no correction for continuity
  /// explains it, and beside that of any other.
  var isBetweenDegrees: Bool {
    guard p.relation == .equal, p.decimals >= 2, fitsTwoSided, let gaps = statistic.gapsOfDegrees(to: p) else { return false }
    return gaps.one >= Self.farFromOne && gaps.others >= Self.besideOthers
  }
  private static let (farFromOne, besideOthers) = (0.5, 0.05)
  /// Degrees that other figures imply may be a little off.
  private var isNearImplied: Bool { card.details.degreesOfFreedom.isEmpty && !isBound && card.measure != "z" && gap < 0.3 }
  /// How far the P is from the one-sided one, on the scale of z.
  private var oneSidedGap: Double {
    if fitsOneSided { return 0 }
    return statistic.oneSidedPValue.map { TestStatistic.gapInZ(p, $0) } ?? .infinity
  }
  var isLargerThanComputed: Bool { RoundingInterval(p).low > statistic.pValue.high }
  var fitsSwapped: Bool { statistic.swapped.map { TestStatistic.fits(p, $0.pValue) } ?? false }
  private var fitsTwoSided: Bool { TestStatistic.fits(p, statistic.pValue) }
  var fitsOneSided: Bool { statistic.oneSidedPValue.map { TestStatistic.fits(p, $0) } ?? false }
  var gap: Double { TestStatistic.gapInZ(p, statistic.pValue) }

  /// Printed and computed P lie on two sides of 0.05.
  var changesDecision: Bool {
    let (printed, computed) = (RoundingInterval(p), statistic.pValue)
    return (printed.high < 0.05 && computed.low > 0.05) || (printed.low > 0.05 && computed.high < 0.05)
  }

  private var name: String {
    let degrees = card.details.degreesOfFreedom.map(\.printed).joined(separator: ", ")
    let letter = card.measure == "chi2" ? "χ²" : card.measure
    return degrees.isEmpty ? letter : "\(letter)(\(degrees))"
  }

  private var figure: String { "\(name) = \(card.value?.printed ?? "")" }

  private var isBound: Bool { statistic.degreesOfFreedom.isEmpty && card.measure != "z" }

  var message: Wording {
    let (printed, computed) = ("P \(p.relation.rawValue) \(p.printed)", statistic.pValue)
    if isBetweenDegrees {
      return Wording(
        "\(printed) does not fit \(figure) with any number of degrees of freedom; with one, P is \(NumberText.significant(computed.low)).",
        zh: "无论自由度为何, \(printed) 均与 \(figure) 不符; 自由度为 1 时 P 为 \(NumberText.significant(computed.low))。")
    }
    if isBound, isLargerThanComputed {
      let most = NumberText.significant(computed.high)
      return Wording(
        "\(printed) does not fit \(figure): with two degrees of freedom or more, P is at most \(most).",
        zh: "\(printed) 与 \(figure) 不符: 自由度不小于 2 时 P 至多为 \(most)。")
    }
    if isBound {
      let least = NumberText.significant(computed.low)
      return Wording(
        "\(printed) does not fit \(figure): whatever the degrees of freedom, P is at least \(least)"
          + (fitsOneSided ? "; a one-sided test could give it." : "."),
        zh: "\(printed) 与 \(figure) 不符: 无论自由度为何, P 至少为 \(least)" + (fitsOneSided ? "; 单侧检验则可能。" : "。"))
    }
    let start = Wording(
      "\(printed) does not fit \(figure), which gives \(NumberText.range(computed))",
      zh: "\(printed) 与 \(figure) 不符, 后者给出 \(NumberText.range(computed, in: .chinese))")
    if fitsSwapped {
      return start + Wording("; it fits with the degrees of freedom the other way round.", zh: "; 若自由度前后对调则相符。")
    }
    guard fitsOneSided, let half = statistic.oneSidedPValue else { return start + Wording(".", zh: "。") }
    return start
      + Wording(
        "; it fits one-sided only (\(NumberText.range(half))).", zh: "; 仅与单侧检验相符(\(NumberText.range(half, in: .chinese)))。")
  }

  var arithmetic: Wording {
    let value = "\(card.value?.printed ?? "") = \(NumberText.box(statistic.value))"
    let tail = statistic.kind.hasDirection ? Wording("two-sided P", zh: "双侧 P") : Wording("P", zh: "P")
    let computed = NumberText.box(statistic.pValue)
    let own = Wording("\(value); \(tail.english) = \(computed)", zh: "\(value); \(tail.chinese) = \(computed)")
    guard card.details.degreesOfFreedom.isEmpty, let degrees = statistic.degreesOfFreedom.first?.printed else { return own }
    return own
      + Wording(
        "; \(degrees) degrees of freedom, by the figures before it.", zh: "; 自由度 \(degrees) 由其前的数字得出。")
  }
}
