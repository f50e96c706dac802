import Literature
import TextAnalysis

/// N121: a word of rise or fall beside two figures that go the other way.
public struct ChangeWording: Rule {
  public static let code = "N121"
  public static let name = "direction-wording"
  public static let severity = Finding.Severity.error
  public init() {}

  public func findings(in context: CheckContext) -> [Finding] {
    context.extract.passages.indices.flatMap { index -> [Finding] in
      let passage = context.extract.passages[index]
      guard passage.kind != .reference else { return [] }
      return DescribedChange.all(in: context.lexed[index]).filter(\.isContradicted).map { change in
        context.finding(
          of: self, at: passage.flow.span(of: change.range),
          Wording(
            "The text says “\(change.word)”, but \(change.second.text) is \(change.rises ? "less" : "more") than \(change.first.text).",
            zh: "文中写“\(change.word)”, 但 \(change.second.text) \(change.rises ? "小" : "大")于 \(change.first.text)。"),
          related: [context.related(passage.flow.span(of: change.wordRange), Wording("The word.", zh: "该词。"))],
          help: Wording("Exchange the two figures, or the word; look for a wrong digit.", zh: "调换两个数字或修改用词; 检查有无错位。"),
          cards: cards(change, index, in: context))
      }
    } + ofRows(in: context)
  }

  private func ofRows(in context: CheckContext) -> [Finding] {
    RowChange.all(in: context).map { change in
      context.finding(
        of: self, at: context.extract.passages[change.passage].flow.span(of: change.range),
        Wording(
          "The text says “\(change.word)” by \(change.amount.printed), but the row “\(change.row.name)” of the table has it the other way.",
          zh: "文中写“\(change.word)” \(change.amount.printed), 但表中“\(change.row.name)”一行方向相反。"),
        related: [context.related(change.row.span, Wording("The row.", zh: "该行。"))],
        help: Wording("Correct the word or the figures of the row.", zh: "更正用词或表中数字。"))
    }
  }

  private func cards(_ change: DescribedChange, _ passage: Int, in context: CheckContext) -> [Int] {
    let span = context.extract.passages[passage].flow.span(of: change.range)
    return (context.cardsByPassage[passage] ?? []).filter { context.results[$0].span.overlaps(span) }
  }

  public static let explanation = Explanation(
    english: .init(
      what:
        "\"Increased from A to B\" where B is less than A, \"reduced from A to B\" where B is more; the same for \"prolonged\", "
        + "\"shortened\", \"rose\", \"fell\" and their like, and for \"B, up from A\", \"climbed to B from A\" and \"A at baseline, had fallen to B\". So does a change or difference by an amount that the row of the table it names has with the other sign.",
      why: "Word and figures say opposite things, so one of them is wrong: two figures were exchanged, or a digit.",
      example: "\"Median survival was prolonged from 15.5 to 12.7 months\": 12.7 is less than 15.5.",
      remedy: "Look up both figures; exchange them or the word.",
      limits:
        "Only figures with the same unit behind \"from … to …\" are read, and only the nearest word before them. \"Improved\" is judged "
        + "for times and shares, and for scores of which the sentence says whether higher or lower is better."),
    chinese: .init(
      what: "\"从 A 提高到 B\"而 B 小于 A, 或\"从 A 降至 B\"而 B 大于 A; \"延长\"\"缩短\"等词相同, \"基线为 A, 某时升至 B\"亦同; 所述变化或组间差值与所指表中一行方向相反亦然。",
      why: "文字与数字方向相反, 必有一错: 两个数字颠倒, 或某位数字有误。",
      example: "\"中位生存期从 15.5 个月延长到 12.7 个月\": 12.7 小于 15.5。",
      remedy: "核对两个数字, 调换数字或修改用词。",
      limits: "只判断\"从……到……\"句式中单位相同的两个数字及其最近的动词。\"改善\"只用于时间和率, 评分须句中写明分高或分低为好。"))
}
