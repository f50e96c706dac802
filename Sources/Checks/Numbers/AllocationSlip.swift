import Literature
import TextAnalysis

/// A total and the parts that follow it, which add up once two neighbouring digits of one of them are exchanged.
///
/// Many sentences of allocation cannot be read with certainty: "451 were enrolled; 224 had chemoradiotherapy first, 272 went straight to
/// surgery". Where exchanging two digits makes the sum right to the last participant, that is what has happened.
struct AllocationSlip: Hashable, Sendable {
  var total: Int
  var arms: [Int]
  /// The figure that has its digits exchanged, and what it should be.
  var printed: Int
  var meant: Int
  /// Bytes of the text, from the total to the last part.
  var range: Range<Int>

  private static let allocating = PhraseSet(
    [
      "randomised", "randomized", "randomly", "assigned", "allocated", "randomisation", "randomization", "allotted", "randomise",
      "enrolled", "group", "groups", "arm", "arms", "received", "recruited", "events", "deaths", "died", "placebo", "control",
      "went",
    ],
    ["随机", "分为", "分配", "分入", "分到", "分组", "组", "其中", "入组", "纳入", "接受", "事件", "死亡"])
  private static let times: [StaticString] = [
    "month", "months", "week", "weeks", "year", "years", "day", "days", "hours", "mg", "ml", "centres", "centers", "sites",
    "hospitals",
    "countries", "trials", "studies", "points", "gy", "kg", "cm", "mm", "fractions", "cycles", "items", "questions", "beds",
    "minutes",
    "practices", "clinics", "units", "schools", "wards", "villages",
  ]
  private static let chineseOthers: [StaticString] = ["个", "年", "周", "天", "月", "家", "岁", "次", "项", "分", "篇", "mg"]
  private static let fewest = 24
  /// Of two parts neither is more than so many times the other.
  private static let mostUnlike = 4

  /// The first in a sentence. O(counts × digits).
  init?(_ text: LexedText) {
    guard Self.allocating.occurs(in: text) else { return nil }
    let counts = text.tokens.indices.compactMap { index in Self.count(text, index).map { (place: index, size: $0) } }
    let sizes = Set(counts.map(\.size))
    for (position, whole) in counts.enumerated() where Self.isWhole(text, whole.place) {
      for length in 2...4 where position + length < counts.count {
        let parts = Array(counts[position + 1...position + length])
        guard let slip = Self.slip(whole.size, parts.map(\.size)), !parts.contains(where: { Self.isShare(text, $0.place) }),
          !sizes.contains(parts.reduce(0) { $0 + $1.size }), !Self.addsUp(whole.size, text, parts.map(\.place))
        else { continue }
        total = whole.size
        arms = parts.map(\.size)
        (printed, meant) = slip
        range = text.tokens[whole.place].start..<text.tokens[parts[length - 1].place].end
        return
      }
    }
    return nil
  }

  private static let wholes = PhraseSet(
    [
      "patients", "participants", "subjects", "adults", "children", "people", "individuals", "volunteers", "women", "men",
      "persons",
      "infants", "underwent", "randomised", "randomized", "enrolled", "events", "deaths", "were", "girls", "boys", "residents",
      "students",
    ],
    ["例", "名", "人"])

  /// `451 patients`, `323 progression events`, 451 例.
  private static func isWhole(_ text: LexedText, _ index: Int) -> Bool {
    let next =
      (index + 1..<text.count).first { text.isNumber($0) || text.isSymbol($0, ",") || text.isSymbol($0, "(") } ?? text.count
    return wholes.occurs(in: text, index + 1..<max(index + 1, min(next, index + 7)))
  }

  /// `514 (58.8%)`: a part with a property, and no arm.
  private static func isShare(_ text: LexedText, _ index: Int) -> Bool {
    // 56.3%(174例): behind its own share.
    if text.isSymbol(index - 1, "("), text.isSymbol(index - 2, "%") { return true }
    let opening = (index + 1..<min(text.count, index + 4)).first { text.isSymbol($0, "(") }
    return opening.map { text.isNumber($0 + 1) && text.isSymbol($0 + 2, "%") } ?? false
  }

  /// So many tokens behind the first part the others are looked for.
  private static let reach = 240

  /// Whether any run of whole numbers that holds one of the parts makes the total, small ones among them. O(reach).
  ///
  /// That those who left and those who stayed make it says nothing of the arms.
  private static func addsUp(_ total: Int, _ text: LexedText, _ parts: [Int]) -> Bool {
    guard let start = parts.first, let last = parts.last else { return false }
    let sizes = (start..<min(text.count, start + reach)).compactMap { index -> (place: Int, size: Int)? in
      guard let number = text.number(index), number.decimals == 0, number.value > 0, number.value < 1e6,
        !text.isSymbol(index + 1, "%")
      else { return nil }
      return Int(exactly: number.value).map { (index, $0) }
    }
    return sizes.indices.contains { first in
      var sum = 0
      return sizes[first].place <= last
        && sizes[first...].prefix(6).contains { part in
          sum += part.size
          return sum == total && part.size != total
        }
    }
  }

  /// Nil where the parts add up, are no parts of the total, or would add up by no exchange or by several.
  private static func slip(_ total: Int, _ arms: [Int]) -> (printed: Int, meant: Int)? {
    let sum = arms.reduce(0, +)
    guard sum != total, let least = arms.min(), let most = arms.max(), most < total, most <= mostUnlike * least else {
      return nil
    }
    var found = total.neighbourExchanges.filter { $0 == sum }.map { (printed: total, meant: $0) }
    for arm in arms { found += arm.neighbourExchanges.filter { sum - arm + $0 == total }.map { (printed: arm, meant: $0) } }
    return found.count == 1 ? found.first : nil
  }

  private static func count(_ text: LexedText, _ index: Int) -> Int? {
    guard let number = text.number(index), number.decimals == 0, number.value >= Double(fewest), number.value < 1e6,
      !text.isSymbol(index + 1, "%"), !text.isSymbol(index + 1, "/"), !text.isSymbol(index - 1, "/"),
      !text.isSymbol(index - 1, "-"),
      !text.isSymbol(index + 1, "-"), !text.isSymbol(index + 1, "~"), !text.isSymbol(index - 1, "~"),
      !text.isSymbol(index + 1, ":"),
      !text.isSymbol(index - 1, "["), !text.isSymbol(index - 1, "<"), !text.isSymbol(index - 1, ">"),
      !text.isSymbol(index - 1, "±"),
      !times.contains(where: { text.isWord(index + 1, $0) }),
      !chineseOthers.contains(where: { text.hanHasPrefix(index + 1, $0) }),
      !text.isWord(index + 1, "of"), !(1990...2035).contains(number.value) || text.hanHasPrefix(index + 1, "例")
    else { return nil }
    return Int(exactly: number.value)
  }
}
