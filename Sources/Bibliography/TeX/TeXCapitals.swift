/// Braces around what must keep its capitals where a style lowers titles.
extension TeXText {
  /// Protects acronyms and formulas ("{mRNA}", "{COVID}-19"), and in titles whose other words are small the names ("in {China}",
  /// "{Kaplan}-{Meier}"); the halves of "Placebo-Controlled" in a title in capitals may be lowered. O(n).
  static func protected(_ tex: String) -> String {
    let words = tex.split(separator: " ", omittingEmptySubsequences: false)
    let hasSmallWords = isSentence(words)
    var isFirst = true
    return words.map { word in
      defer { if !word.isEmpty { isFirst = word.last == ":" } }
      return protected(word, beginsSentence: isFirst, namesHaveCapitals: hasSmallWords)
    }.joined(separator: " ")
  }

  /// More than half of the longer words behind the first begin with a small letter.
  private static func isSentence(_ words: [Substring]) -> Bool {
    let longer = words.dropFirst().filter { $0.utf8.count >= 4 && $0.first?.isLetter == true }
    return longer.count { $0.first?.isLowercase == true } * 2 > longer.count
  }

  private static func protected(_ word: Substring, beginsSentence: Bool, namesHaveCapitals: Bool) -> String {
    guard word.contains(where: \.isUppercase), !word.contains(where: { $0 == "{" || $0 == "\\" || $0 == "}" }) else {
      return String(word)
    }
    let parts = word.split(separator: "-", omittingEmptySubsequences: false)
    let isNamed = parts.indices.map { place in
      let letters = parts[place].drop { !$0.isLetter }
      guard let first = letters.first else { return false }
      if letters.dropFirst().contains(where: \.isUppercase) { return true }
      // The "X" of "X-ray", but not the article of "A-Priori".
      if parts.count > 1, place == 0, letters.count == 1, first.isUppercase, first != "A" { return true }
      return first.isUppercase && namesHaveCapitals && !(beginsSentence && place == 0)
    }
    return zip(parts, isNamed).map { part, isNamed in isNamed ? braced(part) : String(part) }.joined(separator: "-")
  }

  /// Marks at both ends stay outside: "({HIV})," reads better than "{(HIV),}".
  private static func braced(_ part: Substring) -> String {
    guard let first = part.firstIndex(where: { $0.isLetter || $0.isNumber }),
      let last = part.lastIndex(where: { $0.isLetter || $0.isNumber })
    else { return String(part) }
    return "\(part[..<first]){\(part[first...last])}\(part[part.index(after: last)...])"
  }
}
