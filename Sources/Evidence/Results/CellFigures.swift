import Literature
import TextAnalysis

/// Reads the figures of one cell: `0.94 (0.78~1.13)`, `12 (10%)`, `5.3 ± 1.2`, `< 0.001`.
struct CellFigures {
  let cell: ResultTable.Cell

  private var reading: SentenceReading { cell.reading }

  struct Estimate {
    var value: PrintedNumber
    var interval: PrintedInterval?
    /// Bytes of the cell's flow.
    var bytes: Range<Int>
  }

  /// The first number, with the interval after it.
  var estimate: Estimate? {
    guard let value = reading.quantities.first(where: { $0.unit == nil || $0.unit == .percent }) else { return nil }
    let interval = IntervalFinder(reading: reading).interval(after: value)
    let end = interval.map { reading.text.bytes($0.tokens).upperBound } ?? value.bytes.upperBound
    return Estimate(value: value.value, interval: interval, bytes: value.bytes.lowerBound..<end)
  }

  /// The only number, as a P value: `0.26`, `<0.001`, `P = 0.3`.
  var pValue: (value: PrintedNumber, bytes: Range<Int>)? {
    if let named = reading.pValues.first { return (named.value, reading.text.bytes(named.tokens)) }
    guard let only = reading.quantities.first, only.value.value >= 0, only.value.value <= 1, only.unit == nil else { return nil }
    return (only.value, only.bytes)
  }

  /// A whole number of people.
  var count: (value: PrintedNumber, bytes: Range<Int>)? {
    guard let only = reading.quantities.first(where: { $0.value.decimals == 0 && ($0.unit == nil || $0.unit == .people) }),
      only.value.value >= 2
    else { return nil }
    return (only.value, only.bytes)
  }

  /// The percentage of `12 (10%)` and, where the header says so, of `12 (10)` or `12/120 (10)`.
  func rate(bracketIsPercent: Bool) -> (value: PrintedNumber, bytes: Range<Int>)? {
    if let percent = reading.quantities.first(where: { $0.unit == .percent }) { return (percent.value, percent.bytes) }
    guard bracketIsPercent, let last = reading.quantities.last, reading.quantities.count > 1,
      reading.text.isSymbol(last.tokens.lowerBound - 1, "("), (0...100).contains(last.value.value)
    else { return nil }
    return (last.value, last.bytes)
  }

  /// `n = 120` and nothing else.
  var isSampleSize: Bool {
    guard let only = reading.quantities.first, reading.quantities.count == 1 else { return false }
    return reading.text.isSymbol(only.numberToken - 1, "=") && reading.text.word(only.numberToken - 2) == "n"
  }

  /// The first number, whatever it is.
  var first: Quantity? { reading.quantities.first }
}
