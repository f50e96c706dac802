import Literature
import TextAnalysis

/// Parts that stand in other places than their whole: rows of a table, reasons behind a count, pairs behind the counts of the sentence before.
extension ArmsAgainstTotal {
  /// Those of a document. O(tokens + rows × columns).
  func apart(in context: CheckContext) -> [Finding] {
    let ofSentences = context.extract.passages.indices.compactMap { passage -> Finding? in
      guard context.extract.passages[passage].kind == .sentence else { return nil }
      return paired(passage, in: context) ?? closed(passage, in: context)
    }
    let rows = rows(in: context)
    let sums = sums(in: context).filter { sum in !rows.contains { $0.span.overlaps(sum.span) } }
    let chains = FlowChain.all(in: context).map { ofChain($0, in: context) }.filter { chain in
      !ofSentences.contains { $0.span.overlaps(chain.span) }
    }
    return ofSentences + chains + rows + sums + trials(in: context)
  }

  private func ofChain(_ odd: FlowChain.Odd, in context: CheckContext) -> Finding {
    finding(
      odd.came, Self.sum(odd.fell + [odd.left]), odd.fell.reduce(odd.left, +), odd.range, context.extract.passages[odd.passage],
      in: context)
  }

  private func closed(_ passage: Int, in context: CheckContext) -> Finding? {
    let passages = context.extract.passages
    let isNext = passage > 0 && passages[passage].block != nil && passages[passage].block == passages[passage - 1].block
    let (text, before) = (context.lexed[passage], isNext ? context.lexed[passage - 1] : nil)
    if let before, let found = Remainder(text, before: before) {
      return finding(
        found.came, Self.sum([found.fell, found.left]), found.fell + found.left, found.range, passages[passage], in: context)
    }
    if let found = StudiesDivided(text, before: before) {
      return finding(found.total, Self.sum(found.parts), found.sum, found.range, passages[passage], in: context)
    }
    return ClosedList(text, before: before, counts: .shared(in: context)).map {
      finding($0.total, Self.sum($0.parts), $0.sum, $0.range, passages[passage], in: context)
    }
  }

  /// How many sentences before the whole may stand.
  private static let nearest = 2

  private func paired(_ passage: Int, in context: CheckContext) -> Finding? {
    let passages = context.extract.passages
    for before in stride(from: passage - 1, through: max(0, passage - Self.nearest), by: -1) {
      guard let block = passages[passage].block, passages[before].block == block else { return nil }
      let shares = SharePair.all(in: context.lexed[before])
      guard shares.count < 2 else {
        return PairedParts(context.lexed[passage], totals: shares).map { found in
          let parts = found.parts.map { $0[found.odd] }
          return finding(
            found.totals[found.odd], Self.sum(parts), parts.reduce(0, +), found.range, passages[passage], in: context)
        }
      }
    }
    return nil
  }

  private func rows(in context: CheckContext) -> [Finding] {
    context.extract.article.tables.flatMap { CategoryRows($0).all() }.map { odd in
      let message = Wording(
        "The rows make \(odd.sum), not \(odd.total), as they do in the other columns.",
        zh: "各行共 \(odd.sum), 而非 \(odd.total); 其他各列相符。")
      return ofTable(odd.span, odd.parts, odd.sum, message, in: context)
    }
  }

  private func sums(in context: CheckContext) -> [Finding] {
    context.extract.article.tables.flatMap { TableSums($0).all() }.map { odd in
      let message = Wording(
        "The cells make \(odd.sum), not \(odd.total); the table's others add up.",
        zh: "各格共 \(odd.sum), 而非 \(odd.total); 表中其余各处相符。")
      return ofTable(odd.span, odd.parts, odd.sum, message, in: context)
    }
  }

  private func ofTable(
    _ span: SourceSpan, _ parts: [Int], _ sum: Int, _ message: Wording, in context: CheckContext
  ) -> Finding {
    context.finding(
      of: self, at: span, severity: .warning, message, arithmetic: .same("\(Self.sum(parts)) = \(sum)"),
      help: Wording("Compare the cells with the source.", zh: "与原始文献核对各格。"))
  }

  private func trials(in context: CheckContext) -> [Finding] {
    TrialTotals.all(in: context).map { odd in
      context.finding(
        of: self, at: context.extract.passages[odd.passage].flow.span(of: odd.range), severity: .warning,
        Wording(
          "The \(odd.sizes.count) trials of the table make \(odd.sum), not \(odd.total).",
          zh: "表中 \(odd.sizes.count) 项试验共 \(odd.sum) 例, 而非 \(odd.total) 例。"),
        arithmetic: .same("\(Self.sum(odd.sizes)) = \(odd.sum)"),
        help: Wording("Compare the total and the rows with the sources.", zh: "与原始文献核对总数与各行。"))
    }
  }
}
