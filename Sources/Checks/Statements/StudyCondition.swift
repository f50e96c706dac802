import Literature
import Statistics
import TextAnalysis

/// What a piece of a sentence says of studies, so that the rows of a table tell for which of them it is so: that they lasted or enrolled more or
/// less than so much, that their result was significant, that its estimate or a limit lay on one side of a mark, that they were of some kind.
enum StudyCondition: Hashable, Sendable {
  case time(StudyMark, isOfFollowUp: Bool)
  /// Of how many took part, in all or in each arm.
  case size(StudyMark, isOfArms: Bool)
  case significant(Bool)
  /// Whether the interval holds the value of no effect.
  case holdsNull(Bool)
  /// On which side of a mark the estimate lies; nil where it is only said to favour a side.
  case estimate(StudyMark?)
  case limit(StudyMark, isUpper: Bool)
  /// What the cells of a column say.
  case cells(StudyCells)

  private static let significance = PhraseSet(
    ["significant", "significance", "statistically significant"], ["统计学意义", "显著性", "差异显著", "显著差异"])
  private static let interaction = PhraseSet(["interaction", "heterogeneity", "clinically"], ["交互", "异质", "临床"])
  private static let intervals = PhraseSet(["interval", "intervals", "ci", "cis"], ["区间"])
  private static let uppers = PhraseSet(
    ["upper limit", "upper limits", "upper confidence limit", "upper confidence limits", "upper bound", "upper bounds"],
    ["上限"])
  private static let lowers = PhraseSet(
    ["lower limit", "lower limits", "lower confidence limit", "lower confidence limits", "lower bound", "lower bounds"],
    ["下限"])
  private static let holding = PhraseSet(
    [
      "included", "include", "includes", "crossed", "cross", "crosses", "spanned", "contained", "contain", "straddled",
      "overlapped",
    ],
    ["包含", "包括", "跨越", "跨过", "含"])
  private static let excluding = PhraseSet(
    [
      "excluded", "exclude", "excludes", "excluding", "clear", "cleared", "clears", "left out", "ruled out", "lay clear of",
      "stayed clear of", "wholly below", "wholly above", "entirely below", "entirely above", "avoided",
    ],
    ["不包含", "未包含", "不包括", "未包括", "不含", "不跨", "未跨", "排除"])
  private static let estimates = PhraseSet(
    [
      "estimate", "estimates", "point estimate", "point estimates", "hazard ratio", "hazard ratios", "hr", "hrs", "odds ratio",
      "odds ratios", "risk ratio", "risk ratios", "rate ratio", "rate ratios", "relative risk", "relative risks", "rrs",
    ],
    ["点估计", "风险比", "效应值", "HR", "RR"])
  private static let favouring = PhraseSet(
    ["favoured", "favored", "favours", "favors", "favouring", "favoring", "in favour of", "in favor of"], ["有利于", "倾向", "支持"])

  /// Nil where a piece tells no such thing. O(tokens).
  ///
  /// - Parameter isOfFollowUp: whether a time may be of follow-up that was named before: "it exceeded a year in three trials".
  static func of(_ text: LexedText, _ piece: Range<Int>, without count: StudyCount, isOfFollowUp: Bool = false) -> StudyCondition?
  {
    let isUpper = uppers.occurs(in: text, piece)
    if isUpper != lowers.occurs(in: text, piece) {
      return Negation.occurs(in: text, piece) && count.extent != .zero
        ? nil : StudyMark.bare(in: text, piece).map { .limit($0, isUpper: isUpper) }
    }
    guard !isUpper else { return nil }
    if intervals.occurs(in: text, piece), let holds = holdsNull(text, piece, count) { return .holdsNull(holds) }
    if estimates.occurs(in: text, piece) {
      if favouring.occurs(in: text, piece) { return .estimate(nil) }
      return StudyMark.bare(in: text, piece).map { .estimate($0) }
    }
    if significance.occurs(in: text, piece) {
      let isDenied = count.extent == .zero ? false : Negation.occurs(in: text, piece)
      return interaction.occurs(in: text, piece) ? nil : .significant(!isDenied)
    }
    if let mark = StudyMark.time(in: text, piece) {
      return .time(mark, isOfFollowUp: isOfFollowUp || SetBound.followUp.occurs(in: text, piece))
    }
    return StudyMark.size(in: text, piece).map { .size($0, isOfArms: arms.occurs(in: text, piece)) }
  }

  /// "Crossed unity", "excluded 1", 不包含1.
  private static func holdsNull(_ text: LexedText, _ piece: Range<Int>, _ count: StudyCount) -> Bool? {
    let namesNull =
      piece.contains { index in
        text.isWord(index, "unity") || text.isNumber(index) && ["1", "1.0", "0"].contains(text.string(index))
          || text.isWord(index, "one") && !count.tokens.contains(index)
      } || noEffect.occurs(in: text, piece)
    guard namesNull else { return nil }
    if excluding.occurs(in: text, piece) { return false }
    guard holding.occurs(in: text, piece) else { return nil }
    return count.extent == .zero || !Negation.occurs(in: text, piece)
  }

  private static let arms = PhraseSet(
    ["per arm", "per group", "each arm", "each group", "in either arm", "in either group", "a group", "an arm"],
    ["每组", "各组", "每臂", "单组", "单臂"])
  private static let noEffect = PhraseSet(["no effect", "no difference", "the null"], ["无效线", "无效值"])

  /// "Favoured the drug": which side that is, the words do not tell.
  var mayBeTurned: Bool { self == .estimate(nil) }
  /// Whether it is of a result, and so of the outcome that the result is of.
  var isOfResult: Bool {
    switch self {
    case .significant, .holdsNull, .estimate, .limit: true
    case .time, .size, .cells: false
    }
  }

  // MARK: Rows

  /// For which rows of a table it is so, nil where a row leaves it open: one answer for each column that may be meant. O(cells).
  func answers(_ table: StudyTable) -> [StudyAnswers] {
    switch self {
    case .time(let mark, let isOfFollowUp):
      StudyTimes.answers(table, mark, isOfFollowUp: isOfFollowUp).map { StudyAnswers(column: nil, rows: $0) }
    case .size(let mark, let isOfArms):
      isOfArms
        ? [StudyAnswers(column: nil, rows: StudySizes.arms(table).map { $0.map { $0.allSatisfy { mark.holds($0) } } })]
        : StudySizes.all(table).map { column in StudyAnswers(column: nil, rows: column.map { $0.map { mark.holds($0) } }) }
    case .significant(let isSignificant):
      StudyIntervals.verdicts(table).map { column in
        StudyAnswers(column: column.column, rows: column.verdicts.map { $0.map { $0 == isSignificant } })
      }
    case .holdsNull(let holds): ofIntervals(table) { interval in interval.holdsNull.map { $0 == holds } }
    case .estimate(let mark):
      ofIntervals(table) { interval in mark.map { $0.holds(interval.estimate) } ?? interval.isBelow }
    case .limit(let mark, let isUpper):
      ofIntervals(table) { interval in mark.holds(isUpper ? interval.high : interval.low) }
    case .cells(let cells): cells.answers(table)
    }
  }

  private func ofIntervals(_ table: StudyTable, _ answer: (StudyIntervals) -> Bool?) -> [StudyAnswers] {
    StudyIntervals.all(table).map { column in
      StudyAnswers(column: column.column, rows: column.intervals.map { interval in interval.flatMap(answer) })
    }
  }
}
