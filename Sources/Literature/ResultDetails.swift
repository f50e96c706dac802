/// What a result card tells beyond its estimate: the test that was made, the spread of the data, whom and what it counts.
///
/// Kept apart from the keys that every card has, so that a further fact costs one line here and one in `ResultDetails+JSON`.
public struct ResultDetails: Hashable, Sendable {
  /// What `±`, a bracket or a word gives beside a mean or median.
  public enum SpreadKind: String, Sendable { case sd = "SD", se = "SE", unknown }
  /// What the two ends of `low` and `high` are; an interval of an estimate where nothing is said.
  public enum IntervalKind: String, Sendable { case confidence, credible, quartiles, range }
  /// What a P value tests where it is not a plain comparison.
  public enum PKind: String, Sendable { case interaction, trend, heterogeneity, nonInferiority, superiority }
  public enum EndpointRole: String, Sendable { case primary, secondary, exploratory }

  /// Of the statistic in `value` (`t F chi2 z r Q`), in printed order: one, or two for F.
  public var degreesOfFreedom: [PrintedNumber] = []
  /// n of "10 % (12 of 120)" where the value is the percentage.
  public var count: PrintedNumber?
  /// N of "n of N", or of "χ²(1, N = 90)".
  public var total: PrintedNumber?
  /// Beside a mean: 1.2 of "5.3 ± 1.2".
  public var spread: PrintedNumber?
  public var spreadKind: SpreadKind?
  public var intervalKind: IntervalKind?
  public var pKind: PKind?
  /// `ITT mITT per-protocol safety full-analysis completers`.
  public var analysisSet: String?
  /// The words that stand where a median would: "not reached", "NR".
  public var notReached: String?
  /// Arms whose median was not reached, where the card has the values of others.
  public var unreached: [UnreachedArm] = []
  /// Whether the text says that an estimate is adjusted for other things (true) or not (false).
  public var adjusted: Bool?
  public var endpointRole: EndpointRole?
  /// The words that name the endpoint, as they stand.
  public var endpointPrinted: String?
  public var endpointSpan: SourceSpan?
  /// The time at which a rate holds, or that a table gives, in a fixed form where prose tells it: "3 years". No analysis of its own: that is
  /// `dataCut`.
  public var horizon: String?
  /// When it was measured, as it stands: "12 weeks", "week 8".
  public var time: String?
  public var timeSpan: SourceSpan?
  /// The words that name the arm of the card's own value.
  public var armSpan: SourceSpan?
  public var names = PrintedNames()
  /// Whether it is of a table of what the groups were like at the start, and no result of the study.
  public var isTrait = false

  public init() {}

  public var isEmpty: Bool { self == ResultDetails() }

  /// Every printed number, in the order of the keys.
  public var numbers: [PrintedNumber] {
    degreesOfFreedom + [count, total, spread].compactMap { $0 } + unreached.compactMap(\.low)
  }
}

/// What one arm's value of a card carries beside its number.
public struct ArmDetails: Hashable, Sendable {
  /// n of "10 % (12 of 120)" where the value is the percentage.
  public var count: PrintedNumber?
  /// N of "n of N" or "n/N".
  public var total: PrintedNumber?
  public var spread: PrintedNumber?
  public var low: PrintedNumber?
  public var high: PrintedNumber?
  /// 0.95 for a 95 % interval.
  public var level: Double?
  /// The number with what belongs to it.
  public var span: SourceSpan?
  /// The words that name the arm.
  public var armSpan: SourceSpan?
  /// The arm in the words of the document, where they differ from its normal form.
  public var printedArm: String?

  public init() {}

  public var isEmpty: Bool { self == ArmDetails() }
  public var numbers: [PrintedNumber] { [count, total, spread, low, high].compactMap { $0 } }
}
