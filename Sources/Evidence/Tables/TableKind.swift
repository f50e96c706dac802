import Literature

/// What a table is for, as far as cards are concerned.
public enum TableKind: String, Sendable, CaseIterable {
  /// Outcomes, or trials with their outcomes.
  case results
  case subgroups
  /// What the groups were like at the start: cards with `dataCut` `baseline`.
  case baseline
  /// Regression on traits: estimates that are no comparison of arms, one card for each factor.
  case predictors
  /// Schedules, doses, search strategies, judgements of bias; set aside.
  case other

  private static let otherWords: Phrases = [
    "eligibility", "inclusion", "exclusion criteria", "schedule", "abbreviations", "search strategy", "risk of bias", "dosing",
    "ingredients",
    "timeline",
    "composition", "prescription", "处方", "安排", "给药方案", "流程", "评分标准", "检索策略",
  ]
  private static let baselineWords: Phrases = [
    "baseline characteristics", "characteristics", "demographic", "demographics", "基线", "一般资料", "临床特征", "基本资料", "baseline data",
    "baseline", "on admission",
  ]
  private static let predictorWords: Phrases = [
    "univariate", "multivariate", "univariable", "multivariable", "cox", "predictors", "risk factors", "regression", "单因素", "多因素",
    "影响因素", "危险因素", "logistic", "parameter estimates", "correlation", "correlations", "相关性",
  ]
  private static let changeWords: Phrases = [
    "change", "changes", "follow-up", "after", "outcome", "outcomes", "final", "post", "变化", "治疗后",
  ]
  private static let traits: Phrases = [
    "age", "sex", "gender", "male", "female", "bmi", "race", "ethnicity", "smoking", "年龄", "性别", "男", "女", "吸烟", "ecog",
    "child-pugh",
  ]

  init(_ table: ResultTable) {
    let isOfSubgroups =
      table.caption.hasAny(["subgroup", "subgroups", "亚组"])
      || table.headers.first?.lowercased().hasAny(["subgroup", "subgroups", "亚组"]) == true
    let regresses = table.headers.contains {
      $0.lowercased().hasAny(["univariate", "multivariate", "univariable", "multivariable", "单因素", "多因素"])
    }
    if table.caption.hasAny(Self.predictorWords) || regresses {
      self = .predictors
    } else if table.caption.hasAny(Self.otherWords) {
      self = .other
    } else if table.caption.hasAny(Self.baselineWords) && !table.caption.hasAny(Self.changeWords) {
      self = .baseline
    } else if isOfSubgroups {
      self = .subgroups
    } else if Self.traitRows(table) >= 2, Self.regressesTraits(table) {
      self = .predictors
    } else {
      self = Self.traitRows(table) >= 2 || table.caption.hasAny(["characteristics"]) ? .baseline : .results
    }
  }

  /// Whether a ratio with its interval or P value stands beside the rows, and nothing of two groups.
  private static func regressesTraits(_ table: ResultTable) -> Bool {
    let isTested = table.roles.contains(.interval) || table.roles.contains(.pValue)
    let ratios = table.roles.count { role in
      if case .estimate(let measure) = role { RatioMeasure.ratios.contains(measure) || measure == "beta" } else { false }
    }
    return ratios > 0 && isTested
      && table.roles.dropFirst().allSatisfy { role in
        if case .estimate = role { true } else { role == .interval || role == .pValue }
      }
  }

  private static func traitRows(_ table: ResultTable) -> Int {
    table.rows.count { row in
      guard row.cells.dropFirst().contains(where: { $0.map { !$0.text.isEmpty } ?? false }),
        let stub = row.cells.first.flatMap({ $0 })?.text.lowercased()
      else { return false }
      return String(decoding: stub.utf8.prefix(24), as: UTF8.self).hasAny(traits)
    }
  }
}

extension TableKind {
  /// The kind of a table of an extract; nil for one without header or body, or beyond all measure.
  public init?(of extract: Extract, table index: Int) {
    let caption = extract.article.blocks.filter { $0.table == index && $0.kind == .caption }.map(\.flow.string).joined(
      separator: " ")
    guard let table = ResultTable(extract.article.tables[index], index: index, caption: caption.lowercased()) else { return nil }
    self.init(table)
  }
}
