import Literature
import TextAnalysis

/// Reads the tables of a document; a table of what patients were like at the start, or of predictors, is left out.
struct TableResults {
  private let input: EvidenceInput
  private let binder: TrialBinder
  private let profiles: TrialProfiles
  private let passages: [Int: [Int: Int]]

  private static let baseline = [
    "baseline", "characteristics", "demographic", "demographics", "基线", "一般资料", "临床特征", "基本资料", "eligibility", "inclusion",
    "schedule", "abbreviations", "search strategy", "risk of bias", "dosing", "ingredients",
  ]
  private static let predictors = [
    "univariate", "multivariate", "univariable", "multivariable", "cox", "predictors", "risk factors", "regression", "单因素", "多因素",
    "影响因素",
    "危险因素", "logistic", "correlation", "相关性",
  ]
  private static let traits = [
    "age", "sex", "gender", "male", "female", "bmi", "race", "ethnicity", "smoking", "年龄", "性别", "男", "女", "吸烟", "ecog",
    "child-pugh",
  ]

  init(input: EvidenceInput, binder: TrialBinder, profiles: TrialProfiles) {
    self.input = input
    self.binder = binder
    self.profiles = profiles
    var byTable: [Int: [Int: Int]] = [:]
    for (index, passage) in input.passages.enumerated() {
      if let row = passage.tableRow { byTable[row.table, default: [:]][row.row] = index }
    }
    passages = byTable
  }

  /// The cards of one table, row by row.
  func cards(ofTable index: Int) -> [ResultCard] {
    guard let table = ResultTable(input.article.tables[index], index: index, caption: caption(of: index)), isOfResults(table)
    else { return [] }
    let maker = TableCards(input: input, binder: binder, profiles: profiles, passages: passages[index] ?? [:])
    if namesTrials(table, maker) { return TrialRowTable(table: table, maker: maker).cards() }
    let trial = captionTrial(of: index) ?? binder.ownTrial
    if isOfSubgroups(table) { return SubgroupTable(table: table, maker: maker, trial: trial).cards() }
    return OutcomeTable(table: table, maker: maker, trial: trial)?.cards() ?? []
  }

  private func caption(of index: Int) -> String {
    input.article.blocks.filter { $0.table == index && $0.kind == .caption }.map(\.flow.string).joined(separator: " ")
      .lowercased()
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

  private func isOfResults(_ table: ResultTable) -> Bool {
    if table.caption.hasAny(Self.baseline) || table.caption.hasAny(Self.predictors) { return false }
    if table.headers.contains(where: {
      $0.lowercased().hasAny(["univariate", "multivariate", "univariable", "multivariable", "单因素", "多因素"])
    }) {
      return false
    }
    guard !isOfSubgroups(table) else { return true }
    let traits = table.rows.count { row in
      guard let stub = row.cells.first.flatMap({ $0 })?.text.lowercased() else { return false }
      return String(decoding: stub.utf8.prefix(24), as: UTF8.self).hasAny(Self.traits)
    }
    return traits < 2
  }

  private func isOfSubgroups(_ table: ResultTable) -> Bool {
    table.caption.hasAny(["subgroup", "subgroups", "亚组"])
      || table.headers.first?.lowercased().hasAny(["subgroup", "subgroups", "亚组"]) == true
  }

  /// Whether two rows or more name trials of their own.
  private func namesTrials(_ table: ResultTable, _ maker: TableCards) -> Bool {
    let named = Set(table.rows.compactMap { maker.trial(inRow: $0.number) })
    return named.count >= 2 || (named.count == 1 && table.column(.study) == 0)
  }
}
