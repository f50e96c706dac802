import Literature
import TextAnalysis

/// How many people the trials of a review have together, as a sentence says it, where the table of these trials makes another number: "eight
/// trials with 2,413 participants" above eight rows that make 2,431.
///
/// The number of trials must be that of the rows, and the two numbers the same but for a slip of digits: a table may count those who were
/// analysed.
struct TrialTotals {
  struct Odd: Hashable {
    var passage: Int
    /// Bytes of the passage's flow: the total.
    var range: Range<Int>
    var total: Int
    var sizes: [Int]
    /// A place that prints what the rows make; nil where none does.
    var agreeing: Int?
    var sum: Int { sizes.reduce(0, +) }
    /// Whether the total is the sum with two neighbouring digits exchanged, or another place prints the sum.
    var isMisprint: Bool { agreeing != nil || total.neighbourExchanges.contains(sum) }
  }

  private struct Stated: Hashable {
    var passage: Int
    var range: Range<Int>
    var trials: Int
    var people: Int
  }

  /// Read once for all rules.
  static func all(in context: CheckContext) -> [Odd] { context.once(Self.self) { read(context) } }

  /// O(tokens).
  private static func read(_ context: CheckContext) -> [Odd] {
    let tables = context.extract.article.tables.map(sizes).filter { $0.count >= fewestTrials }
    guard !tables.isEmpty else { return [] }
    let passages = context.extract.passages
    let stated = passages.indices.flatMap { passage -> [Stated] in
      let kind = passages[passage].kind
      guard kind == .sentence || kind == .caption || kind == .note else { return [] }
      return totals(in: context.lexed[passage], passage)
    }
    return tables.flatMap { sizes -> [Odd] in
      let sum = sizes.reduce(0, +)
      let agreeing =
        stated.first { $0.people == sum && $0.trials == sizes.count }?.passage ?? stated.first { $0.people == sum }?.passage
      let own = stated.filter { total in
        total.trials == sizes.count
          && (total.people.isSlip(of: sum)
            || agreeing != nil && total.people != sum && isNear(total.people, sum)
              && !partial.occurs(in: context.lexed[total.passage]))
      }
      // What several places say is right, and a row wrong.
      guard agreeing != nil || Set(own.map(\.passage)).count == 1 else { return [] }
      return own.map { Odd(passage: $0.passage, range: $0.range, total: $0.people, sizes: sizes, agreeing: agreeing) }
    }
  }

  /// Where another place prints the sum, a number that is near it need be no slip of digits: the trials are the same.
  private static func isNear(_ people: Int, _ sum: Int) -> Bool { 5 * abs(people - sum) <= sum }

  private static let partial = PhraseSet(
    ["analysed", "analyzed", "evaluable", "completed", "available", "followed", "contributed", "safety", "reported", "after"],
    ["分析", "可评", "完成", "安全", "随访", "报告", "剔除", "排除"])

  // MARK: Rows

  private static let (fewestTrials, fewestPeople) = (4, 10)
  private static let heads = PhraseSet(
    ["participants", "patients", "randomised", "randomized", "total", "sample size", "n"], ["例数", "样本量", "人数", "总例数"])
  private static let otherHeads = PhraseSet(
    ["events", "control", "placebo", "anti", "arm", "safety", "follow", "weeks", "months", "deaths", "analysed", "analyzed"],
    ["事件", "死亡", "随访"])
  private static let trials = PhraseSet(["trial", "trials", "study", "studies", "author", "source"], ["试验", "研究", "作者"])
  private static let summaries = PhraseSet(["total", "all", "overall", "pooled", "subtotal"], ["合计", "总计", "共计"])

  /// Whether the first column names trials.
  static func isOfTrials(_ table: Table) -> Bool {
    table.cells.contains { ($0.isHeader || $0.row == 0) && $0.column == 0 && trials.occurs(in: LexedText($0.flow.utf8)) }
  }

  /// The sizes in the one column of them, where the first column names trials; empty where not every row has one. O(cells).
  private static func sizes(_ table: Table) -> [Int] {
    guard isOfTrials(table) else { return [] }
    let first = table.headCells
    let columns = Set(
      first.filter { cell in
        let text = LexedText(cell.flow.utf8)
        return cell.column > 0 && heads.occurs(in: text) && !isOfGroup(text)
      }.map(\.column))
    guard columns.count == 1, let column = columns.first else { return [] }
    let summary = Set(
      table.cells.filter { $0.column == 0 && summaries.occurs(in: LexedText($0.flow.utf8)) }.map(\.row))
    let body = table.cells.filter { !$0.isHeader && $0.row > 0 && !summary.contains($0.row) }
    let rows = Set(body.filter { $0.column == 0 && !$0.flow.utf8.isEmpty }.map(\.row))
    let sizes = body.filter { $0.column == column && rows.contains($0.row) }.compactMap { size(LexedText($0.flow.utf8)) }
    return sizes.count == rows.count ? sizes : []
  }

  /// "Patients (active + control)" is of all, "Control, n" of a group.
  private static func isOfGroup(_ text: LexedText) -> Bool {
    guard !text.tokens.indices.contains(where: { text.isSymbol($0, "+") }) else { return false }
    return otherHeads.occurs(in: text) || text.tokens.indices.contains { text.isSymbol($0, "%") }
  }

  /// The number that a cell begins with, with nothing or a bracket behind it.
  private static func size(_ text: LexedText) -> Int? {
    guard let (value, next) = PrintedCount.whole(text, 0), value >= fewestPeople, next == text.count || text.isSymbol(next, "(")
    else { return nil }
    return value
  }

  // MARK: Sentences

  private static let works = PhraseSet(["trials", "studies", "reports", "trial"], ["试验", "研究"])
  private static let people = PhraseSet(
    ["participants", "patients", "people", "adults", "children", "women", "men", "subjects", "individuals"])
  private static let (farthestWork, farthestPeople, farthestPeopleBefore) = (6, 12, 8)

  /// "Eight trials enrolling 2,413 participants", 8 项随机对照试验(共 2 413 例).
  private static func totals(in text: LexedText, _ passage: Int) -> [Stated] {
    guard works.occurs(in: text) else { return [] }
    return text.tokens.indices.flatMap { index -> [Stated] in
      guard let (trials, next) = studies(text, index), (fewestTrials...99).contains(trials) else { return [] }
      let ahead = (next..<min(text.count, next + farthestPeople)).first { text.isNumber($0) }
      let behind = (max(0, index - farthestPeopleBefore)..<index).first { text.isNumber($0) }
      return [ahead, behind].compactMap { $0 }.compactMap { number in
        guard let (value, end) = people(text, number), value > trials else { return nil }
        return Stated(
          passage: passage, range: text.tokens[number].start..<text.tokens[end - 1].end, trials: trials, people: value)
      }
    }
  }

  /// "Eight trials", 8 项试验, 七项随机对照试验 with their number and the token behind it.
  private static func studies(_ text: LexedText, _ index: Int) -> (count: Int, next: Int)? {
    if let count = PrintedCount.small(text, index) {
      let next = text.firstToken(at: count.range.upperBound)
      let isOfTrials =
        works.occurs(in: text, next..<min(text.count, next + farthestWork))
        || text.hanHasPrefix(next, "项") && isOfWorks(text, next)
      return isOfTrials ? (count.value, next) : nil
    }
    guard text.tokens[index].kind == .han, isOfWorks(text, index), let count = PrintedCount.numeral(text, index, before: "项")
    else { return nil }
    return (count, index + 1)
  }

  private static func isOfWorks(_ text: LexedText, _ index: Int) -> Bool {
    text.hanContains(index, "试验") || text.hanContains(index, "研究") || text.hanHasSuffix(index, "项") && works.occurs(in: text)
  }

  /// The number of people at a token, a space between its thousands or not, and the token behind it.
  private static func people(_ text: LexedText, _ index: Int) -> (value: Int, next: Int)? {
    guard var (value, next) = PrintedCount.whole(text, index) else { return nil }
    if next == index + 1, value < 1000, let rest = text.number(next), rest.decimals == 0, rest.printed.utf8.count == 3,
      let tail = Int(exactly: rest.value)
    {
      (value, next) = (value * 1000 + tail, next + 1)
    }
    let isCounted = people.occurs(in: text, next..<min(text.count, next + 3)) || text.hanHasPrefix(next, "例")
    return isCounted ? (value, next) : nil
  }
}
