import Literature
import Statistics
import TextAnalysis

/// What the rows of a document's tables say of the significance of the outcome or group that their first cell names.
struct TestedRows {
  struct Row: Hashable, Sendable {
    /// The name as printed.
    var name: String
    /// Stems of its words in Latin letters, and its runs of Chinese characters.
    var words: Set<String>
    var runs: [String]
    var isSignificant: Bool
    /// The P or the interval as printed.
    var figure: String
    /// The ratio that stands in the row, where it has one.
    var ratio: PrintedNumber?
    var span: SourceSpan

    /// How much of a sentence the name takes up when it stands there.
    var weight: Int { words.reduce(0) { $0 + $1.utf8.count } + runs.reduce(0) { $0 + 2 * $1.count } }
  }

  let rows: [Row]

  static func shared(in context: CheckContext) -> TestedRows { context.once(Self.self) { TestedRows(context) } }

  /// O(cells).
  private init(_ context: CheckContext) {
    let level = SignificanceLevel.declared(in: context)
    let (tables, ofStart) = (context.extract.article.tables, context.tablesOfStart)
    rows = tables.indices.filter { !ofStart.contains($0) }.flatMap { Self.rows(of: tables[$0], level) }
  }

  private static let ratios = ["HR", "OR", "RR", "IRR", "ratio", "风险比", "比值比", "危险度", "率比"]
  private static let differences = ["difference", "Difference", "差值", "均差", "率差", "MD"]

  private static func rows(of table: Table, _ level: ClosedRange<Double>) -> [Row] {
    let heads = table.headNames
    let tests = heads.filter { isP($0.value) }
    let estimates = heads.filter { head in (ratios + differences).contains { head.value.contains($0) } && !isP(head.value) }
    guard tests.count == 1 || tests.isEmpty && estimates.count == 1, let column = tests.first?.key ?? estimates.first?.key else {
      return []
    }
    let isDifference = tests.isEmpty && !ratios.contains { estimates.first?.value.contains($0) ?? false }
    return Dictionary(grouping: table.bodyCells, by: \.row).sorted { $0.key < $1.key }
      .compactMap { _, cells -> Row? in
        guard let cell = cells.first(where: { $0.column == column }), let first = cells.first(where: { $0.column == 0 }),
          column > 0
        else { return nil }
        let text = LexedText(cell.flow.utf8)
        let verdict =
          !tests.isEmpty
          ? significance(ofP: text, level) : level == 0.05...0.05 ? significance(ofInterval: text, isDifference) : nil
        guard let verdict else { return nil }
        let name = name(first.flow.string)
        let (words, runs) = parts(of: LexedText(name))
        guard !words.isEmpty || !runs.isEmpty, !isGroup(name) else { return nil }
        let ratio =
          estimates.count == 1 && ratios.contains { estimates.first?.value.contains($0) ?? false }
          ? cells.first { $0.column == estimates.first?.key }.flatMap { Self.ratio($0) } : nil
        return Row(
          name: name, words: words, runs: runs, isSignificant: verdict, figure: cell.flow.string, ratio: ratio,
          span: cell.flow.span)
      }
  }

  /// A row of an arm, or of a time, is of whatever the table is of.
  private static func isGroup(_ name: String) -> Bool { groups.occurs(in: LexedText(name)) }

  private static let groups = PhraseSet(
    ["group", "groups", "arm", "before", "after", "baseline", "control", "controls", "placebo", "treatment"],
    ["组", "治疗前", "治疗后", "干预前", "干预后", "基线"])

  private static func ratio(_ cell: Table.Cell) -> PrintedNumber? {
    let text = LexedText(cell.flow.utf8)
    guard let number = text.number(0), number.decimals > 0, number.relation == .equal else { return nil }
    return number
  }

  private static func isP(_ head: String) -> Bool {
    let text = LexedText(head)
    guard text.isWord(0, "p"), !text.mentions(["interaction", "trend", "heterogeneity"], ["交互", "趋势", "异质"]) else { return false }
    return text.count <= 6
  }

  /// Without its unit and what follows it in brackets.
  static func name(_ label: String) -> String {
    let end = label.firstIndex { "(（,，[;；/".contains($0) } ?? label.endIndex
    return String(label[..<end]).split(separator: " ").joined(separator: " ")
  }

  private static let idle: Set<String> = [
    "any", "all", "of", "the", "rate", "total", "mean", "median", "number", "at", "in", "with", "by", "to", "and", "or", "for",
    "outcome", "primary", "analysis", "a", "n", "event", "patient", "per",
  ]
  private static let prefixes = ["仅限", "仅", "总", "任何", "平均", "中位"]
  private static let suffixes = ["发生率", "例数", "情况", "水平", "率", "例", "者"]

  /// The words and runs that a sentence on the row has as well.
  static func parts(of text: LexedText) -> (Set<String>, [String]) {
    let stemmer = EnglishStemmer()
    var (words, runs): (Set<String>, [String]) = ([], [])
    for index in text.tokens.indices {
      switch text.tokens[index].kind {
      case .word:
        let stem = stemmer.stem(text.lowercased(index))
        if stem.utf8.count >= 2, !idle.contains(stem), !idle.contains(text.lowercased(index)) { words.insert(stem) }
      case .number: words.insert(text.string(index))
      case .han:
        var run = text.string(index)
        for prefix in prefixes where run.hasPrefix(prefix) && run.count > prefix.count + 1 { run.removeFirst(prefix.count) }
        for suffix in suffixes where run.hasSuffix(suffix) && run.count > suffix.count + 1 { run.removeLast(suffix.count) }
        runs.append(run)
      default: break
      }
    }
    return (words, runs)
  }

  /// The rows whose whole name stands in a stretch, the longest name alone; empty where two names are as long. O(rows · tokens).
  func named(in text: LexedText, _ tokens: Range<Int>) -> [Row] {
    guard let first = tokens.first, let last = tokens.last, !rows.isEmpty else { return [] }
    let stemmer = EnglishStemmer()
    let words = Set(
      tokens.compactMap { index -> String? in
        switch text.tokens[index].kind {
        case .word: stemmer.stem(text.lowercased(index))
        case .number: text.string(index)
        default: nil
        }
      })
    let string = text.string(text.tokens[first].start..<text.tokens[last].end)
    let found = rows.filter { row in
      row.words.isSubset(of: words) && row.runs.allSatisfy { string.contains($0) } && row.weight >= Self.leastWeight
    }
    guard let most = found.map(\.weight).max() else { return [] }
    let best = found.filter { $0.weight == most }
    return Set(best.map(\.name)).count == 1 ? best : []
  }

  static let leastWeight = 4

  /// Whether the one P of a cell is significant; nil where there is none, or rounding leaves it open. O(tokens).
  static func significance(ofP text: LexedText, _ level: ClosedRange<Double>) -> Bool? {
    let numbers = text.tokens.indices.filter { text.isNumber($0) }
    guard numbers.count == 1, let index = numbers.first, let p = text.number(index), p.value <= 1, p.decimals > 0 else {
      return nil
    }
    if text.isSymbol(index - 1, "<") { return p.value <= level.lowerBound ? true : nil }
    guard !text.isSymbol(index - 1, ">") else { return p.value >= level.upperBound ? false : nil }
    let box = RoundingInterval(p)
    return box.high < level.lowerBound ? true : box.low > level.upperBound ? false : nil
  }

  private static func significance(ofInterval text: LexedText, _ isDifference: Bool) -> Bool? {
    let limits = WrittenLimits.all(in: text, isTableOfIntervals: true)
    guard limits.count == 1, let only = limits.first, !only.isSwapped else { return nil }
    if isDifference { return only.low.hasPrefix("-") == only.high.hasPrefix("-") }
    guard let low = PrintedNumber(only.low), let high = PrintedNumber(only.high), low.value > 0 else { return nil }
    let (lower, upper) = (RoundingInterval(low), RoundingInterval(high))
    if lower.low > 1 || upper.high < 1 { return true }
    return lower.high < 1 && upper.low > 1 ? false : nil
  }
}
