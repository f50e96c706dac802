import Literature
import TextAnalysis

/// As `ProofWords`, in Chinese: 不能认为两组有别, 未能证明其有效, 获益未获证实, 确有差别.
enum ChineseProofWords {
  private static let negations = PhraseSet([], ["未", "没有", "没能", "无", "不", "难以", "缺乏", "尚缺", "并非", "谈不上"])
  /// Characters of denial in words that deny nothing.
  private static let harmless = PhraseSet(
    [],
    [
      "不良", "不同", "不足", "不过", "不仅", "不但", "不断", "不久", "不等", "不全", "不稳定", "不可切除", "不到", "未来", "无复发", "无进展", "无事件", "无病", "无转移",
      "无失败", "无症状", "不超过", "未超过", "无论", "不论", "不管", "非劣", "不适", "无反应", "无应答", "不耐受", "不孕", "不典型", "不稳", "不宁", "无创", "不尽", "不止",
      "不明原因", "不动杆菌", "无水", "无菌",
    ])
  private static let findings = PhraseSet(
    [],
    [
      "证实", "证明", "认为", "显示", "发现", "观察到", "得出", "看出", "体现", "出现", "确认", "肯定", "说明", "表明", "提示", "见到", "检出", "获得", "存在", "得到",
      "断定", "推断",
    ])
  /// What is found, with its word of being there or without.
  private static let effects = PhraseSet(
    [],
    [
      "有差异", "有差别", "有区别", "有别", "有所不同", "有不同", "存在差异", "存在差别", "差异", "差别", "区别", "有效", "获益", "受益", "益处", "效果", "疗效", "作用", "影响",
      "有关", "关联", "优势", "优于", "保护", "有益",
    ])
  /// Of these nothing but a denial or a word of proof makes a statement.
  private static let bare = PhraseSet(
    [], ["差异", "差别", "区别", "获益", "受益", "益处", "效果", "疗效", "作用", "影响", "关联", "优势", "优于", "保护"])
  private static let names = ["有效率", "有效性", "有效剂量", "有效者", "有效例", "疗效评价", "获益比", "影响因素", "作用机制", "有关规定"]
  private static let proved = PhraseSet(
    [],
    [
      "已获证实", "已得到证实", "已经证实", "已证实", "得到证实", "获得证实", "已获确认", "得到确认", "确切", "明确", "肯定", "确凿", "确实存在", "成立",
    ])
  private static let affirming = PhraseSet([], ["可以认为", "可认为", "能够认为", "足以认为", "证明了", "证实了", "证明", "证实", "确有", "确认了", "表明了"])
  private static let marked = PhraseSet(
    [],
    [
      "明显高于", "明显低于", "明显优于", "明显多于", "明显少于", "明显长于", "明显短于", "明显改善", "明显降低", "明显减少", "明显增加", "明显增多", "明显升高", "明显延长", "明显缩短",
      "明显提高", "明显减轻", "明显下降", "差异明显", "差别明显", "明显获益", "明显差异",
    ])
  private static let factors = PhraseSet(
    [], ["独立危险因素", "独立保护因素", "独立预测因素", "独立预测因子", "独立影响因素", "独立风险因素", "独立相关因素", "独立相关", "的危险因素", "的保护因素"])
  private static let uncertain = PhraseSet(
    [], ["尚不能确定", "尚难确定", "不能确定", "尚不确定", "尚无定论", "无法确定", "不能定论", "尚不能得出结论", "不能下结论", "尚难定论", "未能确定"])
  /// Bytes between a denial and what it denies: beside it, or with a verb of finding between.
  private static let (beside, behindVerb, behindNoun) = (9, 48, 15)

  /// O(tokens).
  static func all(in text: LexedText, _ clause: Range<Int>) -> [SignificanceWords.Statement] {
    guard clause.contains(where: { text.tokens[$0].kind == .han }) else { return [] }
    let spared = harmless.all(in: text, clause)
    let negated = negations.all(in: text, clause).filter { one in !spared.contains { $0.overlaps(one) } }
    var found = uncertain.all(in: text, clause).map { statement(.denied, $0) }
    for range in effects.all(in: text, clause) where !isName(range, text) {
      if let verdict = verdict(range, negated, text, clause) { found.append(verdict) }
    }
    for range in factors.all(in: text, clause) {
      let denials = negated.filter {
        $0.upperBound <= range.lowerBound && range.lowerBound - $0.upperBound <= behindVerb && isOneRun($0, range, text)
      }
      if denials.count < 2 { found.append(statement(denials.isEmpty ? .claimed : .denied, denials.first ?? range)) }
    }
    for range in marked.all(in: text, clause) {
      let denials = negated.filter {
        $0.upperBound <= range.lowerBound && range.lowerBound - $0.upperBound <= beside && isOneRun($0, range, text)
      }
      if denials.count < 2 { found.append(statement(denials.isEmpty ? .claimed : .denied, denials.first ?? range)) }
    }
    return found
  }

  private static func statement(_ verdict: SignificanceWords.Verdict, _ range: Range<Int>) -> SignificanceWords.Statement {
    SignificanceWords.Statement(verdict: verdict, start: range.lowerBound, isChinese: true)
  }

  private static func isName(_ range: Range<Int>, _ text: LexedText) -> Bool {
    let words = text.string(range.lowerBound..<min(text.utf8.count, range.upperBound + 6))
    return names.contains { words.hasPrefix($0) }
  }

  /// Nothing but characters and names between: no comma, bracket or figure.
  private static func isOneRun(_ one: Range<Int>, _ other: Range<Int>, _ text: LexedText) -> Bool {
    let first = max(0, text.firstToken(at: one.lowerBound + 1) - 1)
    let last = max(first, text.firstToken(at: other.lowerBound + 1) - 1)
    return !(first...last).contains { ProofWords.isStop(text, $0) || text.isSymbol($0, "、") || text.isNumber($0) }
  }

  private static func verdict(
    _ effect: Range<Int>, _ negated: [Range<Int>], _ text: LexedText, _ clause: Range<Int>
  ) -> SignificanceWords.Statement? {
    let before = negated.filter { denial in
      guard denial.upperBound <= effect.lowerBound, isOneRun(denial, effect, text) else { return false }
      let gap = effect.lowerBound - denial.upperBound
      return gap <= beside || gap <= behindVerb && hasFinding(denial.upperBound..<effect.lowerBound, text)
    }
    let behind = negated.filter { denial in
      denial.lowerBound >= effect.upperBound && denial.lowerBound - effect.upperBound <= behindNoun
        && isOneRun(effect, denial, text)
        && hasFinding(denial.upperBound..<min(text.utf8.count, denial.upperBound + behindNoun), text)
    }
    let denials = before + behind
    if denials.count == 1 || denials.count == 2 && areOne(denials, text) {
      return statement(.denied, min(denials[0].lowerBound, effect.lowerBound) == effect.lowerBound ? effect : denials[0])
    }
    guard denials.isEmpty,
      !negated.contains(where: { $0.lowerBound < effect.lowerBound ? isOneRun($0, effect, text) : isOneRun(effect, $0, text) })
    else { return nil }
    let isBare = bare.all(in: text, clause).contains(effect)
    guard isBare else { return statement(.claimed, effect) }
    let places = affirming.all(in: text, clause) + proved.all(in: text, clause)
    let isProved = places.contains { place in
      place.upperBound <= effect.lowerBound
        ? effect.lowerBound - place.upperBound <= behindVerb && isOneRun(place, effect, text)
        : place.lowerBound - effect.upperBound <= behindNoun && place.lowerBound >= effect.upperBound
          && isOneRun(effect, place, text)
    }
    return isProved ? statement(.claimed, effect) : nil
  }

  private static func hasFinding(_ bytes: Range<Int>, _ text: LexedText) -> Bool {
    guard !bytes.isEmpty else { return false }
    return findings.occurs(in: LexedText(text.string(bytes)))
  }

  /// 并无, 亦未见不: two characters of denial side by side.
  private static func areOne(_ denials: [Range<Int>], _ text: LexedText) -> Bool {
    denials[1].lowerBound - denials[0].upperBound <= 0
  }
}
