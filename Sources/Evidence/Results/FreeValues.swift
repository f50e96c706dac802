import Literature
import TextAnalysis

/// Cards of outcomes that no lexicon knows: values of groups, of pairs, and single ones that a sentence states as a finding.
struct FreeValues {
  private var reading: SentenceReading
  private var text: ResultText { reading.text }
  private var outcome: (range: Range<Int>, text: String)?

  /// The drafts of quantities that no other draft has taken; `drafts` are the others, by which clauses end.
  static func drafts(in reading: SentenceReading, besides drafts: [CardDraft]) -> [CardDraft] {
    var rest = reading
    rest.quantities.removeAll { quantity in drafts.contains { $0.bytes.overlaps(quantity.bytes) } }
    rest.quantities = besideValues(rest.quantities, in: rest.text)
    guard !rest.quantities.isEmpty else { return [] }
    var values = FreeValues(reading: rest)
    return values.all(ends: drafts.filter { !isAside($0, in: rest.text) }.map(\.bytes.upperBound))
  }

  /// "in the singers (n = 15)": how many they were ends no clause.
  private static func isAside(_ draft: CardDraft, in text: ResultText) -> Bool {
    guard case .sampleSize = draft.kind else { return false }
    let number = text.tokenRange(ofBytes: draft.bytes).upperBound - 1
    return text.isSymbol(number + 1, ")") && (number - 3..<number).contains { text.isSymbol($0, "(") }
  }

  /// `18.6 (10.2)`: a number alone in the bracket after a value is its spread; with another unit it says the same again and is left out.
  static func besideValues(_ quantities: [Quantity], in text: ResultText) -> [Quantity] {
    var result: [Quantity] = []
    for quantity in quantities {
      let open = quantity.tokens.lowerBound - 1
      guard let last = result.last, last.tokens.upperBound == open, text.isSymbol(open, anyOf: ["(", "["]),
        text.isSymbol(quantity.tokens.upperBound, anyOf: [")", "]"]), last.count == nil, last.total == nil
      else {
        result.append(quantity)
        continue
      }
      if quantity.unit == nil, last.spread == nil, last.unit != .percent, quantity.value.relation == .equal {
        result[result.count - 1].spread = quantity.value
        result[result.count - 1].tokens = last.tokens.lowerBound..<quantity.tokens.upperBound + 1
        result[result.count - 1].bytes = last.bytes.lowerBound..<text.tokens[quantity.tokens.upperBound].end
      }
    }
    return result
  }

  private init(reading: SentenceReading) { self.reading = reading }

  /// A draft of values whose outcome is known.
  static func draft(of group: ValueGroup, _ outcome: Range<Int>, in reading: SentenceReading) -> CardDraft {
    FreeValues(reading: reading).draft(of: group, (outcome, reading.string(outcome)))
  }

  private mutating func all(ends: [Int]) -> [CardDraft] {
    var result: [CardDraft] = []
    let groups = ValueGrouper.groups(in: reading, accepting: FreeValueFilter.mayBeValue)
    know(groups.flatMap(\.labels).compactMap { $0 })
    let shared = isChinese ? [:] : SharedOutcomes(reading: reading).outcomes(of: groups)
    for (index, group) in groups.enumerated() {
      let start = group.bytes.lowerBound
      let limit = (ends + result.map(\.bytes.upperBound)).filter { $0 <= start }.max() ?? 0
      if let parts = shared[index] {
        result += zip(parts.groups, parts.outcomes).map { draft(of: $0, (text.bytes($1), text.string($1))) }
        outcome = parts.outcomes.last.map { (text.bytes($0), text.string($0)) }
        continue
      }
      let named = isChinese ? chineseOutcome(of: group.bytes, limit) : englishOutcome(of: group, limit)
      if let named { outcome = isMeasurable(named.range) ? named : nil } else if limit == 0 { outcome = nil }
      let isListed = named != nil && isBesideLabelled(index, in: groups)
      let isFurther = index > 0 && named == nil && !result.isEmpty && isAtAnotherTime(group, than: groups[index - 1])
      guard let outcome, !isDose(group), isListed || isFurther || isTold(group, named: named != nil) else { continue }
      result.append(draft(of: group, outcome))
    }
    return result
  }

  /// Arms that were found beside values are arms for everything that follows.
  private mutating func know(_ labels: [ArmPhrase]) {
    for label in labels {
      reading.phrases.removeAll { $0.isWeak && !$0.isGroup && $0.range.overlaps(label.range) }
      if !reading.phrases.contains(where: { $0.range.overlaps(label.range) }) { reading.phrases.append(label) }
    }
    reading.phrases.sort { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// "8.1 h at first, 8.7 h with A and 9.8 h with B": a value without arm in a list of values with arms.
  private func isBesideLabelled(_ index: Int, in groups: [ValueGroup]) -> Bool {
    guard groups[index].quantities.count == 1, groups[index].unit != nil, index + 1 < groups.count else { return false }
    let next = groups[index + 1]
    return next.unit == groups[index].unit && next.labels.contains { $0 != nil }
      && next.bytes.lowerBound - groups[index].bytes.upperBound <= 60
  }

  /// "was 999 ± 109 pg/mL before treatment and 168 ± 13 pg/mL after treatment": the same at another time.
  private func isAtAnotherTime(_ group: ValueGroup, than last: ValueGroup) -> Bool {
    guard group.quantities.count == 1, last.quantities.count == 1, let value = group.quantities.first,
      let first = last.quantities.first,
      value.unit == first.unit, value.spread != nil, first.spread != nil
    else { return false }
    let gap = text.tokenRange(ofBytes: last.bytes.upperBound..<group.bytes.lowerBound)
    return gap.count <= 8 && gap.contains { ["before", "after", "at", "during"].contains(text.word($0)) }
      && gap.last.map { text.code($0) == OutcomePhrase.and } ?? false
  }

  private func isMeasurable(_ bytes: Range<Int>) -> Bool {
    isChinese || OutcomePhrase(reading: reading).isMeasurable(text.tokenRange(ofBytes: bytes))
  }

  private var isChinese: Bool { text.hasHan }

  private func englishOutcome(of group: ValueGroup, _ limit: Int) -> (range: Range<Int>, text: String)? {
    let figure = group.bytes
    let start = limit == 0 ? 0 : text.tokenRange(ofBytes: limit..<max(limit, figure.lowerBound)).lowerBound
    guard let tokens = OutcomePhrase(reading: reading).tokens(of: figure, first: group.quantities.first?.bytes, after: start),
      !tokens.isEmpty
    else { return nil }
    return (text.bytes(tokens), text.string(tokens))
  }

  private func chineseOutcome(of figure: Range<Int>, _ limit: Int) -> (range: Range<Int>, text: String)? {
    let finder = ChineseOutcome(reading: reading)
    guard let own = finder.bytes(of: figure, after: limit), !["有", "共有", "其中有", "个月内", "期间"].contains(reading.string(own)) else {
      return finder.following(figure).map { ($0, reading.string($0)) }
    }
    return (own, reading.string(own))
  }

  /// Whether a group of values is stated as a result. Two arms side by side are; one value alone needs an arm, or a share, spread or
  /// average with its outcome in the same clause.
  private func isTold(_ group: ValueGroup, named: Bool) -> Bool {
    guard group.quantities.count == 1, let only = group.quantities.first else {
      if isOfStrata(group) { return false }
      return group.quantities.contains { $0.value.decimals > 0 || $0.unit != nil || $0.spread != nil }
        || group.labels.contains { $0 != nil }
        || group.shape == .versus
    }
    if only.value.relation == .greaterOrEqual || only.value.relation == .lessOrEqual || isThreshold(only) { return false }
    if group.labels[0] != nil { return only.unit != nil || only.value.decimals > 0 || only.spread != nil || named }
    if named, only.denominator != nil || isChinese && isCountOfEvents(only) { return true }
    guard named, !isOfBaseline(only), only.value.relation == .equal || only.value.relation == .about else { return false }
    if isChinese { return isToldInChinese(only) }
    if only.unit == .percent, !ValueFilter.mayBeValue(only, in: reading) { return false }
    if only.spread != nil || only.total != nil || only.count != nil { return true }
    let words = outcome.map { text.tags[text.tokenRange(ofBytes: $0.range)].reduce(WordTags()) { $0.union($1) } } ?? []
    let isAverage = !words.isDisjoint(with: [.mean, .median])
    if hasOwnInterval(only) { return true }
    return only.unit == .percent || isAverage && (only.unit != nil || only.value.decimals > 0)
      || isAverage && IntervalFinder(reading: reading).spread(after: only) != nil || only.unit == .people && only.value.value >= 1
  }

  /// "The incidence was 5.4 (95 % CI 3.8 to 7.5)": of something measured, and no difference or coefficient.
  private func isCopula(before quantity: Quantity) -> Bool {
    guard ["was", "were"].contains(text.word(quantity.tokens.lowerBound - 1)), let outcome else { return false }
    let words = text.tokenRange(ofBytes: outcome.range)
    return words.contains {
      ["rate", "rates", "incidence", "prevalence", "mean", "score", "scores", "median"].contains(text.word($0))
    }
      && IntervalFinder(reading: reading).interval(after: quantity)?.kind == .confidence
  }

  /// "(≤ 2.0 vs. > 2.0)": how people were parted.
  private func isOfStrata(_ group: ValueGroup) -> Bool {
    group.quantities.count == 2 && group.quantities[0].value.value == group.quantities[1].value.value
      && group.quantities.allSatisfy { ![.equal, .about].contains($0.value.relation) }
  }

  /// "improved by 0.25 units (−0.35 to 0.84)": an interval directly behind a value, around it.
  private func hasOwnInterval(_ quantity: Quantity) -> Bool {
    guard text.word(quantity.tokens.lowerBound - 1) == "by" || isCopula(before: quantity),
      let interval = IntervalFinder(reading: reading).interval(after: quantity), let low = interval.low?.value,
      let high = interval.high?.value
    else { return false }
    return low < quantity.value.value && quantity.value.value < high
  }

  /// "治疗成功率为 64.0 %(89/139)", "平均住院时间为(8.6±2.1)d": a share, or a value with its spread or interval, of something measured.
  private func isToldInChinese(_ quantity: Quantity) -> Bool {
    guard let words = outcome?.text, ChineseOutcome.isMeasured(words) else { return false }
    let hasInterval = IntervalFinder(reading: reading).interval(after: quantity) != nil
    return quantity.unit == .percent || quantity.spread != nil || hasInterval
      || words.hasAny(["平均", "中位"]) && (quantity.unit != nil || quantity.value.decimals > 0)
  }

  /// 新发糖尿病 84 例.
  private func isCountOfEvents(_ quantity: Quantity) -> Bool {
    quantity.unit == .people && quantity.value.relation == .equal
      && outcome.map {
        $0.text.hasAny(["新发", "死亡", "复发", "发生", "感染", "并发症", "转移", "出血", "缓解", "进展", "稳定", "显效", "有效", "无效", "痊愈", "好转"])
      }
        ?? false
  }

  /// "HbA1c < 6.0 %": a sign before the number draws a line.
  private func isThreshold(_ quantity: Quantity) -> Bool {
    text.isSymbol(quantity.tokens.lowerBound, anyOf: ["<", ">"])
  }

  /// "A (0.5 mg/kg) or B (0.2 mg/kg)": an amount is an outcome only where the sentence says amount, level or mean.
  private func isDose(_ group: ValueGroup) -> Bool {
    guard case .other(let name) = group.unit, ["mg", "μg", "g", "IU", "mL"].contains(String(name.prefix { $0 != "/" })),
      !group.quantities.contains(where: { $0.spread != nil }), let outcome,
      !["/l", "/dl", "/ml"].contains(where: { name.lowercased().hasSuffix($0) })
    else { return false }
    let words = outcome.text.lowercased()
    let tags = text.tags[text.tokenRange(ofBytes: outcome.range)].reduce(WordTags()) { $0.union($1) }
    return tags.isDisjoint(with: [.mean, .median])
      && !words.hasAny([
        "dose", "level", "levels", "concentration", "concentrations", "loss", "volume", "consumption", "intake", "amount",
        "glucose", "output", "weight", "mass", "yield", "excretion",
      ])
  }

  private static let baselines = Phrases(["baseline", "base line", "at entry", "基线", "入组时"], foldingCapitals: true)

  private func isOfBaseline(_ quantity: Quantity) -> Bool { Self.isOfBaseline(quantity, in: reading) }

  /// Whether the words before a value speak of the beginning.
  static func isOfBaseline(_ quantity: Quantity, in reading: SentenceReading) -> Bool {
    baselines.stand(in: reading.text.utf8[..<quantity.bytes.lowerBound])
  }

  private func draft(of group: ValueGroup, _ outcome: (range: Range<Int>, text: String)) -> CardDraft {
    var draft = CardDraft(kind: .values(group), measure: measure(of: group, outcome), bytes: group.bytes, unit: group.unitName)
    let words =
      isChinese
      ? outcome.range : text.bytes(OutcomePhrase(reading: reading).withoutAverage(text.tokenRange(ofBytes: outcome.range)))
    draft.endpoint = reading.string(words)
    draft.endpointBytes = words
    draft.isFree = true
    ValueDrafts(reading: reading).fillSingle(&draft, group)
    return draft
  }

  /// "(2.3 [1.8–3.1] min vs 11.6 [8.4–16.0] min; median [IQR])", "12 vs 15 (medians)": said after the values in their bracket.
  private func measureAfter(_ group: ValueGroup) -> String? {
    let end = text.tokenRange(ofBytes: group.bytes).upperBound
    for index in end..<min(text.count, end + 14) {
      if text.isSymbol(index, "。") || text.tags(index).contains(.verb) { return nil }
      guard text.isSymbol(index - 1, anyOf: [";", ",", "[", "("]) else { continue }
      if text.tags(index).contains(.median) { return "median" }
      if text.tags(index).contains(.mean) { return text.word(index + 1) == "difference" ? nil : "mean" }
    }
    return nil
  }

  /// HbA1c, an ejection fraction: no share of people, unless a count stands with it.
  private func isOfPercentages(_ outcome: (range: Range<Int>, text: String), _ group: ValueGroup) -> Bool {
    !group.quantities.contains { $0.count != nil || $0.total != nil }
      && reading.endpoints.contains { $0.range.overlaps(outcome.range) && ValueDrafts.isMeasuredInPercent($0.name) }
  }

  /// "Annualised relapse rate", "incidence of falls": a number without unit is a rate of it.
  private func isRate(_ outcome: (range: Range<Int>, text: String)) -> Bool {
    let own = text.tokenRange(ofBytes: outcome.range)
    return own.contains { ["rate", "rates", "incidence", "incidences", "prevalence"].contains(text.word($0)) }
      && !own.contains { ["heart", "filtration", "pulse", "respiratory", "flow"].contains(text.word($0)) }
  }

  private func measure(of group: ValueGroup, _ outcome: (range: Range<Int>, text: String)) -> String {
    let start = max(0, min(outcome.range.lowerBound, group.bytes.lowerBound) - 24)
    let tokens = text.tokenRange(ofBytes: start..<max(start, group.bytes.lowerBound))
    let tags = text.tags[tokens].reduce(WordTags()) { $0.union($1) }
    let words = reading.string(start..<max(start, group.bytes.lowerBound))
    if let told = measureAfter(group) { return told }
    if isChinese, ["M(P25", "M（P25", "M(Q", "M（Q", "M(P_25"].contains(where: { text.utf8.contains(sequence: $0.utf8) }) {
      return "median"
    }
    if tags.contains(.median) || words.hasAny(["中位"]) || isOfQuartiles(group) { return "median" }
    if group.quantities.contains(where: { $0.spread != nil }) || tags.contains(.mean) || words.hasAny(["平均", "均值", "均数"]) {
      return "mean"
    }
    switch group.unit {
    case .percent: return isOfPercentages(outcome, group) ? "mean" : "rate"
    case nil where isRate(outcome), _ where group.denominator?.utf8.contains(sequence: "year".utf8) ?? false,
      _ where group.denominator?.hasSuffix("年") ?? false:
      return "rate"
    case .people, .other("event"): return "count"
    case nil where countsEvents(outcome, group): return "count"
    default: return isOfGroups(group) ? "mean" : "value"
    }
  }

  /// "12 (8–18) mg" in a sentence that speaks of medians and of no mean.
  private func isOfQuartiles(_ group: ValueGroup) -> Bool {
    let tags = text.tags.reduce(WordTags()) { $0.union($1) }
    return tags.contains(.median) && !tags.contains(.mean)
      && group.quantities.allSatisfy { quantity in
        reading.intervals.contains { $0.kind == .bare && $0.tokens.lowerBound == quantity.tokens.upperBound }
      }
  }

  /// "deaths (27 vs 44)": whole numbers of what happens.
  private func countsEvents(_ outcome: (range: Range<Int>, text: String), _ group: ValueGroup) -> Bool {
    let own = text.tokenRange(ofBytes: outcome.range)
    return group.quantities.allSatisfy { $0.value.decimals == 0 && $0.spread == nil }
      && own.contains { Self.events[text.code($0)] != nil }
  }

  private static let events = WordTable(
    [
      "deaths", "events", "cases", "relapses", "recurrences", "infections", "complications", "fractures", "falls", "strokes",
      "withdrawals", "pregnancies", "births", "admissions", "readmissions", "hospitalizations", "hospitalisations", "reactions",
      "failures", "exacerbations", "reoperations", "transfusions",
    ].map { (WordCode.of($0), true) }
  ) { first, _ in first }

  /// What stands for a group where nothing says so: it changes, differs between arms, or has an interval of confidence.
  private func isOfGroups(_ group: ValueGroup) -> Bool {
    if group.shape == .change { return true }
    let finder = IntervalFinder(reading: reading)
    if group.quantities.contains(where: { finder.interval(after: $0)?.kind == .confidence }) { return true }
    return group.quantities.count > 1 && group.unit != nil && group.unit != .other("times")
  }
}
