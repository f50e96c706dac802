import Literature
import TextAnalysis

/// Turns a group of values into drafts: medians, rates and means, with the endpoint that makes them results.
struct ValueDrafts {
  let reading: SentenceReading

  private static let responses: Set<String> = [
    "ORR", "DCR", "CBR", "CR", "PR", "MPR", "pCR", "SVR", "recurrence", "mortality", "R0",
  ]

  /// Whether the lexicon's endpoint is a quantity whose unit is per cent and no share of people.
  static func isMeasuredInPercent(_ endpoint: String) -> Bool { ["HbA1c", "LVEF"].contains(endpoint) }

  func drafts(of group: ValueGroup) -> [CardDraft] {
    if group.shape == .respectively, let split = splitByEndpoint(group) ?? splitByTime(group) { return split }
    guard let endpoint = EndpointBinder(reading: reading).endpoint(ofValues: group.bytes),
      let measure = measure(of: group, endpoint: endpoint), isAcceptable(group, endpoint: endpoint, measure: measure)
    else { return [] }
    return [draft(of: group, endpoint: endpoint, measure: measure)]
  }

  private func draft(of group: ValueGroup, endpoint: EndpointMention, measure: String) -> CardDraft {
    var draft = CardDraft(kind: .values(group), measure: measure, bytes: group.bytes, unit: group.unitName)
    draft.endpoint = endpoint.name
    draft.endpointBytes = endpoint.range
    draft.horizon = measure == "rate" ? HorizonReader(reading: reading).horizon(of: group, endpoint: endpoint) : nil
    fillSingle(&draft, group)
    return draft
  }

  /// The figures of a group of one: value or range, interval, spread, share.
  func fillSingle(_ draft: inout CardDraft, _ group: ValueGroup) {
    guard group.quantities.count == 1, let only = group.quantities.first else { return }
    (draft.details.count, draft.details.total, draft.details.spread) = (only.count, only.total, only.spread)
    draft.details.spreadKind = only.spread.map { _ in only.spreadKind ?? .unknown }
    if let upper = only.upper {
      draft.low = only.value
      draft.high = upper
      return
    }
    if only.isNotReached {
      draft.details.notReached = only.value.printed
    } else {
      draft.value = only.value
    }
    guard let interval = IntervalFinder(reading: reading).interval(after: only) ?? spread(after: only, draft) else { return }
    draft.low = interval.low
    draft.high = interval.high
    draft.level = interval.level
    draft.details.intervalKind = interval.kind == .spread ? interval.spreadKind : nil
    draft.extend(to: reading.text.bytes(interval.tokens).upperBound)
  }

  /// Quartiles or a range beside a median or mean.
  private func spread(after quantity: Quantity, _ draft: CardDraft) -> PrintedInterval? {
    guard draft.measure == "median" || draft.measure == "mean" || draft.isFree else { return nil }
    return IntervalFinder(reading: reading).spread(after: quantity)
  }

  /// "RFS and OS were 33 and 60 months, respectively": one value for each endpoint.
  private func splitByEndpoint(_ group: ValueGroup) -> [CardDraft]? {
    let before = reading.endpoints.filter { !$0.isWeak && $0.range.upperBound <= group.bytes.lowerBound }
    let list = before.suffix(group.quantities.count)
    guard list.count == group.quantities.count, Set(list.map(\.name)).count == list.count, let first = list.first,
      let last = list.last,
      last.range.upperBound - first.range.lowerBound <= 60 * list.count, !hasArmList(after: last.range.upperBound, group)
    else { return nil }
    for (left, right) in zip(list, list.dropFirst()) {
      let gap = reading.gap(left.range.upperBound..<right.range.lowerBound).trimmedSpaces
      guard ["and", "和", "与", "及", ",", "、", ", and", "以及", "and the", "and median"].contains(gap) else { return nil }
    }
    return zip(list, group.quantities).compactMap { endpoint, quantity in
      let single = ValueGroup(shape: .single, quantities: [quantity], labels: [nil])
      return measure(of: single, endpoint: endpoint).map { draft(of: single, endpoint: endpoint, measure: $0) }
    }
  }

  /// 1、3、5 年总生存率分别为 88 %、64 % 和 49 %: one value for each time.
  private func splitByTime(_ group: ValueGroup) -> [CardDraft]? {
    guard let endpoint = EndpointBinder(reading: reading).endpoint(ofValues: group.bytes), group.labels.allSatisfy({ $0 == nil }),
      let times = TimeList.times(in: reading.text, before: group.bytes.lowerBound), times.count == group.quantities.count
    else { return nil }
    return zip(times, group.quantities).compactMap { time, quantity in
      let single = ValueGroup(shape: .single, quantities: [quantity], labels: [nil])
      guard let measure = measure(of: single, endpoint: endpoint) else { return nil }
      var draft = draft(of: single, endpoint: endpoint, measure: measure)
      draft.horizon = time
      return draft
    }
  }

  private func hasArmList(after offset: Int, _ group: ValueGroup) -> Bool {
    reading.phrases.filter { $0.range.lowerBound >= offset && $0.range.upperBound <= group.bytes.lowerBound && !$0.isWeak }.count
      > 1
  }

  private func measure(of group: ValueGroup, endpoint: EndpointMention) -> String? {
    let start = max(0, min(endpoint.range.lowerBound, group.bytes.lowerBound) - 40)
    let context = reading.string(start..<max(start, group.bytes.lowerBound)).lowercased()
    let isMean = context.hasAny(["mean", "average", "平均", "均值", "均数"]) || group.quantities.contains { $0.spread != nil }
    let isMedian = context.hasAny(["median", "中位"]) || context.hasAny(["mos", "mpfs", "mrfs", "mdfs", "mefs"])
    if group.quantities.contains(where: \.isNotReached) { return endpoint.isTimeToEvent ? "median" : nil }
    switch group.unit {
    case .time:
      // "mortality was similar, but sedation lasted a median of 11 days": of another outcome.
      if Self.responses.contains(endpoint.name) { return nil }
      if isMean, !isMedian { return "mean" }
      return endpoint.isTimeToEvent || isMedian ? "median" : nil
    case .percent
    where Self.isMeasuredInPercent(endpoint.name) && !group.quantities.contains(where: { $0.count != nil || $0.total != nil }):
      return isMedian ? "median" : "mean"
    case .percent: return isMean && !endpoint.isTimeToEvent && group.quantities.contains { $0.spread != nil } ? "mean" : "rate"
    default:
      if group.denominator != nil { return "rate" }
      if endpoint.isTimeToEvent { return nil }
      return isMedian ? "median" : isMean ? "mean" : nil
    }
  }

  /// "In the A group the rate rose from 5% to 9%": a change over time within one arm.
  private func isWithinArm(_ group: ValueGroup) -> Bool {
    let before = reading.phrases.filter { $0.isGroup && $0.range.upperBound <= group.bytes.lowerBound }
    // "A 组由 B 组的 30 % 提高到 52 %" compares the arms.
    if let last = before.last, before.count > 1, let other = before.dropLast().last, other.name != last.name {
      let between = reading.string(other.range.upperBound..<last.range.lowerBound).lowercased()
      if ["从", "由", "自", "from"].contains(where: { between.trimmedSpaces.hasSuffix($0) }) { return false }
    }
    return before.contains { phrase in
      let gap = reading.string(phrase.range.upperBound..<group.bytes.lowerBound).lowercased()
      return gap.hasAny(["从", "由", "自", "from"])
    }
  }

  private func isAcceptable(_ group: ValueGroup, endpoint: EndpointMention, measure: String) -> Bool {
    if group.shape == .change {
      return (endpoint.isTimeToEvent || Self.responses.contains(endpoint.name)) && !isWithinArm(group)
    }
    guard group.shape == .single, let only = group.quantities.first else { return true }
    return SingleValueRule(reading: reading).accepts(only, endpoint: endpoint)
  }
}
