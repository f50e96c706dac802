import Literature
import TextAnalysis

/// The size of one of two groups that stand side by side, where elsewhere the same group stands beside another size, and only that one
/// makes a total that the document prints: 1,466 and 1,428 here, 1,466 and 1,438 there, 2,904 in all.
struct PartnerSlips {
  struct Odd: Hashable {
    var passage: Int
    /// Bytes of the passage's flow: the size.
    var range: Range<Int>
    var size: Int
    var meant: Int
    /// The group beside it.
    var partner: Int
  }

  private static let fewest = 20
  private static let longestGap = 90
  /// Where some fell out in between, the second count need not be of a group.
  private static let partial = PhraseSet(
    [
      "completed", "of whom", "of them", "of these", "analysed", "analyzed", "withdrew", "lost", "excluded", "discontinued",
      "died",
      "treated", "evaluable", "per protocol", "deaths", "events", "followed", "available",
    ],
    ["完成", "其中", "失访", "退出", "脱落", "剔除", "排除", "死亡", "可评", "接受", "发生"])

  /// Those of a document, in its order. O(tokens).
  static func all(in context: CheckContext) -> [Odd] {
    guard !context.tellsOfOthers else { return [] }
    let known = DocumentCounts.shared(in: context)
    return context.extract.passages.indices.flatMap { passage -> [Odd] in
      guard context.extract.passages[passage].kind != .reference else { return [] }
      let text = context.lexed[passage]
      let counts = PrintedCount.all(in: text).filter { $0.value >= fewest && !$0.mayBeYear(in: text) }
      let pairs = zip(counts, counts.dropFirst())
      return pairs.flatMap { first, second -> [Odd] in
        guard isPair(text, first, second), !known.holds(first.value + second.value) else { return [] }
        return [(first, second), (second, first)].compactMap { group, other in
          let partners = known.partners(of: group.value)
          guard !partners.contains(other.value) else { return nil }
          let isSame = first.value == second.value && isTight(text, first, second)
          let meant = partners.sorted().first { size in
            isNear(other.value, size)
              && (other.value.isSlip(of: size) || isSame && size != group.value && 20 * abs(size - group.value) <= size)
              // Of a long report's groups one may well have lost one.
              && (context.isBrief || abs(other.value - size) > 1)
          }
          return meant.map {
            Odd(passage: passage, range: other.range, size: other.value, meant: $0, partner: group.value)
          }
        }.prefix(1).map { $0 }
      }
    }
  }

  private static func between(_ text: LexedText, _ first: PrintedCount, _ second: PrintedCount) -> Range<Int> {
    let start = text.firstToken(at: first.range.upperBound)
    return start..<max(start, text.firstToken(at: second.range.lowerBound))
  }

  private static func isPair(_ text: LexedText, _ first: PrintedCount, _ second: PrintedCount) -> Bool {
    let (gap, next) = (between(text, first, second), text.firstToken(at: second.range.upperBound))
    guard second.range.lowerBound - first.range.upperBound <= longestGap else { return false }
    return !gap.contains { text.isSymbol($0, ";") || text.isSymbol($0, "%") }
      && !partial.occurs(in: text, gap.lowerBound..<min(text.count, next + 3))
      && !text.isSymbol(next, "%") && !(text.isSymbol(next, "(") && text.isSymbol(next + 2, "%"))
  }

  /// Sizes that differ by more are more often of two things.
  private static func isNear(_ size: Int, _ other: Int) -> Bool {
    let percent = size.neighbourExchanges.contains(other) && size >= 100 ? 40 : 12
    return 100 * abs(size - other) <= percent * other
  }

  /// "204 and 204", 甲组 514 例, 乙组 514 例: nothing but names and counters between.
  private static func isTight(_ text: LexedText, _ first: PrintedCount, _ second: PrintedCount) -> Bool {
    between(text, first, second).count <= 4
  }
}
