import Literature
import TextAnalysis

/// "The remaining 912 patients", 其余 386 例, 余 48 篇 at the head of a sentence, where the sentence before says how many came in and how many
/// fell out, and the three do not agree but for a slip of digits.
struct Remainder: Hashable, Sendable {
  var came: Int
  var fell: Int
  var left: Int
  /// Bytes of the text: those who were left.
  var range: Range<Int>

  private static let opening = PhraseSet(
    ["the remaining", "the other", "this left", "that left", "the rest", "there remained", "thus"], ["其余", "剩余", "余", "最终", "最后"])
  private static let falling = PhraseSet(
    [
      "excluded", "not included", "left out", "ineligible", "withdrew", "dropped out", "lost", "declined", "removed", "discarded",
      "duplicates", "did not", "were not", "failed", "refused", "dropped",
    ],
    ["排除", "剔除", "失访", "脱落", "退出", "不合格", "去除", "删除", "去重", "拒绝"])
  private static let (farthest, mostTokens, fewest) = (4, 8, 20)

  /// O(tokens).
  init?(_ text: LexedText, before: LexedText) {
    guard let word = Self.opening.first(in: text, 0..<min(text.count, Self.farthest)) else { return nil }
    let next = text.firstToken(at: word.upperBound)
    let counts = PrintedCount.all(in: text, ofRecords: true)
    guard let left = counts.first(where: { $0.range.lowerBound >= word.upperBound || $0.range.overlaps(word) }),
      text.firstToken(at: left.range.lowerBound) - next <= 2
    else { return nil }
    let earlier = PrintedCount.all(in: before, ofRecords: true).filter { !$0.mayBeYear(in: before) }
    guard let came = earlier.first, came.value >= Self.fewest,
      let fell = earlier.dropFirst().first(where: { $0.value < came.value && Self.fell($0, before) })
    else { return nil }
    let meant = came.value - fell.value
    guard left.value != meant, !earlier.contains(left),
      left.value.isSlip(of: meant) || came.value.isSlip(of: left.value + fell.value)
    else { return nil }
    (self.came, self.fell, self.left, range) = (came.value, fell.value, left.value, left.range)
  }

  private static func fell(_ count: PrintedCount, _ text: LexedText) -> Bool {
    let (first, next) = (text.firstToken(at: count.range.lowerBound), text.firstToken(at: count.range.upperBound))
    let end = (next..<min(text.count, next + mostTokens)).first {
      text.isNumber($0) || text.isSymbol($0, ":") || text.isSymbol($0, ",")
    }
    return falling.occurs(in: text, next..<(end ?? min(text.count, next + mostTokens)))
      || falling.occurs(in: text, max(0, first - 1)..<first)
  }
}
