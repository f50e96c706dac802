import Literature
import Statistics
import TextAnalysis

/// The sets of figures that a bound in words may be of: those in its sentence, else those of its outcome, else those that stand nearest.
struct MeantSets {
  private(set) var sets: [FigureSet] = []
  /// Whether the words name no outcome, so that the sets are those that stand nearest.
  private var isNameless = false
  /// Whether it is said of every arm, so that no arm's set may deny it.
  private let isOfArms: Bool
  /// How many trials are spoken of, where a number says so.
  let count: Int?

  /// Sentences and rows have the figures of every arm. Columns of other outcomes may be meant.
  var mayNoneDeny: Bool {
    guard isOfArms else { return false }
    if sets.allSatisfy({ $0.place.table == nil }) { return isNameless }
    return sets.allSatisfy { if case .row(let table, _) = $0.place { table == sets[0].place.table } else { false } }
  }

  private static let leastScore = 1.0
  private static let scoreInLong = 2.0
  /// A bound is written near the figures that it is of.
  private static let farthest = 2.0
  private static let tight = 0.2
  private static let fewestArms = 3
  static let sentencesBack = 3

  /// O(sets).
  init(of bound: SetBound, _ passage: Int, _ all: FigureSets, _ labels: GroupLabels, in context: CheckContext) {
    let text = context.lexed[passage]
    isOfArms = Self.speaksOfArms(text, bound.scope)
    count = BoundMark.counted(in: text, 0..<bound.scope.upperBound)
    if let bracket = all.bracket(behind: bound, passage) {
      sets = [bracket]
      return
    }
    if let beside = all.beside(bound, passage) {
      sets = [beside]
      return
    }
    let query = Query(bound: bound, passage: passage, text: text, all: all, context: context)
    sets = query.companions() + query.told()
    guard sets.isEmpty else { return }
    let isOfSome = count == nil && Self.pointing.occurs(in: text, 0..<bound.scope.upperBound)
    let scored = query.comparable.filter { Self.mayBeMeant($0, by: bound, query.role) }.map { query.ofRows($0) }.filter {
      !isOfSome || $0.isCut
    }.filter { Self.isComparable(bound, $0.set) }.map { (set: $0.set, score: Self.score($0.shared, of: $0.set)) }
    if let most = scored.map(\.score).max(),
      most >= (context.isShort && bound.count != .some ? Self.leastScore : Self.scoreInLong)
    {
      let best = scored.filter { $0.score == most }.map(\.set)
      // One figure of each column is their row.
      let several = best.filter { $0.elements.count > 1 }
      sets = several.isEmpty || bound.count == .named ? best : several
      // A set that has less to do with the words, but that the bound fits closely, may be the one.
      let rivals = scored.filter { $0.score > 0 && $0.score < most }.map(\.set)
      guard !rivals.contains(where: isRival(bound)) else {
        sets = []
        return
      }
    } else if bound.count != .some, !isOfSome, context.isShort || query.table != nil {
      isNameless = true
      sets = nameless(query)
    }
    sets = united(ofGroups(text, bound, query.role, labels, query.comparable), query)
  }

  /// A row whose every word the bound has is named, however short its name.
  private static func score(_ shared: Set<String>, of set: FigureSet) -> Double {
    let weight = OpposedVerdicts.weight(shared)
    guard case .row = set.place, !set.topic.isEmpty, set.topic.isSubset(of: shared) else { return weight }
    return max(weight, scoreInLong)
  }

  private static let determiners = PhraseSet(["every", "either", "each", "both", "all", "any", "no", "neither"])
  private static let everywhere = PhraseSet(
    ["whatever the treatment", "whichever the arm", "regardless of arm", "whichever group"],
    ["两组", "各组", "每组", "任一组", "各臂", "两臂", "无论何组", "任何一组"])
  private static let tested = PhraseSet(
    ["experimental", "active", "actively", "intervention", "treated", "combination", "combinations"],
    ["试验组", "试验药组", "治疗组", "联合组", "干预组", "试验臂"])
  private static let controls = PhraseSet(
    ["control", "controls", "placebo", "comparator"], ["对照组", "安慰剂组", "对照臂", "对照"])
  /// What was named before need not be all.
  private static let pointing = PhraseSet(
    ["these", "those", "their", "the above", "foregoing", "latter", "former"], ["上述", "这些", "前述", "后者", "前者"])
  private static let mostBetween = 3

  /// "In no trial arm", "in either group", 两组.
  private static func speaksOfArms(_ text: LexedText, _ scope: Range<Int>) -> Bool {
    everywhere.occurs(in: text, scope)
      || scope.contains { index in
        ["arm", "arms", "group", "groups"].contains { text.isWord(index, $0) }
          && determiners.occurs(in: text, max(scope.lowerBound, index - mostBetween)..<index)
      }
  }

  /// Of whose figures a bound is, where its words say so.
  static func role(of bound: SetBound, _ text: LexedText) -> FigureSet.Role? {
    let (isTested, isControl) = (tested.occurs(in: text, bound.scope), controls.occurs(in: text, bound.scope))
    return isTested == isControl ? nil : isTested ? .tested : .control
  }

  /// A sentence has the figures of both arms, and what is said of no number of figures is of no column.
  private static func mayBeMeant(_ set: FigureSet, by bound: SetBound, _ role: FigureSet.Role?) -> Bool {
    if bound.count == .some, case .row = set.place { return true }
    guard bound.count != .some else { return false }
    return role == nil || set.place.table != nil
  }

  // MARK: Sets that no outcome names

  /// The sets that a bound may be of that names no outcome: of the sentences before it, else of the only table.
  private func nameless(_ query: Query) -> [FigureSet] {
    let bound = query.bound
    let sets = query.comparable.filter { Self.areOfOneOutcome($0, query.topic) }
    if query.table == nil {
      let before = sets.filter { query.isBefore($0) }
      let near = before.isEmpty ? query.shortlyBefore(sets).filter { _ in !sets.contains(where: isRival(bound)) } : before
      // Of the arms under test no figure is told apart from that of the control, which lies far off.
      let meant =
        query.role == nil ? near : near.filter { $0.elements.count >= Self.fewestArms }.map { Self.without(farFrom: bound, $0) }
      if !meant.isEmpty { return meant }
    }
    let columns = sets.filter { if case .column = $0.place { true } else { false } }
    let isOnly = query.context.extract.article.tables.count == 1 || query.table != nil
    return isOnly && Set(columns.compactMap(\.place.table)).count == 1 ? columns : []
  }

  private static func without(farFrom bound: SetBound, _ set: FigureSet) -> FigureSet {
    var part = set
    part.elements.removeAll { abs($0.box.middle - bound.value) > tight * bound.value && !bound.mayHold(for: $0.box) }
    return part
  }

  /// Whether a set names no outcome, or one that the bound names.
  private static func areOfOneOutcome(_ set: FigureSet, _ topic: Set<String>) -> Bool {
    let own = topic.filter(VerdictStatement.isOutcome)
    let names = set.elements.reduce(set.topic) { $0.union($1.topic) }.filter(VerdictStatement.isOutcome)
    return own.isEmpty || names.isEmpty || !own.isDisjoint(with: names)
  }

  // MARK: Narrowing and joining

  /// The sets of the arms and groups that a piece names; all of them where it names none of theirs.
  private func ofGroups(
    _ text: LexedText, _ bound: SetBound, _ role: FigureSet.Role?, _ labels: GroupLabels, _ comparable: [FigureSet]
  ) -> [FigureSet] {
    guard !isOfArms, bound.count != .some else { return sets }
    let ofRole = sets.filter { $0.role == role }
    if role != nil, !ofRole.isEmpty { return ofRole }
    // The head of the controls' column need not repeat the outcome.
    if role == .control {
      let beside = comparable.filter { set in
        set.role == .control && sets.contains { $0.place.table != nil && $0.place.table == set.place.table }
      }
      if !beside.isEmpty { return beside }
    }
    let groups = labels.names(in: text, bound.scope)
    let named = sets.filter { !$0.groups.isDisjoint(with: groups) }
    return named.isEmpty ? sets : named
  }

  private static let trials = PhraseSet(["trial", "trials", "study", "studies"], ["试验", "研究"])

  /// What is said of every arm is of the columns of one outcome at once, and what is said of every trial of all sentences on it.
  private func united(_ sets: [FigureSet], _ query: Query) -> [FigureSet] {
    let sets = isOfArms || query.bound.count != .all ? sets : sets.flatMap { [$0] + Query.byArm($0) }
    guard query.bound.count == .all, query.role == nil, sets.count > 1 else { return sets }
    let columns = sets.filter { if case .column = $0.place { true } else { false } }
    if isOfArms, !columns.isEmpty {
      return columns.reduce(into: [[FigureSet]]()) { groups, column in
        let place = groups.firstIndex { Self.areOfOneHead($0[0], column) }
        if let place { groups[place].append(column) } else { groups.append([column]) }
      }.map(Self.union)
    }
    // A row is of one trial.
    if Self.trials.occurs(in: query.text, query.bound.scope), !columns.isEmpty { return columns }
    let ofSentences = sets.allSatisfy { $0.place.table == nil }
    guard ofSentences, query.context.tellsOfOthers, Set(sets.map(\.place)).count > 1, count ?? 2 > 1,
      isOfArms || Self.trials.occurs(in: query.text, 0..<query.bound.scope.upperBound)
    else { return sets }
    return [Self.union(sets)]
  }

  private static let mostApart = 2

  /// Columns of one table whose heads differ by the arms' names.
  private static func areOfOneHead(_ left: FigureSet, _ right: FigureSet) -> Bool {
    let apart = left.topic.symmetricDifference(right.topic).filter { !$0.hasPrefix("drug:") }
    return left.place.table == right.place.table && apart.count <= mostApart && !apart.contains(where: VerdictStatement.isOutcome)
  }

  private static func union(_ sets: [FigureSet]) -> FigureSet {
    var union = sets[0]
    union.elements = sets.flatMap(\.elements)
    union.role = nil
    return union
  }

  // MARK: Nearness

  static func isComparable(_ bound: SetBound, _ set: FigureSet) -> Bool {
    guard var least = set.elements.first?.box.middle else { return false }
    var most = least
    for place in set.elements.indices {
      let middle = set.elements[place].box.middle
      (least, most) = (min(least, middle), max(most, middle))
    }
    guard least >= 0 else { return false }
    return bound.value <= farthest * most && bound.value * farthest >= least
  }

  /// A set that is none of the meant ones and that the bound fits closely.
  private func isRival(_ bound: SetBound) -> (FigureSet) -> Bool {
    { set in !isPart(set, bound) && Self.fitsClosely(bound, set) }
  }

  /// Whether a set has nothing that the meant ones have not; a sentence on one of the trials is no rival of another.
  private func isPart(_ set: FigureSet, _ bound: SetBound) -> Bool {
    if bound.count == .all, set.place.table == nil, !sets.isEmpty, sets.allSatisfy({ $0.place.table == nil }) { return true }
    return set.elements.allSatisfy { one in sets.contains { $0.elements.contains { $0.box == one.box } } }
  }

  private static func fitsClosely(_ bound: SetBound, _ set: FigureSet) -> Bool {
    set.elements.allSatisfy { bound.mayHold(for: $0.box) }
      && set.elements.contains { abs($0.box.middle - bound.value) <= tight * bound.value }
  }
}
