import Literature
import TextAnalysis

/// Shares of people that results give, by the words of their outcome.
struct SharesByOutcome {
  private struct Item {
    var card: Int
    var words: Set<String>
  }

  private var items: [Item] = []
  /// Of results with the figures of two arms, or with a ratio.
  private var contrasts: [Item] = []
  private let context: CheckContext

  var isEmpty: Bool { items.isEmpty && contrasts.isEmpty }

  init(_ context: CheckContext) {
    self.context = context
    contrasts = Self.contrasts(in: context)
    items = context.results.indices.compactMap { index in
      let card = context.results[index]
      guard card.measure == "rate", card.unit == "%", let endpoint = card.endpoint,
        SameCard.populationsAgree(card.population, nil),
        SameCard.cutsAgree(card.dataCut, nil)
      else { return nil }
      return Item(card: index, words: OutcomeWords.all(in: LexedText(endpoint)).filter { !$0.hasPrefix("drug:") })
    }
  }

  private static func contrasts(in context: CheckContext) -> [Item] {
    context.results.indices.compactMap { index in
      let card = context.results[index]
      guard let endpoint = card.endpoint, card.armValues.count == 2 || Measure.isRatio(card.measure) && card.value != nil,
        SameCard.populationsAgree(card.population, nil), SameCard.cutsAgree(card.dataCut, nil)
      else { return nil }
      return Item(card: index, words: OutcomeWords.all(in: LexedText(endpoint)).filter { !$0.hasPrefix("drug:") })
    }
  }

  /// The figures of two arms, or a ratio and one, of the outcome that a clause names.
  func pairs(for passage: Int, _ clause: Range<Int>, _ kind: ArmContrast.Kind) -> [(card: Int, left: Double, right: Double)] {
    chosen(contrasts, for: passage, clause).compactMap { index in
      let card = context.results[index]
      if card.armValues.count == 2 {
        let (left, right) = (card.armValues[0].value, card.armValues[1].value)
        guard left.relation == .equal, right.relation == .equal, kind == .multiple || card.unit == "%" else { return nil }
        return (index, left.value, right.value)
      }
      guard kind == .multiple, let value = card.value, value.relation == .equal else { return nil }
      return (index, value.value, 1)
    }
  }

  struct Value {
    var card: Int
    var arm: String?
    var value: PrintedNumber
  }

  private static let leastCovered = 0.6
  private static let alive = PhraseSet(["alive", "survived", "surviving"], ["存活", "生存者"])
  private static let dead = PhraseSet(["died", "dead"], ["死亡者", "病故"])

  private static let free = PhraseSet([
    "free of relapse", "free of recurrence", "free from relapse", "free from recurrence", "without relapse", "without recurrence",
    "relapse free", "free of disease", "disease free",
  ])

  /// Outcomes that verbs tell: who is alive, who is free of relapse and who died.
  static func told(_ text: LexedText, _ clause: Range<Int>) -> Set<String> {
    if alive.occurs(in: text, clause) { return ["endpoint:os", "endpoint:survival"] }
    if free.occurs(in: text, clause) { return ["endpoint:rfs", "endpoint:dfs"] }
    return dead.occurs(in: text, clause) ? ["endpoint:death", "endpoint:mortality"] : []
  }

  /// Of the one outcome that a clause names: results of whose name the clause has all words, those with most. O(results).
  private func chosen(_ items: [Item], for passage: Int, _ clause: Range<Int>) -> [Int] {
    let text = context.lexed[passage]
    let words = OutcomeWords.all(in: text, clause).union(Self.told(text, clause))
    let named = words.filter { $0.hasPrefix("endpoint:") }
    let study = context.trialPassages.only(in: passage).map { context.extract.trials[$0].id }
    let scored = items.compactMap { item -> (card: Int, score: Int)? in
      let card = context.results[item.card]
      guard card.passage != passage, study == nil || card.trial == nil || card.trial == study, !item.words.isEmpty else {
        return nil
      }
      let own = item.words.filter { $0.hasPrefix("endpoint:") }
      if !own.isEmpty, !named.isEmpty, own.isDisjoint(with: named) { return nil }
      let shared = item.words.intersection(words)
      guard Double(shared.count) >= Self.leastCovered * Double(item.words.count), !shared.isEmpty else { return nil }
      return (item.card, shared.count)
    }
    guard let best = scored.map(\.score).max() else { return [] }
    return scored.filter { $0.score == best }.map(\.card)
  }

  /// The shares of the one outcome that a clause names. O(results).
  func values(for passage: Int, _ clause: Range<Int>) -> [Value] {
    chosen(items, for: passage, clause).flatMap { index -> [Value] in
      let card = context.results[index]
      let values = card.value.map { [ResultCard.ArmValue(arm: card.arm, value: $0)] } ?? card.armValues
      return values.filter { $0.value.relation == .equal }.map { Value(card: index, arm: $0.arm, value: $0.value) }
    }
  }
}
