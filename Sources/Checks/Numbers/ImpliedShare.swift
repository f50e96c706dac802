import Literature
import Statistics
import TextAnalysis

/// A count with a percentage whose total stands elsewhere: "78 (65.0%) were women" in a report of 120 participants.
struct ImpliedShare: Hashable, Sendable {
  var figures: CountPercentage
  /// Bytes of the passage's flow: count and percentage.
  var range: Range<Int>

  /// Those whose percentage is that of a known total with two digits of it or of the count exchanged, with the mark slipped, or with one
  /// wrong digit. O(shares × totals).
  ///
  /// Without another share of the sentence that is one of a known total, the count must be more than any such total allows.
  ///
  /// - Parameter totals: sizes of the whole and of its groups; a count that fits any of them, or any total printed in its own sentence, is
  ///   right.
  /// - Parameter areOfOneTrial: whether the totals are all of one trial; of several, another share of the sentence must be one of a total.
  /// - Parameter nearby: whole numbers of the sentences before in the same paragraph; a count may be of one of them.
  static func slips(in text: LexedText, totals: Set<Int>, nearby: Set<Int> = [], areOfOneTrial: Bool = true) -> [ImpliedShare] {
    guard let whole = totals.max() else { return [] }
    let pairs = SharePair.all(in: text)
    guard !pairs.isEmpty else { return [] }
    let counted = CountedShare.all(in: text).filter(\.figures.agrees)
    let printed = nearby.union(PrintedCount.all(in: text).map(\.value))
    let fitting = pairs.map { pair in Set(totals.filter { pair.figures(of: $0)?.agrees ?? false }) }
    return pairs.indices.compactMap { index -> ImpliedShare? in
      let pair = pairs[index]
      guard pair.count > 0, !pair.isExplained(by: totals.union(printed)) else { return nil }
      let others = pairs.indices.filter { $0 != index && !fitting[$0].isEmpty }
      // Whole percentages fit many totals: two must fit one.
      let isExact = others.contains { pairs[$0].percent.decimals > 0 }
      let company = others.reduce(into: Set<Int>()) { $0.formUnion(fitting[$1]) }
      let candidates = totals.sorted().compactMap { pair.figures(of: $0) }
      // Of a group that lost a few it is right.
      let isOfFewer = candidates.contains(where: \.fitsNear)
      if isExact,
        let slip = candidates.first(where: { company.contains($0.total) && $0.isSlip })
          ?? (isOfFewer ? nil : candidates.first(where: \.isSlip))
      {
        return ImpliedShare(figures: slip, range: pair.range)
      }
      if others.count >= 2, let common = others.dropFirst().reduce(fitting[others[0]], { $0.intersection(fitting[$1]) }).min(),
        let slip = pair.figures(of: common), slip.isMisplaced
      {
        return ImpliedShare(figures: slip, range: pair.range)
      }
      guard pair.percent.decimals > 0 else { return nil }
      if let slip = besideAnother(index, pairs, fitting, candidates, in: text) ?? beside(counted, pair) {
        return ImpliedShare(figures: slip, range: pair.range)
      }
      guard areOfOneTrial, !pair.isOfNamed else { return nil }
      let slip = candidates.first { figures in
        figures.isTransposed && !figures.fitsFewer || figures.hasOneWrongDigit && figures.isFarOff && !figures.fitsSome
          || figures.total == whole && figures.hasOneWrongDigit && figures.computed > pair.percent.value
      }
      return slip.map { ImpliedShare(figures: $0, range: pair.range) }
    }
  }
}

extension ImpliedShare {
  /// 有效率为 57.5%(46/80), 其中完全缓解 34 例(45.2%): the share of the sentence that prints its total says what the others are of.
  private static func beside(_ counted: [CountedShare], _ pair: SharePair) -> CountPercentage? {
    counted.filter { !$0.range.overlaps(pair.range) }.lazy.compactMap { pair.figures(of: $0.figures.total) }.first(
      where: \.isTransposed)
  }

  private static let farthestPair = 30

  /// "118 (38.8%) and 121 (41.0%)" of 304 and 302: the other share is one of one group, and this one would be of the other but for a slip.
  private static func besideAnother(
    _ index: Int, _ pairs: [SharePair], _ fitting: [Set<Int>], _ candidates: [CountPercentage], in text: LexedText
  ) -> CountPercentage? {
    let neighbours = [index - 1, index + 1].filter { other in
      guard pairs.indices.contains(other), pairs[other].percent.decimals > 0, !fitting[other].isEmpty else { return false }
      let (one, second) = (pairs[min(index, other)].range, pairs[max(index, other)].range)
      let between =
        text.firstToken(at: one.upperBound)..<max(text.firstToken(at: one.upperBound), text.firstToken(at: second.lowerBound))
      return second.lowerBound - one.upperBound <= farthestPair
        && !between.contains { text.isSymbol($0, ";") || text.isNumber($0) }
    }
    guard let other = neighbours.first else { return nil }
    return candidates.first { $0.isMisplaced && (fitting[other] != [$0.total] || fitting[other].count > 1) }
  }
}

extension SharePair {
  /// Nil where the total is less than the count.
  func figures(of total: Int) -> CountPercentage? { CountPercentage(count: count, total: total, percent: percent) }

  /// Whether the percentage is the count's share of a total, rounded.
  func isOf(_ total: Int) -> Bool { figures(of: total)?.agrees ?? false }

  /// Whether count and percentage go with any of some totals.
  fileprivate func isExplained(by totals: Set<Int>) -> Bool {
    totals.contains { total in total > count && figures(of: total).map { $0.agrees || $0.isNearMiss } ?? false }
  }
}

extension CountPercentage {
  private var printedDifference: PrintedDifference? {
    let text = NumberText.fixed(computed, percent.decimals)
    return PrintedNumber(text).map { PrintedDifference($0, percent) }
  }

  /// Whether two neighbouring digits of percentage or count are exchanged, or the percentage's mark has slipped.
  var isMisplaced: Bool {
    guard !agrees else { return false }
    if printedDifference == .transposed || isTenfold { return true }
    return count.neighbourExchanges.contains { CountPercentage(count: $0, total: total, percent: percent)?.agrees ?? false }
  }

  /// Whether the percentage is ten times the right one, or a tenth.
  private var isTenfold: Bool {
    [10, 0.1].contains {
      abs(percent.value * $0 - computed) <= 1.0001 * $0 * RoundingInterval.halfUnit(decimals: percent.decimals)
    }
      && computed >= 0.5
  }

  /// Whether one slip of the pen in count or percentage explains what is printed.
  var isSlip: Bool { isMisplaced || hasOneWrongDigit || hasOneWrongDigitInCount }

  private var hasOneWrongDigitInCount: Bool {
    guard count >= 10, percent.decimals > 0, let fitting = countsThatFit, fitting.count == 1 else { return false }
    return count.unlikeDigits(from: fitting.lowerBound)?.count == 1 && abs(count - fitting.lowerBound) >= 3
  }

  /// Whether the percentage is the right one with two digits exchanged.
  var isTransposed: Bool { !agrees && percent.decimals > 0 && printedDifference == .transposed }

  /// Whether the printed percentage is the count's share of some smaller total: then some may be missing, or it is of a part.
  var fitsFewer: Bool {
    let box = RoundingInterval(percent)
    guard box.low > 0 else { return true }
    let (least, most) = ((100 * Double(count) / box.high).rounded(.up), (100 * Double(count) / box.low).rounded(.down))
    return least <= most && most <= Double(total)
  }

  /// Whether the printed percentage is five points off.
  var isFarOff: Bool { abs(computed - percent.value) >= 5 }

  /// Whether any number of people gives the printed percentage.
  var fitsSome: Bool {
    let box = RoundingInterval(percent)
    guard box.low > 0 else { return true }
    return (100 * Double(count) / box.high).rounded(.up) <= (100 * Double(count) / box.low).rounded(.down)
  }

  /// Whether the printed percentage is the count's share of a total that is near this one: a group that lost or gained a few.
  var fitsNear: Bool {
    let box = RoundingInterval(percent)
    guard box.low > 0 else { return true }
    let (least, most) = ((100 * Double(count) / box.high).rounded(.up), (100 * Double(count) / box.low).rounded(.down))
    return least <= most && most >= 0.88 * Double(total) && least <= 1.12 * Double(total)
  }

  /// Whether one digit of the percentage, not the last, is wrong.
  var hasOneWrongDigit: Bool {
    !agrees && percent.decimals > 0 && printedDifference == .oneDigit && abs(computed - percent.value) >= 0.95
  }
}
