import Literature
import TextAnalysis

/// Turns the numbers of one sentence into drafts of cards: which figures are one result.
struct DraftReader {
  private let reading: SentenceReading
  private var drafts: [CardDraft] = []

  /// Ascending by place.
  static func drafts(in reading: SentenceReading) -> [CardDraft] {
    guard !reading.quantities.isEmpty || !reading.pValues.isEmpty else { return [] }
    var reader = DraftReader(reading: reading)
    reader.read()
    return reader.drafts
  }

  private init(reading: SentenceReading) { self.reading = reading }

  private mutating func read() {
    let counts = SampleSizeReader(reading: reading).drafts() + FollowUpReader(reading: reading).drafts()
    let crossings = CrossoverReader(reading: reading).drafts()
    let special = counts + crossings
    drafts = special.map(\.draft)
    for estimate in reading.estimates { drafts.append(draft(of: estimate)) }
    var rest = reading
    let taken = Set(special.map(\.numberToken))
    rest.quantities.removeAll { taken.contains($0.numberToken) }
    for group in ValueGrouper.groups(in: rest) { drafts += ValueDrafts(reading: rest).drafts(of: group) }
    drafts.sort { $0.bytes.lowerBound < $1.bytes.lowerBound }
    attachPValues()
  }

  private func draft(of estimate: PrintedEstimate) -> CardDraft {
    var draft = CardDraft(
      kind: .estimate(estimate), measure: estimate.measure, bytes: reading.text.bytes(estimate.tokens),
      value: estimate.value.value,
      unit: estimate.value.unit?.name)
    if let interval = IntervalFinder(reading: reading).interval(after: estimate.value) {
      draft.low = interval.low
      draft.high = interval.high
      draft.level = interval.level
      draft.extend(to: reading.text.bytes(interval.tokens).upperBound)
    }
    return draft
  }

  private mutating func attachPValues() {
    for p in reading.pValues where !p.isOfInteraction {
      let bytes = reading.text.bytes(p.tokens)
      if let index = owner(of: bytes) {
        drafts[index].p = p.value
        drafts[index].pSided = p.sided
        drafts[index].extend(to: bytes.upperBound)
        drafts[index].bytes = min(drafts[index].bytes.lowerBound, bytes.lowerBound)..<drafts[index].bytes.upperBound
      } else {
        var draft = CardDraft(kind: .pOnly, measure: "P", bytes: bytes)
        draft.p = p.value
        draft.pSided = p.sided
        drafts.append(draft)
      }
    }
    drafts.sort { $0.bytes.lowerBound < $1.bytes.lowerBound }
  }

  /// The nearest result before a P value that has none and no other endpoint between; else the one directly after.
  private func owner(of p: Range<Int>) -> Int? {
    let before = drafts.indices.last { drafts[$0].takesP && drafts[$0].bytes.upperBound <= p.lowerBound }
    if let before, belongs(drafts[before].bytes.upperBound..<p.lowerBound) { return before }
    let after = drafts.indices.first { drafts[$0].takesP && drafts[$0].bytes.lowerBound >= p.upperBound }
    guard let after, drafts[after].bytes.lowerBound - p.upperBound <= 8 else { return nil }
    return after
  }

  private func belongs(_ gap: Range<Int>) -> Bool {
    guard gap.count <= 240,
      !reading.pValues.contains(where: { gap.contains(reading.text.bytes($0.tokens).lowerBound) && !$0.isOfInteraction })
    else { return false }
    let text = reading.string(gap)
    let isFar = text.utf8.contains(0x3B) && gap.count > 40 || text.hasAny(["。"])
    return !isFar && !reading.endpoints.contains { $0.range.overlaps(gap) && !$0.isWeak }
  }
}

/// Finds the interval that stands with a value.
struct IntervalFinder {
  let reading: SentenceReading

  func interval(after value: Quantity) -> PrintedInterval? {
    guard let interval = reading.intervals.first(where: { $0.tokens.lowerBound >= value.tokens.upperBound }),
      interval.kind != .spread
    else { return nil }
    let between = value.tokens.upperBound..<interval.tokens.lowerBound
    let words = between.filter { reading.text.kind($0) == .word || reading.text.kind($0) == .han }.count
    if interval.kind == .bare { return between.count <= 1 && words <= 1 ? interval : nil }
    let isClean = !between.contains { reading.text.kind($0) == .number } && !reading.text.isBroken(between)
    return between.count <= 12 && words <= 8 && isClean ? interval : nil
  }
}

extension ResultText {
  /// Whether a full stop stands in a range.
  func isBroken(_ range: Range<Int>) -> Bool { range.contains { isSymbol($0, "。") } }
}
