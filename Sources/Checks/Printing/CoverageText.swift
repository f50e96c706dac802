import Literature

/// The line that ends every run: how much of a document could be looked at.
public enum CoverageText {
  /// `3 errors, 4 warnings; 283 numbers: 201 understood, 150 checkable, 149 checked, 6 failing; 40 citations, 42 references`.
  public static func line(_ report: CheckReport, in language: Language) -> String {
    let verdicts = report.sources.filter { $0.kind != .notInKnowledgeBase }
    let judged = verdicts.isEmpty ? [] : [Wording("against the sources: ", zh: "与出处核对: ") + SourceVerdictText.counts(verdicts)]
    return ([counts(report), numbers(report.coverage), sources(report.coverage)] + judged).joined(separator: "; ").text(
      in: language)
  }

  static func counts(_ report: CheckReport) -> Wording {
    let count = { (severity: Finding.Severity) in report.findings.count { $0.severity == severity } }
    let kinds: [(Int, String, String, String)] = [
      (count(.error), "error", "errors", "处错误"), (count(.warning), "warning", "warnings", "处警告"),
      (count(.info), "remark", "remarks", "处提示"), (report.suppressed.count, "suppressed", "suppressed", "处已豁免"),
    ]
    let shown = kinds.filter { $0.0 > 0 }
    guard !shown.isEmpty else { return Wording("no findings", zh: "未发现问题") }
    return Wording(
      shown.map { "\($0.0) \($0.0 == 1 ? $0.1 : $0.2)" }.joined(separator: ", "),
      zh: shown.map { "\($0.0) \($0.3)" }.joined(separator: ", "))
  }

  private static func numbers(_ coverage: CheckReport.Coverage) -> Wording {
    Wording(
      "\(coverage.numbersSeen) numbers: \(coverage.numbersUnderstood) understood, \(coverage.checkable) checkable, "
        + "\(coverage.checked) checked, \(coverage.failing) failing",
      zh: "数字 \(coverage.numbersSeen) 个: 理解 \(coverage.numbersUnderstood), 可核查 \(coverage.checkable), "
        + "已核查 \(coverage.checked), 不符 \(coverage.failing)")
  }

  private static func sources(_ coverage: CheckReport.Coverage) -> Wording {
    let counts = Wording(
      "\(coverage.citations) citations, \(coverage.references) references",
      zh: "引用 \(coverage.citations) 处, 参考文献 \(coverage.references) 条")
    guard let found = coverage.sourcesFound else { return counts }
    return counts + Wording(" (\(found) of them in the knowledge base)", zh: "(其中 \(found) 条在知识库中)")
  }
}
