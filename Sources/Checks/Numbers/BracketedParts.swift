import Literature
import TextAnalysis

/// A count and the bracket right behind it that says what it is made of and holds nothing else: 207 例(104 例和 103 例), "168 women (86 and
/// 82)", "274 were excluded (161 ineligible, 87 declined, 26 for other reasons)".
struct BracketedParts: Hashable, Sendable {
  var total: Int
  var parts: [Int]
  /// Bytes of the text, from the whole to the last part.
  var range: Range<Int>

  var sum: Int { parts.reduce(0, +) }

  private static let fewest = 10
  private static let (farthest, longest, mostParts) = (5, 240, 6)
  /// Words of a bracket whose counts need not make the whole, or are of something else.
  private static let partial = PhraseSet(
    [
      "of", "including", "mainly", "at least", "range", "versus", "planned", "expected", "median", "mean", "iqr", "both", "ratio",
      "events", "respectively", "grade", "each", "per",
    ], ["包括", "主要", "其中", "范围", "中位", "比", "至", "事件", "计划", "次", "均", "级"])

  /// The first of a sentence that does not add up but for a slip. O(tokens).
  init?(_ text: LexedText) {
    guard text.tokens.indices.contains(where: { text.isSymbol($0, "(") }) else { return nil }
    let counts = PrintedCount.all(in: text)
    let wholes = counts.filter { $0.value >= Self.fewest && !$0.mayBeYear(in: text) }
    for whole in wholes {
      let next = text.firstToken(at: whole.range.upperBound)
      guard let opening = (next..<min(text.count, next + Self.farthest)).first(where: { text.isSymbol($0, "(") }),
        !(next..<opening).contains(where: { text.isNumber($0) || text.tokens[$0].kind == .symbol }),
        let closing = (opening + 1..<max(opening + 1, text.count)).first(where: { text.isSymbol($0, ")") }),
        let parts = Self.parts(text, opening + 1..<closing, counts), parts.allSatisfy({ $0.value < whole.value })
      else { continue }
      let sum = parts.reduce(0) { $0 + $1.value }
      guard sum != whole.value, !counts.contains(where: { $0.value == sum }), Self.isSlip(whole.value, parts.map(\.value)) else {
        continue
      }
      (total, self.parts) = (whole.value, parts.map(\.value))
      range = whole.range.lowerBound..<parts[parts.count - 1].range.upperBound
      return
    }
    return nil
  }

  /// Counts that a comma or a conjunction joins, and no other number.
  private static func parts(_ text: LexedText, _ list: Range<Int>, _ counts: [PrintedCount]) -> [PrintedCount]? {
    guard let first = list.first, let last = list.last, !partial.occurs(in: text, list) else { return nil }
    let bytes = text.tokens[first].start..<text.tokens[last].end
    let parts = counts.filter { bytes.contains($0.range.lowerBound) }
    let numbers = list.filter { text.isNumber($0) }
    guard (2...mostParts).contains(parts.count), parts.allSatisfy({ !$0.mayBeYear(in: text) && $0.value >= 2 }),
      numbers.allSatisfy({ number in parts.contains { $0.range.contains(text.tokens[number].start) } }), bytes.count <= longest,
      !list.contains(where: { index in ["%", ":", "/", "=", "±", "~", "[", "."].contains { text.isSymbol(index, $0) } })
    else { return nil }
    let areJoined = zip(parts, parts.dropFirst()).allSatisfy { one, other in
      (text.firstToken(at: one.range.upperBound)..<text.firstToken(at: other.range.lowerBound)).contains { isJoint(text, $0) }
    }
    let areCounts = parts.allSatisfy { isFollowedByWords(text, $0) } || parts.count == 2 && parts.allSatisfy { isBare(text, $0) }
    return areJoined && areCounts ? parts : nil
  }

  /// "161 ineligible", 78 例; not "10 W", "100 μA".
  private static func isFollowedByWords(_ text: LexedText, _ count: PrintedCount) -> Bool {
    let next = text.firstToken(at: count.range.upperBound)
    guard text.tokens.indices.contains(next) else { return false }
    return text.tokens[next].kind == .word && text.tokens[next].range.count >= 3 || text.isWord(next, "in")
      || text.isWord(next, "to") || text.isWord(next, "on") || text.tokens[next].kind == .han
  }

  /// "(106 and 103)".
  private static func isBare(_ text: LexedText, _ count: PrintedCount) -> Bool {
    let next = text.firstToken(at: count.range.upperBound)
    return isJoint(text, next) || text.isSymbol(next, ")")
  }

  private static func isJoint(_ text: LexedText, _ index: Int) -> Bool {
    [",", "、", ";", "+"].contains { text.isSymbol(index, $0) } || text.isWord(index, "and") || text.isWord(index, "vs")
      || text.isWord(index, "v") || ["和", "与", "及"].contains { text.hanContains(index, $0) }
  }

  private static let mostUnlike = 1.5

  /// Whether one figure with another digit, or two exchanged, would make the sum right; the last digit tells of halves alone.
  private static func isSlip(_ total: Int, _ parts: [Int]) -> Bool {
    let sum = parts.reduce(0, +)
    guard 3 * sum > 2 * total, 2 * sum < 3 * total, let least = parts.min(), let most = parts.max() else { return false }
    let areHalves = parts.count == 2 && Double(most) <= mostUnlike * Double(least)
    let figures = [(total, sum)] + parts.map { ($0, total - sum + $0) }
    return figures.contains { printed, meant in
      meant > 0 && (printed.isSlip(of: meant) || areHalves && printed.unlikeDigits(from: meant)?.count == 1)
    }
  }
}
