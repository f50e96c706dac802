import Literature
import Statistics
import TextAnalysis

/// Of how many values two compared means are, where the counts do not stand beside them: the degrees of freedom of their t test tell.
///
/// "(38 and 41 women)" before df = 77 are the sizes of the groups, whatever the grammar between: two counts of the sentence, or of those
/// before it in the paragraph, that make the degrees of freedom and two more.
struct TestedCounts {
  struct Mean {
    /// Bytes of the passage.
    var range: Range<Int>
    var value: PrintedNumber
    /// Nil where none is printed, or what is printed need not be one.
    var deviation: PrintedNumber?
  }

  private typealias Pair = (first: Int, second: Int)

  private let context: CheckContext

  init(_ context: CheckContext) { self.context = context }

  private static let fewest = 3
  /// So many sentences before the means may tell of how many they are.
  private static let reach = 3

  /// - Parameter means: those of a passage that are of whole values, in order.
  /// - Returns: the numbers of values by the index of the mean. O(means × tests + counts² of the sentences).
  func counts(of means: [Mean], in passage: Int) -> [Int: Int] {
    guard means.count >= 2 else { return [:] }
    let tests = self.tests(in: passage)
    guard !tests.isEmpty else {
      return means.count == 2 ? untested(means, in: passage).map { ordered($0, means, 0) } ?? [:] : [:]
    }
    var counts: [Int: Int] = [:]
    for first in means.indices.dropLast() where counts[first] == nil {
      let end = first + 2 < means.count ? means[first + 2].range.lowerBound : Int.max
      guard let test = tests.first(where: { $0.place >= means[first + 1].range.lowerBound && $0.place < end }),
        let pair = pair(making: test.total, in: passage, before: test.place)
      else { continue }
      counts.merge(ordered(pair, means, first)) { $1 }
    }
    return counts
  }

  /// Counts stand in the order of the means, unless only the other order makes all of them possible.
  private func ordered(_ pair: Pair, _ means: [Mean], _ index: Int) -> [Int: Int] {
    func areBothPossible(_ pair: Pair) -> Bool {
      isPossible(means[index], pair.first) && isPossible(means[index + 1], pair.second)
    }
    let other = (pair.second, pair.first)
    let (first, second) = !areBothPossible(pair) && areBothPossible(other) ? other : pair
    return [index: first, index + 1: second]
  }

  private func isPossible(_ mean: Mean, _ count: Int) -> Bool {
    guard let sample = GranularSample(mean: mean.value, count: count) else { return true }
    return sample.isPossible && mean.deviation.map(sample.allows(standardDeviation:)) != false
  }

  /// "36 women in the one group and 34 in the other returned it; means were 4.19 and 4.91": two counts before two means, and no others.
  private func untested(_ means: [Mean], in passage: Int) -> Pair? {
    let tally = Tally(context.lexed[passage])
    let counts = tally.counts.filter { $0.value >= Self.fewest && $0.range.lowerBound < means[1].range.upperBound }
    guard counts.count == 2, counts[1].range.upperBound <= means[0].range.lowerBound, tally.areJoined(counts[0], counts[1]) else {
      return nil
    }
    return (counts[0].value, counts[1].value)
  }

  /// Where each t with its degrees of freedom stands, and how many values it is of.
  private func tests(in passage: Int) -> [(place: Int, total: Int)] {
    let flow = context.extract.passages[passage].flow
    return (context.cardsByPassage[passage] ?? []).compactMap { index in
      let card = context.results[index]
      guard card.measure == "t", card.details.degreesOfFreedom.count == 1, let degrees = card.details.degreesOfFreedom.first,
        degrees.decimals == 0, let total = Int(exactly: degrees.value + 2), total >= 2 * Self.fewest,
        let place = flow.flowOffset(ofSource: card.span.start)
      else { return nil }
      return (place, total)
    }
  }

  /// The nearest two counts that make a total; nil where a sentence has several such pairs.
  private func pair(making total: Int, in passage: Int, before place: Int) -> Pair? {
    let block = context.extract.passages[passage].block
    for sentence in (max(0, passage - Self.reach)...passage).reversed() {
      guard sentence == passage || block != nil && context.extract.passages[sentence].block == block else { return nil }
      let counts = Tally(context.lexed[sentence]).counts.filter {
        $0.value >= Self.fewest && (sentence != passage || $0.range.upperBound <= place)
      }.map(\.value)
      let pairs = counts.indices.flatMap { first in
        counts[(first + 1)...].filter { counts[first] + $0 == total }.map { (counts[first], $0) }
      }
      if let pair = pairs.first { return pairs.allSatisfy { $0 == pair } ? pair : nil }
    }
    return nil
  }
}
