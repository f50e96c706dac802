import Literature
import Statistics

/// N107: medians that point one way and a hazard ratio that points the other.
public struct MedianAgainstRatio: Rule {
  public static let code = "N107"
  public static let name = "median-against-hazard-ratio"
  public static let severity = Finding.Severity.warning
  public init() {}

  /// Times that are the better the longer, so that HR < 1 goes with a longer median.
  static let survivalEndpoints: Set<String> = [
    "OS", "PFS", "RFS", "DFS", "EFS", "MFS", "DMFS", "TTP", "TTR", "FFS", "IDFS", "iDFS", "LRFS", "BCSS", "CSS", "DSS", "rPFS",
    "TTF",
    "TTD", "DoR", "DOR",
  ]

  public func findings(in context: CheckContext) -> [Finding] {
    let written = WrittenMedians.all(in: context)
    // What the words beside two times say of their arms goes before the order of the cards.
    let ofCards = cardFindings(in: context, written)
    let ofWords = written.compactMap { finding($0, in: context) }.filter { finding in
      !ofCards.contains { $0.span.overlaps(finding.span) || $0.related.contains { $0.span.overlaps(finding.span) } }
    }
    let ofRows = context.extract.article.tables.flatMap(MedianColumns.odd).compactMap { finding($0, in: context) }.filter {
      finding in
      !ofCards.contains { $0.span.overlaps(finding.span) }
    }
    return (ofCards + ofWords + ofRows).sorted { $0.span.start < $1.span.start }
  }

  /// The row of a table that is turned round beside all its others.
  private func finding(_ row: MedianColumns.Row, in context: CheckContext) -> Finding? {
    let medians = max(row.first.value, row.second.value) / min(row.first.value, row.second.value)
    guard medians >= Self.clearMedians, max(row.ratio.value, 1 / row.ratio.value) >= Self.clearRatio else { return nil }
    let (first, second, ratio) = (row.first.text, row.second.text, row.ratio.text)
    let isShorter = row.first.value < row.second.value
    return context.finding(
      of: self, at: row.span,
      Wording(
        "The first median is the \(isShorter ? "shorter" : "longer") (\(first) against \(second)) and HR is \(ratio); in the other rows the "
          + "longer time is on the side that HR favours.",
        zh: "前一中位数较\(isShorter ? "短" : "长")(\(first) 对 \(second)), HR 为 \(ratio); 其余各行中较长的时间均在 HR 有利的一侧。"),
      related: [context.related(row.ratioSpan, Wording("The hazard ratio.", zh: "风险比。"))],
      arithmetic: Self.arithmetic((row.first, row.second), row.ratio),
      help: Wording("Make sure that the arms are not swapped.", zh: "请确认两组没有写反。"))
  }

  /// The medians of two arms in the order of a comparison, whatever the time is to.
  private func finding(_ pair: WrittenMedians, in context: CheckContext) -> Finding? {
    guard let value = context.results[pair.ratio].value, conflict((pair.first, pair.second), pair.ratio, in: context) == .grave
    else {
      return nil
    }
    let shorter = pair.first.value < pair.second.value
    return context.finding(
      of: self, at: pair.span,
      Wording(
        "The first median is the \(shorter ? "shorter" : "longer") (\(pair.first.text) against \(pair.second.text)), "
          + "while HR \(value.text) is \(shorter ? "below" : "above") 1.",
        zh:
          "前一中位数较\(shorter ? "短" : "长")(\(pair.first.text) 对 \(pair.second.text)), 而 HR \(value.text) \(shorter ? "小" : "大")于 1。"),
      related: [context.related(context.results[pair.ratio].span, Wording("The hazard ratio.", zh: "风险比。"))],
      arithmetic: Self.arithmetic((pair.first, pair.second), value),
      help: Wording("Make sure that the arms are not swapped.", zh: "请确认两组没有写反。"), cards: [pair.ratio])
  }

  private func cardFindings(in context: CheckContext, _ written: [WrittenMedians]) -> [Finding] {
    var reported: Set<String> = []
    return pairs(in: context).compactMap { pair in
      guard let arms = order(of: pair, in: context),
        !written.contains(where: { words in
          words.ratio == pair.ratio && words.first.value == arms.control.value && words.second.value == arms.experimental.value
        }), let conflict = conflict(arms, pair.ratio, in: context)
      else { return nil }
      let card = context.results[pair.ratio]
      guard reported.insert("\(card.trial ?? "")|\(card.endpoint ?? "")|\(card.value?.printed ?? "")").inserted else {
        return nil
      }
      return finding(pair, arms, conflict, in: context)
    }
  }

  public func reach(in context: CheckContext) -> RuleReach {
    let cards = Set(pairs(in: context).flatMap { [$0.medians, $0.ratio] })
    return RuleReach(checkable: cards, checked: cards)
  }

  private typealias Pair = (medians: Int, ratio: Int)
  private typealias Arms = (experimental: PrintedNumber, control: PrintedNumber)

  /// Two medians and a hazard ratio of one trial and endpoint in one passage.
  private func pairs(in context: CheckContext) -> [Pair] {
    context.groups.keys.filter { $0.measure == "median" }.flatMap { key in
      let ratios = context.groups[CardGroups.Key(trial: key.trial, endpoint: key.endpoint, measure: "HR")]
      return context.groups[key].filter { isTimeToEvent($0, in: context) }.compactMap { medians in
        partner(of: medians, among: ratios, in: context).map { (medians, $0) }
      }
    }
  }

  /// Whether medians are times to an event: of survival, or called "time to" it. The hazard of whatever event is the lower the later it
  /// comes.
  private func isTimeToEvent(_ index: Int, in context: CheckContext) -> Bool {
    let card = context.results[index]
    if Self.survivalEndpoints.contains(card.endpoint ?? "") { return true }
    guard card.unit.map(TimeUnits.isTime) == true, let words = card.details.endpointPrinted?.lowercased() else { return false }
    return Self.timeWords.contains(where: words.contains)
  }

  private static let timeWords = ["time to", "time until", "至首次", "发生时间", "复发时间", "进展时间", "出现时间"]

  private func partner(of medians: Int, among ratios: [Int], in context: CheckContext) -> Int? {
    let card = context.results[medians]
    guard card.armValues.count == 2 else { return nil }
    let near = ratios.filter { index in
      let ratio = context.results[index]
      return ratio.passage == card.passage && ratio.value != nil && ratio.moment == card.moment
        && ratio.population == card.population
    }
    return near.count == 1 ? near.first : nil
  }

  /// Which median is the experimental arm's: by name, or by the order "experimental vs control" of a table row.
  private func order(of pair: Pair, in context: CheckContext) -> Arms? {
    let (medians, ratio) = (context.results[pair.medians], context.results[pair.ratio])
    let (first, second) = (medians.armValues[0], medians.armValues[1])
    // The control's name says more than which arm a ratio is bound to.
    let isControl = [first, second].map { ControlOrder.isControl($0.arm, in: context) }
    if isControl[0] != isControl[1] {
      return isControl[0] ? (second.value, first.value) : (first.value, second.value)
    }
    let order = ControlOrder.shared(in: context)
    guard order.isControlFirst != true else { return nil }
    for name in [ratio.arm, medians.arm].compactMap({ $0 }) {
      if first.arm == name { return (first.value, second.value) }
      if second.arm == name { return (second.value, first.value) }
    }
    let unnamed = first.arm == nil && second.arm == nil
    return unnamed && medians.location == .table ? (first.value, second.value) : nil
  }

  private enum Conflict { case opposite, grave, size }

  /// Medians and ratios nearer to "no difference" than this may lie on either side of it.
  private static let clearMedians = 1.1
  private static let clearRatio = 1.18
  /// With exponential survival the ratio of the medians is the hazard ratio; this far apart no usual curve brings them.
  private static let farApart = 2.2

  private func conflict(_ arms: Arms, _ ratio: Int, in context: CheckContext) -> Conflict? {
    guard let value = context.results[ratio].value, value.relation == .equal, value.value > 0 else { return nil }
    let box = RoundingInterval(value)
    let (experimental, control) = (RoundingInterval(arms.experimental), RoundingInterval(arms.control))
    guard experimental.low > 0, control.low > 0 else { return nil }
    if (experimental.high < control.low && box.high < 1) || (experimental.low > control.high && box.low > 1) {
      let medians = max(experimental.low / control.high, control.low / experimental.high)
      let isClear = medians >= Self.clearMedians && (box.high <= 1 / Self.clearRatio || box.low >= Self.clearRatio)
      return isClear ? .grave : .opposite
    }
    let distance = (control.middle / experimental.middle) / value.value
    return max(distance, 1 / distance) >= Self.farApart ? .size : nil
  }

  private func finding(_ pair: Pair, _ arms: Arms, _ conflict: Conflict, in context: CheckContext) -> Finding? {
    let (medians, ratio) = (context.results[pair.medians], context.results[pair.ratio])
    guard let value = ratio.value else { return nil }
    let shorter = arms.experimental.value < arms.control.value
    let figures = "\(arms.experimental.text) against \(arms.control.text)"
    let chinese = "\(arms.experimental.text) 对 \(arms.control.text)"
    let message =
      conflict == .size
      ? Wording(
        "The medians (\(figures)) and HR \(value.text) are far apart in size.", zh: "中位数(\(chinese))与 HR \(value.text) 大小相差悬殊。")
      : Wording(
        "The median is \(shorter ? "shorter" : "longer") in the experimental arm (\(figures)), "
          + "while HR \(value.text) \(shorter ? "favours" : "disfavours") it.",
        zh: "试验组中位时间较\(shorter ? "短" : "长")(\(chinese)), 而 HR \(value.text) \(shorter ? "有利" : "不利")于该组。")
    return context.finding(
      of: self, at: medians.span, severity: conflict == .grave ? .warning : .info, message,
      related: [context.related(ratio.span, Wording("The hazard ratio.", zh: "风险比。"))]
        + repetitions(of: pair.medians, in: context),
      arithmetic: Self.arithmetic(arms, value),
      help: Wording(
        "Both can be right when curves cross or lie close; make sure that the arms are not swapped.",
        zh: "曲线交叉或接近时二者可同时正确; 请确认两组没有写反。"),
      cards: [pair.medians, pair.ratio])
  }

  private static func arithmetic(_ arms: Arms, _ ratio: PrintedNumber) -> Wording {
    let quotient = NumberText.fixed(arms.control.value / arms.experimental.value, 3)
    return Wording(
      "control / experimental = \(quotient); HR = \(ratio.text)", zh: "对照 / 试验 = \(quotient); HR = \(ratio.text)")
  }

  /// Where else the document prints these medians.
  private func repetitions(of medians: Int, in context: CheckContext) -> [Finding.RelatedPlace] {
    let card = context.results[medians]
    guard card.trial != nil else { return [] }
    return context.groups[CardGroups.key(card)].filter { other in
      other != medians && context.results[other].armValues.count == 2
        && SameCard.valuesAgree(card, context.results[other])
    }.map { context.related(context.results[$0].span, Wording("The same medians stand here.", zh: "此处有相同的中位数。")) }
  }

  public static let explanation = Explanation(
    english: .init(
      what:
        "The median times of two arms point one way and their hazard ratio, in their sentence or the one before, the other; or they are more than a factor of 2.2 apart in size; or a row of a table has them so while all its other rows have not.",
      why:
        "HR < 1 means fewer events per time in the experimental arm, which mostly goes with a longer median. The opposite is possible, and "
        + "it is also what swapped arms look like, so it is worth one look.",
      example: "Median survival 20.1 against 22.4 months with HR 0.92: control / experimental is 1.114, HR is below 1.",
      remedy: "Check with the source which median belongs to which arm and which arm the ratio favours.",
      limits:
        "Curves that cross, late separation, and differences near nothing make both figures right: a remark. Where both are clear (medians 10 % apart, ratio beyond "
        + "0.85 or 1.18) it is a warning."
    ),
    chinese: .init(
      what: "两组中位时间与同句或前一句的风险比方向相反, 或二者大小相差 2.2 倍以上; 或表中仅一行如此而其余各行皆否。",
      why: "HR < 1 表示试验组单位时间事件较少, 通常中位时间较长。相反的情形可能存在, 但两组写反时也正是如此, 值得核对一次。",
      example: "中位生存 20.1 对 22.4 个月而 HR 为 0.92: 对照/试验 = 1.114, HR 小于 1。",
      remedy: "与原始文献核对中位数各属哪一组, 比值有利于哪一组。",
      limits: "曲线交叉、后期分离或差异极小时两者可同时正确, 故仅为提示; 二者均明确(中位数相差 10% 以上, 比值超出 0.85 或 1.18)时为警告。"))
}
