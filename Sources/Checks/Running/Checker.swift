import Literature

/// Runs rules over one document.
public enum Checker {
  /// Runs every rule of the registry, or those given. Deterministic; never throws: what cannot be judged is left alone.
  public static func check(
    extract: Extract, sources: (any SourceLookup)? = nil, retractions: (any RetractionLookup)? = nil,
    journals: (any JournalLookup)? = nil, rules: [any Rule] = RuleRegistry.rules, language: Language = .english
  ) -> CheckReport {
    let context = CheckContext(
      extract: extract, sources: sources, retractions: retractions, journals: journals, language: language)
    var findings: [Finding] = []
    var reach = RuleReach()
    for rule in rules {
      findings += rule.findings(in: context)
      reach.formUnion(rule.reach(in: context))
    }
    findings.sort { ($0.span.start, $0.span.end, $0.code, $0.message) < ($1.span.start, $1.span.end, $1.code, $1.message) }
    FindingFingerprints(context).set(in: &findings)
    let numbers = NumberExaminer(context: context, reach: reach, findings: findings).numbers()
    var report = CheckReport(
      documentID: extract.documentID, path: extract.path, findings: findings, numbers: numbers,
      coverage: coverage(context, numbers))
    report.sources = SourceVerdicts(context: context).all()
    return report
  }

  private static func coverage(_ context: CheckContext, _ numbers: [ExaminedNumber]) -> CheckReport.Coverage {
    var coverage = CheckReport.Coverage(numbers: numbers)
    coverage.citations = context.extract.citations.count
    coverage.references = context.extract.references.count
    if context.sources.hasLookup {
      coverage.sourcesFound = context.sources.foundCount
      coverage.sourcesMissing = context.extract.references.count - context.sources.foundCount
    }
    return coverage
  }
}
