import Literature
import TextAnalysis

/// A statement in words that every entry of the ledger denies that it may be of.
struct DeniedTelling: Sendable {
  enum Kind: Sendable { case verdict(isSome: Bool), direction }

  var kind: Kind
  var passage: Int
  /// Tokens.
  var piece: Range<Int>
  /// One of those that deny it.
  var entry: LedgerEntry

  var isVerdict: Bool {
    if case .verdict = kind { return true }
    return false
  }

  private static let labels = PhraseSet(
    ["significance", "significant", "significantly", "superiority", "endpoint", "end point", "hypothesis", "associated"],
    ["统计学意义", "显著", "优效", "终点", "假设", "相关", "关联"])

  /// Whether it is a label on a result rather than a statement beside others.
  func isLabel(in context: CheckContext) -> Bool {
    Part(of: context.extract.passages[passage]).isAbstract || isOfResults(in: context)
      || Self.labels.occurs(in: context.lexed[passage], piece)
  }

  func isOfResults(in context: CheckContext) -> Bool {
    let name = context.sectionName(of: passage)
    return !["discussion", "conclusion", "讨论", "结论", "小结"].contains { name.contains($0) }
  }

  /// A remark: on manuscripts that nobody had read half of what the ledger alone tells is wrong.
  func finding<R: Rule>(of rule: R, in context: CheckContext) -> Finding {
    let (flow, text) = (context.extract.passages[passage].flow, context.lexed[passage])
    let bytes = text.tokens[piece.lowerBound].start..<text.tokens[piece.upperBound - 1].end
    let words = text.string(bytes)
    let name = entry.name.isEmpty ? "" : " (\(entry.name))"
    return context.finding(
      of: rule, at: flow.span(of: bytes), severity: .info, message(words, entry.figure + name),
      related: [context.related(entry.span, Wording("The figures.", zh: "相应数字。"))],
      help: Wording("Correct the sentence or the figures, or say which outcome it rests on.", zh: "更正措辞或数字, 或注明所据的终点。"))
  }

  private func message(_ words: String, _ figures: String) -> Wording {
    switch kind {
    case .direction:
      Wording(
        "“\(words)”: but the document prints \(figures), which goes the other way.", zh: "“\(words)”: 而文中为 \(figures), 方向相反。")
    case .verdict(let isSome):
      isSome
        ? Wording(
          "“\(words)” tells of an effect, but the document prints \(figures), which is not significant.",
          zh: "“\(words)”称有效应, 而文中为 \(figures), 无统计学意义。")
        : Wording(
          "“\(words)” tells of no effect, but the document prints \(figures), which is significant.",
          zh: "“\(words)”称无效应, 而文中为 \(figures), 有统计学意义。")
    }
  }
}
