import Literature
import Statistics
import TextAnalysis

/// The shares of groups that stand right beside a statement on them: in the piece before it ("2 and 1 patients died, below 1% in both groups",
/// 73.7%和75.4%, 即七成以上), before its mark in its own piece, or behind its colon ("under 5% in all trials: the rates were 4.1% and 2.2%").
struct BesideFigures {
  let text: LexedText
  /// The least and the greatest size of a group, where a count alone is printed.
  let sizes: ClosedRange<Double>?

  typealias Figure = SentenceFigures.Figure

  private static let introductions = PhraseSet(
    ["that is", "i e", "or", "namely", "thus", "so", "in other words", "meaning", "which is", "which means"], [])
  private static let chineseIntroductions: [StaticString] = ["即", "也即", "亦即", "换言之", "也就是", "约占", "占"]

  /// Whether a piece takes up what stands before it.
  func isIntroduced(_ piece: Range<Int>) -> Bool {
    let first = text.isSymbol(piece.lowerBound, ",") ? piece.lowerBound + 1 : piece.lowerBound
    return Self.chineseIntroductions.contains { text.hanHasPrefix(first, $0) }
      || Self.introductions.first(in: text, first..<min(first + 2, piece.upperBound))?.lowerBound == text.tokens[first].start
  }

  /// The piece before a token, from the last comma, colon or semicolon on; nil at the beginning of a text.
  func piece(before token: Int) -> Range<Int>? {
    var end = token
    while end > 0, isCut(end - 1) { end -= 1 }
    guard end > 0 else { return nil }
    var depth = 0
    var start = end
    while start > 0 {
      if text.isSymbol(start - 1, ")") { depth += 1 }
      if text.isSymbol(start - 1, "(") { depth = max(0, depth - 1) }
      if depth == 0, isCut(start - 1) { break }
      start -= 1
    }
    return start..<end
  }

  private func isCut(_ index: Int) -> Bool { [",", ";", ":", "。"].contains { text.isSymbol(index, $0) } }

  /// The shares of a stretch: those printed, else those that its counts are of the groups.
  func figures(_ piece: Range<Int>) -> [Figure] {
    let all = SentenceFigures.all(in: text, piece).filter { $0.unit == .percent }
    // "0.6% (2/361)" is one share.
    let printed = all.indices.filter { $0 == 0 || !isRepeated(all[$0], of: all[$0 - 1]) }.map { all[$0] }
    return printed.isEmpty ? counted(piece) : printed
  }

  private func isRepeated(_ one: Figure, of before: Figure) -> Bool {
    text.isSymbol(text.firstToken(at: one.range.lowerBound) - 1, "(") && abs(one.box.middle - before.box.middle) <= Self.rounding
  }

  private static let rounding = 0.6

  /// "5例和4例", "各1例", "in 3 and 2 patients".
  private func counted(_ piece: Range<Int>) -> [Figure] {
    guard let sizes else { return [] }
    let counts = piece.filter { isCount($0, piece) }
    let each = counts.count == 1 && counts.contains { text.hanHasSuffix($0 - 1, "各") || text.isWord($0 + 1, "each") }
    guard counts.count == Self.groups || each else { return [] }
    return (counts + (each ? counts : [])).compactMap { index in
      text.number(index).map { number in
        let box = RoundingInterval(100 * number.value / sizes.upperBound, 100 * number.value / sizes.lowerBound)
        return Figure(
          unit: .percent, box: box, text: "\(number.text) (\(NumberText.fixed(box.middle, 1))%)", range: text.tokens[index].range)
      }
    }
  }

  private static let groups = 2
  private static let people = PhraseSet(
    ["patients", "participants", "people", "women", "men", "children", "infants", "deaths", "events", "cases"], [])

  private func isCount(_ index: Int, _ piece: Range<Int>) -> Bool {
    guard let number = text.number(index), number.decimals == 0, number.relation == .equal, let sizes,
      number.value <= sizes.lowerBound, !text.isSymbol(index - 1, "="), !text.isSymbol(index - 1, "-"),
      !text.isSymbol(index - 1, "["), !text.isSymbol(index + 1, "/"), !text.isSymbol(index - 1, "/")
    else { return false }
    if text.hanHasPrefix(index + 1, "例") || text.hanHasPrefix(index + 1, "名") || text.hanHasPrefix(index + 1, "人") { return true }
    let isOfPair =
      text.isWord(index + 1, "and") && text.isNumber(index + 2) || text.isWord(index - 1, "and") && text.isNumber(index - 2)
    return isOfPair && Self.people.occurs(in: text, piece) || text.isWord(index + 1, "each")
  }

  private static let superlatives = PhraseSet(["highest", "greatest", "lowest"], ["最高", "最低"])

  private static let longestIntroduction = 3

  /// The figures that a bound is of by where it stands; none where it names something that those before it do not.
  func figures(of bound: SetBound, isNamedBefore: (Range<Int>) -> Bool) -> [Figure] {
    guard bound.unit == .percent, bound.count == .all || bound.count == .some else { return [] }
    let mark = text.firstToken(at: bound.range.lowerBound + 1) - 1
    let fewest = bound.count == .some ? 1 : Self.groups
    if bound.count == .all, let behind = behindColon(from: mark, in: bound.scope) { return behind }
    var scope = bound.scope
    // ", that is, in fewer than a third".
    if let words = piece(before: scope.lowerBound), words.count <= Self.longestIntroduction, isIntroduced(words) {
      scope = words.lowerBound..<scope.upperBound
    }
    let isIntroduced = isIntroduced(scope)
    guard bound.count == .all || isIntroduced else { return [] }
    let own = figures(bound.scope.lowerBound..<max(bound.scope.lowerBound, mark))
    if own.count >= Self.groups { return own }
    guard own.isEmpty, let before = piece(before: scope.lowerBound), isIntroduced || isNamedBefore(before) else {
      return []
    }
    let found = figures(before)
    return found.count >= fewest ? found : []
  }

  /// "Under 5% in all trials: the rates were 4.1%, 2.2% and 1.9%", "均未超过10%: …, 最高者为2.9%".
  private func behindColon(from mark: Int, in scope: Range<Int>) -> [Figure]? {
    let limit = min(text.count, scope.upperBound + 1)
    guard mark >= 0, mark < limit, let colon = (mark..<limit).first(where: { text.isSymbol($0, ":") }) else { return nil }
    let rest = colon + 1..<text.count
    guard !rest.isEmpty, !rest.contains(where: { text.isSymbol($0, ";") }) else { return nil }
    let found = SentenceFigures.all(in: text, rest).filter { $0.unit == .percent }
    return found.count >= Self.groups || found.count == 1 && Self.superlatives.occurs(in: text, rest) ? found : nil
  }
}
