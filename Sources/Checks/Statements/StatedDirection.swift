import Lexicon
import Literature
import TextAnalysis

/// Which way a comparison in words goes, and whose figure is the greater or the smaller one.
struct StatedDirection: Hashable, Sendable {
  var isMore: Bool
  /// Whether it is of how long something takes.
  var isOfTime: Bool
  /// Names of the groups and drugs that have it, as of `GroupLabels`.
  var lead: Set<String>
  /// Those that they are compared with.
  var other: Set<String>
  /// Stems of the words on either side of "than".
  private var before: Set<String>
  private var after: Set<String>

  private static let more = PhraseSet(
    [
      "more", "higher", "greater", "larger", "longer", "commoner", "rose", "increased", "increases", "raised", "raises",
      "additional",
      "doubled", "prolonged", "extended", "lengthened",
    ],
    [
      "较多", "更多", "多于", "高于", "较高", "更高", "为多", "为高", "增多", "升高", "增高", "上升", "提高", "增加", "长于", "较长", "更长", "延长", "较大", "更大",
      "大于",
    ])
  private static let less = PhraseSet(
    [
      "fewer", "less", "lower", "smaller", "shorter", "rarer", "fell", "dropped", "reduced", "reduces", "lowered", "lowers",
      "decreased",
      "cut", "cuts", "halved", "shortened", "lessened",
    ],
    [
      "较少", "更少", "少于", "低于", "较低", "更低", "为少", "为低", "变少", "降低", "减少", "下降", "短于", "较短", "更短", "缩短", "较小", "更小", "小于",
    ])
  /// A greater fall is no more of the outcome.
  private static let changes = PhraseSet(
    [
      "postpones", "postponed", "postpone", "prevents", "prevented", "prevent", "avoids", "avoided", "avoid", "averts", "averted",
      "avert", "delays", "delayed", "reduction", "reductions",
      "decline", "fall", "falls", "loss", "drop", "decrease", "gain", "improvement", "change",
      "less frequent",
      "less often", "less common", "delay", "slower", "faster",
    ],
    ["预防", "避免", "推迟", "防止", "降幅", "增幅", "获益", "改善", "幅度", "延缓", "相差"])
  private static let times = PhraseSet(
    [
      "longer", "shorter", "prolonged", "extended", "lengthened", "shortened", "time", "stay", "duration", "days", "hours",
      "months",
    ],
    ["长于", "较长", "更长", "延长", "短于", "较短", "更短", "缩短", "时间", "天数"])
  private static let rarer = PhraseSet(["less frequent", "less often", "less common"])

  /// Nil where a piece has words of both ways, or of a change that is itself the greater one. O(tokens).
  static func of(_ text: LexedText, _ piece: Range<Int>, _ labels: GroupLabels) -> StatedDirection? {
    let (up, down) = (more.all(in: text, piece), less.all(in: text, piece))
    guard up.isEmpty != down.isEmpty, !changes.all(in: text, piece).contains(where: { !rarer.all(in: text, piece).contains($0) })
    else { return nil }
    let than = piece.first { text.isWord($0, "than") || text.isWord($0, "versus") } ?? piece.upperBound
    let (lead, other) = groups(text, piece, than, labels)
    // 大于日间: no group is compared.
    guard !lead.isEmpty || !other.isEmpty || !(up + down).contains(where: { text.string($0).hasSuffix("于") }) else { return nil }
    return StatedDirection(
      isMore: down.isEmpty, isOfTime: times.occurs(in: text, piece), lead: lead, other: other,
      before: OutcomeWords.all(in: text, piece.lowerBound..<than), after: OutcomeWords.all(in: text, than..<piece.upperBound))
  }

  /// Those behind "than", 较, 比, 于 are what the others are compared with.
  private static func groups(
    _ text: LexedText, _ piece: Range<Int>, _ than: Int, _ labels: GroupLabels
  ) -> (Set<String>, Set<String>) {
    var (lead, other) = (labels.names(in: text, piece.lowerBound..<than), labels.names(in: text, than..<piece.upperBound))
    for place in labels.places(in: text, piece) where comparing.contains(where: { endsWith($0, text, place.lowerBound) }) {
      // The label, and the drug in it.
      let names = labels.names(in: LexedText(text.string(place))).union([text.string(place)])
      lead.subtract(names)
      other.formUnion(names)
    }
    return (lead, other.subtracting(lead))
  }

  private static let comparing = ["较", "比", "于", "与"]

  private static func endsWith(_ word: String, _ text: LexedText, _ end: Int) -> Bool {
    text.utf8[..<end].suffix(word.utf8.count).elementsEqual(word.utf8)
  }

  /// Whether two go opposite ways; nil where it is open whose figures they are of.
  func opposes(_ other: StatedDirection) -> Bool? {
    if !lead.isDisjoint(with: other.lead) { return isMore != other.isMore }
    if !lead.isDisjoint(with: other.other) || !other.lead.isDisjoint(with: self.other) { return isMore == other.isMore }
    if isTurned(other) || other.isTurned(self) { return isMore == other.isMore }
    guard lead.isEmpty || other.lead.isEmpty, !lead.contains("control"), !other.lead.contains("control") else { return nil }
    return isMore != other.isMore
  }

  /// Whether what the other is compared with leads here.
  private func isTurned(_ other: StatedDirection) -> Bool {
    !before.subtracting(other.before).isDisjoint(with: other.after)
  }
}
