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
    var result: [PrintedEstimate] = []
    for (position, name) in names.enumerated() {
      let end = position + 1 < names.count ? names[position + 1].tokens.lowerBound : text.count
      var limit = name.tokens.upperBound + 24
      for (order, quantity) in quantities(in: name.tokens.upperBound..<end).enumerated() {
        guard quantity.tokens.lowerBound <= limit, isValue(quantity, of: name) else { continue }
        if order > 0, !result.isEmpty, result.last?.measure == name.measure,
          result.last.map({ $0.tokens.lowerBound >= name.tokens.lowerBound }) == true
        {
          guard isFurtherValue(quantity) else { break }
          result.append(PrintedEstimate(tokens: quantity.tokens, measure: name.measure, value: quantity))
        } else {
          guard reaches(from: name.tokens.upperBound, to: quantity, words: RatioMeasure.nearby.contains(name.measure) ? 4 : 14)
          else { break }
          result.append(
            PrintedEstimate(
              tokens: name.tokens.lowerBound..<quantity.tokens.upperBound, measure: measure(name, quantity), value: quantity))
        }
        limit = quantity.tokens.upperBound + 40
      }
    }
    return result
  }

  private func quantities(in range: Range<Int>) -> ArraySlice<Quantity> {
    let first = quantities.partitionPoint { $0.tokens.lowerBound >= range.lowerBound }
    let last = quantities.partitionPoint { $0.tokens.lowerBound >= range.upperBound }
    return quantities[first..<max(first, last)]
  }

  private func measure(_ name: Name, _ quantity: Quantity) -> String {
    name.measure == "MD" && quantity.unit == .percent ? "RD" : name.measure
  }

  /// Ratios are bare positive numbers below 1000; differences may have a unit but no people and, as a rule, no time point.
  private func isValue(_ quantity: Quantity, of name: Name) -> Bool {
    if quantity.unit == .people { return false }
    if name.measure == "MD", text.word(name.tokens.lowerBound) == "difference", !hasInterval(after: quantity) { return false }
    if RatioMeasure.nearby.contains(name.measure) { return isNearbyValue(quantity, of: name) }
    guard RatioMeasure.ratios.contains(name.measure) else { return !isTimePoint(quantity) }
    guard quantity.unit == nil, quantity.value.value >= 0, quantity.value.value < 1000 else { return false }
    // HR is heart rate as well.
    if ["bpm", "beats", "bt"].contains(text.word(quantity.tokens.upperBound)) { return false }
    return !isSampleSize(quantity)
  }

  /// A share, a coefficient or a number of people without a unit of its own.
  private func isNearbyValue(_ quantity: Quantity, of name: Name) -> Bool {
    if isSampleSize(quantity) || quantity.unit?.isTime == true { return false }
    switch name.measure {
    case "NNT", "NNH": return quantity.unit == nil || quantity.unit == .people
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

  /// Whether only words that may stand between a measure and its value do.
  private func reaches(from start: Int, to quantity: Quantity, words limit: Int) -> Bool {
    var words = 0
    for index in start..<quantity.tokens.lowerBound {
      if text.isSymbol(index, ";") || text.isSymbol(index, "。") { return false }
      if text.isSymbol(index, "."), text.hasGap(before: index + 1) { return false }
      if text.kind(index) == .word || text.kind(index) == .han { words += 1 }
    }
    return words <= limit
  }

  private func names() -> [Name] {
    var result: [Name] = []
    for index in text.indices where index >= (result.last?.tokens.upperBound ?? 0) {
      if let name = name(at: index) { result.append(name) }
    }
    return result
  }

  private func name(at index: Int) -> Name? {
    if text.kind(index) == .word {
      guard text.tags(index).contains(.estimateName) else { return nil }
      if let measure = RatioMeasure.shortForms[text.letters(index)], isShortForm(index) {
        return Name(tokens: index..<index + 1, measure: measure)
      }
      for (phrase, measure) in RatioMeasure.coded {
        if let length = text.hasPhrase(phrase, at: index) {
          return Name(tokens: index..<afterAbbreviation(index + length), measure: measure)
        }
      }
      return nil
    }
    guard text.kind(index) == .han, let measure = RatioMeasure.measure(inHan: text.utf8[text.tokens[index].range]) else {
      return nil
    }
    return Name(tokens: index..<afterAbbreviation(index + 1), measure: measure)
  }

  /// "OR" and "hr" are words too: a short form is followed by a value, a sign or a bracket soon.
  private func isShortForm(_ index: Int) -> Bool {
    let string = text.letters(index)
    guard ["OR", "hr", "MD", "RD", "PR", "SIR", "ARR"].contains(string) else { return true }
    if text.isSymbol(index + 1, anyOf: ["=", ":", "(", "[", ",", "-"]) { return string != "hr" || text.isSymbol(index + 1, "=") }
    return string != "hr" && (text.kind(index + 1) == .number || ["of", "was", "for"].contains(text.word(index + 1)))
  }

  /// "The difference in weight was -4.1 kg (95% CI …)": a bare word that needs an interval.
  private func hasInterval(after quantity: Quantity) -> Bool {
    let next = intervals.partitionPoint { $0.tokens.lowerBound >= quantity.tokens.upperBound }
    return next < intervals.count && intervals[next].tokens.lowerBound - quantity.tokens.upperBound <= 3
      && intervals[next].kind == .confidence
  }

  private func afterAbbreviation(_ index: Int) -> Int {
    guard text.isSymbol(index, anyOf: ["(", "["]),
      RatioMeasure.shortForms[text.kind(index + 1) == .word ? text.string(index + 1) : ""] != nil
    else { return index }
    return text.isSymbol(index + 2, anyOf: [")", "]"]) ? index + 3 : index
  }
}
