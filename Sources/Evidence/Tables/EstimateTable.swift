import Lexicon
import Literature
import TextAnalysis

/// Reads tables whose rows are factors, tests or outcomes and whose columns are estimates of each: regressions (HR, OR, β with interval and P,
/// univariable beside multivariable), accuracy (AUC, sensitivity, specificity), summaries of meta-analyses ("RR 0.61 [0.50, 0.75]", I²).
struct EstimateTable {
  let frame: TableFrame
  let maker: TableCards
  let caption: String
  /// The notes below it.
  var notes = ""
  let trial: Int?

  /// The cards of all rows, in the order of rows and columns.
  func cards() -> [ResultCard] { estimates + tests }

  private var estimates: [ResultCard] {
    let names = EstimateNames(frame: frame, caption: caption)
    let columns = frame.headers.map { EstimateColumns($0) }
    let figures = EstimateFigures(frame: frame, caption: caption, columns: columns).all()
    let adjustment = EstimateAdjustment(frame: frame, caption: caption, notes: notes)
    return zip(frame.rows, figures).flatMap { row, figures in
      figures.enumerated().compactMap { column, figure in
        figure.flatMap { card(of: $0, column, row, names, adjustment) }
      }
    }
  }

  private func card(
    of figure: EstimateFigures.Figure, _ column: Int, _ row: TableFrame.Row, _ names: EstimateNames,
    _ adjustment: EstimateAdjustment
  ) -> ResultCard? {
    guard let label = row.labels.last?.printed,
      label.hasLetter || row.labels.contains(where: { $0.time != nil })
    else {
      return nil
    }
    let header = frame.headers[row.header]
    guard var card = maker.card(figure.measure, row: row.number, trial: trial, figures: figure.flows) else { return nil }
    (card.value, card.low, card.high, card.p) = (figure.value, figure.low, figure.high, figure.p)
    card.level = figure.low == nil && figure.high == nil ? nil : figure.level ?? HeaderUnit.level(in: caption)
    card.unit = figure.unit ?? (["MD", "WMD"].contains(figure.measure) ? HeaderUnit.printed(in: label) : nil)
    if figure.error != nil { (card.details.spread, card.details.spreadKind) = (figure.error, .se) }
    names.name(&card, row, header[column])
    if card.endpoint == nil, DiagnosticReader.measures.contains(figure.measure) {
      // Nothing says what a test was to find: it is accurate.
      card.endpoint = header[column].last.map { $0.rest.isEmpty ? $0.printed : $0.rest }
    }
    if card.comparator == nil,
      let sides = header[column].reversed().lazy.compactMap({ RowComparison.sides(of: $0.printed) }).first
    {
      (card.arm, card.comparator) = sides
    }
    card.details.adjusted = adjustment.isAdjusted(header[column])
    return card
  }

  static func measure(of labels: [LabelReading]) -> String? {
    for label in labels.reversed() {
      if label.printed.utf8.starts(with: "I²".utf8) || ["i2", "i^2"].contains(label.printed.lowercased()) { return "I2" }
      if case .estimate(let measure) = label.statistic { return measure }
      if label.isChange, label.statistic.map(isOfMean) ?? true, label.rest.lowercased().hasAny(["difference", "differences"]) {
        return "MD"
      }
    }
    return nil
  }

  /// "LS mean difference (SE)"
  private static func isOfMean(_ statistic: TableStatistic) -> Bool {
    switch statistic {
    case .mean, .meanSpread, .meanInterval: true
    default: false
    }
  }

  /// Figures of tests in a table of factors: Wald χ², z, F.
  private var tests: [ResultCard] {
    let names = EstimateNames(frame: frame, caption: caption)
    guard names.areFactors else { return [] }
    let columns = TestColumns(frame: frame, maker: maker, trial: trial)
    return frame.rows.flatMap { row -> [ResultCard] in
      let (endpoint, factor) = names.names(of: row)
      guard let endpoint else { return [] }
      return columns.cards(of: row, endpoint: endpoint, arm: factor)
    }
  }
}
