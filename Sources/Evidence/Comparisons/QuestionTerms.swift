import Literature
import TextAnalysis

/// The phrases of a question in the terms of a document.
struct QuestionTerms: Sendable {
  let outcome: PhraseTerms
  let intervention: PhraseTerms
  let comparator: PhraseTerms
  /// Whether more of the outcome is better, as far as its words tell.
  let prefersHigh: Bool?

  init(_ question: ComparisonQuestion, in document: ComparisonDocument) {
    let outcomeWords = Folded(LexedText(question.outcome)).text
    prefersHigh = EffectWordPlaces(outcomeWords).prefersHigh(in: outcomeWords.indices)
    let abbreviations = document.abbreviations
    outcome = PhraseTerms(question.outcome, in: document.terms, abbreviations: abbreviations)
    intervention = PhraseTerms(question.intervention, in: document.terms, abbreviations: abbreviations)
    comparator = PhraseTerms(question.comparator, in: document.terms, abbreviations: abbreviations)
  }
}
