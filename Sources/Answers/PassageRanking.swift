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
/// counts less. A title in the question's language so bridges to a passage in another language that cites it.
struct PassageRanking {
  struct Ranked {
    var passage: EvidencePassage
    /// Share of the terms' weight that the passage holds, 0…1.
    var coverage: Double
    /// A term that must be there is not: a drug, or a name that only another passage has.
    var lacksNamedTerm: Bool
  }

  private static let titleShare = 0.8
  private static let contextShare = 0.5
  /// A word that no passage holds and that may only lack a translation says less than one that the texts could have said.
  private static let foreignShare = 0.4

  private let terms: [QuestionTerm]
  private let passages: [EvidencePassage]
  private let weights: [Double]
  /// Kinds of concepts that a passage must speak of itself.
  private let needed: Set<ConceptKind>
  private let shares: [[Double]]
  private let found: [Bool]

  init(terms: [QuestionTerm], passages: [EvidencePassage], needed: Set<ConceptKind> = [.drug, .drugClass]) {
    self.needed = needed
    self.terms = terms
    self.passages = passages
    let texts = passages.map { PassageText($0.text) }
    let shares = texts.map { text in terms.map { $0.share(in: text) } }
    let holders = terms.indices.map { term in shares.filter { $0[term] >= 0.99 }.count }
    let chinese = passages.filter { $0.language == .chinese }.count
    let total = Double(passages.count)
    self.shares = shares
    found = holders.map { $0 > 0 }
    weights = terms.indices.map { term in
      let weight = log(1 + total / Double(1 + holders[term]))
      let isForeign = terms[term].isChinese ? chinese * 2 < passages.count : chinese * 2 > passages.count
      return holders[term] == 0 && terms[term].origin == .free && isForeign ? weight * Self.foreignShare : weight
    }
  }

  /// The passages that `isWanted` picks, best first; those of equal coverage in the order of the documents.
  func ranked(where isWanted: (EvidencePassage) -> Bool) -> [Ranked] {
    let total = weights.reduce(0, +)
    guard total > 0 else { return [] }
    return passages.indices.filter { isWanted(passages[$0]) }.map { index in
      let passage = passages[index]
      let titles = passage.references.compactMap(\.title)
      let title = titles.isEmpty ? nil : PassageText(titles.joined(separator: "\n"))
      let context = passage.context.isEmpty ? nil : PassageText(passage.context)
      let own = terms.indices.map { term in
        max(shares[index][term], (context.map { terms[term].share(in: $0) } ?? 0) * Self.contextShare)
      }
      let held = terms.indices.map { term in
        max(own[term], (title.map { terms[term].share(in: $0) } ?? 0) * Self.titleShare)
      }
      let sum = zip(held, weights).reduce(0) { $0 + $1.0 * $1.1 }
      return Ranked(passage: passage, coverage: sum / total, lacksNamedTerm: lacksNamed(own))
    }.enumerated().sorted { ($1.element.coverage, $0.offset) < ($0.element.coverage, $1.offset) }.map(\.element)
  }

  /// Drugs must be spoken of by the passage or right before it; nothing can be said of one by a passage on another, whatever it cites.
  private func lacksNamed(_ held: [Double]) -> Bool {
    zip(terms, held).contains { term, share in term.isConcept(of: needed) && share < 0.4 }
  }
}
