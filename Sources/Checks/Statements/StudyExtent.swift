/// Of how many of some studies a sentence says something: none, all, so many, more than half.
enum StudyExtent: Hashable, Sendable {
  case zero, all, exactly(Int), atLeast(Int), atMost(Int), allBut(Int), moreThanHalf, fewerThanHalf

  /// "In all trials the estimate lay below 1" is of those that have one.
  var isOfNearlyAll: Bool {
    switch self {
    case .all, .allBut: true
    default: false
    }
  }

  /// Whether it is so where so many of all are counted.
  func allows(_ count: Int, of all: Int) -> Bool {
    switch self {
    case .zero: count == 0
    case .all: count == all
    case .exactly(let number): count == number
    case .atLeast(let number): count >= number
    case .atMost(let number): count <= number
    case .allBut(let number): count == all - number
    case .moreThanHalf: 2 * count > all
    case .fewerThanHalf: 2 * count < all
    }
  }

  /// Whether it cannot be so, where it is known of some of all that it is so and of others that it is not.
  func isDenied(yes: Int, no: Int, of all: Int) -> Bool {
    yes <= all - no && !(yes...all - no).contains { allows($0, of: all) }
  }
}
