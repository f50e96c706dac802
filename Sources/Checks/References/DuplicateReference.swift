import Literature

/// R403: one work listed twice.
public struct DuplicateReference: Rule {
  public static let code = "R403"
  public static let name = "duplicate-reference"
  public static let severity = Finding.Severity.warning
  public init() {}

  public func findings(in context: CheckContext) -> [Finding] {
    let references = context.extract.references
    var first: [String: Int] = [:]
    return references.indices.compactMap { index in
      let keys = Self.keys(references[index].item)
      let earlier = keys.lazy.compactMap { key in first[key].map { (key, $0) } }.first
      for key in keys where first[key] == nil { first[key] = index }
      guard let (key, original) = earlier, Self.isSame(references[index].item, references[original].item) else { return nil }
      let (label, other) = (references[index].label, references[original].label)
      return context.finding(
        of: self, at: references[index].span, "Reference \(label) is the same work as reference \(other) (\(Self.ground(key))).",
        related: [context.related(references[original].span, "Reference \(other).")],
        help: "Keep one entry and cite it in both places.")
    }
  }

  private static func keys(_ item: BibliographicItem) -> [String] {
    var keys: [String] = []
    if let doi = item.doi { keys.append("DOI " + doi.lowercased()) }
    if let pmid = item.pmid { keys.append("PMID " + pmid) }
    if let print = WorkIdentity.fingerprint(item.title) {
      keys.append("title " + [print, item.year.map(String.init) ?? "", item.volume ?? "", item.firstPage ?? ""].joined(separator: "|"))
    }
    return keys
  }

  private static func ground(_ key: String) -> String { key.hasPrefix("title ") ? "same title, year and place" : "same \(key)" }

  /// An identifier shared by works with unlike titles is R404's business.
  private static func isSame(_ left: BibliographicItem, _ right: BibliographicItem) -> Bool {
    TitleLikeness.areAlike(left.title, right.title) ?? true
  }

  public static let explanation = Explanation(
    english: .init(
      what: "Two entries of the list are the same work: the same DOI, the same PMID, or the same title with year, volume and first page.",
      why: "A work that is listed twice counts twice, and the callouts to it disagree.",
      example: "Entries 8 and 31 both with DOI 10.5555/alder.2021.7.",
      remedy: "Keep one entry and renumber.",
      limits: "Abstract and full paper under one title differ in volume or page and are not reported. Works with one DOI and unlike titles are "
        + "reported by R404."),
    chinese: .init(
      what: "文献表中两条为同一文献: DOI 相同、PMID 相同, 或题名与年、卷、首页均相同。",
      why: "同一文献列两次会被重复计数, 引用标注也彼此不一致。",
      example: "第 8 条与第 31 条的 DOI 均为 10.5555/alder.2021.7。",
      remedy: "保留一条并重新编号。",
      limits: "同题的会议摘要与正式论文卷页不同, 不报告。DOI 相同而题名不同者由 R404 报告。"))
}
