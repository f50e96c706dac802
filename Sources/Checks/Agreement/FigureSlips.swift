import Literature
import TextAnalysis

/// A figure that one part of a document prints with two digits exchanged or the mark in another place.
///
/// Results are told by their company rather than by their names: two figures of the same digits in another order, beside the same other
/// figures, are one result whatever the two places call it. The chance that two different results look like that is small where the
/// company is exact to three digits or the places speak of the same thing.
struct FigureSlips {
  struct Slip: Hashable {
    enum Kind: Hashable, Sendable {
      /// Two digits of one figure, or the two figures of a pair.
      case transposed, exchanged
      /// The same number of other units of time.
      case unit
      /// One figure of a run that is alike otherwise.
      case misprint(PrintedDifference)
    }

    var odd: PlacedFigure
    var usual: PlacedFigure
    var kind = Kind.transposed
    /// Whether the two count all who entered the document's own study, by their words.
    var isOfWhole = false

    var isMisprint: Bool {
      if case .misprint = kind { true } else { false }
    }

    /// How many people a trial has.
    var isSize: Bool {
      kind == .transposed && (odd.unit == .people || usual.unit == .people) && (odd.trial != nil || isOfWhole)
        && odd.key.decimals == 0 && odd.unit != .percent
    }
  }

  private let places: FigurePlaces
  private let context: CheckContext
  /// How often each figure is printed, of its own trial where it has one.
  private let counts: [Int]

  init(_ context: CheckContext) {
    self.context = context
    places = FigurePlaces(context)
    counts = Self.counts(places)
  }

  /// O(figures × figures of their key).
  private static func counts(_ places: FigurePlaces) -> [Int] {
    var counts = [Int](repeating: 0, count: places.figures.count)
    for all in places.byKey.values {
      for index in all {
        let own = places.traits[index]
        counts[index] = all.count { other in
          let trait = places.traits[other]
          return trait.mayBeOfOneKind(as: own) && (trait.trial == nil || own.trial == nil || trait.trial == own.trial)
        }
      }
    }
    return counts
  }

  /// In document order. O(figures × digits²) look-ups.
  func all() -> [Slip] {
    var reported: Set<PlacedFigure.Key> = []
    var slips: [Slip] = []
    let exchanged = exchangedKeys()
    for figure in places.figures.indices where isCandidate(figure) {
      guard let other = partner(of: figure, exchanged(figure)) else { continue }
      let (odd, usual) = isOdd(figure, against: other) ? (figure, other) : (other, figure)
      guard !places.figures[odd].isDerived, reported.insert(places.figures[odd].key).inserted else { continue }
      slips.append(
        Slip(
          odd: places.figures[odd], usual: places.figures[usual],
          isOfWhole: entered(odd) && (entered(usual) || isInTable(usual))
            || isWhole(places.figures[odd]) && isWhole(places.figures[usual])))
    }
    let pairs = ComparedFigures(places)
    let others = slips + UnitSlips(places).all() + ExchangedPairs(places, pairs).slips()
    let aligned = [
      AlignedSlips(places).all(), SharesBesideRatio(context).all(), TranslatedFigures(places).all(),
      RowsAgainstText(places).all(), RetoldFigures(places).all(), PooledRatios(places).all(),
      CountedPairs(places).all(),
    ].joined().reduce(into: others) {
      if isNew(beside: $0)($1) { $0.append($1) }
    }
    let orphaned = aligned + OrphanedFigures(places).all().filter(isNew(beside: aligned))
    let known = orphaned + StrayPartners(places, pairs).slips().filter(isNew(beside: orphaned))
    let proofs = FigureProofs(places)
    return (known + Restatements(places).all().filter(isNew(beside: known))).filter {
      !areTwoResults($0, proofs) && !areOfTwoWorks($0)
    }
  }

  /// "HR 0.79 (0.67 to 0.93)" and "HR 0.97 (0.72 to 1.30)": digits exchanged, and each the middle of limits of its own.
  private func areTwoResults(_ slip: Slip, _ proofs: FigureProofs) -> Bool {
    guard slip.kind == .transposed || slip.isMisprint else { return false }
    let limits = [slip.odd, slip.usual].compactMap { figure in
      places.byKey[figure.key]?.first { places.figures[$0] == figure }.flatMap(proofs.limits)
    }
    return limits.count == 2 && limits[0] != limits[1]
  }

  /// Of two cited works, of a cited work and the report's own, of one study and of all that are pooled, of all studies and of some.
  private func areOfTwoWorks(_ slip: Slip) -> Bool {
    let (one, two) = (slip.odd, slip.usual)
    let isTable = { (figure: PlacedFigure) in context.extract.passages[figure.passage].kind != .sentence }
    guard !isTable(one), !isTable(two) else { return false }
    if context.isPooled {
      if (one.trial == nil) != (two.trial == nil) { return true }
      let leaves = [one, two].map { Self.without.occurs(in: context.lexed[$0.passage]) }
      if leaves[0] != leaves[1] { return true }
    }
    let cited = [one, two].map(works)
    if cited[0].isEmpty || cited[1].isEmpty { return !context.tellsOfOthers && cited[0].isEmpty != cited[1].isEmpty }
    return cited[0].isDisjoint(with: cited[1])
  }

  private static let without = PhraseSet(
    [
      "after excluding", "after exclusion", "after removing", "omitting", "when excluded", "leave one out", "removal of",
      "excluding",
    ],
    ["剔除", "排除", "逐一剔", "去除"])

  /// The references of the callout that ends a figure's clause. O(citations of the passage).
  private func works(_ figure: PlacedFigure) -> Set<Int> {
    let (text, flow) = (context.lexed[figure.passage], context.extract.passages[figure.passage].flow)
    let token = text.firstToken(at: figure.range.lowerBound)
    guard let clause = Clauses.all(in: text).first(where: { $0.contains(token) }) else { return [] }
    let end = text.tokens[clause.upperBound - 1].end
    let behind = context.citations(in: figure.passage).compactMap { citation -> (Int, [Int])? in
      flow.flowOffset(ofSource: citation.span.start).map { ($0, citation.references) }
    }.filter { $0.0 >= figure.range.upperBound && $0.0 <= end }
    return Set(behind.min { $0.0 < $1.0 }?.1 ?? [])
  }

  /// Whether neither figure of a slip is one of those that are known.
  private func isNew(beside slips: [Slip]) -> (Slip) -> Bool {
    let known = Dictionary(grouping: slips.flatMap { [$0.odd, $0.usual] }, by: \.passage)
    func isKnown(_ figure: PlacedFigure) -> Bool { known[figure.passage]?.contains { $0.range.overlaps(figure.range) } ?? false }
    return { !isKnown($0.odd) && !isKnown($0.usual) }
  }

  private func isCandidate(_ index: Int) -> Bool {
    let figure = places.figures[index]
    return figure.key.significant >= 2 && (figure.key.decimals > 0 || figure.unit == .percent || figure.key.significant >= 3)
  }

  /// The figures of a printed number that another is but for an exchange of digits.
  private struct ExchangedKey {
    var figures: [Int]
    var isNeighbourly: Bool
  }

  /// Of a figure the printed numbers with two of its digits exchanged, in the order of their digits; found once for each number.
  private func exchangedKeys() -> (Int) -> [ExchangedKey] {
    var known: [Int: [ExchangedKey]] = [:]
    return { figure in
      if let found = known[places.keys[figure]] { return found }
      let key = places.figures[figure].key
      let printed = key.transpositions.filter { places.byKey[$0] != nil }.sorted { $0.precedes($1) }
      let found = printed.map { ExchangedKey(figures: places.byKey[$0] ?? [], isNeighbourly: key.isNeighbourly($0)) }
      known[places.keys[figure]] = found
      return found
    }
  }

  /// The first figure that is one with another but for an exchange.
  private func partner(of figure: Int, _ keys: [ExchangedKey]) -> Int? {
    for key in keys {
      // Digits far apart are exchanged in the size of one trial at most.
      let found = key.figures.first { other in
        (key.isNeighbourly || places.traits[figure].isSize || places.traits[other].isSize) && isSlip(figure, other)
      }
      if let found { return found }
    }
    return nil
  }

  /// Printed in fewer places; of two that stand alone the one in the abstract.
  private func isOdd(_ figure: Int, against other: Int) -> Bool {
    // What counts make is not printed wrong.
    if places.figures[figure].isDerived != places.figures[other].isDerived { return places.figures[other].isDerived }
    let (count, rival) = (counts[figure], counts[other])
    let isLater = places.figures[figure].passage > places.figures[other].passage
    guard count == rival else { return count < rival }
    let (rank, other) = (places.part(figure).rank, places.part(other).rank)
    return rank == other ? isLater : rank < other
  }

  private func isSlip(_ left: Int, _ right: Int) -> Bool {
    let (one, rival) = (places.traits[left], places.traits[right])
    guard min(counts[left], counts[right]) == 1, one.passage != rival.passage, one.mayBeOfOneKind(as: rival),
      one.trial == rival.trial || one.trial == nil || rival.trial == nil, places.areApart(left, right),
      !places.holds(right, passage: one.passage), !places.holds(left, passage: rival.passage)
    else { return false }
    let (figure, other) = (places.figures[left], places.figures[right])
    return isInSameCompany(left, right) || isSameResult(figure, other) || isTranslated(left, right)
  }

  /// An abstract and its translation print the same figures: one that only the one has, and its like that only the other has.
  private func isTranslated(_ left: Int, _ right: Int) -> Bool {
    let (figure, other) = (places.figures[left], places.figures[right])
    let (part, rival) = (places.part(left), places.part(right))
    guard part.isAbstract, rival.isAbstract, part != rival, figure.isDistinctive, figure.hasAsManyDigits(as: other) else {
      return false
    }
    return !holds(figure, rival) && !holds(other, part)
  }

  /// Whether a part prints a figure; of a percentage, as one.
  private func holds(_ figure: PlacedFigure, _ part: Part) -> Bool {
    (places.byKey[figure.key] ?? []).contains { index in
      places.part(index) == part && (figure.unit != .percent || places.figures[index].unit == .percent)
    }
  }

  /// Both stand beside the same figures.
  private func isInSameCompany(_ left: Int, _ right: Int) -> Bool {
    let (figure, other) = (places.figures[left], places.figures[right])
    let shared = sharedCompany(left, right)
    guard !shared.isEmpty else { return false }
    guard figure.hasAsManyDigits(as: other) else { return shared.count >= 3 }
    let isOneTrial = figure.trial != nil && figure.trial == other.trial && context.isReview
    let isTranslation = places.part(left).isAbstract && places.part(right).isAbstract
    let common = places.labels(figure.passage).intersection(places.labels(other.passage)).count
    // Two paragraphs of one part tell of different things more often than two parts do.
    if places.part(left) == places.part(right) {
      guard figure.role == .value else { return false }
      return shared.count > 2 || shared.count > 1 && common > 0
        || common > 1 && figure.key.significant >= 3 && figure.unit != nil
          && (shared.first == .same || shared.first == .mirrored && common > 2)
    }
    if shared.count > 2 { return true }
    // Spreads of one study are SD here and SE there, and P values of many tests are alike.
    if figure.role == .p || figure.role == .spread { return isOneTrial && shared.count > 1 }
    if shared.count > 1 { return isOneTrial || isTranslation || common > 0 }
    // One figure beside it: the next value on the same side, or on the other where the places surely speak of the same thing.
    guard figure.role == .value, figure.key.significant >= 3 || isOneTrial, let offset = shared.first else { return false }
    switch offset {
    case .same: return isOneTrial || isTranslation || common > 0
    case .mirrored: return isOneTrial || common > 2
    case .elsewhere: return false
    }
  }

  private enum Side { case same, mirrored, elsewhere }

  /// For each figure that stands by both, on which sides it stands, the nearest first.
  private func sharedCompany(_ left: Int, _ right: Int) -> [Side] {
    let (figure, other) = (places.figures[left], places.figures[right])
    let theirs = places.company(of: right).filter(\.figure.isDistinctive)
    var sides: [PlacedFigure.Key: Side] = [:]
    for mate in places.company(of: left) where mate.figure.isDistinctive {
      guard mate.figure.key != figure.key, mate.figure.key != other.key else { continue }
      for rival in theirs where rival.figure.key == mate.figure.key && rival.figure.mayBeOfOneKind(as: mate.figure) {
        let isNext = mate.figure.role == .value && abs(mate.offset) == 1 && abs(rival.offset) == 1
        let side = !isNext ? Side.elsewhere : mate.offset == rival.offset ? .same : .mirrored
        if sides[mate.figure.key] == nil || side == .same { sides[mate.figure.key] = side }
      }
    }
    return sides.values.sorted { Self.order($0) < Self.order($1) }
  }

  private static func order(_ side: Side) -> Int {
    switch side {
    case .same: 0
    case .mirrored: 1
    case .elsewhere: 2
    }
  }

  private static let entering = PhraseSet(
    [
      "randomised", "randomized", "enrolled", "recruited", "eligible", "randomly", "allocated", "assigned", "allotted",
      "randomisation", "randomization", "entered", "enrolment", "enrollment", "randomise", "took part",
    ],
    ["随机", "入组", "纳入", "入选", "分为", "分入", "分到"])

  private func entered(_ figure: Int) -> Bool {
    let text = context.lexed[places.figures[figure].passage]
    return Self.entering.occurs(in: text) && !Self.pooled.occurs(in: text)
  }

  /// What several studies have together is no trial's size.
  private static let pooled = PhraseSet(["trials", "studies", "meta analysis"], ["项试验", "项研究", "荟萃"])

  private func isInTable(_ figure: Int) -> Bool {
    let kind = context.extract.passages[places.figures[figure].passage].kind
    return kind == .tableRow || kind == .caption
  }

  /// All who entered the document's own study, or all studies of a pooled analysis.
  private func isSameWhole(_ figure: PlacedFigure, _ other: PlacedFigure) -> Bool {
    guard figure.isSize, other.isSize else { return false }
    if isWhole(figure), isWhole(other), isOfOneStudy(figure, other) { return true }
    guard figure.trial == nil || !context.isReview, other.trial == nil || !context.isReview,
      context.extract.passages[figure.passage].kind != .tableRow, context.extract.passages[other.passage].kind != .tableRow
    else { return false }
    let summary =
      Part(of: context.extract.passages[figure.passage]).rank <= Part(of: context.extract.passages[other.passage]).rank
      ? figure : other
    return [figure, other].allSatisfy { Self.entering.occurs(in: context.lexed[$0.passage]) } && isFirstSize(summary)
  }

  private static let wholes = ["全体", "合计", "共计", "总计", "共", "组共", "total of", "all", "together the groups had"]

  /// Whether a size is said to be of all: `N = 401`, 全体 318 例, the sizes of all groups together, or the first of those who entered.
  private func isWhole(_ figure: PlacedFigure) -> Bool {
    if figure.isDerived { return true }
    let text = context.lexed[figure.passage]
    guard !Self.pooled.occurs(in: text) else { return false }
    let first = text.firstToken(at: figure.range.lowerBound)
    if text.isSymbol(first - 1, "="), text.isWord(first - 2, "n") {
      return text.string(first - 2) == "N"
    }
    let head = text.string(max(0, figure.range.lowerBound - 40)..<figure.range.lowerBound).lowercased()
    let words = head.reversed().drop { $0 == " " }.reversed()
    if Self.wholes.contains(where: { String(words).hasSuffix($0) }) { return true }
    if context.extract.passages[figure.passage].kind == .tableRow { return figure.trial != nil }
    return Self.entering.occurs(in: text) && isFirstSize(figure)
  }

  /// Of the one study that the document reports, or of a trial that both places name.
  private func isOfOneStudy(_ figure: PlacedFigure, _ other: PlacedFigure) -> Bool {
    if let trial = figure.trial, trial == other.trial { return true }
    return !context.isReview && (figure.trial == nil || other.trial == nil)
      && context.extract.passages[figure.passage].kind != .tableRow && context.extract.passages[other.passage].kind != .tableRow
  }

  private func isFirstSize(_ figure: PlacedFigure) -> Bool {
    let sizes = places.row(figure.passage).map { places.figures[$0] }.filter { $0.unit == .people && !$0.isDerived }
    return sizes.first == figure
  }

  /// Of one trial and one known outcome, in one analysis.
  private func isSameResult(_ figure: PlacedFigure, _ other: PlacedFigure) -> Bool {
    if isSameWhole(figure, other) { return true }
    guard let trial = figure.trial, trial == other.trial, context.isReview, figure.key.significant >= 3,
      analyses(figure.passage) == analyses(other.passage)
    else { return false }
    if figure.unit == .people || other.unit == .people { return figure.key.decimals == 0 }
    guard figure.key.decimals > 0, figure.unit != .p, other.unit != .p else { return false }
    return !outcomes(figure.passage).isDisjoint(with: outcomes(other.passage))
  }

  private func outcomes(_ passage: Int) -> Set<String> { Set(EndpointPlace.all(in: context.lexed[passage].utf8).map(\.name)) }

  private static let analyses = PhraseSet(
    ["interim", "final", "updated", "subgroup", "per protocol", "sensitivity", "adjusted", "exploratory"],
    ["期中", "中期", "最终", "终期", "更新", "亚组", "符合方案", "敏感性", "校正", "探索性"])

  private func analyses(_ passage: Int) -> Set<String> {
    let text = context.lexed[passage]
    return Set(Self.analyses.all(in: text).map { text.string($0).lowercased() })
  }
}
