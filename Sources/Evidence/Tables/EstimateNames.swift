import Literature

/// What the estimates of a table are of: rows may be factors of an outcome that the caption, the columns or a heading above them names, or outcomes themselves.
struct EstimateNames {
  private let target: EstimateTarget
  private let factors: RowFactors
  private let caption: String
  /// Whether rows are terms of a model: one of them is its constant, or two are what people are.
  private let areTerms: Bool
  /// Whether the heading of the rows names them outcomes.
  private let headsOutcomes: Bool
  /// Headings of columns, none of them a statistic or the name of a model, that differ: the outcomes of factors.
  private let columnOutcomes: Set<String>

  /// O(labels).
  init(frame: TableFrame, caption: String) {
    let accuracy = frame.firstHeader.count { labels in
      EstimateTable.measure(of: labels).map { DiagnosticReader.measures.contains($0) } ?? false
    }
    target = EstimateTarget(caption: caption, isAccuracy: accuracy >= 2)
    factors = RowFactors(frame)
    self.caption = caption
    let rows = frame.rows.compactMap { $0.labels.last?.printed }
    headsOutcomes = Self.headsOutcomes(frame)
    areTerms =
      Self.isOfVariance(frame) || rows.contains(where: Self.isConstant)
      || Set(frame.rows.flatMap(\.labels).compactMap(Self.trait)).count >= 2
    let columns = frame.firstHeader.indices.dropFirst(frame.stubCount).filter { column in
      frame.rows.contains { $0.cells[column].map(CellText.isData) ?? false }
    }
    let names = columns.flatMap { frame.firstHeader[$0] }.filter(Self.mayBeOutcome).map(\.rest)
    columnOutcomes = Set(names).count >= 2 ? Set(names) : []
  }

  /// Whether rows are factors and no outcomes.
  var areFactors: Bool { !headsOutcomes && (target.isOfRows || areTerms) }

  /// Whether the heading of the stub says that the rows are outcomes: "Outcome measure", "Dependent variable".
  private static func headsOutcomes(_ frame: TableFrame) -> Bool {
    let words = frame.firstHeader[..<frame.stubCount].compactMap(\.last).flatMap(\.printed.letterWords)
    let names = words.contains { ["outcome", "outcomes", "endpoint", "endpoints", "dependent"].contains($0) }
    return names
      && !words.contains {
        ["predictor", "predictors", "variable", "variables", "factor", "factors", "independent"].contains($0)
      }
  }

  /// Whether columns are those of an analysis of variance: "Sum of squares | df | Mean square | F".
  static func isOfVariance(_ frame: TableFrame) -> Bool {
    frame.firstHeader.contains { labels in
      guard let words = labels.last?.printed.letterWords else { return false }
      return words.contains("mean") && words.contains("square") || words.contains("squares") && words.contains("sum")
    }
  }

  private static func isConstant(_ label: String) -> Bool {
    label.letterWords.contains { ["intercept", "constant"].contains($0) } && label.letterWords.count <= 3
  }

  /// Whether a heading of rows parts people or analyses and names no outcome: "(b) Inclusive condition: all participants".
  private static func saysWhom(_ heading: String) -> Bool {
    heading.letterWords.contains {
      [
        "condition", "conditions", "participants", "patients", "analysis", "model", "step", "panel", "population", "completers",
        "sample",
        "group", "men", "women", "boys", "girls", "subjects", "children", "adults", "cohort",
      ].contains($0)
    }
  }

  /// What people are, that a row names: "Age (per year)", "Female sex"; "Age group: under 5" parts them.
  private static func trait(_ label: LabelReading) -> Word? {
    let words = label.printed.letterWords.prefix(2)
    guard label.time == nil || words.first == "age", !words.contains("group"), !words.contains("groups") else { return nil }
    return words.first { ["age", "sex", "gender", "bmi", "education", "ethnicity", "race", "年龄", "性别"].contains($0) }
  }

  private static func mayBeOutcome(_ label: LabelReading) -> Bool {
    guard label.statistic == nil, label.total == nil, label.rest.contains(where: { $0.isLetter || $0.isNumber }), !label.isChange
    else {
      return false
    }
    let words = label.rest.letterWords
    return words.isEmpty || !words.contains(where: models.contains)
  }

  private static let models: Words = [
    "model", "models", "univariate", "univariable", "multivariate", "multivariable", "adjusted", "unadjusted", "crude", "step",
    "analysis",
    "analyses", "regression", "coefficient", "coefficients", "estimate", "estimates", "ratio", "ratios", "total", "all",
    "overall", "effect",
    "effects", "n", "no",
  ]

  /// "Drug group vs control group" compares arms; "male vs female" is a factor.
  private static func isGroup(_ name: String) -> Bool {
    ArmNames.isControl(name) || name.letterWords.contains { ["group", "arm"].contains($0) } || name.hasSuffix("组")
  }

  /// Names a card of a row under the labels of its column.
  func name(_ card: inout ResultCard, _ row: TableFrame.Row, _ header: [LabelReading]) {
    let own = row.labels.map(\.rest).filter { !$0.isEmpty }
    let label = (own.isEmpty ? row.labels.map(\.printed) : own).joined(separator: ": ")
    let times = (row.labels + header).compactMap(\.time)
    if !times.isEmpty { (card.details.time, card.details.horizon) = (times.joined(separator: " "), times.joined(separator: " ")) }
    let (endpoint, factor) = names(of: row)
    let ofColumn = header.filter { columnOutcomes.contains($0.rest) && Self.mayBeOutcome($0) }.map(\.rest)
    if factor != nil || areFactors {
      let isTold = endpoint != nil && !(endpoint == ofCaption && !ofColumn.isEmpty)
      (card.endpoint, card.arm) = (isTold ? endpoint : ofColumn.last ?? endpoint, factor ?? label)
      if isTold, let column = ofColumn.last { card.population = column }
      if let sides = own.last.flatMap({ RowComparison.sides(of: $0) }), Self.isGroup(sides.arm) || Self.isGroup(sides.comparator)
      {
        (card.arm, card.comparator) = sides
      }
      return
    }
    guard let last = own.last else {
      // Rows that are times only: the column says of what.
      (card.endpoint, card.details.endpointPrinted) = (ofColumn.last ?? CaptionSubject.outcome(of: caption), ofColumn.last)
      return
    }
    if !ofColumn.isEmpty { card.population = ofColumn.joined(separator: ": ") }
    if let sides = RowComparison.sides(of: last) {
      (card.arm, card.comparator) = sides
      card.endpoint = own.dropLast().last ?? CaptionSubject.outcome(of: caption)
      return
    }
    card.endpoint = FactTable.lexiconName(last) ?? last
    card.details.endpointPrinted = label
  }

  /// What a caption says of a model whose terms the rows are: what its bracket names, or its words.
  private var ofCaption: String? { CaptionSubject.outcome(of: caption) }

  /// The outcome of a row and its factor; no factor where the row is an outcome.
  func names(of row: TableFrame.Row) -> (endpoint: String?, factor: String?) {
    let labels = row.labels.filter { !$0.printed.isEmpty }
    guard let last = labels.last else { return (target.endpoint, nil) }
    let outer = labels.dropLast()
    // "Dependent variable: depression" over the terms of its model.
    if let named = outer.lazy.compactMap({ CaptionSubject.dependent(in: $0.printed) }).last {
      return (named, last.rest.isEmpty ? last.printed : last.rest)
    }
    let factor = last.rest.isEmpty ? last.printed : last.rest
    if let heading = outer.last, !factors.areTimes, factors.areInner, factors.levels.contains(last.printed),
      !headsOutcomes, !target.isOfRows || areTerms && target.endpoint == nil, !Self.saysWhom(heading.printed)
    {
      return (heading.rest.isEmpty ? heading.printed : heading.rest, factor)
    }
    // "Hypothesis" and "Error" under the name of a term.
    let named = labels.filter { !["hypothesis", "error"].contains($0.printed.lowercased()) || labels.count == 1 }
    let label = named.map { $0.rest.isEmpty ? $0.printed : $0.rest }.joined(separator: ": ")
    if headsOutcomes { return (nil, nil) }
    return areFactors ? (target.endpoint ?? (areTerms ? ofCaption : nil), label) : (target.endpoint, nil)
  }
}
