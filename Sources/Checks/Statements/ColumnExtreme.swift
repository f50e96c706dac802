import Literature
import TextAnalysis

/// A sum in words over a table's rows that no column bears out: a row that is called the highest or lowest and is so in none, or two ends of which
/// one is the end of a column and the other is not.
struct ColumnExtreme: Hashable, Sendable {
  var passage: Int
  /// Bytes of the passage's flow.
  var range: Range<Int>
  /// The end that the column has: "64".
  var figure: String
  var span: SourceSpan

  private static let greatest = PhraseSet(
    [
      "highest", "longest", "greatest", "largest", "best", "most frequent", "most common", "commonest", "most often",
      "most frequently", "most commonly", "oldest", "heaviest", "strongest", "most numerous",
    ],
    ["最高", "最长", "最大", "最多", "居首", "最常见", "最强", "最为常见", "最年长"])
  private static let least = PhraseSet(
    [
      "lowest", "shortest", "smallest", "fewest", "poorest", "least frequent", "least common", "rarest", "youngest",
      "least often",
      "weakest",
    ],
    ["最低", "最短", "最小", "最少", "居末", "最弱", "最少见", "最年轻"])
  private static let gains = PhraseSet(
    [
      "gain", "gains", "difference", "differences", "benefit", "reduction", "advantage", "extended", "prolonged", "change",
      "improvement",
    ],
    ["延长", "差", "获益", "降幅", "增幅", "下降", "提高", "获益", "多用", "减少"])
  /// "The largest trial" may be so by what no table has.
  private static let sizes = PhraseSet(
    ["trial", "trials", "study", "studies", "sample", "cohort", "series", "enrolled", "evidence", "weight"],
    ["样本", "例数", "规模", "证据", "入组", "权重", "试验中最", "研究中最"])
  private static let exceptions = PhraseSet(["apart from", "except", "besides", "other than"], ["除", "之外", "以外"])
  private static let otherwise = PhraseSet(
    ["apart from", "except", "second", "next", "among", "dose", "not", "no", "hitherto", "ever", "so far", "one of", "if"],
    ["除", "之外", "其次", "次之", "未", "不", "无", "之一", "迄今"])

  /// In document order; of short documents with one table of three rows or more. O(sentences · cells).
  static func denied(in context: CheckContext) -> [ColumnExtreme] {
    guard context.isShort else { return [] }
    let grids = context.extract.article.tables.compactMap { table in
      TableGridValues(table).map { (grid: $0, span: table.cells.first?.flow.span) }
    }
    guard !grids.isEmpty else { return [] }
    return context.extract.passages.indices.flatMap { passage -> [ColumnExtreme] in
      guard [.sentence, .note].contains(context.extract.passages[passage].kind) else { return [] }
      let text = context.lexed[passage]
      return Clauses.all(in: text).compactMap { clause in
        let only = grids.count == 1 ? grids.first : nil
        if let only, let span = only.span, let found = range(text, clause, passage, only.grid, span) { return found }
        let isWhole = exceptions.occurs(in: text, clause)
        return (isWhole ? [clause] : Pieces.all(in: text, clause)).lazy.compactMap { piece in
          superlative(text, piece, passage, grids)
        }.first
      }
    }
  }

  // MARK: "The lowest rate was that with A"

  private static func superlative(
    _ text: LexedText, _ piece: Range<Int>, _ passage: Int, _ grids: [(grid: TableGridValues, span: SourceSpan?)]
  ) -> ColumnExtreme? {
    let words = greatest.all(in: text, piece).map { ($0, true) } + least.all(in: text, piece).map { ($0, false) }
    guard words.count == 1, let (word, isGreatest) = words.first, !sizes.occurs(in: text, piece) else { return nil }
    // Of several tables the row stands in one, or in each of them the words are denied.
    let answers = grids.compactMap { grid in
      grid.span.flatMap { span in isBorne(text, piece, isGreatest, grid.grid).map { (isBorne: $0, span: span) } }
    }
    guard let first = answers.first, answers.allSatisfy({ !$0.isBorne }) else { return nil }
    return ColumnExtreme(passage: passage, range: word, figure: text.string(word), span: first.span)
  }

  /// Of a part of the rows it may be told: of the adverse events, of the complications.
  private static let parts = PhraseSet(
    [
      "adverse event", "adverse events", "complication", "complications", "side effect", "side effects", "harms", "symptom",
      "event",
    ],
    ["不良反应", "不良事件", "并发症", "具体", "事件"])
  private static let leastBlock = 3

  /// What stands between 除 and 外.
  private static func excepted(_ words: String) -> String {
    guard let start = words.firstIndex(of: "除"), let end = words[start...].firstIndex(of: "外") else { return "" }
    return String(words[start..<end])
  }

  /// Whether a column bears out that a row is the greatest or the least; nil where the words name no row of the table, or several.
  private static func isBorne(_ text: LexedText, _ piece: Range<Int>, _ isGreatest: Bool, _ grid: TableGridValues) -> Bool? {
    let bytes = text.tokens[piece.lowerBound].start..<text.tokens[piece.upperBound - 1].end
    let words = text.string(bytes)
    let excepted = excepted(words)
    let without = Set(excepted.isEmpty ? [] : grid.names.indices.filter { names(grid.names[$0], excepted) })
    let rest = without.isEmpty ? words : words.replacing(excepted, with: " ")
    guard !without.isEmpty || !otherwise.occurs(in: text, piece) else { return nil }
    let named = grid.names.indices.filter { names(grid.names[$0], rest) && !without.contains($0) }
    guard named.count == 1, let row = named.first else { return nil }
    let isGain = gains.occurs(in: text, piece)
    let printed = piece.compactMap { text.number($0) }.filter { $0.decimals > 0 }
    // "The greatest was the 3.9 of A" is of the column that has 3.9 for A.
    let heads = grid.columns.map { names($0.head, text.string(bytes)) }
    let columns = zip(grid.columns, heads).filter { !heads.contains(true) || $0.1 }.map(\.0).filter { column in
      (isGain || !column.isReckoned)
        && (printed.isEmpty || printed.contains { number in column.values[row].map { agrees(number, abs($0)) } ?? false })
    }
    guard !columns.isEmpty else { return nil }
    let isOfPart = parts.occurs(in: text, piece)
    return columns.contains { column in
      guard let own = column.values[row] else { return false }
      let kept = column.values.indices.filter { !without.contains($0) && column.values[$0] != nil }
      if isOfPart, isEnd(of: row, kept, column, isGreatest) { return true }
      let others = kept.compactMap { column.values[$0] }
      // Falls are printed with a minus, so that the greatest is the least: either end will do then.
      let ends = (others.max() ?? own, others.min() ?? own)
      return own == (isGreatest ? ends.0 : ends.1) || ends.1 < 0 && own == (isGreatest ? ends.1 : ends.0)
        || isRatio(column) && (own == ends.0 || own == ends.1)
    }
  }

  /// Whether a row is the end of some rows that stand side by side.
  private static func isEnd(of row: Int, _ kept: [Int], _ column: TableGridValues.Column, _ isGreatest: Bool) -> Bool {
    guard let place = kept.firstIndex(of: row), let own = column.values[row] else { return false }
    let isNoEnd = { (index: Int) in column.values[index].map { isGreatest ? $0 > own : $0 < own } ?? false }
    let before = kept[..<place].reversed().prefix { !isNoEnd($0) }.count
    let behind = kept[(place + 1)...].prefix { !isNoEnd($0) }.count
    return before + behind + 1 >= leastBlock
  }

  /// The lower ratio is the greater effect.
  private static func isRatio(_ column: TableGridValues.Column) -> Bool {
    column.values.compactMap { $0 }.allSatisfy { $0 > 0 && $0 < 2 } && column.decimals == 2
  }

  /// Whether some words name a row: by a name in capitals or a word of five letters or more that the row has, or two Chinese characters.
  static func names(_ row: String, _ words: String) -> Bool {
    let parts = row.split { " ;[]()（）,+".contains($0) }.map(String.init).filter { part in
      part.utf8.count >= 5 && !part.hasSuffix("组") && part.unicodeScalars.contains { $0.properties.isAlphabetic }
    }
    let name = row.split(separator: ";").first.map { $0.trimmingPrefix { $0 == " " } }.map(String.init) ?? ""
    let plain = name.prefix { !"[(（".contains($0) }.lowercased().split(separator: " ").joined(separator: " ")
    if plain.utf8.count >= 6, plain.contains(" ") || plain.utf8.allSatisfy({ $0 >= 0x80 }), !plain.hasSuffix("组"),
      words.lowercased().contains(plain)
    {
      return true
    }
    return parts.contains { part in
      guard let range = words.utf8.firstRange(of: part.utf8) else { return false }
      let next = range.upperBound < words.utf8.endIndex ? words.utf8[range.upperBound] : 0x20
      return !(0x30...0x39).contains(next) && next != 0x2D && !(0x41...0x5A).contains(next & 0xDF)
    }
  }

  // MARK: "Ranged from 71% to 88%"

  private static let between = PhraseSet(
    ["between", "ranged from", "ranging from", "ranges from", "varied from", "varied between"],
    ["介于", "之间", "不等", "最低为", "集中在", "波动于"])
  private static let spans = PhraseSet(["interval", "confidence", "aged", "age", "follow up"], ["区间", "岁", "随访", "置信", "可信"])
  private static let mostApart = 7

  /// What was named before need not be all rows.
  private static let pointing = PhraseSet(["their", "these", "those"], ["其", "这些", "上述"])

  private static func range(
    _ text: LexedText, _ clause: Range<Int>, _ passage: Int, _ grid: TableGridValues, _ span: SourceSpan
  ) -> ColumnExtreme? {
    guard between.occurs(in: text, clause), !spans.occurs(in: text, clause), !pointing.occurs(in: text, clause) else {
      return nil
    }
    let numbers = clause.filter { text.isNumber($0) && !isCalled($0, text) }
    guard numbers.count == 2, numbers[1] - numbers[0] <= mostApart, let low = text.number(numbers[0]),
      let high = text.number(numbers[1]),
      low.value < high.value, low.decimals == high.decimals
    else { return nil }
    var odd: Double?
    for column in grid.columns {
      let values = column.values.compactMap { $0 }
      guard let least = values.min(), let most = values.max(), values.count >= 3 else { continue }
      let (isLow, isHigh) = (agrees(low, least), agrees(high, most))
      if isLow && isHigh { return nil }
      let (wrong, end) = isLow ? (high.value, most) : (low.value, least)
      // A round bound may lie outside of all; a slip is another figure of the column, or leaves one out.
      let isSlip =
        values.contains { agrees(isLow ? high : low, $0) } || isLow && end > wrong && end < 2 * wrong
        || isHigh && end < wrong && 2 * end > wrong
      guard isLow != isHigh, isSlip, isHigh || end < 3 * wrong, column.decimals >= low.decimals,
        high.value >= 10 || low.decimals > 0
      else { continue }
      odd = isLow ? most : least
    }
    guard let odd else { return nil }
    return ColumnExtreme(
      passage: passage, range: text.tokens[numbers[0]].start..<text.tokens[numbers[1]].end,
      figure: NumberText.fixed(odd, low.decimals), span: span)
  }

  private static func agrees(_ printed: PrintedNumber, _ value: Double) -> Bool {
    let unit = (0..<printed.decimals).reduce(1.0) { unit, _ in unit / 10 }
    return abs(printed.value - value) <= 0.5 * unit + 1e-9
  }

  /// A callout, "Table 2", part of a name.
  private static func isCalled(_ index: Int, _ text: LexedText) -> Bool {
    text.isSymbol(index - 1, "[") || text.isSymbol(index + 1, "]")
      || text.isSymbol(index - 1, "-") && index > 1 && text.tokens[index - 2].kind == .word
      || text.isWord(index - 1, "table") || text.hanHasSuffix(index - 1, "表")
  }
}
