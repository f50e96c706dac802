import Literature
import TextAnalysis

/// Whether what two counts count is a thing and its opposite, so that nobody is both and all are one of them: men and women, smokers and
/// non-smokers, 上夜班和不上夜班, 阳性和阴性.
enum Opposites {
  private static let english: [(Set<String>, Set<String>)] = [
    (["men", "male", "males", "boys"], ["women", "female", "females", "girls"]), (["alive", "survived"], ["dead", "died"]),
  ]
  private static let chinese: [(String, String)] = [("男", "女"), ("阳性", "阴性"), ("存活", "死亡"), ("城市", "农村"), ("良性", "恶性")]
  private static let prefixes = ["non", "un", "in", "nulli", "not", "without"]
  private static let denials = ["不", "未", "无", "非"]
  private static let (farthest, fewestLetters) = (5, 4)

  /// O(words beside the counts).
  static func stand(in text: LexedText, at first: PrintedCount, _ second: PrintedCount) -> Bool {
    if let one = han(text, first), let other = han(text, second) { return areChinese(one, other) }
    let (one, other) = (words(text, first), words(text, second))
    return areEnglish(one, other) || areEnglish(other, one)
  }

  /// The word in front of a count: 男 256 例.
  private static func han(_ text: LexedText, _ count: PrintedCount) -> String? {
    let index = text.firstToken(at: count.range.lowerBound) - 1
    guard text.tokens.indices.contains(index), text.tokens[index].kind == .han else { return nil }
    return text.string(index)
  }

  private static func areChinese(_ one: String, _ other: String) -> Bool {
    func has(_ word: String, _ name: String) -> Bool {
      word == name || word.hasSuffix(name) || word.hasPrefix(name) && word.count <= name.count + 2
    }
    for (left, right) in chinese where has(one, left) && has(other, right) || has(one, right) && has(other, left) { return true }
    return denials.contains { $0 + one == other || $0 + other == one }
  }

  private static func words(_ text: LexedText, _ count: PrintedCount) -> [String] {
    var index = text.firstToken(at: count.range.upperBound)
    var (words, depth): ([String], Int) = ([], 0)
    while index < text.count, words.count < farthest {
      if text.isSymbol(index, "(") { depth += 1 }
      if depth == 0 {
        if text.isSymbol(index, "-") { index += 1; continue }
        guard text.tokens[index].kind == .word, !text.isWord(index, "and") else { break }
        words.append(text.lowercased(index))
      }
      if text.isSymbol(index, ")") { depth -= 1 }
      index += 1
    }
    return words
  }

  private static func areEnglish(_ one: [String], _ other: [String]) -> Bool {
    for (left, right) in english where one.contains(where: left.contains) && other.contains(where: right.contains) { return true }
    guard let last = one.last, last.utf8.count >= fewestLetters else { return false }
    for (index, word) in other.enumerated() {
      if prefixes.contains(where: { $0 + last == word }) { return true }
      if word == last, index > 0, prefixes.contains(other[index - 1]), !one.contains(other[index - 1]) { return true }
    }
    return false
  }
}
