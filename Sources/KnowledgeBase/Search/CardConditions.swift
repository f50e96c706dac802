import Lexicon
import Literature

/// What a conjunction asks of result cards: `endpoint:RFS hr<1 p<0.05` wants one card that satisfies all three.
///
/// The index says only that a passage holds each of these somewhere; the cards decide. An estimate, its endpoint, its trial and its P
/// belong to one card; different measures (`hr` and `n`) may stand on different cards of the same endpoint.
struct CardConditions {
  private var numbers: [NumericCondition] = []
  /// For each endpoint asked for, the ids by which it is known.
  private var endpoints: [Set<String>] = []
  /// For each trial asked for, its folded names.
  private var trials: [Set<String>] = []

  /// Whether the cards of a passage allow it to be a hit. True where nothing is asked of cards.
  static func hold(_ node: QueryNode, on cards: [ResultCard], expander: QueryExpander) throws -> Bool {
    switch node {
    case .number: return try hold(.and([node], isImplicit: true), on: cards, expander: expander)
    case .or(let parts): return try parts.contains { try hold($0, on: cards, expander: expander) }
    case .and(let parts, _):
      var conditions = CardConditions()
      var rest: [QueryNode] = []
      for part in parts.flatMap(\.conjuncts) { try conditions.take(part, rest: &rest, expander: expander) }
      return try conditions.hold(on: cards) && rest.allSatisfy { try hold($0, on: cards, expander: expander) }
    case .required(let part), .boosted(let part, _): return try hold(part, on: cards, expander: expander)
    case .words, .phrase, .prefix, .field, .not, .near, .fuzzy: return true
    }
  }

  /// Whether a query asks anything of cards.
  static func areIn(_ node: QueryNode) -> Bool {
    switch node {
    case .number(let condition): condition.column != .year
    case .and(let parts, _), .or(let parts): parts.contains(where: areIn)
    case .required(let part), .boosted(let part, _): areIn(part)
    case .words, .phrase, .prefix, .field, .not, .near, .fuzzy: false
    }
  }

  private mutating func take(_ part: QueryNode, rest: inout [QueryNode], expander: QueryExpander) throws {
    switch part {
    case .required(let inner): try take(inner, rest: &rest, expander: expander)
    case .number(let condition):
      if condition.column != .year { numbers.append(condition) }
    case .field(.endpoint, let name): endpoints.append(Set(ConceptTerms.ids(of: name, kind: .endpoint)))
    case .field(.trial, let name):
      let names = try expander.trialNames(Folding.name(name))
      trials.append(Set((names + [name]).map { Folding.name($0) }))
    default: rest.append(part)
    }
  }

  private func hold(on cards: [ResultCard]) -> Bool {
    guard !numbers.isEmpty else { return true }
    let pConditions = numbers.filter { $0.column == .p }
    let measures = Set(numbers.map(\.column)).subtracting([.p])
    if measures.isEmpty { return cards.contains { fits($0, needsEndpoint: true) && Self.meets(pConditions, $0) } }
    let estimates = measures.intersection([.hr, .or, .rr])
    return measures.allSatisfy { column in
      let own = numbers.filter { $0.column == column }
      let bearsP = estimates.isEmpty ? column != .n || measures.count == 1 : estimates.contains(column)
      return cards.contains { card in
        fits(card, needsEndpoint: column != .n) && Self.meets(own, card) && (!bearsP || Self.meets(pConditions, card))
      }
    }
  }

  private func fits(_ card: ResultCard, needsEndpoint: Bool) -> Bool {
    let isOfTrial = trials.allSatisfy { names in card.trial.map { names.contains(Folding.name($0)) } ?? true }
    guard needsEndpoint, !endpoints.isEmpty else { return isOfTrial }
    guard let endpoint = card.endpoint else { return false }
    let ids = Set(ConceptTerms.ids(of: endpoint, kind: .endpoint))
    return isOfTrial && endpoints.allSatisfy { !$0.isDisjoint(with: ids) }
  }

  /// One value of the card satisfies all conditions on its column.
  private static func meets(_ conditions: [NumericCondition], _ card: ResultCard) -> Bool {
    guard let column = conditions.first?.column else { return true }
    guard conditions.allSatisfy({ $0.measure == nil || $0.measure == card.measure }) else { return false }
    return CardColumns.values(card, column).contains { value in conditions.allSatisfy { $0.holds(value) } }
  }
}

extension QueryNode {
  /// The parts of a conjunction, with conjunctions inside opened.
  fileprivate var conjuncts: [QueryNode] {
    guard case .and(let parts, _) = self else { return [self] }
    return parts.flatMap(\.conjuncts)
  }
}
