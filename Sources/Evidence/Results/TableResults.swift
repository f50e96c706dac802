import Literature
import TextAnalysis

/// Reads the tables of a document. What patients were like at the start becomes cards of the time point `baseline`; tables of predictors,
/// regressions are read factor by factor; schedules and the like are set aside (`TableKind`).
struct TableResults {
  private let input: EvidenceInput
  private let binder: TrialBinder
  private let profiles: TrialProfiles
  private let passages: [Int: [Int: Int]]

  /// By index of the table; nil for one that is no grid of labels and figures.
  private let frames: [TableFrame?]
  private let arms: ArmNames

  init(input: EvidenceInput, binder: TrialBinder, profiles: TrialProfiles) {
    self.input = input
    self.binder = binder
    self.profiles = profiles
    var byTable: [Int: [Int: Int]] = [:]
    for (index, passage) in input.passages.enumerated() {
      if let row = passage.tableRow { byTable[row.table, default: [:]][row.row] = index }
    }
    passages = byTable
    frames = input.article.tables.map { TableFrame($0) }
    arms = ArmNames(frames.compactMap { $0 })
  }

  /// The cards of one table, row by row.
  func cards(ofTable index: Int) -> [ResultCard] {
    guard let table = ResultTable(input.article.tables[index], index: index, caption: caption(of: index)) else { return [] }
    let maker = TableCards(input: input, binder: binder, profiles: profiles, passages: passages[index] ?? [:])
    let trial = captionTrial(of: index) ?? binder.ownTrial
    switch TableKind(table) {
    case .predictors:
      let found = estimates(index, maker, trial)
      guard found.isEmpty, let frame = frames[index] else { return found }
      let matrix = CorrelationMatrix(frame: frame, maker: maker, caption: printedCaption(of: index), trial: trial).cards()
      return matrix.isEmpty && factTable(index, maker, trial, isBaseline: false)?.comparesArms == true
        ? facts(index, maker, trial, isBaseline: false) : matrix
    case .other: return []
    case .baseline:
      // "Interactions between participant characteristics and treatment": coefficients are no baseline.
      if isModel(index) {
        let model = estimates(index, maker, trial)
        if !model.isEmpty { return model }
      }
      let found = facts(index, maker, trial, isBaseline: true)
      return found.isEmpty && (table.roles.contains(where: \.isRatio) || hasEstimates(index))
        ? estimates(index, maker, trial) : found
    case .subgroups:
      // "Primary outcome and subgroups" may be a table of the arms.
      let found = SubgroupTable(table: table, maker: maker, trial: trial).cards()
      if !found.isEmpty { return found }
    case .results: break
    }
    let ofStudies = studies(index, maker)
    guard ofStudies.isEmpty else { return ofStudies }
    if namesTrials(table, maker) {
      // What looks like the name of a trial may be that of a test; then the rows are no trials.
      let rows = TrialRowTable(table: table, maker: maker).cards()
      guard rows.isEmpty else { return rows }
    }
    if let frame = frames[index],
      let changes = ChangeRows(frame: frame, maker: maker, arms: arms, caption: printedCaption(of: index), trial: trial).cards()
    {
      return changes
    }
    let found = facts(index, maker, trial, isBaseline: false)
    let tests =
      frames[index].flatMap { frame in
        factTable(index, maker, trial, isBaseline: false).map { TestColumns(frame: frame, maker: maker, trial: trial).cards($0) }
      } ?? []
    if isModel(index) {
      // What a model estimates is no value of an arm, though its terms be named like arms.
      let model = estimates(index, maker, trial)
      let values = found.filter { $0.measure != "value" && !CardUnion.tells(model, $0) }
      return CardUnion.of(CardUnion.of(model, values), tests)
    }
    return CardUnion.of(found.isEmpty || !isCompared(index) ? CardUnion.of(estimates(index, maker, trial), found) : found, tests)
  }

  /// The counts of each study's arms and what they give, from a table like a forest plot; none where fewer than two rows print counts of two arms.
  private func studies(_ index: Int, _ maker: TableCards) -> [ResultCard] {
    guard let rows = StudyRows(input, table: index, caption: printedCaption(of: index)), let frame = frames[index] else {
      return []
    }
    let table = FactTable(
      frame: frame, maker: maker, arms: arms, caption: printedCaption(of: index), notes: notes(of: index), trial: nil,
      isBaseline: false,
      studies: rows)
    let named = frame.rows.count { row in
      guard let label = row.labels.last?.printed else { return false }
      return StudyRows.isStudy(label) || StudyRows.mayBeName(label) && maker.trial(inRow: row.number) != nil
    }
    guard table.comparesArms, named * 2 >= frame.rows.count else { return [] }
    var cards = table.cards()
    guard cards.count(where: { $0.armValues.count == 2 && ["count", "rate"].contains($0.measure) }) >= 2 else { return [] }
    // What studies give together is no sum of their counts.
    cards.removeAll { !$0.armValues.isEmpty && $0.population.map(StudyRows.isPooled) ?? true && $0.trial == nil }
    for place in cards.indices where cards[place].trial != nil || cards[place].population.map(StudyRows.isPooled) ?? false {
      cards[place].population = nil
    }
    return cards
  }

  /// Whether a table prints coefficients, or figures that only its caption names as estimates.
  private func isModel(_ index: Int) -> Bool {
    guard let frame = frames[index] else { return false }
    let roles = frame.headers.flatMap { EstimateColumns($0).roles }
    if roles.contains(.estimate("beta")) || EstimateNames.isOfVariance(frame) { return true }
    return !hasEstimates(index) && CaptionMeasure(printedCaption(of: index)).isNamed
  }

  /// Whether a heading names estimates.
  private func hasEstimates(_ index: Int) -> Bool {
    frames[index]?.headers.contains { EstimateColumns($0).roles.contains { if case .estimate = $0 { true } else { false } } }
      ?? false
  }

  private func estimates(_ index: Int, _ maker: TableCards, _ trial: Int?) -> [ResultCard] {
    frames[index].map {
      EstimateTable(frame: $0, maker: maker, caption: printedCaption(of: index), notes: notes(of: index), trial: trial).cards()
    } ?? []
  }

  /// Whether columns or rows of a table are arms.
  private func isCompared(_ index: Int) -> Bool {
    guard let frame = frames[index] else { return false }
    let labels = frame.firstHeader.flatMap { $0 } + frame.rows.flatMap(\.labels)
    return labels.contains { arms.isArm($0) }
  }

  private func facts(_ index: Int, _ maker: TableCards, _ trial: Int?, isBaseline: Bool) -> [ResultCard] {
    factTable(index, maker, trial, isBaseline: isBaseline)?.cards() ?? []
  }

  private func factTable(_ index: Int, _ maker: TableCards, _ trial: Int?, isBaseline: Bool) -> FactTable? {
    frames[index].map {
      FactTable(
        frame: $0, maker: maker, arms: arms, caption: printedCaption(of: index), notes: notes(of: index), trial: trial,
        isBaseline: isBaseline)
    }
  }

  private func caption(of index: Int) -> String { printedCaption(of: index).lowercased() }

  private func printedCaption(of index: Int) -> String {
    input.article.blocks.filter { $0.table == index && $0.kind == .caption }.map(\.flow.string).joined(separator: " ")
  }

  private func notes(of index: Int) -> String {
    input.article.blocks.filter { $0.table == index && $0.kind == .note }.map(\.flow.string).joined(separator: " ")
  }

  /// The only trial that the caption names.
  private func captionTrial(of index: Int) -> Int? {
    let captions = input.passages.indices.filter { passage in
      input.passages[passage].kind == .caption
        && input.passages[passage].block.map { input.article.blocks[$0].table == index } == true
    }
    let named = Set(captions.flatMap { binder.mentions(in: $0).map(\.trial) })
    return named.count == 1 ? named.first : nil
  }

  /// Whether two rows or more name trials of their own.
  private func namesTrials(_ table: ResultTable, _ maker: TableCards) -> Bool {
    let named = Set(table.rows.compactMap { maker.trial(inRow: $0.number) })
    return named.count >= 2 || (named.count == 1 && table.column(.study) == 0)
  }
}
