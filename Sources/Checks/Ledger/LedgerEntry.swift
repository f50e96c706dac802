import Literature
import TextAnalysis

/// What a document prints of one outcome in one place: whether there is a difference, and the figures of the groups.
struct LedgerEntry: Hashable, Sendable {
  /// As `VerdictStatement.topic`: the words of its name.
  var topic: Set<String>
  /// Words of the table's caption and heads, of which the name need not speak.
  var setting: Set<String>
  /// Numbers with a unit of time in its name.
  var times: Set<String>
  var isSignificant: Bool?
  /// A ratio of the row, where it has one.
  var ratio: PrintedNumber?
  /// A difference with its sign, likewise.
  var difference: Double?
  /// Two, or none where it is open whose the figures are.
  var arms: [LedgerArm]
  /// Whether the figures are counts of groups of unequal size, which tell of no direction.
  var isOfCounts = false
  /// Whether the second arm's figure stands first.
  var isTurned = false
  /// Whether the words of the sentence before its figures tell of a change.
  var isOfChangeBefore = false
  /// Its figures as printed.
  var figure: String
  var name: String
  var span: SourceSpan
  /// Of the sentence it stands in; nil of a row.
  var passage: Int?
  /// First byte of its figures in that sentence.
  var start: Int?
  /// First byte behind its figures in that sentence.
  var end: Int?
  /// As `Qualifiers`, of its name or of the sentence before its figures.
  var qualifiers: Set<String> = []
  /// Whether it is another work's.
  var isOfOthers = false

  private static let timeStems: Set<String> = ["time", "durat", "length", "stay", "day", "时间", "天数", "时长"]

  /// Whether its name is of how long something takes.
  var isOfTime: Bool {
    let text = LexedText(name)
    return VerdictStatement.times.occurs(in: text) || !topic.isDisjoint(with: Self.timeStems)
  }

  private static let changes = PhraseSet(
    [
      "change", "changes", "reduction", "reductions", "fall", "drop", "decline", "decrease", "loss", "increase", "rise", "gain",
      "improvement",
    ],
    ["变化", "改变", "降幅", "升幅", "增幅", "下降", "升高", "减少", "增加", "降低", "提高", "上升", "改善", "减重", "差值"])

  /// Whether its figures are of how far something changed, by its name or their signs.
  var isOfChange: Bool {
    arms.allSatisfy { $0.value.value < 0 } || isOfChangeBefore || Self.changes.occurs(in: LexedText(name))
  }

  /// Two groups without figures.
  static func naming(_ arms: [LedgerArm]) -> LedgerEntry {
    LedgerEntry(
      topic: [], setting: [], times: [], isSignificant: nil, ratio: nil, arms: arms, figure: "", name: "", span: SourceSpan([]),
      passage: nil, start: nil)
  }
}
