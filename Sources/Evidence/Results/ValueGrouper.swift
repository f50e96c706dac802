import Literature
import TextAnalysis

/// Puts the values of a sentence together: pairs, lists, and values that stand alone.
struct ValueGrouper {
  private let reading: SentenceReading
  private let labels: ArmLabels
  private var values: [Quantity]
  /// Where estimates begin, which no pair spans.
  private let estimateStarts: [Int]

  private static let versusWords = [
    "vs", "versus", "v", "than", "against", "compared", "whereas", "while", "comparison", "对比", "相比", "高于", "低于", "优于", "长于",
    "短于", "少于", "多于", "较", "而",
  ]
  private static let changeWords = ["到", "至", "为", "to", "提高", "延长", "升", "增", "降", "缩短"]
  private static let changeStarts = ["从", "由", "自", "from"]

  /// The groups of the quantities that may be values, ascending.
  static func groups(
    in reading: SentenceReading, accepting mayBeValue: (Quantity, SentenceReading) -> Bool = ValueFilter.mayBeValue
  ) -> [ValueGroup] {
    let estimates = Set(reading.estimates.map(\.value.numberToken))
    var grouper = ValueGrouper(
      reading: reading, labels: ArmLabels(reading: reading),
      values: reading.quantities.filter { !estimates.contains($0.numberToken) },
      estimateStarts: reading.estimates.map { reading.text.bytes($0.tokens).lowerBound })
    grouper.shareUnits()
    grouper.values.removeAll { !mayBeValue($0, reading) }
    return grouper.group()
  }

  /// A number without unit takes that of its partner, or the one after its bracket.
  private mutating func shareUnits() {
    for index in values.indices where values[index].unit == nil {
      if let unit = unitAfterBracket(values[index]) {
        values[index].unit = unit
        continue
      }
      let next = index + 1
      guard next < values.count, let unit = values[next].unit, unit != .people else { continue }
      let gap = reading.gap(values[index].bytes.upperBound..<values[next].bytes.lowerBound).trimmedSpaces
      if ["vs", "vs.", "versus", "对", "和", "and", "与", "or", "至", "to", "v", ",", "、", "比", "/"].contains(gap) {
        if unit == .percent || unit.isTime || gap.hasPrefix("v") { values[index].unit = unit }
      }
    }
    for index in values.indices.dropFirst() where values[index].unit == nil {
      guard let unit = values[index - 1].unit, unit == .percent || unit.isTime, isVersus(between: index - 1, index) else {
        continue
      }
      if values[index].value.decimals > 0 || unit.isTime { values[index].unit = unit }
    }
  }

  private func unitAfterBracket(_ quantity: Quantity) -> QuantityUnit? {
    guard let interval = reading.intervals.first(where: { $0.tokens.lowerBound >= quantity.tokens.upperBound }),
      interval.tokens.lowerBound - quantity.tokens.upperBound <= 1
    else { return nil }
    var cursor = interval.tokens.upperBound
    if reading.text.isSymbol(cursor, ")") || reading.text.isSymbol(cursor, "]") { cursor += 1 }
    let word = reading.text.word(cursor)
    if let unit = QuantityWords.unit(of: word.code) { return unit.isTime ? unit : nil }
    let run = reading.text.han(cursor)
    return ["个月", "年", "周", "天"].first { run.hasPrefix($0) }.flatMap { prefix in
      QuantityWords.chineseUnits.first { $0.prefix == prefix }?.unit
    }
  }

  private func group() -> [ValueGroup] {
    var result: [ValueGroup] = []
    var index = 0
    while index < values.count {
      let group = groupStarting(at: index, after: result.last?.bytes.upperBound ?? 0)
      result.append(group)
      index += group.quantities.count
    }
    return result
  }

  private func groupStarting(at index: Int, after limit: Int) -> ValueGroup {
    let alone = ValueGroup(
      shape: .single, quantities: [values[index]], labels: [labels.label(of: values[index], within: limits(index, index, limit))])
    guard index + 1 < values.count, isComparable(index, index + 1) else { return alone }
    if let list = respectively(from: index, limit) { return list }
    var pair = labelPair(index, index + 1, limit)
    if pair.contains(where: { $0 == nil }), let free = freePair(index) { pair = free }
    if isChange(index, index + 1) {
      if pair[0] == nil, pair[1]?.isGroup == true { pair[0] = pair[1] }
      if pair[1] == nil, let first = pair[0], first.isGroup, isOfWholeChange(first, index) { pair[1] = first }
      return ValueGroup(shape: .change, quantities: Array(values[index...index + 1]), labels: pair)
    }
    if isVersus(between: index, index + 1) {
      if pair[1] == nil, let first = pair[0], followsBothArms(first, index) { pair[0] = nil }
      return ValueGroup(shape: .versus, quantities: Array(values[index...index + 1]), labels: pair)
    }
    if let first = pair[0], let second = pair[1], first.name != second.name, isNear(index, index + 1) {
      return ValueGroup(shape: .labelled, quantities: Array(values[index...index + 1]), labels: pair)
    }
    if isAmongPair(index, index + 1) {
      return ValueGroup(shape: .labelled, quantities: Array(values[index...index + 1]), labels: pair)
    }
    return alone
  }

  /// "In the X group it rose from 12 to 15": of both values. "从对照组的 12 提高到 15" and "from 12 in the X group to 15": of the first.
  private func isOfWholeChange(_ label: ArmPhrase, _ index: Int) -> Bool {
    guard label.range.upperBound <= values[index].bytes.lowerBound else { return false }
    let before = reading.gap(max(0, label.range.lowerBound - 12)..<label.range.lowerBound).trimmedSpaces
    return !Self.changeStarts.contains { before.hasSuffix($0) }
  }

  /// Arms that stand with both values alike, as no lexicon knows them.
  private func freePair(_ index: Int) -> [ArmPhrase]? {
    let end = index + 2 < values.count ? values[index + 2].tokens.lowerBound : reading.text.count
    return FreeLabels(reading: reading).pair(values[index], values[index + 1], end: end)
  }

  /// "A was higher than B (7 vs 4)": the arm nearest before the values is the second one's.
  private func followsBothArms(_ label: ArmPhrase, _ index: Int) -> Bool {
    guard label.range.upperBound <= values[index].bytes.lowerBound else { return false }
    let limit = index > 0 ? values[index - 1].bytes.upperBound : 0
    return reading.phrases.contains {
      $0.range.upperBound <= label.range.lowerBound && $0.range.lowerBound >= limit && $0.name != label.name
        && (!$0.isWeak || $0.isGroup)
    }
  }

  /// "23% among women with X and 24% among those without": two groups that are no arms.
  private func isAmongPair(_ first: Int, _ second: Int) -> Bool {
    let gap = gap(first, second)
    guard gap.utf8.count <= 90, gap.hasAny(["and"]) else { return false }
    let prepositions = ["among", "in", "for", "with"]
    let after = reading.gap(values[second].bytes.upperBound..<min(reading.text.utf8.count, values[second].bytes.upperBound + 40))
      .trimmedSpaces
    return prepositions.contains { gap.trimmedSpaces.hasPrefix($0 + " ") } && prepositions.contains { after.hasPrefix($0 + " ") }
  }

  private func limits(_ first: Int, _ last: Int, _ limit: Int) -> Range<Int> {
    let end = last + 1 < values.count ? values[last + 1].bytes.lowerBound : reading.text.utf8.count
    return limit..<max(limit, end)
  }

  private func labelPair(_ first: Int, _ second: Int, _ limit: Int) -> [ArmPhrase?] {
    let firstLabel = labels.label(of: values[first], within: limit..<values[second].bytes.lowerBound)
    let start = max(values[first].bytes.upperBound, firstLabel?.range.upperBound ?? 0)
    let secondLabel = labels.label(of: values[second], within: limits(second, second, start))
    return [firstLabel, secondLabel]
  }

  /// Same unit, near, no estimate and no other endpoint between.
  private func isComparable(_ first: Int, _ second: Int) -> Bool {
    let gap = values[first].bytes.upperBound..<values[second].bytes.lowerBound
    guard values[first].unit == values[second].unit, gap.count <= 260 else { return false }
    if estimateStarts.contains(where: { gap.contains($0) }) { return false }
    if reading.pValues.contains(where: { gap.contains(reading.text.bytes($0.tokens).lowerBound) }) { return false }
    return !hasOtherEndpoint(in: gap, than: values[first])
  }

  private func hasOtherEndpoint(in gap: Range<Int>, than quantity: Quantity) -> Bool {
    let own = reading.endpoints.last { $0.range.upperBound <= quantity.bytes.lowerBound && !$0.isWeak }?.name
    return reading.endpoints.contains { $0.range.overlaps(gap) && !$0.isWeak && $0.name != own }
  }

  private func gap(_ first: Int, _ second: Int) -> String {
    reading.gap(values[first].bytes.upperBound..<values[second].bytes.lowerBound)
  }

  private func isNear(_ first: Int, _ second: Int) -> Bool { gap(first, second).utf8.count <= 140 }

  private func isVersus(between first: Int, _ second: Int) -> Bool {
    let gap = gap(first, second)
    let word = gap.trimmedSpaces
    guard gap.utf8.count <= 160 else { return false }
    if word == "对" || word == "比" || word == ":" && values[first].unit?.isTime == true { return true }
    return gap.hasAny(Self.versusWords)
  }

  private func isChange(_ first: Int, _ second: Int) -> Bool {
    let gap = gap(first, second)
    guard gap.utf8.count <= 60, gap.hasAny(Self.changeWords), !gap.utf8.contains(0x3B) else { return false }
    if gap.trimmedSpaces == "to", values[first].unit == values[second].unit, values[first].spread != nil { return true }
    let start = max(0, values[first].bytes.lowerBound - 48)
    let before = String(decoding: reading.text.utf8[start..<values[first].bytes.lowerBound], as: UTF8.self).lowercased()
    let clause = before.split { ",;，；。".contains($0) }.last.map(String.init) ?? before
    return clause.hasAny(Self.changeStarts)
  }

  private func respectively(from index: Int, _ limit: Int) -> ValueGroup? {
    var last = index
    while last + 1 < values.count, last - index < 5, isComparable(last, last + 1), isListGap(gap(last, last + 1)) { last += 1 }
    guard last > index else { return nil }
    let before = String(
      decoding: reading.text.utf8[max(limit, values[index].bytes.lowerBound - 60)..<values[index].bytes.lowerBound], as: UTF8.self
    )
    let after = String(decoding: reading.text.utf8[values[last].bytes.upperBound...].prefix(90), as: UTF8.self).lowercased()
    let isSaid =
      before.hasAny(["分别"]) || isOfBothGroups(before) || after.hasAny(["respectively"])
      || last == index + 1 && namesTwoArms(index, last)
    guard isSaid else { return nil }
    return ValueGroup(
      shape: .respectively, quantities: Array(values[index...last]), labels: [ArmPhrase?](repeating: nil, count: last - index + 1)
    )
  }

  /// "两组中位 RFS 为 20.1 个月和 19.8 个月": two values joined, said of two groups.
  private func isOfBothGroups(_ before: String) -> Bool {
    guard let clause = before.split(whereSeparator: { ",;:，；：。".contains($0) }).last else { return false }
    return String(clause).hasAny(["两组", "二组"]) && ["为", "是", "达"].contains { String(clause).trimmedSpaces.hasSuffix($0) }
  }

  /// "A and B were rated as 77 % and 100 %": two arms joined before two values joined, or after them.
  private func namesTwoArms(_ first: Int, _ last: Int) -> Bool {
    let arms = reading.phrases.filter { !$0.isWeak || $0.isGroup }
    let before = arms.filter { $0.range.upperBound <= values[first].bytes.lowerBound }.suffix(2)
    let after = arms.filter { $0.range.lowerBound >= values[last].bytes.upperBound }.prefix(2)
    return [Array(before), Array(after)].contains { pair in
      guard pair.count == 2, pair[0].name != pair[1].name else { return false }
      let gap = reading.gap(pair[0].range.upperBound..<pair[1].range.lowerBound).trimmedSpaces
      return ["and", "和", "与", "及", "组和", "组与", "组及", "and the", "and in the", "or"].contains(gap)
    }
  }

  private func isListGap(_ gap: String) -> Bool {
    // "-2.0 SDS and": a unit that is not known.
    let words = gap.split(separator: " ")
    if words.count == 2, words[1] == "and", !["in", "for", "with", "at", "on"].contains(words[0]) { return true }
    return isPlainListGap(gap)
  }

  private func isPlainListGap(_ gap: String) -> Bool {
    ["and", "和", "与", "及", ",", "、", ", and", "，", "以及", "/", "or"].contains(gap.trimmedSpaces)
  }
}
