/// A query of terms alone: one, all of several, or any of several. These are run without matchers, and add scores in any order.
struct TermsPlan {
  private let terms: [(term: QueryPlan.Term, weight: Double)]
  private let needsAll: Bool
  /// Ranges that a passage must also lie in; only beside terms that are all needed.
  private let ranges: [(columns: [NumericColumn], range: Query.NumericRange)]

  /// Nil for any other plan.
  init?(_ plan: QueryPlan) {
    let parts: [QueryPlan]
    switch plan {
    case .term: (parts, needsAll) = ([plan], false)
    case .or(let any): (parts, needsAll) = (any, false)
    case .and(let all, let excluded) where excluded.isEmpty: (parts, needsAll) = (all, true)
    default: return nil
    }
    var terms: [(term: QueryPlan.Term, weight: Double)] = []
    var ranges: [(columns: [NumericColumn], range: Query.NumericRange)] = []
    for part in parts {
      switch part {
      case .term(let term, let weight): terms.append((term, weight))
      case .numericRange(let columns, let range) where needsAll: ranges.append((columns, range))
      default: return nil
      }
    }
    guard !terms.isEmpty else { return nil }
    self.ranges = ranges
    guard terms.reduce(0, { $0 + $1.weight }) < Similarity.largestExactSum else { return nil }
    self.terms = terms
  }

  /// Offers the best passages of a segment; returns whether it is damaged.
  func top(_ factory: MatcherFactory, _ hits: inout TopHits) -> Bool {
    guard let cursors = cursors(factory) else { return false }
    if needsAll {
      let conjunction = TermConjunction(cursors, within: bits(factory), segment: factory.segment, memory: factory.memory)
      conjunction.run(into: &hits)
      return conjunction.isDamaged
    }
    if cursors.count == 1 {
      var single = SingleTerm(cursors[0].cursor, cursors[0].scoring, segment: factory.segment)
      single.run(into: &hits)
      return single.cursor.isDamaged
    }
    var disjunction = TermDisjunction(cursors, segment: factory.segment, memory: factory.memory)
    disjunction.run(into: &hits)
    return disjunction.isDamaged
  }

  /// Adds the number of matching passages of a segment; returns whether it is damaged.
  func count(_ factory: MatcherFactory, _ total: inout Int) -> Bool {
    guard let cursors = cursors(factory) else { return false }
    if needsAll {
      let conjunction = TermConjunction(cursors, within: bits(factory), segment: factory.segment, memory: factory.memory)
      total += conjunction.countAll()
      return conjunction.isDamaged
    }
    if cursors.count == 1, factory.segment.deletions == nil {
      total += cursors[0].cursor.documentCount
      return cursors[0].cursor.isDamaged
    }
    return countAny(cursors.map(\.cursor), factory, &total)
  }

  private func countAny(_ cursors: [PostingCursor], _ factory: MatcherFactory, _ total: inout Int) -> Bool {
    let bits = PassageBits(passageCount: factory.segment.passageCount, memory: factory.memory)
    var isDamaged = false
    for var cursor in cursors {
      bits.insertAll(&cursor)
      isDamaged = isDamaged || cursor.isDamaged
    }
    total += bits.count(in: factory.segment)
    return isDamaged
  }

  /// The passages that lie in each of the ranges, a set for each.
  private func bits(_ factory: MatcherFactory) -> [PassageBits] {
    ranges.map { columns, range in
      let values = columns[factory.place]
      let bits = PassageBits(passageCount: factory.segment.passageCount, memory: factory.memory)
      for index in values.indices(in: range) { bits.insert(values.document(index)) }
      return bits
    }
  }

  /// The cursors of the terms that the segment has; nil where none can match.
  private func cursors(_ factory: MatcherFactory) -> [(cursor: PostingCursor, scoring: TermScoring)]? {
    var cursors: [(cursor: PostingCursor, scoring: TermScoring)] = []
    for (term, weight) in terms {
      if let entry = term.entries[factory.place] {
        cursors.append((factory.cursor(entry), factory.scoring(term.field, weight)))
      } else if needsAll {
        return nil
      }
    }
    return cursors.isEmpty ? nil : cursors
  }
}
