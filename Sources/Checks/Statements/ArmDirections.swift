import Literature
import Statistics
import TextAnalysis

/// Whose figure is the greater one, by results with the figures of two named arms.
struct ArmDirections {
  private struct Item {
    var card: Int
    var topic: Set<String>
    /// Names of the arms, as of `GroupLabels`.
    var more: Set<String>
    var less: Set<String>
  }

  private let items: [Item]

  /// Figures that differ by less are as good as equal.
  private static let leastRatio = 1.2
  private static let measures: Set<String> = ["rate", "count", "mean", "median"]

  /// O(results).
  init(_ names: OutcomeNames, in context: CheckContext) {
    let labels = GroupLabels.shared(in: context)
    items = context.results.indices.compactMap { index in
      let card = context.results[index]
      // How long it took until an event is not how often it befell.
      guard Self.measures.contains(card.measure), TimeUnit(card.unit) == nil,
        card.armValues.count == 2, let endpoint = card.endpoint,
        SameCard.populationsAgree(card.population, nil), SameCard.cutsAgree(card.dataCut, nil),
        let (first, second) = Self.arms(card, labels)
      else { return nil }
      let (left, right) = (card.armValues[0].value, card.armValues[1].value)
      guard left.relation == .equal, right.relation == .equal, min(left.value, right.value) > 0,
        max(left.value, right.value) >= Self.leastRatio * min(left.value, right.value)
      else { return nil }
      let topic = VerdictStatement.topic(named: endpoint, in: context)
      let isFirst = left.value > right.value
      return Item(
        card: index, topic: names.widened(topic), more: isFirst ? first : second, less: isFirst ? second : first)
    }
  }

  private static func arms(_ card: ResultCard, _ labels: GroupLabels) -> (Set<String>, Set<String>)? {
    guard let first = card.armValues[0].arm, let second = card.armValues[1].arm else { return nil }
    let names = [first, second].map { arm -> Set<String> in
      let text = LexedText(arm)
      return labels.names(in: text, text.tokens.indices).union([arm, arm + "组"])
    }
    let both = names[0].intersection(names[1])
    let (left, right) = (names[0].subtracting(both), names[1].subtracting(both))
    return left.isEmpty || right.isEmpty ? nil : (left, right)
  }

  /// A result of the outcome of a statement whose figures go the other way, where all of them do.
  func denial(of statement: VerdictStatement, areOfOneOutcome: (Set<String>) -> Bool) -> Int? {
    guard let direction = statement.direction, !direction.isOfTime, !direction.lead.isEmpty, statement.verdict.isSome,
      !statement.isOfSurvivors, statement.times.isEmpty
    else { return nil }
    let known = items.filter { areOfOneOutcome($0.topic) }
    let answers = known.map { item -> Bool? in
      let (isMore, isLess) = (!item.more.isDisjoint(with: direction.lead), !item.less.isDisjoint(with: direction.lead))
      return isMore == isLess ? nil : isMore == direction.isMore
    }
    return answers.allSatisfy { $0 == false } ? known.first?.card : nil
  }
}
