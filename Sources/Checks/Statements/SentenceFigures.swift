import Literature
import Statistics
import TextAnalysis

/// The shares, times and rates of a clause.
enum SentenceFigures {
  struct Figure {
    var unit: SetBound.Unit
    var box: RoundingInterval
    var text: String
    /// Bytes of the text.
    var range: Range<Int>
  }

  private static let leastTotal = 10.0
  private static let leastAverage = 2.0

  /// In order; without confidence limits, levels, P and marks of bounds. O(tokens).
  static func all(in text: LexedText, _ clause: Range<Int>) -> [Figure] {
    let isRate = BoundMark.rates.occurs(in: text, clause)
    let isAverage = averages.occurs(in: text, clause)
    let marks = (BoundMark.all(in: text) ?? []).filter { $0.relation != .about }
    return clause.compactMap { index in
      guard let number = text.number(index), !marks.contains(where: { $0.token == index }), number.relation == .equal,
        !text.isSymbol(index - 1, "["), !text.isSymbol(index - 1, "<")
      else { return nil }
      return share(number, index, text) ?? time(number, index, text, isAverage: isAverage)
        ?? (isRate ? rate(number, index, text) : nil)
    }
  }

  private static func share(_ number: PrintedNumber, _ index: Int, _ text: LexedText) -> Figure? {
    if text.isSymbol(index + 1, "%") {
      guard !text.isWord(index + 2, "ci"), !text.isWord(index + 2, "confidence"), !text.hanHasPrefix(index + 2, "置信"),
        !text.hanHasPrefix(index + 2, "可信")
      else { return nil }
      return Figure(
        unit: .percent, box: RoundingInterval(number), text: number.text + "%",
        range: text.tokens[index].start..<text.tokens[index + 1].end)
    }
    guard number.decimals == 0, text.isSymbol(index + 1, "/") || text.isWord(index + 1, "of"), let total = text.number(index + 2),
      total.decimals == 0, total.value >= leastTotal, number.value <= total.value, !text.isSymbol(index + 3, "/"),
      !(index + 3..<min(index + 7, text.count)).contains(where: { text.isSymbol($0, "%") })
    else { return nil }
    let percent = 100 * number.value / total.value
    return Figure(
      unit: .percent, box: RoundingInterval(percent, percent), text: NumberText.fixed(percent, 1) + "%",
      range: text.tokens[index].start..<text.tokens[index + 2].end)
  }

  private static let averages = PhraseSet(["median", "medians", "mean", "average"], ["中位", "平均"])

  /// A whole number of months or years is a time point, unless an average is told of.
  private static func time(_ number: PrintedNumber, _ index: Int, _ text: LexedText, isAverage: Bool) -> Figure? {
    guard number.decimals > 0 || isAverage && number.value >= leastAverage, let scale = BoundMark.scale(index + 1, text) else {
      return nil
    }
    return Figure(
      unit: .month, box: RoundingInterval(number) * scale, text: number.text,
      range: text.tokens[index].start..<text.tokens[index + 1].end)
  }

  /// "A rate of 0.91": two decimals and no ratio, limit or P.
  private static func rate(_ number: PrintedNumber, _ index: Int, _ text: LexedText) -> Figure? {
    guard number.decimals == 2, number.value > 0, !text.isSymbol(index - 1, "="), !text.isSymbol(index - 1, "-"),
      !text.isSymbol(index - 1, "("), !text.isWord(index - 1, "to"), !text.isWord(index + 1, "to"),
      !["ratio", "hr", "rr", "irr"].contains(where: { word in
        (max(0, index - 3)..<index).contains { text.lowercased($0) == word }
      })
    else { return nil }
    return Figure(unit: .plain, box: RoundingInterval(number), text: number.text, range: text.tokens[index].range)
  }
}
