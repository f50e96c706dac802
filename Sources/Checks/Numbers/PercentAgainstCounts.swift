import Literature
import Statistics
import TextAnalysis

/// N105: a percentage that the counts beside it do not give.
public struct PercentAgainstCounts: Rule {
  public static let code = "N105"
  public static let name = "percent-against-counts"
  public static let severity = Finding.Severity.error
  public init() {}

  public func findings(in context: CheckContext) -> [Finding] {
    context.extract.passages.indices.flatMap { passage in
      CountedShare.all(in: context.lexed[passage]).compactMap { finding($0, passage: passage, in: context) }
    }
      + context.extract.article.tables.flatMap { table in
        let cells = ColumnShares(table).odd
        let known = Set(cells.map(\.span))
        return (cells + RateColumns.odd(in: table).filter { !known.contains($0.span) }).map { finding($0, in: context) }
      } + implied(in: context)
  }

  /// Shares of a total that stands elsewhere: the size of a group, in a review one of the same paragraph.
  private func implied(in context: CheckContext) -> [Finding] {
    let sizes = GroupSizes.shared(in: context)
    return context.extract.passages.indices.flatMap { passage -> [Finding] in
      let kind = context.extract.passages[passage].kind
      guard kind == .sentence || kind == .note || kind == .caption else { return [] }
      let own = CountedShare.all(in: context.lexed[passage])
      let totals = sizes.known(in: passage, of: context)
      let slips = ImpliedShare.slips(
        in: context.lexed[passage], totals: totals, nearby: nearby(passage, in: context), areOfOneTrial: !context.isReview)
      let others = unexplained(passage, in: context).filter { other in !slips.contains { $0.range.overlaps(other.range) } }
      return (slips + others).filter { slip in
        !own.contains { $0.range.overlaps(slip.range) }
      }.map { finding($0, passage: passage, in: context) }
    }
  }

  private static let sentencesBefore = 2

  /// The whole numbers of the sentences right before one, in its paragraph.
  private func nearby(_ passage: Int, in context: CheckContext) -> Set<Int> {
    let passages = context.extract.passages
    guard let block = passages[passage].block else { return [] }
    return Set(
      (max(0, passage - Self.sentencesBefore)..<passage).filter { passages[$0].block == block }.flatMap {
        PrintedCount.all(in: context.lexed[$0]).map(\.value)
      })
  }

  /// Shares of nothing that the document prints.
  private func unexplained(_ passage: Int, in context: CheckContext) -> [ImpliedShare] {
    let passages = context.extract.passages
    let isNext = passage > 0 && passages[passage].block != nil && passages[passage].block == passages[passage - 1].block
    let (counts, text, before) = (
      DocumentCounts.shared(in: context), context.lexed[passage], isNext ? context.lexed[passage - 1] : nil
    )
    guard text.tokens.contains(where: { $0.kind == .number }) else { return [] }
    return UnexplainedShare(counts: counts, text: text, before: before).all()
      + RespectiveShares(counts: counts, text: text, before: before).all()
  }

  private func finding(_ share: ImpliedShare, passage: Int, in context: CheckContext) -> Finding {
    let figures = share.figures
    let computed = NumberText.fixed(figures.computed, figures.percent.decimals)
    return context.finding(
      of: self, at: context.extract.passages[passage].flow.span(of: share.range), severity: .warning,
      Wording(
        "\(figures.count) of the \(figures.total) participants is \(computed)%, not \(figures.percent.printed)%: a slip of digits, unless the total is another.",
        zh: "\(figures.total) 例中的 \(figures.count) 例为 \(computed)%, 而非 \(figures.percent.printed)%: 除非总数另有所指, 应为数字笔误。"),
      arithmetic: .same("100 × \(figures.count) / \(figures.total) = \(computed)"),
      help: Wording("Compare count and percentage with the source, or name the total.", zh: "与原始文献核对计数和百分比, 或注明总数。"))
  }

  private func finding(_ share: ColumnShares.Share, in context: CheckContext) -> Finding {
    let figures = share.figures
    let computed = NumberText.fixed(figures.computed, max(figures.percent.decimals, 1) + 1)
    return context.finding(
      of: self, at: share.span,
      Wording(
        "\(figures.count) of \(figures.total) is \(computed)%, not \(figures.percent.printed)%.",
        zh: "总数 \(figures.total) 中的 \(figures.count) 为 \(computed)%, 而非 \(figures.percent.printed)%。"),
      arithmetic: .same("100 × \(figures.count) / \(figures.total) = \(computed)"),
      help: Wording(
        "Compare count and percentage with the source; the table's other cells fit their totals.",
        zh: "与原始文献核对计数和百分比; 表中其余各格与总数相符。"
      ))
  }

  public func reach(in context: CheckContext) -> RuleReach {
    var cards: Set<Int> = []
    var shares: [Int: [SourceSpan]] = [:]
    for (index, card) in context.results.enumerated() {
      let spans =
        shares[card.passage]
        ?? CountedShare.all(in: context.lexed[card.passage]).map {
          context.extract.passages[card.passage].flow.span(of: $0.range)
        }
      shares[card.passage] = spans
      if spans.contains(where: card.span.overlaps) { cards.insert(index) }
    }
    return RuleReach(checkable: cards, checked: cards)
  }

  private func finding(_ share: CountedShare, passage: Int, in context: CheckContext) -> Finding? {
    guard context.extract.passages[passage].kind != .reference else { return nil }
    let figures = share.figures
    guard !figures.agrees else { return nil }
    let computed = NumberText.fixed(figures.computed, max(figures.percent.decimals, 1) + 1)
    let fit = figures.countsThatFit.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)" }
    let formula = Wording.same("100 × \(figures.count) / \(figures.total) = \(computed)")
    let counts = fit.map {
      Wording(
        "\(figures.percent.printed)% of \(figures.total) would be \($0).",
        zh: "\(figures.total) 的 \(figures.percent.printed)% 应为 \($0)。")
    }
    return context.finding(
      of: self, at: context.extract.passages[passage].flow.span(of: share.range),
      severity: figures.isNearMiss ? .warning : .error,
      Wording(
        "\(figures.count) of \(figures.total) is \(computed)%, not \(figures.percent.printed)%.",
        zh: "\(figures.total) 中的 \(figures.count) 为 \(computed)%, 而非 \(figures.percent.printed)%。"),
      arithmetic: [formula, counts].compactMap { $0 }.joined(separator: "\n"),
      help: Wording(
        "Compare count, total and percentage with the source; the total may leave out missing values.",
        zh: "与原始文献核对例数、总数和百分比; 总数可能剔除了缺失值。"))
  }

  public static let explanation = Explanation(
    english: .init(
      what:
        "A percentage is printed beside a count and its total (\"24/120 (20.0%)\", \"24 of 120 patients (20%)\", \"20% (24/120)\"), or "
        + "in a table whose column heads, rows or cells give the total (\"24/120 (20.0)\"), or in columns of their own that agree in all other rows, and is not what they give.",
      why:
        "The three figures determine one another. Both rounding and cutting of digits are accepted; one unit of the last "
        + "digit off is a warning, anything else an error.",
      example: "35/120 (25.0%): 100 × 35 / 120 = 29.17; 25.0% of 120 would be 30.",
      remedy:
        "Look up which of the three is wrong. If the percentage has another total (missing values left out), print that total.",
      limits:
        "A count whose total stands elsewhere is held against all counts of the document, and reported where it is a share of none of them "
        + "and one slip of the pen makes it that of the group its company names: the whole of its list, the partner of its neighbour's group, \"of these\", "
        + "a fraction printed elsewhere. In tables the column's other cells must fit its total, and a percentage that missing values explain is left alone. Percentages that are said to be approximate (\"almost 40%\") are left alone. Weighted, adjusted or Kaplan-Meier percentages beside raw counts are right though they disagree; print them apart."
    ),
    chinese: .init(
      what: "百分比与旁边的计数和总数(如 \"24/120 (20.0%)\"、\"120 例中 24 例(20%)\", 或表头、行首或单元格给出总数的表, 或三者各为一列而其余各行皆相符的表)不符。",
      why: "三个数字互相决定。四舍五入与截断均视为正确; 末位相差一为警告, 其余为错误。",
      example: "35/120 (25.0%): 100 × 35/120 = 29.17; 120 的 25.0% 应为 30。",
      remedy: "核对三者中何者有误。若百分比以另一总数(剔除缺失)为分母, 应写明该总数。",
      limits:
        "总数在别处的计数与全文各例数核对: 与任何例数均不符, 而改正一处笔误即与同列各项之和、相邻组的对照组、\"其中\"所指例数或别处所写分数相符者才报告。加权、校正或 Kaplan-Meier 估计的百分比与原始计数不一致属正常, 宜分开书写。"
    ))
}
