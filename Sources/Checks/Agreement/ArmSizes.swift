import Literature
import TextAnalysis

/// A group's size with a slip of digits against the heads of the document's tables: "212 were given A and 219 B" above columns of 212 and
/// 209; 每组 118 例 above two columns of 108.
struct ArmSizes {
  struct Odd: Hashable {
    var passage: Int
    /// Bytes of the passage's flow: the size.
    var range: Range<Int>
    var size: Int
    var meant: Int
    /// A row of the table whose head has the other size.
    var row: Int
  }

  private static let partial = PhraseSet(
    [
      "safety", "per protocol", "completed", "completing", "analysed", "analyzed", "evaluable", "treated", "interim", "planned",
      "required", "needed", "subgroup", "lost", "withdrew", "missing", "followed",
    ],
    ["安全", "方案集", "分析集", "可评", "完成", "计划", "样本量", "亚组", "期中", "失访", "脱落", "拟"])
  private static let entering = PhraseSet(
    ["randomised", "randomized", "randomly", "assigned", "allocated", "allotted", "randomisation", "randomization", "enrolled"],
    ["随机", "分入", "分为", "分配", "入组", "纳入"])

  /// In document order. O(tokens).
  static func all(in context: CheckContext) -> [Odd] {
    guard !context.isReview, let (heads, row) = heads(in: context) else { return [] }
    return context.extract.passages.indices.flatMap { passage -> [Odd] in
      let kind = context.extract.passages[passage].kind
      guard kind == .sentence || kind == .caption else { return [] }
      let text = context.lexed[passage]
      guard entering.occurs(in: text) else { return [] }
      let counts = PrintedCount.all(in: text)
      let found = run(text, counts, heads) ?? each(text, counts, heads)
      return found.map { [Odd(passage: passage, range: $0.count.range, size: $0.count.value, meant: $0.meant, row: row)] } ?? []
    }
  }

  /// The sizes that all heads of tables with several sizes have, and a row below one of them.
  private static func heads(in context: CheckContext) -> (sizes: [Int], row: Int)? {
    let all = context.extract.article.tables.indices.compactMap { table -> (sizes: [Int], table: Int)? in
      let cells = context.extract.article.tables[table].headCells
      let sizes = cells.compactMap { ColumnShares.total(LexedText($0.flow.utf8)) }
      return (2...3).contains(sizes.count) ? (sizes, table) : nil
    }
    guard let first = all.first, all.allSatisfy({ $0.sizes == first.sizes }), first.sizes.allSatisfy({ $0 >= fewest }),
      let row = context.extract.passages.firstIndex(where: { $0.tableRow?.table == first.table })
    else { return nil }
    return (first.sizes, row)
  }

  private static let fewest = 20
  private static let longestGap = 90

  private typealias Slip = (count: PrintedCount, meant: Int)

  /// Neighbouring counts that are the heads' sizes in their order but for one.
  private static func run(_ text: LexedText, _ counts: [PrintedCount], _ heads: [Int]) -> Slip? {
    guard counts.count >= heads.count else { return nil }
    for start in 0...counts.count - heads.count {
      let run = Array(counts[start..<start + heads.count])
      let wrong = run.indices.filter { run[$0].value != heads[$0] }
      guard wrong.count == 1, let place = wrong.first, run[place].value.isSlip(of: heads[place]),
        let first = run.first, let last = run.last, last.range.lowerBound - first.range.upperBound <= longestGap,
        !counts.contains(where: { $0.value == heads[place] }), !isPartial(text, first.range.lowerBound..<last.range.upperBound)
      else { continue }
      return (run[place], heads[place])
    }
    return nil
  }

  /// "118 in each group", 每组 118 例.
  private static func each(_ text: LexedText, _ counts: [PrintedCount], _ heads: [Int]) -> Slip? {
    guard let size = heads.first, heads.allSatisfy({ $0 == size }) else { return nil }
    let odd = counts.first { count in
      (PartsOfWhole.isOfEach(text, count) || isOfEachGroup(text, count)) && count.value.isSlip(of: size)
        && !isPartial(text, count.range)
    }
    return odd.map { ($0, size) }
  }

  private static func isOfEachGroup(_ text: LexedText, _ count: PrintedCount) -> Bool {
    let first = text.firstToken(at: count.range.lowerBound)
    return text.hanHasSuffix(first - 1, "每组") || text.hanHasSuffix(first - 1, "各组")
  }

  /// Whether the clause around some bytes tells of a part of those who were allocated.
  private static func isPartial(_ text: LexedText, _ bytes: Range<Int>) -> Bool {
    let (first, next) = (text.firstToken(at: bytes.lowerBound), text.firstToken(at: bytes.upperBound))
    let isStop = { (index: Int) in text.isSymbol(index, ";") || text.isSymbol(index, "。") || text.isSymbol(index, ",") }
    let start = (0..<first).last(where: isStop).map { $0 + 1 } ?? 0
    let end = (next..<max(next, text.count)).first(where: isStop) ?? text.count
    return partial.occurs(in: text, start..<max(start, end))
  }
}
