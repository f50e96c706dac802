import Literature
import TextAnalysis

/// Whose the figures of a document are: two figures without names are those of the groups that have them elsewhere, in a table or a sentence,
/// or else stand in the order in which the document prints its groups throughout.
struct FigureOwners: Sendable {
  /// By the two figures as printed.
  private var byFigures: [[String]: Set<[Set<String>]>] = [:]
  /// The two groups in their usual order.
  private let order: [Set<String>]?
  let pairs: [[FigurePair]]

  private static let fewestInOrder = 3
  private static let leastShare = 0.9

  static func shared(in context: CheckContext) -> FigureOwners { context.once(Self.self) { FigureOwners(context) } }

  /// O(tokens).
  private init(_ context: CheckContext) {
    let names = GroupNames.shared(in: context)
    pairs = context.extract.passages.indices.map { passage in
      let kind = context.extract.passages[passage].kind
      return kind == .sentence || kind == .note || kind == .caption ? FigurePair.all(in: context.lexed[passage], names) : []
    }
    var owned = pairs.flatMap { $0 }.filter(\.isOwned).map { ($0.printed, $0.owners) }
    for card in context.results where Self.namesArms(card) {
      if let own = names.owners(of: card) { owned.append((card.armValues.map(\.value.printed), own)) }
    }
    for (printed, owners) in owned {
      byFigures[printed, default: []].insert(owners)
      byFigures[printed.reversed(), default: []].insert(owners.reversed())
    }
    order = Self.order(owned.map(\.1))
  }

  /// Whether a table or a name beside each figure tells whose it is.
  private static func namesArms(_ card: ResultCard) -> Bool {
    card.location == .table || card.armValues.allSatisfy { $0.details.armSpan != nil }
  }

  private static func order(_ owned: [[Set<String>]]) -> [Set<String>]? {
    guard owned.count >= fewestInOrder else { return nil }
    let best = Set(owned).map { one in (one, owned.count { areOne($0, one) }) }.max { $0.1 < $1.1 }
    guard let best, Double(best.1) >= leastShare * Double(owned.count) else { return nil }
    let same = owned.filter { areOne($0, best.0) }
    return [0, 1].map { side in same.reduce(into: Set<String>()) { $0.formUnion($1[side]) } }
  }

  /// Whether two pairs of groups stand in one order.
  private static func areOne(_ left: [Set<String>], _ right: [Set<String>]) -> Bool {
    !left[0].isDisjoint(with: right[0]) && left[1].isDisjoint(with: right[0]) && left[0].isDisjoint(with: right[1])
      || !left[1].isDisjoint(with: right[1]) && left[1].isDisjoint(with: right[0]) && left[0].isDisjoint(with: right[1])
  }

  /// The names of the groups of a pair; nil where nothing tells whose the figures are.
  func owners(of pair: FigurePair) -> [Set<String>]? {
    if pair.isOwned { return pair.owners }
    if let known = byFigures[pair.printed] {
      guard let first = known.first, known.allSatisfy({ Self.areOne($0, first) }) else { return nil }
      return first
    }
    return pair.isClose ? order : nil
  }
}
