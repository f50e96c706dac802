import Literature
import Statistics
import TextAnalysis

/// Reads the rows of a table that give an outcome, or a factor, with the figures of two groups, an effect or a P.
struct LedgerTable {
  private let table: Table
  private let heads: [Int: String]
  private let labels: GroupLabels
  private let level: ClosedRange<Double>
  private let setting: Set<String>
  private let captions: String

  init(_ table: Table, caption: String, _ labels: GroupLabels, _ level: ClosedRange<Double>) {
    self.table = table
    self.labels = labels
    self.level = level
    captions = caption
    heads = table.headNames
    let text = LexedText(caption + " ; " + heads.sorted { $0.key < $1.key }.map(\.value).joined(separator: " ; "))
    setting = VerdictStatement.topic(text, text.tokens.indices, without: [], labels).filter { !$0.hasPrefix("drug:") }
  }

  private static let ratios = PhraseSet(
    ["hr", "or", "rr", "irr", "ahr", "aor", "arr", "ratio", "ratios", "relative risk", "shr"],
    ["风险比", "比值比", "危险度", "率比", "危险比", "相对风险", "优势比"])
  private static let differences = PhraseSet(
    ["difference", "md", "smd", "effect"], ["差值", "均差", "率差", "差异", "均数差", "效应"])
  private static let statistics = PhraseSet(
    [
      "t", "f", "z", "χ", "χ2", "x2", "chi", "statistic", "df", "i2", "weight", "trials", "studies", "unit", "u", "n", "events",
      "ci",
    ],
    ["统计", "值", "检验", "单位", "试验数", "研究数", "权重", "例数"])

  private static let studies = PhraseSet(
    ["trial", "trials", "study", "studies", "cohort", "author", "centre", "site"], ["试验", "研究", "作者", "文献", "队列"])
  private static let sums = PhraseSet(["total", "pooled", "overall", "all", "combined"], ["合计", "合并", "总计"])

  private static func isP(_ head: String) -> Bool {
    let text = LexedText(head)
    return text.isWord(0, "p") && text.count <= 6
      && !text.mentions(["interaction", "trend", "heterogeneity"], ["交互", "趋势", "异质"])
  }

  /// In order. O(cells).
  var entries: [LedgerEntry] {
    let rows = Dictionary(grouping: table.bodyCells, by: \.row).sorted { $0.key < $1.key }.map { row in
      Dictionary(row.value.map { ($0.column, $0) }, uniquingKeysWith: { first, _ in first })
    }
    let tests = heads.keys.filter { Self.isP(heads[$0] ?? "") }
    guard tests.count <= 1 else { return [] }
    let effects = heads.keys.filter { column in column > 0 && !tests.contains(column) && isEffect(column, rows) }
    guard effects.count <= 2 else { return [] }
    let arms = heads.keys.filter { column in
      column > 0 && !tests.contains(column) && !effects.contains(column) && isArm(column, rows)
    }.sorted()
    let pair = arms.count == 2 ? arms : []
    // Of studies only what they make together is an outcome's.
    if Self.studies.occurs(in: LexedText(heads[0] ?? "")) {
      guard arms.count == 2 else { return [] }
      return rows.filter { $0[0].map { Self.sums.occurs(in: LexedText($0.flow.utf8)) } ?? false }.compactMap { row in
        entry(row, test: tests.first, effects: effects.sorted(), arms: pair, named: captions)
      }
    }
    return rows.compactMap { entry($0, test: tests.first, effects: effects.sorted(), arms: pair) }
  }

  private func isEffect(_ column: Int, _ rows: [[Int: Table.Cell]]) -> Bool {
    let head = LexedText(heads[column] ?? "")
    if Self.ratios.occurs(in: head) || Self.differences.occurs(in: head) { return true }
    if head.mentions(["ci", "interval"], ["区间"]) { return true }
    let cells = rows.compactMap { $0[column].map { LexedText($0.flow.utf8) } }
    let named = cells.count { Self.ratios.occurs(in: $0, 0..<min(1, $0.count)) }
    return named > 0
  }

  private func isArm(_ column: Int, _ rows: [[Int: Table.Cell]]) -> Bool {
    let head = heads[column] ?? ""
    let text = LexedText(head)
    let isNamed = !labels.places(in: text, text.tokens.indices).isEmpty || text.mentions(["n"], ["组"])
    guard isNamed || !Self.statistics.occurs(in: text) else { return false }
    return rows.contains { $0[column].map { LexedText($0.flow.utf8).tokens.contains { $0.kind == .number } } ?? false }
  }

  private func entry(_ row: [Int: Table.Cell], test: Int?, effects: [Int], arms columns: [Int], named: String? = nil)
    -> LedgerEntry?
  {
    guard let first = row[0], row.count > 1 else { return nil }
    let name = named ?? first.flow.string
    let text = LexedText(name)
    let topic = VerdictStatement.topic(text, text.tokens.indices, without: [], labels)
    guard !topic.isEmpty else { return nil }
    let arms = self.arms(row, columns, name)
    let (interval, ratio) = effect(row, effects)
    let difference = difference(row, effects)
    let p = test.flatMap { row[$0] }.flatMap { TestedRows.significance(ofP: LexedText($0.flow.utf8), level) }
    let isSignificant = p.map { p in interval.map { $0 == p ? p : nil } ?? p } ?? (test == nil ? interval : nil)
    let (values, isOfCounts) = arms ?? ([], false)
    guard !values.isEmpty || isSignificant != nil else { return nil }
    let cells = (columns + effects + [test].compactMap { $0 }).compactMap { row[$0]?.flow.string }
    return LedgerEntry(
      topic: LedgerTopic.widened(topic), setting: setting, times: VerdictStatement.times(text, text.tokens.indices),
      isSignificant: isSignificant, ratio: ratio, difference: difference, arms: values, isOfCounts: isOfCounts,
      figure: cells.joined(separator: " | "), name: name, span: first.flow.span, passage: nil, start: nil,
      qualifiers: Qualifiers.all(in: text, text.tokens.indices))
  }

  // MARK: Significance

  /// What the interval of an effect says, and the ratio before it.
  private func effect(_ row: [Int: Table.Cell], _ columns: [Int]) -> (Bool?, PrintedNumber?) {
    let cells = columns.compactMap { column in row[column].map { (LexedText($0.flow.utf8), LexedText(heads[column] ?? "")) } }
    guard !cells.isEmpty else { return (nil, nil) }
    let isOwnRatio = cells.contains { Self.ratios.occurs(in: $0.0) }
    let isOwnDifference = cells.contains { Self.differences.occurs(in: $0.0) || $0.0.tokens.contains { $0.isSymbol("%") } }
    let isRatio =
      isOwnRatio
      || !isOwnDifference && cells.contains { Self.ratios.occurs(in: $0.1) }
        && !cells.contains { Self.differences.occurs(in: $0.1) }
    // Of a column for both only the cell tells which it is.
    let isMixed = cells.contains { Self.ratios.occurs(in: $0.1) && Self.differences.occurs(in: $0.1) }
    let isDifference = !isRatio && (isOwnDifference || !isMixed && cells.contains { Self.differences.occurs(in: $0.1) })
    let ratio =
      isRatio
      ? cells.lazy.compactMap { cell in
        cell.0.tokens.indices.first { cell.0.isNumber($0) }.flatMap { cell.0.number($0) }
      }.first { $0.decimals > 0 && $0.relation == .equal } : nil
    let limits = cells.flatMap { WrittenLimits.all(in: $0.0, isTableOfIntervals: true) }
    let bare = limits.isEmpty ? cells.lazy.compactMap { Self.bareLimits($0.0) }.first : nil
    let ends = limits.count == 1 && !limits[0].isSwapped ? (limits[0].low, limits[0].high) : bare
    guard let ends, isRatio || isDifference, level == 0.05...0.05 else { return (nil, ratio) }
    if isDifference {
      guard let low = PrintedNumber(ends.0), let high = PrintedNumber(ends.1), low.value != 0, high.value != 0 else {
        return (nil, ratio)
      }
      return ((low.value < 0) == (high.value < 0), ratio)
    }
    guard let low = PrintedNumber(ends.0), let high = PrintedNumber(ends.1), low.value > 0 else { return (nil, ratio) }
    let (lower, upper) = (RoundingInterval(low), RoundingInterval(high))
    if lower.low > 1 || upper.high < 1 { return (true, ratio) }
    return (lower.high < 1 && upper.low > 1 ? false : nil, ratio)
  }

  /// The number that a cell of differences begins with.
  private func difference(_ row: [Int: Table.Cell], _ columns: [Int]) -> Double? {
    guard columns.count == 1, let column = columns.first, let cell = row[column],
      Self.differences.occurs(in: LexedText(heads[column] ?? "")), !Self.ratios.occurs(in: LexedText(heads[column] ?? ""))
    else { return nil }
    let text = LexedText(cell.flow.utf8)
    let first = text.isSymbol(0, "-") ? 1 : 0
    guard let number = text.number(first), !text.tokens.contains(where: { $0.kind == .word && $0.range.count > 2 }) else {
      return nil
    }
    return first == 0 ? number.value : -number.value
  }

  /// "1.62～4.10" alone in its cell.
  private static func bareLimits(_ text: LexedText) -> (String, String)? {
    let numbers = text.tokens.indices.filter { text.isNumber($0) }
    guard numbers.count == 2, let low = text.number(numbers[0]), let high = text.number(numbers[1]), low.decimals > 0,
      !text.tokens.contains(where: { $0.kind == .word && $0.range.count > 2 }), !text.isSymbol(numbers[0] + 1, "(")
    else { return nil }
    let signs = numbers.map { index in text.isSymbol(index - 1, "-") && (index < 2 || !text.isNumber(index - 2)) ? "-" : "" }
    return (signs[0] + low.printed, signs[1] + high.printed)
  }

  // MARK: The groups

  private func arms(_ row: [Int: Table.Cell], _ columns: [Int], _ name: String) -> ([LedgerArm], Bool)? {
    guard columns.count == 2 else { return nil }
    let names = columns.map { GroupWords.ofHead(heads[$0] ?? "") }
    let both = names[0].intersection(names[1])
    let sizes = columns.map { ColumnShares.total(LexedText(heads[$0] ?? "")).map(Double.init) }
    let isPercent = name.contains("%") || captions.contains("%") || columns.contains { (heads[$0] ?? "").contains("%") }
    var isOfCounts = false
    let arms = columns.indices.compactMap { place -> LedgerArm? in
      guard let cell = row[columns[place]], let (value, printed) = Self.figure(LexedText(cell.flow.utf8), isPercent) else {
        return nil
      }
      var share = printed
      if share == nil, value.decimals == 0, let size = sizes[place], size >= value.value, size > 0,
        sizes.allSatisfy({ $0 != nil })
      {
        isOfCounts = true
      }
      let head = LexedText(heads[columns[place]] ?? "")
      if share == nil, isPercent, value.decimals > 0 { share = value }
      return LedgerArm(
        names: names[place].subtracting(both), isControl: LedgerArm.isControl(head, head.tokens.indices), value: share ?? value,
        share: share)
    }
    guard arms.count == 2, arms.allSatisfy({ !$0.names.isEmpty || $0.isControl }),
      (arms[0].share == nil) == (arms[1].share == nil)
    else { return nil }
    let isUneven = zip(sizes, sizes.dropFirst()).contains { left, right in
      left.flatMap { left in right.map { max(left, $0) > 1.1 * min(left, $0) } } ?? true
    }
    return (arms, isOfCounts && isUneven)
  }

  /// The first figure of a cell with its sign, and the share behind it in brackets.
  private static func figure(_ text: LexedText, _ isPercent: Bool) -> (PrintedNumber, PrintedNumber?)? {
    let first = text.isSymbol(0, "-") ? 1 : 0
    guard let number = text.number(first), number.relation == .equal else { return nil }
    let value =
      first == 0 ? number : number.negated
    if text.isSymbol(first + 1, "%") { return (value, value) }
    let inside = text.tokens.indices.first { text.isNumber($0) && text.isSymbol($0 - 1, "(") }
    guard let inside, let share = text.number(inside), share.value <= 100, number.decimals == 0,
      text.isSymbol(inside + 1, "%") || isPercent && text.isSymbol(inside + 1, ")")
    else { return (value, nil) }
    return (value, share)
  }
}
