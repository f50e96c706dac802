import Evidence
import Lexicon
import Literature

/// An answer in sentences: the passages that hold most of what is asked, or, where a treatment's effect is asked for, what the report of a trial tells
/// of that outcome.
struct WordAnswer<Base: EvidenceBase> {
  private let base: Base
  /// "Does A change B?", where the question has that form.
  private let comparison: ComparisonQuestion?
  private let ranked: [PassageRanking.Ranked]

  /// The share of the weight of a question's terms that a passage must hold.
  private static var threshold: Double { 0.6 }
  /// Further passages may score so much less than the best.
  private static var margin: Double { 0.12 }
  private static var limit: Int { 3 }
  private static var toldLimit: Int { 2 }

  init(base: Base, question: Question) throws {
    self.base = base
    comparison = question.asksWhether ? AskedComparison.read(question.text) : nil
    // A figure that is asked for by the name of its measure is of no other measure or endpoint.
    let figures: Set<ConceptKind> = question.measures.isEmpty ? [] : [.measure, .endpoint]
    let outcome = comparison.map { QuestionTerms($0.outcome, definitions: [], leavingOut: []).terms } ?? []
    ranked = PassageRanking(terms: question.terms, passages: try base.passages(), alsoNeeded: figures, outcome: outcome)
      .ranked(forFigure: question.asksNumber || !question.measures.isEmpty) {
        [.sentence, .tableRow, .note, .caption].contains($0.kind) && (!question.asksNumber || $0.holdsNumber)
      }
  }

  /// Empty where nothing holds enough. Whether a treatment has an effect, only a claim or a figure on that outcome can tell; an
  /// abstract speaks of one question throughout.
  func quotes() throws -> [EvidencePassage] {
    let holding = ranked.filter { !$0.lacksNamedTerm && $0.coverage >= Self.threshold }
    guard let first = holding.first else { return [] }
    let told = try outcomeEvidence(in: first.passage)
    let stated =
      comparison == nil ? holding : holding.filter { $0.passage.whole != nil || ($0.passage.isClaim && !$0.lacksOutcome) }
    let found = stated.prefix(Self.limit).filter { $0.score >= (stated.first?.score ?? 0) - Self.margin }.map(\.passage)
    // Neither the body nor an aim answers where a finding does.
    let leads = !told.isEmpty && (found.first.map { $0.study != nil || !$0.isFinding } ?? true)
    return leads ? told + found.filter(\.isFinding) : found + told
  }

  /// What came closest, and why it was not enough; nil where nothing holds any of it.
  var nearest: Answer.NearMiss? {
    guard let nearest = ranked.max(by: { $0.coverage < $1.coverage }), nearest.coverage > 0 else { return nil }
    let share = Int((nearest.coverage * 100).rounded())
    let isOther = nearest.lacksNamedTerm || (comparison != nil && nearest.coverage >= Self.threshold)
    let lack = isOther ? ", but not what it is asked of" : ", too little to answer"
    return Answer.NearMiss(reason: "The nearest passage holds \(share) % of what was asked\(lack).", passage: nearest.passage)
  }

  /// Where the report of a trial answers, the places in which it tells of the outcome asked for: they need not name the treatment again.
  private func outcomeEvidence(in passage: EvidencePassage) throws -> [EvidencePassage] {
    guard let comparison, passage.study != nil || passage.section == "abstract" else { return [] }
    let bare = try AskedComparison.withBareOutcome(comparison).map { try base.evidence(on: $0, in: passage.document) } ?? []
    let told = bare.isEmpty ? try base.evidence(on: comparison, in: passage.document) : bare
    return Array(told.filter(\.isClaim).prefix(Self.toldLimit))
  }
}
