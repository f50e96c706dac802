import Literature
import TextAnalysis

/// Puts the values of a sentence together: pairs, lists, and values that stand alone.
struct ValueGrouper {
  let reading: SentenceReading
  let labels: ArmLabels
  var values: [Quantity]
  /// Where estimates begin, which no pair spans.
  let estimateStarts: [Int]

  static let versusWords = [
    "vs", "versus", "v", "than", "against", "compared", "whereas", "while", "comparison", "对比", "相比", "高于", "低于", "优于", "长于",
    "短于", "少于", "多于", "较", "而",
  ]
  static let changeWords = ["到", "至", "为", "to", "提高", "延长", "升", "增", "降", "缩短"]
  static let changeStarts = ["从", "由", "自", "from"]

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
    grouper.values.removeAll { value in
      !mayBeValue(value, reading) || reading.phrases.contains { $0.isGroup && $0.range.holds(value.bytes) }
    }
    let again = grouper.takeSaidAgain()
    return grouper.group().flatMap { group in [group] + grouper.saidAgain(group, again) }
  }

  /// "15 % (12 kg) with A and 3 % (2 kg) with B": values in brackets that tell the same in another unit, by the value before them.
  private mutating func takeSaidAgain() -> [Int: Quantity] {
    var again: [Int: Quantity] = [:]
    for (first, second) in zip(values, values.dropFirst())
    where second.tokens.lowerBound == first.tokens.upperBound + 1 && second.unit != nil && first.unit != nil
      && first.unit != second.unit
    {
      guard reading.text.isSymbol(first.tokens.upperBound, anyOf: ["(", "["]),
        reading.text.isSymbol(second.tokens.upperBound, anyOf: [")", "]"]),
        second.spread == nil, second.count == nil, second.total == nil, second.unit != .people, first.unit != .people
      else { continue }
      again[first.numberToken] = second
    }
    let taken = Set(again.values.map(\.numberToken))
    values.removeAll { taken.contains($0.numberToken) }
    return again
  }

  /// The group of what its values are in another unit, where all are; of the same arms.
  private func saidAgain(_ group: ValueGroup, _ again: [Int: Quantity]) -> [ValueGroup] {
    let others = group.quantities.compactMap { again[$0.numberToken] }
    guard !others.isEmpty, others.count == group.quantities.count, Set(others.map(\.unit)).count == 1 else { return [] }
    return [ValueGroup(shape: group.shape, quantities: others, labels: group.labels)]
  }

  /// A number without unit takes that of its partner, or the one after its bracket.
  private mutating func shareUnits() {
    for index in values.indices where values[index].unit == nil { values[index].unit = unitAfterBracket(values[index]) }
    for index in values.indices.reversed() where values[index].unit == nil {
      let next = index + 1
      guard next < values.count, let unit = values[next].unit, unit != .people || isCountBeside(index) else { continue }
      let end = endOfBracket(values[index])
      // "5.3 (5.0 to 5.7; 30 patients)": the next value stands within the bracket.
      guard end <= values[next].bytes.lowerBound else { continue }
      let gap = reading.gap(end..<values[next].bytes.lowerBound).trimmedSpaces
      if gap == "to", reading.text.word(values[index].tokens.lowerBound - 1) == "from" {
        values[index].unit = unit
      } else if values[index].isNotReached {
        if unit.isTime { values[index].unit = unit }
      } else if ["vs", "vs.", "versus", "对", "和", "and", "与", "or", "至", "to", "v", "v.", ",", ", and", ", or", "、", "比", "/"]
        .contains(
          gap)
      {
        let isExact =
          values[index].value.decimals > 0 && values[next].value.decimals > 0
          || values[index].spread != nil && values[next].spread != nil
        if unit == .percent || unit.isTime || unit == .people || gap.hasPrefix("v") || isExact { values[index].unit = unit }
      }
    }
    // "18 patients in A, 25 in B": of people as well.
    for index in values.indices.dropFirst() where values[index].unit == nil && values[index - 1].unit == .people {
      let isCount =
        values[index].value.decimals == 0 && values[index].spread == nil && values[index].value.relation == .equal
        && values[index].value.value >= 0 && !reading.text.tags(values[index].tokens.lowerBound - 1).contains(.time)
      if isCount, ["in", "on", "of", "with", "("].contains(reading.text.word(values[index].tokens.upperBound)),
        isNear(index - 1, index)
      {
        values[index].unit = .people
      }
    }
    for index in values.indices.dropFirst() where values[index].unit == nil {
      guard let unit = values[index - 1].unit, unit == .percent || unit.isTime,
        values[index].isNotReached && unit.isTime || isVersus(between: index - 1, index)
      else { continue }
      if values[index].value.decimals > 0 || unit.isTime { values[index].unit = unit }
    }
  }

  /// "in 61 and 74 patients": whole numbers, the second of people.
  private func isCountBeside(_ index: Int) -> Bool {
    [values[index], values[index + 1]].allSatisfy {
      $0.value.decimals == 0 && $0.spread == nil && $0.upper == nil && $0.value.relation == .equal && !$0.isNotReached
    }
  }

  /// The byte after the bracket with a value's interval, or after the value: "5.3 [5.0–5.7] vs 7.6 [6.7–8.4] kPa".
  private func endOfBracket(_ quantity: Quantity) -> Int {
    let next = quantity.tokens.upperBound
    guard reading.intervals.contains(where: { $0.tokens.lowerBound >= next && $0.tokens.lowerBound - next <= 1 }),
      let end = reading.text.end(ofBracketAt: next), end > next, end <= reading.text.count
    else { return quantity.bytes.upperBound }
    return reading.text.tokens[end - 1].end
  }

  private func unitAfterBracket(_ quantity: Quantity) -> QuantityUnit? {
    guard let interval = reading.intervals.first(where: { $0.tokens.lowerBound >= quantity.tokens.upperBound }),
      interval.tokens.lowerBound - quantity.tokens.upperBound <= 1
    else { return nil }
    var cursor = interval.tokens.upperBound
    if reading.text.isSymbol(cursor, ")") || reading.text.isSymbol(cursor, "]") { cursor += 1 }
    let word = reading.text.word(cursor)
    if let unit = QuantityWords.unit(of: word.code) {
      if case .other = unit, reading.text.isSymbol(cursor + 1, "/"), reading.text.kind(cursor + 2) == .word {
        return .other(unit.name + "/" + reading.text.string(cursor + 2))
      }
      return unit == .people ? nil : unit
    }
    let run = reading.text.han(cursor)
    return ["个月", "年", "周", "天", "分", "小时"].first { run.hasPrefix($0) }.flatMap { prefix in
      QuantityWords.chineseUnits.first { $0.prefix == prefix }?.unit
    }
  }

  private func group() -> [ValueGroup] {
    var result: [ValueGroup] = []
    var index = 0
    while index < values.count {
      let pair = result.lazy.compactMap { ArmPair($0) }.last
      var group = groupStarting(at: index, after: result.last?.bytes.upperBound ?? 0, pair: pair)
      // "(156 vs 178)" after "552 in the A group vs 586 in the B group": the same two again.
      if let pair, group.quantities.count == 2, group.shape != .change, group.labels.allSatisfy({ $0 == nil }) {
        group.labels = pair.labels
      }
      result.append(group)
      index += group.quantities.count
    }
    return withinArms(result)
  }

  /// The two arms of a pair of values.
  struct ArmPair {
    var labels: [ArmPhrase?]

    init?(_ group: ValueGroup) {
      guard group.quantities.count == 2, let first = group.labels[0], let second = group.labels[1], first.name != second.name
      else {
        return nil
      }
      labels = [first, second]
    }
  }

  private func groupStarting(at index: Int, after limit: Int, pair: ArmPair?) -> ValueGroup {
    let alone = ValueGroup(shape: .single, quantities: [values[index]], labels: [label(of: index, limit)])
    guard index + 1 < values.count, isComparable(index, index + 1) else { return alone }
    if let list = respectively(from: index, limit, pair) { return list }
    var own = labelPair(index, index + 1, limit)
    if own.contains(where: { $0 == nil }), let free = freePair(index) { own = free }
    if isChange(index, index + 1) {
      if own[0] == nil, own[1]?.isGroup == true { own[0] = own[1] }
      if own[1] == nil, let first = own[0], first.isGroup, isOfWholeChange(first, index) { own[1] = first }
      if own.allSatisfy({ $0 == nil }), let actor = FreeLabels(reading: reading).actor(before: values[index]) {
        own = [actor, actor]
      }
      return ValueGroup(shape: .change, quantities: Array(values[index...index + 1]), labels: own)
    }
    if isVersus(between: index, index + 1) {
      if own[1] == nil, let first = own[0], followsBothArms(first, index) { own[0] = nil }
      if own[1] == nil, let first = own[0], isComparedWith(first, index) { own = [nil, first] }
      // "62 vs. 79 for A and B": not the second of A alone.
      if own[0] == nil,
        let listed = ArmList(reading: reading).names(after: values[index + 1].tokens.upperBound, count: 2)
      {
        own = listed
      }
      if own.allSatisfy({ $0 == nil }), let both = FreeLabels(reading: reading).subjects(values[index], values[index + 1]) {
        own = both
      }
      if own[0] == nil { own = FreeLabels(reading: reading).subjectAnd(values[index + 1], own[1], end: endOfPair(index)) ?? own }
      if own.allSatisfy({ $0 == nil }), let compared = FreeLabels(reading: reading).compared(before: values[index]) {
        own[0] = compared
      }
      if own[1] == nil { own[1] = FreeLabels(reading: reading).comparator(values[index + 1]) }
      return own[1] == nil
        ? ValueGroup(shape: .versus, quantities: Array(values[index...index + 1]), labels: own)
        : series(from: index, own, as: .versus)
    }
    if let first = own[0], let second = own[1], first.name != second.name, isNear(index, index + 1) {
      return series(from: index, own)
    }
    if isAmongPair(index, index + 1) {
      return ValueGroup(shape: .labelled, quantities: Array(values[index...index + 1]), labels: own)
    }
    return alone
  }

  private func label(of index: Int, _ limit: Int) -> ArmPhrase? {
    labels.label(of: values[index], within: limits(index, index, limit))
      ?? FreeLabels(reading: reading).actor(before: values[index])
  }

  /// "In the X group it rose from 12 to 15": of both values. "从对照组的 12 提高到 15" and "from 12 in the X group to 15": of the first.
  private func isOfWholeChange(_ label: ArmPhrase, _ index: Int) -> Bool {
    guard label.range.upperBound <= values[index].bytes.lowerBound else { return false }
    let before = reading.gap(max(0, label.range.lowerBound - 12)..<label.range.lowerBound).trimmedSpaces
    return !Self.changeStarts.contains { before.hasSuffix($0) }
  }

  /// Arms that stand with both values alike, as no lexicon knows them.
  private func freePair(_ index: Int) -> [ArmPhrase]? {
    FreeLabels(reading: reading).pair(values[index], values[index + 1], end: endOfPair(index))
  }

  private func endOfPair(_ index: Int) -> Int {
    index + 2 < values.count ? values[index + 2].tokens.lowerBound : reading.text.count
  }

  /// "A was higher than B (7 vs 4)": the arm nearest before the values is the second one's.
  private func followsBothArms(_ label: ArmPhrase, _ index: Int) -> Bool {
    guard label.range.upperBound <= values[index].bytes.lowerBound else { return false }
    let limit = index > 0 ? values[index - 1].bytes.upperBound : 0
    return reading.phrases.contains {
      $0.range.upperBound <= label.range.lowerBound && $0.range.lowerBound >= limit && $0.name != label.name
        && $0.isArm
    }
  }

  /// "had a lower rate than did controls; 6 (17 %) versus 19 (48 %)": the arm that the first is compared with.
  private func isComparedWith(_ label: ArmPhrase, _ index: Int) -> Bool {
    let text = reading.text
    guard label.range.upperBound <= values[index].bytes.lowerBound else { return false }
    var joint = text.tokenRange(ofBytes: label.range).lowerBound - 1
    while text.tags(joint).contains(.determiner) || ["did", "with", "to", "in", "was", "were"].contains(text.word(joint)) {
      joint -= 1
    }
    return joint >= 0 && ["than", "compared", "versus", "vs"].contains(text.word(joint))
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

  func limits(_ first: Int, _ last: Int, _ limit: Int) -> Range<Int> {
    let end = last + 1 < values.count ? values[last + 1].bytes.lowerBound : reading.text.utf8.count
    return limit..<max(limit, end)
  }

  private func labelPair(_ first: Int, _ second: Int, _ limit: Int) -> [ArmPhrase?] {
    let firstLabel = labels.label(of: values[first], within: limit..<values[second].bytes.lowerBound)
    let start = max(values[first].bytes.upperBound, firstLabel?.range.upperBound ?? 0)
    let secondLabel = labels.label(of: values[second], within: limits(second, second, start))
    return [firstLabel, secondLabel]
  }
}

extension Range<Int> {
  /// Whether another range lies within, and this one goes on: "200 IU" in "the 200 IU group".
  func holds(_ other: Range<Int>) -> Bool {
    lowerBound <= other.lowerBound && other.upperBound <= upperBound && count > other.count
  }
}
