import Literature

/// C303: in a list numbered by first citation, a reference that is first cited before a lower number.
public struct CitationOrder: Rule {
  public static let code = "C303"
  public static let name = "citation-order"
  public static let severity = Finding.Severity.warning
  public init() {}

  /// A list with more first citations out of turn than this is ordered otherwise (by alphabet, by year).
  private static let toleratedShare = 0.08

  /// A callout with so many letters calls by name: "[Alder 2019]"; "[refs. 3, 4]" has fewer.
  private static let fewestLetters = 6

  public func findings(in context: CheckContext) -> [Finding] {
    let (firsts, floating) = firstCitations(in: context)
    guard firsts.count >= 3 else { return [] }
    let kept = longestAscending(firsts.map(\.number))
    var wrong = firsts.indices.filter { !kept.contains($0) }
    if !wrong.isEmpty {
      let unlinked = UnlinkedCallouts(context)
      wrong.removeAll { unlinked.name(firsts[$0].number) }
    }
    guard Double(wrong.count) <= max(2, Self.toleratedShare * Double(firsts.count)) else { return [] }
    return wrong.compactMap { finding($0, among: firsts, in: context) }
      + early(floating, firsts.indices.filter { kept.contains($0) }.map { firsts[$0] }, in: context)
  }

  /// Numbers that tables hold as well and that the text names too early: a table could only have named them earlier still. More than one
  /// show a list in another order, or tables that come first.
  private func early(_ floating: [First], _ kept: [First], in context: CheckContext) -> [Finding] {
    let found = floating.compactMap { first -> (First, First)? in
      let late = (kept + floating).filter { $0.number < first.number && $0.citation > first.citation }
      let isInText = kept.contains { $0.number < first.number && $0.citation > first.citation }
      return isInText && late.count >= 3 ? (first, late[0]) : nil
    }
    guard found.count == 1, let (first, other) = found.first else { return [] }
    return [finding(first, other, isEarly: true, in: context)]
  }

  /// A number that stands too early names the lower one that follows, one that stands too late the higher one before it.
  private func finding(_ position: Int, among firsts: [First], in context: CheckContext) -> Finding? {
    let first = firsts[position]
    let later = firsts[(position + 1)...].first { $0.number < first.number }
    guard let other = later ?? firsts[..<position].first(where: { $0.number > first.number }) else { return nil }
    return finding(first, other, isEarly: later != nil, in: context)
  }

  private func finding(_ first: First, _ other: First, isEarly: Bool, in context: CheckContext) -> Finding {
    context.finding(
      of: self, at: context.extract.citations[first.citation].span,
      Wording(
        "Reference \(first.number) is first cited \(isEarly ? "before" : "after") reference \(other.number).",
        zh: "参考文献 \(first.number) 的首次引用\(isEarly ? "早" : "晚")于参考文献 \(other.number)。"),
      related: [
        context.related(
          context.extract.citations[other.citation].span,
          Wording("Reference \(other.number) is first cited here.", zh: "参考文献 \(other.number) 首次引用于此。"))
      ],
      help: Wording("Number the references in the order of their first citation.", zh: "按首次引用的次序编号。"))
  }

  private typealias First = (number: Int, citation: Int)

  /// Each number with its first callout in running text. Tables and captions float: numbers cited there say nothing of order. Those
  /// that the text names before the table does are apart.
  private func firstCitations(in context: CheckContext) -> (firsts: [First], floating: [First]) {
    var seen: Set<Int> = []
    var floating: Set<Int> = []
    /// Numbers of a table that stands before their first callout in the text.
    var ahead: Set<Int> = []
    var firsts: [First] = []
    let numbers = CitedNumbers.all(in: context)
    for (index, citation) in context.extract.citations.enumerated() {
      let passage = context.extract.passages[citation.passage]
      let isRunning = passage.kind == .sentence || passage.kind == .heading
      // Author and year, in a list that has no numbers of its own.
      let isNumbered =
        citation.isNumbered
        || citation.marker.contains(where: \.isNumber) && citation.marker.count(where: \.isLetter) < Self.fewestLetters
      guard isNumbered, citation.resolved.allSatisfy({ Int($0) != nil }) else { return ([], []) }
      let known = Set(citation.resolved.compactMap(Int.init))
      if CalloutFigures.isFigure(citation, in: context) {
        floating.formUnion(known)
        continue
      }
      for number in numbers[index] where known.contains(number) || number < known.max() ?? 0 {
        if !isRunning {
          if !seen.contains(number) { ahead.insert(number) }
          floating.insert(number)
        } else if seen.insert(number).inserted {
          firsts.append((number, index))
        }
      }
    }
    return (
      firsts.filter { !floating.contains($0.number) },
      firsts.filter { floating.contains($0.number) && !ahead.contains($0.number) }
    )
  }

  /// Positions of a longest ascending run with gaps. O(n log n), patience sorting.
  private func longestAscending(_ numbers: [Int]) -> Set<Int> {
    var tails: [Int] = []
    var previous = [Int?](repeating: nil, count: numbers.count)
    for (position, number) in numbers.enumerated() {
      let pile = tails.partitionPoint { numbers[$0] >= number }
      previous[position] = pile > 0 ? tails[pile - 1] : nil
      if pile < tails.count { tails[pile] = position } else { tails.append(position) }
    }
    var kept: Set<Int> = []
    var cursor = tails.last
    while let position = cursor {
      kept.insert(position)
      cursor = previous[position]
    }
    return kept
  }

  public static let explanation = Explanation(
    english: .init(
      what: "References are numbered in the order of their first citation, but here a number is first cited before a lower one.",
      why:
        "Journals with numbered references want this order, and a break in it is the usual trace of a moved paragraph or an added source.",
      example: "First citations 1, 2, 3, 5, 4, 6: reference 5 is first cited before 4.",
      remedy: "Renumber the list, or let the reference manager do it.",
      limits:
        "Lists in another order (by alphabet) are recognised by their many breaks and left alone. Numbers that first appear in tables and "
        + "figures are not counted, since these float."),
    chinese: .init(
      what: "参考文献按首次引用顺序编号, 但此处某号的首次引用早于更小的号。",
      why: "顺序编码制期刊要求如此; 次序中断通常是段落移动或增补文献的痕迹。",
      example: "首次引用次序为 1, 2, 3, 5, 4, 6: 第 5 条先于第 4 条。",
      remedy: "重新编号, 或由文献管理软件完成。",
      limits: "以其他次序(如字母顺序)编排的文献表会出现大量中断, 本规则识别后不作报告。仅在图表中首次出现的编号不计。"))
}
