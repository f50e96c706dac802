import Literature
import TextAnalysis

/// Wholes that stand elsewhere than before their parts: in the sentence before, behind an equals sign, behind the list, beside "each".
extension SumReader {
  // MARK: In the sentence before

  private static let anaphora = PhraseSet(["of them", "of these", "of those", "of whom", "of which"], ["其中"])

  /// "Of these, 488 were excluded and 42 were read": the whole is in the sentence before.
  func apart() -> [SumReading] {
    guard let before, let word = Self.anaphora.first(in: text, 0..<min(2, text.count)), let first = tally.counts.first,
      first.bracket == -1,
      text.firstToken(at: word.lowerBound) == 0, !Self.partial.occurs(in: text)
    else { return [] }
    var run = [first]
    for next in tally.counts.dropFirst() where next.bracket == -1 {
      guard tally.areJoined(run[run.count - 1], next) else { break }
      run.append(next)
    }
    let wholes = Tally(before).counts
    let prefixes = (2...max(2, run.count)).reversed().map { Array(run.prefix($0)) }.filter { $0.count > 1 }
    let sums = prefixes.map { $0.reduce(0) { $0 + $1.value } }
    guard run.count >= 2, !wholes.contains(where: { sums.contains($0.value) }),
      let whole = wholes.last(where: { $0.bracket == -1 }),
      let last = run.last
    else { return [] }
    let range = first.range.lowerBound..<last.range.upperBound
    if areFates(whole, run) { return [SumReading(.flow, whole, run, range: range)] }
    return closesWithOthers(run) ? [SumReading(.divider, whole, run, range: range)] : []
  }

  // MARK: "193 + 336 = 519"

  func written() -> [SumReading] {
    text.tokens.indices.compactMap { equals in
      guard text.isSymbol(equals, "="), text.isNumber(equals + 1), text.isNumber(equals - 1) else { return nil }
      var first = equals - 1
      while text.isSymbol(first - 1, "+"), text.isNumber(first - 2) { first -= 2 }
      let parts = stride(from: first, to: equals, by: 2).compactMap(plain)
      guard parts.count >= 2, parts.count == (equals - first + 1) / 2, let whole = plain(equals + 1),
        !text.isSymbol(equals + 2, "%"),
        !text.isSymbol(equals + 2, "/")
      else { return nil }
      return SumReading(.written, whole, parts)
    }
  }

  private func plain(_ index: Int) -> Tally.Count? {
    guard let number = text.number(index), number.decimals == 0, let value = Int(exactly: number.value), value > 0 else {
      return nil
    }
    return Tally.Count(value: value, range: text.tokens[index].range, tokens: index..<index + 1, bracket: tally.brackets[index])
  }

  // MARK: Before it

  private static let totals = PhraseSet(
    [
      "a total of", "totalling", "totaling", "adding up to", "adds up to", "add up to", "making", "makes", "make", "together",
      "amounting to", "coming to", "comes to", "summing to", "giving", "in sum",
    ], ["合计", "共计", "总计", "共", "总共", "累计", "计"])
  private static let altogether = PhraseSet(["in all", "altogether", "in total", "all told"])
  private static let nearestTotal = 60

  func preceding(_ index: Int) -> SumReading? {
    let whole = tally.counts[index]
    let (first, next) = (whole.tokens.lowerBound, whole.tokens.upperBound)
    guard whole.value >= 10,
      Self.totals.occurs(in: text, max(0, first - 3)..<first) && !text.hanHasPrefix(first - 1, "共计划")
        || Self.altogether.occurs(in: text, next..<min(text.count, next + 4))
    else { return nil }
    var run: [Tally.Count] = []
    for earlier in tally.counts[..<index].reversed() where earlier.bracket == whole.bracket {
      guard tally.areJoined(earlier, run.first ?? whole), run.count < Self.mostParts else { break }
      run.insert(earlier, at: 0)
    }
    if run.count < 2, let closing = (max(0, first - 4)..<first).last(where: { text.isSymbol($0, ")") }) {
      // (八项各 876、640、… 例), 合计 3487 例
      let inside = tally.counts.filter { $0.bracket >= 0 && tally.closing($0.bracket) == closing }
      run = zip(inside, inside.dropFirst()).allSatisfy({ tally.areJoined($0, $1) }) ? inside : []
    }
    guard run.count >= 2, let last = run.last, whole.range.lowerBound - last.range.upperBound <= Self.nearestTotal else {
      return nil
    }
    return best(.total, whole, (2...run.count).map { Array(run.suffix($0)) })
  }

  // MARK: Each

  private static let eachBehind = PhraseSet([
    "in each", "to each", "per arm", "per group", "per treatment", "each received", "each arm", "each group", "for each",
  ])

  func isOfEach(_ part: Tally.Count) -> Bool {
    let next = part.tokens.upperBound
    if Self.eachBehind.occurs(in: text, next..<min(text.count, next + 2)) { return true }
    var end = part.range.lowerBound
    while end > 0, text.utf8[end - 1] == 0x20 { end -= 1 }
    let head = text.string(max(0, end - 6)..<end)
    return head.hasSuffix("各") || head.hasSuffix("每组") || head.hasSuffix("各为")
  }

  private static let planning = PhraseSet(
    [
      "power", "propose", "proposed", "planned", "plan", "target", "required", "needed", "sample size", "assuming", "aimed",
      "attrition", "will be", "would", "expected", "estimated", "invite",
    ],
    ["样本量", "计划", "拟", "估计", "估算", "把握度", "检验效能"])

  func each(_ index: Int) -> SumReading? {
    let whole = tally.counts[index]
    guard index + 1 < tally.counts.count, !isOutOf(whole) else { return nil }
    let part = tally.counts[index + 1]
    guard isOfEach(part), part.value >= Self.fewest, 3 * part.value < 2 * whole.value, !Self.planning.occurs(in: text) else {
      return nil
    }
    // 皮疹、头痛、恶心各 5 例: of things, of which others may follow.
    let gap = tally.between(whole, part)
    guard
      !gap.contains(where: { text.isSymbol($0, "、") })
        || gap.contains(where: { text.hanContains($0, "组") || text.hanContains($0, "臂") })
    else { return nil }
    let times = (2...6).min { abs($0 * part.value - whole.value) < abs($1 * part.value - whole.value) } ?? 2
    return SumReading(.each, whole, [part], times: times)
  }
}
