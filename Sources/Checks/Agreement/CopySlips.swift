import Literature
import Statistics

/// Results that two parts of a document repeat with all figures but one: a slip in copying, whatever they are of.
struct CopySlips {
  private let context: CheckContext
  /// Of each card its figures with their roles, ascending: cards are compared in pairs, so what they are compared by is read once.
  private let figures: [[Figure]]
  /// Of each card its outcome in small letters without the endings that do not matter.
  private let outcomes: [String?]
  private let parts: [Part?]
  private let conditions: [CardConditions]

  private typealias Figure = (role: Int, number: PrintedNumber)

  private init(_ context: CheckContext) {
    self.context = context
    figures = context.results.map(Self.figures)
    outcomes = context.results.map { $0.endpoint.map(Self.stem) }
    conditions = CardConditions.all(of: context.results)
    let figures = figures
    parts = context.results.indices.map { index in
      let card = context.results[index]
      return figures[index].count >= 2 && SameCard.populationsAgree(card.population, nil) ? Part(of: card, in: context) : nil
    }
  }

  /// Cards against those of later kinds of parts (abstract, caption, note, text, table): same measure, endpoint where both name it, all
  /// figures that both print equal but one, and neither has an equal in the other part. O(cards² of a measure).
  static func all(in context: CheckContext) -> [CardClash] { CopySlips(context).clashes() }

  private func clashes() -> [CardClash] {
    let cards = parts.indices.filter { parts[$0] != nil }
    let byMeasure = Dictionary(grouping: cards) { context.results[$0].measure }
    return byMeasure.sorted { $0.key < $1.key }.flatMap { clashes(among: $0.value) }
  }

  private func clashes(among cards: [Int]) -> [CardClash] {
    guard Set(cards.compactMap { parts[$0] }).count > 1 else { return [] }
    var clashes: [CardClash] = []
    var seen: Set<Int> = []
    for card in cards {
      guard let own = parts[card] else { continue }
      let others = cards.filter { other in
        parts[other].map { $0.rank > own.rank } ?? false && isSame(card, other)
      }
      for place in Set(others.compactMap { parts[$0] }).sorted(by: { $0.rank < $1.rank }) {
        let there = others.filter { parts[$0] == place }
        guard !seen.contains(card), !there.contains(where: { unlike(card, $0).isEmpty }),
          let other = there.first(where: { isSlip(card, $0) }), !seen.contains(other),
          !cards.contains(where: {
            $0 != card && parts[$0] == own && isSame($0, other) && unlike($0, other).isEmpty
          })
        else { continue }
        seen.formUnion([card, other])
        clashes.append(odd(card, other, among: cards))
      }
    }
    return clashes
  }

  /// Of two figures the one that fewer places print is the odd one; of two that stand alone, the first.
  private func odd(_ card: Int, _ other: Int, among cards: [Int]) -> CardClash {
    func votes(_ index: Int) -> Int { cards.count { isSame(index, $0) && unlike(index, $0).isEmpty } }
    return votes(card) > votes(other) ? CardClash(card: other, other: card) : CardClash(card: card, other: other)
  }

  private func isSame(_ left: Int, _ right: Int) -> Bool {
    // Most pairs fall off at the trial, before anything else of the cards is touched.
    let (first, second) = (context.results[left].trial, context.results[right].trial)
    guard first == second || first == nil || second == nil, conditions[left].agree(with: conditions[right]) else { return false }
    return context.isReview && first != nil && first == second || haveOneOutcome(left, right)
  }

  private static func stem(_ endpoint: String) -> String {
    let words = endpoint.lowercased()
    return endings.first { words.hasSuffix($0) }.map { String(words.dropLast($0.count)) } ?? words
  }

  private static let endings = ["发生率", "发生风险", "风险", "率", " rates", " rate", "s"]

  /// The same words but for endings that say how an outcome was counted: 慢性疼痛 and 慢性疼痛发生率.
  private func haveOneOutcome(_ left: Int, _ right: Int) -> Bool {
    guard let first = outcomes[left], let second = outcomes[right] else { return true }
    return first == second
  }

  /// All figures but one agree: of three or more whatever the one is like, of two only where it is the other with its digits exchanged,
  /// its mark slipped, or one of three digits wrong, in a result of one named endpoint.
  private func isSlip(_ left: Int, _ right: Int) -> Bool {
    let (card, other) = (context.results[left], context.results[right])
    let (shared, odd) = (common(left, right), unlike(left, right))
    if Self.areExchanged(card, other) || isOneEstimate(left, right) { return true }
    guard odd.count == 1, let pair = odd.first else { return false }
    if shared.count >= 3 { return card.armValues.isEmpty || Self.isMisprint(pair) }
    // Of a statistic and its P the P alone says which test it is.
    let isNamed =
      card.endpoint != nil && other.endpoint != nil || TestStatistic.Kind(rawValue: card.measure) != nil && card.p != nil
    return shared.count == 2 && isNamed && haveOneOutcome(left, right) && Self.isMisprint(pair)
  }

  /// A trial's ratio or difference to the last of three digits, with another interval: no second analysis gives the same estimate.
  private func isOneEstimate(_ left: Int, _ right: Int) -> Bool {
    let (card, other) = (context.results[left], context.results[right])
    guard let value = card.value, value.printed == other.value?.printed, value.value != 0, card.hasInterval, other.hasInterval,
      value.printed.utf8.count(where: { (0x30...0x39).contains($0) }) >= 3, card.trial != nil, card.trial == other.trial
    else { return false }
    let areNamed = card.endpoint != nil && other.endpoint != nil
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
  private func unlike(_ left: Int, _ right: Int) -> [Pair] {
    let (card, other) = (context.results[left], context.results[right])
    return common(left, right).filter { pair in
      !SameCard.agree(pair.left, pair.right)
        && !(pair.left == card.value && pair.right == other.value && SameCard.differInSign(card, other))
    }
  }

  private func common(_ left: Int, _ right: Int) -> [Pair] {
    figures[left].compactMap { figure in
      figures[right].first { $0.role == figure.role }.map { (figure.number, $0.number) }
    }
  }

  private static func figures(_ card: ResultCard) -> [Figure] {
    let isStatistic = TestStatistic.Kind(rawValue: card.measure) != nil && card.p?.relation == .equal
    guard Measure.scale(card.measure) != nil || card.armValues.count == 2 || isStatistic else { return [] }
    let single = [card.value, card.low, card.high, card.p].enumerated().compactMap { role, number in number.map { (role, $0) } }
    return single + card.armValues.prefix(2).enumerated().map { ($0.offset + 4, $0.element.value) }
  }
}
