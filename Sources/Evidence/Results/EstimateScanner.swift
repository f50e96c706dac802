import Literature
import TextAnalysis

/// Finds estimates: `HR = 0.94`, `hazard ratio for death, 0.59`, `风险比为 0.85`, and further values after the same name.
struct EstimateScanner {
  private let text: ResultText
  private let quantities: [Quantity]
  private let intervals: [PrintedInterval]

  /// A name of a measure in the text.
  private struct Name {
    var tokens: Range<Int>
    var measure: String
  }

  /// All estimates, ascending. O(n).
  static func estimates(
    in text: ResultText, quantities: [Quantity], intervals: [PrintedInterval]
  ) -> [PrintedEstimate] {
    EstimateScanner(text: text, quantities: quantities, intervals: intervals).all()
  }

  private func all() -> [PrintedEstimate] {
    let names = names()
    var (result, listed) = self.listed(names)
    for (position, name) in names.enumerated() where !listed.contains(position) {
      let end = position + 1 < names.count ? names[position + 1].tokens.lowerBound : text.count
      var limit = name.tokens.upperBound + 36
      for (order, quantity) in quantities(in: name.tokens.upperBound..<end).enumerated() {
        guard quantity.tokens.lowerBound <= limit, isValue(quantity, of: name) else { continue }
        if order > 0, !result.isEmpty, result.last?.measure == name.measure,
          result.last.map({ $0.tokens.lowerBound >= name.tokens.lowerBound }) == true
        {
          guard isFurtherValue(quantity) else { break }
          result.append(PrintedEstimate(tokens: quantity.tokens, measure: name.measure, value: quantity))
        } else {
          guard
            reaches(from: name.tokens.upperBound, to: quantity, words: reach(of: name, to: quantity))
          else { break }
          result.append(
            PrintedEstimate(
              tokens: name.tokens.lowerBound..<quantity.tokens.upperBound, measure: measure(name, quantity), value: quantity))
        }
        limit = quantity.tokens.upperBound + 40
      }
    }
    return (result + oddsInTimes(besides: result)).sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  /// "The odds of … were 2.25 times higher with A than with B, and 2.39 times greater than with C": ratios of odds told in words.
  private func oddsInTimes(besides known: [PrintedEstimate]) -> [PrintedEstimate] {
    guard let odds = text.indices.first(where: { text.word($0) == "odds" && !["ratio", "ratios"].contains(text.word($0 + 1)) })
    else {
      return []
    }
    return quantities(in: odds..<text.count).compactMap { quantity in
      let number = quantity.numberToken
      let next = text.isSymbol(number + 1, "-") ? number + 2 : number + 1
      guard ["times", "fold"].contains(text.word(next)), Self.more.contains(text.word(next + 1)), quantity.upper == nil,
        quantity.value.value > 0, !known.contains(where: { $0.value.numberToken == number }), number - odds < 60
      else { return nil }
      var bare = quantity
      bare.unit = nil
      return PrintedEstimate(tokens: quantity.tokens, measure: "OR", value: bare)
    }
  }

  private static let more: Words = ["higher", "greater", "lower", "more", "larger", "as", "increased", "that", "those", "the"]

  /// "Sensitivity and specificity were 91 % and 88 %": names joined before as many values, one for each; which names they are.
  private func listed(_ names: [Name]) -> ([PrintedEstimate], Set<Int>) {
    var estimates: [PrintedEstimate] = []
    var taken: Set<Int> = []
    var first = 0
    while first < names.count {
      var last = first
      while last + 1 < names.count, joins(names[last].tokens.upperBound, names[last + 1].tokens.lowerBound) { last += 1 }
      let count = last - first + 1
      let values = quantities(in: names[last].tokens.upperBound..<text.count).prefix(count)
      if count > 1, values.count == count,
        values.first.map({ $0.tokens.lowerBound - names[last].tokens.upperBound <= 4 }) == true,
        zip(values, values.dropFirst()).allSatisfy({ joins($0.tokens.upperBound, $1.tokens.lowerBound) }),
        zip(names[first...last], values).allSatisfy({ isValue($1, of: $0) })
      {
        estimates += zip(names[first...last], values).map {
          PrintedEstimate(tokens: $1.tokens, measure: measure($0, $1), value: $1)
        }
        taken.formUnion(first...last)
      }
      first = last + 1
    }
    return (estimates, taken)
  }

  /// Whether only "and", commas, brackets with an interval stand between two tokens. Two names of one run of Chinese are joined.
  private func joins(_ start: Int, _ end: Int) -> Bool {
    var cursor = start
    while cursor < end {
      if let bracket = text.end(ofBracketAt: cursor), bracket <= end {
        cursor = bracket
      } else if text.isSymbol(cursor, anyOf: [",", "、", "/"]) || text.word(cursor) == "and"
        || ["和", "与", "及", "、"].contains(text.han(cursor))
      {
        cursor += 1
      } else {
        return false
      }
    }
    return true
  }

  private func quantities(in range: Range<Int>) -> ArraySlice<Quantity> {
    let first = quantities.partitionPoint { $0.tokens.lowerBound >= range.lowerBound }
    let last = quantities.partitionPoint { $0.tokens.lowerBound >= range.upperBound }
    return quantities[first..<max(first, last)]
  }

  private func measure(_ name: Name, _ quantity: Quantity) -> String {
    name.measure == "MD" && quantity.unit == .percent && !DifferenceScanner.isOfPercentages(text, around: quantity)
      ? "RD" : name.measure
  }

  /// Ratios are bare positive numbers below 1000; differences may have a unit but no people and, as a rule, no time point.
  private func isValue(_ quantity: Quantity, of name: Name) -> Bool {
    if quantity.unit == .people { return false }
    if name.measure == "MD", isBareWord(name), !hasInterval(after: quantity) { return false }
    if RatioMeasure.nearby.contains(name.measure) { return isNearbyValue(quantity, of: name) }
    guard RatioMeasure.ratios.contains(name.measure) else { return !isTimePoint(quantity) }
    guard quantity.unit == nil, quantity.value.value >= 0, quantity.value.value < 1000 else { return false }
    // HR is heart rate as well.
    if ["bpm", "beats", "bt"].contains(text.word(quantity.tokens.upperBound)) { return false }
    return !isSampleSize(quantity)
  }

  /// "difference", 差值, 组间差: words that name a measure only where an interval follows the value.
  private func isBareWord(_ name: Name) -> Bool {
    if ["difference", "benefit", "effect"].contains(text.word(name.tokens.upperBound - 1)) {
      return text.word(name.tokens.lowerBound) != "mean"
    }
    let run = text.han(name.tokens.lowerBound)
    return run.hasAny(["差值", "组间差"]) && !run.hasAny(["组间差值", "绝对差值"])
  }

  /// A share, a coefficient or a number of people without a unit of its own.
  private func isNearbyValue(_ quantity: Quantity, of name: Name) -> Bool {
    if isSampleSize(quantity) || quantity.unit?.isTime == true { return false }
    // "sensitivity analysis"; "AUC fell by 23 %" is one of a concentration.
    if ["analysis", "analyses"].contains(text.word(name.tokens.upperBound)) { return false }
    switch name.measure {
    case "AUC", "C-index":
      return quantity.unit == nil && quantity.value.decimals > 0 && (0.2...1).contains(quantity.value.value)
        || quantity.unit == .percent && (40...100).contains(quantity.value.value)
    case "NNT", "NNH":
      let isHyphened = text.isSymbol(quantity.numberToken + 1, "-") && !text.hasGap(before: quantity.numberToken + 1)
      return (quantity.unit == nil || quantity.unit == .people) && !isHyphened
    case "beta", "d", "g": return quantity.unit == nil && quantity.value.decimals > 0
    case "RRR": return quantity.unit == .percent
    default:
      return quantity.unit == .percent || quantity.unit == nil && quantity.value.decimals > 0 && abs(quantity.value.value) <= 1
    }
  }

  private func isTimePoint(_ quantity: Quantity) -> Bool {
    guard quantity.unit?.isTime == true else { return isSampleSize(quantity) }
    return ["at", "after", "within", "for", "over"].contains(text.word(quantity.tokens.lowerBound - 1))
  }

  private func isSampleSize(_ quantity: Quantity) -> Bool {
    text.isSymbol(quantity.numberToken - 1, "=") && text.word(quantity.numberToken - 2) == "n"
  }

  /// A value after the first stands with an interval of its own.
  private func isFurtherValue(_ quantity: Quantity) -> Bool {
    guard quantity.value.decimals > 0 else { return false }
    let next = intervals.partitionPoint { $0.tokens.lowerBound >= quantity.tokens.upperBound }
    guard next < intervals.count, intervals[next].kind != .spread else { return false }
    let between = quantity.tokens.upperBound..<intervals[next].tokens.lowerBound
    return between.count <= 1 && !between.contains { text.kind($0) == .word }
  }

  /// "The number needed to treat for … was 4", "the C index of … was 0.74".
  private func hasCopula(before quantity: Quantity) -> Bool {
    ["was", "were", "is"].contains(text.word(quantity.tokens.lowerBound - 1))
  }

  /// How many words may stand between a measure and its value; more where a copula leads to a value with its interval.
  private func reach(of name: Name, to quantity: Quantity) -> Int {
    let isTold = hasCopula(before: quantity)
    if RatioMeasure.nearby.contains(name.measure), !isTold { return 4 }
    return isTold && hasInterval(after: quantity, named: false) ? 24 : 14
  }

  /// Whether only words that may stand between a measure and its value do; those in brackets do not count.
  private func reaches(from start: Int, to quantity: Quantity, words limit: Int) -> Bool {
    var words = 0
    var bracketEnd = start
    for index in start..<quantity.tokens.lowerBound {
      if index < bracketEnd { continue }
      if let end = text.end(ofBracketAt: index), end <= quantity.tokens.lowerBound { bracketEnd = end }
      if text.isSymbol(index, ";") || text.isSymbol(index, "。") { return false }
      if text.isSymbol(index, "."), text.hasGap(before: index + 1) { return false }
      if text.kind(index) == .word || text.kind(index) == .han { words += 1 }
    }
    return words <= limit
  }

  private func names() -> [Name] {
    var result: [Name] = []
    for index in text.indices where mayNameMeasure(index) && index >= (result.last?.tokens.upperBound ?? 0) {
      if let length = text.hasPhrase(Self.bothPredictive, at: index) {
        result += ["PPV", "NPV"].map { Name(tokens: index..<index + length, measure: $0) }
      } else if let name = name(at: index) {
        result.append(name)
      } else {
        result += chineseNames(at: index)
      }
    }
    return result
  }

  /// Most words begin no name, and fall off without a look at lists.
  private func mayNameMeasure(_ index: Int) -> Bool {
    switch text.tokens[index].kind {
    case .word: text.tags[index].contains(.estimateName) || text.codes[index] == Self.bothPredictive[0] || text.word(index) == "c"
    case .han: true
    default: false
    }
  }

  private func name(at index: Int) -> Name? {
    if text.kind(index) == .word {
      guard text.tags(index).contains(.estimateName) else { return nil }
      if let measure = RatioMeasure.shortForms[text.letters(index)], isShortForm(index) {
        return Name(tokens: index..<index + 1, measure: measure)
      }
      if let measure = RatioMeasure.letters[text.letters(index)] {
        guard text.isSymbol(index + 1, "="), text.kind(index - 1) != .number else { return nil }
        return Name(tokens: index..<index + 1, measure: measure)
      }
      for (phrase, measure) in RatioMeasure.coded {
        if let length = text.hasPhrase(phrase, at: index) {
          return Name(tokens: index..<afterAbbreviation(index + length), measure: measure)
        }
      }
      return nil
    }
    return nil
  }

  /// What a run of Chinese names; `C指数` begins with a letter.
  private func chineseNames(at index: Int) -> [Name] {
    if text.word(index) == "c", text.han(index + 1).hasPrefix("指数") || text.han(index + 1).hasPrefix("统计量") {
      return [Name(tokens: index..<index + 2, measure: "C-index")]
    }
    guard text.kind(index) == .han else { return [] }
    return RatioMeasure.measures(inHan: text.utf8[text.tokens[index].range]).map {
      Name(tokens: index..<afterAbbreviation(index + 1), measure: $0)
    }
  }

  private static let bothPredictive = WordCode.phrase("positive and negative predictive values")

  /// "OR" and "hr" are words too: a short form is followed by a value, a sign or a bracket soon.
  private func isShortForm(_ index: Int) -> Bool {
    let string = text.letters(index)
    guard ["OR", "hr", "MD", "RD", "PR", "SIR", "ARR"].contains(string) else { return true }
    if text.isSymbol(index + 1, anyOf: ["=", ":", "(", "[", ",", "-"]) { return string != "hr" || text.isSymbol(index + 1, "=") }
    return string != "hr" && (text.kind(index + 1) == .number || ["of", "was", "for"].contains(text.word(index + 1)))
  }

  /// "The difference in weight was -4.1 kg (95% CI …)": a bare word that needs an interval.
  private func hasInterval(after quantity: Quantity, named: Bool = true) -> Bool {
    let next = intervals.partitionPoint { $0.tokens.lowerBound >= quantity.tokens.upperBound }
    return next < intervals.count && intervals[next].tokens.lowerBound - quantity.tokens.upperBound <= 3
      && (intervals[next].kind == .confidence || !named && intervals[next].kind == .bare)
  }

  private func afterAbbreviation(_ index: Int) -> Int {
    guard text.isSymbol(index, anyOf: ["(", "["]),
      RatioMeasure.shortForms[text.kind(index + 1) == .word ? text.string(index + 1) : ""] != nil
    else { return index }
    return text.isSymbol(index + 2, anyOf: [")", "]"]) ? index + 3 : index
  }
}
