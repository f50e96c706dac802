import Literature
import Statistics
import TextAnalysis

/// A mean with its spread and, right behind, the interval of that mean: 26.4 ± 6.1 (95% CI 24.1 to 28.7).
///
/// Half the interval is two errors, and a deviation is many: which of the two the spread is shows without counts.
struct SpreadBesideInterval {
  let passage: Int
  let mean: MeanWithSpread
  /// Half the interval's width over the spread.
  let ratio: RoundingInterval

  /// So many errors is half an interval of 95%, from the normal distribution to t of 12 values.
  private static let ofErrors = RoundingInterval(1.94, 2.21)
  /// Half the interval is less than this part of a deviation of ten or more.
  private static let mostOfDeviation = 0.75
  /// So many tokens behind the spread the interval may begin.
  private static let reach = 14
  private static let other = PhraseSet(
    ["reference", "agreement", "percentile", "quartile", "iqr", "range"], ["四分位", "参考", "一致性界限", "百分位", "范围"])

  /// What the interval shows the spread to be; nil where it shows neither.
  var reading: MeanWithSpread.Label? {
    if ratio.overlaps(Self.ofErrors) { return .error }
    return ratio.high < Self.mostOfDeviation ? .deviation : nil
  }

  /// In document order. O(tokens).
  static func all(in context: CheckContext) -> [SpreadBesideInterval] {
    context.extract.passages.indices.flatMap { passage -> [SpreadBesideInterval] in
      let (means, text) = (context.means[passage], context.lexed[passage])
      let isRow = context.extract.passages[passage].kind == .tableRow
      guard !means.isEmpty, !other.occurs(in: text), !isRow || context.isTableOfIntervals(passage) else { return [] }
      return means.indices.compactMap { index in
        let start = text.firstToken(at: means[index].range.upperBound)
        let end = means.indices.contains(index + 1) ? text.firstToken(at: means[index + 1].range.lowerBound) : text.count
        guard let half = halfWidth(text, start..<min(end, start + reach), around: means[index].mean, isNamed: isRow),
          let ratio = half.divided(by: RoundingInterval(means[index].spread)), ratio.width <= widest
        else { return nil }
        return SpreadBesideInterval(passage: passage, mean: means[index], ratio: ratio)
      }
    }
  }

  /// Figures with fewer digits leave open what they are.
  private static let widest = 0.4

  /// Half the width of the first interval that is called one and whose middle is the mean.
  private static func halfWidth(
    _ text: LexedText, _ tokens: Range<Int>, around mean: PrintedNumber, isNamed: Bool
  ) -> RoundingInterval? {
    var isNamed = isNamed
    for index in tokens {
      isNamed = isNamed || text.isWord(index, "ci") || text.hanHasSuffix(index, "区间")
      guard isNamed, let limits = WrittenLimits.pair(in: text, at: index), let low = PrintedNumber(limits.low),
        let high = PrintedNumber(limits.high), low.value < high.value
      else { continue }
      let (lower, upper) = (RoundingInterval(low), RoundingInterval(high))
      guard ((lower + upper) * 0.5).overlaps(RoundingInterval(mean)) else { continue }
      return (upper - lower) * 0.5
    }
    return nil
  }

  /// Those that are called the other, or unlike the document's others without a name.
  static func mislabelled(in context: CheckContext) -> [MislabelledSpread] {
    let all = all(in: context)
    let declared = all.isEmpty ? nil : DeclaredSpread.shared(in: context).label
    var tables: Set<Int> = []
    return all.compactMap { figure -> MislabelledSpread? in
      guard let reading = figure.reading else { return nil }
      let alike = all.filter {
        $0.passage == figure.passage || $0.table(in: context) != nil && $0.table(in: context) == figure.table(in: context)
      }
      let label = figure.mean.label ?? declared
      let (own, others) = (alike.count { $0.reading == reading }, alike.count { $0.reading != nil && $0.reading != reading })
      // Of two without a name ± is a deviation.
      let isOdd = own == 1 && others > 0 && (others > 1 || reading == .error)
      guard label.map({ $0 != reading && (isOdd || others == 0) }) ?? isOdd else { return nil }
      if let table = figure.table(in: context), !tables.insert(table).inserted { return nil }
      return MislabelledSpread(
        passage: figure.passage, place: figure.mean, other: alike.first { $0.mean != figure.mean }?.mean,
        message: message(figure, reading),
        arithmetic: .same("(U - L) / 2 / s = \(NumberText.box(figure.ratio))"))
    }
  }

  private func table(in context: CheckContext) -> Int? { context.extract.passages[passage].tableRow?.table }

  private static func message(_ figure: SpreadBesideInterval, _ reading: MeanWithSpread.Label) -> Wording {
    let name = MislabelledSpread.name(reading)
    return Wording(
      "By the interval beside it the spread \(figure.mean.spread.printed) is a \(name.english), which the text does not call it.",
      zh: "由旁边的区间可知 \(figure.mean.spread.printed) 为\(name.chinese), 与所标不符。")
  }
}
