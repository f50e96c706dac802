import Literature
import TextAnalysis

/// Whether two titles can be of one work.
enum TitleLikeness {
  /// By the words (single Chinese characters) they share; nil where a title is missing or too short to tell.
  static func areAlike(_ left: String?, _ right: String?) -> Bool? {
    guard let left, let right else { return nil }
    let first = words(left)
    let second = left == right ? first : words(right)
    guard min(first.count, second.count) >= 3 else { return nil }
    let shared = first.intersection(second).count
    // A subtitle that one of them leaves out must not count: compare with the shorter.
    return Double(shared) >= 0.7 * Double(min(first.count, second.count))
  }

  /// Whether two entries are of one work as far as titles and first authors tell: alike titles under two first authors are two works
  /// unless the titles are the same. Nil where the titles do not tell.
  static func areOneWork(_ left: BibliographicItem, _ right: BibliographicItem) -> Bool? {
    guard let alike = areAlike(left.title, right.title) else { return nil }
    guard alike, let first = left.authors.first?.family, let second = right.authors.first?.family else { return alike }
    if left.title == right.title { return true }
    return first.lowercased() == second.lowercased() || words(left.title ?? "") == words(right.title ?? "")
  }

  private static func words(_ title: String) -> Set<String> {
    let lexed = LexedText(title)
    var words: Set<String> = []
    for index in lexed.tokens.indices {
      switch lexed.tokens[index].kind {
      case .word where lexed.tokens[index].range.count > 2: words.insert(lexed.lowercased(index))
      case .number: words.insert(lexed.string(index))
      case .han: for character in lexed.string(index) { words.insert(String(character)) }
      default: continue
      }
    }
    return words
  }
}
