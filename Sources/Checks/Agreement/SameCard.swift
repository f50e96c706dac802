import Literature
import Statistics

/// When two cards of one document must be the same result.
enum SameCard {
  /// Analyses that differ in kind; a length of follow-up alone is no other analysis than one that names none.
  private static let kinds = ["interim", "updated", "update", "final", "primary", "期中", "中期", "更新", "最终", "subgroup", "亚组"]

  /// Whether population, analysis, level, unit, shape and arm are the same, as far as both name them.
  static func hasSameConditions(_ left: ResultCard, _ right: ResultCard) -> Bool {
    cutsAgree(left.moment, right.moment) && populationsAgree(left.population, right.population)
      && (left.level ?? 0.95) == (right.level ?? 0.95) && left.armValues.isEmpty == right.armValues.isEmpty
      && (left.value == nil) == (right.value == nil)
      && unitsAreComparable(left, right)
      && (left.arm == right.arm || left.arm == nil || right.arm == nil || Measure.scale(left.measure) != nil)
  }

  static func cutsAgree(_ left: String?, _ right: String?) -> Bool {
    if left == right { return true }
    guard left == nil || right == nil, let named = (left ?? right)?.lowercased() else { return false }
    return !kinds.contains(where: named.contains)
  }

  /// The population of a result that names none.
  static let everyone = "ITT"

  /// Everyone who was randomised is who a result speaks of when it does not say.
  static func populationsAgree(_ left: String?, _ right: String?) -> Bool {
    left == right || (left ?? everyone) == (right ?? everyone)
  }

  /// The same unit, or both a unit of time; other units are those of other things.
  static func unitsAreComparable(_ left: ResultCard, _ right: ResultCard) -> Bool {
    guard let first = left.unit, let second = right.unit, first != second else { return true }
    return TimeUnits.isTime(first) && TimeUnits.isTime(second)
  }

  static func unitsAgree(_ left: ResultCard, _ right: ResultCard) -> Bool {
    left.unit == right.unit || left.unit == nil || right.unit == nil
  }

  /// Whether the figures that both print can be the same; a number that only one of them prints says nothing.
  static func agrees(_ left: ResultCard, _ right: ResultCard) -> Bool {
    valuesAgree(left, right) && agree(left.low, right.low) && agree(left.high, right.high) && agree(left.p, right.p)
  }

  static func valuesAgree(_ left: ResultCard, _ right: ResultCard) -> Bool {
    guard agree(left.value, right.value) || differInSign(left, right) else { return false }
    let (first, second) = (left.armValues, right.armValues)
    guard first.count == 2, second.count == 2 else { return true }
    let straight = agree(first[0].value, second[0].value) && agree(first[1].value, second[1].value)
    let across = agree(first[0].value, second[1].value) && agree(first[1].value, second[0].value)
    // Prose often prints the control arm first ("from 15.5 to 27.7"), tables the other way round.
    return armsAreExchanged(left, right) ? false : straight || across
  }

  /// "3.7 lower" of the text is −3.7 in the table.
  static func differInSign(_ left: ResultCard, _ right: ResultCard) -> Bool {
    guard !Measure.isRatio(left.measure), left.location != .table || right.location != .table, let one = left.value,
      let other = right.value
    else { return false }
    return one.value == -other.value && one.decimals == other.decimals && one.relation == other.relation
  }

  /// The two values are the same, and each stands beside the other arm's name.
  static func armsAreExchanged(_ left: ResultCard, _ right: ResultCard) -> Bool {
    left.armValues.count == 2 && right.armValues.count == 2 && left.armValues[0].value.value != left.armValues[1].value.value
      && SourceCardMatch.armsAreCrossed(left, right)
  }

  static func agree(_ left: PrintedNumber?, _ right: PrintedNumber?) -> Bool {
    guard let left, let right else { return true }
    // Bounds and round figures ("over 70%") are held against others by the rules on statements.
    if left.relation != .equal || right.relation != .equal { return true }
    return RoundingInterval(left).agrees(with: RoundingInterval(right))
  }

  /// The first pair of figures in the order value, limits, P, arms that both print and that cannot be one.
  static func difference(_ left: ResultCard, _ right: ResultCard) -> (PrintedNumber, PrintedNumber)? {
    let single = [(left.value, right.value), (left.low, right.low), (left.high, right.high), (left.p, right.p)]
    for case (let first?, let second?) in single where !agree(first, second) { return (first, second) }
    guard left.armValues.count == 2, right.armValues.count == 2 else { return nil }
    let straight = zip(left.armValues, right.armValues).map { ($0.value, $1.value) }.filter { !agree($0, $1) }
    let across = zip(left.armValues, right.armValues.reversed()).map { ($0.value, $1.value) }.filter { !agree($0, $1) }
    return straight.count <= across.count ? straight.first : across.first
  }
}
