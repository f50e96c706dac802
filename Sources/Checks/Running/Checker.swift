import Literature
import TextAnalysis

/// Runs rules over one document.
public enum Checker {
  /// Runs every rule of the registry, or those given. Deterministic; never throws: what cannot be judged is left alone.
  public static func check(
    extract: Extract, sources: (any SourceLookup)? = nil, rules: [any Rule] = RuleRegistry.rules
  ) -> CheckReport {
    let context = CheckContext(extract: extract, sources: sources)
    var findings: [Finding] = []
    var reach = RuleReach()
    for rule in rules {
      findings += rule.findings(in: context)
      reach.formUnion(rule.reach(in: context))
    }
    findings.sort { ($0.span.start, $0.span.end, $0.code, $0.message) < ($1.span.start, $1.span.end, $1.code, $1.message) }
    return CheckReport(
      documentID: extract.documentID, path: extract.path, findings: findings,
      coverage: coverage(context, reach: reach, findings: findings))
  }

  private static func coverage(_ context: CheckContext, reach: RuleReach, findings: [Finding]) -> CheckReport.Coverage {
    let failing = Set(findings.filter { $0.severity != .info }.flatMap(\.cards))
    var coverage = CheckReport.Coverage()
    for (index, passage) in context.extract.passages.enumerated() where passage.kind != .reference {
      let cards = context.cardsByPassage[index] ?? []
      for token in context.lexed[index].tokens where token.kind == .number {
        coverage.numbersSeen += 1
        let holders = cards.isEmpty ? [] : cards.filter { holds(context.results[$0], token, of: passage) }
        if holders.isEmpty { continue }
        coverage.numbersUnderstood += 1
        if holders.contains(where: reach.checkable.union(reach.checked).contains) { coverage.checkable += 1 }
        if holders.contains(where: reach.checked.contains) { coverage.checked += 1 }
        if holders.contains(where: failing.contains) { coverage.failing += 1 }
      }
    }
    coverage.citations = context.extract.citations.count
    coverage.references = context.extract.references.count
    if context.sources.hasLookup {
      coverage.sourcesFound = context.sources.foundCount
      coverage.sourcesMissing = context.extract.references.count - context.sources.foundCount
    }
    return coverage
  }

  private static func holds(_ card: ResultCard, _ token: Token, of passage: Passage) -> Bool {
    passage.flow.span(of: token.range).overlaps(card.span)
  }
}
