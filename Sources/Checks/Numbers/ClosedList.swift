import Literature
import TextAnalysis

/// A whole and a list that by its own grammar leaves nothing out, where the two do not agree: a list that ends with the others ("… and other
/// causes for 11", 其他 2 例), a pair with one preposition ("119 deaths, 62 on the drug and 57 on placebo"), a pair that is a thing and its
/// opposite (男 256 例, 女 212 例; "612 were smokers and 1,130 non-smokers"), or parts that are added up at once (大 27 例, 小 44 例, 合计 71 例).
struct ClosedList: Hashable, Sendable {
  var total: Int
  var parts: [Int]
  /// Bytes of the text, from the first part to the last.
  var range: Range<Int>

  var sum: Int { parts.reduce(0, +) }

  private static let mostParts = 7
  private static let longestGap = 80

  /// Parts of one sentence may overlap, or be some of all.
  private static let open = PhraseSet(
    [
      "more than one", "several", "overlap", "overlapping", "some had", "multiple", "including", "both", "at least", "mainly",
      "mostly", "most common", "could", "not mutually", "excluded", "missing", "respectively",
    ], ["重叠", "不止一", "多种", "部分", "主要", "同时", "可有", "均有", "合并", "缺失", "分别"])

  private init(_ total: Int, _ parts: [PrintedCount]) {
    self.total = total
    self.parts = parts.map(\.value)
    range = (parts.map(\.range.lowerBound).min() ?? 0)..<(parts.map(\.range.upperBound).max() ?? 0)
  }

  /// The first list of a sentence that does not make its whole. O(tokens).
  ///
  /// - Parameter before: the sentence before in the same paragraph.
  init?(_ text: LexedText, before: LexedText?, counts known: DocumentCounts) {
    let counts = Self.counts(text)
    guard counts.count >= 2, !Self.open.occurs(in: text), !counts.contains(where: { Tally.isOfEachThing(text, $0.range) }) else {
      return nil
    }
    let found =
      Self.summed(text, counts) ?? Self.withOthers(text, counts, before, known) ?? Self.parallel(text, counts)
      ?? Self.opposites(text, counts, before, known)
    guard let found else { return nil }
    self = found
  }

  private static func counts(_ text: LexedText) -> [PrintedCount] {
    var counts = PrintedCount.all(in: text, ofRecords: true).filter { !$0.mayBeYear(in: text) }
    // What a bracket holds belongs to the count before it.
    counts.removeAll { count in
      let first = text.firstToken(at: count.range.lowerBound)
      return (max(0, first - 8)..<first).last { text.isSymbol($0, "(") || text.isSymbol($0, ")") }.map { text.isSymbol($0, "(") }
        ?? false
    }
    return counts
  }

  private static func gap(_ text: LexedText, _ one: PrintedCount, _ other: PrintedCount) -> Range<Int> {
    let start = text.firstToken(at: one.range.upperBound)
    return start..<max(start, text.firstToken(at: other.range.lowerBound))
  }

  private func isLikely(_ known: DocumentCounts? = nil) -> Bool {
    guard sum != total, Double(sum) < 1.5 * Double(total), 2 * sum > total else { return false }
    if let known, known.holds(sum) { return false }
    return total.isCopyingSlip(of: sum)
      || parts.contains { $0 >= 1 && total - sum + $0 > 0 && $0.isCopyingSlip(of: total - sum + $0) }
  }

  // MARK: 大 27 例, 小 44 例, 合计 71 例

  private static let totalling = ["合计", "共计", "总计", "共"]

  private static func summed(_ text: LexedText, _ counts: [PrintedCount]) -> ClosedList? {
    for index in counts.indices.dropFirst(2) {
      let head = text.firstToken(at: counts[index].range.lowerBound) - 1
      guard text.tokens.indices.contains(head), totalling.contains(text.string(head)), text.isSymbol(head - 1, ",") else {
        continue
      }
      var run = [counts[index - 1]]
      for earlier in counts[..<(index - 1)].reversed() {
        guard let first = run.first, isItem(text, earlier, first), run.count < mostParts else { break }
        run.insert(earlier, at: 0)
      }
      let found = ClosedList(counts[index].value, run)
      if run.count >= 2, found.isLikely(), !anyRun(of: counts[..<index], makes: found.total) { return found }
    }
    return nil
  }

  /// Whether two counts stand in one list: a comma or a conjunction between, no sentence end.
  private static func isItem(_ text: LexedText, _ one: PrintedCount, _ other: PrintedCount) -> Bool {
    let gap = gap(text, one, other)
    guard other.range.lowerBound - one.range.upperBound <= longestGap else { return false }
    let stops: [Unicode.Scalar] = [";", ":", "。"]
    return !gap.contains { index in stops.contains { text.isSymbol(index, $0) } }
      && gap.contains { text.isSymbol($0, ",") || text.isSymbol($0, "、") || text.isWord($0, "and") || text.hanHasPrefix($0, "和") }
  }

  private static func anyRun(of counts: ArraySlice<PrintedCount>, makes total: Int) -> Bool {
    counts.indices.contains { first in
      var sum = 0
      return counts[first...].contains { count in
        sum += count.value
        return sum == total
      }
    }
  }

  // MARK: "… for 21 and other causes for 11", 其他 2 例

  private static let others = PhraseSet(
    ["other", "others", "other causes", "unknown", "the rest", "the remaining", "the remainder", "the others"],
    ["其他", "其它", "其余", "余为", "不明"])
  private static let anaphora = PhraseSet(["of them", "of these", "of those", "of whom", "of which"], ["其中"])

  /// The last item names all others; the whole is the count before the list, or that of the sentence before.
  private static func withOthers(
    _ text: LexedText, _ counts: [PrintedCount], _ before: LexedText?, _ known: DocumentCounts
  ) -> ClosedList? {
    guard counts.count >= 3, let last = counts.last else { return nil }
    let closing = gap(text, counts[counts.count - 2], last)
    let behind = text.firstToken(at: last.range.upperBound)..<text.count
    guard
      others.occurs(in: text, closing)
        || others.occurs(in: text, behind.prefix(3).isEmpty ? behind : behind.lowerBound..<min(text.count, behind.lowerBound + 3))
    else { return nil }
    if let found = inSentence(text, counts, known) ?? ofShare(text, counts, known) { return found }
    guard anaphora.occurs(in: text), let before,
      let whole = Self.counts(before).first(where: { $0.value > (counts.map(\.value).max() ?? 0) })
    else { return nil }
    let found = ClosedList(whole.value, counts)
    return (3...mostParts).contains(counts.count) && found.isLikely(known) ? found : nil
  }

  /// HBV 感染 168 例(78.5%), HCV 感染 19 例, 其余 27 例: what the first part is a share of is the whole.
  private static func ofShare(_ text: LexedText, _ counts: [PrintedCount], _ known: DocumentCounts) -> ClosedList? {
    guard let first = counts.first, (3...mostParts).contains(counts.count),
      zip(counts, counts.dropFirst()).allSatisfy({ isItem(text, $0, $1) }),
      let share = SharePair.all(in: text).first(where: { $0.range.overlaps(first.range) && $0.percent.decimals > 0 })
    else { return nil }
    let wholes = known.sizes.filter { share.isOf($0) }.sorted()
    let found = wholes.map { ClosedList($0, counts) }
    return found.contains { $0.sum == $0.total } ? nil : found.first { $0.isLikely(known) }
  }

  /// 死亡 11 例, 其中心血管病 5 例、呼吸系统疾病 4 例、其他 2 例.
  private static func inSentence(_ text: LexedText, _ counts: [PrintedCount], _ known: DocumentCounts) -> ClosedList? {
    for index in counts.indices.dropLast(2) {
      let between = gap(text, counts[index], counts[index + 1])
      guard anaphora.occurs(in: text, between) || between.contains(where: { text.isSymbol($0, ":") }) else { continue }
      let parts = Array(counts[(index + 1)...])
      guard parts.count <= mostParts, zip(parts, parts.dropFirst()).allSatisfy({ isItem(text, $0, $1) }) else { continue }
      let found = ClosedList(counts[index].value, parts)
      if found.sum != found.total, found.isLikely() { return found }
    }
    return nil
  }

  // MARK: "119 deaths, 62 on the drug and 57 on placebo"

  private static let prepositions: Set<String> = ["in", "on", "under", "with", "after", "for", "from", "at", "without"]

  private static func parallel(_ text: LexedText, _ counts: [PrintedCount]) -> ClosedList? {
    for index in counts.indices.dropFirst(2) {
      let (whole, first, second) = (counts[index - 2], counts[index - 1], counts[index])
      let (head, middle) = (gap(text, whole, first), gap(text, first, second))
      guard whole.value >= 10, head.count <= 8, text.isSymbol(head.upperBound - 1, ","), middle.count <= 12,
        !head.dropLast().contains(where: { text.isSymbol($0, ",") || text.isSymbol($0, "(") }),
        let one = preposition(text, middle.lowerBound), text.isWord(middle.upperBound - 1, "and"),
        let other = preposition(text, text.firstToken(at: second.range.upperBound)), one == other
      else { continue }
      // A third group may follow.
      if index + 1 < counts.count, gap(text, second, counts[index + 1]).count <= 8 { continue }
      let found = ClosedList(whole.value, [first, second])
      if found.isLikely() { return found }
    }
    return nil
  }

  private static func preposition(_ text: LexedText, _ index: Int) -> String? {
    guard text.tokens.indices.contains(index), text.tokens[index].kind == .word else { return nil }
    let word = text.lowercased(index)
    return prepositions.contains(word) ? word : nil
  }

  // MARK: 男 256 例, 女 212 例; "612 were smokers and 1,130 non-smokers"

  private static func opposites(
    _ text: LexedText, _ counts: [PrintedCount], _ before: LexedText?, _ known: DocumentCounts
  ) -> ClosedList? {
    for index in counts.indices.dropFirst() {
      let (first, second) = (counts[index - 1], counts[index])
      guard isItem(text, first, second), Opposites.stand(in: text, at: first, second) else { continue }
      // "37 men, 21 women, and 3 others": a third part, and no total.
      if index + 1 < counts.count, counts[index + 1].value <= max(first.value, second.value),
        isItem(text, second, counts[index + 1])
      {
        continue
      }
      let wholes = index >= 2 ? [counts[index - 2].value] : []
      let all = wholes + known.sizes.filter { $0 > max(first.value, second.value) }.sorted(by: >)
      guard !all.contains(first.value + second.value), !known.holds(first.value + second.value) else { return nil }
      return all.map { ClosedList($0, [first, second]) }.first { $0.isLikely() }
    }
    return nil
  }
}

extension Int {
  /// Whether a copyist may have made one of the other: two neighbouring digits exchanged, or one wrong digit of as many; of one digit, a
  /// neighbour. O(digits).
  fileprivate func isCopyingSlip(of other: Int) -> Bool {
    if self < 10, other < 10 { return abs(self - other) <= 2 }
    return neighbourExchanges.contains(other) || unlikeDigits(from: other)?.count == 1
  }
}
