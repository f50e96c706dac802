import Literature
import TextAnalysis

/// Turns a group of values into drafts: medians, rates and means, with the endpoint that makes them results.
struct ValueDrafts {
  let reading: SentenceReading

  private static let responses: Set<String> = [
    "ORR", "DCR", "CBR", "CR", "PR", "MPR", "pCR", "SVR", "recurrence", "mortality", "R0",
  ]

  func drafts(of group: ValueGroup) -> [CardDraft] {
    if group.shape == .respectively, let split = splitByEndpoint(group) { return split }
    guard let endpoint = EndpointBinder(reading: reading).endpoint(ofValues: group.bytes),
      let measure = measure(of: group, endpoint: endpoint), isAcceptable(group, endpoint: endpoint, measure: measure)
    else { return [] }
    return [draft(of: group, endpoint: endpoint, measure: measure)]
  }

  private func draft(of group: ValueGroup, endpoint: EndpointMention, measure: String) -> CardDraft {
    var draft = CardDraft(kind: .values(group), measure: measure, bytes: group.bytes, unit: group.unit?.name)
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
    draft.value = only.value
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

  private func hasArmList(after offset: Int, _ group: ValueGroup) -> Bool {
    reading.phrases.filter { $0.range.lowerBound >= offset && $0.range.upperBound <= group.bytes.lowerBound && !$0.isWeak }.count
      > 1
  }

  private func measure(of group: ValueGroup, endpoint: EndpointMention) -> String? {
    let start = max(0, min(endpoint.range.lowerBound, group.bytes.lowerBound) - 40)
    let context = reading.string(start..<max(start, group.bytes.lowerBound)).lowercased()
    let isMean = context.hasAny(["mean", "average", "平均", "均值", "均数"]) || group.quantities.contains { $0.spread != nil }
    let isMedian = context.hasAny(["median", "中位"]) || context.hasAny(["mos", "mpfs", "mrfs", "mdfs", "mefs"])
    switch group.unit {
    case .time:
      if isMean, !isMedian { return "mean" }
      return endpoint.isTimeToEvent || isMedian ? "median" : nil
    case .percent: return isMean && !endpoint.isTimeToEvent && group.quantities.contains { $0.spread != nil } ? "mean" : "rate"
    default:
      if endpoint.isTimeToEvent { return nil }
      return isMedian ? "median" : isMean ? "mean" : nil
    }
  }

  /// "In the A group the rate rose from 5% to 9%": a change over time within one arm.
  private func isWithinArm(_ group: ValueGroup) -> Bool {
    let before = reading.phrases.filter { $0.isGroup && $0.range.upperBound <= group.bytes.lowerBound }
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

/// Says whether a value that stands alone is stated as the result of an endpoint.
struct SingleValueRule {
  let reading: SentenceReading

  private static let copulas = [
    "", "was", "were", "is", "of", "reached", "reaching", "=", ":", "：", "为", "达", "达到", "是", "至", "到", "仅", "仅为", "约", "超过", "近",
    "高达", "可达", "已达", "约为", "不足", "突破", "remains", "remained", "being", "at", "达到了", "升至", "提高到", "提高至", "延长至", "延长到",
    "to", ",", "has been", "can reach", "reach", "reaches", "exceeded", "exceeds", "exceeding", "as high as",
  ]

  func accepts(_ quantity: Quantity, endpoint: EndpointMention) -> Bool {
    if isThreshold(quantity) || isOfBaseline(quantity) { return false }
    if endpoint.range.lowerBound >= quantity.bytes.upperBound {
      let gap = reading.gap(quantity.bytes.upperBound..<endpoint.range.lowerBound).trimmedSpaces
      return quantity.unit == .percent
        && ["", "的", "的患者", "患者", "of patients achieved", "of patients had", "of patients achieved an", "had"].contains(gap)
    }
    let gap = reading.gap(endpoint.range.upperBound..<quantity.bytes.lowerBound).trimmedSpaces
    guard gap.utf8.count <= 90, !gap.utf8.contains(0x3B), !gap.hasAny(["。", "；"]) else { return false }
    if quantity.upper != nil, gap.hasSuffix("在") { return true }
    if quantity.unit?.isTime == true, !isAverage(endpoint) {
      return ["was", "were", "of", "为", "达", "达到", "=", ":", "：", "is", "reached"].contains(gap)
    }
    if Self.copulas.contains(gap) || Self.copulas.contains(where: { !$0.isEmpty && endsWithWord(gap, $0) }) { return true }
    return ["率", "rate", "rates", "率)"].contains(gap) || gap.hasSuffix("rate") || gap.hasSuffix("未突破") || gap.hasSuffix("未超过")
  }

  /// `≥ 80%` with a sign of comparison says where a line was drawn; "超过 70%" in words states a value.
  private func isThreshold(_ quantity: Quantity) -> Bool {
    let sign = reading.text.tokens[quantity.tokens.lowerBound]
    if ["at", "no"].contains(reading.text.word(quantity.tokens.lowerBound)), quantity.value.relation != .equal { return true }
    return quantity.value.relation != .equal && sign.kind == .symbol && !sign.isSymbol("~") && !sign.isSymbol("≈")
  }

  /// Whether "median" or "mean" stands before or within the endpoint's name.
  private func isAverage(_ endpoint: EndpointMention) -> Bool {
    let words = reading.string(max(0, endpoint.range.lowerBound - 40)..<endpoint.range.upperBound).lowercased()
    return words.hasAny(["median", "mean", "中位", "平均", "mos", "mpfs", "mrfs", "mdfs", "mefs"])
  }

  private func isOfBaseline(_ quantity: Quantity) -> Bool {
    reading.string(0..<quantity.bytes.lowerBound).lowercased().hasAny(["baseline", "base line", "at entry", "基线", "入组时"])
  }

  private func endsWithWord(_ gap: String, _ word: String) -> Bool {
    guard gap.hasSuffix(word) else { return false }
    guard let first = word.utf8.first, first < 0x80 else { return true }
    return gap.utf8.count == word.utf8.count || gap.utf8.dropLast(word.utf8.count).last == 0x20
  }
}

/// Reads at which time a rate holds: `5-year OS`, 术后 5 年复发率, "at 24 months".
struct HorizonReader {
  let reading: SentenceReading

  private static let spelled = [
    ("one", "1"), ("two", "2"), ("three", "3"), ("five", "5"), ("ten", "10"), ("一", "1"), ("二", "2"), ("两", "2"), ("三", "3"),
    ("五", "5"),
    ("十", "10"),
  ]

  /// Such as "5 years", "24 months"; nil where the text does not tell.
  func horizon(of group: ValueGroup, endpoint: EndpointMention) -> String? {
    let times = reading.quantities.filter {
      $0.unit?.isTime == true && $0.upper == nil && !ValueFilter.mayBeValue($0, in: reading)
    }
    if let before = times.last(where: { $0.bytes.upperBound <= endpoint.range.lowerBound }), isJoined(before, endpoint) {
      return printed(before)
    }
    if let at = times.first(where: { isJustAfter($0, group) || isBetween($0, endpoint, group) }) { return printed(at) }
    return spelledBefore(endpoint.range.lowerBound)
  }

  private func isJoined(_ time: Quantity, _ endpoint: EndpointMention) -> Bool {
    let gap = reading.gap(time.bytes.upperBound..<endpoint.range.lowerBound).trimmedSpaces
    return gap.utf8.count <= 16 && !gap.utf8.contains(0x2C)
  }

  private func isJustAfter(_ time: Quantity, _ group: ValueGroup) -> Bool {
    (0...16).contains(time.bytes.lowerBound - group.bytes.upperBound)
  }

  private func isBetween(_ time: Quantity, _ endpoint: EndpointMention, _ group: ValueGroup) -> Bool {
    time.bytes.lowerBound >= endpoint.range.upperBound && time.bytes.upperBound <= group.bytes.lowerBound
  }

  private func printed(_ quantity: Quantity) -> String? {
    guard let unit = quantity.unit else { return nil }
    return "\(quantity.value.printed) \(unit.name)\(quantity.value.value == 1 ? "" : "s")"
  }

  private func spelledBefore(_ offset: Int) -> String? {
    let before = reading.string(max(0, offset - 14)..<offset).lowercased()
    for (word, digit) in Self.spelled {
      if before.utf8.contains(sequence: (word + "-year").utf8) || before.utf8.contains(sequence: (word + " year").utf8)
        || before.utf8.contains(sequence: (word + "年").utf8)
      {
        return digit == "1" ? "1 year" : "\(digit) years"
      }
    }
    return nil
  }
}
