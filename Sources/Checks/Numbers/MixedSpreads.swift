import Literature

/// Two means side by side whose spreads are of one size and are called a deviation and an error.
///
/// A deviation is √n times the error: of four people on twice as large, so spreads of one size are of one kind.
enum MixedSpreads {
  /// How many times the smaller the larger may be.
  private static let mostApart = 1.7

  /// In document order. O(means).
  static func all(in context: CheckContext) -> [MislabelledSpread] {
    context.extract.passages.indices.flatMap { passage -> [MislabelledSpread] in
      let means = context.means[passage]
      return zip(means, means.dropFirst()).compactMap { first, second in
        guard let label = first.label, let other = second.label, label != other, first.spread.decimals == second.spread.decimals,
          areOfOneSize(first, second)
        else { return nil }
        return MislabelledSpread(
          passage: passage, place: Self.odd(first, second, of: means), other: first,
          message: Wording(
            "Of the two spreads, \(first.spread.printed) and \(second.spread.printed), one is called a \(MislabelledSpread.name(label).english) and "
              + "one a \(MislabelledSpread.name(other).english): they cannot be both.",
            zh:
              "\(first.spread.printed) 与 \(second.spread.printed) 大小相当, 却一为\(MislabelledSpread.name(label).chinese)一为\(MislabelledSpread.name(other).chinese)。"
          )
        )
      }
    }
  }

  private static func areOfOneSize(_ first: MeanWithSpread, _ second: MeanWithSpread) -> Bool {
    let (one, other) = (first.spread.value, second.spread.value)
    return min(one, other) > 0 && max(one, other) <= mostApart * min(one, other)
  }

  /// From the first mean to the second spread; of more than two the one whose label no other has.
  private static func odd(_ first: MeanWithSpread, _ second: MeanWithSpread, of means: [MeanWithSpread]) -> MeanWithSpread {
    let alone = [first, second].filter { figure in means.count { $0.label == figure.label } == 1 }
    if means.count > 2, alone.count == 1 { return alone[0] }
    var both = first
    both.range = first.range.lowerBound..<second.range.upperBound
    return both
  }
}
