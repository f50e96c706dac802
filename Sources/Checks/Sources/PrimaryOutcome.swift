import Literature
import TextAnalysis

/// Lends the words of "the primary outcome was death or stroke" to the results that a source gives for "the primary outcome".
enum PrimaryOutcome {
  private static let phrases = PhraseSet(
    ["primary outcome", "primary end point", "primary endpoint", "main outcome", "primary efficacy end point"], ["主要结局", "主要终点"])
  private static let copulas = PhraseSet(["was", "were", "is"], ["为", "是"])

  /// What a sentence without results says of the primary outcome that it declares; nothing for other sentences.
  static func definition(_ text: LexedText, _ statements: [FigureStatement]) -> ResultRoles {
    guard statements.isEmpty, let phrase = phrases.first(in: text) else { return ResultRoles() }
    let behind = text.firstToken(at: phrase.upperBound)
    // 主要终点为 is one run.
    let start = copulas.first(in: text, behind..<text.count).map { text.firstToken(at: $0.lowerBound) } ?? max(0, behind - 1)
    return ResultRoleReader(ResultFigures(text: text, callouts: [])).roles(start..<text.count)
  }

  /// O(sentences).
  static func named(in sentences: [SourceSentence]) -> [SourceSentence] {
    let definition = sentences.reduce(ResultRoles()) { $0.merged(with: $1.primaryOutcome) }
    guard !definition.words.isEmpty else { return sentences }
    return sentences.map { sentence in
      var sentence = sentence
      for index in sentence.statements.indices where sentence.statements[index].topic.words.contains("primary") {
        sentence.statements[index].topic.words.formUnion(definition.words)
        if sentence.statements[index].topic.times.isEmpty { sentence.statements[index].topic.times = definition.times }
      }
      return sentence
    }
  }
}
