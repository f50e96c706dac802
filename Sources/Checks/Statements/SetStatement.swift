import Literature
import Statistics
import TextAnalysis

/// Judges bounds in words by the sets of figures that may be meant: one is denied where every such set denies it.
enum SetStatement {
  private static let leastScore = 1.0
  private static let scoreInLong = 2.0
  /// A bound is written near the figures that it is of.
  private static let farthest = 2.0
  private static let tight = 0.2

  /// A bound that some set may be meant by, and the figure that denies it; nil where the sets bear it out.
  struct Judgement: Sendable {
    var bound: SetBound
    var passage: Int
    var odd: FigureSet.Element?
    /// Whether it is said of the arms under test or of the controls, and a column of theirs bears it out.
    var isBorneOut: Bool
  }

  /// In document order. O(bounds · sets).
  static func judged(in context: CheckContext) -> [Judgement] {
    // A paragraph that begins "Table 1 shows" may be taken for a caption.
    let captions = context.extract.passages.indices.filter { context.extract.passages[$0].kind == .caption }
    let bounds = (StatementPlace.own(in: context) + captions).flatMap { passage in
      SetBound.all(in: context.lexed[passage]).map { (passage: passage, bound: $0) }
    }
    guard !bounds.isEmpty else { return [] }
    let labels = GroupLabels(context)
    let sets = FigureSets(context, labels)
    return bounds.compactMap { passage, bound in
      let meant = meant(by: bound, passage, sets, labels, in: context)
      guard !meant.sets.isEmpty else { return nil }
      let denials = meant.sets.compactMap { denial(of: bound, by: $0, meant, context.lexed[passage]) }
      let isDenied = denials.count == meant.sets.count || meant.mayNoneDeny
      return Judgement(
        bound: bound, passage: passage, odd: isDenied ? denials.first : nil,
        isBorneOut: denials.isEmpty && role(of: bound, context.lexed[passage]) != nil && meant.sets.allSatisfy { $0.role != nil })
    }
  }

  /// The sets that a bound may be of.
  private struct Meant {
    /// Every arm has a column in the table that is meant.
    var mayNoneDeny: Bool {
      isOfArms && (isNameless || sets.allSatisfy { $0.place.table != nil && $0.place.table == sets[0].place.table })
    }

    var sets: [FigureSet] = []
    /// Whether the words name no outcome, so that the sets are those that stand nearest.
    var isNameless = false
    /// Whether it is said of every arm, so that no arm's set may deny it.
    var isOfArms = false
    /// How many trials are spoken of, where a number says so.
    var count: Int?
  }

  private static let arms = PhraseSet(
    [
      "every arm", "either arm", "each arm", "both arms", "all arms", "any arm", "no arm", "neither arm", "every group",
      "either group",
      "each group", "both groups", "all groups", "any group", "no group", "neither group", "whatever the treatment",
      "whichever the arm",
      "regardless of arm",
    ], ["两组", "各组", "每组", "各臂", "两臂", "无论何组"])
  private static let tested = PhraseSet(
    ["experimental", "active", "actively", "intervention", "treated", "combination", "combinations"],
    ["试验组", "试验药组", "治疗组", "联合组", "干预组", "试验臂"])
  private static let controls = PhraseSet(
    ["control", "controls", "placebo", "comparator"], ["对照组", "安慰剂组", "对照臂", "对照"])
  /// What was named before need not be all.
  private static let pointing = PhraseSet(
    ["these", "those", "their", "the above", "foregoing", "latter", "former"], ["上述", "这些", "前述", "后者", "前者"])
  private static let pronouns = PhraseSet(["it", "they", "this", "these"], ["该", "其"])

  private static func meant(
    by bound: SetBound, _ passage: Int, _ sets: FigureSets, _ labels: GroupLabels, in context: CheckContext
  ) -> Meant {
    let text = context.lexed[passage]
    var meant = Meant(
      isOfArms: arms.occurs(in: text, bound.scope), count: BoundMark.counted(in: text, 0..<bound.scope.upperBound))
    if let bracket = sets.bracket(behind: bound, passage) {
      meant.sets = [bracket]
      return meant
    }
    let topic = topic(of: bound, passage, sets, in: context)
    let role = role(of: bound, text)
    let times = VerdictStatement.times(text, bound.scope)
    let table = namedTable(text, in: context)
    let isOfSome = meant.count == nil && pointing.occurs(in: text, 0..<bound.scope.upperBound)
    let comparable = sets.sets.filter { set in
      set.unit == bound.unit && (table == nil || set.place.table == table) && isComparable(bound, set)
        && (times.isEmpty || set.times.isEmpty || !times.isDisjoint(with: set.times))
    }
    let scored = comparable.filter { mayBeMeant($0, by: bound, role) }.map { ofRows($0, topic, times, text, bound) }.filter {
      !isOfSome || $0.isCut
    }.map { (set: $0.set, score: OpposedVerdicts.weight($0.shared)) }
    if let most = scored.map(\.score).max(), most >= (context.isShort && bound.count != .some ? leastScore : scoreInLong) {
      let best = scored.filter { $0.score == most }.map(\.set)
      // One figure of each column is their row.
      let several = best.filter { $0.elements.count > 1 }
      meant.sets = several.isEmpty || bound.count == .named ? best : several
      // A set that has less to do with the words, but that the bound fits closely, may be the one.
      let rivals = scored.filter { $0.score > 0 && $0.score < most && !isPart($0.set, of: meant.sets, bound) }
      guard !rivals.contains(where: { fitsClosely(bound, $0.set) }) else { return Meant() }
    } else if bound.count != .some, !isOfSome, context.isShort || table != nil {
      meant.isNameless = true
      meant.sets = nameless(comparable, bound, passage, topic, role, isOfTable: table != nil, in: context)
    }
    meant.sets = ofGroups(meant, text, bound, role, labels)
    return meant
  }

  private static func role(of bound: SetBound, _ text: LexedText) -> FigureSet.Role? {
    let (isTested, isControl) = (tested.occurs(in: text, bound.scope), controls.occurs(in: text, bound.scope))
    return isTested == isControl ? nil : isTested ? .tested : .control
  }

  /// A sentence has the figures of both arms, and what is said of no number of figures is of no column.
  private static func mayBeMeant(_ set: FigureSet, by bound: SetBound, _ role: FigureSet.Role?) -> Bool {
    if bound.count == .some, case .row = set.place { return true }
    guard bound.count != .some else { return false }
    return role == nil || set.place.table != nil
  }

  /// The sets that a bound may be of that names no outcome: of the sentences before it, else of the only table.
  private static func nameless(
    _ sets: [FigureSet], _ bound: SetBound, _ passage: Int, _ topic: Set<String>, _ role: FigureSet.Role?, isOfTable: Bool,
    in context: CheckContext
  ) -> [FigureSet] {
    let sets = sets.filter { areOfOneOutcome($0, topic) }
    if !isOfTable {
      let before = sets.filter { isBefore($0, bound, passage, topic, in: context) }
      // Of the arms under test no figure is told apart from that of the control, which lies far off.
      let near =
        role == nil
        ? before
        : before.filter { $0.elements.count >= fewestArms }.map { set in
          var part = set
          part.elements.removeAll { abs($0.box.middle - bound.value) > tight * bound.value && !bound.mayHold(for: $0.box) }
          return part
        }
      if !near.isEmpty { return near }
    }
    let columns = sets.filter { if case .column = $0.place { true } else { false } }
    let isOnly = context.extract.article.tables.count == 1 || isOfTable
    return isOnly && Set(columns.compactMap(\.place.table)).count == 1 ? columns : []
  }

  private static let fewestArms = 3

  /// Whether a set names no outcome, or one that the bound names.
  private static func areOfOneOutcome(_ set: FigureSet, _ topic: Set<String>) -> Bool {
    let own = topic.filter(VerdictStatement.isOutcome)
    let names = set.elements.reduce(set.topic) { $0.union($1.topic) }.filter(VerdictStatement.isOutcome)
    return own.isEmpty || names.isEmpty || !own.isDisjoint(with: names)
  }

  private static let generalSections = PhraseSet(
    ["abstract", "discussion", "results", "conclusion", "conclusions", "comment", "summary", "overview", "findings"],
    ["摘要", "讨论", "结果", "结论", "小结", "展望"])

  /// What a bound is of, by the words of its piece, of the sentence before it, or of the section's title.
  private static func topic(
    of bound: SetBound, _ passage: Int, _ sets: FigureSets, in context: CheckContext
  ) -> Set<String> {
    let text = context.lexed[passage]
    var topic = sets.topic(text, bound.scope, without: [bound.range])
    if topic.isEmpty, bound.scope.lowerBound > 0 { topic = sets.topic(text, 0..<bound.scope.lowerBound) }
    guard !topic.contains(where: VerdictStatement.isOutcome) else { return topic }
    let section = LexedText(context.sectionName(of: passage))
    return generalSections.occurs(in: section) ? topic : topic.union(sets.topic(section))
  }

  /// A column cut down to the rows that the words speak of, and what the words share with it.
  private static func ofRows(
    _ set: FigureSet, _ topic: Set<String>, _ times: Set<String>, _ text: LexedText, _ bound: SetBound
  ) -> (set: FigureSet, shared: Set<String>, isCut: Bool) {
    var set = set
    let ofTime = set.elements.filter { !$0.times.isDisjoint(with: times) }
    if case .column = set.place, !ofTime.isEmpty { set.elements = ofTime }
    let shared = set.topic.intersection(topic)
    let scores = set.elements.map { OpposedVerdicts.weight($0.topic.intersection(topic).subtracting(shared)) }
    guard bound.count != .named, let best = scores.max(), best >= leastScore, scores.contains(where: { $0 < best }) else {
      return (set, shared, false)
    }
    let kept = set.elements.indices.filter { scores[$0] == best }.map { set.elements[$0] }
    set.elements = kept
    return (set, shared.union(kept.flatMap { $0.topic.intersection(topic) }), true)
  }

  /// The sets of the arms and groups that a piece names; all of them where it names none of theirs.
  private static func ofGroups(
    _ meant: Meant, _ text: LexedText, _ bound: SetBound, _ role: FigureSet.Role?, _ labels: GroupLabels
  ) -> [FigureSet] {
    guard !meant.isOfArms, bound.count != .some else { return meant.sets }
    let ofRole = meant.sets.filter { $0.role == role }
    if role != nil, !ofRole.isEmpty { return ofRole }
    let groups = labels.names(in: text, bound.scope)
    let named = meant.sets.filter { !$0.groups.isDisjoint(with: groups) }
    return named.isEmpty ? meant.sets : named
  }

  /// The words before a bound in its sentence, or the sentences before it in its paragraph: the last one where the bound names nothing or says
  /// "it exceeded …", every one that tells rates where it is of a rate.
  private static func isBefore(
    _ set: FigureSet, _ bound: SetBound, _ passage: Int, _ topic: Set<String>, in context: CheckContext
  ) -> Bool {
    guard case .sentence(let place) = set.place else { return false }
    if place == passage { return true }
    let block = context.extract.passages[passage].block
    guard place < passage, block != nil, context.extract.passages[place].block == block else { return false }
    if bound.unit == .plain { return true }
    return place == passage - 1 && (topic.isEmpty || pronouns.occurs(in: context.lexed[passage], bound.scope))
  }

  /// The index of the table that a sentence names.
  private static func namedTable(_ text: LexedText, in context: CheckContext) -> Int? {
    let named = text.tokens.indices.filter { index in
      text.isNumber(index + 1) && (text.isWord(index, "table") || text.hanHasSuffix(index, "表"))
    }.map { text.string($0 + 1) }
    guard named.count == 1 else { return nil }
    return context.extract.article.tables.firstIndex { $0.label == named[0] }
  }

  private static func isComparable(_ bound: SetBound, _ set: FigureSet) -> Bool {
    let values = set.elements.map(\.box.middle)
    guard let least = values.min(), let most = values.max(), least >= 0 else { return false }
    return bound.value <= farthest * most && bound.value * farthest >= least
  }

  /// Whether a set has nothing that the meant ones have not; a sentence on one of the trials is no rival of another.
  private static func isPart(_ set: FigureSet, of meant: [FigureSet], _ bound: SetBound) -> Bool {
    if bound.count == .all, set.place.table == nil, meant.allSatisfy({ $0.place.table == nil }) { return true }
    return set.elements.allSatisfy { one in meant.contains { $0.elements.contains { $0.box == one.box } } }
  }

  private static func fitsClosely(_ bound: SetBound, _ set: FigureSet) -> Bool {
    set.elements.allSatisfy { bound.mayHold(for: $0.box) }
      && set.elements.contains { abs($0.box.middle - bound.value) <= tight * bound.value }
  }

  // MARK: Judging

  /// An element that denies the bound; nil where the set bears it out.
  private static func denial(of bound: SetBound, by set: FigureSet, _ meant: Meant, _ text: LexedText) -> FigureSet.Element? {
    let named = named(set, bound, text)
    switch bound.count {
    case .all:
      let elements = named.isEmpty || named.count == set.elements.count ? set.elements : named.map { set.elements[$0] }
      let odd = elements.filter { !bound.mayHold(for: $0.box) }
      // Some trials of more: those that keep to the bound may be the ones.
      if let count = meant.count, count < elements.count, elements.count - odd.count >= count { return nil }
      return odd.first
    case .exactly(let count):
      let sure = set.elements.filter { !bound.mayFail(for: $0.box) }
      let possible = set.elements.filter { bound.mayHold(for: $0.box) }
      if sure.count > count { return sure.last }
      return possible.count < count ? set.elements.first { !bound.mayHold(for: $0.box) } : nil
    case .some:
      return set.elements.allSatisfy { !bound.mayHold(for: $0.box) } ? set.elements.first : nil
    case .named:
      guard !named.isEmpty else { return nil }
      return set.elements.indices.first { index in
        named.contains(index) ? !bound.mayHold(for: set.elements[index].box) : !bound.mayFail(for: set.elements[index].box)
      }.map { set.elements[$0] }
    }
  }

  /// The elements whose names a piece has.
  private static func named(_ set: FigureSet, _ bound: SetBound, _ text: LexedText) -> [Int] {
    guard case .column = set.place else { return [] }
    let words = text.string(text.tokens[bound.scope.lowerBound].start..<text.tokens[bound.scope.upperBound - 1].end)
    return set.elements.indices.filter { ColumnExtreme.names(set.elements[$0].label, words) }
  }
}
