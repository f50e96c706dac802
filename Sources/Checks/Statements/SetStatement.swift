import Literature
import Statistics
import TextAnalysis

/// Judges bounds in words by the sets of figures that may be meant: one is denied where every such set denies it.
enum SetStatement {
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
    let labels = GroupLabels.shared(in: context)
    let sets = FigureSets(context, labels)
    return bounds.compactMap { passage, bound in
      let meant = MeantSets(of: bound, passage, sets, labels, in: context)
      guard !meant.sets.isEmpty else { return nil }
      let denials = meant.sets.compactMap { denial(of: bound, by: $0, meant, context.lexed[passage]) }
      let isDenied = denials.count == meant.sets.count || meant.mayNoneDeny
      return Judgement(
        bound: bound, passage: passage,
        odd: isDenied ? denials.min { bound.distance(to: $0.box) < bound.distance(to: $1.box) } : nil,
        isBorneOut: denials.isEmpty && MeantSets.role(of: bound, context.lexed[passage]) != nil
          && meant.sets.allSatisfy { $0.role != nil })
    }
  }

  // MARK: Judging

  /// An element that denies the bound; nil where the set bears it out.
  private static func denial(of bound: SetBound, by set: FigureSet, _ meant: MeantSets, _ text: LexedText) -> FigureSet.Element? {
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
