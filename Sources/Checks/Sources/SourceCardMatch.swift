import Lexicon
import Literature
import Statistics

/// How a card of a manuscript and one of its source compare, field by field.
enum SourceCardMatch {
  /// Both one estimate, or both the values of two arms; units that both print agree.
  static func isSameShape(_ card: ResultCard, _ other: ResultCard) -> Bool {
    guard (card.value == nil) == (other.value == nil), card.armValues.count == other.armValues.count else { return false }
    return card.unit == nil || other.unit == nil || card.unit == other.unit
  }

  enum Endpoints { case same, unknown, different }

  static func endpoints(_ card: ResultCard, _ other: ResultCard) -> Endpoints {
    guard let left = card.endpoint, let right = other.endpoint else { return .unknown }
    return left.lowercased() == right.lowercased() ? .same : .different
  }

  /// Whether the names of two arms share a drug, a treatment or a word; nil where one is not named.
  static func arms(_ left: String?, _ right: String?) -> Bool? {
    guard let left, let right else { return nil }
    if left == right, holdsLongWord(left) { return true }
    let (first, second) = (concepts(left), concepts(right))
    guard !first.isEmpty, !second.isEmpty else { return nil }
    return !first.isDisjoint(with: second)
  }

  /// Four letters in a row are, or are in, a word that `concepts` keeps.
  private static func holdsLongWord(_ arm: String) -> Bool {
    var letters = 0
    return arm.utf8.contains { byte in
      letters = (byte | 0x20) &- 0x61 < 26 ? letters + 1 : 0
      return letters == 4
    }
  }

  private static func concepts(_ arm: String) -> Set<String> {
    var names = Set(Lexicon.builtIn.matches(in: Array(arm.utf8)).map(\.concept.id))
    for word in arm.lowercased().split(whereSeparator: { !$0.isLetter && !$0.isNumber }) where word.utf8.count > 3 {
      names.insert(String(word))
    }
    return names
  }

  enum Cut { case interim, later }

  /// What a data cut says of the order of analyses; nil where it only names a time.
  static func cut(_ dataCut: String?) -> Cut? {
    guard let dataCut = dataCut?.lowercased() else { return nil }
    if ["interim", "期中", "中期"].contains(where: dataCut.contains) { return .interim }
    return ["final", "updated", "update", "最终", "更新"].contains(where: dataCut.contains) ? .later : nil
  }

  static func agree(_ printed: PrintedNumber?, _ source: PrintedNumber?) -> Bool {
    guard let printed, let source else { return true }
    return RoundingInterval(printed).agrees(with: RoundingInterval(source))
  }

  /// Whether the values of two arms agree in their order, in the other order, or not at all.
  enum Order { case same, reversed, none }

  static func order(_ card: ResultCard, _ other: ResultCard) -> Order {
    let (left, right) = (card.armValues, other.armValues)
    guard left.count == 2, right.count == 2 else { return .none }
    if agree(left[0].value, right[0].value), agree(left[1].value, right[1].value) { return .same }
    return agree(left[0].value, right[1].value) && agree(left[1].value, right[0].value) ? .reversed : .none
  }

  static func valuesAgree(_ card: ResultCard, _ other: ResultCard) -> Bool {
    card.value != nil ? agree(card.value, other.value) : order(card, other) != .none
  }

  /// All figures that both print.
  static func figuresAgree(_ card: ResultCard, _ other: ResultCard) -> Bool {
    valuesAgree(card, other) && agree(card.low, other.low) && agree(card.high, other.high) && agree(card.p, other.p)
  }

  /// Whether the figures say enough that their agreement is no accident: an interval, a P value, or three digits.
  static func isTelling(_ card: ResultCard, _ other: ResultCard) -> Bool {
    if card.low != nil, other.low != nil { return true }
    if card.p?.relation == .equal, other.p?.relation == .equal { return true }
    if card.armValues.count == 2 { return true }
    return (card.value?.printed.utf8.count ?? 0) >= 4
  }

  /// The printed figure is not the source's rounded, but off by no more than one unit of its last digit.
  static func isNearMiss(_ card: ResultCard, _ other: ResultCard) -> Bool {
    guard let printed = card.value, let source = other.value, source.decimals > printed.decimals, printed.relation == .equal
    else {
      return false
    }
    return abs(printed.value - source.value) <= 2.001 * RoundingInterval.halfUnit(decimals: printed.decimals)
  }

  /// Whether the arms of two cards with agreeing values are crossed: the value of one arm stands beside the other's name.
  static func armsAreCrossed(_ card: ResultCard, _ other: ResultCard) -> Bool {
    guard card.armValues.count == 2 else { return Measure.scale(card.measure) == nil && arms(card.arm, other.arm) == false }
    // The numbers first: names are compared only where the numbers agree.
    let order = order(card, other)
    guard order != .none else { return false }
    let (left, right) = (card.armValues.map(\.arm), other.armValues.map(\.arm))
    func areAlike(_ first: Int, _ second: Int) -> Bool {
      arms(left[0], right[first]) == true && arms(left[1], right[second]) == true
    }
    return order == .same ? !areAlike(0, 1) && areAlike(1, 0) : areAlike(0, 1) && !areAlike(1, 0)
  }
}
