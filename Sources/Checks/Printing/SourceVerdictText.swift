import Literature

/// Verdicts of sources as people read them: what the manuscript says, what the source says, and how they agree.
///
///     12:8  OS HR 0.64 [7]  not in the source
///       manuscript: “Overall survival was longer (HR 0.64) [7].”
///       alder-2019:88: “… HR 0.46 (95% CI 0.32 to 0.66) …”
public enum SourceVerdictText {
  /// All verdicts of a report with a head line; empty where there is none. Ends with a line feed.
  public static func text(_ report: CheckReport, in language: Language) -> String {
    guard !report.sources.isEmpty else { return "" }
    let head = Wording("Sources of \(report.path)", zh: "\(report.path) 的出处核对").text(in: language)
    let blocks = report.sources.map { block($0, language) }
    return ([head] + blocks + [counts(report.sources).text(in: language)]).joined(separator: "\n") + "\n"
  }

  /// "12 the same, 2 rounded, 1 on another endpoint".
  static func counts(_ verdicts: [SourceVerdict]) -> Wording {
    let counted = SourceVerdict.Kind.allCases.map { kind in (kind, verdicts.count { $0.kind == kind }) }.filter { $0.1 > 0 }
    return counted.map { Wording("\($0.1) \(words($0.0).english)", zh: "\($0.1) 项\(words($0.0).chinese)") }.joined(
      separator: ", ")
  }

  private static func block(_ verdict: SourceVerdict, _ language: Language) -> String {
    let name = [verdict.trial, verdict.endpoint].compactMap { $0 }.joined(separator: " ")
    let labels = verdict.references.joined(separator: ", ")
    let head = "\(verdict.line):\(verdict.column)  \(name.isEmpty ? "" : name + " ")\(verdict.figures) [\(labels)]  "
    var lines = [head + words(verdict.kind).text(in: language)]
    guard verdict.kind != .notInKnowledgeBase else { return lines[0] }
    lines.append("  " + Wording("manuscript: ", zh: "文稿: ").text(in: language) + quoted(verdict.text))
    if let found = verdict.found { lines.append("  \(found.alias):\(found.line): " + quoted(found.text)) }
    if let expected = verdict.expected {
      let lead = Wording("for what the sentence says: ", zh: "句中所述: ").text(in: language)
      lines.append("  \(expected.alias):\(expected.line): \(lead)" + quoted(expected.text))
    }
    return lines.joined(separator: "\n")
  }

  private static func quoted(_ text: String) -> String {
    "“" + text.split { $0.isNewline || $0 == "\t" }.joined(separator: " | ") + "”"
  }

  static func words(_ kind: SourceVerdict.Kind) -> Wording {
    switch kind {
    case .same: Wording("the same", zh: "一致")
    case .rounded: Wording("rounded", zh: "经舍入一致")
    case .misrounded: Wording("rounded otherwise", zh: "舍入不符")
    case .otherEndpoint: Wording("on another endpoint", zh: "属于另一终点")
    case .otherPopulation: Wording("of another population", zh: "属于另一人群")
    case .otherArm: Wording("of the other arm", zh: "属于另一组")
    case .otherCut: Wording("of another analysis", zh: "属于另一次分析")
    case .absent: Wording("not in the source", zh: "不见于出处")
    case .inText: Wording("in the source's text only", zh: "仅见于出处文字")
    case .unclear: Wording("not to be judged", zh: "无法判断")
    case .notInKnowledgeBase: Wording("source not in the knowledge base", zh: "出处不在知识库中")
    }
  }
}
