import TextAnalysis

/// Numbers in words up to nine hundred and ninety-nine.
enum SpelledNumber {
  private static let values: WordTable<Double> = {
    let small = [
      "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
      "fourteen",
      "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ]
    let tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
    var entries = small.enumerated().map { (WordCode.of($0.element), Double($0.offset)) }
    entries += tens.enumerated().map { (WordCode.of($0.element), Double($0.offset * 10 + 20)) }
    entries.append((WordCode.of("none"), 0))
    return WordTable(entries) { first, _ in first }
  }()

  /// The number at a token and the token after it.
  static func value(in text: ResultText, at index: Int) -> (value: Double, end: Int)? {
    guard let first = small(in: text, at: index) else { return nil }
    guard text.word(first.end) == "hundred", (1..<10).contains(first.value) else { return first }
    var rest = first.end + 1
    if text.word(rest) == "and" || text.isSymbol(rest, "-") { rest += 1 }
    guard let second = small(in: text, at: rest) else { return (first.value * 100, first.end + 1) }
    return (first.value * 100 + second.value, second.end)
  }

  private static func small(in text: ResultText, at index: Int) -> (value: Double, end: Int)? {
    guard let first = values[text.code(index)] else { return nil }
    if first >= 20, text.isSymbol(index + 1, "-"), let second = values[text.code(index + 2)], (1..<10).contains(second) {
      return (first + second, index + 3)
    }
    return (first, index + 1)
  }
}
