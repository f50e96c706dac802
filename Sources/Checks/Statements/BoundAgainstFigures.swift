import Literature
import Statistics
import TextAnalysis

/// W701: a bound or a superlative in words against the figures of the same document.
public struct BoundAgainstFigures: Rule {
  public static let code = "W701"
  public static let name = "bound-against-figures"
  public static let severity = Finding.Severity.warning
  public init() {}

  public func findings(in context: CheckContext) -> [Finding] {
    let ofAll = boundsOfAll(in: context)
    let ofOne = StatedBound.all(in: context).map { finding($0, in: context) }
    let judged = SetStatement.judged(in: context)
    let borneOut = judged.filter(\.isBorneOut).map { context.extract.passages[$0.passage].flow.span(of: $0.bound.range) }
    let found = (ofAll + ofOne.filter { finding in !ofAll.contains { $0.span.overlaps(finding.span) } })
      .filter { finding in !borneOut.contains { $0.overlaps(finding.span) } }
    let outcomes = SharesByOutcome(context)
    let ofLedger = LedgerShares.denied(in: context).map { finding($0, in: context) }
    let shares =
      ShareStatement.denied(by: outcomes, in: context).map { finding($0, in: context) }
      + ContrastStatement.denied(by: outcomes, in: context).map { finding($0, in: context) }
      + ColumnExtreme.denied(in: context).map { finding($0, in: context) }
      + judged.compactMap { finding($0, in: context) }
      + CountedStudies.denied(in: context).map { finding($0, in: context) }
      + BracketedShare.denied(in: context).map { finding($0, in: context) }
      + ZeroRow.denied(in: context).map { finding($0, in: context) }
    return StatementPlace.kept(shares + ofLedger, in: context).reduce(into: StatementPlace.kept(found, in: context)) {
      found, one in
      if !found.contains(where: { $0.span.overlaps(one.span) }), !borneOut.contains(where: { $0.overlaps(one.span) }) {
        found.append(one)
      }
    }
  }

  private func finding(_ statement: ContrastStatement, in context: CheckContext) -> Finding {
    let flow = context.extract.passages[statement.passage].flow
    let words = flow.string(statement.contrast.range)
    guard let index = statement.card else {
      let figures = statement.beside.map(\.text).joined(separator: ", ")
      return context.finding(
        of: self, at: flow.span(of: statement.contrast.range),
        Wording("“\(words)”, but \(figures) stand beside it.", zh: "“\(words)”, 而其旁为 \(figures)。"),
        related: statement.beside.first.map { [context.related(flow.span(of: $0.range), Wording("The figures.", zh: "相应数字。"))] }
          ?? [],
        help: Wording("Correct the sentence or the figures.", zh: "更正措辞或数字。"))
    }
    let card = context.results[index]
    return context.finding(
      of: self, at: flow.span(of: statement.contrast.range),
      severity: StatementPlace.severity(statement.passage, in: context),
      Wording(
        "“\(words)”: the document prints \(CardClash.figures(card)) (\(card.endpoint ?? "this outcome")).",
        zh: "“\(words)”: 文中为 \(CardClash.figures(card, in: .chinese))(\(card.endpoint ?? "该结局"))。"),
      related: [context.related(card.span, Wording("The figures.", zh: "相应数字。"))],
      help: Wording("Correct the sentence or the figures.", zh: "更正措辞或数字。"), cards: [index])
  }

  private func finding(_ extreme: ColumnExtreme, in context: CheckContext) -> Finding {
    let flow = context.extract.passages[extreme.passage].flow
    let words = flow.string(extreme.range)
    return context.finding(
      of: self, at: flow.span(of: extreme.range), severity: StatementPlace.severity(extreme.passage, in: context),
      words == extreme.figure
        ? Wording("“\(words)”: in no column of the table is it so.", zh: "“\(words)”: 表中没有一列如此。")
        : Wording(
          "“\(words)”: one end is that of a column of the table, whose other end is \(extreme.figure).",
          zh: "“\(words)”: 一端与表中某列的端值相符, 而该列另一端为 \(extreme.figure)。"),
      related: [context.related(extreme.span, Wording("The table.", zh: "该表。"))],
      help: Wording("Correct the sentence or the figure.", zh: "更正措辞或数字。"))
  }

  private func finding(_ bracketed: BracketedShare, in context: CheckContext) -> Finding {
    let flow = context.extract.passages[bracketed.passage].flow
    let (words, figure) = (flow.string(bracketed.share.range), flow.string(bracketed.place))
    return context.finding(
      of: self, at: flow.span(of: bracketed.share.range),
      Wording("“\(words)”, but \(figure) stands behind it.", zh: "“\(words)”, 而其后为 \(figure)。"),
      related: [context.related(flow.span(of: bracketed.place), Wording("The figure.", zh: "该数字。"))],
      help: Wording("Correct the sentence or the figure.", zh: "更正措辞或数字。"))
  }

  private func finding(_ zero: ZeroRow, in context: CheckContext) -> Finding {
    let flow = context.extract.passages[zero.passage].flow
    let words = flow.string(zero.range)
    return context.finding(
      of: self, at: flow.span(of: zero.range), severity: StatementPlace.severity(zero.passage, in: context),
      Wording("“\(words)”: the table counts \(zero.figures).", zh: "“\(words)”: 表中为 \(zero.figures)。"),
      related: [context.related(zero.row, Wording("The row.", zh: "该行。"))],
      help: Wording("Correct the sentence or the table.", zh: "更正措辞或表格。"))
  }

  private func finding(_ denied: LedgerShares.Denied, in context: CheckContext) -> Finding {
    let flow = context.extract.passages[denied.passage].flow
    let words = flow.string(denied.range)
    let name = denied.entry.name.isEmpty ? "" : " (\(denied.entry.name))"
    return context.finding(
      of: self, at: flow.span(of: denied.range), severity: .info,
      Wording("“\(words)”: the document prints \(denied.figure)\(name).", zh: "“\(words)”: 文中为 \(denied.figure)\(name)。"),
      related: [context.related(denied.entry.span, Wording("The figures.", zh: "相应数字。"))],
      help: Wording("Correct the sentence or the figure.", zh: "更正措辞或数字。"))
  }

  private func finding(_ counted: CountedStudies, in context: CheckContext) -> Finding {
    let flow = context.extract.passages[counted.passage].flow
    let words = flow.string(counted.range)
    return context.finding(
      of: self, at: flow.span(of: counted.range), severity: StatementPlace.severity(counted.passage, in: context),
      Wording(
        "“\(words)”: by the table it is so of \(counted.count) of \(counted.total) studies (see \(counted.name)).",
        zh: "“\(words)”: 据表, \(counted.total) 项研究中有 \(counted.count) 项如此(见 \(counted.name))。"),
      related: [context.related(counted.table, Wording("The table.", zh: "该表。"))],
      help: Wording("Correct the sentence or the table, or say which studies are meant.", zh: "更正措辞或表格, 或写明所指的研究。"))
  }

  private func finding(_ judged: SetStatement.Judgement, in context: CheckContext) -> Finding? {
    guard let odd = judged.odd else { return nil }
    let flow = context.extract.passages[judged.passage].flow
    let words = flow.string(judged.bound.range)
    let name = odd.label.isEmpty ? "" : " (\(odd.label))"
    return context.finding(
      of: self, at: flow.span(of: judged.bound.range), severity: StatementPlace.severity(judged.passage, in: context),
      Wording("“\(words)”: the document prints \(odd.text)\(name).", zh: "“\(words)”: 文中为 \(odd.text)\(name)。"),
      related: [context.related(odd.span, Wording("The figure.", zh: "该数字。"))],
      help: Wording("Correct the sentence or the figure.", zh: "更正措辞或数字。"))
  }

  private func finding(_ statement: ShareStatement, in context: CheckContext) -> Finding {
    let flow = context.extract.passages[statement.passage].flow
    let words = flow.string(statement.share.range)
    let outcome = statement.card.flatMap { context.results[$0].endpoint }
    return context.finding(
      of: self, at: flow.span(of: statement.share.range),
      severity: StatementPlace.severity(statement.passage, in: context),
      Wording(
        "“\(words)”: the document prints \(statement.value.text)% (\(outcome ?? "this outcome")).",
        zh: "“\(words)”: 文中为 \(statement.value.text)%(\(outcome ?? "该结局"))。"),
      related: [context.related(statement.place, Wording("The figure.", zh: "该数字。"))],
      help: Wording("Correct the sentence or the figure.", zh: "更正措辞或数字。"), cards: statement.card.map { [$0] } ?? [])
  }

  /// "The median was more than two years" of one trial, against what the document prints of it.
  private func finding(_ bound: StatedBound, in context: CheckContext) -> Finding {
    let (card, figure) = (context.results[bound.card], context.results[bound.figure])
    return context.finding(
      of: self, at: card.span,
      Wording(
        "\(card.subject ?? "The result"): \(CardClash.figures(card)) here, but the document prints \(CardClash.figures(figure)).",
        zh:
          "\(card.subject ?? "该结果"): 此处为 \(CardClash.figures(card, in: .chinese)), 而文中为 \(CardClash.figures(figure, in: .chinese))。"
      ),
      related: [context.related(figure.span, Wording("The figure.", zh: "该数字。"))],
      help: Wording("Correct the sentence or the figure.", zh: "更正措辞或数字。"), cards: [bound.card, bound.figure])
  }

  private func boundsOfAll(in context: CheckContext) -> [Finding] {
    guard context.isReview else { return boundsOfReport(in: context) }
    let outcomes = Set(
      context.results.filter { $0.measure == "rate" || $0.measure == "median" }.compactMap { $0.endpoint?.lowercased() }
        .filter { $0.utf8.count >= 8 })
    return context.extract.passages.indices.flatMap { passage -> [Finding] in
      let kind = context.extract.passages[passage].kind
      guard kind == .sentence || kind == .note || kind == .caption else { return [] }
      return FigureBound.all(in: context.lexed[passage], outcomes: outcomes).compactMap { finding($0, passage, in: context) }
    }
  }

  /// "Median survival exceeded 24 months" in the report of one trial, in a sentence that cites nobody.
  private func boundsOfReport(in context: CheckContext) -> [Finding] {
    let cited = Set(context.extract.citations.map(\.passage))
    return context.extract.passages.indices.flatMap { passage -> [Finding] in
      guard context.extract.passages[passage].kind == .sentence, !cited.contains(passage),
        context.trialPassages[passage].count <= 1
      else { return [] }
      return FigureBound.all(in: context.lexed[passage]).filter { bound in
        bound.kind == .someAbove && bound.unit != "%" || bound.unit == "HR" && Self.namesSubgroups(context.lexed[passage])
      }.compactMap { finding($0, passage, in: context) }
    }
  }

  /// A value of a card, with the unit it is compared in.
  private struct Figure {
    var card: Int
    var box: RoundingInterval
    var text: String
  }

  private func finding(_ bound: FigureBound, _ passage: Int, in context: CheckContext) -> Finding? {
    let figures = figures(for: bound, passage, in: context)
    guard !mayBeOfPart(passage, figures, in: context) else { return nil }
    let low = Self.scaled(RoundingInterval(bound.low), bound.unit)
    let high = Self.scaled(RoundingInterval(bound.high), bound.unit)
    // "The median of the control arm was below a year" is of one arm, and what was below it before the trials is of none of them.
    guard bound.kind != .someBelow || subject(passage, in: context).isOfAll && !context.trialPassages[passage].isEmpty,
      let odd = Self.counterexample(bound.kind, low, high, figures)
    else { return nil }
    let flow = context.extract.passages[passage].flow
    let words = flow.string(bound.range)
    let card = context.results[odd.card]
    return context.finding(
      of: self, at: flow.span(of: bound.range),
      bound.kind == .someAbove
        ? Wording(
          "“\(words)”: the highest \(bound.endpoint ?? "ratio") that the document prints for this is \(odd.text) (\(card.trial ?? "no trial")).",
          zh: "“\(words)”: 文中与之对应的最高 \(bound.endpoint ?? "比值") 为 \(odd.text)(\(card.trial ?? "无试验名"))。")
        : Wording(
          "“\(words)”: \(card.trial ?? "a trial") has \(bound.endpoint ?? card.endpoint ?? "a ratio of") \(odd.text).",
          zh: "“\(words)”: \(card.trial ?? "某试验") 的 \(bound.endpoint ?? card.endpoint ?? "比值") 为 \(odd.text)。"),
      related: [context.related(card.span, Wording("The figure.", zh: "该数字。"))],
      help: Wording(
        "Say of which treatments, patients or trials the sentence speaks, or correct the figure.", zh: "写明句中所指的治疗、人群或试验, 或更正数字。"),
      cards: [odd.card])
  }

  private static let roles = PhraseSet(
    ["control arm", "control arms", "control group", "control groups", "experimental arm", "experimental arms", "comparator"],
    ["对照组", "试验组", "试验药组", "治疗组", "药物组"])
  private static let spokenCounts: [(word: StaticString, han: PhraseSet, count: Int)] = [
    ("two", PhraseSet([], ["两项", "两个"]), 2), ("three", PhraseSet([], ["三项", "三个"]), 3),
    ("four", PhraseSet([], ["四项", "四个"]), 4), ("five", PhraseSet([], ["五项", "五个"]), 5),
    ("six", PhraseSet([], ["六项", "六个"]), 6),
  ]

  /// Whether a sentence speaks of arms that its figures do not tell apart, or of fewer trials than they are of.
  private func mayBeOfPart(_ passage: Int, _ figures: [Figure], in context: CheckContext) -> Bool {
    let text = context.lexed[passage]
    if Self.roles.occurs(in: text), subject(passage, in: context).isOfAll { return true }
    let trials = Set(figures.compactMap { context.results[$0.card].trial }).count
    return Self.spokenCounts.contains { spoken in
      spoken.count < trials
        && (spoken.han.occurs(in: text)
          || text.tokens.indices.contains { index in
            text.isWord(index, spoken.word) && !text.isSymbol(index + 1, "-")
              && Self.studies.occurs(in: text, index + 1..<min(text.count, index + 6))
          })
    }
  }

  private static let studies = PhraseSet(["trials", "studies"])

  private func subject(_ passage: Int, in context: CheckContext) -> SubjectFilter {
    SubjectFilter(context.lexed[passage], context.lexed[passage].tokens.indices)
  }

  private static func counterexample(
    _ kind: FigureBound.Kind, _ low: RoundingInterval, _ high: RoundingInterval, _ figures: [Figure]
  ) -> Figure? {
    switch kind {
    case .allBelow: figures.first { $0.box.low > high.middle }
    case .allAbove: figures.first { $0.box.high < low.middle }
    case .greatest: figures.first { $0.box.low > high.high }
    case .least: figures.first { $0.box.high < low.low }
    case .allWithin: figures.first { $0.box.high < low.low || $0.box.low > high.high }
    case .someAbove:
      figures.allSatisfy { $0.box.high < low.middle } ? figures.max { $0.box.high < $1.box.high } : nil
    case .someBelow:
      figures.allSatisfy { $0.box.low > high.middle } ? figures.min { $0.box.low < $1.box.low } : nil
    }
  }

  /// The figures of the document for the bound's endpoint, of the treatments and trials that its sentence speaks of.
  private func figures(for bound: FigureBound, _ passage: Int, in context: CheckContext) -> [Figure] {
    let subject = subject(passage, in: context)
    let isSuperlative = bound.kind == .greatest || bound.kind == .least
    let trials = context.trialPassages[passage].map { context.extract.trials[$0].id }
    if bound.unit == "HR" { return ratios(for: bound, passage, in: context) }
    let measure = bound.unit == "%" ? "rate" : "median"
    let scope = BoundScope(passage, measure: measure, in: context).cards
    return context.results.indices.flatMap { index -> [Figure] in
      let card = context.results[index]
      // What is said of one trial is no claim about the others.
      guard card.measure == measure, card.passage != passage, let trial = card.trial,
        card.endpoint == bound.endpoint || card.endpoint?.lowercased() == bound.endpoint,
        trials.isEmpty || isSuperlative || scope != nil || trials.contains(trial),
        let unit = card.unit, (unit == "%") == (bound.unit == "%"), card.population == nil, isPlain(card.moment)
      else { return [] }
      guard scope.map({ $0.contains(index) }) ?? true else { return [] }
      return subject.values(of: card).filter { $0.value.relation == .equal }.map {
        Figure(
          card: index, box: Self.scaled(RoundingInterval($0.value), unit),
          text: $0.value.text + (unit == "%" ? "%" : " \(unit)s"))
      }
    }
  }

  private static let subgroups = PhraseSet(["subgroup", "subgroups"], ["亚组"])
  private static func namesSubgroups(_ text: LexedText) -> Bool { subgroups.occurs(in: text) }

  /// "In all subgroups the hazard ratio was below 0.75": the ratios of the same paragraph.
  private func ratiosOfParagraph(for bound: FigureBound, _ passage: Int, in context: CheckContext) -> [Figure] {
    guard let block = context.extract.passages[passage].block else { return [] }
    return context.results.indices.compactMap { index in
      let card = context.results[index]
      guard context.extract.passages[card.passage].block == block, card.passage < passage,
        bound.measure.map({ $0 == card.measure }) ?? Measure.isRatio(card.measure), let value = card.value,
        value.relation == .equal
      else { return nil }
      return Figure(card: index, box: RoundingInterval(value), text: "\(card.measure) " + value.text)
    }
  }

  /// The hazard ratios of the whole of each trial; where no endpoint is named, those that tables give.
  private func ratios(for bound: FigureBound, _ passage: Int, in context: CheckContext) -> [Figure] {
    if Self.namesSubgroups(context.lexed[passage]) { return ratiosOfParagraph(for: bound, passage, in: context) }
    return context.results.indices.compactMap { index in
      let card = context.results[index]
      guard bound.measure.map({ $0 == card.measure }) ?? Measure.isRatio(card.measure), card.passage != passage,
        card.trial != nil, card.population == nil, isPlain(card.moment),
        bound.endpoint == nil || bound.endpoint == card.endpoint, bound.endpoint != nil || card.location == .table,
        let value = card.value, value.relation == .equal
      else { return nil }
      return Figure(card: index, box: RoundingInterval(value), text: "\(card.measure) " + value.text)
    }
  }

  /// A rate after so many years is another figure than one without a time, and an interim analysis is not the last word.
  private func isPlain(_ cut: String?) -> Bool {
    guard let cut = cut?.lowercased() else { return true }
    return !cut.hasSuffix("years") && !cut.hasSuffix("year") && !["interim", "期中", "中期"].contains(where: cut.contains)
  }

  /// Times in months.
  private static func scaled(_ box: RoundingInterval, _ unit: String) -> RoundingInterval {
    unit == "year" ? box * 12 : box * TimeUnits.scale(unit)
  }

  public static let explanation = Explanation(
    english: .init(
      what:
        "A sentence sets a bound on all figures of an endpoint, of the arms under test or of a table (\"no response rate above 25 %\", \"all point "
        + "estimates lay between 0.65 and 0.88\", \"it exceeded 4 % in no group\", \"only one trial\"), gives a share of people in words (\"fewer than one "
        + "in eight died in either group\"), claims that some exceed a mark (\"more than three years\"), or calls one the highest or lowest, and the "
        + "document prints figures that say otherwise. Bounds are held against the columns and rows of the tables, the sentences on the outcome, the "
        + "bracket behind them and, where they name no outcome, the figures just before; every set that may be meant must deny them. A share or a multiple in words is held against the cell of the row and the group that the words name. A row that is called "
        + "the highest or lowest must be so in some column of the table, and the two ends of a range must be those of one column. Of how many studies something is "
        + "said (\"none of the trials lasted longer than 60 weeks\", \"only four were significant\", \"five were phase 3\") is counted in the rows of the tables of "
        + "studies; that nobody or a few had an event, in the row of that name; and a share in words is held against the figures in the bracket behind it. "
        + "A bound, a share or a multiple that takes up the figures right before it or behind its colon is held against those alone; counts there are "
        + "shares of the sizes in the heads of the tables.",
      why:
        "Sums in words are written from memory and outlive changes of the table. Figures are compared with their rounding, times in months, "
        + "and only those of the treatments that the sentence speaks of (single drugs, combinations, kinase inhibitors, checkpoint inhibitors, the arms under test).",
      example:
        "\"Combinations brought median survival to more than 3 years\", where the highest median in the document is 31 months.",
      remedy: "Reword the sentence, or say of which trials and patients it speaks.",
      limits:
        "Figures are taken whose column, row or sentence shares words with the bound; where words differ (\"neonatal unit\", \"NICU\") it is passed "
        + "over, and where a sentence speaks of fewer trials than a table has, those that keep to the bound may be the ones. Sentences on subgroups, "
        + "interim analyses, differences "
        + "and expectations are left alone; so are subgroup figures and rates after so many years, and counts of \"other\", \"these\" or further described trials. A work that is only cited may hold the figure. What would be a remark is left out of documents of more than ninety sentences."
    ),
    chinese: .init(
      what:
        "句子对某终点、各试验组或表中全部数值设限(\"缓解率均未超过 25%\"\"始终在 10 至 14 个月之间\"\"无一低于 40%\"\"仅一项\"), 或以文字给出人数比例(\"两组均不足两成\"), 或称已超过某值(\"超过 3 年\"), 或称某值最高、最低, 而文中数字与之不符。以文字给出某组某结局的比例或倍数时, 与该行该组的数值核对。称表中某行最高、最低时, 至少须有一列如此; 所述范围的两端应为同一列的两端。称若干项试验如何(\"各试验随访均不超过 60 周\"\"仅 4 项有统计学意义\")时, 按研究列表逐行计数; 称无人或少数患者发生某事件时, 与表中同名一行核对; 文字比例亦与其后括号内的数值核对。紧接在前或冒号之后的数字即为界限、比例与倍数所指, 其中的例数按表头的组例数换算。",
      why: "概括性文字常凭记忆写成, 表格改动后也未随之更新。比较时计入舍入, 时间换算为月, 且只比较句中所指的治疗(单药、联合、激酶抑制剂、免疫检查点抑制剂、试验组)。",
      example: "\"联合方案使中位生存期超过 3 年\", 而文中最高的中位数为 31 个月。",
      remedy: "修改措辞, 或写明所指的试验与人群。",
      limits:
        "所取为与该句用词相合的列、行、句及其后括号内或紧邻其前的数值, 凡可能所指者均须与之不符。用词不同者不作判断; 句中所指试验少于表中者, 视为可指其中相符者。涉及亚组、期中分析、差值、预期的句子, 以及亚组数值和若干年的率, 以及就\"其他\"\"上述\"试验所作的计数不作判断。数值也可能见于仅被引用的文献。超过九十句的文献不作提示。"
    ))
}
