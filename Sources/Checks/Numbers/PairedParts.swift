import Literature
import TextAnalysis

/// How the events of two groups are divided, against the two counts that the sentence before gives: 97 and 121 events, "of these, 51 and 72
/// were admissions and 48 and 49 deaths".
///
/// That the parts of one group make its count to the last shows what the pairs are parts of; then those of the other must make its own.
struct PairedParts: Hashable, Sendable {
  var totals: [Int]
  var parts: [[Int]]
  /// Which of the two groups does not add up.
  var odd: Int
  /// Bytes of the sentence, from the first pair to the last.
  var range: Range<Int>

  private static let opening = PhraseSet(["of the", "of these", "of those", "of them"])
  private static let (fewest, mostPairs) = (20, 3)
  private static let mostOff = 0.2

  /// - Parameter shares: the counts with percentages of a sentence before it, in its order.
  init?(_ text: LexedText, totals shares: [SharePair]) {
    guard shares.count >= 2, Self.isDivision(text) else { return nil }
    let totals = shares.prefix(2).map(\.count)
    let pairs = Self.pairs(text)
    guard (2...Self.mostPairs).contains(pairs.count), totals.allSatisfy({ $0 >= Self.fewest }) else { return nil }
    let sums = (0..<2).map { group in pairs.reduce(0) { $0 + ($1.values[group]) } }
    let wrong = (0..<2).filter { sums[$0] != totals[$0] }
    guard wrong.count == 1, let odd = wrong.first,
      Double(abs(sums[odd] - totals[odd])) <= Self.mostOff * Double(totals[odd])
    else { return nil }
    self.totals = totals
    self.odd = odd
    parts = pairs.map(\.values)
    range = (pairs.first?.range.lowerBound ?? 0)..<(pairs.last?.range.upperBound ?? 0)
  }

  private static func isDivision(_ text: LexedText) -> Bool {
    if let first = opening.first(in: text), text.firstToken(at: first.lowerBound) == 0 { return true }
    guard let first = text.tokens.first, first.kind == .han else { return false }
    return text.string(0).hasPrefix("其中") || text.string(0).hasSuffix("中")
  }

  private typealias Pair = (values: [Int], range: Range<Int>)

  /// "51 and 72", 7 例和 9 例, with nothing else than a counter between. O(tokens).
  private static func pairs(_ text: LexedText) -> [Pair] {
    var pairs: [Pair] = []
    for index in text.tokens.indices where index >= text.firstToken(at: pairs.last?.range.upperBound ?? 0) {
      let joint = text.tokens.indices.contains(index + 1) ? text.string(index + 1) : ""
      guard ["and", "例和", "和", "例与", "例、"].contains(joint), let one = count(text, index), let other = count(text, index + 2)
      else { continue }
      pairs.append(([one, other], text.tokens[index].start..<text.tokens[index + 2].end))
    }
    return pairs
  }

  private static func count(_ text: LexedText, _ index: Int) -> Int? {
    guard let number = text.number(index), number.decimals == 0, !text.isSymbol(index + 1, "%"), !text.isSymbol(index - 1, "-")
    else {
      return nil
    }
    return Int(exactly: number.value)
  }
}
