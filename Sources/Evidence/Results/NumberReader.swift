import Literature
import TextAnalysis

/// Reads one number of a text with its sign, its relation and its power of ten.
struct NumberReader {
  let text: ResultText

  struct Reading {
    var number: PrintedNumber
    var tokens: Range<Int>
  }

  /// The number that begins at a token: `0.94`, `-2.3`, `1.2 × 10⁻⁵`, `10⁻⁵`. Without relation.
  func number(at index: Int) -> Reading? {
    var first = index
    var isNegative = false
    if text.isSymbol(index, "-") || text.isSymbol(index, "+"),
      !text.hasGap(before: index + 1) || text.isSymbol(index, "+") || isLoneSign(at: index)
    {
      isNegative = text.isSymbol(index, "-")
      first += 1
    }
    if isCurrency(first) { first += 1 }
    guard text.kind(first) == .number, var number = PrintedNumber(text.string(first)) else { return nil }
    let end = first + 1
    if isNegative {
      number.value = -number.value
      number.printed = "-" + number.printed
    }
    let plain = Reading(number: number, tokens: index..<end)
    return withPower(plain) ?? plain
  }

  /// A minus that stands off its number, where no number before it makes it a dash: `= − 2.6`, `(− 0.4 to − 0.1)`.
  func isLoneSign(at index: Int) -> Bool {
    guard text.isSymbol(index, "-"), text.kind(index + 1) == .number else { return false }
    // A cell that begins "− .09"; "- 12 patients" is an item of a list.
    if index == 0 { return text.string(1).utf8.contains(0x2E) }
    return text.isSymbol(index - 1, anyOf: ["=", "(", "[", ",", ":"]) || text.word(index - 1) == "to"
  }

  /// `−£448`: the sign stands before that of the currency.
  func isCurrency(_ index: Int) -> Bool {
    text.isSymbol(index, anyOf: ["£", "€", "$", "¥"]) && text.kind(index + 1) == .number
  }

  /// `× 10⁻⁵`, `x 10-5`, `E-5`, or a superscript directly after a bare 10.
  private func withPower(_ plain: Reading) -> Reading? {
    let next = plain.tokens.upperBound
    if text.isSymbol(next, anyOf: ["×", "·", "*"]) || text.word(next) == "x" {
      guard text.kind(next + 1) == .number, text.string(next + 1) == "10" else { return nil }
      return powered(plain, exponentAt: next + 2)
    }
    if text.word(next) == "e", !text.hasGap(before: next) { return powered(plain, exponentAt: next + 1) }
    guard plain.number.printed == "10", text.kind(next) == .superscript else { return nil }
    return powered(Reading(number: one(from: plain), tokens: plain.tokens), exponentAt: next)
  }

  private func one(from plain: Reading) -> PrintedNumber {
    PrintedNumber(printed: plain.number.printed, value: 1, decimals: 0)
  }

  private func powered(_ plain: Reading, exponentAt index: Int) -> Reading? {
    guard let (exponent, end) = exponent(at: index), (-300...300).contains(exponent) else { return nil }
    var number = plain.number
    // As a reader of decimal notation gives it: 2.1 × 10⁻⁶ is the number nearest to 0.0000021.
    number.value = Double("\(number.value)e\(exponent)") ?? scaled(number.value, byTenTo: exponent)
    number.decimals = max(0, number.decimals - exponent)
    let tokens = plain.tokens.lowerBound..<end
    number.printed = text.string(tokens)
    return Reading(number: number, tokens: tokens)
  }

  private func scaled(_ value: Double, byTenTo exponent: Int) -> Double {
    var power = 1.0
    for _ in 0..<abs(exponent) { power *= 10 }
    return exponent < 0 ? value / power : value * power
  }

  private func exponent(at index: Int) -> (Int, end: Int)? {
    if text.kind(index) == .superscript {
      return superscript(text.string(index)).map { ($0, index + 1) }
    }
    let isNegative = text.isSymbol(index, "-")
    let first = isNegative ? index + 1 : index
    guard text.kind(first) == .number, let value = Int(text.string(first)), value < 1000 else { return nil }
    return (isNegative ? -value : value, first + 1)
  }

  private func superscript(_ string: String) -> Int? {
    var value = 0
    var sign = 1
    for scalar in string.unicodeScalars {
      switch scalar.value {
      case 0x207B: sign = -1
      case 0x207A: sign = 1
      case 0xB9: value = value * 10 + 1
      case 0xB2, 0xB3: value = value * 10 + Int(scalar.value - 0xB0)
      case 0x2070...0x2079: value = value * 10 + Int(scalar.value - 0x2070)
      default: return nil
      }
      if value > 1000 { return nil }
    }
    return sign * value
  }

  /// A sign of relation at a token: `=`, `<`, `≤`, `<=`, `≈`.
  func relation(at index: Int) -> (PrintedNumber.Relation, end: Int)? {
    let equalsFollows = text.isSymbol(index + 1, "=")
    if text.isSymbol(index, "=") { return (.equal, index + 1) }
    if text.isSymbol(index, "<") { return (equalsFollows ? .lessOrEqual : .less, index + (equalsFollows ? 2 : 1)) }
    if text.isSymbol(index, ">") { return (equalsFollows ? .greaterOrEqual : .greater, index + (equalsFollows ? 2 : 1)) }
    if text.isSymbol(index, "\u{2264}") { return (.lessOrEqual, index + 1) }
    if text.isSymbol(index, "\u{2265}") { return (.greaterOrEqual, index + 1) }
    if text.isSymbol(index, "≈") { return (.about, index + 1) }
    return nil
  }
}
