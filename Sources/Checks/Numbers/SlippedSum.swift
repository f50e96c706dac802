/// Whether a whole and its parts would add up but for a slip of the pen in one of them.
struct SlippedSum: Hashable, Sendable {
  /// By digits of one figure in another order.
  private(set) var isTransposed = false
  /// By one digit of one figure that is not its last: the last differs for many reasons.
  private(set) var isOneDigit = false

  var isLikely: Bool { isTransposed || isOneDigit }

  /// Of two parts neither is more than so many times the other.
  private static let mostUnlike = 4

  /// False for both where the parts make the whole. O(parts).
  init(_ total: Int, _ parts: [Int]) {
    let sum = parts.reduce(0, +)
    guard sum != total, let least = parts.min(), let most = parts.max(), most < total, most <= Self.mostUnlike * least else {
      return
    }
    note(total, sum)
    for part in parts { note(part, total - sum + part) }
  }

  private mutating func note(_ printed: Int, _ meant: Int) {
    guard meant > 0, printed >= 10 else { return }
    if String(printed).sorted() == String(meant).sorted() { isTransposed = true }
    if printed.hasOneOtherDigit(from: meant) { isOneDigit = true }
  }
}
