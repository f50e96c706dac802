/// A numeric result with everything that gives it its meaning.
///
/// Rules copy cards by the thousand and change none: copies share one store until one of them is changed.
public struct ResultCard: Hashable, Sendable {
  public enum Location: String, Sendable { case text, table, abstract, note }
  public enum Sidedness: String, Sendable { case one, two }

  /// A value of one arm where a card holds several: the medians of two arms.
  public struct ArmValue: Hashable, Sendable {
    /// As printed or as bound: "sorafenib" or "索拉非尼"; nil where the text does not tell.
    public var arm: String?
    public var value: PrintedNumber
    public var details = ArmDetails()
    public init(arm: String?, value: PrintedNumber) {
      self.arm = arm
      self.value = value
    }
  }

  @usableFromInline struct Fields: Hashable, Sendable {
    @usableFromInline var trial: String?
    @usableFromInline var endpoint: String?
    @usableFromInline var measure: String
    @usableFromInline var value: PrintedNumber?
    @usableFromInline var low: PrintedNumber?
    @usableFromInline var high: PrintedNumber?
    @usableFromInline var level: Double?
    @usableFromInline var p: PrintedNumber?
    @usableFromInline var pSided: Sidedness?
    @usableFromInline var unit: String?
    @usableFromInline var arm: String?
    @usableFromInline var comparator: String?
    @usableFromInline var armValues: [ArmValue] = []
    @usableFromInline var population: String?
    @usableFromInline var dataCut: String?
    /// Behind a reference of its own: where a card is changed, its details seldom are.
    @usableFromInline var details = Shared(ResultDetails())
    @usableFromInline var location: Location
    @usableFromInline var references: [Int] = []
    @usableFromInline var passage: Int
    @usableFromInline var span: SourceSpan

    init(measure: String, location: Location, passage: Int, span: SourceSpan) {
      self.measure = measure
      self.location = location
      self.passage = passage
      self.span = span
    }
  }
  @usableFromInline var fields: Shared<Fields>

  public init(measure: String, location: Location, passage: Int, span: SourceSpan) {
    fields = Shared(Fields(measure: measure, location: location, passage: passage, span: span))
  }

  /// `Trial.id`.
  @inlinable public var trial: String? {
    _read { yield fields.value.trial }
    _modify { yield &fields.value.trial }
  }
  /// `OS RFS DFS EFS PFS ORR MPR …` or free text.
  @inlinable public var endpoint: String? {
    _read { yield fields.value.endpoint }
    _modify { yield &fields.value.endpoint }
  }
  /// `HR OR RR IRR MD SMD median mean rate count n followUp P crossover …`; a test's statistic is `t F chi2 z r Q I2 tau2`, with its
  /// degrees of freedom in `details`.
  @inlinable public var measure: String {
    _read { yield fields.value.measure }
    _modify { yield &fields.value.measure }
  }
  /// The estimate; nil for a card of `armValues` alone.
  @inlinable public var value: PrintedNumber? {
    _read { yield fields.value.value }
    _modify { yield &fields.value.value }
  }
  @inlinable public var low: PrintedNumber? {
    _read { yield fields.value.low }
    _modify { yield &fields.value.low }
  }
  @inlinable public var high: PrintedNumber? {
    _read { yield fields.value.high }
    _modify { yield &fields.value.high }
  }
  /// 0.95 for a 95 % interval.
  @inlinable public var level: Double? {
    _read { yield fields.value.level }
    _modify { yield &fields.value.level }
  }
  @inlinable public var p: PrintedNumber? {
    _read { yield fields.value.p }
    _modify { yield &fields.value.p }
  }
  @inlinable public var pSided: Sidedness? {
    _read { yield fields.value.pSided }
    _modify { yield &fields.value.pSided }
  }
  /// `month year week day % …`.
  @inlinable public var unit: String? {
    _read { yield fields.value.unit }
    _modify { yield &fields.value.unit }
  }
  /// The arm that the value describes, or the experimental arm of a comparison.
  @inlinable public var arm: String? {
    _read { yield fields.value.arm }
    _modify { yield &fields.value.arm }
  }
  @inlinable public var comparator: String? {
    _read { yield fields.value.comparator }
    _modify { yield &fields.value.comparator }
  }
  /// In the order printed.
  @inlinable public var armValues: [ArmValue] {
    _read { yield fields.value.armValues }
    _modify { yield &fields.value.armValues }
  }
  @inlinable public var population: String? {
    _read { yield fields.value.population }
    _modify { yield &fields.value.population }
  }
  /// "interim", "updated", "final", "35.1 months": what tells apart analyses of one trial.
  @inlinable public var dataCut: String? {
    _read { yield fields.value.dataCut }
    _modify { yield &fields.value.dataCut }
  }
  @inlinable public var details: ResultDetails {
    _read { yield fields.value.details.value }
    _modify { yield &fields.value.details.value }
  }
  @inlinable public var location: Location {
    _read { yield fields.value.location }
    _modify { yield &fields.value.location }
  }
  /// Indices into `Extract.references`.
  @inlinable public var references: [Int] {
    _read { yield fields.value.references }
    _modify { yield &fields.value.references }
  }
  /// Index into `Extract.passages`.
  @inlinable public var passage: Int {
    _read { yield fields.value.passage }
    _modify { yield &fields.value.passage }
  }
  /// The verbatim figures of the card: from the measure or first value to the last.
  @inlinable public var span: SourceSpan {
    _read { yield fields.value.span }
    _modify { yield &fields.value.span }
  }

  /// The analysis and the time of a rate: what two figures of one endpoint must share to be the same.
  public var moment: String? {
    guard let horizon = details.horizon else { return dataCut }
    return dataCut.map { "\($0), \(horizon)" } ?? horizon
  }

  /// Every printed number of the card, in the order of its keys.
  public var numbers: [PrintedNumber] {
    [value, low, high, p].compactMap { $0 } + details.numbers + armValues.flatMap { [$0.value] + $0.details.numbers }
  }
}
