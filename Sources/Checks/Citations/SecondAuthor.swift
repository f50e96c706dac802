import Literature
import TextAnalysis

/// The second of two authors that a callout names: "Birch" of "(Alder & Birch, 2017)".
enum SecondAuthor {
  /// Its name where the entry has two authors or more and it is the name of none of them; nil where there is no second name, or the
  /// first one is not the entry's own.
  static func stranger(in marker: String, to item: BibliographicItem) -> String? {
    let text = LexedText(marker)
    let families = item.authors.compactMap(\.family)
    guard families.count >= 2, families.count == item.authors.count,
      let first = text.tokens.indices.first(where: {
        text.tokens[$0].kind == .word
      }), text.isSymbol(first + 1, "&") || text.isWord(first + 1, "and"), isName(text, first + 2), isYear(text, after: first + 2),
      folded(text.string(first)) == folded(families[0])
    else { return nil }
    let name = folded(text.string(first + 2))
    let isAuthor = families.contains { family in
      let own = folded(family)
      return own.contains(name) || name.contains(own) || LexedText(family).tokens.count > 1
    }
    return isAuthor ? nil : text.string(first + 2)
  }

  private static func isName(_ text: LexedText, _ index: Int) -> Bool {
    guard text.tokens.indices.contains(index), text.tokens[index].kind == .word else { return false }
    let word = text.string(index)
    return word.count >= 3 && word.first?.isUppercase == true && !text.isWord(index, "colleagues")
  }

  /// `, 2017` or `(2017`: more words are another author, or an affiliation.
  private static func isYear(_ text: LexedText, after name: Int) -> Bool {
    (text.isSymbol(name + 1, ",") || text.isSymbol(name + 1, "(")) && text.isNumber(name + 2) || text.isNumber(name + 1)
  }

  private static func folded(_ name: String) -> String { LetterFolding.folded(name).lowercased() }
}
