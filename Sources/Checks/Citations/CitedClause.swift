import Literature
import TextAnalysis

/// The words that a callout stands for: from the callout or the cut before it to where its own clause ends.
struct CitedClause: Hashable, Sendable {
  /// Of the passage's lexed text; never empty.
  let tokens: Range<Int>

  /// - Parameter index: into `Extract.citations`. Nil where no words stand there.
  init?(_ index: Int, in context: CheckContext) {
    let citation = context.extract.citations[index]
    let (text, flow) = (context.lexed[citation.passage], context.extract.passages[citation.passage].flow)
    guard let start = flow.flowOffset(ofSource: citation.span.start), let end = flow.flowOffset(ofSource: citation.span.end - 1)
    else {
      return nil
    }
    let (last, next) = (text.firstToken(at: start), text.firstToken(at: end + 1))
    let clauses = Clauses.all(in: text)
    var first = clauses.first { $0.contains(max(0, last - 1)) }?.lowerBound ?? 0
    var limit = clauses.first { $0.contains(max(0, last - 1)) }?.upperBound ?? text.count
    for other in context.citations(in: citation.passage) where other.span != citation.span {
      guard let place = flow.flowOffset(ofSource: other.span.start) else { continue }
      let token = text.firstToken(at: place)
      if token < last { first = max(first, text.firstToken(at: (flow.flowOffset(ofSource: other.span.end - 1) ?? place) + 1)) }
      // What stands before the next callout is that one's, unless this one begins the clause ("Alder [3] found …").
      if token > last { limit = min(limit, last - first > Self.fewestWords ? next : token) }
    }
    guard first < max(limit, last) else { return nil }
    tokens = first..<min(text.count, max(limit, last))
  }

  /// So few words before a callout are the name of the work.
  private static let fewestWords = 4
}
