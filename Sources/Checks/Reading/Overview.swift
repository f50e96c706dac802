import Literature

/// Whether a document tells of other people's studies rather than of one of its own.
enum Overview {
  private static let ownSections = [
    "method", "material", "statistical", "participants", "results", "patients and", "findings", "trial design", "procedures",
    "方法", "对象", "资料",
    "结果", "统计", "病例",
  ]
  private static let fewestCited = 3
  private static let leastShare = 0.4

  /// No section of methods or results, and callouts in two of five sentences of the body. O(passages + citations).
  static func isOne(_ extract: Extract) -> Bool {
    var sentences = 0
    var cited = 0
    let names = SectionNames(extract.article.sections)
    let withCallouts = Set(extract.citations.map(\.passage))
    for (index, passage) in extract.passages.enumerated() {
      let section = names.name(of: passage)
      if passage.kind != .reference, ownSections.contains(where: section.contains) { return false }
      guard passage.kind == .sentence, section != "abstract" else { continue }
      sentences += 1
      if withCallouts.contains(index) { cited += 1 }
    }
    return cited >= fewestCited && Double(cited) >= leastShare * Double(sentences)
  }
}
