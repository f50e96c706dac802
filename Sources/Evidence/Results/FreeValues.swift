import Literature
import TextAnalysis

/// Cards of outcomes that no lexicon knows: values of groups, of pairs, and single ones that a sentence states as a finding.
struct FreeValues {
  private let reading: SentenceReading
  private var text: ResultText { reading.text }
  private var outcome: (range: Range<Int>, text: String)?

  /// The drafts of quantities that no other draft has taken; `drafts` are the others, by which clauses end.
  static func drafts(in reading: SentenceReading, besides drafts: [CardDraft]) -> [CardDraft] {
    var rest = reading
    rest.quantities.removeAll { quantity in drafts.contains { $0.bytes.overlaps(quantity.bytes) } }
    rest.quantities = besideValues(rest.quantities, in: rest.text)
    guard !rest.quantities.isEmpty else { return [] }
    var values = FreeValues(reading: rest)
    return values.all(ends: drafts.map(\.bytes.upperBound))
  }

  /// `18.6 (10.2)`: a number alone in the bracket after a value is its spread; with another unit it says the same again and is left out.
  private static func besideValues(_ quantities: [Quantity], in text: ResultText) -> [Quantity] {
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

  private mutating func all(ends: [Int]) -> [CardDraft] {
    var result: [CardDraft] = []
    for group in ValueGrouper.groups(in: reading, accepting: FreeValueFilter.mayBeValue) {
      let start = group.bytes.lowerBound
      let limit = (ends + result.map(\.bytes.upperBound)).filter { $0 <= start }.max() ?? 0
      let named = isChinese ? chineseOutcome(of: group.bytes, limit) : englishOutcome(of: group, limit)
      if let named { outcome = named } else if limit == 0 { outcome = nil }
      guard let outcome, !isDose(group), isTold(group, named: named != nil) else { continue }
      result.append(draft(of: group, outcome))
    }
    return result
  }

  private var isChinese: Bool { text.tokens.contains { $0.kind == .han } }

  private func englishOutcome(of group: ValueGroup, _ limit: Int) -> (range: Range<Int>, text: String)? {
    let figure = group.bytes
    let start = limit == 0 ? 0 : text.tokenRange(ofBytes: limit..<max(limit, figure.lowerBound)).lowerBound
    guard let tokens = OutcomePhrase(reading: reading).tokens(of: figure, first: group.quantities.first?.bytes, after: start),
      !tokens.isEmpty
    else { return nil }
    return (text.bytes(tokens), text.string(tokens))
  }

  private func chineseOutcome(of figure: Range<Int>, _ limit: Int) -> (range: Range<Int>, text: String)? {
    ChineseOutcome(reading: reading).bytes(of: figure, after: limit).map { ($0, reading.string($0)) }
  }

  /// Whether a group of values is stated as a result. Two arms side by side are; one value alone needs an arm, or a share, spread or
  /// average with its outcome in the same clause.
  private func isTold(_ group: ValueGroup, named: Bool) -> Bool {
    guard group.quantities.count == 1, let only = group.quantities.first else {
      return group.quantities.contains { $0.value.decimals > 0 || $0.unit != nil || $0.spread != nil }
        || group.labels.contains { $0 != nil }
        || group.shape == .versus
    }
    if only.value.relation == .greaterOrEqual || only.value.relation == .lessOrEqual { return false }
    if group.labels[0] != nil { return only.unit != nil || only.value.decimals > 0 || only.spread != nil || named }
    guard named, !isChinese, !isOfBaseline(only), only.value.relation == .equal || only.value.relation == .about else {
      return false
    }
    if only.unit == .percent, !ValueFilter.mayBeValue(only, in: reading) { return false }
    if only.spread != nil || only.total != nil || only.count != nil { return true }
    let words = outcome.map { text.tags[text.tokenRange(ofBytes: $0.range)].reduce(WordTags()) { $0.union($1) } } ?? []
    let isAverage = !words.isDisjoint(with: [.mean, .median])
    return only.unit == .percent || isAverage && (only.unit != nil || only.value.decimals > 0)
      || only.unit == .people && only.value.value >= 1
  }

  /// "A (0.5 mg/kg) or B (0.2 mg/kg)": an amount is an outcome only where the sentence says amount, level or mean.
  private func isDose(_ group: ValueGroup) -> Bool {
    guard case .other(let name) = group.unit, ["mg", "μg", "g", "IU", "mL"].contains(String(name.prefix { $0 != "/" })),
      !group.quantities.contains(where: { $0.spread != nil }), let outcome
    else { return false }
    let words = outcome.text.lowercased()
    let tags = text.tags[text.tokenRange(ofBytes: outcome.range)].reduce(WordTags()) { $0.union($1) }
    return tags.isDisjoint(with: [.mean, .median])
      && !words.hasAny([
        "dose", "level", "levels", "concentration", "concentrations", "loss", "volume", "consumption", "intake", "amount",
        "glucose", "output",
      ])
  }

  private func isOfBaseline(_ quantity: Quantity) -> Bool {
    reading.string(0..<quantity.bytes.lowerBound).lowercased().hasAny(["baseline", "base line", "at entry", "基线", "入组时"])
  }

  private func draft(of group: ValueGroup, _ outcome: (range: Range<Int>, text: String)) -> CardDraft {
    var draft = CardDraft(kind: .values(group), measure: measure(of: group, outcome), bytes: group.bytes, unit: group.unit?.name)
    draft.endpoint = outcome.text
    draft.endpointBytes = outcome.range
    draft.isFree = true
    ValueDrafts(reading: reading).fillSingle(&draft, group)
    return draft
  }

  private func measure(of group: ValueGroup, _ outcome: (range: Range<Int>, text: String)) -> String {
    let start = max(0, min(outcome.range.lowerBound, group.bytes.lowerBound) - 24)
    let tokens = text.tokenRange(ofBytes: start..<max(start, group.bytes.lowerBound))
    let tags = text.tags[tokens].reduce(WordTags()) { $0.union($1) }
    let words = reading.string(start..<max(start, group.bytes.lowerBound))
    if tags.contains(.median) || words.hasAny(["中位"]) { return "median" }
    if group.quantities.contains(where: { $0.spread != nil }) || tags.contains(.mean) || words.hasAny(["平均", "均值", "均数"]) {
      return "mean"
    }
    switch group.unit {
    case .percent: return "rate"
    case .people, .other("event"): return "count"
    default: return group.shape == .change ? "change" : "value"
    }
  }
}

/// Which numbers may be values of an outcome that no lexicon knows.
enum FreeValueFilter {
  static func mayBeValue(_ quantity: Quantity, in reading: SentenceReading) -> Bool {
    let text = reading.text
    if quantity.total != nil || quantity.count != nil || quantity.spread != nil { return true }
    if text.isSymbol(quantity.tokens.upperBound, "/"), text.kind(quantity.tokens.upperBound + 1) == .number { return false }
    if text.isSymbol(quantity.tokens.lowerBound - 1, "/") { return false }
    if text.isSymbol(quantity.numberToken - 1, "="), text.word(quantity.numberToken - 2) == "n" { return true }
    switch quantity.unit {
    case .other("study"), .other("site"), .other("cycle"), .other("age"), .other("grade"), .other("phase"), .other("edition"),
      .other("line"), .other("type"), .other("number"), .other("count"), .other("myriad"), .other("dose"), .other("Gy"):
      return false
    case .people: return quantity.value.relation == .equal
    case .percent: return true
    case .time: return ValueFilter.mayBeValue(quantity, in: reading)
    default: return !isTimePoint(quantity, text)
    }
  }

  /// "week 12", "at 24", "day 3".
  private static func isTimePoint(_ quantity: Quantity, _ text: ResultText) -> Bool {
    text.tags(quantity.tokens.lowerBound - 1).contains(.time) || text.tags(quantity.tokens.upperBound).contains(.time)
  }
}
