import Literature
import Statistics
import TextAnalysis

/// A count with a percentage that is of nothing the document prints, where its company says what it should be of: the shares beside it are
/// of this group or of its partner, the parts of the list make this whole, "of these" goes back to this count, or the same count is written
/// as a part of this number elsewhere.
struct UnexplainedShare {
  let counts: DocumentCounts
  let text: LexedText
  /// The sentence before in the same paragraph.
  let before: LexedText?

  /// Those of a sentence. O(shares² + shares × sizes).
  func all() -> [ImpliedShare] {
    let pairs = SharePair.all(in: text)
    guard !pairs.isEmpty else { return [] }
    let counted = CountedShare.all(in: text)
    let isOfRest = Self.rest.occurs(in: text)
    return pairs.indices.compactMap { index in
      let pair = pairs[index]
      guard pair.percent.decimals > 0, pair.count > 1, !counts.explain(pair), !isOfRest || !counts.explainsAsRest(pair),
        !counted.contains(where: { $0.range.overlaps(pair.range) })
      else { return nil }
      let others = pairs.indices.filter { $0 != index }.map { pairs[$0] }
      let (alike, bound) = (company(others, counted), self.bound(pair, others, counted))
      let slip =
        figures(pair, certain(pair)) { !$0.isNear }
        ?? figures(pair, bound) { $0.isCopyingSlip }
        ?? figures(pair, before.map { wholes(in: $0, of: pair) } ?? []) { $0.isMisplaced }
        // Another group of nearly as many may have its own size.
        ?? figures(pair, alike) { $0.isCopyingSlip && ($0.isMisplaced || !$0.fitsNear) }
        ?? figures(pair, counts.wholes.sorted() + larger(than: pair)) { $0.isMisplaced && pair.count >= Self.fewestMisplaced }
        ?? tooFew(pair, others)
      return slip.map { ImpliedShare(figures: $0, range: pair.range) }
    }
  }

  /// Of those whom something does not hold for; how many they are stands nowhere.
  private static let rest = PhraseSet(
    ["without", "no", "non", "not", "remaining", "rest", "others", "negative", "never", "naive", "free of"],
    ["无", "未", "不伴", "阴性", "其余", "余"])

  /// The first of some totals that a test accepts.
  private func figures(_ pair: SharePair, _ totals: [Int], _ test: (CountPercentage) -> Bool) -> CountPercentage? {
    totals.lazy.compactMap { pair.figures(of: $0) }.first(where: test)
  }

  // MARK: What the text says a share is of

  private static let anaphora = PhraseSet(["of these", "of them", "of those", "of whom"])
  private static let fewestOfFraction = 20

  /// "121 of these (22.5%)" is of the count that was named last; a count that is written "212 of 600" elsewhere is of 600.
  private func certain(_ pair: SharePair) -> [Int] {
    let own = text.firstToken(at: pair.range.lowerBound)..<text.firstToken(at: pair.range.upperBound)
    if let back = Self.anaphora.first(in: text, own), !isFollowedByWords(back) {
      let here = PrintedCount.all(in: text).last { $0.range.upperBound <= pair.range.lowerBound && $0.value > pair.count }
      let named = here ?? before.flatMap { PrintedCount.all(in: $0).last { $0.value > pair.count } }
      return named.map { [$0.value] } ?? []
    }
    let wholes = counts.wholes(of: pair.count)
    return pair.count >= Self.fewestOfFraction && wholes.count == 1 ? Array(wholes) : []
  }

  /// "Of those on the drug" names its group by words.
  private func isFollowedByWords(_ phrase: Range<Int>) -> Bool {
    let next = text.firstToken(at: phrase.upperBound)
    return text.tokens.indices.contains(next) && text.tokens[next].kind == .word
  }

  // MARK: What its company is of

  /// What the shares beside it are of.
  private func company(_ others: [SharePair], _ counted: [CountedShare]) -> [Int] {
    Set(others.filter { $0.percent.decimals > 0 }.flatMap { other in counts.sizes.filter { other.isOf($0) } })
      .union(counted.filter(\.figures.agrees).map(\.figures.total)).sorted()
  }

  /// Of two shares that stand alone, one of a group, the other would be of more people than the group's partner has.
  private func tooFew(_ pair: SharePair, _ others: [SharePair]) -> CountPercentage? {
    guard others.count == 1, others[0].percent.decimals > 0 else { return nil }
    let groups = counts.sizes.filter { others[0].isOf($0) && !counts.wholes.contains($0) }
    guard groups.count == 1, let group = groups.first, case let mates = counts.partners(of: group), mates.count == 1,
      let mate = mates.first,
      let figures = pair.figures(of: mate), !figures.isNear
    else { return nil }
    let implied = 100 * Double(pair.count) / pair.percent.value
    return implied > 1.05 * Double(max(group, mate)) && implied < 0.95 * Double(group + mate) ? figures : nil
  }

  /// What its list makes, and the group that goes with the one that the shares beside it are of.
  private func bound(_ pair: SharePair, _ others: [SharePair], _ counted: [CountedShare]) -> [Int] {
    whole(pair, others) + company(others, counted).flatMap { counts.partners(of: $0).sorted() }
      + named(pair) + counts.wholes(of: pair.count).sorted()
  }

  /// The number that the parts of a list make, where it is printed: "742 (37.4%), 876 (44.2%) and 366 (18.4%)", 男 94 例, 女 58 例(38.2%).
  private func whole(_ pair: SharePair, _ others: [SharePair]) -> [Int] {
    let sum = others.reduce(pair.count) { $0 + $1.count }
    if !others.isEmpty, counts.holds(sum), sum > pair.count { return [sum] }
    let printed = PrintedCount.all(in: text)
    guard let own = printed.firstIndex(where: { pair.range.overlaps($0.range) }) else { return [] }
    let neighbours = [own - 1, own + 1].filter(printed.indices.contains).map { printed[$0].value + pair.count }
    return neighbours.filter { counts.sizes.contains($0) && counts.holds($0) }
  }

  /// "378 patients in 19 clinics": all that the sentence before tells of.
  private func wholes(in before: LexedText, of pair: SharePair) -> [Int] {
    let all = PrintedCount.all(in: before).filter { $0.value >= Self.fewestOfFraction && PartsOfWhole.isWhole(before, $0) }
    return all.count == 1 && all[0].value > pair.count ? [all[0].value] : []
  }

  private static let fewestMisplaced = 10

  /// The counts that stand before the share in its sentence.
  private func larger(than pair: SharePair) -> [Int] {
    PrintedCount.all(in: text).filter { $0.range.upperBound <= pair.range.lowerBound && $0.value > pair.count }.map(\.value)
  }

  /// The sizes that the sentence names before the share.
  private func named(_ pair: SharePair) -> [Int] {
    PrintedCount.all(in: text).filter {
      $0.range.upperBound <= pair.range.lowerBound && counts.sizes.contains($0.value) && $0.value > pair.count
    }.map(\.value)
  }
}

extension CountPercentage {
  /// Whether rounding, or rounding carelessly, explains the percentage.
  fileprivate var isNear: Bool {
    agrees || abs(percent.value - computed) <= 3.2 * RoundingInterval.halfUnit(decimals: percent.decimals)
  }

  /// Whether one slip of the pen in percentage or count explains what is printed: two digits exchanged, near or far, the mark moved, one
  /// wrong digit.
  var isCopyingSlip: Bool {
    guard !isNear else { return false }
    if isMisplaced { return true }
    let right = PrintedNumber(NumberText.fixed(computed, percent.decimals))
    if let right, [.transposed, .oneDigit].contains(PrintedDifference(right, percent)) { return true }
    guard let fitting = countsThatFit else { return false }
    return fitting.contains { count >= 10 && count.unlikeDigits(from: $0)?.count == 1 }
  }
}
