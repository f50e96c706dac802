import Literature

/// The unit of a printed number, as far as results need it.
enum QuantityUnit: Hashable, Sendable {
  case percent
  /// `year month week day hour minute`.
  case time(String)
  /// Patients, participants, 例, 名.
  case people
  /// Anything else, as records name it: `mm`, `kg`, `point`.
  case other(String)

  /// How records name the unit.
  var name: String {
    switch self {
    case .percent: "%"
    case .time(let name), .other(let name): name
    case .people: "patients"
    }
  }

  var isTime: Bool { if case .time = self { true } else { false } }
}

/// A number of a text with what belongs to it: relation, sign, unit, the upper end of a printed range, a spread.
struct Quantity: Hashable, Sendable {
  /// Tokens from the sign or number to the last token that belongs to it.
  var tokens: Range<Int>
  var value: PrintedNumber
  /// The upper end of a range such as 60%~70%.
  var upper: PrintedNumber?
  /// What follows `±`.
  var spread: PrintedNumber?
  /// What the text calls it.
  var spreadKind: ResultDetails.SpreadKind?
  /// n beside a percentage: "10 % (12 of 120)".
  var count: PrintedNumber?
  /// N of "n of N" and "n/N".
  var total: PrintedNumber?
  var unit: QuantityUnit?
  /// Of how much time or how many it is a rate, as printed: "per year", "per 100 person-years", 每千人年.
  var denominator: String?
  /// Whether words such as "not reached" stand in place of a number; `value` is then none.
  var isNotReached = false
  /// Bytes from the relation or number to the end of the unit; a run of Chinese may go on after it.
  var bytes: Range<Int>
  /// The token where the first number stands.
  var numberToken: Int
}

/// An interval of a confidence level, as printed beside an estimate.
struct PrintedInterval: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    /// Confidence or credible interval.
    case confidence
    /// A bracket with two numbers and no word.
    case bare
    /// Interquartile range, range, standard deviation: spread of data, not of an estimate.
    case spread
  }
  var tokens: Range<Int>
  /// Nil where the interval has no lower end: one-sided, or not estimable.
  var low: PrintedNumber?
  /// Nil where the upper end is not reached, or there is none.
  var high: PrintedNumber?
  var level: Double?
  var kind: Kind
  /// What a spread is: quartiles or the whole range.
  var spreadKind: ResultDetails.IntervalKind?
}

/// A P value where it stands.
struct PrintedP: Hashable, Sendable {
  var tokens: Range<Int>
  var value: PrintedNumber
  var sided: ResultCard.Sidedness?
  /// Of interaction, trend or heterogeneity: which belong to no single estimate. Nil for a plain comparison.
  var kind: ResultDetails.PKind?
  /// Whether it goes on a list whose first value stands before it.
  var isFurther = false

  /// Whether it can be the P value of an estimate beside it.
  var isOfComparison: Bool { kind == nil || kind == .nonInferiority || kind == .superiority }
}

/// A ratio or difference with its value.
struct PrintedEstimate: Hashable, Sendable {
  /// From the name of the measure to its value.
  var tokens: Range<Int>
  /// As in `ResultCard.measure`.
  var measure: String
  /// Where the value stands.
  var value: Quantity
}
