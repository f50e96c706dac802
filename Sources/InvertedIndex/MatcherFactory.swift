/// Makes the matchers of a plan for one segment.
struct MatcherFactory {
  let segment: Segment
  /// The segment's place among those of the snapshot.
  let place: Int
  let similarity: Similarity
  let memory: QueryMemory

  func matcher(_ plan: QueryPlan) -> Matcher {
    switch plan {
    case .nothing: return EmptyMatcher()
    case .all: return AllMatcher(passageCount: segment.passageCount)
    case .term(let term, let weight): return self.term(term, weight)
    case .phrase(let terms, let weight): return phrase(terms, weight)
    case .prefix(let entries, let score): return prefix(entries[place], score)
    case .numericRange(let columns, let range): return numericRange(columns[place], range)
    case .and(let parts, let excluded): return AndMatcher(parts.map(matcher), excluded: excluded.map(matcher))
    case .or(let parts): return OrMatcher(parts.map(matcher))
    case .not(let part): return NotMatcher(matcher(part), passageCount: segment.passageCount)
    case .anyOf(let parts, let factors, let weight):
      return AnyOfMatcher(parts.map(matcher), factors: factors, weight: weight)
    }
  }

  func scoring(_ field: UInt8, _ weight: Double) -> TermScoring {
    TermScoring(weight: weight, factors: similarity.factors(field: field), lengths: segment.lengths[Int(field)])
  }

  func cursor(_ entry: TermEntry) -> PostingCursor {
    PostingCursor(entry, file: segment.base, passageCount: segment.passageCount, memory: memory)
  }

  private func term(_ term: QueryPlan.Term, _ weight: Double) -> Matcher {
    guard let entry = term.entries[place] else { return EmptyMatcher() }
    return TermMatcher(cursor(entry), scoring(term.field, weight))
  }

  private func phrase(_ terms: [QueryPlan.Term], _ weight: Double) -> Matcher {
    var cursors: [(cursor: PostingCursor, offset: UInt32)] = []
    for term in terms {
      guard let entry = term.entries[place] else { return EmptyMatcher() }
      cursors.append((cursor(entry), term.offset))
    }
    let field = terms[0].field
    let isOneField = terms.allSatisfy { $0.field == field }
    return PhraseMatcher(cursors, scoring(field, weight), isOneField: isOneField, memory: memory)
  }

  private func prefix(_ entries: [TermEntry], _ score: Double) -> Matcher {
    guard !entries.isEmpty else { return EmptyMatcher() }
    let bits = PassageBits(passageCount: segment.passageCount, memory: memory)
    var cost = 0
    var isDamaged = false
    for entry in entries {
      // The buffers of each cursor are freed before the next, for a prefix may have a hundred thousand terms.
      let scratch = QueryMemory()
      var cursor = PostingCursor(entry, file: segment.base, passageCount: segment.passageCount, memory: scratch)
      bits.insertAll(&cursor)
      cost += entry.documentCount
      isDamaged = isDamaged || cursor.isDamaged
      withExtendedLifetime(scratch) {}
    }
    return BitsetMatcher(bits, cost: cost, score: score, isDamaged: isDamaged)
  }

  private func numericRange(_ column: NumericColumn, _ range: Query.NumericRange) -> Matcher {
    let indices = column.indices(in: range)
    guard !indices.isEmpty else { return EmptyMatcher() }
    let bits = PassageBits(passageCount: segment.passageCount, memory: memory)
    for index in indices { bits.insert(column.document(index)) }
    return BitsetMatcher(bits, cost: indices.count, score: 0, isDamaged: false)
  }
}
