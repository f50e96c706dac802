import Literature
import TextAnalysis

/// Columns that compare the arms of the other columns: "Difference (95% CI)", "OR (95% CI)".
extension FactTable {
  /// A P value of a row.
  struct PFigure {
    var column: Int
    var time: String?
    /// What stands over its column's heading.
    var block: String?
    var value: PrintedNumber
    var flow: FlowText
  }

  struct EstimateFigure {
    var key: Key
    var measure: String
    var facts: CellFacts
    var level: Double?
    var isAdjusted: Bool
    var flow: FlowText
    var row: Int
    var column: Int
  }

  /// Where a cell stands.
  struct CellPlace {
    var row: Int
    var column: Int
    var labels: [LabelReading]
    var headers: [LabelReading]
    /// In the column of an arm.
    var isOfArm: Bool
  }

  /// The comparison in a cell; nil where neither header nor row names one.
  func estimate(_ cell: Table.Cell, _ place: CellPlace, _ mode: ArmPlace) -> EstimateFigure? {
    let (row, labels, headers) = (place.row, place.labels, place.headers)
    // Where rows are arms, "g/kg/hr" over a column is a unit and no hazard ratio.
    let ofHeader = mode == .columns ? Self.measure(of: headers) : nil
    let ofRow = Self.measure(of: labels)
    // "HR 0.71 (0.57–0.88)" under "Ratio (95% CI)" says itself what it is.
    let ofCell = mode == .columns && !place.isOfArm && ofHeader == nil ? Self.measure(named: cell) : nil
    guard let measure = ofHeader ?? ofCell ?? ofRow else { return nil }
    // A row of differences under the arms tells how each arm changed, not how they differ.
    if ofHeader == nil, place.isOfArm, ["MD", "RD"].contains(measure) { return nil }
    let facts = CellFacts(SentenceReading(passage: 0, lexed: LexedText(cell.flow.utf8), callouts: []), as: .estimate(measure))
    guard facts.value != nil, facts.spread == nil || !place.isOfArm, ofHeader != nil || facts.low != nil || facts.high != nil
    else { return nil }
    let ofArm = headers.filter { $0.statistic == nil && $0.total == nil && mode != .columns }.map(\.rest)
    guard let endpoint = endpoint(labels.map(\.rest).filter { !$0.isEmpty }, ofArm.filter { !$0.isEmpty }, true) else {
      return nil
    }
    let times = (labels + headers).compactMap(\.time)
    let printed = (headers + labels).map(\.printed).joined(separator: " ")
    let key = Key(
      endpoint: endpoint.name, time: times.isEmpty ? nil : times.joined(separator: " "), isChange: false, part: endpoint.part,
      population: "")
    return EstimateFigure(
      key: key, measure: measure, facts: facts, level: HeaderUnit.level(in: printed) ?? captionLevel,
      isAdjusted: printed.lowercased().hasAny(["adjusted"]), flow: cell.flow, row: row, column: place.column)
  }

  /// The only measure that a cell names beside its figures.
  private static func measure(named cell: Table.Cell) -> String? {
    guard cell.flow.utf8.contains(where: { (0x41...0x5A).contains($0 & 0xDF) || $0 >= 0xE3 }) else { return nil }
    let estimates = SentenceReading(passage: 0, lexed: LexedText(cell.flow.utf8), callouts: []).estimates
    return estimates.count == 1 ? estimates.first?.measure : nil
  }

  private static func measure(of labels: [LabelReading]) -> String? {
    for label in labels.reversed() {
      if case .estimate(let measure) = label.statistic { return measure }
      if label.statistic != .p, label.rest.lowercased().hasAny(["differences"]) { return "MD" }
    }
    return nil
  }

  /// The arms of the columns, in printed order.
  var armColumnNames: [String] {
    let labels = frame.firstHeader.dropFirst(frame.stubCount).compactMap { column in
      column.last { isArm($0) && Self.measure(of: [$0]) == nil }
    }
    return labels.map(\.rest).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}
