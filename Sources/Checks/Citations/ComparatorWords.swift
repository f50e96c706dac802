import Lexicon
import TextAnalysis

/// What a study compared its treatment with: "compared it with placebo", "versus levofloxacin", 与安慰剂比较.
enum ComparatorWords {
  private static let before = PhraseSet(
    ["versus", "vs", "against", "compared with", "compared to", "compared it with", "compared it to", "compared them with"], [])
  private static let placebo = "placebo"

  /// A placebo or drug of the clause that the title, which has another comparator, does not name; nil where the title's stands in the clause too.
  /// O(tokens of both).
  static func conflict(_ text: LexedText, _ clause: Range<Int>, _ title: LexedText) -> StudyWords.Conflict? {
    guard let said = comparator(text, clause), let titled = comparator(title, title.tokens.indices), said.id != titled.id,
      said.id == placebo || titled.id == placebo, !names(title, title.tokens.indices).contains(said.id),
      !names(text, clause).contains(titled.id)
    else { return nil }
    return (text.string(said.range), title.string(titled.range), said.range)
  }

  private typealias Comparator = (id: String, range: Range<Int>)

  private static func comparator(_ text: LexedText, _ tokens: Range<Int>) -> Comparator? {
    let found = before.all(in: text, tokens).compactMap { words -> Comparator? in
      let first = text.firstToken(at: words.upperBound)
      guard tokens.contains(first), let id = name(text, first) else { return nil }
      return (id, words.lowerBound..<text.tokens[first].end)
    }
    return found.count == 1 ? found[0] : nil
  }

  private static func name(_ text: LexedText, _ index: Int) -> String? {
    guard text.tokens[index].kind == .word else { return nil }
    if text.isWord(index, "placebo") { return placebo }
    let match = Lexicon.builtIn.matches(in: Array(text.utf8[text.tokens[index].range])).first { $0.concept.kind == .drug }
    return match.map(\.concept.id)
  }

  private static func names(_ text: LexedText, _ tokens: Range<Int>) -> Set<String> { Set(tokens.compactMap { name(text, $0) }) }
}
