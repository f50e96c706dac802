import Literature
import TextAnalysis

/// Where a document tells its findings and where it sums them up, and how much a statement that its figures deny weighs there and elsewhere.
enum StatementPlace {
  /// Sections that tell of others' findings and of plans.
  private static let unread = ["introduction", "background", "method", "引言", "前言", "背景", "方法", "资料"]
  private static let sections = ["abstract", "summary", "conclusion", "摘要", "结论", "小结"]

  /// Whether a passage stands where a document tells its own findings, by its section.
  static func tellsFindings(_ passage: Int, in context: CheckContext) -> Bool {
    let name = context.sectionName(of: passage)
    return !unread.contains { name.contains($0) }
  }

  /// Sentences that tell findings and lean on no other work, unless the document tells of others' throughout; ascending. O(passages).
  static func own(in context: CheckContext) -> [Int] {
    context.once(Own.self) {
      let cited = Set(context.extract.citations.map(\.passage))
      return telling(in: context).filter { context.tellsOfOthers || !cited.contains($0) }
    }
  }

  /// Sentences where a document tells findings, be it beside a callout; ascending. O(passages).
  static func telling(in context: CheckContext) -> [Int] {
    context.once(Telling.self) {
      context.extract.passages.indices.filter { passage in
        context.extract.passages[passage].kind == .sentence && tellsFindings(passage, in: context)
      }
    }
  }

  private enum Own {}
  private enum Telling {}

  /// A review speaks of findings throughout. A report sums its own up in the abstract and the conclusion; elsewhere it speaks of single
  /// comparisons, times and groups, and of what others found, which the words of a sentence seldom tell apart: there a contradiction is a remark,
  /// and throughout a full-length report, whose abstract may be of any of its comparisons.
  static func severity(_ passage: Int, in context: CheckContext) -> Finding.Severity {
    context.tellsOfOthers || context.isBrief && isSummary(passage, in: context) ? .warning : .info
  }

  /// Without the remarks, where a document is so long that they are not worth their place.
  static func kept(_ findings: [Finding], in context: CheckContext) -> [Finding] {
    context.bearsRemarks ? findings : findings.filter { $0.severity != .info }
  }

  /// Whether a passage stands in an abstract or a conclusion.
  static func isSummary(_ passage: Int, in context: CheckContext) -> Bool {
    let section = context.sectionName(of: passage)
    return sections.contains { section.contains($0) }
  }

  /// The first sentence of an abstract, labels left out: it says why the question was asked. O(sentences of the abstract before it).
  static func opensAbstract(_ passage: Int, in context: CheckContext) -> Bool {
    let passages = context.extract.passages
    guard passages[passage].section == "abstract" else { return false }
    // The parts of an abstract have titles of their own between them.
    let before = passages[..<passage].filter {
      $0.section == "abstract" && $0.kind == .sentence && $0.language == passages[passage].language
    }
    return before.allSatisfy { $0.flow.utf8.count <= longestLabel }
      && context.lexed[passage].tokens.allSatisfy { $0.kind != .number }
  }

  private static let longestLabel = 24
}
