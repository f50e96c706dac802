import Literature
import Statistics
import TextAnalysis

/// How long the studies of a table lasted.
enum StudyTimes {
  private static let daysOfYear = 365.25
  private static let daysOfWeek = 7.0

  /// How many days the unit at a token has; nil where it is none.
  static func days(_ index: Int, _ text: LexedText) -> Double? {
    if text.isWord(index, "weeks") || text.isWord(index, "week") || text.isWord(index, "wk") || text.hanHasPrefix(index, "周") {
      return daysOfWeek
    }
    if text.isWord(index, "months") || text.isWord(index, "month") || text.isWord(index, "mo") || text.hanHasPrefix(index, "个月")
      || text.hanHasPrefix(index, "月")
    {
      return daysOfYear / 12
    }
    if text.isWord(index, "years") || text.isWord(index, "year") || text.isWord(index, "yr") || text.hanHasPrefix(index, "年") {
      return daysOfYear
    }
    return text.isWord(index, "days") || text.isWord(index, "day") || text.hanHasPrefix(index, "天") ? 1 : nil
  }

  private static let durations = PhraseSet(
    ["duration", "length", "weeks", "months", "years", "time point", "timepoint", "follow up"],
    ["疗程", "时长", "持续时间", "时间点", "随访", "周数", "观察期"])
  /// Columns of outcomes that are times.
  private static let outcomes = PhraseSet(
    ["median", "survival", "pfs", "os", "dfs", "rfs", "efs", "age", "time to", "stay", "hr"], ["中位", "生存", "年龄", "住院"])

  /// For which rows a mark holds, by the column of durations; where there is none, by the times that stand anywhere in a row, which the study
  /// lasted at least. O(cells).
  static func answers(_ table: StudyTable, _ mark: StudyMark, isOfFollowUp: Bool) -> [[Bool?]] {
    let columns = table.heads.filter { durations.occurs(in: $0.value) }.sorted { $0.key < $1.key }
    let ofFollowUp = columns.filter { SetBound.followUp.occurs(in: $0.value) }
    let plain = columns.filter { !SetBound.followUp.occurs(in: $0.value) && !outcomes.occurs(in: $0.value) }
    let meant = isOfFollowUp ? ofFollowUp.isEmpty ? plain : ofFollowUp : plain
    guard meant.isEmpty else { return meant.map { column, head in inColumn(column, head, table).map { $0.map(mark.holds) } } }
    guard columns.isEmpty, !isOfFollowUp else { return [] }
    let longest = table.rows.map { row in row.cells.values.flatMap(all).max() }
    guard longest.contains(where: { $0 != nil }) else { return [] }
    return [
      longest.map { days in
        // It may have lasted longer than its table tells.
        guard let days else { return nil }
        return switch mark.relation {
        case .more, .atLeast: mark.holds(days) ? true : nil
        case .less, .atMost: mark.holds(days) ? nil : false
        case .exactly: nil
        }
      }
    ]
  }

  private static func inColumn(_ column: Int, _ head: LexedText, _ table: StudyTable) -> [Double?] {
    let unit = head.tokens.indices.lazy.compactMap { days($0, head) }.first
    return table.rows.map { row in
      guard let cell = row.cells[column] else { return nil }
      let own = all(cell)
      if !own.isEmpty { return own.count == 1 ? own[0] : nil }
      let numbers = cell.tokens.indices.filter(cell.isNumber)
      guard let unit, numbers.count == 1, let number = cell.number(numbers[0]) else { return nil }
      return number.value * unit
    }
  }

  /// Every time of a cell with its unit.
  private static func all(_ cell: LexedText) -> [Double] {
    cell.tokens.indices.compactMap { index in
      guard let number = cell.number(index), number.value < mostOfUnit else { return nil }
      if let days = days(index + 1, cell) { return number.value * days }
      // "Week 24".
      return ["week", "month", "year", "day"].contains { cell.isWord(index - 1, $0) }
        ? days(index - 1, cell).map { number.value * $0 } : nil
    }
  }

  /// Greater numbers before 年 are calendar years.
  private static let mostOfUnit = 1000.0
}
