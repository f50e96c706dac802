import Literature
import TextAnalysis

extension NameReader {
  private static let connectors: [StaticString] = [
    "of", "for", "and", "the", "in", "on", "de", "la", "des", "du", "et", "to", "und", "für", "der", "di", "by", "with",
    "against",
  ]

  /// A body that stands among names: "XYZ Study Group", "on behalf of the ABC Investigators".
  func bodyName(at index: Int) -> Found? {
    let start = skippingLead(from: index)
    guard let end = bodyEnd(from: start), (start..<end).contains(where: isGroupWord) else {
      return nil
    }
    return Found(name: Name(literal: tokens.string(start..<end)), form: .literal, end: end)
  }

  /// Words such as "study" and "survey" name bodies, but begin titles as well.
  private func isGroupWord(_ index: Int) -> Bool {
    guard tokens.isWord(index), tokens.length(index) >= 4 else { return false }
    let word = tokens.string(index)
    return OrganisationWords.contains(word) && !OrganisationWords.isWeak(word)
  }

  private func skippingLead(from index: Int) -> Int {
    var start = index
    if tokens.word(start, "on"), tokens.word(start + 1, "behalf"), tokens.word(start + 2, "of") { start += 3 }
    if tokens.word(start, "for"), tokens.word(start + 1, "the") { start += 1 }
    if tokens.word(start, "the"), !tokens.isCapitalised(start) { start += 1 }
    return start
  }

  /// Capitalised words and small connectors up to the full stop, the bracketed year, or a comma.
  private func bodyEnd(from start: Int) -> Int? {
    var end = start
    while end < min(start + 40, tokens.count) {
      if tokens.isSymbol(end, "(") {
        guard let close = tokens.closing(of: end), close <= end + 8,
          (end + 1..<close).allSatisfy({ tokens.isCapitalised($0) || tokens.word($0, in: Self.connectors) })
        else { break }
        end = close + 1
        continue
      }
      if tokens.isSymbol(end, ".") {
        guard !tokens.endsSentence(end), !tokens.isSymbol(end + 1, ",") else { break }
      } else if tokens.isSymbol(end, ","), tokens.word(end + 1, in: ["inc", "ltd", "llc", "corp"]) {
        end += tokens.isSymbol(end + 2, ".") ? 2 : 1
      } else if tokens.isSymbol(end, ",") || tokens.isSymbol(end, ";") || tokens.isSymbol(end, ":") {
        break
      } else if tokens.isWord(end) {
        guard
          tokens.isCapitalised(end) || tokens.word(end, in: Self.connectors) || tokens.isSymbol(end - 1, "'")
            || OrganisationWords.contains(tokens.string(end))
        else {
          return tokens.word(end, "et") || tokens.isSymbol(end, ",") ? end : nil
        }
        if tokens.word(end, "et"), tokens.word(end + 1, "al") { break }
      } else if tokens.isNumber(end) {
        guard tokens.year(end) == nil || (tokens.isCapitalised(end + 1) && OrganisationWords.contains(tokens.string(end + 1)))
        else { break }
      }
      end += 1
    }
    guard end > start, tokens.isCapitalised(start) || tokens.word(start, "the") else { return nil }
    return end
  }
}
