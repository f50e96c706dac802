import Literature
import TextAnalysis

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
      let keys = WorkFingerprint.keys(for: references[index].item)
      let earlier = keys.lazy.compactMap { key in first[key].map { (key, $0) } }.first
      for key in keys where first[key] == nil { first[key] = index }
      guard let (key, original) = earlier, Self.isSame(references[index], references[original], key) else { return nil }
      let ground = Self.ground(key)
      let (label, other) = (references[index].label, references[original].label)
      return context.finding(
        of: self, at: references[index].span,
        Wording(
          "Reference \(label) is the same work as reference \(other) (\(ground.english)).",
          zh: "参考文献 \(label) 与参考文献 \(other) 为同一文献(\(ground.chinese))。"),
        related: [context.related(references[original].span, Wording("Reference \(other).", zh: "参考文献 \(other)。"))],
        help: Wording("Keep one entry and cite it in both places.", zh: "只保留一条, 两处均引用它。"))
    }
  }

  private static func ground(_ key: String) -> Wording {
    let parts = key.split(separator: ":", maxSplits: 1)
    guard parts.count == 2, ["doi", "pmid", "pmc", "arxiv"].contains(parts[0]) else {
      let isTitle = parts.first == "title"
      return isTitle
        ? Wording("same author, year and title", zh: "作者、年份和题名相同")
        : Wording("same author, year and place", zh: "作者、年份和刊名卷页相同")
    }
    let identifier = "\(parts[0].uppercased()) \(parts[1])"
    return Wording("same \(identifier)", zh: "\(identifier) 相同")
  }

  /// Two different DOIs are two works; an identifier shared by works with unlike titles is R404's business.
  private static func isSame(_ left: Reference, _ right: Reference, _ key: String) -> Bool {
    if let doi = left.item.doi, let other = right.item.doi, doi.lowercased() != other.lowercased() { return false }
    // A title or place that was misread makes unlike entries equal: then the printed entries must be alike as well.
    if key.hasPrefix("title:") || key.hasPrefix("place:") {
      return !isElsewhere(left.item, right.item) && sameNumbers(left, right)
        && TitleLikeness.areAlike(left.raw, right.raw) ?? false
    }
    return TitleLikeness.areAlike(left.item.title, right.item.title) ?? true
  }

  /// Another volume, page or edition is another part, or another printing.
  private static func isElsewhere(_ left: BibliographicItem, _ right: BibliographicItem) -> Bool {
    func differ(_ first: String?, _ second: String?) -> Bool {
      guard let first, let second else { return false }
      return first.lowercased() != second.lowercased()
    }
    if left.url != nil, differ(left.url, right.url) { return true }
    return differ(left.volume, right.volume) || differ(left.firstPage, right.firstPage) || differ(left.edition, right.edition)
  }

  /// Reports and pages of one body and year differ by their numbers alone.
  private static func sameNumbers(_ left: Reference, _ right: Reference) -> Bool {
    guard left.item.volume == nil || right.item.volume == nil else { return true }
    return numbers(left.raw) == numbers(right.raw)
  }

  private static func numbers(_ raw: String) -> Set<String> {
    let lexed = LexedText(raw)
    return Set(lexed.tokens.indices.filter { lexed.isNumber($0) }.map { lexed.string($0) })
  }

  public static let explanation = Explanation(
    english: .init(
      what:
        "Two entries of the list are the same work: the same DOI, the same PMID, or the same first author and year with the same title or"
        + " with the same journal, volume and page.",
      why: "A work that is listed twice counts twice, and the callouts to it disagree.",
      example: "Entries 8 and 31 both with DOI 10.5555/alder.2021.7.",
      remedy: "Keep one entry and renumber.",
      limits:
        "Abstract and full paper under one title differ in DOI or kind and are not reported. Works with one DOI and unlike titles are "
        + "reported by R404."),
    chinese: .init(
      what: "文献表中两条为同一文献: DOI 相同、PMID 相同, 或第一作者与年份相同且题名(或刊名、卷、页)相同。",
      why: "同一文献列两次会被重复计数, 引用标注也彼此不一致。",
      example: "第 8 条与第 31 条的 DOI 均为 10.5555/alder.2021.7。",
      remedy: "保留一条并重新编号。",
      limits: "DOI 不同者视为两篇文献, 不报告。DOI 相同而题名不同者由 R404 报告。"))
}
