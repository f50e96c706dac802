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
      var endpoint: String
    }
    var order: [Subject] = []
    var bySubject: [Subject: [TrialStatement]] = [:]
    for statement in TrialStatement.all(in: context) {
      let subject = Subject(trial: statement.trial, endpoint: statement.endpoint)
      if bySubject[subject] == nil { order.append(subject) }
      bySubject[subject, default: []].append(statement)
    }
    return order.compactMap { subject in
      guard let statements = bySubject[subject], let first = statements.first,
        let other = statements.first(where: { $0.sense != first.sense && $0.passage != first.passage })
      else { return nil }
      let agreeing = statements.count { $0.sense == first.sense }
      return 2 * agreeing >= statements.count ? finding(other, first, in: context) : finding(first, other, in: context)
    }.sorted { $0.span.start < $1.span.start }
  }

  private func finding(_ odd: TrialStatement, _ usual: TrialStatement, in context: CheckContext) -> Finding {
    let span = { (statement: TrialStatement) in context.extract.passages[statement.passage].flow.span(of: statement.range) }
    let sense = odd.sense == .better ? "better with the treatment" : "not better with the treatment"
    return context.finding(
      of: self, at: span(odd),
      Wording(
        "\(odd.endpoint) of \(context.extract.trials[odd.trial].name) is \(sense) here; another sentence says the opposite.",
        zh:
          "此处称 \(context.extract.trials[odd.trial].name) 的 \(odd.endpoint) \(odd.sense == .better ? "因治疗而改善" : "未因治疗而改善"), 另一句相反。"
      ),
      related: [context.related(span(usual), Wording("The other sentence.", zh: "另一句。"))],
      help: Wording(
        "Correct one of the two; if they speak of different analyses or patients, say so.", zh: "改正其一; 若所指分析或人群不同, 应写明。"))
  }

  public static let explanation = Explanation(
    english: .init(
      what: "One sentence says that a trial's endpoint was better with the treatment, another that it was not.",
      why: "Both cannot be so. Abstracts and conclusions drift from the results most of all.",
      example: "Results: \"In ALDER-1, RFS was not improved.\" Conclusions: \"ALDER-1 showed that alderib prolonged RFS.\"",
      remedy: "Hold both against the figures; correct one, or name the analysis or the subgroup that it speaks of.",
      limits:
        "Only sentences that name one trial, and clauses with one endpoint, are read. Sentences on interim, early, updated or final "
        + "analyses, on follow-up and subgroups, and hedged ones are left alone."),
    chinese: .init(
      what: "一句称某试验某终点因治疗而改善, 另一句称没有改善。",
      why: "二者不可能同时成立, 而摘要和结论最容易与结果脱节。",
      example: "结果: \"ALDER-1 研究 RFS 未改善\"; 结论: \"ALDER-1 研究证实其延长了 RFS\"。",
      remedy: "与数据核对, 改正其一; 若所指分析或人群不同, 应写明。",
      limits: "只读取仅提及一项试验的句子和仅含一个终点的分句。涉及期中、早期、更新、最终分析, 随访, 亚组以及带有推测语气的句子不作判断。"))
}
