import Literature

/// R404: two different works with one DOI.
public struct SharedDOI: Rule {
  public static let code = "R404"
  public static let name = "shared-doi"
  public static let severity = Finding.Severity.error
  public init() {}

  public func findings(in context: CheckContext) -> [Finding] {
    let references = context.extract.references
    var first: [String: Int] = [:]
    return references.indices.compactMap { index in
      guard let doi = references[index].item.doi?.lowercased() else { return nil }
      guard let original = first[doi] else {
        first[doi] = index
        return nil
      }
      guard TitleLikeness.areOneWork(references[index].item, references[original].item) == false else { return nil }
      let other = references[original].label
      return context.finding(
        of: self, at: references[index].span,
        Wording(
          "Reference \(references[index].label) has the DOI of reference \(other), a different work: \(doi).",
          zh: "参考文献 \(references[index].label) 与另一文献(参考文献 \(other))的 DOI 相同: \(doi)。"),
        related: [context.related(references[original].span, Wording("Reference \(other).", zh: "参考文献 \(other)。"))],
        help: Wording(
          "Look up which of the two the DOI belongs to and give the other its own.", zh: "查询该 DOI 的归属, 为另一条补上自己的 DOI。"))
    }
  }

  public static let explanation = Explanation(
    english: .init(
      what: "Two entries with different titles print the same DOI.",
      why: "A DOI names one work, so at least one of the two leads readers to the wrong paper.",
      example: "Entry 4 \"A trial of one drug\" and entry 9 \"A guideline on another matter\" both with 10.5555/alder.2021.7.",
      remedy: "Look the DOI up, keep it where it belongs, and give the other entry its own.",
      limits: "A title and its translation share a DOI and few words. Chapters of one book may carry the book's DOI."),
    chinese: .init(
      what: "题名不同的两条文献印有同一 DOI。",
      why: "一个 DOI 只对应一篇文献, 因此至少有一条会把读者带到错误的文章。",
      example: "第 4 条(某药试验)与第 9 条(另一主题的指南)的 DOI 均为 10.5555/alder.2021.7。",
      remedy: "查询该 DOI 的归属, 为另一条补上自己的 DOI。",
      limits: "原题与译题共用 DOI 而用词不同; 同一书的各章可能都印书的 DOI。"))
}
