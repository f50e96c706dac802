import Literature
import Statistics
import TextAnalysis

/// What a sentence prints of one test: a P, an interval whose null is known by the name before it, or both in one bracket.
struct PrintedTest: Hashable, Sendable {
  var p: PrintedNumber?
  /// Whether the interval leaves no effect out; nil without one.
  var excludesNull: Bool?
  /// The interval as printed.
  var interval: String?
  /// Tokens from the first figure to the last.
  var tokens: Range<Int>

  /// Nil where rounding or a disagreement of P and interval leave it open.
  func isSignificant(_ level: ClosedRange<Double>) -> Bool? {
    guard let p else { return level == 0.05...0.05 ? excludesNull : nil }
    let box = RoundingInterval(p)
    let isBelow = p.relation == .less ? p.value <= level.lowerBound : box.high < level.lowerBound
    let verdict: Bool? = isBelow ? true : p.relation == .equal && box.low > level.upperBound ? false : nil
    if let excludesNull, let verdict, excludesNull != verdict { return nil }
    return verdict
  }

  private static let ratios = PhraseSet(
    ["ratio", "hr", "or", "rr", "irr", "ahr", "aor", "arr", "relative risk", "odds"], ["风险比", "比值比", "危险度", "危险比", "率比", "相对风险"])
  private static let differences = PhraseSet(
    ["difference", "md", "smd", "reduction", "change"], ["均差", "差值", "均数差", "之差", "率差", "危险差", "差异", "差为"])
  private static let farthestName = 16
  private static let mostInBracket = 14

  /// In order. O(tokens).
  static func all(in text: LexedText) -> [PrintedTest] {
    let values = text.tokens.indices.compactMap { index -> PrintedTest? in
      guard !text.isSymbol(index - 1, "*"), let p = WrittenP.value(in: text, at: index) else { return nil }
      return PrintedTest(p: p, tokens: index..<index + 3)
    }
    var tests = values
    for limits in WrittenLimits.all(in: text) {
      let tokens = text.firstToken(at: limits.range.lowerBound)..<text.firstToken(at: limits.range.upperBound)
      guard !tokens.isEmpty, let excludes = excludesNull(limits, text, before: tokens.lowerBound) else { continue }
      let interval = limits.low + "–" + limits.high
      if let near = tests.firstIndex(where: { areOfOneBracket($0.tokens, tokens, text) }) {
        let joined = min(tests[near].tokens.lowerBound, tokens.lowerBound)..<max(tests[near].tokens.upperBound, tokens.upperBound)
        tests[near].excludesNull = excludes
        tests[near].interval = interval
        tests[near].tokens = joined
      } else {
        tests.append(PrintedTest(excludesNull: excludes, interval: interval, tokens: tokens))
      }
    }
    return tests.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  /// By the nearest name of a measure before the limits.
  private static func excludesNull(_ limits: WrittenLimits, _ text: LexedText, before index: Int) -> Bool? {
    let words = max(0, index - farthestName)..<index
    guard !limits.isSwapped, let low = PrintedNumber(limits.low.replacing("-", with: "")),
      let high = PrintedNumber(limits.high.replacing("-", with: ""))
    else { return nil }
    let ratio = ratios.all(in: text, words).last { !text.isWord(text.firstToken(at: $0.lowerBound), "or") || isCapital(text, $0) }
    let difference = differences.all(in: text, words).last
    guard let name = [ratio?.lowerBound, difference?.lowerBound].compactMap({ $0 }).max() else { return nil }
    let (lower, upper) = (RoundingInterval(low), RoundingInterval(high))
    if name == ratio?.lowerBound {
      guard !limits.low.hasPrefix("-"), low.value > 0, low.decimals > 0 else { return nil }
      return lower.low > 1 || upper.high < 1 ? true : lower.high < 1 && upper.low > 1 ? false : nil
    }
    let isLowNegative = limits.low.hasPrefix("-")
    let isHighNegative = limits.high.hasPrefix("-")
    guard low.value > 0, high.value > 0 else { return nil }
    return isLowNegative == isHighNegative
  }

  /// OR and not the word.
  private static func isCapital(_ text: LexedText, _ range: Range<Int>) -> Bool { text.string(range) == "OR" }

  /// Within one bracket, or with no word of prose between.
  private static func areOfOneBracket(_ left: Range<Int>, _ right: Range<Int>, _ text: LexedText) -> Bool {
    let between = min(left.upperBound, right.upperBound)..<max(left.lowerBound, right.lowerBound)
    guard between.lowerBound <= between.upperBound, between.count <= mostInBracket else { return false }
    return between.allSatisfy { index in
      text.tokens[index].kind == .symbol || text.isNumber(index) || text.isWord(index, "ci") || text.isWord(index, "p")
        || text.hanHasSuffix(index, "区间")
    } && !between.contains { text.isSymbol($0, ";") && text.isSymbol($0 - 1, ")") }
      && !(between.contains { text.isSymbol($0, ")") } && between.contains { text.isSymbol($0, "(") })
  }
}
