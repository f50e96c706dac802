import Literature
import TextAnalysis

/// A whole and its parts as the grammar of a sentence offers them, and whether they may be a sum that a slip of the pen has spoiled.
struct SumReading: Hashable, Sendable {
  /// What says that the parts are those of the whole.
  enum Sign: String, Hashable, Sendable {
    /// "274 were excluded (161 ineligible, 113 declined)"
    case bracket
    /// "8 deaths: 3 …", "that is", 分为
    case divider
    /// "8 deaths, of which 3 …", 其中: some of all may be named.
    case open
    /// No more than the place.
    case beside
    /// "193 + 336 = 519"
    case written
    /// "97 patients; 49 received A and 48 B"
    case groups
    /// "Of 530 records, 488 were discarded and 42 read"
    case flow
    /// "120 and 122, 242 in all"
    case total
    /// "96 sailors, 48 to each diet"
    case each
  }

  var sign: Sign
  var total: Int
  var parts: [Int]
  /// How many groups have as many as the one part; 1 where each has its own.
  var times = 1
  /// Whether words say that the parts are all, so that a small sum may be held to it.
  var isFirm = false
  /// Bytes of the text, from the first figure to the last.
  var range: Range<Int>

  /// - Parameter range: where the figures stand; by default from the first to the last.
  init(_ sign: Sign, _ whole: Tally.Count, _ parts: [Tally.Count], times: Int = 1, range: Range<Int>? = nil) {
    (self.sign, self.times) = (sign, times)
    total = whole.value
    self.parts = parts.map(\.value)
    let all = parts.map(\.range) + [whole.range]
    self.range = range ?? (all.map(\.lowerBound).min() ?? 0)..<(all.map(\.upperBound).max() ?? 0)
  }

  var sum: Int { times * parts.reduce(0, +) }
  var holds: Bool { sum == total }

  /// How a sum may have been spoiled.
  enum Slip: Int, Comparable {
    case none
    /// One last digit is another.
    case last
    /// Two neighbouring digits are exchanged, or one that is not the last is another.
    case plain
    static func < (one: Slip, other: Slip) -> Bool { one.rawValue < other.rawValue }
  }

  /// O(parts × digits).
  var slip: Slip {
    if times > 1 { return 8 * abs(sum - total) < total ? .last : .none }
    let sum = sum
    guard sum != total, 5 * sum > 2 * total, 2 * sum < 5 * total else { return .none }
    let isInside = parts.allSatisfy { $0 < total }
    return ([(total, sum)] + parts.map { ($0, total - sum + $0) }).reduce(.none) { best, figures in
      let (printed, meant) = figures
      guard meant > 0 else { return best }
      if printed >= 10,
        printed.isSlip(of: meant) || printed >= 100 && String(printed).utf8.sorted() == String(meant).utf8.sorted()
      {
        return .plain
      }
      return isInside && printed.unlikeDigits(from: meant)?.count == 1 ? max(best, .last) : best
    }
  }

  /// Whether one of a single digit alone would have to be another.
  var isOfOneDigit: Bool {
    parts.contains { part in
      let meant = total - sum + part
      return part < 10 && meant > 0 && meant < 10
    } && !parts.contains { $0 >= 10 && ($0.unlikeDigits(from: total - sum + $0)?.count ?? 2) == 1 && total - sum + $0 > 0 }
  }

  /// Whether four fifths of the whole are in one part: the others then may be of the same people.
  var hasMostInOnePart: Bool { parts.contains { 5 * $0 > 4 * total } }

  /// The figures that have two neighbouring digits exchanged if one has, and what they should be.
  private var exchanges: [(printed: Int, meant: Int)] {
    let sum = sum
    guard times == 1, sum != total, parts.allSatisfy({ $0 < total }) else { return [] }
    return ([(total, sum)] + parts.map { ($0, total - sum + $0) }).filter { $0.0.neighbourExchanges.contains($0.1) }
  }

  /// Whether exchanging two neighbouring digits of one figure makes the sum right.
  var isTransposed: Bool { !exchanges.isEmpty }

  /// The figure that has two digits exchanged; nil where none has, or several may.
  var exchanged: (printed: Int, meant: Int)? { exchanges.count == 1 ? exchanges[0] : nil }
}
