import Literature
import TextAnalysis

/// Wholes whose parts stand in a bracket: right behind them, or behind their share.
extension SumReader {
  /// Words of a bracket whose counts need not make the whole, or are of something else.
  static let partial = PhraseSet(
    [
      "including", "mainly", "mostly", "most common", "most frequent", "commonest", "at least", "such as", "e.g", "more than one",
      "several", "both",
      "planned", "expected", "median", "mean", "iqr", "range", "chiefly", "principally", "notably", "multiple",
      "not mutually", "overlap", "could", "versus", "among others", "example", "sets", "per",
    ], ["主要", "等", "可有", "均有", "同时", "例次", "多种", "一部分", "重叠", "包含", "计划", "预计", "多为", "例如", "常见"])

  func bracketed(_ whole: Tally.Count) -> SumReading? {
    let start = whole.tokens.upperBound
    let stop = (start..<min(text.count, start + 14)).first { index in
      text.isSymbol(index, "(") || text.isSymbol(index, ",") || text.isSymbol(index, ";") || text.isNumber(index)
    }
    guard let opening = stop, text.isSymbol(opening, "(") else { return nil }
    return bracketed(whole, opening)
  }

  private func bracketed(_ whole: Tally.Count, _ opening: Int) -> SumReading? {
    let start = whole.tokens.upperBound
    guard tally.brackets[opening] == whole.bracket, let closing = tally.closing(opening) else { return nil }
    let inside = (opening + 1..<closing).filter { tally.brackets[$0] == opening }
    let parts = tally.counts.filter { $0.bracket == opening }
    guard parts.count >= 2, zip(parts, parts.dropFirst()).allSatisfy({ tally.areJoined($0, $1) }),
      inside.allSatisfy({ text.number($0)?.decimals ?? 0 == 0 || text.isSymbol($0 + 1, "%") }), !isBareRun(parts),
      !parts.contains(where: { isOfEach($0) || isMultiplied($0) }),
      !Self.partial.occurs(in: text, start..<closing), areNamed(parts)
    else { return nil }
    return best(.bracket, whole, [parts])
  }

  private static let mostOfGroup = 8

  /// "26 of 187 (13.9%) in the first group (adverse event in 12, withdrawal in 9, death in 5)": behind the share of the whole.
  func behindShares() -> [SumReading] {
    text.tokens.indices.compactMap { opening in
      guard text.isSymbol(opening, "("), tally.brackets[opening] == -1 else { return nil }
      var cursor = opening - 1
      while cursor > max(0, opening - Self.mostOfGroup), text.tokens[cursor].kind == .word || text.tokens[cursor].kind == .han {
        cursor -= 1
      }
      guard cursor < opening - 1, text.isSymbol(cursor, ")"), text.isSymbol(cursor - 1, "%"), text.isNumber(cursor - 2),
        text.isSymbol(cursor - 3, "(")
      else { return nil }
      let last = cursor - 4
      let first = text.isNumber(last) && (text.isWord(last - 1, "of") || text.isSymbol(last - 1, "/")) ? last - 2 : last
      guard let number = text.number(first), number.decimals == 0, let value = Int(exactly: number.value), value >= Self.fewest
      else { return nil }
      let range = text.tokens[first].range
      return bracketed(Tally.Count(value: value, range: range, tokens: first..<cursor + 1, bracket: -1), opening)
    }
  }

  /// "(161 ineligible, 113 declined)", (A 组 12 例, B 组 9 例), "(106 and 103)"; not "(4, 5)", "(Figures 2 and 4)".
  private func areNamed(_ parts: [Tally.Count]) -> Bool {
    let named = parts.count { part in
      let (before, behind) = (part.tokens.lowerBound - 1, part.tokens.upperBound)
      return isNoun(behind) || isNoun(before) || text.isSymbol(before, "=") || text.isSymbol(before, ":") || part.share != nil
        || part.isLifted
    }
    return named == parts.count || parts.count == 2 && parts.allSatisfy { $0.value >= 10 }
  }

  /// Three numbers or more of which two have nothing but a comma between them: a list of values.
  func isBareRun(_ parts: [Tally.Count]) -> Bool {
    parts.count > 2
      && zip(parts, parts.dropFirst()).contains { one, other in
        tally.between(one, other).allSatisfy { text.tokens[$0].kind == .symbol }
      }
  }

  private func isNoun(_ index: Int) -> Bool {
    guard text.tokens.indices.contains(index) else { return false }
    return text.tokens[index].kind == .han
      || text.tokens[index].kind == .word && !text.isWord(index, "and") && !text.isWord(index, "or")
  }

  func isMultiplied(_ part: Tally.Count) -> Bool { Tally.isOfEachThing(text, part.range) }
}
