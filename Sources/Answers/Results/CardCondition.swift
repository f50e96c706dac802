import Literature

/// A condition on the numbers of one card: `hr<1 and p<0.05 or rate>=50`; AND binds closer than OR.
///
/// A name is a measure (`hr`, `md`, `mean`, `rate`, `n`: the card is of that measure and one of its values fits), or `p`, `low`, `high`,
/// `value`, `level`.
public struct CardCondition: Hashable, Sendable {
  struct Term: Hashable, Sendable {
    var name: String
    var sign: String
    var number: Double
  }
  /// Any of these, each with all of its terms.
  private var alternatives: [[Term]] = [[]]

  /// What cannot be understood, with the word.
  public struct SyntaxError: Error, Hashable, CustomStringConvertible {
    public var description: String
  }

  /// One condition on one kind of figure.
  init(name: String, sign: String, number: Double) { alternatives = [[Term(name: name, sign: sign, number: number)]] }

  public init(_ text: String) throws(SyntaxError) {
    var wantsTerm = true
    for word in Self.words(text) {
      switch word.lowercased() {
      case "and" where !wantsTerm: wantsTerm = true
      case "or" where !wantsTerm:
        alternatives.append([])
        wantsTerm = true
      default:
        guard wantsTerm else { throw SyntaxError(description: "“and” or “or” should stand before “\(word)”") }
        alternatives[alternatives.count - 1].append(try Self.term(word))
        wantsTerm = false
      }
    }
    if wantsTerm { throw SyntaxError(description: "a condition such as hr<1 should stand at the end of “\(text)”") }
  }

  /// The measures that the condition names, as it spells them.
  public var measures: Set<String> {
    Set(alternatives.joined().map(\.name)).subtracting(["p", "low", "high", "value", "level", "%", "percent"])
  }

  /// Whether one card satisfies the condition. `<0.001` satisfies p<0.001 but not p>=0.001.
  public func holds(for card: ResultCard) -> Bool {
    alternatives.contains { $0.allSatisfy { Self.holds($0, card) } }
  }

  private static let signs = ["<=", ">=", "<", ">", "="]

  /// Spaces around signs do not matter.
  private static func words(_ text: String) -> [String] {
    var spaced = text
    for (sign, plain) in [("≤", "<="), ("≥", ">=")] { spaced = spaced.split(separator: sign).joined(separator: plain) }
    var words: [String] = []
    for word in spaced.split(whereSeparator: \.isWhitespace).map(String.init) {
      let startsWithSign = signs.contains { word.hasPrefix($0) }
      let followsSign = words.last.map { last in signs.contains { last.hasSuffix($0) } } ?? false
      if !words.isEmpty, startsWithSign || followsSign { words[words.count - 1] += word } else { words.append(word) }
    }
    return words
  }

  private static func term(_ word: String) throws(SyntaxError) -> Term {
    for sign in signs {
      let parts = word.split(separator: sign, maxSplits: 1).map(String.init)
      guard parts.count == 2, word.hasPrefix(parts[0] + sign) else { continue }
      let digits = parts[1].hasSuffix("%") ? String(parts[1].dropLast()) : parts[1]
      guard let number = Double(digits), number.isFinite else { break }
      return Term(name: parts[0].lowercased(), sign: sign, number: number)
    }
    throw SyntaxError(description: "“\(word)” is no condition; write a measure, a sign and a number, such as hr<1 or p<=0.05")
  }

  private static func holds(_ term: Term, _ card: ResultCard) -> Bool {
    values(term.name, card).contains { number in
      guard isProvable(term.sign, of: number) else { return false }
      let value = bounded(number)
      return switch term.sign {
      case "<": value < term.number
      case "<=": value <= term.number
      case ">": value > term.number
      case ">=": value >= term.number
      default: value == term.number
      }
    }
  }

  private static func values(_ name: String, _ card: ResultCard) -> [PrintedNumber] {
    let measured = [card.value].compactMap { $0 } + card.armValues.map(\.value)
    switch name {
    case "p": return ([card.p] + (card.measure == "P" ? [card.value] : [])).compactMap { $0 }
    case "low": return [card.low].compactMap { $0 }
    case "high": return [card.high].compactMap { $0 }
    case "value": return measured
    case "level": return card.level.map { [PrintedNumber(printed: "\($0)", value: $0, decimals: 2)] } ?? []
    case "%", "percent": return card.unit == "%" ? measured : []
    default: return card.measure.lowercased() == name ? measured : []
    }
  }

  /// A figure printed as an upper limit proves nothing of what it exceeds, nor one printed as a lower limit of what it falls short of.
  private static func isProvable(_ sign: String, of number: PrintedNumber) -> Bool {
    switch number.relation {
    case .less, .lessOrEqual: !sign.hasPrefix(">")
    case .greater, .greaterOrEqual: !sign.hasPrefix("<")
    case .equal, .about: true
    }
  }

  private static func bounded(_ number: PrintedNumber) -> Double {
    switch number.relation {
    case .less: number.value.nextDown
    case .greater: number.value.nextUp
    case .equal, .about, .lessOrEqual, .greaterOrEqual: number.value
    }
  }
}
