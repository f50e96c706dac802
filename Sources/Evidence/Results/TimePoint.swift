import Literature
import TextAnalysis

/// When a value was taken: "at 12 months", "after 24 weeks", "at week 8", "5 年".
struct TimePoint {
  private let text: ResultText

  init(text: ResultText) { self.text = text }

  private static let joints = Set(
    ["at", "after", "by", "within", "over", "during", "until", "in", "for", "through"].map { WordCode.of($0) })

  /// The tokens of the time of a figure: the nearest after it in its clause, else the nearest before it.
  func tokens(of figure: Range<Int>, next: Int) -> Range<Int>? {
    let tokens = text.tokenRange(ofBytes: figure)
    var before: Range<Int>?
    var index = 0
    while index < text.count {
      guard Self.joints.contains(text.code(index)), let time = time(at: index + 1), !tokens.overlaps(time) else {
        index += 1
        continue
      }
      if time.lowerBound < tokens.lowerBound {
        before = time
      } else if time.upperBound <= next, !crosses(tokens.upperBound..<time.lowerBound) {
        return time
      }
      index = time.upperBound
    }
    return before
  }

  /// Whether another clause begins in a gap.
  private func crosses(_ gap: Range<Int>) -> Bool {
    gap.contains { index in
      text.isSymbol(index, anyOf: [";", ":"])
        || text.kind(index) == .word && !text.tags[index].isDisjoint(with: [.verb, .conjunction, .versus])
    }
  }

  /// "12 weeks", "week 12", "the 13 - month", "five years".
  private func time(at index: Int) -> Range<Int>? {
    var start = index
    if text.tags(start).contains(.determiner) { start += 1 }
    if isUnit(start), text.kind(start + 1) == .number { return start..<start + 2 }
    guard text.kind(start) == .number || text.tags(start).contains(.numeral) else { return nil }
    var end = start + 1
    while end < text.count, end - start < 5, !isUnit(end) {
      guard text.isSymbol(end, anyOf: ["-", ","]) || text.kind(end) == .number || ["and", "to", "or"].contains(text.word(end))
      else {
        return nil
      }
      end += 1
    }
    return isUnit(end) ? start..<end + 1 : nil
  }

  private static let units = WordTable(
    [
      "week", "weeks", "month", "months", "year", "years", "day", "days", "hour", "hours", "h", "min", "minutes", "wk", "yr",
      "mo",
    ].map {
      (WordCode.of($0), true)
    }
  ) { first, _ in first }

  private func isUnit(_ index: Int) -> Bool { Self.units[text.code(index)] != nil }
}
