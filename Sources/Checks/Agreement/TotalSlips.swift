import Literature
import TextAnalysis

/// Totals of participants that another place prints, or its groups make, with two neighbouring digits exchanged: 381 patients in the
/// abstract, 318 in the text; 1070 treated, 502 and 505 by group.
///
/// That two counts of one study differ by an exchange of digits alone is rare enough that nothing else need be alike.
struct TotalSlips {
  private struct Count {
    var figure: PlacedFigure
    /// Whether it is said to be of all.
    var isWhole: Bool
    /// Whether it is said to be of those who were randomised.
    var isRandomised = false
  }

  private let context: CheckContext
  private let counts: [Count]
  private let byValue: [Int: [Int]]

  private static let fewest = 100

  /// O(tokens).
  init(_ context: CheckContext) {
    self.context = context
    let passages = context.extract.passages
    counts =
      passages.indices.flatMap { passage -> [Count] in
        let kind = passages[passage].kind
        guard kind == .sentence || kind == .caption || kind == .note || kind == .tableRow || kind == .title else { return [] }
        return Self.counts(in: context.lexed[passage], passage: passage, kind: kind, context)
      } + Self.heads(context)
    byValue = Dictionary(grouping: counts.indices, by: { [counts] in Self.value(counts[$0]) })
  }

  private static func value(_ count: Count) -> Int { Int(count.figure.key.text) ?? 0 }

  private static func counts(in text: LexedText, passage: Int, kind: Passage.Kind, _ context: CheckContext) -> [Count] {
    let all = PrintedCount.all(in: text)
    let printed = all.filter { $0.value >= fewest && !isYear($0, text) }
    let trials = printed.isEmpty ? nil : TrialPlaces(passage, in: context)
    let cells = printed.isEmpty ? [] : RowCells.under(sizeHeads, passage, in: context)
    let own = printed.map { count in
      let isWhole =
        kind == .tableRow
        ? cells.contains { $0.contains(count.range.lowerBound) } : !isPartial(text, count) && isOfAll(text, count)
      return Count(
        figure: figure(count.value, passage, count.range, trial: trials?.trial(at: count.range.lowerBound)), isWhole: isWhole,
        isRandomised: randomising.occurs(in: text, around(text, count)))
    }
    let isAllocation = randomising.occurs(in: text)
    let sums = GroupRun.all(in: text).filter { $0.sum >= fewest }.map { run in
      Count(
        figure: figure(
          run.sum, passage, run.range, trial: trials?.trial(at: run.range.lowerBound), isDerived: true), isWhole: true,
        isRandomised: isAllocation)
    }
    return own + sums + each(text, all, passage, trials)
  }

  private static let randomising = PhraseSet(
    ["randomised", "randomized", "randomly", "randomisation", "randomization", "allocated", "assigned"], ["随机"])
  private static let (mostBefore, mostBehind) = (6, 8)

  /// The tokens beside a count up to the next numbers.
  private static func around(_ text: LexedText, _ count: PrintedCount) -> Range<Int> {
    let (first, next) = (text.firstToken(at: count.range.lowerBound), text.firstToken(at: count.range.upperBound))
    let start = (max(0, first - mostBefore)..<first).last { text.isNumber($0) }.map { $0 + 1 } ?? max(0, first - mostBefore)
    let most = min(text.count, next + mostBehind)
    return start..<max(start, (next..<max(next, most)).first { text.isNumber($0) } ?? most)
  }

  /// "421 completed the study": the words beside the count say that it is of some.
  private static func isPartial(_ text: LexedText, _ count: PrintedCount) -> Bool {
    partial.occurs(in: text, around(text, count))
  }

  private static let sizeHeads: Set<String> = [
    "n", "no", "no.", "patients", "participants", "subjects", "sample size", "size", "total n", "n randomised", "n randomized",
    "patients, n", "participants, n", "patients (n)", "例数", "样本量", "病例数", "人数", "总例数",
  ]

  /// 每组各 231 例 of two groups: 462.
  private static func each(_ text: LexedText, _ all: [PrintedCount], _ passage: Int, _ trials: TrialPlaces?) -> [Count] {
    all.filter { $0.value >= fewest / 2 && PartsOfWhole.isOfEach(text, $0) }.flatMap { count in
      [2, 3].map { times in
        Count(
          figure: figure(
            times * count.value, passage, count.range, trial: trials?.trial(at: count.range.lowerBound), isDerived: true),
          isWhole: true)
      }
    }
  }

  /// What the groups in a table's head make.
  private static func heads(_ context: CheckContext) -> [Count] {
    context.extract.article.tables.indices.compactMap { table in
      let cells = context.extract.article.tables[table].headCells
      let sizes = cells.compactMap { ColumnShares.total(LexedText($0.flow.utf8)) }
      guard (2...4).contains(sizes.count), sizes.reduce(0, +) >= fewest,
        let row = context.extract.passages.firstIndex(where: { $0.tableRow?.table == table })
      else { return nil }
      return Count(
        figure: figure(sizes.reduce(0, +), row, 0..<context.lexed[row].utf8.count, trial: nil, isDerived: true), isWhole: true)
    }
  }

  private static func figure(_ value: Int, _ passage: Int, _ range: Range<Int>, trial: Int?, isDerived: Bool = false)
    -> PlacedFigure
  {
    PlacedFigure(
      passage: passage, range: range, key: .init(digits: Array(String(value).utf8), decimals: 0), unit: .people, trial: trial,
      isDerived: isDerived)
  }

  private static let partial = PhraseSet(
    [
      "screened", "assessed", "excluded", "completed", "safety", "per protocol", "evaluable", "subgroup", "interim", "planned",
      "target",
      "power", "sample size", "required", "trials", "studies", "meta analysis", "withdrew", "lost", "died", "deaths", "events",
    ], ["筛选", "排除", "剔除", "完成", "安全性", "亚组", "期中", "样本量", "计划", "项研究", "项试验", "失访", "死亡", "事件"])
  private static let wholes = [
    "合计", "共计", "总计", "共", "纳入", "入组", "收治", "of", "total of", "全体", "n=", "各", "pairs", "theremaining", "其余", "，余",
  ]

  /// "the end of 2008"
  private static func isYear(_ count: PrintedCount, _ text: LexedText) -> Bool {
    count.mayBeYear(in: text)
      && !people.occurs(
        in: text, text.firstToken(at: count.range.upperBound)..<min(text.count, text.firstToken(at: count.range.upperBound) + 3))
  }

  private static let people = PhraseSet(["patients", "participants", "women", "men", "adults", "children", "people", "subjects"])
  private static let groups = PhraseSet(["group", "arm", "only"], [])

  /// `381 patients`, `N = 381`, 共 381 例; not "102 patients in the placebo group".
  private static func isOfAll(_ text: LexedText, _ count: PrintedCount) -> Bool {
    let next = text.firstToken(at: count.range.upperBound)
    // "Control group, n = 784"
    let near = around(text, count).lowerBound..<min(text.count, next + 7)
    guard !groups.occurs(in: text, near) || PartsOfWhole.isOfEach(text, count) else { return false }
    let head = text.string(max(0, count.range.lowerBound - 24)..<count.range.lowerBound).lowercased().filter { $0 != " " }
    return PartsOfWhole.isWhole(text, count) || PartsOfWhole.isOfEach(text, count) || wholes.contains { head.hasSuffix($0) }
  }

  /// In document order. O(counts × digits).
  func all() -> [FigureSlips.Slip] {
    counts.indices.compactMap { index -> FigureSlips.Slip? in
      let count = counts[index]
      let value = Self.value(count)
      guard count.isWhole, !count.figure.isDerived, byValue[value]?.count == 1 else { return nil }
      let rivals = value.neighbourExchanges.flatMap { byValue[$0] ?? [] }.filter { isRival(counts[$0], of: count) }
      guard let rival = rivals.first(where: { counts[$0].figure.isDerived }) ?? rivals.first else { return otherDigit(index) }
      guard isSupported(rivals) || isFirst(index, before: rival) else { return nil }
      return FigureSlips.Slip(odd: count.figure, usual: counts[rival].figure, isOfWhole: true)
    }
  }

  /// In the report of one trial: how many were randomised, with one digit other than where the groups make as many.
  private func otherDigit(_ index: Int) -> FigureSlips.Slip? {
    let count = counts[index]
    let value = Self.value(count)
    guard !context.tellsOfOthers, count.isRandomised, Part(of: context.extract.passages[count.figure.passage]).isAbstract else {
      return nil
    }
    let rival = counts.indices.first { other in
      let sum = Self.value(counts[other])
      return counts[other].figure.isDerived && counts[other].isRandomised && value.unlikeDigits(from: sum)?.count == 1
        && isRival(counts[other], of: count)
        && (byValue[sum] ?? []).contains { !counts[$0].figure.isDerived && counts[$0].isRandomised }
    }
    return rival.map { FigureSlips.Slip(odd: count.figure, usual: counts[$0].figure, isOfWhole: true) }
  }

  private func isRival(_ other: Count, of count: Count) -> Bool {
    let (one, rival) = (count.figure, other.figure)
    // Rows of one table are of several studies or strata.
    let areRows = [one, rival].allSatisfy { context.extract.passages[$0.passage].kind == .tableRow }
    guard other.isWhole, !areRows, rival.passage != one.passage || rival.isDerived && !rival.range.overlaps(one.range) else {
      return false
    }
    if let trial = one.trial, let second = rival.trial { return trial == second }
    // Of several trials one is meant.
    if one.trial != rival.trial, context.extract.trials.count > 1 { return false }
    if !context.isReview, !context.tellsOfOthers { return true }
    return context.extract.passages[one.passage].block == context.extract.passages[rival.passage].block
  }

  /// Whether groups make it, or two places print it.
  private func isSupported(_ rivals: [Int]) -> Bool {
    rivals.contains { counts[$0].figure.isDerived } || Set(rivals.map { counts[$0].figure.passage }).count > 1
  }

  /// Of two that stand alone the one in the part that sums up.
  private func isFirst(_ index: Int, before rival: Int) -> Bool {
    let parts = [index, rival].map { Part(of: context.extract.passages[counts[$0].figure.passage]).rank }
    return parts[0] < parts[1]
  }
}
