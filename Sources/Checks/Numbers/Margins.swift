import Literature
import TextAnalysis

/// The non-inferiority margins of a document.
struct Margins {
  let all: [Margin]
  /// Those of sentences that cite other works, and these sentences.
  private let ofOthers: (margins: [Margin], passages: Set<Int>)
  /// Of each margin the words of its sentence that may name an outcome and that no sentence of another margin has.
  private let words: [Set<String>]
  private let context: CheckContext
  /// Of a passage: which of the others stand in its paragraph.
  private let blocks: [Int?]
  /// How many sentences from a claim its own margin stands at most.
  private static let near = 2

  /// O(tokens).
  init(in context: CheckContext) {
    self.context = context
    blocks = context.extract.passages.map(\.block)
    let (all, foreign) = Self.found(in: context)
    self.all = all
    ofOthers = (foreign, foreign.isEmpty ? [] : Set(context.extract.citations.map(\.passage)))
    let words = Set(all.map { abs($0.value) }).count < 2 ? [] : all.map { OutcomeWords.of($0.passage, in: context) }
    self.words = words.indices.map { index in
      words[index].subtracting(all.indices.filter { abs(all[$0].value) != abs(all[index].value) }.flatMap { words[$0] })
    }
  }

  private typealias Found = (own: [Margin], ofOthers: [Margin])

  private static func found(in context: CheckContext) -> Found {
    struct Margins { var found: Found }
    return context.once(Margins.self) { Margins(found: read(context)) }.found
  }

  private static func read(_ context: CheckContext) -> Found {
    let found = context.extract.passages.indices.flatMap { passage -> [Margin] in
      guard context.extract.passages[passage].kind != .reference, isOfNonInferiority(passage, in: context) else { return [] }
      return Margin.all(in: context.lexed[passage], passage: passage)
    }
    // "That margin was 5 points [3]": another trial's, where the document has one of its own.
    let cited = context.tellsOfOthers ? [] : Set(context.extract.citations.map(\.passage))
    let own = found.filter { !cited.contains($0.passage) }
    return own.isEmpty ? (found, []) : (own, found.filter { cited.contains($0.passage) })
  }

  /// The margin of a claim's own sentence, of the sentences before it in its paragraph, or the only one of the document; nil where these
  /// are several.
  func margin(for claim: Int) -> Margin? {
    // "Not inferior there (−11.0 to 1.8, margin −12) [3]": a cited trial has a margin of its own.
    if ofOthers.passages.contains(claim) { return Self.only(ofOthers.margins.filter { $0.passage == claim }) }
    let own = all.filter { $0.passage == claim }
    if !own.isEmpty { return Self.only(own) }
    let near = all.filter { margin in
      margin.passage < claim && margin.passage >= claim - Self.near && blocks[margin.passage] != nil
        && blocks[margin.passage] == blocks[claim]
    }
    return Self.only(near.isEmpty ? all : near) ?? ofOutcome(claim)
  }

  /// Of several margins the one whose sentence alone names what the claim's names: "the margin for diastolic pressure was 1.5 mmHg".
  private func ofOutcome(_ claim: Int) -> Margin? {
    guard words.contains(where: { !$0.isEmpty }) else { return nil }
    let own = OutcomeWords.of(claim, in: context)
    return Self.only(words.indices.filter { !words[$0].isDisjoint(with: own) }.map { all[$0] })
  }

  private static let planning = PhraseSet(["power", "alpha", "sample size"], ["把握度", "检验效能", "样本量"])
  private static let margin = PhraseSet(["a margin of", "the margin of", "margin was", "a margin"], ["界值"])

  private static func only(_ margins: [Margin]) -> Margin? {
    guard let first = margins.first, margins.allSatisfy({ abs($0.value) == abs(first.value) }) else { return nil }
    return margins.first { $0.isSigned } ?? first
  }

  /// The sentence names non-inferiority, or the next one of its paragraph does: "with a margin of 1.0. Non-inferiority was shown".
  private static func isOfNonInferiority(_ passage: Int, in context: CheckContext) -> Bool {
    if NonInferiorityClaim.isNamed(in: context.lexed[passage]) { return true }
    let passages = context.extract.passages
    guard Margin.isNamed(in: context.lexed[passage]) else { return false }
    // "Assuming failure in 10% of each group, a margin of 8 points and a power of 80%": in a trial of non-inferiority there is no other.
    if Self.planning.occurs(in: context.lexed[passage]), Self.margin.occurs(in: context.lexed[passage]) { return true }
    guard let block = passages[passage].block else { return false }
    return [passage - 1, passage + 1].contains { near in
      passages.indices.contains(near) && passages[near].block == block && NonInferiorityClaim.isNamed(in: context.lexed[near])
    }
  }
}
