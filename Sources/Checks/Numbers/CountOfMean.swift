import Literature
import TextAnalysis

/// Of how many values a printed mean is: the number in its own clause, or the size of the group that the clause names.
struct CountOfMean {
  let groups: NamedGroups
  /// Whether people of the document left, so that the size of a group need not be the number of its values.
  let someLeft: Bool

  private static let left = PhraseSet(
    [
      "lost to follow up", "withdrew", "dropped out", "dropouts", "missing data", "did not complete", "discontinued", "withdrawn",
      "attrition",
    ],
    ["失访", "脱落", "退出", "缺失", "剔除"])

  init(_ context: CheckContext) {
    groups = NamedGroups(context)
    someLeft = context.lexed.contains { text in
      // 两组无脱落: nobody left.
      Self.left.all(in: text).contains { !["无", "未"].contains(text.string(max(0, $0.lowerBound - 3)..<$0.lowerBound)) }
    }
  }

  private static let prepositions: [StaticString] = ["in", "among", "of", "for", "from", "by"]
  private static let determiners: [StaticString] = ["the", "these", "those", "our", "all"]
  private static let times: [StaticString] = [
    "week", "weeks", "day", "days", "month", "months", "year", "years", "hours", "minutes", "of",
  ]
  private static let farthest = 14

  /// - Parameters:
  ///   - figure: tokens of the mean and its spread.
  ///   - clause: tokens from the figure before to the figure after.
  ///   - figures: from the first figure of the sentence to the last.
  /// - Returns: the numbers of values it may be of; empty where none is told.
  func counts(of figure: Range<Int>, in clause: Range<Int>, among figures: Range<Int>, _ text: LexedText) -> Set<Int> {
    // "A (n = 23) scored 4.61 and B (n = 26) 3.73": the second number is behind the first mean, but not of it.
    if Self.ofGroup(figures.lowerBound, text) != nil, let own = Self.ofGroup(figure.lowerBound, text) { return [own] }
    let leads = Self.before(figures.lowerBound..<figures.lowerBound + 1, 0..<figures.lowerBound, text) != nil
    if leads, let before = Self.before(figure, clause, text) { return [before] }
    // "35 例甲组患者每人平均 4.66 次, 乙组 34 例平均 5.91 次": the numbers lead.
    if Self.leadsHan(figures.lowerBound, text), let one = PrecedingCount.one(in: text, before: figure.lowerBound) { return [one] }
    if let behind = Self.behind(figure, clause, text) { return [behind] }
    if let before = Self.before(figure, clause, text) { return [before] }
    if let one = PrecedingCount.one(in: text, before: figure.lowerBound) { return [one] }
    if let each = Self.each(text) { return [each] }
    let named = someLeft ? [] : named(figure, clause, figures, text)
    return named.isEmpty ? PrecedingCount.only(in: text).map { [$0] } ?? [] : named
  }

  private static func leadsHan(_ first: Int, _ text: LexedText) -> Bool {
    (0..<first).last { text.isNumber($0) }.map { text.hanHasPrefix($0 + 1, "例") } ?? false
  }

  private static let nearest = 6

  /// 甲组(18 例)为 3.28±1.49: the size behind the name of a group, right before a mean.
  private static func ofGroup(_ mean: Int, _ text: LexedText) -> Int? {
    let index = (max(0, mean - nearest)..<mean).last { text.isNumber($0) }
    guard let index, let number = text.number(index), number.decimals == 0, text.hanHasPrefix(index + 1, "例"),
      text.hanHasSuffix(text.isSymbol(index - 1, "(") ? index - 2 : index - 1, "组")
    else { return nil }
    return Int(exactly: number.value)
  }

  /// "28 patients, 14 per group": the sentence says how many each group has.
  static func each(_ text: LexedText) -> Int? {
    let sizes = text.tokens.indices.compactMap { index -> Int? in
      guard let number = text.number(index), number.decimals == 0, number.value > 2 else { return nil }
      let isEach =
        text.isWord(index + 1, "per") && (text.isWord(index + 2, "group") || text.isWord(index + 2, "arm"))
        || text.isWord(index + 1, "in") && text.isWord(index + 2, "each") || text.hanHasSuffix(index - 1, "每组")
        || text.hanHasSuffix(index - 1, "每组各") || text.hanHasSuffix(index - 1, "两组各")
      return isEach ? Int(exactly: number.value) : nil
    }
    return sizes.count == 1 ? sizes[0] : nil
  }

  /// "3.37 (SD 1.42) in the 19 patients", "3.46 in the former (n = 24)", 3.45±1.36(19 例).
  private static func behind(_ figure: Range<Int>, _ clause: Range<Int>, _ text: LexedText) -> Int? {
    for index in figure.upperBound..<min(clause.upperBound, figure.upperBound + farthest) {
      if text.isSymbol(index, ";") || text.isSymbol(index, ".") { return nil }
      guard text.isNumber(index) else { continue }
      guard let number = text.number(index), number.decimals == 0, number.value > 1 else { return nil }
      let isN = text.isSymbol(index - 1, "=") && text.isWord(index - 2, "n")
      let isHan = ["例", "名", "人", "位"].contains { text.hanHasPrefix(index + 1, $0) }
      let word = determiners.contains { text.isWord(index - 1, $0) } ? index - 2 : index - 1
      let isPlain =
        prepositions.contains { text.isWord(word, $0) } && text.tokens.indices.contains(index + 1)
        && text.tokens[index + 1].kind == .word && !times.contains { text.isWord(index + 1, $0) }
      // "6.53 (2.47) days, all 43 diaries being complete".
      let isAll =
        text.isWord(index - 1, "all") && text.tokens.indices.contains(index + 1) && text.tokens[index + 1].kind == .word
        && !times.contains { text.isWord(index + 1, $0) }
      if isN || isHan || isPlain || isAll { return Int(exactly: number.value) }
      return nil
    }
    return nil
  }

  /// "on the waiting list (n = 18) M = 3.06".
  private static func before(_ figure: Range<Int>, _ clause: Range<Int>, _ text: LexedText) -> Int? {
    let start = max(clause.lowerBound, figure.lowerBound - farthest)
    guard start < figure.lowerBound else { return nil }
    let index = (start..<figure.lowerBound).last {
      text.isNumber($0) && text.isSymbol($0 - 1, "=") && text.isWord($0 - 2, "n")
    }
    return index.flatMap { text.number($0) }.flatMap { Int(exactly: $0.value) }
  }

  private func named(_ figure: Range<Int>, _ clause: Range<Int>, _ figures: Range<Int>, _ text: LexedText) -> Set<Int> {
    for index in (clause.lowerBound..<figure.lowerBound).reversed() where text.tokens[index].kind == .han {
      let run = text.string(index)
      guard let end = run.lastIndex(of: "组") else { continue }
      let sizes = end > run.startIndex ? groups.sizes(ofChinese: run[...end]) : []
      return sizes.isEmpty ? groups.each : sizes
    }
    // "yoga 3.48 and walking 3.12" or "3.48 with yoga and 3.12 with walking": the first name of the sentence tells the order.
    let namesLead = Self.names(in: text, 0..<figures.lowerBound).contains { groups.english[$0] != nil }
    let side = namesLead ? clause.lowerBound..<figure.lowerBound : figure.upperBound..<clause.upperBound
    let sizes = Set(Self.names(in: text, side).compactMap { groups.english[$0] })
    if let only = sizes.first, sizes.count == 1 { return only }
    return sizes.isEmpty && Self.names(in: text, clause).contains(where: Self.groupWords.contains) ? groups.each : []
  }

  private static let groupWords: Set<String> = ["group", "groups", "arm", "arms"]

  private static func names(in text: LexedText, _ range: Range<Int>) -> [String] {
    guard range.lowerBound < range.upperBound else { return [] }
    return range.filter { text.tokens[$0].kind == .word }.map { text.lowercased($0) }
  }
}
