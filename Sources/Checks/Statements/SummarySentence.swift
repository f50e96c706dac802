import Literature

/// Where a document sums its findings up, and how much a statement that its figures deny weighs there and elsewhere.
enum SummarySentence {
  private static let sections = ["abstract", "summary", "conclusion", "摘要", "结论", "小结"]

  /// A review speaks of findings throughout. A report sums its own up in the abstract and the conclusion; elsewhere it speaks of single
  /// comparisons, times and groups, and of what others found, which the words of a sentence seldom tell apart: there a contradiction is a remark.
  static func severity(_ passage: Int, in context: CheckContext) -> Finding.Severity {
    let section = context.sectionName(of: passage)
    return context.tellsOfOthers || sections.contains { section.contains($0) } ? .warning : .info
  }
}
