import Literature
import TextAnalysis

/// A value to be traced, with what was said of it: "0.90", "HR 0.90", "33.3 months", "35.1%", "P=0.004", "P<0.001".
public struct TracedValue: Hashable, Sendable {
  public var number: PrintedNumber
  /// `% day week month year`; nil where none was said.
  public var unit: String?
  /// `HR OR RR P n`; nil where none was said.
  public var measure: String?

  public init(number: PrintedNumber, unit: String? = nil, measure: String? = nil) {
    self.number = number
    self.unit = unit
    self.measure = measure
  }

  /// Reads one number with an optional measure before and unit after it; nil for anything else.
  public init?(_ text: String) {
    let lexed = LexedText(text)
    guard let place = lexed.tokens.firstIndex(where: { $0.kind == .number }),
      !lexed.tokens[(place + 1)...].contains(where: { $0.kind == .number })
    else { return nil }
    let sign = place > 0 && lexed.isSymbol(place - 1, "-") ? "-" : ""
    var relation = PrintedNumber.Relation.equal
    for (mark, meaning) in [("<", PrintedNumber.Relation.less), (">", .greater), ("≤", .lessOrEqual), ("≥", .greaterOrEqual)] {
      if lexed.tokens[..<place].contains(where: { $0.isSymbol(mark.unicodeScalars.first ?? " ") }) { relation = meaning }
    }
    guard let number = PrintedNumber(sign + lexed.string(place), relation: relation) else { return nil }
    self.number = number
    unit = UnitReading.unit(after: place, in: lexed)
    measure = UnitReading.measure(before: place, in: lexed, reach: place)
    if unit == nil, place + 1 < lexed.count { return nil }
  }
}

/// Reads what stands around a number.
enum UnitReading {
  /// The unit behind a number: `%`, or a span of time. A calendar year (2015年) has none.
  static func unit(after place: Int, in lexed: LexedText) -> String? {
    var next = place + 1
    guard next < lexed.count else { return nil }
    if lexed.isSymbol(next, "%") { return "%" }
    if lexed.isSymbol(next, "-"), !lexed.hasGap(before: next) { next += 1 }
    guard next < lexed.count else { return nil }
    switch lexed.tokens[next].kind {
    case .word: return TimeUnit(lexed.lowercased(next))?.rawValue
    case .han: return hanUnit(lexed, next, after: lexed.number(place))
    case .number, .symbol, .superscript: return nil
    }
  }

  private static func hanUnit(_ lexed: LexedText, _ index: Int, after number: PrintedNumber?) -> String? {
    if lexed.hanHasPrefix(index, "个月") || lexed.hanHasPrefix(index, "月") { return "month" }
    if lexed.hanHasPrefix(index, "周") { return "week" }
    if lexed.hanHasPrefix(index, "天") { return "day" }
    guard lexed.hanHasPrefix(index, "年"), let number, number.value < 1900 || number.decimals > 0 else { return nil }
    return "year"
  }

  /// The measure named at most `reach` tokens before a number.
  static func measure(before place: Int, in lexed: LexedText, reach: Int) -> String? {
    for index in stride(from: place - 1, through: max(0, place - reach), by: -1) {
      if lexed.tokens[index].kind == .number { return nil }
      for (word, measure) in [("hr", "HR"), ("or", "OR"), ("rr", "RR"), ("p", "P"), ("n", "n")] as [(StaticString, String)]
      where lexed.isWord(index, word) {
        // "or" between words is a conjunction.
        if measure != "OR" || lexed.string(index) == "OR" { return measure }
      }
    }
    return nil
  }
}

/// How a printed number agrees with a value that was asked for.
public enum ValueMatch: Int, Hashable, Sendable, Comparable {
  /// The same digits.
  case exact
  /// The same value with other decimals: 0.9 and 0.90.
  case sameValue
  /// The one is the other, rounded.
  case rounds
  /// The same span of time in another unit.
  case converted

  public static func < (one: ValueMatch, other: ValueMatch) -> Bool { one.rawValue < other.rawValue }

  /// Compares an asked value with a printed one; nil where they do not agree.
  static func match(_ asked: PrintedNumber, _ askedUnit: String?, _ found: PrintedNumber, _ foundUnit: String?) -> ValueMatch? {
    guard let askedUnit, let foundUnit, askedUnit != foundUnit else { return match(asked, found) }
    guard let from = TimeUnit(askedUnit), let to = TimeUnit(foundUnit) else { return nil }
    let converted = asked.value * from.months / to.months
    let room = found.decimals == 0 ? 1e-6 * abs(converted) : 0.5 * unitOfLastPlace(found.decimals) + 1e-9
    return abs(converted - found.value) <= room ? .converted : nil
  }

  static func match(_ asked: PrintedNumber, _ found: PrintedNumber) -> ValueMatch? {
    if asked.value == found.value { return asked.decimals == found.decimals ? .exact : .sameValue }
    let coarser = asked.decimals < found.decimals ? asked : found
    let finer = asked.decimals < found.decimals ? found : asked
    // A number of one digit agrees with too much to mean anything.
    guard coarser.decimals < finer.decimals, significantDigits(coarser) >= 2 else { return nil }
    return abs(asked.value - found.value) <= 0.5 * unitOfLastPlace(coarser.decimals) + 1e-9 ? .rounds : nil
  }

  static func unitOfLastPlace(_ decimals: Int) -> Double { (0..<min(decimals, 15)).reduce(1.0) { unit, _ in unit / 10 } }

  static func significantDigits(_ number: PrintedNumber) -> Int {
    let digits = number.printed.unicodeScalars.filter { (0x30...0x39).contains($0.value) || (0xFF10...0xFF19).contains($0.value) }
    return digits.drop { $0 == "0" || $0 == "\u{FF10}" }.count
  }
}
