import Literature

/// A card before it is bound to trial, endpoint and arms.
struct CardDraft: Sendable {
  enum Kind: Sendable {
    case estimate(PrintedEstimate)
    case values(ValueGroup)
    case sampleSize, followUp, crossover, curveCrossing
    case pOnly
    case statistic(PrintedStatistic)
  }
  var kind: Kind
  var measure: String
  /// Bytes from the measure's name or the first value to the last figure.
  var bytes: Range<Int>
  var value: PrintedNumber?
  var low: PrintedNumber?
  var high: PrintedNumber?
  var level: Double?
  var p: PrintedNumber?
  var pSided: ResultCard.Sidedness?
  var unit: String?
  var endpoint: String?
  /// Where the endpoint is named.
  var endpointBytes: Range<Int>?
  /// Whether the endpoint is what the text says rather than one of the lexicon's.
  var isFree = false
  var horizon: String?
  var arm: String?
  /// Where the arm is named.
  var armBytes: Range<Int>?
  /// The arms to which the learned model ties the values of a group, for where no grammar tells them.
  var boundArms: [ArmPhrase?] = []
  /// When it was measured, where only the learned model tells it.
  var timeBytes: Range<Int>?
  /// A test within its arm, which compares it with no other.
  var isWithinArm = false
  /// Of whom it speaks, where words beside the figure say so.
  var population: String?
  var details = ResultDetails()

  init(kind: Kind, measure: String, bytes: Range<Int>, value: PrintedNumber? = nil, unit: String? = nil) {
    self.kind = kind
    self.measure = measure
    self.bytes = bytes
    self.value = value
    self.unit = unit
  }

  /// Whether it tells something even where the text names no endpoint: an estimate, a test.
  var standsWithoutEndpoint: Bool {
    switch kind {
    case .estimate, .statistic, .pOnly: true
    default: false
    }
  }

  /// Whether another figure of its sentence can be of the same outcome.
  var takesOutcome: Bool {
    switch kind {
    case .estimate, .statistic, .pOnly, .values: true
    default: false
    }
  }

  /// Whether it was measured at some time after the beginning.
  var mayHaveTime: Bool {
    switch kind {
    case .estimate, .values: true
    default: false
    }
  }

  /// Whether it belongs to the trial, not to one analysis of it: a sample size, a share that crossed over.
  var isOfWholeTrial: Bool {
    switch kind {
    case .sampleSize, .crossover: true
    default: false
    }
  }

  /// Whether a P value after it can belong to it.
  var takesP: Bool {
    switch kind {
    case .estimate, .values: p == nil
    default: false
    }
  }

  mutating func extend(to end: Int) { bytes = min(bytes.lowerBound, end)..<max(bytes.upperBound, end) }
}
