import Literature
import Statistics
import TextAnalysis

/// Two percentages that go back, the first to the first, to two counts and what they are of: "84 of 201 in one arm and 56 of 201 in the
/// other, that is 41.8 and 27.9 per cent", 4200 例和 8400 例中分别有 294 例和 336 例, 占 7.0% 和 4.0%.
///
/// That the one percentage is that of its count shows what the pair goes back to; then the other must be that of its own.
struct RespectiveShares {
  let counts: DocumentCounts
  let text: LexedText
  /// The sentence before in the same paragraph.
  let before: LexedText?

  private struct Counted: Hashable {
    var value: Int
    var order: Int
    /// Whether it stands in the sentence of the percentages.
    var isNear: Bool
  }

  private static let (fewestOf, mostCounts) = (20, 10)
  private static let joints: [StaticString] = ["and", "versus", "vs", "against"]
  private static let chineseJoints = ["和", "与", "及", "比", "对"]

  /// The odd ones of a sentence. O(pairs × counts⁴), of at most ten counts.
  func all() -> [ImpliedShare] {
    text.tokens.indices.compactMap { index in
      guard let (first, second, end) = pair(at: index) else { return nil }
      let known = known(before: index)
      guard known.count >= 2 else { return nil }
      return odd(first, second, known, range: text.tokens[index].start..<text.tokens[end - 1].end)
    }
  }

  /// "41.8% and 27.9%", "41.8 and 27.9 per cent", 7.0%与4.0%, and the token behind.
  private func pair(at index: Int) -> (PrintedNumber, PrintedNumber, Int)? {
    guard let first = text.number(index), first.decimals > 0, !text.isNumber(index - 1) else {
      return nil
    }
    var cursor = index + 1
    let isSigned = text.isSymbol(cursor, "%")
    if isSigned { cursor += 1 }
    guard isJoint(cursor), let second = text.number(cursor + 1), second.decimals == first.decimals else { return nil }
    var end = cursor + 2
    if text.isSymbol(end, "%") {
      end += 1
    } else if !isSigned, text.isWord(end, "per"), text.isWord(end + 1, "cent") {
      end += 2
    } else if !isSigned, text.isWord(end, "percent") {
      end += 1
    } else {
      return nil
    }
    // In a bracket the two stand alone.
    guard !text.isSymbol(index - 1, "(") || text.isSymbol(end, ")") else { return nil }
    return first.value < 100 && second.value < 100 ? (first, second, end) : nil
  }

  private func isJoint(_ index: Int) -> Bool {
    guard text.tokens.indices.contains(index) else { return false }
    return Self.joints.contains { text.isWord(index, $0) } || Self.chineseJoints.contains(text.string(index))
  }

  /// The counts that the percentages may go back to, in the order of the text.
  private func known(before index: Int) -> [Counted] {
    let end = text.tokens[index].start
    let near = PrintedCount.all(in: text).filter { $0.range.upperBound <= end && !$0.mayBeYear(in: text) }
    let far = before.map { text in PrintedCount.all(in: text).filter { !$0.mayBeYear(in: text) } } ?? []
    let all = far.suffix(Self.mostCounts).map { ($0.value, false) } + near.suffix(Self.mostCounts).map { ($0.value, true) }
    return all.enumerated().map { Counted(value: $1.0, order: $0, isNear: $1.1) }
  }

  private func odd(_ first: PrintedNumber, _ second: PrintedNumber, _ known: [Counted], range: Range<Int>) -> ImpliedShare? {
    let (fits, fitsToo) = (bound(first, known), bound(second, known))
    guard fits.isEmpty != fitsToo.isEmpty else { return nil }
    let (percent, anchors, isSecond) = fits.isEmpty ? (first, fitsToo, false) : (second, fits, true)
    for (part, whole, place) in anchors {
      let mates = known.filter { $0.order != part.order && ($0.order > part.order) == isSecond && $0.isNear == part.isNear }
      guard let mate = isSecond ? mates.first(where: { $0.order != place }) : mates.last(where: { $0.order != place }) else {
        continue
      }
      for size in partners(of: whole, place, known, isSecond: isSecond, mate) {
        // A count between the two may be the mate's whole.
        for count in [mate] + mates.filter({ $0 != mate }) where count.value < size && count.order != place {
          guard let figures = CountPercentage(count: count.value, total: size, percent: percent), figures.isCopyingSlip else {
            continue
          }
          return ImpliedShare(figures: figures, range: range)
        }
      }
    }
    return nil
  }

  /// The counts and wholes of which a percentage is one, the whole with its place where the sentence names it.
  private func bound(_ percent: PrintedNumber, _ known: [Counted]) -> [(part: Counted, whole: Int, place: Int?)] {
    known.filter { $0.value >= 2 }.flatMap { part -> [(part: Counted, whole: Int, place: Int?)] in
      let named = known.filter { $0.order != part.order }.map { ($0.value, $0.order as Int?) }
      let sizes = counts.sizes.sorted().map { ($0, nil as Int?) }
      return (named + sizes).filter { size, _ in
        guard size >= Self.fewestOf, let figures = CountPercentage(count: part.value, total: size, percent: percent) else {
          return false
        }
        return figures.agrees
      }.map { (part, $0.0, $0.1) }
    }
  }

  /// What the other percentage may be of: the whole that stands as the first one's does, or the group that goes with its group.
  private func partners(of whole: Int, _ place: Int?, _ known: [Counted], isSecond: Bool, _ mate: Counted) -> [Int] {
    let groups = counts.partners(of: whole).sorted() + [whole]
    guard let place else { return groups }
    let named = known.filter {
      $0.order != mate.order && $0.order != place && ($0.order > place) == isSecond && $0.value >= Self.fewestOf
    }
    return named.map(\.value) + groups
  }
}
