import Literature
import TextAnalysis

/// The figures of one passage, each told as what it is.
struct SentenceNumbers: Sendable {
  private(set) var intervals: [PrintedInterval] = []
  private(set) var pValues: [PrintedP] = []
  private(set) var quantities: [Quantity] = []
  private(set) var estimates: [PrintedEstimate] = []
  private(set) var statistics: [PrintedStatistic] = []

  /// None.
  init() {}

  /// `phrases` and `endpoints` are those of the same text.
  init(_ text: ResultText, phrases: [ArmPhrase], endpoints: [EndpointMention]) {
    // "No difference", "two groups": words alone are no P value, no statistic and no interval.
    if text.tokens.contains(where: { $0.kind == .number }) {
      pValues = PValueScanner.values(in: text)
      statistics = TestStatisticScanner.statistics(in: text)
      intervals = IntervalScanner.intervals(in: text)
    }
    let apart = pValues.map(\.tokens) + statistics.map(\.tokens)
    if !apart.isEmpty { intervals.removeAll { interval in apart.contains { $0.overlaps(interval.tokens) } } }
    let taken = intervals.map(\.tokens) + apart
    quantities = QuantityScanner.quantities(in: text, outside: taken)
    // The dose by which an arm is named measures nothing.
    quantities.removeAll { quantity in phrases.contains { $0.isDose && $0.range.overlaps(quantity.bytes) } }
    let unreached = NotReachedScanner.quantities(in: text, endpoints: endpoints, outside: taken)
    if !unreached.isEmpty { quantities = (quantities + unreached).sorted { $0.bytes.lowerBound < $1.bytes.lowerBound } }
    estimates = EstimateScanner.estimates(in: text, quantities: quantities, intervals: intervals)
    let differences = DifferenceScanner.estimates(in: text, quantities: quantities, intervals: intervals, besides: estimates)
    if !differences.isEmpty { estimates = (estimates + differences).sorted { $0.tokens.lowerBound < $1.tokens.lowerBound } }
  }
}
