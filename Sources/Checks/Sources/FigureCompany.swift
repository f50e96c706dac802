import Literature
import Statistics
import TextAnalysis

/// What the other figures of a sentence and its paragraph say of where a figure belongs, whatever the words are.
///
/// Words of two languages, or of an abstract and a review, seldom meet. Figures do: where those beside one stand at the place of the source
/// that has it, the sentence tells of that place; and what the words seem to speak of may be what another sentence of the paragraph tells.
struct FigureCompany {
  private let passage: Int
  private let context: CheckContext

  init(_ passage: Int, in context: CheckContext) {
    self.passage = passage
    self.context = context
  }

  /// So many more of them must stand beside the figure in the source than at the place that the words speak of.
  private static let fewestMates = 2

  /// Whether a figure that is said to be of another result of the source stands where its company does.
  func tellsOf(_ verdict: SourceBinding.Verdict, _ source: CitedSource) -> Bool {
    // Figures of another time stand together, as those of the right one do.
    guard [.otherEndpoint, .otherPopulation].contains(verdict.kind), let found = verdict.found else { return false }
    // "About 15%" is of many things, and how many a group has of none.
    if verdict.figures.allSatisfy({ $0.isRough || $0.kind == .total }) { return true }
    if found.sentence != verdict.meant.sentence {
      let own = Set(verdict.figures.map(\.token))
      let mates = printed(passage).filter { !own.contains($0.token) }.map(\.number)
      let (here, there) = (count(mates, source.sentences[found.sentence]), count(mates, source.sentences[verdict.meant.sentence]))
      if here - there >= Self.fewestMates { return true }
    }
    return isTold(verdict, source)
  }

  /// Whether the paragraph has the figure of the place that the words seem to speak of: then it is told there, and here something else.
  private func isTold(_ verdict: SourceBinding.Verdict, _ source: CitedSource) -> Bool {
    let meant = source.sentences[verdict.meant.sentence].statements[verdict.meant.statement].cells[verdict.meant.cell]
    guard let main = meant.main, main.isTelling, main.number.printed.utf8.count >= 3 else { return false }
    let passages = context.extract.passages
    guard let block = passages[passage].block else { return false }
    let own = Set(verdict.figures.map(\.token))
    return passages.indices.contains { other in
      passages[other].block == block && passages[other].kind == .sentence
        && printed(other).contains { figure in
          !(other == passage && own.contains(figure.token)) && SourceCardMatch.agree(figure.number, main.number)
            && figure.number.decimals == main.number.decimals
        }
    }
  }

  /// The numbers of a sentence that are no accident elsewhere.
  private func printed(_ passage: Int) -> [(number: PrintedNumber, token: Int)] {
    let text = context.lexed[passage]
    return text.tokens.indices.compactMap { index in
      guard let number = text.number(index), number.printed.utf8.count(where: { (0x31...0x39).contains($0) }) >= 2,
        !text.isSymbol(index - 1, "["), number.value != 95
      else { return nil }
      return (number, index)
    }
  }

  private func count(_ numbers: [PrintedNumber], _ sentence: SourceSentence) -> Int {
    let theirs = sentence.statements.flatMap(\.cells).flatMap(\.figures).map(\.number)
    return numbers.count { number in theirs.contains { SourceCardMatch.agree(number, $0) && $0.decimals >= number.decimals } }
  }

  private static let fromWords = PhraseSet(["from"], ["由", "从"])
  private static let reach = 3

  /// "Cut from 33.7% to 21.8%": of the two arms the one that is worse off stands first, named or not.
  static func isChange(_ figures: [StatedFigure], _ text: LexedText) -> Bool {
    guard let first = figures.map(\.token).min() else { return false }
    if fromWords.occurs(in: text, max(0, first - 1)..<first) { return true }
    let isTo =
      text.isWord(first - 1, "to")
      || ["至", "到"].contains { text.tokens.indices.contains(first - 1) && text.string(first - 1).hasSuffix($0) }
    return isTo && fromWords.occurs(in: text, max(0, first - 2 * reach)..<first)
  }
}
