import Literature
import Statistics

/// Ratios that the text prints with their P alone, and whose interval stands elsewhere in the document: "RR 0.64, P = 0.06" where the table
/// has RR 0.64 (0.47 to 0.88).
///
/// That measure and estimate agree to the last digit says that it is one result; where the document has two intervals for that estimate, or
/// the other place prints a P of its own, nothing is taken.
enum IntervalElsewhere {
  private struct Key: Hashable {
    var measure: String
    var value: String
  }

  /// Fewer digits than this are those of many results.
  private static let fewestDecimals = 2

  /// Among so many ratios two hardly agree by chance, and the words of an outcome may differ.
  private static let mostRatios = 12

  /// Cards with the limits that they lack, by their index. O(cards).
  static func completed(in context: CheckContext) -> [(index: Int, card: ResultCard)] {
    let cards = context.results
    var bearers: [Key: [Int]] = [:]
    for (index, card) in cards.enumerated() where card.hasInterval {
      if let key = key(of: card) { bearers[key, default: []].append(index) }
    }
    let isOfFew = bearers.count <= mostRatios
    return cards.indices.compactMap { index in
      var card = cards[index]
      guard card.p != nil, !card.hasInterval, card.low == nil, card.high == nil, let key = key(of: card),
        let places = bearers[key], let first = places.first, cards[first].passage != card.passage,
        places.allSatisfy({
          cards[$0].low?.value == cards[first].low?.value && cards[$0].high?.value == cards[first].high?.value
            && cards[$0].p == nil
        }),
        isOfFew || !differ(card.endpoint, cards[first].endpoint), !differ(card.trial, cards[first].trial),
        !differ(card.population, cards[first].population)
      else { return nil }
      (card.low, card.high, card.level) = (cards[first].low, cards[first].high, cards[first].level)
      return (index, card)
    }
  }

  private static func key(of card: ResultCard) -> Key? {
    guard Measure.scale(card.measure) == .ratio, let value = card.value, value.decimals >= fewestDecimals,
      value.relation == .equal
    else { return nil }
    return Key(measure: card.measure, value: value.printed)
  }

  private static func differ(_ left: String?, _ right: String?) -> Bool {
    guard let left, let right else { return false }
    return left != right
  }
}
