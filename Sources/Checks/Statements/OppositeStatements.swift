import Literature

/// W702: two sentences of opposite sense on one trial and endpoint.
public struct OppositeStatements: Rule {
  public static let code = "W702"
  public static let name = "opposite-statements"
  public static let severity = Finding.Severity.warning
  public init() {}

  public func findings(in context: CheckContext) -> [Finding] {
    struct Subject: Hashable {
      var trial: Int
      var endpoint: String?
    }
    var order: [Subject] = []
    var bySubject: [Subject: [TrialStatement]] = [:]
    for statement in TrialStatement.all(in: context) {
      let subject = Subject(trial: statement.trial, endpoint: statement.endpoint)
      if bySubject[subject] == nil { order.append(subject) }
      bySubject[subject, default: []].append(statement)
    }
    let ofTrials = order.compactMap { subject -> Finding? in
      guard let statements = bySubject[subject], let first = statements.first,
        let other = statements.first(where: { $0.sense != first.sense && $0.passage != first.passage })
      else { return nil }
      let agreeing = statements.count { $0.sense == first.sense }
      return 2 * agreeing >= statements.count ? finding(other, first, in: context) : finding(first, other, in: context)
    }
    let own = OutcomeStatement.opposites(in: context).map { finding($0.odd, $0.usual, in: context) }
    let compared = ComparedTreatments.opposites(in: context).map { finding($0.odd, $0.usual, in: context) }
    let opposed = OpposedVerdicts.shared(in: context).opposites().filter { !$0.isLabel }.map { $0.finding(of: self, in: context) }
    let inferior = InferiorityStatement.opposites(in: context).filter { !$0.isLabel }.map { $0.finding(of: self, in: context) }
    let sentences = (own + compared + opposed + inferior).reduce(into: ofTrials) { found, one in
      let spans = found.flatMap { [$0.span] + $0.related.map(\.span) }
      if !spans.contains(where: { $0.overlaps(one.span) }) { found.append(one) }
    }
    let level = SignificanceLevel.declared(in: context)
    let againstFigures = EffectStatement.all(in: context).filter {
      !$0.isLabel(in: context) && $0.isDenied(in: context, level: level)
    }.map {
      $0.finding(of: self, in: context)
    }.filter { one in !sentences.contains { $0.span.overlaps(one.span) || $0.related.contains { $0.span.overlaps(one.span) } } }
    let plain = OpposedVerdicts.shared(in: context).denied().filter { !$0.isLabel }.map {
      $0.finding(of: self, in: context)
    }
    .filter { one in
      !(sentences + againstFigures).contains { $0.span.overlaps(one.span) || $0.related.contains { $0.span.overlaps(one.span) } }
    }
    let known = sentences + againstFigures + plain
    let turned = DirectionElsewhere.shared(in: context).filter { !$0.isOfResults(in: context) }.map {
      $0.finding(of: self, in: context)
    }
    .filter { one in !known.contains { $0.span.overlaps(one.span) } }
    let told = LedgerStatements.shared(in: context).denied.filter {
      $0.isVerdict ? !$0.isLabel(in: context) : !$0.isOfResults(in: context)
    }.map { $0.finding(of: self, in: context) }.filter { one in !(known + turned).contains { $0.span.overlaps(one.span) } }
    return StatementPlace.kept(known + turned + told, in: context).sorted { $0.span.start < $1.span.start }
  }

  private func finding(_ odd: OutcomeStatement, _ usual: OutcomeStatement, in context: CheckContext) -> Finding {
    let flows = (context.extract.passages[odd.passage].flow, context.extract.passages[usual.passage].flow)
    let words = (flows.0.string(odd.range), flows.1.string(usual.range))
    return context.finding(
      of: self, at: flows.0.span(of: odd.range), severity: StatementPlace.severity(odd.passage, in: context),
      Wording("“\(words.0)” here, “\(words.1)” of the same outcome elsewhere.", zh: "此处为“\(words.0)”, 别处就同一结局称“\(words.1)”。"),
      related: [context.related(flows.1.span(of: usual.range), Wording("The other sentence.", zh: "另一句。"))],
      help: Wording(
        "Correct one of the two; if they speak of different analyses or patients, say so.", zh: "改正其一; 若所指分析或人群不同, 应写明。"))
  }

  private func finding(_ odd: ComparedTreatments, _ usual: ComparedTreatments, in context: CheckContext) -> Finding {
    let flows = (context.extract.passages[odd.passage].flow, context.extract.passages[usual.passage].flow)
    let words = (flows.0.string(odd.range), flows.1.string(usual.range))
    return context.finding(
      of: self, at: flows.0.span(of: odd.range),
      Wording(
        "“\(words.0)” here, “\(words.1)” of the same treatments elsewhere.", zh: "此处称“\(words.0)”, 别处就同样两种治疗称“\(words.1)”。"),
      related: [context.related(flows.1.span(of: usual.range), Wording("The other sentence.", zh: "另一句。"))],
      help: Wording("Correct one of the two, or say in what each treatment is the better one.", zh: "改正其一, 或写明各在何方面较优。"))
  }

  private func finding(_ odd: TrialStatement, _ usual: TrialStatement, in context: CheckContext) -> Finding {
    let span = { (statement: TrialStatement) in context.extract.passages[statement.passage].flow.span(of: statement.range) }
    let sense = odd.sense == .better ? "better with the treatment" : "not better with the treatment"
    return context.finding(
      of: self, at: span(odd),
      Wording(
        "\(odd.endpoint ?? "The result") of \(context.extract.trials[odd.trial].name) is \(sense) here; another sentence says the opposite.",
        zh:
          "此处称 \(context.extract.trials[odd.trial].name) 的 \(odd.endpoint ?? "结果") \(odd.sense == .better ? "因治疗而改善" : "未因治疗而改善"), 另一句相反。"
      ),
      related: [context.related(span(usual), Wording("The other sentence.", zh: "另一句。"))],
      help: Wording(
        "Correct one of the two; if they speak of different analyses or patients, say so.", zh: "改正其一; 若所指分析或人群不同, 应写明。"))
  }

  public static let explanation = Explanation(
    english: .init(
      what:
        "Two sentences on one outcome of one study say opposite things: that there was an effect and that there was none, or more here and fewer "
        + "there; or one calls a drug better and the other worse than the same second drug. Abstracts, translated abstracts, results, discussion, "
        + "conclusions and table notes are held against each other. A sentence without figures is also held against the intervals and P of its "
        + "outcome: an effect that none of them proves, none where all prove one, or an effect in the other direction; and one that says which of two groups had more, against the figures of these groups wherever they are printed. In a review a sentence is of "
        + "the trial that it names, else of the one trial of its drug or treatment. An outcome may go by another word in each place (drowsiness, "
        + "sleepiness; progression or death, PFS).",
      why: "Both cannot be so. Abstracts and conclusions drift from the results most of all.",
      example: "Results: \"In ALDER-1, RFS was not improved.\" Conclusions: \"ALDER-1 showed that alderib prolonged RFS.\"",
      remedy: "Hold both against the figures; correct one, or name the analysis or the subgroup that it speaks of.",
      limits:
        "Sentences on interim, early, updated or final analyses, on follow-up and subgroups, other times, plans, hopes and hedged ones are left alone, "
        + "and so is a sentence that some other one, or some result of its outcome, bears out. What speaks of significance itself or of an endpoint met, and what an "
        + "abstract says, is W703. In documents of more than ninety sentences nothing is remarked that is no warning."),
    chinese: .init(
      what:
        "同一研究同一结局的两句话相反: 一句称有效应, 另一句称没有; 一处称较多, 另一处称较少; 或一处称甲药优于乙药, 另一处称劣于。摘要、译文摘要、结果、讨论、结论与表注相互核对。不带数字的句子还与该结局的区间和 P 核对: 称有效应而无一证实, 称无效应而均已证实, 或方向相反; 称某组较多或较少的句子还与文中他处两组的数字核对。综述中的句子归于其所提的试验, 未提试验时归于文中该药物或疗法唯一的试验。两处可用不同名称(嗜睡与困倦; 进展或死亡与 PFS)。",
      why: "二者不可能同时成立, 而摘要和结论最容易与结果脱节。",
      example: "结果: \"ALDER-1 研究 RFS 未改善\"; 结论: \"ALDER-1 研究证实其延长了 RFS\"。",
      remedy: "与数据核对, 改正其一; 若所指分析或人群不同, 应写明。",
      limits:
        "涉及期中、早期、更新、最终分析, 随访, 亚组, 不同时点, 计划以及带有推测语气的句子不作判断; 另有一句或该结局的某个结果与之相符者亦然。直接谈统计学意义或是否达到终点的句子, 以及摘要中的说法, 属 W703。超过九十句的文献不作提示。"
    ))
}
