import Literature
import TextAnalysis

/// A sentence on an event by the name that a row of a table has: that nobody had it, where the row counts some in every group, or that some had it,
/// where the row counts none.
struct ZeroRow: Hashable, Sendable {
  var passage: Int
  /// Bytes of the passage's flow.
  var range: Range<Int>
  /// The row's figures, as printed.
  var figures: String
  var row: SourceSpan

  /// A row of counts alone, in every column behind its name.
  private struct Counts {
    var name: [UInt8]
    var words: Set<String>
    var figures: [String]
    var span: SourceSpan
    var isZero: Bool
  }

  private static let fewestGroups = 2
  private static let some = PhraseSet(
    ["a few", "few", "some", "several", "occasional", "rare cases"], ["少数", "数例", "个别", "几例", "均有", "部分患者", "有少数"])
  private static let nobody = PhraseSet(
    ["no", "none", "nobody", "no patient", "no patients", "without"], ["无", "未发生", "未见", "没有", "未出现", "均无"])
  /// Names of outcomes that begin as a denial.
  private static let harmless = PhraseSet(
    [], ["无进展", "无复发", "无事件", "无病", "无转移", "无失败", "无瘤", "无症状", "无创", "无效", "无论", "无关", "无水"])
  /// What follows narrows the event down.
  private static let otherwise = PhraseSet(
    [
      "related", "attributed", "grade", "serious", "within", "during", "before", "considered", "difference", "differences",
      "other",
      "further", "new", "significant", "effect", "increase", "excess", "fatal", "severe", "expected", "led", "due", "previous",
      "history",
    ],
    ["相关", "级", "严重", "差异", "增加", "其他", "新发", "影响", "意义", "所致", "导致", "归因", "既往", "病史", "重度", "以内", "内"])

  /// In document order. O(sentences · rows).
  static func denied(in context: CheckContext) -> [ZeroRow] {
    let rows = counts(in: context)
    guard !rows.isEmpty else { return [] }
    let labels = GroupLabels.shared(in: context)
    return StatementPlace.own(in: context).flatMap { passage -> [ZeroRow] in
      let text = context.lexed[passage]
      guard some.occurs(in: text) || nobody.occurs(in: text) else { return [] }
      return Clauses.all(in: text).flatMap { Pieces.all(in: text, $0) }.compactMap { piece in
        guard !otherwise.occurs(in: text, piece), !piece.contains(where: { text.isNumber($0) }),
          labels.names(in: text, piece).isEmpty
        else { return nil }
        let bytes = text.tokens[piece.lowerBound].start..<text.tokens[piece.upperBound - 1].end
        let named = rows.filter { isNamed($0, text, piece) }
        let longest = named.map(\.name.count).max()
        guard let row = named.first(where: { $0.name.count == longest }), named.count(where: { $0.name.count == longest }) == 1
        else { return nil }
        let spared = harmless.all(in: text, piece)
        let isNobody = nobody.all(in: text, piece).contains { word in !spared.contains { $0.overlaps(word) } }
        let isSome = some.occurs(in: text, piece)
        guard isSome != isNobody, isSome == row.isZero else { return nil }
        return ZeroRow(passage: passage, range: bytes, figures: row.figures.joined(separator: ", "), row: row.span)
      }
    }
  }

  private static func isNamed(_ row: Counts, _ text: LexedText, _ piece: Range<Int>) -> Bool {
    if row.name.first.map({ $0 >= 0x80 }) ?? false {
      let bytes = Array(text.utf8[text.tokens[piece.lowerBound].start..<text.tokens[piece.upperBound - 1].end])
      return bytes.firstRange(of: row.name) != nil
    }
    return row.words.isSubset(of: Set(OutcomeWords.all(in: text, piece)))
  }

  private static func counts(in context: CheckContext) -> [Counts] {
    context.extract.article.tables.flatMap { table -> [Counts] in
      Dictionary(grouping: table.bodyCells, by: \.row).sorted { $0.key < $1.key }.compactMap {
        _, cells in
        let cells = cells.sorted { $0.column < $1.column }
        guard let name = cells.first, name.column == 0, cells.count > fewestGroups else { return nil }
        let figures = cells.dropFirst().map(\.flow.string)
        let counts = figures.map { count(LexedText($0)) }
        guard counts.allSatisfy({ $0 != nil }) else { return nil }
        let (zeros, all) = (counts.count { $0 == 0 }, counts.count)
        guard zeros == all || zeros == 0 else { return nil }
        let label = name.flow.string.prefix { !"[（(［,，".contains($0) }.trimmingSpaces
        let words = OutcomeWords.all(in: LexedText(label))
        guard label.utf8.count >= fewestBytes, !words.isEmpty else { return nil }
        return Counts(name: Array(label.utf8), words: words, figures: figures, span: name.flow.span, isZero: zeros == all)
      }
    }
  }

  private static let fewestBytes = 5

  /// "0", "4 (1.9)", "0 (0.0)".
  private static func count(_ cell: LexedText) -> Int? {
    guard let number = cell.number(0), number.decimals == 0, number.value >= 0 else { return nil }
    return cell.count == 1 || cell.isSymbol(1, "(") ? Int(number.value) : nil
  }
}

extension Substring {
  fileprivate var trimmingSpaces: String {
    var words = self
    while words.first == " " { words.removeFirst() }
    while words.last == " " { words.removeLast() }
    return String(words)
  }
}
