import Literature
import TextAnalysis

extension MeantSets {
  /// What a bound's words ask for.
  struct Query {
    let bound: SetBound
    let passage: Int
    let text: LexedText
    let all: FigureSets
    let context: CheckContext
    let topic: Set<String>
    let role: FigureSet.Role?
    /// The index of the table that the sentence names.
    let table: Int?
    /// Sets of the bound's unit whose figures lie near it.
    private(set) var comparable: [FigureSet]
    private let times: Set<String>

    init(bound: SetBound, passage: Int, text: LexedText, all: FigureSets, context: CheckContext) {
      (self.bound, self.passage, self.text, self.all, self.context) = (bound, passage, text, all, context)
      let mark = text.firstToken(at: bound.range.lowerBound)..<text.firstToken(at: bound.range.upperBound)
      let times =
        bound.unit == .month
        ? VerdictStatement.times(text, bound.scope.lowerBound..<max(bound.scope.lowerBound, mark.lowerBound))
        : VerdictStatement.times(text, bound.scope)
      let table = Self.namedTable(text, in: context)
      self.times = times
      self.table = table
      topic = Self.topic(of: bound, passage, all, in: context)
      role = MeantSets.role(of: bound, text)
      let isOfFollowUp = SetBound.followUp.occurs(in: text, bound.scope)
      comparable = all.sets.filter { set in
        set.unit == bound.unit && (bound.unit != .month || set.isOfFollowUp == isOfFollowUp)
          && (table == nil || set.place.table == table) && (bound.ratio != nil || MeantSets.isComparable(bound, set))
          && (times.isEmpty || set.times.isEmpty || !times.isDisjoint(with: set.times))
      }
      guard bound.ratio != nil else { return }
      comparable = comparable.compactMap { set in
        let kept = Self.ofKind(bound.ratio, set)
        return MeantSets.isComparable(bound, kept) ? kept : nil
      }
    }

    /// The ratios of the kind that the words name.
    private static func ofKind(_ ratio: String?, _ set: FigureSet) -> FigureSet {
      guard let ratio, set.elements.contains(where: { $0.ratio == ratio }) else { return set }
      var set = set
      set.elements.removeAll { $0.ratio != nil && $0.ratio != ratio }
      return set
    }

    private static let superlatives = PhraseSet(
      ["highest", "longest", "greatest", "largest", "lowest", "shortest", "smallest", "least"],
      ["最高", "最长", "最大", "最低", "最短", "最小", "最多", "最少"])

    /// The figures of the bound's own sentence, where its piece names nothing that their clause does not: "36.4 and 29.5 months, both beyond two
    /// years". One figure must be called an end of all.
    func companions() -> [FigureSet] {
      guard bound.count == .all, role == nil, times.isEmpty, table == nil || superlatives else { return [] }
      let own = all.topic(text, bound.scope, without: [bound.range])
      return all.sets.filter { set in
        set.place == .sentence(passage: passage) && set.unit == bound.unit && MeantSets.isComparable(bound, set)
          && own.isSubset(of: set.topic) && (set.elements.count > 1 || superlatives)
      }
    }

    /// Of a bound on no number of figures the times that the words before it tell, in its sentence or in the one before: "a median of 61 months,
    /// so that they were seen for more than five years".
    func told() -> [FigureSet] {
      guard bound.count == .some, bound.unit == .month, !bound.isWorded else { return [] }
      let own = all.topic(text, bound.scope, without: [bound.range]).filter(VerdictStatement.isOutcome)
      let isFollowUp = SetBound.followUp.occurs(in: text)
      let near = all.sets.compactMap { set -> (place: Int, set: FigureSet)? in
        guard case .sentence(let place) = set.place, set.unit == .month, place == passage || place == passage - 1,
          isOfParagraph(place), own.isSubset(of: set.topic), set.isOfFollowUp == isFollowUp, MeantSets.isComparable(bound, set)
        else { return nil }
        return (place, set)
      }
      let nearest = near.map(\.place).max()
      return near.filter { $0.place == nearest }.map(\.set)
    }

    private var superlatives: Bool { Self.superlatives.occurs(in: text) }

    private static let tabulated = PhraseSet(
      ["tabulated", "in the table", "of the table", "the table above", "the table shows"], ["表中", "上表", "下表", "表内", "表列"])

    /// The index of the table that a sentence names, by its number or as the only one.
    private static func namedTable(_ text: LexedText, in context: CheckContext) -> Int? {
      let named = text.tokens.indices.filter { index in
        text.isNumber(index + 1) && (text.isWord(index, "table") || text.hanHasSuffix(index, "表"))
      }.map { text.string($0 + 1) }
      let tables = context.extract.article.tables
      if named.isEmpty { return tables.count == 1 && tabulated.occurs(in: text) ? 0 : nil }
      return named.count == 1 ? tables.firstIndex { $0.label == named[0] } : nil
    }

    private static let generalSections = PhraseSet(
      ["abstract", "discussion", "results", "conclusion", "conclusions", "comment", "summary", "overview", "findings"],
      ["摘要", "讨论", "结果", "结论", "小结", "展望"])

    /// What a bound is of, by the words of its piece, of the sentence before it, or of the section's title.
    private static func topic(of bound: SetBound, _ passage: Int, _ sets: FigureSets, in context: CheckContext) -> Set<String> {
      let text = context.lexed[passage]
      var topic = sets.topic(text, bound.scope, without: [bound.range])
      if topic.isEmpty, bound.scope.lowerBound > 0 {
        topic = Pieces.all(in: text, 0..<bound.scope.lowerBound).map { sets.topic(text, $0) }.last { !$0.isEmpty } ?? []
      }
      guard !topic.contains(where: VerdictStatement.isOutcome) else { return topic }
      let section = LexedText(context.sectionName(of: passage))
      return generalSections.occurs(in: section) ? topic : topic.union(sets.topic(section))
    }

    private static let leastScore = 1.0

    /// A column cut down to the rows that the words speak of, and what the words share with it.
    func ofRows(_ set: FigureSet) -> (set: FigureSet, shared: Set<String>, isCut: Bool) {
      var set = set
      let ofTime = set.elements.filter { !$0.times.isDisjoint(with: times) }
      if case .column = set.place, !ofTime.isEmpty { set.elements = ofTime }
      let shared = set.topic.intersection(topic)
      let scores = set.elements.map { OpposedVerdicts.weight($0.topic.intersection(topic).subtracting(shared)) }
      guard bound.count != .named, let best = scores.max(), best >= Self.leastScore, scores.contains(where: { $0 < best }) else {
        return (set, shared, false)
      }
      let kept = set.elements.indices.filter { scores[$0] == best }.map { set.elements[$0] }
      set.elements = kept
      return (set, shared.union(kept.flatMap { $0.topic.intersection(topic) }), true)
    }

    private static let pronouns = PhraseSet(["it", "they", "this", "these"], ["该", "其"])

    /// The words before a bound in its sentence, or the sentences before it in its paragraph: the last one where the bound names nothing or says
    /// "it exceeded …", every one that tells rates where it is of a rate.
    func isBefore(_ set: FigureSet) -> Bool {
      guard case .sentence(let place) = set.place else { return false }
      if place == passage { return true }
      guard place < passage, isOfParagraph(place) else { return false }
      if bound.unit == .plain { return true }
      return place == passage - 1 && (topic.isEmpty || Self.pronouns.occurs(in: text, bound.scope))
    }

    /// Stems of words that carry a bound.
    private static let verbs: Set<String> = [
      "fell", "rose", "drop", "stay", "remain", "kept", "lay", "went", "sank", "top", "reach", "exceed",
    ]

    /// Of a bound whose words no set has, the sets of the nearest of the sentences shortly before it.
    func shortlyBefore(_ sets: [FigureSet]) -> [FigureSet] {
      let own = all.topic(text, bound.scope, without: [bound.range]).filter { !$0.hasPrefix("drug:") }
        .subtracting(Self.verbs)
      guard all.sets.allSatisfy({ $0.topic.isDisjoint(with: own) }) else { return [] }
      let near = sets.compactMap { set -> (place: Int, set: FigureSet)? in
        guard case .sentence(let place) = set.place, place < passage, place >= passage - MeantSets.sentencesBack,
          isOfParagraph(place), set.elements.count > 1
        else { return nil }
        return (place, set)
      }
      let nearest = near.map(\.place).max()
      return near.filter { $0.place == nearest }.map(\.set)
    }

    private static let fewestOfPairs = 4

    /// "8.7% and 13.0% in A, 7.9% and 11.4% in B": the figures of each arm.
    static func byArm(_ set: FigureSet) -> [FigureSet] {
      guard set.place.table == nil, set.elements.count >= fewestOfPairs, set.elements.count.isMultiple(of: 2) else { return [] }
      return [0, 1].map { arm in
        var part = set
        part.elements = set.elements.indices.filter { $0 % 2 == arm }.map { set.elements[$0] }
        return part
      }
    }

    private func isOfParagraph(_ place: Int) -> Bool {
      let block = context.extract.passages[passage].block
      return block != nil && context.extract.passages[place].block == block
    }
  }
}
