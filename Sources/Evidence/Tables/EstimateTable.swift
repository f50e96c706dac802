import Lexicon
import Literature
import TextAnalysis

/// Reads tables whose rows are factors, tests or outcomes and whose columns are estimates of each: regressions (HR, OR, β with interval and P,
/// univariable beside multivariable), accuracy (AUC, sensitivity, specificity), summaries of meta-analyses ("RR 0.61 [0.50, 0.75]", I²).
struct EstimateTable {
  let frame: TableFrame
  let maker: TableCards
  let caption: String
  let trial: Int?

  /// The cards of all rows, in the order of rows and columns.
  func cards() -> [ResultCard] {
    let target = target
    let figures = frame.rows.map { row in row.cells.indices.map { figure(in: row, $0) } }
    let foreign = Self.columnsOutsideTheirIntervals(figures)
    let estimates = zip(frame.rows, figures).flatMap { row, figures in
      figures.enumerated().compactMap { column, figure in
        foreign.contains(column) ? nil : figure.flatMap { card(of: $0, column, row, target) }
      }
    }
    return estimates + tests
  }

  /// Columns whose figures lie outside the interval beside them in half of the rows or more: the interval is of another column ("difference",
  /// "SD", "95 % CI"), since authors do not err in every row.
  private static func columnsOutsideTheirIntervals(_ figures: [[Figure?]]) -> Set<Int> {
    var (all, outside): ([Int: Int], [Int: Int]) = ([:], [:])
    for (column, figure) in figures.flatMap({ $0.enumerated() }) {
      guard let figure, let low = figure.low, let high = figure.high else { continue }
      all[column, default: 0] += 1
      if figure.value.value < low.value || figure.value.value > high.value { outside[column, default: 0] += 1 }
    }
    return Set(outside.filter { column, count in count >= 2 && count * 2 >= all[column] ?? 0 }.keys)
  }

  /// What the caption says that all rows are of: "… of predictors of delirium", 院内死亡的 ROC 曲线.
  private struct Target {
    var endpoint: String?
    /// Whether rows are what goes with the endpoint or tells it, and no outcomes themselves.
    var isOfRows: Bool
  }

  private var target: Target {
    let lower = caption.lowercased()
    let isRegression = lower.hasAny(Self.regressions)
    let isAccuracy = lower.hasAny(Self.accuracies) || columns(where: { DiagnosticReader.measures.contains($0) }) >= 2
    guard isRegression || isAccuracy else { return Target(endpoint: nil, isOfRows: false) }
    // "Regression to compare markers between A and B": rows are outcomes.
    let compares =
      lower.hasAny(["compare", "comparing", "comparison", "effect of", "effects of"]) && lower.hasAny(["between", "of", "with"])
    if !isAccuracy, compares, !lower.hasAny(["predictors", "predictor", "risk factors", "associated"]) {
      return Target(endpoint: nil, isOfRows: false)
    }
    let utf8 = Array(caption.utf8)
    let known = EndpointScanner.mentions(in: utf8, matches: Lexicon.builtIn.matches(in: utf8)).first { !$0.isWeak }
    return Target(endpoint: told(utf8) ?? known?.name, isOfRows: true)
  }

  private static let regressions: Phrases = [
    "univariate", "multivariate", "univariable", "multivariable", "cox", "predictors", "predictor", "risk factors", "regression",
    "logistic",
    "associated", "predict", "predicting", "单因素", "多因素", "影响因素", "危险因素", "回归",
  ]
  private static let accuracies: Phrases = ["roc", "diagnostic", "accuracy", "predictive value", "predicting", "诊断", "预测", "效能"]

  private func columns(where isOf: (String) -> Bool) -> Int {
    frame.firstHeader.count { labels in Self.measure(of: labels).map(isOf) ?? false }
  }

  /// "predictors of X", "for predicting X", 预测 X 的, 影响 X 的.
  private func told(_ utf8: [UInt8]) -> String? {
    let reading = SentenceReading(passage: 0, lexed: LexedText(utf8), callouts: [], readsNumbers: false)
    if reading.text.hasHan { return chinese(utf8) }
    let text = reading.text
    let links = Self.links.compactMap { phrase in
      text.indices.compactMap { index in text.hasPhrase(phrase, at: index).map { index + $0 } }.last
    }
    guard let start = links.max() else { return nil }
    var end = start
    while end < min(text.count, start + 8), text.kind(end) == .word || text.isSymbol(end, "-"),
      text.tags(end).isDisjoint(with: [.verb, .conjunction, .versus]),
      text.tags(end).isDisjoint(with: .preposition) || text.word(end) == "of" || text.word(end - 1) == "need"
    { end += 1 }
    let words = OutcomePhrase(reading: reading).trimmed(start..<max(start, end))
    guard !words.isEmpty, OutcomePhrase(reading: reading).names(words) else { return nil }
    let bytes = text.bytes(words)
    return reading.endpoints.first { $0.range.overlaps(bytes) && $0.range.count * 2 > bytes.count }?.name ?? text.string(words)
  }

  private static let links = [
    "predictors of", "predictor of", "predictors for", "predicting", "prediction of", "associated with", "risk factors for",
    "risk factors of",
    "analysis of", "analyses of", "diagnosis of", "diagnosing", "detecting", "detection of", "model for", "models for",
    "accuracy for", "performance for", "performance in", "screening for", "screening of", "identifying", "accuracy of",
    "factors for", "to predict", "to predict the",
    "value for",
    "regression for", "analysis for",
  ].map { WordCode.phrase($0) }

  private func chinese(_ utf8: [UInt8]) -> String? {
    if let factors = ["影响因素", "危险因素", "相关因素", "预后因素", "保护因素"].compactMap({ utf8.firstIndex(ofSequence: $0.utf8) }).min() {
      let before =
        String(decoding: utf8[..<factors], as: UTF8.self).split { $0 == " " || $0 == "\u{3000}" }.last.map(String.init) ?? ""
      let subject = ["独立", "的"].reduce(before) { $0.hasSuffix($1) ? String($0.dropLast($1.count)) : $0 }
      if subject.utf8.count >= 6, !subject.hasPrefix("表") || subject.utf8.count > 9 { return subject }
    }
    for (opening, ends) in [
      ("筛查", ["的", "ROC", "价值", "效能"]), ("检测", ["的", "ROC", "价值", "效能"]), ("预测", ["的", "ROC", "价值", "效能"]),
      ("诊断", ["的", "ROC", "价值", "效能"]), ("影响", ["的"]),
    ] {
      guard let found = utf8.firstIndex(ofSequence: opening.utf8) else { continue }
      let rest = utf8[(found + opening.utf8.count)...]
      guard let end = ends.compactMap({ rest.firstIndex(ofSequence: $0.utf8) }).min(), end > rest.startIndex else { continue }
      return String(decoding: rest[..<end], as: UTF8.self)
    }
    return nil
  }

  // MARK: Rows

  private func card(of figure: Figure, _ column: Int, _ row: TableFrame.Row, _ target: Target) -> ResultCard? {
    guard let label = row.labels.last?.printed, label.contains(where: \.isLetter) else { return nil }
    let header = frame.headers[row.header]
    let p = p(after: column, row, header)
    let flows = figure.flows + (p.map { [(flow: $0.flow, bytes: 0..<$0.flow.count)] } ?? [])
    guard var card = maker.card(figure.measure, row: row.number, trial: trial, figures: flows) else { return nil }
    (card.value, card.low, card.high, card.p) = (figure.value, figure.low, figure.high, p?.value)
    card.level = figure.low == nil && figure.high == nil ? nil : figure.level ?? HeaderUnit.level(in: caption)
    card.unit = figure.unit ?? (["MD", "WMD"].contains(figure.measure) ? HeaderUnit.printed(in: label) : nil)
    name(&card, row, target)
    if card.arm == nil, let sides = header[column].reversed().lazy.compactMap({ RowComparison.sides(of: $0.printed) }).first {
      (card.arm, card.comparator) = sides
    }
    card.details.adjusted = adjusted(header[column])
    return card
  }

  private func name(_ card: inout ResultCard, _ row: TableFrame.Row, _ target: Target) {
    let own = row.labels.map(\.rest).filter { !$0.isEmpty }
    let label = (own.isEmpty ? row.labels.map(\.printed) : own).joined(separator: ": ")
    if target.isOfRows {
      (card.endpoint, card.arm) = (target.endpoint, label)
    } else {
      let last = own.last ?? label
      if let sides = RowComparison.sides(of: last) {
        (card.arm, card.comparator) = sides
        card.endpoint = own.dropLast().last ?? CaptionSubject.outcome(of: caption)
        return
      }
      card.endpoint = FactTable.lexiconName(last) ?? last
      card.details.endpointPrinted = label
    }
  }

  private func adjusted(_ labels: [LabelReading]) -> Bool? {
    let words = (labels.map(\.printed) + [caption]).joined(separator: " ").lowercased()
    if labels.contains(where: { $0.printed.lowercased().hasAny(["univariate", "univariable", "unadjusted", "crude", "单因素"]) }) {
      return false
    }
    return words.hasAny(["multivariate", "multivariable", "adjusted", "多因素"]) ? true : nil
  }

  // MARK: Cells

  private struct Figure {
    var measure: String
    var value: PrintedNumber
    var low: PrintedNumber?
    var high: PrintedNumber?
    var level: Double?
    var unit: String?
    var flows: [(flow: FlowText, bytes: Range<Int>)]
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

  private func figure(in row: TableFrame.Row, _ column: Int) -> Figure? {
    let header = frame.headers[row.header]
    guard let cell = row.cells[column], !header[column].contains(where: { $0.statistic == .p }) else { return nil }
    let reading = SentenceReading(passage: 0, lexed: LexedText(cell.flow.utf8), callouts: [])
    guard !CellFacts.isTorn(reading.text) else { return nil }
    let whole: [(flow: FlowText, bytes: Range<Int>)] = [(cell.flow, 0..<cell.flow.count)]
    if let named = reading.estimates.first, reading.estimates.count == 1 {
      let interval = IntervalFinder(reading: reading).interval(after: named.value)
      let level = interval?.level ?? header[column].lazy.compactMap { HeaderUnit.level(in: $0.printed) }.first
      return Figure(
        measure: named.measure, value: named.value.value, low: interval?.low, high: interval?.high, level: level,
        unit: named.value.unit == .percent ? "%" : nil, flows: whole)
    }
    guard let measure = Self.measure(of: header[column]), let first = reading.quantities.first, first.spread == nil,
      first.tokens.lowerBound <= 1
    else { return nil }
    let isPercent = first.unit == .percent || header[column].contains { HeaderUnit.isPercent($0.printed) }
    var figure = Figure(measure: measure, value: first.value, unit: isPercent || measure == "I2" ? "%" : nil, flows: whole)
    if let interval = IntervalFinder(reading: reading).interval(after: first) {
      (figure.low, figure.high) = (interval.low, interval.high)
      figure.level = interval.level ?? header[column].lazy.compactMap { HeaderUnit.level(in: $0.printed) }.first
    } else if let beside = intervalBeside(column, row, header) {
      (figure.low, figure.high, figure.level) = (beside.low, beside.high, beside.level)
      figure.flows += beside.flows
    }
    let isBare = figure.low == nil && !DiagnosticReader.measures.contains(measure) && measure != "I2"
    return isBare && p(after: column, row, header) == nil ? nil : figure
  }

  /// The interval in the next column, where its header says so: "95% CI", or "Lower" and "Upper".
  private func intervalBeside(_ column: Int, _ row: TableFrame.Row, _ header: [[LabelReading]]) -> Figure? {
    let next = column + 1
    guard row.cells.indices.contains(next), let cell = row.cells[next], Self.measure(of: header[next]) == nil else { return nil }
    let printed = header[next].map(\.printed).joined(separator: " ").lowercased()
    let reading = SentenceReading(passage: 0, lexed: LexedText(cell.flow.utf8), callouts: [])
    let level = HeaderUnit.level(in: printed)
    func figure(_ low: PrintedNumber?, _ high: PrintedNumber?, _ flows: [(flow: FlowText, bytes: Range<Int>)]) -> Figure {
      Figure(
        measure: "", value: low ?? high ?? PrintedNumber(printed: "", value: 0, decimals: 0), low: low, high: high, level: level,
        flows: flows)
    }
    if printed.hasAny(["ci", "cl", "confidence interval", "confidence limits", "置信区间", "可信区间"])
      || printed.utf8.contains(sequence: "%ci".utf8)
    {
      if let interval = reading.intervals.first { return figure(interval.low, interval.high, [(cell.flow, 0..<cell.flow.count)]) }
      if let range = reading.quantities.first, let upper = range.upper {
        return figure(range.value, upper, [(cell.flow, 0..<cell.flow.count)])
      }
      // "-284, -8"
      let ends = reading.quantities.map(\.value)
      if ends.count == 2, ends[0].value <= ends[1].value { return figure(ends[0], ends[1], [(cell.flow, 0..<cell.flow.count)]) }
    }
    guard printed.hasAny(["lower", "下限"]), let low = reading.quantities.first, row.cells.indices.contains(next + 1),
      let other = row.cells[next + 1],
      header[next + 1].contains(where: { $0.printed.lowercased().hasAny(["upper", "上限"]) }),
      let high = SentenceReading(passage: 0, lexed: LexedText(other.flow.utf8), callouts: []).quantities.first
    else { return nil }
    return figure(low.value, high.value, [(cell.flow, 0..<cell.flow.count), (other.flow, 0..<other.flow.count)])
  }

  /// The P value of the first P column before the next estimate.
  private func p(after column: Int, _ row: TableFrame.Row, _ header: [[LabelReading]]) -> (value: PrintedNumber, flow: FlowText)?
  {
    for next in row.cells.indices where next > column {
      if Self.measure(of: header[next]) != nil { return nil }
      guard header[next].contains(where: { $0.statistic == .p }) else { continue }
      guard let cell = row.cells[next] else { return nil }
      let reading = SentenceReading(passage: 0, lexed: LexedText(cell.flow.utf8), callouts: [])
      return CellFacts(reading, as: .p).p.map { ($0, cell.flow) }
    }
    // "β | SE | P | OR (95% CI)": the only P of the row stands before.
    return TestColumns.p(in: row, header)
  }

  /// Figures of tests in a table of factors: Wald χ², z.
  private var tests: [ResultCard] {
    let target = target
    guard target.isOfRows, let endpoint = target.endpoint else { return [] }
    let columns = TestColumns(frame: frame, maker: maker, trial: trial)
    return frame.rows.flatMap { row in
      columns.cards(of: row, endpoint: endpoint, arm: row.labels.map(\.rest).last { $0.contains(where: \.isLetter) })
    }
  }
}
