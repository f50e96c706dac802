import Literature
import Statistics

/// A201: one result, printed with different figures in two parts of the document.
public struct TextAgainstTable: Rule {
  public static let code = "A201"
  public static let name = "text-against-table"
  public static let severity = Finding.Severity.error
  public init() {}

  public func findings(in context: CheckContext) -> [Finding] {
    context.groups.keys.flatMap { key in
      Self.isComparable(key) ? findings(context.groups[key], in: context) : []
    }
  }

  public func reach(in context: CheckContext) -> RuleReach {
    var reach = RuleReach()
    for key in context.groups.keys where Self.isComparable(key) {
      for side in Side.allCases {
        let (left, right) = side.split(context.groups[key], in: context)
        guard !left.isEmpty, !right.isEmpty else { continue }
        reach.checkable.formUnion(left + right)
        if clash(left, right, in: context) != nil || agree(left, right, in: context) { reach.checked.formUnion(left + right) }
      }
    }
    return reach
  }

  /// Results of a named trial for a known endpoint: the same words then mean the same thing in text and table.
  private static func isComparable(_ key: CardGroups.Key) -> Bool {
    key.trial != nil && key.endpoint != nil && (Measure.scale(key.measure) != nil || key.measure == "median")
  }

  /// The parts of a document that are compared.
  private enum Side: CaseIterable {
    case proseAndTable, abstractAndText

    func split(_ cards: [Int], in context: CheckContext) -> ([Int], [Int]) {
      let location = { (index: Int) in context.results[index].location }
      switch self {
      case .proseAndTable: return (cards.filter { location($0) == .text }, cards.filter { location($0) == .table })
      case .abstractAndText: return (cards.filter { location($0) == .abstract }, cards.filter { location($0) == .text })
      }
    }
  }

  private func findings(_ cards: [Int], in context: CheckContext) -> [Finding] {
    Side.allCases.compactMap { side in
      let (left, right) = side.split(cards, in: context)
      guard let (first, second) = clash(left, right, in: context) else { return nil }
      return finding(first, second, side, in: context)
    }
  }

  /// Two cards that must be one result and are not: each part prints one value under these conditions, and nothing that
  /// the other part prints of this trial and endpoint agrees with either.
  private func clash(_ left: [Int], _ right: [Int], in context: CheckContext) -> (Int, Int)? {
    for first in left {
      let card = context.results[first]
      let peers = right.filter { Self.sameConditions(card, context.results[$0]) }
      guard let second = peers.first, isSingle(peers, in: context) else { continue }
      let own = left.filter { Self.sameConditions(card, context.results[$0]) }
      guard isSingle(own, in: context) else { continue }
      let isUnknownHere = !right.contains { Self.agrees(card, context.results[$0]) }
      let isUnknownThere = !left.contains { Self.agrees($0, second, context) }
      if isUnknownHere, isUnknownThere { return (first, second) }
    }
    return nil
  }

  private func agree(_ left: [Int], _ right: [Int], in context: CheckContext) -> Bool {
    left.contains { first in right.contains { Self.agrees(first, $0, context) } }
  }

  /// Whether all these cards print one value.
  private func isSingle(_ cards: [Int], in context: CheckContext) -> Bool {
    guard let first = cards.first else { return false }
    return cards.allSatisfy { Self.valuesAgree(context.results[first], context.results[$0]) }
  }

  static func sameConditions(_ left: ResultCard, _ right: ResultCard) -> Bool {
    left.dataCut == right.dataCut && left.population == right.population && (left.level ?? 0.95) == (right.level ?? 0.95)
      && (left.unit == right.unit || left.unit == nil || right.unit == nil)
      && left.armValues.isEmpty == right.armValues.isEmpty && (left.value == nil) == (right.value == nil)
      && (left.arm == right.arm || left.arm == nil || right.arm == nil || Measure.scale(left.measure) != nil)
  }

  private static func agrees(_ left: Int, _ right: Int, _ context: CheckContext) -> Bool {
    agrees(context.results[left], context.results[right])
  }

  /// Whether the figures that both print can be the same; a number that only one of them prints says nothing.
  static func agrees(_ left: ResultCard, _ right: ResultCard) -> Bool {
    valuesAgree(left, right) && agree(left.low, right.low) && agree(left.high, right.high) && agree(left.p, right.p)
  }

  static func valuesAgree(_ left: ResultCard, _ right: ResultCard) -> Bool {
    guard agree(left.value, right.value) else { return false }
    let (first, second) = (left.armValues.map(\.value), right.armValues.map(\.value))
    guard first.count == 2, second.count == 2 else { return true }
    // Prose often prints the control arm first ("from 15.5 to 27.7"), tables the other way round.
    return agree(first[0], second[0]) && agree(first[1], second[1]) || agree(first[0], second[1]) && agree(first[1], second[0])
  }

  private static func agree(_ left: PrintedNumber?, _ right: PrintedNumber?) -> Bool {
    guard let left, let right else { return true }
    return RoundingInterval(left).agrees(with: RoundingInterval(right))
  }

  private func finding(_ first: Int, _ second: Int, _ side: Side, in context: CheckContext) -> Finding {
    let (card, other) = (context.results[first], context.results[second])
    let (place, chinesePlace) = side == .proseAndTable ? ("table", "表中") : ("text", "正文中")
    return context.finding(
      of: self, at: card.span,
      Wording(
        "\(card.subject ?? "The result"): here \(card.figures), in the \(place) \(other.figures).",
        zh: "\(card.subject ?? "该结果"): 此处为 \(card.figures(in: .chinese)), \(chinesePlace)为 \(other.figures(in: .chinese))。"),
      related: [context.related(other.span, Wording("The \(place) prints it so.", zh: "\(chinesePlace)如此。"))],
      arithmetic: Wording(
        "No rounding makes the two one: they do not share a value within half a unit of the last printed digit.",
        zh: "任何舍入都不能使二者一致: 在末位半个单位之内没有共同的值。"),
      help: Wording(
        "Compare both with the source, or say that they are from different analyses.",
        zh: "与原始文献核对两处, 或注明来自不同分析。"),
      cards: [first, second])
  }

  public static let explanation = Explanation(
    english: .init(
      what:
        "The same result (trial, endpoint, measure, data cut, population) has one figure in the text and another in a table, or one in the "
        + "abstract and another in the text.",
      why:
        "One of the two is wrong, and readers quote whichever they meet first. Figures that agree after rounding are one result: 0.534 in "
        + "the text and 0.53 in the table.",
      example: "Text: HR 0.64 (P = 0.012); table: 0.46 (0.32 to 0.66). [0.635, 0.645] and [0.455, 0.465] share no value.",
      remedy: "Look the result up in the source and correct the wrong place.",
      limits:
        "Interim and updated analyses, subgroups and different follow-up are different results and are left alone where the document says "
        + "so; a data cut that is named far away from the figure may be missed."),
    chinese: .init(
      what: "同一结果(试验、终点、指标、数据截点、人群)在正文与表格中, 或摘要与正文中, 数值不一致。",
      why: "二者必有一错, 而读者会引用先看到的那个。舍入后一致的视为同一结果, 如正文 0.534 与表中 0.53。",
      example: "正文: HR 0.64 (P = 0.012); 表: 0.46 (0.32~0.66)。[0.635, 0.645] 与 [0.455, 0.465] 无共同值。",
      remedy: "与原始文献核对, 更正错误之处。",
      limits: "期中与更新分析、亚组、不同随访时间属于不同结果, 文中注明者不作比较; 若数据截点写在远处, 可能被遗漏。"))
}
