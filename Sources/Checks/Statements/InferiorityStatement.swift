import Literature
import TextAnalysis

/// What a clause says of one treatment as against another of its study: inferior, or not inferior.
struct InferiorityStatement: Hashable, Sendable {
  var isInferior: Bool
  var passage: Int
  /// Bytes of the passage's flow.
  var range: Range<Int>
  /// Indices into `Extract.trials`.
  var trials: [Int]

  struct Opposites: Hashable, Sendable {
    /// Whether it stands in the abstract: a label on the study.
    var isLabel: Bool
    var odd: InferiorityStatement
    var usual: InferiorityStatement
  }

  /// Of all statements on one study the odd one out calls a treatment inferior that the others call not inferior. O(statements²).
  static func opposites(in context: CheckContext) -> [Opposites] { context.once(Self.self) { odd(in: context) } }

  private static func odd(in context: CheckContext) -> [Opposites] {
    let all = all(in: context)
    return all.filter(\.isInferior).compactMap { odd in
      let same = all.filter { areOfOneStudy($0, odd, in: context) }
      let usual = same.filter { !$0.isInferior }
      guard let first = usual.first, usual.count >= same.count(where: \.isInferior) else { return nil }
      return Opposites(isLabel: Part(of: context.extract.passages[odd.passage]).isAbstract, odd: odd, usual: first)
    }
  }

  private static func areOfOneStudy(
    _ left: InferiorityStatement, _ right: InferiorityStatement, in context: CheckContext
  ) -> Bool {
    guard context.tellsOfOthers else {
      return left.trials.isEmpty || right.trials.isEmpty || !Set(left.trials).isDisjoint(with: right.trials)
    }
    return left.trials.count == 1 && left.trials == right.trials
  }

  /// Plans, definitions and tests say nothing yet.
  private static let otherwise = PhraseSet(
    [
      "whether", "if", "would", "could", "may", "might", "hypothesis", "hypothesised", "hypothesized", "margin", "margins",
      "test", "tested",
      "testing", "assumed", "powered", "power", "defined", "designed", "aim", "aimed", "objective", "planned", "sought",
      "criterion", "vena",
      "wall", "subgroup", "subgroups", "not shown", "not met", "not established", "not demonstrated", "failed", "neither",
    ],
    [
      "是否", "若", "假设", "界值", "检验", "旨在", "拟", "定义", "预设", "可能", "设计", "亚组", "未达", "未能", "不能", "尚不", "未证实", "不成立", "目的", "探讨",
      "评价",
    ])
  private static let unread = ["method", "introduction", "background", "方法", "引言", "前言", "背景", "资料"]

  /// In document order. O(tokens).
  static func all(in context: CheckContext) -> [InferiorityStatement] {
    let cited = Set(context.extract.citations.map(\.passage))
    return context.extract.passages.indices.flatMap { passage -> [InferiorityStatement] in
      let text = context.lexed[passage]
      let name = context.sectionName(of: passage)
      guard context.extract.passages[passage].kind == .sentence, context.tellsOfOthers || !cited.contains(passage),
        !unread.contains(where: name.contains)
      else { return [] }
      let stated = Clauses.all(in: text).flatMap { Pieces.atCommas(in: text, $0) }.compactMap { clause -> InferiorityStatement? in
        guard !otherwise.occurs(in: text, clause), let (isInferior, range) = said(text, clause) else { return nil }
        return InferiorityStatement(
          isInferior: isInferior, passage: passage, range: range, trials: context.trialPassages[passage])
      }
      guard stated.isEmpty, !VerdictStatement.tellsPlans(text), let claim = NonInferiorityClaim(text), let last = text.tokens.last
      else {
        return stated
      }
      // What was not shown is as good as inferior beside what was.
      let start = claim == .shown ? 0 : NonInferiorityClaim.place(in: text) ?? 0
      return [
        InferiorityStatement(
          isInferior: claim == .notShown, passage: passage, range: start..<last.end, trials: context.trialPassages[passage])
      ]
    }
  }

  private static let chinese = PhraseSet([], ["劣于", "非劣效成立", "达到非劣效", "证实非劣效", "具有非劣效", "非劣于"])
  private static let notWorse: [String] = ["不", "未", "非"]

  /// "Was inferior to", "not inferior to", 不劣于.
  private static func said(_ text: LexedText, _ clause: Range<Int>) -> (Bool, Range<Int>)? {
    for index in clause {
      if text.isWord(index, "noninferior") { return (false, text.tokens[index].range) }
      if text.isWord(index, "inferior") {
        let isNon = text.isSymbol(index - 1, "-") && text.isWord(index - 2, "non") || text.isWord(index - 1, "non")
        if isNon {
          return Negation.occurs(in: text, clause) ? nil : (false, text.tokens[index - 1].start..<text.tokens[index].end)
        }
        guard text.isWord(index + 1, "to") else { continue }
        return (!Negation.occurs(in: text, clause), text.tokens[index].start..<text.tokens[index + 1].end)
      }
    }
    guard let range = chinese.first(in: text, clause) else { return nil }
    guard text.string(range) == "劣于" else { return (false, range) }
    let before = text.string(text.utf8[..<range.lowerBound].suffix(3).indices)
    return (!notWorse.contains(before), range)
  }
}
