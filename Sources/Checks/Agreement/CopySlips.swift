import Literature
import Statistics

/// Results that two parts of a document repeat with all figures but one: a slip in copying, whatever they are of.
enum CopySlips {
  /// Cards against those of later kinds of parts (abstract, caption, note, text, table): same measure, endpoint where both name it, all
  /// figures that both print equal but one, and neither has an equal in the other part. O(cards² of a measure).
  static func all(in context: CheckContext) -> [CardClash] {
    let cards = context.results.indices.filter { index in
      let card = context.results[index]
      return figures(card).count >= 2 && SameCard.populationsAgree(card.population, nil)
    }
    let byMeasure = Dictionary(grouping: cards) { context.results[$0].measure }
    return byMeasure.sorted { $0.key < $1.key }.flatMap { clashes(among: $0.value, context) }
  }

  private static func clashes(among cards: [Int], _ context: CheckContext) -> [CardClash] {
    var parts = [Part?](repeating: nil, count: context.results.count)
    for card in cards { parts[card] = part(card, context) }
    guard Set(cards.compactMap { parts[$0] }).count > 1 else { return [] }
    var clashes: [CardClash] = []
    var seen: Set<Int> = []
    for card in cards {
      guard let own = parts[card] else { continue }
      let others = cards.filter { other in
        parts[other].map { $0.rank > own.rank } ?? false && isSame(card, other, context)
      }
      for place in Set(others.compactMap { parts[$0] }).sorted(by: { $0.rank < $1.rank }) {
        let there = others.filter { parts[$0] == place }
        guard !seen.contains(card), !there.contains(where: { unlike(card, $0, context).isEmpty }),
          let other = there.first(where: { isSlip(card, $0, context) }), !seen.contains(other),
          !cards.contains(where: {
            $0 != card && parts[$0] == own && isSame($0, other, context) && unlike($0, other, context).isEmpty
          })
        else { continue }
        seen.formUnion([card, other])
        clashes.append(odd(card, other, among: cards, context))
      }
    }
    return clashes
  }

  /// Of two figures the one that fewer places print is the odd one; of two that stand alone, the first.
  private static func odd(_ card: Int, _ other: Int, among cards: [Int], _ context: CheckContext) -> CardClash {
    func votes(_ index: Int) -> Int { cards.count { isSame(index, $0, context) && unlike(index, $0, context).isEmpty } }
    return votes(card) > votes(other) ? CardClash(card: other, other: card) : CardClash(card: card, other: other)
  }

  private static func part(_ card: Int, _ context: CheckContext) -> Part { Part(of: context.results[card], in: context) }

  private static func isSame(_ left: Int, _ right: Int, _ context: CheckContext) -> Bool {
    // Most pairs fall off at the trial, before anything else of the cards is touched.
    let (first, second) = (context.results[left].trial, context.results[right].trial)
    guard first == second || first == nil || second == nil else { return false }
    let (card, other) = (context.results[left], context.results[right])
    guard card.measure == other.measure, card.armValues.isEmpty == other.armValues.isEmpty, SameCard.unitsAgree(card, other),
      SameCard.populationsAgree(card.population, other.population), SameCard.cutsAgree(card.moment, other.moment)
    else { return false }
    return context.isReview && first != nil && first == second || haveOneOutcome(card, other)
  }

  private static let endings = ["发生率", "发生风险", "风险", "率", " rates", " rate", "s"]

  /// The same words but for endings that say how an outcome was counted: 慢性疼痛 and 慢性疼痛发生率.
  private static func haveOneOutcome(_ left: ResultCard, _ right: ResultCard) -> Bool {
    if left.endpoint == right.endpoint { return true }
    guard let first = left.endpoint?.lowercased(), let second = right.endpoint?.lowercased(), first != second else { return true }
    func stem(_ words: String) -> String {
      endings.first { words.hasSuffix($0) }.map { String(words.dropLast($0.count)) } ?? words
    }
    return stem(first) == stem(second)
  }

  /// All figures but one agree: of three or more whatever the one is like, of two only where it is the other with its digits exchanged,
  /// its mark slipped, or one of three digits wrong, in a result of one named endpoint.
  private static func isSlip(_ left: Int, _ right: Int, _ context: CheckContext) -> Bool {
    let (card, other) = (context.results[left], context.results[right])
    let (shared, odd) = (common(card, other), unlike(left, right, context))
    if areExchanged(card, other) || isOneEstimate(card, other, context) { return true }
    guard odd.count == 1, let pair = odd.first else { return false }
    if shared.count >= 3 { return card.armValues.isEmpty || isMisprint(pair) }
    // Of a statistic and its P the P alone says which test it is.
    let isNamed =
      card.endpoint != nil && other.endpoint != nil || TestStatistic.Kind(rawValue: card.measure) != nil && card.p != nil
    return shared.count == 2 && isNamed && haveOneOutcome(card, other) && isMisprint(pair)
  }

  /// A trial's ratio or difference to the last of three digits, with another interval: no second analysis gives the same estimate.
  private static func isOneEstimate(_ left: ResultCard, _ right: ResultCard, _ context: CheckContext) -> Bool {
    guard let value = left.value, value.printed == right.value?.printed, value.value != 0, left.hasInterval, right.hasInterval,
      value.printed.utf8.count(where: { (0x30...0x39).contains($0) }) >= 3, left.trial != nil, left.trial == right.trial
    else { return false }
    let areNamed = left.endpoint != nil && right.endpoint != nil
    return areNamed ? haveOneOutcome(left, right) : context.isReview
  }

  /// The two values of a trial's arms stand in the other order, beside the same names.
  private static func areExchanged(_ left: ResultCard, _ right: ResultCard) -> Bool {
    left.trial != nil && left.armValues.count == 2 && right.armValues.count == 2 && SameCard.armsAreExchanged(left, right)
  }

  private static func isMisprint(_ pair: Pair) -> Bool {
    guard pair.left.decimals == pair.right.decimals else { return PrintedDifference(pair.left, pair.right) == .decimalSlipped }
    switch PrintedDifference(pair.left, pair.right) {
    case .transposed, .decimalSlipped: return true
    case .oneDigit: return pair.left.printed.utf8.count(where: { (0x30...0x39).contains($0) }) >= 3
    case .other: return false
    }
  }

  private typealias Pair = (left: PrintedNumber, right: PrintedNumber)

  /// The figures that both print and that are not one number.
  private static func unlike(_ left: Int, _ right: Int, _ context: CheckContext) -> [Pair] {
    common(context.results[left], context.results[right]).filter { !SameCard.agree($0.left, $0.right) }
  }

  private static func common(_ left: ResultCard, _ right: ResultCard) -> [Pair] {
    let other = Dictionary(figures(right).map { ($0.role, $0.number) }, uniquingKeysWith: { first, _ in first })
    return figures(left).compactMap { figure in other[figure.role].map { (figure.number, $0) } }
  }

  private static func figures(_ card: ResultCard) -> [(role: Int, number: PrintedNumber)] {
    let isStatistic = TestStatistic.Kind(rawValue: card.measure) != nil && card.p?.relation == .equal
    guard Measure.scale(card.measure) != nil || card.armValues.count == 2 || isStatistic else { return [] }
    let single = [card.value, card.low, card.high, card.p].enumerated().compactMap { role, number in number.map { (role, $0) } }
    return single + card.armValues.prefix(2).enumerated().map { ($0.offset + 4, $0.element.value) }
  }
}
