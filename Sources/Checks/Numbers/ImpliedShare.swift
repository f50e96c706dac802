import Literature
import Statistics
import TextAnalysis

/// A count with a percentage whose total stands elsewhere: "78 (65.0%) were women" in a report of 120 participants.
struct ImpliedShare: Hashable, Sendable {
  var figures: CountPercentage
  /// Bytes of the passage's flow: count and percentage.
  var range: Range<Int>

  /// Those whose percentage is that of a known total with two digits exchanged, or with one wrong digit that makes the count a share of
  /// more than everybody, or while another share of the sentence is one of that total. O(tokens × totals).
  ///
  /// - Parameter totals: sizes of the whole and of its groups; a count that fits any of them, or any total printed in its own sentence, is
  ///   right.
  /// - Parameter areOfOneTrial: whether the totals are all of one trial; of several, another share of the sentence must be one of a total.
  static func slips(in text: LexedText, totals: Set<Int>, areOfOneTrial: Bool = true) -> [ImpliedShare] {
    guard let whole = totals.max() else { return [] }
    let printed = Set(text.tokens.indices.compactMap { wholeNumber(text, $0) })
    let fitting = Set(
      text.tokens.indices.flatMap { index -> [Int] in
        guard let count = wholeNumber(text, index), let (percent, _) = percent(text, after: index) else { return [] }
        return totals.filter { total in
          CountPercentage(count: count, total: total, percent: percent).map { percent.decimals > 0 && $0.agrees } ?? false
        }
      })
    return text.tokens.indices.compactMap { index -> ImpliedShare? in
      guard let count = wholeNumber(text, index), count > 0, let (percent, last) = percent(text, after: index),
        percent.decimals > 0
      else { return nil }
      let candidates = totals.union(printed).filter { $0 > count }.compactMap {
        CountPercentage(count: count, total: $0, percent: percent)
      }
      guard !candidates.contains(where: { $0.agrees || $0.isNearMiss }) else { return nil }
      let slip = candidates.filter { totals.contains($0.total) }.first { figures in
        if fitting.contains(figures.total) { return figures.isTransposed || figures.hasOneWrongDigit }
        if !fitting.isEmpty, !figures.fitsNear, figures.isTransposed || figures.hasOneWrongDigit && !areOfOneTrial { return true }
        guard areOfOneTrial else { return false }
        return figures.isTransposed && !figures.fitsFewer
          || figures.total == whole && figures.hasOneWrongDigit && figures.computed > percent.value
      }
      return slip.map { ImpliedShare(figures: $0, range: text.tokens[index].start..<text.tokens[last].end) }
    }
  }

  private static func wholeNumber(_ text: LexedText, _ index: Int) -> Int? {
    guard let number = text.number(index), number.decimals == 0, number.relation == .equal, number.value < 1e6,
      !text.isSymbol(index - 1, "-"), !text.isSymbol(index + 1, "-"), !text.isSymbol(index + 1, "%")
    else { return nil }
    return Int(exactly: number.value)
  }

  /// `78 (65.0%)`, `78 patients (65.0%)`, `78 例(65.0%)`.
  private static func percent(_ text: LexedText, after index: Int) -> (number: PrintedNumber, last: Int)? {
    var cursor = index + 1
    if text.tokens.indices.contains(cursor), text.tokens[cursor].kind != .symbol, !text.isNumber(cursor) {
      guard text.tokens[cursor].range.count <= 15 else { return nil }
      cursor += 1
    }
    guard text.isSymbol(cursor, "("), let number = text.number(cursor + 1), text.isSymbol(cursor + 2, "%"),
      text.isSymbol(cursor + 3, ")"), number.value < 100
    else { return nil }
    return (number, cursor + 2)
  }
}

extension CountPercentage {
  private var printedDifference: PrintedDifference? {
    let text = NumberText.fixed(computed, percent.decimals)
    return PrintedNumber(text).map { PrintedDifference($0, percent) }
  }

  /// Whether the percentage is the right one with two digits exchanged.
  var isTransposed: Bool { !agrees && percent.decimals > 0 && printedDifference == .transposed }

  /// Whether the printed percentage is the count's share of some smaller total: then some may be missing, or it is of a part.
  var fitsFewer: Bool {
    let box = RoundingInterval(percent)
    guard box.low > 0 else { return true }
    let (least, most) = ((100 * Double(count) / box.high).rounded(.up), (100 * Double(count) / box.low).rounded(.down))
    return least <= most && most <= Double(total)
  }

  /// Whether the printed percentage is the count's share of a total that is near this one: a group that lost or gained a few.
  var fitsNear: Bool {
    let box = RoundingInterval(percent)
    guard box.low > 0 else { return true }
    let (least, most) = ((100 * Double(count) / box.high).rounded(.up), (100 * Double(count) / box.low).rounded(.down))
    return least <= most && most >= 0.88 * Double(total) && least <= 1.12 * Double(total)
  }

  /// Whether one digit of the percentage, not the last, is wrong.
  var hasOneWrongDigit: Bool {
    !agrees && percent.decimals > 0 && printedDifference == .oneDigit && abs(computed - percent.value) >= 0.95
  }
}
