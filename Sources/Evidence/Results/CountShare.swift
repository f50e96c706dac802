import Literature
import TextAnalysis

/// Puts a count, its total and its percentage together: `12/120 (10%)`, `10% (12 of 120)`, `9 (69%) of 13 patients`, `5例(8.3%)`.
///
/// The percentage is the value where there is one, the count otherwise.
struct CountShare {
  private let text: ResultText

  /// The quantities with those that are one share joined, ascending.
  static func merged(_ quantities: [Quantity], in text: ResultText) -> [Quantity] {
    guard quantities.count > 1 else { return quantities }
    let merger = CountShare(text: text)
    var result: [Quantity] = []
    for quantity in quantities {
      if let last = result.last, let joined = merger.joined(last, quantity) {
        result[result.count - 1] = joined
        // "92.5% (37/40)": the count found its total first.
        if result.count > 1, let whole = merger.joined(result[result.count - 2], joined) {
          result.removeLast()
          result[result.count - 1] = whole
        }
      } else {
        result.append(quantity)
      }
    }
    return merger.withShares(result)
  }

  /// "22 % of patients who received A (13/58)": n/N in a later bracket of the clause that gives the same percentage.
  private func withShares(_ quantities: [Quantity]) -> [Quantity] {
    var result: [Quantity] = []
    for quantity in quantities {
      if let last = result.last, isDeclaredCount(quantity, of: last) {
        result[result.count - 1].count = quantity.value
        continue
      }
      guard let last = result.last, last.unit == .percent, last.count == nil, last.total == nil, last.spread == nil,
        let total = quantity.total, quantity.count == nil, total.value > 0,
        text.isSymbol(quantity.tokens.lowerBound - 1, anyOf: ["(", "["]),
        quantity.tokens.lowerBound - last.tokens.upperBound <= 12,
        abs(quantity.value.value / total.value * 100 - last.value.value) <= (last.value.decimals == 0 ? 0.5 : 0.06)
      else {
        result.append(quantity)
        continue
      }
      result[result.count - 1].count = quantity.value
      result[result.count - 1].total = total
    }
    return result
  }

  /// "57 % of the participants (n = 17)": how many the percentage is.
  private func isDeclaredCount(_ quantity: Quantity, of share: Quantity) -> Bool {
    let open = quantity.numberToken - 3
    guard share.unit == .percent, share.count == nil, share.spread == nil, isCount(quantity), quantity.total == nil,
      text.isSymbol(open + 2, "="), text.word(open + 1) == "n", text.isSymbol(open, "("), open > share.tokens.upperBound,
      open - share.tokens.upperBound <= 6
    else { return false }
    return (share.tokens.upperBound..<open).allSatisfy {
      text.code($0) == OutcomePhrase.of || !text.tags($0).isDisjoint(with: [.people, .determiner])
    }
  }

  private func joined(_ first: Quantity, _ second: Quantity) -> Quantity? {
    let gap = first.tokens.upperBound..<max(first.tokens.upperBound, second.tokens.lowerBound)
    if isCount(first) || first.count != nil, first.total == nil, isCount(second), isOf(gap, first) {
      return withTotal(first, second)
    }
    if let share = shareOfThings(first, second, gap) { return share }
    guard gap.count == 1 || gap.count == 2 && text.isSymbol(gap.lowerBound + 1, "=") || isDeclared(gap), opensBracket(gap) else {
      return nil
    }
    if isCount(first), second.unit == .percent { return share(percent: second, count: first, first, second) }
    if first.unit == .percent, first.count == nil, isCount(second), second.total != nil || closes(second.tokens.upperBound) {
      return share(percent: first, count: second, first, second)
    }
    return nil
  }

  /// "412 of 547 lesions (75.3%)": things without a unit between, where the percentage is that of the counts.
  private func shareOfThings(_ first: Quantity, _ second: Quantity, _ gap: Range<Int>) -> Quantity? {
    guard let total = first.total, first.unit == .people, second.unit == .percent, (2...4).contains(gap.count), total.value > 0,
      text.isSymbol(gap.upperBound - 1, "("), gap.dropLast().allSatisfy({ text.kind($0) == .word }),
      abs(first.value.value / total.value * 100 - second.value.value) <= (second.value.decimals == 0 ? 0.6 : 0.06)
    else { return nil }
    return share(percent: second, count: first, first, second)
  }

  private func isCount(_ quantity: Quantity) -> Bool {
    quantity.value.decimals == 0 && quantity.value.relation == .equal && quantity.spread == nil && quantity.upper == nil
      && (quantity.unit == nil || quantity.unit == .people || quantity.unit == .other("event")) && quantity.value.value >= 0
  }

  /// `/` without gaps, or "of", "of the", "out of" with a larger number after it; "%)" may stand before.
  private func isOf(_ gap: Range<Int>, _ first: Quantity) -> Bool {
    if gap.count == 1, text.isSymbol(gap.lowerBound, "/") {
      return !text.hasGap(before: gap.lowerBound) && !text.isSymbol(first.tokens.lowerBound - 1, "/")
        && !isFraction(gap.upperBound)
    }
    let words = gap.filter { text.kind($0) == .word }.map { text.word($0) }
    let symbols = gap.filter { text.kind($0) == .symbol }
    let joint = words.suffix(words.last == "the" || words.last == "all" ? 2 : 1)
    // "one of three groups"
    if first.value.value == 1, words.first == "of", !text.tags(gap.upperBound + 1).contains(.people),
      text.tags(first.numberToken).contains(.numeral)
    {
      return false
    }
    let isCounted = words.count <= 4 && (joint == ["among"] || joint == ["among", "the"]) && first.unit == nil
    return (isCounted || Self.ofWords.contains(words)) && gap.count == words.count + symbols.count
      && symbols.allSatisfy { text.isSymbol($0, ")") } && symbols.count <= 1
  }

  /// `1/2 cup`, `3/4 of the dose`: a total of four or fewer that neither people nor a percentage follow.
  private func isFraction(_ total: Int) -> Bool {
    guard text.string(total).utf8.count == 1, text.string(total).utf8.allSatisfy({ (0x32...0x34).contains($0) }) else {
      return false
    }
    let next = total + 1
    return text.kind(next) == .word && !text.tags(next).contains(.people) || text.isSymbol(next, "-")
  }

  private static let ofWords: [[Word]] = [["of"], ["of", "the"], ["out", "of"], ["of", "all"], ["among"], ["among", "the"]]

  private func opensBracket(_ gap: Range<Int>) -> Bool { gap.first.map { text.isSymbol($0, anyOf: ["(", "["]) } ?? false }

  /// `(n = `; the sign may be the number's.
  private func isDeclared(_ gap: Range<Int>) -> Bool {
    (2...3).contains(gap.count) && text.word(gap.lowerBound + 1) == "n" && text.isSymbol(gap.lowerBound + 2, "=")
  }

  private func closes(_ index: Int) -> Bool { text.isSymbol(index, anyOf: [")", "]", ",", ";"]) }

  private func withTotal(_ first: Quantity, _ second: Quantity) -> Quantity? {
    let count = first.count ?? first.value
    guard second.value.value >= count.value, second.value.value > 0 else { return nil }
    // 5/2016 is a date, 120/80 a pressure.
    guard second.value.value < 1900 || second.value.partsThousands || count.value > 31 else { return nil }
    var result = first
    result.total = second.value
    if first.count == nil { result.unit = .people }
    extend(&result, over: second)
    return result
  }

  private func share(percent: Quantity, count: Quantity, _ first: Quantity, _ second: Quantity) -> Quantity? {
    guard (0...100).contains(percent.value.value), percent.spread == nil, percent.upper == nil else { return nil }
    var result = percent
    result.count = count.value
    result.total = count.total
    result.tokens = first.tokens
    result.bytes = first.bytes
    extend(&result, over: second)
    return result
  }

  private func extend(_ quantity: inout Quantity, over second: Quantity) {
    var end = max(quantity.tokens.upperBound, second.tokens.upperBound)
    var bytes = max(quantity.bytes.upperBound, second.bytes.upperBound)
    if text.isSymbol(end, anyOf: [")", "]"]), opensWithin(quantity.tokens.lowerBound..<end) {
      bytes = text.tokens[end].end
      end += 1
    }
    quantity.tokens = quantity.tokens.lowerBound..<end
    quantity.bytes = quantity.bytes.lowerBound..<bytes
  }

  private func opensWithin(_ range: Range<Int>) -> Bool {
    range.reduce(0) { $0 + (text.isSymbol($1, anyOf: ["(", "["]) ? 1 : text.isSymbol($1, anyOf: [")", "]"]) ? -1 : 0) } > 0
  }
}
