import InvertedIndex

/// Words of an index that differ from a word by few letters.
///
/// The first letter must be right: typing errors are rare there, and only that part of the dictionary has to be read.
struct NearWords {
  let index: IndexSnapshot

  /// The nearest words that are taken into a query.
  private static let most = 50
  private static let mostRead = 500_000

  /// The words within so many edits (a letter put in, left out or changed, or two neighbours swapped), nearest and commonest first.
  /// O(words of that first letter · length²).
  func words(_ word: [UInt8], _ edits: Int) throws -> [[UInt8]] {
    guard let first = word.first else { return [] }
    let candidates = try index.terms(field: PassageField.exact.rawValue, prefix: [first], limit: Self.mostRead)
    var near: [(word: [UInt8], distance: Int, frequency: Int)] = []
    for (candidate, frequency) in candidates where abs(candidate.count - word.count) <= edits && candidate != word {
      let distance = Self.distance(word, candidate)
      if distance <= edits { near.append((candidate, distance, frequency)) }
    }
    near.sort { ($0.distance, $1.frequency) < ($1.distance, $0.frequency) }
    return near.prefix(Self.most).map(\.word)
  }

  /// The optimal string alignment distance (Damerau 1964, each stretch edited once), on bytes.
  static func distance(_ one: [UInt8], _ other: [UInt8]) -> Int {
    var before: [Int] = []
    var last = Array(0...other.count)
    for row in 1..<(one.count + 1) {
      var current = [row]
      for column in 1..<(other.count + 1) {
        let isSame = one[row - 1] == other[column - 1]
        var best = min(last[column] + 1, current[column - 1] + 1, last[column - 1] + (isSame ? 0 : 1))
        if row > 1, column > 1, one[row - 1] == other[column - 2], one[row - 2] == other[column - 1] {
          best = min(best, before[column - 2] + 1)
        }
        current.append(best)
      }
      before = last
      last = current
    }
    return last[other.count]
  }
}
