import Literature
import TextAnalysis

/// N123: the sizes of the arms do not add up to the number of participants beside them.
public struct ArmsAgainstTotal: Rule {
  public static let code = "N123"
  public static let name = "arms-against-total"
  public static let severity = Finding.Severity.error
  public init() {}

  /// The size of the whole that a passage gives in words.
  private func spelledTotal(_ passage: Int, in context: CheckContext) -> Int? {
    (context.cardsByPassage[passage] ?? []).lazy.compactMap { index -> Int? in
      let card = context.results[index]
      guard card.measure == "n", card.arm == nil, let value = card.value,
        !value.printed.utf8.contains(where: { (0x30...0x39).contains($0) })
      else { return nil }
      return Int(exactly: value.value)
    }.first
  }

  public func findings(in context: CheckContext) -> [Finding] {
    let beside = ofSentences(in: context)
    return beside + apart(in: context).filter { finding in !beside.contains { $0.span.overlaps(finding.span) } }
  }

  /// Parts beside their whole.
  private func ofSentences(in context: CheckContext) -> [Finding] {
    context.extract.passages.indices.compactMap { index in
      let passage = context.extract.passages[index]
      guard passage.kind == .sentence || passage.kind == .note || passage.kind == .caption else { return nil }
      guard let allocation = Allocation(context.lexed[index], spelledTotal: spelledTotal(index, in: context)) else {
        if passage.kind == .sentence, let slip = AllocationSlip(context.lexed[index]) {
          return finding(slip, passage, in: context)
        }
        return flow(index, in: context)
          ?? PartsOfWhole(context.lexed[index]).map {
            finding(
              $0.total, $0.times > 1 ? "\($0.times) × \($0.parts[0])" : Self.sum($0.parts), $0.sum, $0.range, passage, in: context
            )
          }
      }
      guard !allocation.addsUp else { return flow(index, in: context) }
      let parts = allocation.arms.map(String.init).joined(separator: " + ")
      let isMore = allocation.sum > allocation.total
      return context.finding(
        of: self, at: passage.flow.span(of: allocation.range), severity: isMore ? .error : .warning,
        Wording(
          "The arms make \(allocation.sum) participants, \(isMore ? "more" : "fewer") than the \(allocation.total) that were allocated.",
          zh: "各组共 \(allocation.sum) 例, \(isMore ? "多" : "少")于所分配的 \(allocation.total) 例。"),
        arithmetic: .same(
          "\(parts) = \(allocation.sum); \(allocation.total) - \(allocation.sum) = \(allocation.total - allocation.sum)"),
        help: Wording(
          "Compare the sizes with the source; if some participants belong to no arm, say so.",
          zh: "与原始文献核对例数; 若有受试者不属于任何组, 应予说明。"))
    }
  }

  static func sum(_ parts: [Int]) -> String { parts.map(String.init).joined(separator: " + ") }

  private func flow(_ index: Int, in context: CheckContext) -> Finding? {
    CountFlow(context.lexed[index]).map {
      finding($0.total, Self.sum($0.parts), $0.sum, $0.range, context.extract.passages[index], in: context)
    }
  }

  func finding(
    _ total: Int, _ parts: String, _ sum: Int, _ range: Range<Int>, _ passage: Passage, in context: CheckContext
  ) -> Finding {
    context.finding(
      of: self, at: passage.flow.span(of: range), severity: .warning,
      Wording("The parts make \(sum), not \(total).", zh: "各部分共 \(sum), 而非 \(total)。"),
      arithmetic: .same("\(parts) = \(sum)"),
      help: Wording(
        "Compare the sizes with the source; if some participants belong to no arm, say so.", zh: "与原始文献核对例数; 若有受试者不属于任何组, 应予说明。"))
  }

  private func finding(_ slip: AllocationSlip, _ passage: Passage, in context: CheckContext) -> Finding {
    let sum = slip.arms.reduce(0, +)
    return context.finding(
      of: self, at: passage.flow.span(of: slip.range), severity: .warning,
      Wording(
        "The parts make \(sum), not \(slip.total); they would with \(slip.meant) for \(slip.printed), two digits exchanged.",
        zh: "各部分共 \(sum), 而非 \(slip.total); 若将 \(slip.printed) 的两位数字互换为 \(slip.meant) 则相符。"),
      arithmetic: .same("\(slip.arms.map(String.init).joined(separator: " + ")) = \(sum)"),
      help: Wording(
        "Compare the sizes with the source; if some participants belong to no arm, say so.", zh: "与原始文献核对例数; 若有受试者不属于任何组, 应予说明。"))
  }

  public static let explanation = Explanation(
    english: .init(
      what:
        "A sentence gives the number of participants who were randomised or assigned, and the size of each arm, and the sizes do not add up; or a total "
        + "and the parts behind it would add up if two digits of one of them were exchanged; or those who fell out and those who were left do not "
        + "make those who came in; or a list of reasons does not make the count before it, rows or columns of a table make all its totals but one, pairs do not "
        + "make the two counts of the sentence before, or a list that leaves nothing out (it ends with the others, parts a thing and its opposite, or is added up at once) does not make its whole, or the rows of a table of trials do not make the number of people that a sentence gives them, or a bracket right behind a count (\"207 women (106 and 103)\") or a size beside fractions in a row does not add up.",
      why: "Everybody who is allocated is in one arm. More than all is impossible (an error); fewer needs a word (a warning).",
      example: "\"812 patients were randomly assigned to alderib (n = 406) or placebo (n = 460)\": 406 + 460 = 866.",
      remedy: "Look for a wrong digit in one of the figures; say what became of the rest.",
      limits:
        "The sum may equal any count in the sentence (\"of 840 enrolled, 812 were randomised\"). Sentences that name exclusions, "
        + "analysed sets, a third arm without its size, or more than four arms are left alone; so are lists whose parts may overlap."
    ),
    chinese: .init(
      what:
        "句中给出随机(分配)的总例数和各组例数, 而各组之和与总数不符; 或总数与其后各部分只差某数两位数字互换; 或排除与剩余之和不等于最初例数; 或所列原因之和与其前例数不符, 表中各行(列)之和仅一处不符, 成对例数与前句两组例数不符, 以“其他”结尾、正反两类(男、女)或随即合计的各项之和与总数不符, 或各试验例数之和与文中总例数不符, 或例数之后括号内各数(\"207 例(106 例和 103 例)\")、表中例数与同行各分母之和不符。",
      why: "每位受试者只属于一组。各组之和大于总数不可能(错误), 小于总数需要说明(警告)。",
      example: "\"812 例患者随机分为 A 组(406 例)和安慰剂组(460 例)\": 406 + 460 = 866。",
      remedy: "核对各数字有无错位; 若有受试者不属于任何组, 应予说明。",
      limits: "各组之和等于句中任一例数即视为相符。提到排除、分析集、未给出例数的第三组, 多于四组, 或各项可重叠的句子不作判断。"))
}
