import Literature
import TextAnalysis

/// The figures of one cell, each under what it is.
struct CellFacts: Hashable, Sendable {
  var value: PrintedNumber?
  var spread: PrintedNumber?
  var spreadKind: ResultDetails.SpreadKind?
  var low: PrintedNumber?
  var high: PrintedNumber?
  var intervalKind: ResultDetails.IntervalKind?
  var count: PrintedNumber?
  var total: PrintedNumber?
  var percent: PrintedNumber?
  var p: PrintedNumber?
  var isMedian = false
  var isMean = false

  init() {}

  /// Reads a cell as its label tells; without a label by its form alone. Footnote letters after a number are no part of it.
  init(_ reading: SentenceReading, as statistic: TableStatistic?) {
    guard !Self.isTorn(reading.text) else { return }
    var numbers = reading.quantities
    if case .meanSpread = statistic, numbers.count >= 3, Self.isWhole(numbers[0]),
      reading.text.isSymbol(numbers[0].tokens.upperBound, ";")
    {
      // "206; 35.65 (11.85)" under "n; mean (SD)"
      total = numbers.removeFirst().value
    }
    let statistic = Self.corrected(statistic, reading)
    if Self.isFractionWithBracket(statistic, reading) {
      // A count is whole: "74.5 (9.9)" is a mean with its spread, whatever the table's other rows are.
      (value, spread, isMean) = (numbers[0].value, numbers[1].value, true)
      return
    }
    if statistic == .p || statistic == nil && !reading.pValues.isEmpty && numbers.isEmpty {
      p = Self.withDecimalComma(reading.text) ?? reading.pValues.first?.value ?? numbers.first.map(\.value)
      return
    }
    let interval = reading.intervals.first
    guard let first = numbers.first else {
      if let interval, statistic == .interval || statistic == .quartiles || statistic == .range {
        (low, high) = (interval.low, interval.high)
      }
      return
    }
    if let spread = first.spread {
      (value, self.spread, isMean) = (first.value, spread, true)
      if case .meanSpread(let kind) = statistic { spreadKind = kind }
      total = numbers.dropFirst().first { Self.isWhole($0) }?.value ?? total
      return
    }
    let second = numbers.dropFirst().first
    switch statistic {
    case .mean:
      (value, isMean) = (first.value, true)
      take(interval, nil)
    case .median: (value, isMedian) = (first.value, true)
    case .sd, .se:
      spreadKind = statistic == .sd ? .sd : .se
      // "8.15 (0.85)" beside "Thickness (SD)": the mean goes without saying.
      if let second, reading.text.isSymbol(second.tokens.lowerBound - 1, anyOf: ["(", "["]) {
        (value, spread, isMean) = (first.value, second.value, true)
      } else {
        spread = first.value
      }
    case .meanSpread(let kind):
      (value, spread, isMean) = (first.value, second?.value, true)
      spreadKind = second == nil ? nil : kind
      take(interval, .confidence)
    case .medianInterval(let kind):
      (value, isMedian) = (first.value, true)
      take(interval, kind)
    case .meanInterval:
      (value, isMean) = (first.value, true)
      take(interval, second, .confidence)
    case .count, .total: readCount(numbers, reading.text)
    case .percent:
      take(interval, .confidence)
      if numbers.count > 1 || first.unit == nil { readPercent(numbers, reading.text) } else { percent = first.value }
    case .countPercent: readCount(numbers, reading.text)
    case .percentCount:
      (percent, count) = (first.value, second?.value)
      takeTotal(numbers, reading.text)
    case .interval where interval != nil && numbers.count == 1 && first.upper == nil:
      value = first.value
      take(interval, nil)
    case .interval, .quartiles, .range: (low, high) = (first.value, first.upper ?? interval?.high ?? second?.value)
    case .estimate, .value:
      value = first.value
      take(interval, second, nil)
      p = reading.pValues.first?.value ?? Self.lastP(reading)
    case .test, .p: break
    case nil: readByForm(numbers, interval, reading.text)
    }
  }

  private static func isFractionWithBracket(_ statistic: TableStatistic?, _ reading: SentenceReading) -> Bool {
    guard statistic == .countPercent || statistic == .count, reading.quantities.count == 2, reading.intervals.isEmpty else {
      return false
    }
    let (first, second) = (reading.quantities[0], reading.quantities[1])
    return first.value.decimals > 0 && first.unit == nil && first.spread == nil && second.unit == nil && second.value.decimals > 0
      && reading.text.isSymbol(second.tokens.lowerBound - 1, anyOf: ["(", "["])
  }

  /// "2. 54": whoever set it left a space in a number, and where it belongs nobody can say.
  static func isTorn(_ text: ResultText) -> Bool {
    text.indices.contains { index in
      text.kind(index) == .number && text.isSymbol(index + 1, ".") && text.kind(index + 2) == .number
        && text.hasGap(before: index + 2)
    }
  }

  /// A cell that says itself what it holds: "43.3%" or "13 (n)" under a mean.
  private static func corrected(_ statistic: TableStatistic?, _ reading: SentenceReading) -> TableStatistic? {
    if reading.quantities.count == 2, isOfTotal(reading.quantities, reading.text) { return .count }
    // "11 (2.4%)" under "mean ± SD"
    if case .meanSpread = statistic, reading.quantities.count == 2, isWhole(reading.quantities[0]),
      reading.quantities[0].unit == nil,
      reading.quantities[1].unit == .percent
    {
      return .countPercent
    }
    guard statistic == .mean || statistic == .sd || statistic == .se || statistic == .value else { return statistic }
    if reading.text.indices.contains(where: { reading.text.word($0) == "n" }) { return .count }
    return reading.quantities.first?.unit == .percent && reading.quantities.count == 1 ? .percent : statistic
  }

  /// "2 out of 21", "9/40": a count and its total and nothing else.
  static func isOfTotal(_ numbers: [Quantity], _ text: ResultText) -> Bool {
    let gap = numbers[0].tokens.upperBound..<max(numbers[0].tokens.upperBound, numbers[1].tokens.lowerBound)
    guard isWhole(numbers[0]), isWhole(numbers[1]), numbers[0].spread == nil, numbers[0].value.value <= numbers[1].value.value
    else {
      return false
    }
    return gap.count == 1 && text.isSymbol(gap.lowerBound, "/")
      || !gap.isEmpty && gap.allSatisfy { ["out", "of"].contains(text.word($0)) }
  }

  /// 0.45 of "p = 0,45", whose comma is the decimal mark.
  private static func withDecimalComma(_ text: ResultText) -> PrintedNumber? {
    let place = text.indices.first { index in
      text.kind(index) == .number && text.string(index) == "0" && text.isSymbol(index + 1, ",") && text.kind(index + 2) == .number
        && !text.hasGap(before: index + 1) && !text.hasGap(before: index + 2)
    }
    guard let place else { return nil }
    return PrintedNumber("0." + text.string(place + 2))
  }

  /// The last figure after an interval where it can be nothing but a P value: "0.56 (0.33, 0.73), < 0.001", "88% (45 to 97; 0.0058)".
  private static func lastP(_ reading: SentenceReading) -> PrintedNumber? {
    guard let interval = reading.intervals.first, let last = reading.quantities.last, reading.quantities.count >= 2,
      last.tokens.lowerBound >= interval.tokens.upperBound, (0...1).contains(last.value.value), last.value.decimals >= 2,
      last.unit == nil, last.spread == nil
    else { return nil }
    return last.value
  }

  private static func isWhole(_ quantity: Quantity) -> Bool { quantity.value.decimals == 0 && quantity.value.value >= 0 }

  private mutating func take(_ interval: PrintedInterval?, _ kind: ResultDetails.IntervalKind?) {
    guard let interval else { return }
    (low, high, intervalKind) = (interval.low, interval.high, kind)
  }

  /// `3.6 2.3 to 4.8`: where the cell was broken into lines, a range after the value is its interval.
  private mutating func take(_ interval: PrintedInterval?, _ second: Quantity?, _ kind: ResultDetails.IntervalKind?) {
    if interval == nil, let second, let upper = second.upper, let value, second.value.value <= value.value,
      value.value <= upper.value
    {
      (low, high, intervalKind) = (second.value, upper, kind)
    } else {
      take(interval, kind)
    }
  }

  /// `12`, `12 (10)`, `12 (10%)`, `12/120`, `12/120 (10%)`, `12 of 120`.
  private mutating func readCount(_ numbers: [Quantity], _ text: ResultText) {
    count = numbers[0].value
    var rest = numbers.dropFirst()
    if let next = rest.first {
      let between = next.tokens.lowerBound - 1
      if text.isSymbol(between, "/") || text.word(between) == "of" {
        total = next.value
        rest = rest.dropFirst()
      }
    }
    percent = rest.first { (0...100).contains($0.value.value) }?.value
    if numbers.count == 1, numbers[0].unit == .percent { (count, percent) = (nil, numbers[0].value) }
  }

  /// Under a percentage: the only number, or the one with the sign; a count beside it.
  private mutating func readPercent(_ numbers: [Quantity], _ text: ResultText) {
    if let signed = numbers.first(where: { $0.unit == .percent }) {
      percent = signed.value
      count = numbers.first { $0 != signed && Self.isWhole($0) }?.value
      takeTotal(numbers, text)
    } else if numbers.count == 1 {
      percent = numbers[0].value
    } else if Self.isWhole(numbers[0]) {
      readCount(numbers, text)
    } else {
      percent = numbers[0].value
    }
  }

  /// N of "14/203 (6.9%)": the cell's own, which may be fewer than its arm has.
  private mutating func takeTotal(_ numbers: [Quantity], _ text: ResultText) {
    guard let count, total == nil else { return }
    total = zip(numbers, numbers.dropFirst()).first { $0.value == count && Self.isOfTotal([$0, $1], text) }?.1.value
  }

  private mutating func readByForm(_ numbers: [Quantity], _ interval: PrintedInterval?, _ text: ResultText) {
    if numbers.contains(where: { $0.unit == .percent }) { return readPercent(numbers, text) }
    if numbers.count >= 2, text.isSymbol(numbers[1].tokens.lowerBound - 1, "/"), Self.isWhole(numbers[0]),
      Self.isWhole(numbers[1]), numbers[0].value.value <= numbers[1].value.value
    {
      return readCount(numbers, text)
    }
    value = numbers[0].value
    take(interval, nil)
  }

  /// The union of two readings of one arm: a mean and its SD from two columns.
  mutating func merge(_ other: CellFacts) {
    value = value ?? other.value
    spread = spread ?? other.spread
    spreadKind = spreadKind ?? other.spreadKind
    low = low ?? other.low
    high = high ?? other.high
    intervalKind = intervalKind ?? other.intervalKind
    count = count ?? other.count
    total = total ?? other.total
    percent = percent ?? other.percent
    p = p ?? other.p
    isMean = isMean || other.isMean
    isMedian = isMedian || other.isMedian
  }

  /// Whether it is told what the figure is: a mean, a median, a share, a count.
  var isOfKnownKind: Bool { isMean || isMedian || percent != nil || count != nil || isSpreadAlone }

  var isSpreadAlone: Bool {
    value == nil && count == nil && percent == nil && p == nil && (spread != nil || low != nil)
  }

  /// Whether both tell the same thing, so that they are two facts and not one.
  func clashes(with other: CellFacts) -> Bool {
    value != nil && other.value != nil || spread != nil && other.spread != nil || count != nil && other.count != nil
      || percent != nil && other.percent != nil || low != nil && other.low != nil
  }
}
