import Evidence
import Literature
import TextAnalysis

extension Extract {
  /// What became of every printed number: the cards it went to, or why it is on none. In the order of the text. O(bytes).
  public var numberFates: [NumberFate] {
    let input = EvidenceInput(
      article: article, passages: passages, lexed: passages.map { LexedText($0.flow.utf8) }, references: references,
      citations: citations, abbreviations: abbreviations)
    return NumberLedger.fates(in: input, results: results)
  }
}
