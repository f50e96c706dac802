import Literature
import TextAnalysis

/// Turns the numbers of one sentence into drafts of cards: which figures are one result.
struct DraftReader {
  /// Whether outcomes that the lexicon does not know are read too.
  enum Mode { case known, all }

  private let reading: SentenceReading
  private let mode: Mode
  private var drafts: [CardDraft] = []

  /// Ascending by place.
  static func drafts(in reading: SentenceReading, _ mode: Mode = .known) -> [CardDraft] {
    guard !reading.quantities.isEmpty || !reading.pValues.isEmpty || !reading.statistics.isEmpty else { return [] }
    var reader = DraftReader(reading: reading, mode: mode)
    reader.read()
    return reader.drafts
  }

  private init(reading: SentenceReading, mode: Mode) {
    self.reading = reading
    self.mode = mode
  }

  private mutating func read() {
    let counts = SampleSizeReader(reading: reading).drafts() + FollowUpReader(reading: reading).drafts()
    let crossings = CrossoverReader(reading: reading).drafts()
    let special = counts + crossings
    drafts = special.map(\.draft)
    for estimate in reading.estimates where isMeant(estimate) { drafts.append(draft(of: estimate)) }
    for statistic in reading.statistics { drafts.append(draft(of: statistic)) }
    var rest = reading
    let taken = Set(special.map(\.numberToken))
    rest.quantities.removeAll { taken.contains($0.numberToken) }
    rest.quantities = CountShare.merged(rest.quantities, in: rest.text)
    let parallel = mode == .all ? ParallelGroups(rest).drafts() + ParallelArms(rest).drafts() : []
    rest.quantities.removeAll { quantity in
      parallel.contains { if case .values(let group) = $0.kind { group.quantities.contains(quantity) } else { false } }
    }
    drafts += parallel
    for group in ValueGrouper.groups(in: rest) { drafts += ValueDrafts(reading: rest).drafts(of: group) }
    if mode == .all {
      drafts += FreeValues.drafts(in: rest, besides: drafts)
      BoundValues.bind(&drafts, in: rest)
    }
    drafts.sort { $0.bytes.lowerBound < $1.bytes.lowerBound }
    nameRiskDifferences()
    attachPValues()
    markInteractions()
    if mode == .all { DraftNaming.name(&drafts, in: reading) }
  }

  /// "PR" stands for much else ("PR-VEP", pulse rate, partial response): a prevalence ratio has an interval.
  private func isMeant(_ estimate: PrintedEstimate) -> Bool {
    estimate.measure != "PR" || IntervalFinder(reading: reading).interval(after: estimate.value) != nil
  }

  /// "82.6 % vs 74.4 % (difference, 8.2 percentage points": a difference that two shares of the sentence give is one of risks.
  private mutating func nameRiskDifferences() {
    for index in drafts.indices where drafts[index].measure == "MD" {
      guard case .estimate = drafts[index].kind, let value = drafts[index].value?.value,
        drafts[index].unit == "%" || drafts[index].unit == "percentage point",
        drafts[..<index].contains(where: { Self.isPairOfShares($0, apart: abs(value)) })
      else { continue }
      drafts[index].measure = "RD"
    }
  }

  /// "no interaction between time and group for tension (F = 7.1, p = 0.01), depression (F = …)": statistics of a test of interaction.
  private mutating func markInteractions() {
    let text = reading.text
    guard let word = text.indices.first(where: { ["interaction", "interactions"].contains(text.word($0)) }) else { return }
    let effect = text.indices.first { text.word($0) == "main" && ["effect", "effects"].contains(text.word($0 + 1)) }
    for index in drafts.indices {
      let start = text.tokenRange(ofBytes: drafts[index].bytes).lowerBound
      guard case .statistic(let statistic) = drafts[index].kind, ["F", "t", "chi2", "z"].contains(statistic.measure),
        drafts[index].details.pKind == nil, word < start, effect.map({ $0 < word || $0 > start }) ?? true,
        !(word..<start).contains(where: { text.isSymbol($0, ";") })
      else { continue }
      drafts[index].details.pKind = .interaction
    }
  }

  private static func isPairOfShares(_ draft: CardDraft, apart difference: Double) -> Bool {
    guard draft.measure == "rate", draft.endpoint.map({ !ValueDrafts.isMeasuredInPercent($0) }) ?? true,
      case .values(let group) = draft.kind, group.quantities.count == 2, group.shape != .change
    else {
      return false
    }
    return abs(abs(group.quantities[0].value.value - group.quantities[1].value.value) - difference) <= 0.11
  }

  /// Measures of an association or of a test's accuracy, which compare no arms unless the sentence says so.
  static func isOfOne(_ measure: String) -> Bool {
    ["r", "beta", "kappa", "ICC", "Q", "I2", "tau2"].contains(measure) || DiagnosticReader.measures.contains(measure)
  }

  private func draft(of estimate: PrintedEstimate) -> CardDraft {
    var draft = CardDraft(
      kind: .estimate(estimate), measure: estimate.measure, bytes: reading.text.bytes(estimate.tokens),
      value: estimate.value.value,
      unit: estimate.value.unit?.name)
    if let interval = IntervalFinder(reading: reading).interval(after: estimate.value) ?? intervalInBracket(after: estimate.value)
    {
      draft.low = interval.low
      draft.high = interval.high
      draft.level = interval.level ?? levelNamed(before: interval)
      draft.details.intervalKind = interval.spreadKind == .credible ? .credible : nil
      draft.extend(to: reading.text.bytes(interval.tokens).upperBound)
    } else if let range = rangeAfter(estimate.value) {
      draft.low = range.value
      draft.high = range.upper
      draft.extend(to: range.bytes.upperBound)
    }
    return draft
  }

  /// 0.95 where the words before a bare interval name its level once for all: "(HR [95% CI]: 1.90 [1.16, 3.12])".
  private func levelNamed(before interval: PrintedInterval) -> Double? {
    guard interval.kind == .bare else { return nil }
    let text = reading.text
    let levels = (0..<interval.tokens.lowerBound).compactMap { index -> Double? in
      guard text.kind(index) == .number, text.isSymbol(index + 1, "%"),
        ["ci", "cis", "confidence"].contains(text.word(index + 2))
      else {
        return nil
      }
      return PrintedNumber(text.string(index)).map { ($0.value * 1000).rounded() / 100_000 }
    }
    return levels.last
  }

  /// "2.25 times higher (b = .81, P = .04, 95% CI 1.05-4.84)": an interval further on in the bracket behind an estimate, which holds its value.
  private func intervalInBracket(after value: Quantity) -> PrintedInterval? {
    let text = reading.text
    guard
      let opening = (value.tokens.upperBound..<min(text.count, value.tokens.upperBound + 20)).first(where: {
        text.isSymbol($0, "(")
      }),
      let end = text.end(ofBracketAt: opening),
      !reading.estimates.contains(where: { (value.tokens.upperBound..<opening).contains($0.tokens.lowerBound) })
    else { return nil }
    let inside = reading.intervals.filter { $0.kind == .confidence && (opening..<end).contains($0.tokens.lowerBound) }
    guard inside.count == 1, let only = inside.first, let low = only.low?.value, let high = only.high?.value,
      (low...max(low, high)).contains(value.value.value)
    else { return nil }
    return only
  }

  /// `OR 0.60, 0.43–0.85`: a range directly after an estimate, and around it, is its interval.
  private func rangeAfter(_ value: Quantity) -> Quantity? {
    guard reading.text.isSymbol(value.tokens.upperBound, anyOf: [",", ";"]) else { return nil }
    return reading.quantities.first { range in
      guard range.tokens.lowerBound == value.tokens.upperBound + 1, let upper = range.upper, range.unit == nil else {
        return false
      }
      return range.value.decimals > 0 && range.value.value <= value.value.value && value.value.value <= upper.value
    }
  }

  private func draft(of statistic: PrintedStatistic) -> CardDraft {
    var draft = CardDraft(
      kind: .statistic(statistic), measure: statistic.measure, bytes: reading.text.bytes(statistic.tokens),
      value: statistic.value,
      unit: statistic.isPercent ? "%" : nil)
    if statistic.measure == "r", let interval = interval(after: statistic) {
      (draft.low, draft.high, draft.level) = (interval.low, interval.high, interval.level)
      draft.extend(to: reading.text.bytes(interval.tokens).upperBound)
    }
    draft.details.degreesOfFreedom = statistic.degreesOfFreedom
    draft.details.total = statistic.total
    return draft
  }

  /// `ρ = −0.31, 95% CI −0.47 to −0.14`.
  private func interval(after statistic: PrintedStatistic) -> PrintedInterval? {
    reading.intervals.first {
      $0.kind == .confidence && $0.tokens.lowerBound >= statistic.tokens.upperBound
        && $0.tokens.lowerBound - statistic.tokens.upperBound <= 3
    }
  }

  /// A P value goes to the result it belongs to and to the statistic it was computed from; it is a card of its own where it has neither.
  private mutating func attachPValues() {
    var listed: Set<Int> = []
    for (index, p) in reading.pValues.enumerated() where !listed.contains(index) {
      let bytes = reading.text.bytes(p.tokens)
      let list = index..<(reading.pValues[(index + 1)...].firstIndex { !$0.isFurther } ?? reading.pValues.count)
      if list.count > 1, attach(list: reading.pValues[list]) {
        listed.formUnion(list)
        continue
      }
      if attachToAll(p, bytes) { continue }
      let statistic = statistic(before: bytes)
      if let statistic { attach(p, bytes, to: statistic) }
      // The P of Q tests whether studies differ, not what they found together.
      let isOfHeterogeneity = statistic.map(isOfHeterogeneity) ?? false
      if p.isOfComparison, !isOfHeterogeneity, let index = owner(of: bytes, looksAhead: statistic == nil) {
        attach(p, bytes, to: index)
      } else if statistic == nil {
        var draft = CardDraft(kind: .pOnly, measure: "P", bytes: bytes)
        draft.p = p.value
        draft.pSided = p.sided
        draft.details.pKind = p.kind
        drafts.append(draft)
      }
    }
    drafts.sort { $0.bytes.lowerBound < $1.bytes.lowerBound }
  }

  /// "12 vs 15 and 3 vs 8 (P = 0.03 and 0.001, respectively)": one for each of as many figures before. Whether there are as many.
  private mutating func attach(list: ArraySlice<PrintedP>) -> Bool {
    guard let first = list.first else { return false }
    let place = reading.text.bytes(first.tokens)
    let owners = drafts.indices.filter { drafts[$0].takesP && drafts[$0].bytes.upperBound <= place.lowerBound }.suffix(list.count)
    guard owners.count == list.count, first.isOfComparison else { return false }
    for (p, index) in zip(list, owners) {
      (drafts[index].p, drafts[index].pSided, drafts[index].details.pKind) = (p.value, p.sided, p.kind)
    }
    return true
  }

  /// "均 P<0.05", "P<0.001 for both": the P of every figure before it that has none. Whether there are several.
  private mutating func attachToAll(_ p: PrintedP, _ bytes: Range<Int>) -> Bool {
    let text = reading.text
    let isOfAll =
      isOfAllInChinese(bytes) || p.tokens.contains { text.han($0).hasPrefix("均") }
      || ["both", "all"].contains(text.word(p.tokens.lowerBound - 1))
      || text.word(p.tokens.upperBound) == "for" && ["both", "all"].contains(text.word(p.tokens.upperBound + 1))
    guard isOfAll, p.isOfComparison else { return false }
    let limit = reading.pValues.last { $0.tokens.upperBound <= p.tokens.lowerBound }.map { text.bytes($0.tokens).upperBound } ?? 0
    let owners = drafts.indices.filter { index in
      guard drafts[index].p == nil, drafts[index].bytes.lowerBound >= limit, drafts[index].bytes.upperBound <= bytes.lowerBound
      else { return false }
      switch drafts[index].kind {
      case .estimate, .values, .statistic: return true
      default: return false
      }
    }
    guard owners.count > 1 else { return false }
    for index in owners {
      (drafts[index].p, drafts[index].pSided, drafts[index].details.pKind) = (p.value, p.sided, p.kind)
    }
    if let last = owners.last { drafts[last].extend(to: bytes.upperBound) }
    return true
  }

  /// 均 in the clause before: "均短于对照组(P<0.05)", "(均 P<0.05)".
  private func isOfAllInChinese(_ p: Range<Int>) -> Bool {
    let bytes = reading.text.utf8[max(0, p.lowerBound - 60)..<p.lowerBound]
    guard bytes.contains(sequence: "均".utf8) else { return false }
    let before = String(decoding: bytes, as: UTF8.self)
    guard let clause = before.split(omittingEmptySubsequences: false, whereSeparator: { ",，；;。".contains($0) }).last
    else { return false }
    return clause.contains("均") && !String(clause).hasAny(["平均", "均数", "均值"])
  }

  /// Q, I² and τ², and a χ² that stands beside one of them: "Chi² = 1.43, df = 3 (P = 0.70); I² = 0%".
  private func isOfHeterogeneity(_ index: Int) -> Bool {
    let measures: Set<String> = ["Q", "I2", "tau2"]
    if measures.contains(drafts[index].measure) { return true }
    guard drafts[index].measure == "chi2" else { return false }
    let near = max(0, drafts[index].bytes.lowerBound - 40)..<drafts[index].bytes.upperBound + 40
    return drafts.contains { measures.contains($0.measure) && near.contains($0.bytes.lowerBound) }
  }

  private mutating func attach(_ p: PrintedP, _ bytes: Range<Int>, to index: Int) {
    drafts[index].p = p.value
    drafts[index].pSided = p.sided
    drafts[index].details.pKind = p.kind
    drafts[index].bytes =
      min(drafts[index].bytes.lowerBound, bytes.lowerBound)..<max(drafts[index].bytes.upperBound, bytes.upperBound)
  }

  /// The statistic whose P value this is: directly before it, only an interval, an effect size or a comma between.
  private func statistic(before p: Range<Int>) -> Int? {
    let index = drafts.indices.last { index in
      guard case .statistic = drafts[index].kind, drafts[index].p == nil else { return false }
      return drafts[index].bytes.upperBound <= p.lowerBound
    }
    guard let index, p.lowerBound - drafts[index].bytes.upperBound <= 60 else { return nil }
    let gap = drafts[index].bytes.upperBound..<p.lowerBound
    let isBroken =
      reading.pValues.contains { gap.contains(reading.text.bytes($0.tokens).lowerBound) }
      // "F(1, 42) = 17.6; p < 0.001" is one figure with its P value.
      || gap.count > 3
        && reading.text.tokens[reading.text.tokenRange(ofBytes: gap)].contains { $0.isSymbol(";") || $0.isSymbol("。") }
    return isBroken ? nil : index
  }

  /// The nearest result before a P value that has none and no other endpoint between; else the one directly after.
  private func owner(of p: Range<Int>, looksAhead: Bool) -> Int? {
    let before = drafts.indices.last { drafts[$0].takesP && drafts[$0].bytes.upperBound <= p.lowerBound }
    if let before, belongs(drafts[before].bytes.upperBound..<p.lowerBound) { return before }
    let after = drafts.indices.first { drafts[$0].takesP && drafts[$0].bytes.lowerBound >= p.upperBound }
    guard looksAhead, let after, drafts[after].bytes.lowerBound - p.upperBound <= 8 else { return nil }
    return after
  }

  private func belongs(_ gap: Range<Int>) -> Bool {
    guard gap.count <= 240,
      !reading.pValues.contains(where: { gap.contains(reading.text.bytes($0.tokens).lowerBound) && $0.isOfComparison })
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
    // "24 weeks (70.8%–85.0%)": shares are no limits of a time.
    if value.unit?.isTime == true,
      interval.tokens.contains(where: { reading.text.isSymbol($0, "%") && $0 + 1 == interval.tokens.upperBound })
    {
      return nil
    }
    let between = value.tokens.upperBound..<interval.tokens.lowerBound
    let words = between.filter { reading.text.kind($0) == .word || reading.text.kind($0) == .han }.count
    if interval.kind == .bare { return between.count <= 1 && words <= 1 ? interval : nil }
    let isClean = !between.contains { reading.text.kind($0) == .number } && !reading.text.isBroken(between)
    return between.count <= 12 && words <= 8 && isClean ? interval : nil
  }
}

extension IntervalFinder {
  /// Quartiles or a range directly after a value: `7 (IQR 5-10)`, `54 (range, 18-81)`.
  func spread(after value: Quantity) -> PrintedInterval? {
    guard let interval = reading.intervals.first(where: { $0.tokens.lowerBound >= value.tokens.upperBound }),
      interval.kind == .spread,
      interval.tokens.lowerBound - value.tokens.upperBound <= 4,
      !(value.tokens.upperBound..<interval.tokens.lowerBound).contains(where: { reading.text.kind($0) == .number })
    else { return nil }
    return interval
  }
}

extension ResultText {
  /// Whether a full stop stands in a range.
  func isBroken(_ range: Range<Int>) -> Bool { range.contains { isSymbol($0, "。") } }
}
