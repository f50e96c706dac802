/// In which digits two printed numbers differ, place by place; leading zeros and whatever is no ASCII digit are left out.
///
/// Figures are compared in pairs: nothing is allocated here.
struct UnlikeDigits {
  private(set) var areOfOneLength = true
  /// Places with two digits, as far as both numbers go.
  private(set) var count = 0
  /// The digits at the first two of them.
  private var first: (left: UInt8, right: UInt8) = (0, 0)
  private var second: (left: UInt8, right: UInt8) = (0, 0)

  /// O(bytes).
  init(_ left: String, _ right: String) {
    var (mine, theirs) = (Digits(left), Digits(right))
    while true {
      let pair = (mine.next(), theirs.next())
      guard let one = pair.0, let other = pair.1 else {
        areOfOneLength = pair.0 == nil && pair.1 == nil
        return
      }
      guard one != other else { continue }
      count += 1
      if count == 1 { first = (one, other) } else if count == 2 { second = (one, other) }
    }
  }

  /// Whether the two have the same digits.
  var isEmpty: Bool { areOfOneLength && count == 0 }

  /// Whether two digits have changed places.
  var areExchanged: Bool { count == 2 && first.left == second.right && second.left == first.right }

  private struct Digits {
    private var rest: String.UTF8View.Iterator
    private var isBegun = false

    init(_ text: String) { rest = text.utf8.makeIterator() }

    mutating func next() -> UInt8? {
      while let byte = rest.next() {
        guard byte &- 0x30 < 10, isBegun || byte != 0x30 else { continue }
        isBegun = true
        return byte
      }
      return nil
    }
  }
}
