import Literature

/// C302: an entry of the reference list that the text never cites.
public struct UncitedReference: Rule {
  public static let code = "C302"
  public static let name = "uncited-reference"
  public static let severity = Finding.Severity.warning
  public init() {}

  /// Above this share of the list it is more likely that callouts were not recognised.
  private static let tooMany = 0.34

  public func findings(in context: CheckContext) -> [Finding] {
    let references = context.extract.references
    let cited = Set(context.extract.citations.flatMap(\.references))
    let labels = Set(context.extract.citations.flatMap(\.resolved))
    let numbers = Set(CitedNumbers.all(in: context).flatMap { $0 })
    let unmarked = references.indices.filter { index in
      let isInRange = CitedNumbers.leadingNumber(references[index].label).map(numbers.contains) ?? false
      // A pointer to the reviewers' reports, which some publishers print as the last entry.
      if references[index].raw.contains("re-publication history") { return false }
      return !cited.contains(index) && !labels.contains(references[index].label) && !isInRange
    }
    guard !unmarked.isEmpty else { return [] }
    let unlinked = UnlinkedCallouts(context)
    let uncited = unmarked.filter { !unlinked.name(references[$0]) }
    guard !cited.isEmpty, Double(uncited.count) <= max(1, Self.tooMany * Double(references.count)) else { return [] }
    return uncited.map { index in
      context.finding(
        of: self, at: references[index].span,
        Wording("Reference \(references[index].label) is never cited.", zh: "参考文献 \(references[index].label) 从未被引用。"),
        help: Wording("Cite it where its evidence is used, or take it out of the list.", zh: "在使用其证据处引用, 或从文献表中删去。"))
    }
  }

  public static let explanation = Explanation(
    english: .init(
      what: "An entry of the reference list is cited nowhere in the text, tables, captions or notes.",
      why: "It lengthens the list without supporting anything, and often shows that a citation was lost with a deleted sentence.",
      example: "A list of 40 entries; the callouts name 1 to 22 and 24 to 40: entry 23 is uncited.",
      remedy: "Cite it or delete it, and renumber.",
      limits:
        "Callouts inside figures cannot be seen. Where a file marks its callouts, those it leaves unmarked (\"[e.g. 7-10]\", \"(WHO 2010)\") count as "
        + "well. If more than a third of a list looks uncited the callouts were probably not "
        + "recognised, and the rule is silent."),
    chinese: .init(
      what: "参考文献表中的某条在正文、表、图注、脚注中均未被引用。",
      why: "它只增加篇幅而不支持任何论述, 也常说明某处引用随句子被删而丢失。",
      example: "文献表共 40 条, 正文引用了 1~22 与 24~40, 则第 23 条未被引用。",
      remedy: "在相应处引用, 或删除并重新编号。",
      limits: "图片中的引用无法识别。文件中未加标记的引用(如 \"[e.g. 7-10]\"、\"(WHO 2010)\")也计为已引用。若超过三分之一的条目看似未被引用, 多半是标注未被识别, 本规则不作报告。"))
}
