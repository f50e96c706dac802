import Literature
import Statistics
import TextAnalysis

/// What a piece of a sentence says of studies, so that the rows of a table tell for which of them it is so: that they lasted or enrolled more or
/// less than so much, that their result was significant, that its estimate lay on one side of 1, that they were of some phase.
enum StudyCondition: Hashable, Sendable {
  case time(StudyMark, isOfFollowUp: Bool)
  case size(StudyMark)
  case significant(Bool)
  /// That the interval holds the value of no effect.
  case holdsNull
  /// Whether the estimate is below 1; nil where it is only said to favour a side.
  case estimate(isBelow: Bool?)
  /// A cell in small letters, under a head that the piece names too.
  case cell(head: String, value: String)

  private static let significance = PhraseSet(
    ["significant", "significance", "statistically significant"], ["统计学意义", "显著性", "差异显著", "显著差异"])
  private static let interaction = PhraseSet(["interaction", "heterogeneity", "clinically"], ["交互", "异质", "临床"])
  private static let intervals = PhraseSet(["interval", "intervals", "ci"], ["区间"])
  private static let holding = PhraseSet(
    ["included", "include", "includes", "crossed", "crosses", "spanned", "contained"], ["包含", "跨越", "跨过", "含"])
  private static let estimates = PhraseSet(
    ["estimate", "estimates", "point estimate", "point estimates", "hazard ratio", "hazard ratios", "hr", "hrs", "odds ratio"],
    ["点估计", "风险比", "效应值"])
  private static let favouring = PhraseSet(
    ["favoured", "favored", "favours", "favors", "favouring", "favoring", "in favour of", "in favor of"], ["有利于", "倾向", "支持"])
  private static let below = PhraseSet(["below", "lower than", "less than", "under", "smaller than"], ["小于", "低于"])
  private static let above = PhraseSet(["above", "higher than", "greater than", "more than", "over"], ["大于", "高于"])
  private static let unity = PhraseSet(["unity"], [])

  /// Nil where a piece tells no such thing. O(tokens · cells).
  static func of(_ text: LexedText, _ piece: Range<Int>, _ tables: [StudyTable]) -> StudyCondition? {
    let namesOne =
      unity.occurs(in: text, piece) || piece.contains { text.isNumber($0) && ["1", "1.0"].contains(text.string($0)) }
    if intervals.occurs(in: text, piece) {
      return holding.occurs(in: text, piece) && (namesOne || piece.contains { text.isNumber($0) && text.string($0) == "0" })
        ? .holdsNull : nil
    }
    if estimates.occurs(in: text, piece) {
      if favouring.occurs(in: text, piece) { return .estimate(isBelow: nil) }
      guard namesOne else { return nil }
      let (low, high) = (below.occurs(in: text, piece), above.occurs(in: text, piece))
      return low == high ? nil : .estimate(isBelow: low)
    }
    if significance.occurs(in: text, piece) {
      return interaction.occurs(in: text, piece) ? nil : .significant(!Negation.occurs(in: text, piece))
    }
    if let mark = StudyMark.time(in: text, piece) {
      return .time(mark, isOfFollowUp: SetBound.followUp.occurs(in: text, piece))
    }
    if let mark = StudyMark.size(in: text, piece) { return .size(mark) }
    return cell(text, piece, tables)
  }

  /// "Phase 3", "stage III": a head and one of its cells side by side.
  private static func cell(_ text: LexedText, _ piece: Range<Int>, _ tables: [StudyTable]) -> StudyCondition? {
    for table in tables {
      for (_, head) in table.heads.sorted(by: { $0.key < $1.key }) where head.count == 1 && head.tokens[0].kind == .word {
        let name = head.lowercased(0)
        guard let place = piece.first(where: { text.tokens[$0].kind == .word && text.lowercased($0) == name }),
          place + 1 < piece.upperBound, !piece.contains(where: { $0 > place + 1 && text.lowercased($0) == name })
        else { continue }
        // "Stage II or III" is neither.
        guard !text.isWord(place + 2, "or"), !text.isWord(place + 2, "and"), !text.isSymbol(place + 2, "/") else { return nil }
        return .cell(head: name, value: text.lowercased(place + 1))
      }
    }
    return nil
  }

  /// "Favoured the drug": which side that is, the words do not tell.
  var mayBeTurned: Bool { self == .estimate(isBelow: nil) }

  // MARK: Rows

  /// For which rows of a table it is so, nil where a row leaves it open: one answer for each column that may be meant. O(cells).
  func answers(_ table: StudyTable) -> [[Bool?]] {
    switch self {
    case .time(let mark, let isOfFollowUp): StudyTimes.answers(table, mark, isOfFollowUp: isOfFollowUp)
    case .size(let mark): StudySizes.all(table).map { column in column.map { $0.map(mark.holds) } }
    case .significant(let isSignificant):
      StudyIntervals.verdicts(table).map { column in column.map { verdict in verdict.map { $0 == isSignificant } } }
    case .holdsNull:
      StudyIntervals.all(table).map { column in column.map { interval in interval.flatMap(\.holdsNull) } }
    case .estimate(let isBelow):
      StudyIntervals.all(table).map { column in
        column.map { interval in interval.flatMap(\.isBelow).map { $0 == (isBelow ?? true) } }
      }
    case .cell(let head, let value): Self.cells(table, head, value)
    }
  }

  private static func cells(_ table: StudyTable, _ head: String, _ value: String) -> [[Bool?]] {
    table.heads.filter { $0.value.count == 1 && $0.value.lowercased(0) == head }.map(\.key).sorted().compactMap { column in
      let answers = table.rows.map { row -> Bool? in
        guard let cell = row.cells[column] else { return nil }
        let words = cell.tokens.indices.map(cell.lowercased)
        if words == [value] { return true }
        return words.count == 1 ? false : nil
      }
      return answers.contains(true) ? answers : nil
    }
  }
}
