import TextAnalysis

/// Whether a name in brackets is the abbreviation of the words before it, in the ordinary way: each word but small ones gives its
/// first letter, and perhaps some that follow it.
///
/// "neutrophil gelatinase-associated lipocalin (NGAL)" is ordinary; "CLOnidine compareD with midazolam (CLOSED)" is not.
struct Initialism {
  let isOrdinary: Bool

  init(lexed: LexedText, bracketed name: TrialName) {
    guard lexed.isSymbol(name.tokens.lowerBound - 1, "("), !name.hasDigits else {
      isOrdinary = false
      return
    }
    let letters = Array(name.key.utf8.map { $0 | 0x20 })
    var remaining = letters.count
    var index = name.tokens.lowerBound - 2
    // Words between hyphens count apart, so that there may be more of them than letters.
    let first = max(0, index - 3 * letters.count)
    while remaining > 0, index >= first {
      let token = lexed.tokens[index]
      if token.kind == .word {
        let word = Array(lexed.lowercased(index).utf8)
        if let taken = Self.lettersTaken(letters[..<remaining], by: word) {
          remaining -= taken
        } else if !Self.smallWords.contains(lexed.lowercased(index)) {
          break
        }
      } else if !token.isSymbol("-") {
        break
      }
      index -= 1
    }
    isOrdinary = remaining == 0
  }

  /// How many of the last letters the word gives: one if it begins with the last, else the first that are in it from its beginning.
  private static func lettersTaken(_ letters: ArraySlice<UInt8>, by word: [UInt8]) -> Int? {
    guard let initial = word.first else { return nil }
    for count in 1...min(3, letters.count) {
      let group = letters.suffix(count)
      guard group.first == initial else { continue }
      var rest = group.dropFirst()
      for letter in word.dropFirst() where letter == rest.first { rest = rest.dropFirst() }
      if rest.isEmpty { return count }
    }
    return nil
  }

  private static let smallWords: Set<String> = ["of", "and", "the", "for", "in", "with", "to", "on", "a", "an", "or", "by", "s"]
}
