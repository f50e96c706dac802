import TextAnalysis

/// The phase of a trial: `III 期`, `Phase 2/3`, `Ⅱ期`, `phase Ib`.
enum TrialPhase {
  static func phase(in lexed: LexedText) -> String? {
    for index in lexed.tokens.indices {
      if lexed.isWord(index, "phase"), let found = numeral(lexed, from: index + 1, by: 1) { return found }
      if lexed.hanHasPrefix(index, "期"), index > 0, let found = numeral(lexed, from: index - 1, by: -1) { return found }
    }
    return nil
  }

  /// One numeral, or two with a slash or hyphen between, read from `start` on or backwards.
  private static func numeral(_ lexed: LexedText, from start: Int, by step: Int) -> String? {
    guard let first = digit(lexed, start) else { return nil }
    guard lexed.isSymbol(start + step, "/") || lexed.isSymbol(start + step, "-"), let second = digit(lexed, start + 2 * step)
    else { return first }
    return step > 0 ? first + "/" + second : second + "/" + first
  }

  private static func digit(_ lexed: LexedText, _ index: Int) -> String? {
    guard lexed.tokens.indices.contains(index) else { return nil }
    return numerals[lexed.string(index).uppercased()]
  }

  private static let numerals: [String: String] = [
    "I": "1", "II": "2", "III": "3", "IV": "4", "1": "1", "2": "2", "3": "3", "4": "4", "Ⅰ": "1", "Ⅱ": "2", "Ⅲ": "3", "Ⅳ": "4",
    "IA": "1a",
    "IB": "1b", "IIA": "2a", "IIB": "2b", "IIIB": "3b", "1A": "1a", "1B": "1b", "2A": "2a", "2B": "2b", "3B": "3b",
  ]
}
