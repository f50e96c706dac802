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
    let results = context.results
    for index in context.cardsByPassage[passage] ?? [] where results[index].measure == "n" && results[index].arm == nil {
      if let value = results[index].value, !value.printed.utf8.contains(where: { (0x30...0x39).contains($0) }),
        let total = Int(exactly: value.value)
      {
        return total
      }
    }
    return nil
  }

  public func findings(in context: CheckContext) -> [Finding] {
    let beside = ofSentences(in: context)
    let others = beside + apart(in: context).filter { finding in !beside.contains { $0.span.overlaps(finding.span) } }
    return others + read(in: context).filter { finding in !others.contains { $0.span.overlaps(finding.span) } }
  }

  /// Wholes and parts of any grammar that one sentence, note or caption holds.
  private func read(in context: CheckContext) -> [Finding] {
    context.extract.passages.indices.flatMap { index -> [Finding] in
      let passage = context.extract.passages[index]
      guard passage.kind == .sentence || passage.kind == .note || passage.kind == .caption else { return [] }
      let passages = context.extract.passages
      let isNext = index > 0 && passage.block != nil && passage.block == passages[index - 1].block
      let reader = SumReader(context.lexed[index], before: isNext ? context.lexed[index - 1] : nil)
      return reader.broken().map { finding($0, passage, in: context) }
    }
  }

  private func finding(_ reading: SumReading, _ passage: Passage, in context: CheckContext) -> Finding {
    let parts = reading.times > 1 ? "\(reading.times) × \(reading.parts[0])" : Self.sum(reading.parts)
    // Numbers that merely stand side by side do so in a long report in more ways than words tell.
    let isRemark = reading.sign == .beside && !context.isShort
    guard let slip = reading.exchanged else {
      return finding(
        Self.message(reading.sum, reading.total), parts, reading.sum, reading.range, passage, isRemark: isRemark, in: context)
    }
    let message = Wording(
      "The parts make \(reading.sum), not \(reading.total); they would with \(slip.meant) for \(slip.printed), two digits exchanged.",
      zh: "各部分共 \(reading.sum), 而非 \(reading.total); 若将 \(slip.printed) 的两位数字互换为 \(slip.meant) 则相符。")
    return finding(message, parts, reading.sum, reading.range, passage, isRemark: isRemark, in: context)
  }

  /// Parts beside their whole.
  private func ofSentences(in context: CheckContext) -> [Finding] {
    context.extract.passages.indices.compactMap { index in
      let passage = context.extract.passages[index]
      guard passage.kind == .sentence || passage.kind == .note || passage.kind == .caption else { return nil }
      guard let allocation = Allocation(context.lexed[index], spelledTotal: spelledTotal(index, in: context)) else {
        return nil
      }
      guard !allocation.addsUp else { return nil }
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

  func finding(
    _ total: Int, _ parts: String, _ sum: Int, _ range: Range<Int>, _ passage: Passage, in context: CheckContext
  ) -> Finding {
    finding(Self.message(sum, total), parts, sum, range, passage, isRemark: !context.isShort, in: context)
  }

  private static func message(_ sum: Int, _ total: Int) -> Wording {
    Wording("The parts make \(sum), not \(total).", zh: "各部分共 \(sum), 而非 \(total)。")
  }

  private func finding(
    _ message: Wording, _ parts: String, _ sum: Int, _ range: Range<Int>, _ passage: Passage, isRemark: Bool,
    in context: CheckContext
  ) -> Finding {
    context.finding(
      of: self, at: passage.flow.span(of: range), severity: isRemark ? .info : .warning, message,
      arithmetic: .same("\(parts) = \(sum)"),
      help: Wording(
        "Compare the sizes with the source; if some participants belong to no arm, say so.", zh: "与原始文献核对例数; 若有受试者不属于任何组, 应予说明。"))
  }

  public static let explanation = Explanation(
    english: .init(
      what:
        "A whole and its parts do not add up, and a slip of digits in one of them explains it: a count and the list in the bracket behind it or behind its share, behind a "
        + "colon, \"of whom\" or \"that is\"; groups beside all who were randomised; those who came in, fell out and were left, over the sentences of a paragraph too; a list and the sum behind "
        + "it; so many in each group; a sum that is written out; rows or columns of a table that make all its totals but one; pairs that do not make the "
        + "two counts of the sentence before; parts that are a thing and its opposite; the rows of a table of trials and the number of people in the text.",
      why: "Everybody who is allocated is in one arm. More than all is impossible (an error); fewer needs a word (a warning).",
      example: "\"812 patients were randomly assigned to alderib (n = 406) or placebo (n = 460)\": 406 + 460 = 866.",
      remedy: "Look for a wrong digit in one of the figures; say what became of the rest.",
      limits:
        "Lists that any other figures of the sentence make right, parts that may overlap (events, symptoms, \"some had both\"), lists that name some of all, "
        + "and groups of which some left are left alone; a list of properties that looks like a division of all makes a finding wrong."
    ),
    chinese: .init(
      what:
        "总数与其各部分之和不符, 且可由某数的数字笔误解释: 例数与其后括号内、冒号或“其中”“分为”之后所列各数, 随机总数与各组, 最初、排除与剩余例数(亦可分述于同段各句), 所列各数与其合计, 每组例数, 写出的算式, 表中各行(列)与合计, 成对例数与前句两组例数, 正反两类(男、女)与总数, 各试验例数与文中总例数。",
      why: "每位受试者只属于一组。各组之和大于总数不可能(错误), 小于总数需要说明(警告)。",
      example: "\"812 例患者随机分为 A 组(406 例)和安慰剂组(460 例)\": 406 + 460 = 866。",
      remedy: "核对各数字有无错位; 若有受试者不属于任何组, 应予说明。",
      limits: "句中其他数字能使其相符、各部分可重叠(不良事件、症状)、仅列举一部分、有人退出的各组不作判断; 若所列为性状而非划分, 则结果不成立。"))
}
