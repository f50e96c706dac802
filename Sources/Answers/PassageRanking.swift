import Lexicon
import Literature

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Passages by how much of what was asked they hold.
///
/// A term counts by its rarity among the passages, ln(1 + N / (1 + n)) (N passages, n that hold it), as in TF-IDF
/// (Spärck Jones 1972). A term may also be met by the title of a cited work or by the sentence before and the heading above; that
/// counts less. A title in the question's language so bridges to a passage in another language that cites it. What stands elsewhere in the
/// same abstract or short document counts a little less still: such a text tells of one study, and its findings seldom name all of it again.
struct PassageRanking {
  struct Ranked {
    var passage: EvidencePassage
    /// Share of the terms' weight that the passage holds, 0…1.
    var coverage: Double
    /// By what it is ranked: a finding of an abstract goes ahead of what else that abstract says.
    var score: Double
    /// A term that must be there is not: a drug, or a name that only another passage has.
    var lacksNamedTerm: Bool
    /// It does not speak of the outcome that is asked for.
    var lacksOutcome: Bool
  }

  private static let titleShare = 0.8
  private static let contextShare = 0.5
  private static let wholeShare = 0.45
  /// Of the body of a trial's report, what the report's abstract says.
  private static let studyShare = 0.5
  /// What a finding is ahead of a sentence on aims or methods that holds as many of the words.
  private static let findingLead = 0.4
  /// The same in the body of a trial's report.
  private static let reportedLead = 0.25
  /// A word that no passage holds and that may only lack a translation says less than one that the texts could have said.
  private static let foreignShare = 0.4
  private static let judgingShare = 0.1

  /// Held less, a named term is not spoken of; a cited title alone is not enough, another word of the same root in the abstract is.
  private static let leastOfNamed = 0.3

  private let terms: [QuestionTerm]
  private let passages: [EvidencePassage]
  private let weights: [Double]
  /// Kinds of concepts that a passage must speak of itself.
  private let needed: Set<ConceptKind>
  private let shares: [[Double]]
  /// The most that any passage of an abstract or short document holds of each term.
  private let wholes: [String: [Double]]
  /// The rarest term, unless it is Chinese that no dictionary cut: a passage that does not speak of it is about something else.
  private let subject: Int?
  /// The rarest concept of the outcome that is asked for.
  private let outcome: Int?

  /// `alsoNeeded`: kinds of concepts, beside treatments, that a passage must speak of itself. `outcome`: the terms of the outcome asked for.
  init(
    terms: [QuestionTerm], passages: [EvidencePassage], alsoNeeded: Set<ConceptKind> = [], outcome: [QuestionTerm] = []
  ) {
    needed = alsoNeeded.union([.drug, .drugClass, .procedure])
    self.terms = terms
    self.passages = passages
    let texts = passages.map { PassageText($0.text) }
    let shares = texts.map { text in terms.map { $0.share(in: text) } }
    let holders = terms.indices.map { term in shares.filter { $0[term] >= 0.99 }.count }
    let chinese = passages.filter { $0.language == .chinese }.count
    let total = Double(passages.count)
    self.shares = shares
    var wholes: [String: [Double]] = [:]
    for (passage, share) in zip(passages, shares) {
      guard let whole = passage.whole else { continue }
      wholes[whole] = wholes[whole].map { zip($0, share).map { max($0, $1) } } ?? share
    }
    self.wholes = wholes
    let weights = terms.indices.map { term in
      let weight = log(1 + total / Double(1 + holders[term]))
      if terms[term].origin == .judging { return weight * Self.judgingShare }
      let isForeign = terms[term].isChinese ? chinese * 2 < passages.count : chinese * 2 > passages.count
      return holders[term] == 0 && terms[term].origin == .free && isForeign ? weight * Self.foreignShare : weight
    }
    self.weights = weights
    let concepts = Set(outcome.compactMap(\.concept))
    self.outcome = weights.indices.filter { terms[$0].concept.map(concepts.contains) ?? false }.max { weights[$0] < weights[$1] }
    let rarest = weights.indices.max { weights[$0] < weights[$1] }
    subject = rarest.flatMap {
      [.judging, .number].contains(terms[$0].origin) || (terms[$0].origin == .free && terms[$0].isChinese) ? nil : $0
    }
  }

  /// The passages that `isWanted` picks, best first; those of equal scores in the order of the documents.
  ///
  /// A figure is of what its own passage names, or its abstract: with `forFigure`, headings and the sentence before do not count for the named
  /// terms.
  func ranked(forFigure: Bool = false, where isWanted: (EvidencePassage) -> Bool) -> [Ranked] {
    let total = weights.reduce(0, +)
    guard total > 0 else { return [] }
    return passages.indices.filter { isWanted(passages[$0]) }.map { index in
      let passage = passages[index]
      let titles = passage.references.compactMap(\.title)
      let title = titles.isEmpty ? nil : PassageText(titles.joined(separator: "\n"))
      let context = passage.context.isEmpty ? nil : PassageText(passage.context)
      let around = surroundings(of: passage)
      let own = terms.indices.map { term in
        max(shares[index][term], (context.map { terms[term].share(in: $0) } ?? 0) * Self.contextShare, around[term])
      }
      let held = terms.indices.map { term in
        max(own[term], (title.map { terms[term].share(in: $0) } ?? 0) * Self.titleShare)
      }
      let inside = terms.indices.map { max(shares[index][$0], around[$0]) }
      let sum = zip(held, weights).reduce(0) { $0 + $1.0 * $1.1 }
      let lead = passage.isFinding ? (passage.whole != nil ? Self.findingLead : passage.study != nil ? Self.reportedLead : 0) : 0
      let spoken = forFigure ? inside : own
      return Ranked(
        passage: passage, coverage: sum / total, score: sum / total + lead, lacksNamedTerm: lacksNamed(spoken),
        lacksOutcome: outcome.map { spoken[$0] < Self.leastOfNamed } ?? false)
    }.enumerated().sorted { ($1.element.score, $0.offset) < ($0.element.score, $1.offset) }.map(\.element)
  }

  /// What the abstract that a passage is part of, or that tells of its study, holds of each term.
  private func surroundings(of passage: EvidencePassage) -> [Double] {
    if let whole = passage.whole.flatMap({ wholes[$0] }) { return whole.map { $0 * Self.wholeShare } }
    if let study = passage.study.flatMap({ wholes[$0] }) { return study.map { $0 * Self.studyShare } }
    return Array(repeating: 0, count: terms.count)
  }

  /// Treatments and the subject must be spoken of by the passage, right before it or in its abstract; nothing can be said of one by a passage on
  /// another, whatever it cites.
  private func lacksNamed(_ held: [Double]) -> Bool {
    terms.indices.contains { ($0 == subject || terms[$0].isConcept(of: needed)) && held[$0] < Self.leastOfNamed }
  }
}
