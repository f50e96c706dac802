import Literature
import TextAnalysis

/// What a piece of a sentence says of an effect or a difference: that there was one, or that there was none.
///
/// The words of change and of comparison are many and their order is free, but a denial is a denial wherever it stands: one word of denial beside
/// them turns the sense round, and two leave it open.
struct EffectVerdict: Hashable, Sendable {
  var isSome: Bool
  /// "Was more frequent": so in the figures, be it by chance.
  var isComparison: Bool
  /// Whether it speaks of significance, superiority or proof.
  var isTested: Bool
  /// Bytes of the text: from the first of its words to the last.
  var range: Range<Int>
  /// Every word of effect, denial and degree: these name no outcome.
  var words: [Range<Int>]

  private static let changes = PhraseSet(
    [
      "improved", "improves", "improve", "improving", "improvement", "improvements", "reduced", "reduces", "reduce", "reducing",
      "reduction", "reductions", "lowered", "lowers", "lowering", "decreased", "decreases", "decrease", "increased", "increases",
      "increase", "raised", "raises", "raise", "prolonged", "prolongs", "prolong", "prolonging", "extended", "extends", "extend",
      "lengthened", "delayed", "delays", "delay", "shortened", "shortens", "shorten", "eased", "eases", "ease", "relieved",
      "relieves",
      "relieve", "prevented", "prevents", "prevent", "protected", "protects", "protect", "protective", "benefit", "benefits",
      "benefited", "benefitted", "gain", "gains", "advantage", "advantages", "superior", "superiority", "outperformed", "effect",
      "effects", "effective", "ineffective", "efficacy", "efficacious", "accelerated", "accelerates", "speeded", "hastened",
      "cut",
      "cuts", "halved", "doubled", "spared", "preserved", "preserves", "preserve", "slowed", "slows", "slow", "attenuated",
      "alleviated", "lessened", "diminished", "suppressed", "conferred", "influenced", "influence", "affected", "affect",
      "affects",
      "altered", "worsened", "worsens", "worsen", "harmed", "impaired", "curbed", "boosted", "boosts", "brought", "excess",
      "penalty",
      "added", "elevated", "affecting", "increasing", "worsening", "changing", "raising", "promoted", "promotes", "promote",
    ],
    [
      "提高", "降低", "改善", "减少", "增加", "增多", "增高", "升高", "延长", "缩短", "减轻", "获益", "受益", "益处", "收益", "优于", "胜过", "优势", "占优", "有效",
      "预防",
      "延缓", "推迟", "加快", "变少", "变多", "下调", "加重", "恶化", "作用", "影响", "效果", "防止", "抑制", "打消", "上升", "下降", "改变", "疗效", "效力", "促进",
      "胜出", "领先", "见效",
    ])
  private static let comparisons = PhraseSet(
    [
      "more", "fewer", "less", "faster", "slower", "commoner", "rarer", "higher", "lower", "greater", "larger", "smaller",
      "longer",
      "shorter", "sooner", "quicker", "better", "worse", "rose", "fell", "dropped", "additional", "extra", "further", "oftener",
    ],
    [
      "高于", "低于", "多于", "少于", "长于", "短于", "大于", "小于", "快于", "慢于", "较多", "较少", "较高", "较低", "较快", "较慢", "较大", "较小", "较长", "较短",
      "更多",
      "更少", "更高", "更低", "更快", "更慢", "更长", "更短", "更大", "更小", "为多", "为高", "为低", "为少", "为著", "多见", "不及", "远高于",
    ])
  private static let differences = PhraseSet(
    ["difference", "differences", "differ", "differed", "differs", "significant", "significantly", "significance"],
    ["差异", "差别", "区别", "不同", "显著", "统计学意义", "高下"])
  private static let equalities = PhraseSet(
    [
      "same pace", "same rate", "same extent", "same degree", "same frequency", "same in both", "similar", "similarly", "alike",
      "equal", "equally", "identical", "comparable", "unchanged", "unaffected",
      "unaltered",
      "as frequent", "as common", "as often", "as many", "as frequently", "parity", "equalled", "indistinguishable",
    ],
    [
      "相当", "相近", "相似", "一致", "持平", "平手", "不分伯仲", "没有高下之分", "无异", "同样少见", "同样多见", "原地踏步", "重合", "相仿", "不相上下", "等同", "并无二致",
      "难分高下",
    ])
  /// Names of outcomes with a word of effect in them.
  private static let harms = PhraseSet(
    ["adverse effect", "adverse effects", "side effect", "side effects", "untoward effects", "late effects", "treatment effect"],
    ["副作用"])
  private static let denials = PhraseSet(
    [
      "not", "no", "neither", "without affecting", "without increasing", "without worsening", "without changing",
      "without raising",
      "without improving", "without prolonging", "without reducing", "without lowering", "without any", "without a", "without an",
      "without significant", "without additional", "never",
      "failed", "fails", "fail", "failing", "unable", "cannot", "absence", "lack",
      "lacked",
      "none", "nothing", "hardly", "nobody", "disproved", "refuted", "ruled out", "fell short", "falls short", "short of",
      "missed",
    ],
    ["未", "没有", "无", "不", "难以", "缺乏", "尚缺"])
  /// Characters of denial in words that deny nothing.
  private static let harmless = PhraseSet(
    [],
    [
      "不良", "不同", "不足", "不过", "不仅", "不但", "不断", "不久", "不等", "不全", "不稳定", "不可切除", "不到", "未来", "非小细胞", "非酒精", "非瓣膜", "非劣", "无复发",
      "无进展", "无事件", "无病",
      "无转移", "无失败", "无侵袭", "无症状", "无效", "不超过", "未超过", "无论", "非奈利酮", "非布司他", "无先兆", "除非", "不低于", "无肝", "无创", "不适", "无反应", "无应答",
      "不耐受", "不全", "无进展", "不孕", "不典型", "不宁", "不稳",
    ])
  /// Hopes, plans, conditions, what others found, parts of the whole, and what was not looked at.
  private static let otherwise = PhraseSet(
    [
      "may", "might", "would", "should", "whether", "if", "unless", "hypothesis", "hypothesised", "hypothesized", "aimed", "aim",
      "assumed",
      "expected", "planned", "previous", "previously", "prior", "elsewhere", "historical", "literature", "meta", "subgroup",
      "subgroups", "interim", "trend", "trends", "except", "only", "unlike", "contrast", "tested", "compared formally",
      "assessed",
      "measured", "analysed", "analyzed", "predict", "predicted", "correlated", "correlation", "association",
      "interaction", "heterogeneity", "adjusted", "adjustment", "sensitivity", "baseline", "non inferior", "noninferior",
      "inferior", "noninferiority", "inferiority", "per protocol", "earlier study", "earlier trial", "earlier trials",
      "earlier cohort",
      "earlier work", "in earlier", "need", "needs", "required", "powered", "power", "likely to", "believed", "thought", "fear",
      "feared", "question", "unclear", "unknown", "uncertain", "hoped", "initially", "afterwards", "enrolled", "randomised",
      "randomized", "assigned", "numerically", "up to", "at most", "at least", "clinically", "denote", "denotes", "by itself",
      "on its own", "stage", "any more than",
      "minimal", "threshold", "margin", "at odds", "contradict", "contradicts", "contradiction", "inconsistent",
      "next step", "in future", "remains to be", "level of significance", "significance level", "considered significant",
      "considered", "regarded", "limited",
      "limitation", "limitations", "secondary", "another", "chance", "modest", "in patients with", "in those", "relation",
      "relationship", "larger study", "larger trial", "larger trials", "larger studies",
    ],
    [
      "可能", "是否", "若", "如果", "假设", "旨在", "既往", "此前", "曾", "有望", "顾虑", "预期", "尚待", "有待", "应当", "需要", "说法", "未作", "没有测量", "未测",
      "等到", "未分析", "无从",
      "亚组", "期中", "中期", "趋势", "个别", "下一步", "重点", "今后", "日后", "校正", "非劣", "劣于", "方案集", "相关", "基线", "较前", "治疗前", "治疗后", "除外", "除了",
      "除此", "仅", "可作为",
      "只有", "只在", "限于", "不明确", "交互",
      "异质", "检验水准", "视为", "认为差异", "有限",
      "拟", "常被", "被引为", "被认为", "据称", "矛盾", "者中", "阴性者", "阳性者", "关系", "关联", "最小临床", "以期", "另有", "另一", "次要", "尚不清楚", "局限", "数值上",
      "初期", "必须", "不必", "宜", "假定",
    ])

  /// Nil where a piece tells of no effect, of one with a reservation, or of several in opposite senses. O(tokens).
  ///
  /// - Parameter isOpen: whether to leave it to the caller what is told with a reservation.
  static func of(_ text: LexedText, _ piece: Range<Int>, isOpen: Bool = false) -> EffectVerdict? {
    if !isOpen {
      guard !otherwise.occurs(in: text, piece), !hasHedge(text, piece), !piece.contains(where: { text.hanHasPrefix($0, "除") }),
        !associates(text, piece)
      else {
        return nil
      }
    }
    let equal = equalities.all(in: text, piece).filter { !isMultiple($0, text) } + asMuch(text, piece)
    let compared = comparisons.all(in: text, piece).filter { !isBound($0, text) && !overlaps($0, equal) && !isGroup($0, text) }
    let harms = harms.all(in: text, piece)
    let changed = changes.all(in: text, piece).filter { !overlaps($0, equal) && !isGroup($0, text) && !overlaps($0, harms) }
    let different = differences.all(in: text, piece).filter { !overlaps($0, equal) }
    let told = equal + compared + changed + different
    let denied = denied(text, piece).filter { !overlaps($0, equal) && denies($0, told, text, piece) }
    guard denied.count <= 1 || isOneDenial(denied, text) else { return nil }
    let all = told.sorted { $0.lowerBound < $1.lowerBound }
    guard let first = all.first, let last = all.last else { return nil }
    let isDenied = !denied.isEmpty
    guard isDenied || !equal.isEmpty || !namesOnly(text, piece, all) else { return nil }
    guard equal.isEmpty || !isDenied else { return nil }
    // What changed in both groups tells nothing of the treatment.
    guard isDenied || !equal.isEmpty || !everybody.occurs(in: text, piece) && !tellsCourse(text, piece) else { return nil }
    let words = all + denied
    let start = min(first.lowerBound, denied.first?.lowerBound ?? first.lowerBound)
    let end = max(last.upperBound, denied.last?.upperBound ?? last.upperBound)
    return EffectVerdict(
      isSome: equal.isEmpty && !isDenied, isComparison: changed.isEmpty && !compared.isEmpty && !isTested(text, piece),
      isTested: isTested(text, piece), range: start..<end, words: words)
  }

  private static let compared = PhraseSet([
    "more", "fewer", "less", "lower", "higher", "reduced", "increased", "decreased", "better", "worse", "longer", "shorter",
    "greater", "improved", "reduction", "increase", "decrease", "smaller", "no", "excess",
  ])
  private static let mostToCompared = 4

  /// "Was associated with bleeding", but not "was associated with more bleeding", which is how cohorts tell of an effect.
  private static func associates(_ text: LexedText, _ piece: Range<Int>) -> Bool {
    piece.contains { index in
      text.isWord(index, "associated")
        && !(text.isWord(index + 1, "with")
          && compared.occurs(in: text, min(index + 2, text.count)..<min(text.count, index + 2 + mostToCompared)))
    }
  }

  /// "As effective as".
  private static func asMuch(_ text: LexedText, _ piece: Range<Int>) -> [Range<Int>] {
    piece.filter { index in
      text.isWord(index, "as") && text.isWord(index + 2, "as") && piece.contains(index + 2)
        && !multiples.contains { text.isWord(index - 1, $0) }
    }.map { text.tokens[$0].start..<text.tokens[$0 + 2].end }
  }

  private static let everybody = PhraseSet(
    ["both groups", "both arms", "all groups", "each group", "either group", "either arm", "every group", "over time"],
    ["两组均", "各组均", "两组都", "组内"])
  private static let nouns = PhraseSet([
    "effect", "effects", "efficacy", "influence", "difference", "differences", "benefit", "benefits", "advantage", "advantages",
    "gain",
    "gains", "improvement", "improvements", "reduction", "reductions", "increase", "increases", "decrease", "delay",
    "superiority", "excess",
    "penalty", "significance",
  ])
  private static let tellers = PhraseSet([
    "had", "showed", "shown", "conferred", "produced", "gave", "established", "brought", "achieved", "obtained", "demonstrated",
    "seen", "found", "held", "stood", "prevailed", "remained", "persisted", "existed",
    "observed", "extended", "reached", "attained", "emerged", "offered", "yielded", "was",
  ])

  /// "The effect of A on B" tells of nothing yet.
  private static func namesOnly(_ text: LexedText, _ piece: Range<Int>, _ words: [Range<Int>]) -> Bool {
    let named = nouns.all(in: text, piece)
    return words.allSatisfy { word in named.contains { $0 == word } } && !tellers.occurs(in: text, piece)
  }

  private static let tested = PhraseSet(
    [
      "significant", "significantly", "significance", "superior", "superiority", "effective", "ineffective", "proved", "proven",
      "demonstrated", "established", "confirmed", "efficacious",
    ],
    ["显著", "统计学", "优于", "证实", "证明", "有效", "确切"])

  private static let multiples: [StaticString] = [
    "half", "twice", "third", "thirds", "quarter", "quarters", "times", "fold", "fifth",
  ]

  /// "Half as common".
  private static func isMultiple(_ words: Range<Int>, _ text: LexedText) -> Bool {
    let index = max(0, text.firstToken(at: words.lowerBound + 1) - 1)
    return text.isWord(index, "as") && multiples.contains { text.isWord(index - 1, $0) }
  }

  /// 预防组.
  private static func isGroup(_ words: Range<Int>, _ text: LexedText) -> Bool {
    text.utf8[words.upperBound...].starts(with: "组".utf8)
  }

  /// "Decreased from 8.1 to 4.8", 由 8.1 降至 4.8: with time, in one group.
  private static func tellsCourse(_ text: LexedText, _ piece: Range<Int>) -> Bool {
    piece.contains { index in
      text.isNumber(index + 1) && (text.isWord(index, "from") || text.hanHasSuffix(index, "由") || text.hanHasSuffix(index, "从"))
    }
  }

  private static let farthest = 36
  /// 未证实, 未获证实, 未得到证实.
  private static let longestEnd = 15

  /// A Chinese denial stands a few characters before what it denies, 者 not between, or ends the piece; an English one anywhere.
  private static func denies(_ denial: Range<Int>, _ told: [Range<Int>], _ text: LexedText, _ piece: Range<Int>) -> Bool {
    guard text.utf8[denial.lowerBound] >= 0x80 else { return true }
    if let last = piece.last(where: { text.tokens[$0].kind != .symbol }), text.tokens[last].end - denial.upperBound <= longestEnd
    {
      return true
    }
    return told.contains { word in
      guard word.lowerBound >= denial.lowerBound, word.lowerBound - denial.upperBound <= farthest else { return false }
      return word.lowerBound <= denial.upperBound || !text.string(denial.upperBound..<word.lowerBound).contains("者")
    }
  }

  private static func isTested(_ text: LexedText, _ piece: Range<Int>) -> Bool { tested.occurs(in: text, piece) }

  private static func overlaps(_ range: Range<Int>, _ others: [Range<Int>]) -> Bool { others.contains { $0.overlaps(range) } }

  private static func denied(_ text: LexedText, _ piece: Range<Int>) -> [Range<Int>] {
    let spared = harmless.all(in: text, piece)
    return denials.all(in: text, piece).filter { !overlaps($0, spared) }
  }

  /// 并无……, 亦未见: two characters side by side are one denial; "neither … nor" counts once since "nor" is none of the words.
  private static func isOneDenial(_ denied: [Range<Int>], _ text: LexedText) -> Bool {
    guard let first = denied.first, let last = denied.last else { return false }
    return last.lowerBound - first.lowerBound <= 3 && text.utf8[first.lowerBound] >= 0x80
  }

  /// "could" but not "could not".
  private static func hasHedge(_ text: LexedText, _ piece: Range<Int>) -> Bool {
    piece.contains { text.isWord($0, "could") && !text.isWord($0 + 1, "not") && !text.isWord($0 + 1, "be") }
  }

  private static let quantities = PhraseSet([
    "half", "a third", "a quarter", "a fifth", "two", "three", "four", "five", "one", "ten", "twice", "a tenth", "a year",
    "an eighth",
  ])

  /// "More than 40%", "fewer than half": a bound and no comparison.
  private static func isBound(_ words: Range<Int>, _ text: LexedText) -> Bool {
    let index = text.firstToken(at: words.upperBound)
    guard text.utf8[words.lowerBound] < 0x80 else {
      return text.isNumber(index) && text.tokens[index].start - words.upperBound <= 1
    }
    guard text.isWord(index, "than") else { return text.isNumber(index) }
    return text.isNumber(index + 1) || index + 1 < text.count && quantities.occurs(in: text, index + 1..<index + 2)
  }
}
