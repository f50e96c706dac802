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
    /// What the column's heading says that it tests: "Time × group", "A vs B".
    var factor: String?
    var value: PrintedNumber
    var flow: FlowText
  }

  struct EstimateFigure {
    var key: Key
    var measure: String
    var unit: String?
    var facts: CellFacts
    var level: Double?
    var isAdjusted: Bool
    var flow: FlowText
    var row: Int
    var column: Int
    /// Of a change within one arm.
    var arm: String?
    /// What a row compares that arm with: "Difference vs placebo".
    var against: String?
    /// The two that a heading or row names: "Enhanced vs control".
    var sides: (arm: String, comparator: String)?
    /// The cells of its interval.
    var further: [FlowText] = []

    /// Takes the ends of an interval from a further cell.
    mutating func take(_ ends: (low: PrintedNumber?, high: PrintedNumber?), _ flow: FlowText) {
      facts.low = facts.low ?? ends.low
      facts.high = facts.high ?? ends.high
      // A difference of the other sign has its ends the other way round.
      if let low = facts.low, let high = facts.high, low.value > high.value { (facts.low, facts.high) = (high, low) }
      further.append(flow)
    }
  }

  /// The ends of the interval of the estimate in a column before: "Estimate | 95% CI", "MD | Lower | Upper"; nil in any other column.
  func interval(
    _ cell: Table.Cell, _ headers: [LabelReading], beside estimate: EstimateFigure, _ column: Int
  ) -> (low: PrintedNumber?, high: PrintedNumber?)? {
    guard column <= estimate.column + 2, estimate.facts.low == nil || estimate.facts.high == nil, let last = headers.last else {
      return nil
    }
    let words = last.printed.lowercased()
    let isLower = words.hasAny(["lower", "lcl", "下限"])
    let isUpper = words.hasAny(["upper", "ucl", "上限"])
    let isNamed = last.statistic == .interval || words.hasAny(["ci", "confidence interval", "confidence intervals"])
    guard isLower || isUpper || isNamed && column == estimate.column + 1 && Self.isRange(cell) else { return nil }
    let facts = CellFacts(SentenceReading(passage: 0, lexed: LexedText(cell.flow.utf8), callouts: []), as: .interval)
    guard let first = facts.low else { return nil }
    if isLower != isUpper { return isLower ? (first, nil) : (nil, first) }
    return facts.high.map { (first, $0) }
  }

  /// Where a cell stands.
  struct CellPlace {
    var row: Int
    var column: Int
    var labels: [LabelReading]
    var headers: [LabelReading]
    /// In the column of an arm.
    var isOfArm: Bool
    /// The arm of the row.
    var arm: LabelReading?
  }

  /// The comparison in a cell; nil where neither header nor row names one.
  func estimate(_ cell: Table.Cell, _ place: CellPlace, _ mode: ArmPlace) -> EstimateFigure? {
    let (row, labels, headers) = (place.row, place.labels, place.headers)
    // Where rows are arms, "g/kg/hr" over a column is a unit and no hazard ratio.
    guard !Self.isBesideEstimate(headers) else { return nil }
    let within = mode == .rows && place.arm != nil ? Self.difference(of: headers) : nil
    let isOpen = mode == .columns && headers.contains(where: OpenEffect.isOpen)
    let ofHeader = isOpen ? openMeasure(cell, place) : mode == .columns ? Self.measure(of: headers) : within
    let ofRow = Self.measure(of: labels)
    // "HR 0.71 (0.57–0.88)" under "Ratio (95% CI)" says itself what it is.
    let ofCell = mode == .columns && !place.isOfArm ? Self.measure(named: cell) : nil
    guard let measure = ofCell ?? ofHeader ?? ofRow else { return nil }
    // A row of differences under the arms tells how each arm changed, not how they differ.
    let against = place.isOfArm ? labels.last.flatMap { RowComparison.comparator(of: $0.printed) } : nil
    let comparesArms =
      cell.columnSpan >= 2 || against != nil || labels.last.map { RowComparison.sides(of: $0.printed) != nil } ?? false
    if ofHeader == nil, place.isOfArm, !comparesArms, ["MD", "RD"].contains(measure) { return nil }
    let facts = CellFacts(SentenceReading(passage: 0, lexed: LexedText(cell.flow.utf8), callouts: []), as: .estimate(measure))
    let isOfDifference = mode == .rows && labels.last.map(Self.isDifferenceAlone) ?? false && !Self.isOfSize(headers)
    guard facts.value != nil, facts.spread == nil || !place.isOfArm,
      ofHeader != nil && within == nil || facts.low != nil || facts.high != nil || isOfDifference
    else { return nil }
    let ofArm = headers.filter { $0.statistic == nil && $0.total == nil && mode != .columns }.map(\.rest)
    let named = labels.filter { $0 != place.arm && RowComparison.sides(of: $0.printed) == nil }.map(\.rest)
    guard let endpoint = endpoint(named.filter { !$0.isEmpty }, ofArm.filter { !$0.isEmpty }, true) else {
      return nil
    }
    let times = (labels + headers).compactMap(\.time)
    let printed = (headers + labels).map(\.printed).joined(separator: " ")
    let key = Key(
      endpoint: endpoint.name, time: times.isEmpty ? nil : times.joined(separator: " "), isChange: false, part: endpoint.part,
      population: cell.columnSpan >= 2
        ? headers.first { $0.total == nil && !isArm($0) && !$0.rest.isEmpty }?.rest ?? ""
        : endpoint.population)
    let unit = (labels.reversed() + headers.reversed()).lazy.compactMap { $0.knownUnit }.first
    return EstimateFigure(
      key: key, measure: measure, unit: unit ?? headingUnit ?? captionUnit, facts: facts,
      level: HeaderUnit.level(in: printed) ?? captionLevel,
      isAdjusted: printed.lowercased().hasAny(["adjusted"]), flow: cell.flow, row: row, column: place.column,
      arm: place.isOfArm && ofHeader != nil && against == nil && haveOwnEstimates
        ? headers.last { isArm($0) }?.rest
        : within == nil ? against.flatMap { _ in headers.last { isArm($0) }?.rest } : place.arm?.rest, against: against,
      sides: (headers.reversed() + labels.reversed()).lazy.compactMap { RowComparison.sides(of: $0.printed) }.first)
  }

  /// The measure of a cell under a heading that names none or two.
  private func openMeasure(_ cell: Table.Cell, _ place: CellPlace) -> String? {
    guard let heading = place.headers.last(where: OpenEffect.isOpen) else { return nil }
    let facts = CellFacts(SentenceReading(passage: 0, lexed: LexedText(cell.flow.utf8), callouts: []), as: .estimate("MD"))
    let arms = frame.rows.first { $0.number == place.row }.map { row in
      row.cells.indices.filter { column in frame.headers[row.header][column].contains { isArm($0) } }.compactMap { row.cells[$0] }
    }
    return OpenEffect.measure(
      heading, facts,
      arms: (arms ?? []).map { SentenceReading(passage: 0, lexed: LexedText($0.flow.utf8), callouts: []) }, told: told)
  }

  /// Whether two arms or more have a column of estimates each: "Drug: IRR (95% CI), P | Placebo: IRR (95% CI), P".
  private var haveOwnEstimates: Bool {
    let own = frame.firstHeader.filter { Self.measure(of: $0) != nil }.compactMap { column in column.last { isArm($0) }?.rest }
    return Set(own).count >= 2 && Set(own) == Set(armColumnNames)
  }

  /// "Δ", "Difference" below the names of the arms.
  private static func isDifferenceAlone(_ label: LabelReading) -> Bool {
    ["δ", "difference", "mean difference", "differences", "差值"].contains(label.printed.lowercased())
  }

  private static func isOfSize(_ headers: [LabelReading]) -> Bool {
    headers.contains { $0.statistic == .count || $0.statistic == .total || $0.statistic == .sd || $0.statistic == .se }
  }

  /// Whether a cell holds two ends and nothing before them: "−6.6 to 2.0", "1.06, 1.13".
  private static func isRange(_ cell: Table.Cell) -> Bool {
    let reading = SentenceReading(passage: 0, lexed: LexedText(cell.flow.utf8), callouts: [])
    if reading.quantities.isEmpty { return reading.intervals.count == 1 }
    return reading.quantities.count == 1 && reading.quantities[0].upper != nil
      || reading.quantities.count == 2 && reading.intervals.isEmpty
        && reading.text.isSymbol(
          reading.quantities[1].tokens.lowerBound - 1, anyOf: [",", ";"])
  }

  /// Whether a column stands under the name of an estimate and holds something else of it: "Difference: M, t(19), p".
  private static func isBesideEstimate(_ headers: [LabelReading]) -> Bool {
    guard headers.count >= 2 else { return false }
    return switch headers.last?.statistic {
    case .interval, .test, .sd, .se, .count, .total, .quartiles, .range: true
    default: false
    }
  }

  /// The difference within an arm that a heading names.
  private static func difference(of headers: [LabelReading]) -> String? {
    if case .estimate("MD") = headers.last?.statistic { return "MD" }
    // "Within-group effect size, d (95% CI)" over "Pre-post", "Pre-follow-up".
    return headers.lazy.compactMap { label -> String? in
      guard case .estimate(let measure) = label.statistic, ["SMD", "d", "g"].contains(measure) else { return nil }
      return measure
    }.first
  }

  /// Cards of P values that test a factor each, where a row has two or more of them: "Time | Group | Time × group", "A vs B | A vs C". They are
  /// taken out of `pValues`: none of them compares the arms alone.
  func factorTests(_ pValues: inout [Int: [PFigure]], _ keys: [Int: Key]) -> [ResultCard] {
    var cards: [ResultCard] = []
    for (row, figures) in pValues.sorted(by: { $0.key < $1.key }) {
      let factors = figures.compactMap(\.factor)
      guard factors.count >= 2, Set(factors).count == factors.count, let key = keys[row] else { continue }
      pValues[row] = figures.filter { $0.factor == nil }
      for figure in figures {
        guard let factor = figure.factor,
          var card = maker.card("P", row: row, trial: trial(ofRow: row), figures: [(figure.flow, 0..<figure.flow.count)])
        else { continue }
        card.p = figure.value
        card.endpoint = Self.lexiconName(key.endpoint) ?? key.endpoint
        card.details.endpointPrinted = key.part.isEmpty ? key.endpoint : "\(key.part): \(key.endpoint)"
        if let sides = RowComparison.sides(of: factor) { (card.arm, card.comparator) = sides } else { card.population = factor }
        if factor.lowercased().hasAny(["interaction", "×", " x ", "∗", " * "]) { card.details.pKind = .interaction }
        cards.append(card)
      }
    }
    return cards
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
      if label.statistic != .p, label.rest.lowercased().hasAny(["differences"]) || isDifferenceAlone(label) { return "MD" }
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
