import Literature
import TextAnalysis

/// How long a study lasted, as a word before its noun says: "a 12-week trial", 12周试验.
struct StudyLength: Hashable, Sendable {
  var days: Double
  /// Bytes of the text, the number and its unit.
  var range: Range<Int>

  /// Lengths so near are one, told in another unit: 52 weeks and a year, six months and 24 weeks.
  private static let tolerance = 0.1
  private static let nouns = PhraseSet(
    ["trial", "study", "rct", "extension", "experiment", "programme", "program", "regimen", "course"], ["试验", "研究"])
  private static let farthest = 6

  /// The one length that a clause calls a study by and the other that the title has; nil where either has none, or several. O(tokens).
  static func conflict(_ text: LexedText, _ clause: Range<Int>, _ title: LexedText) -> StudyWords.Conflict? {
    let (said, titled) = (all(in: text, clause), all(in: title, title.tokens.indices))
    guard said.count == 1, titled.count == 1, let mine = said.first, let other = titled.first,
      abs(mine.days - other.days) > tolerance * max(mine.days, other.days)
    else { return nil }
    return (text.string(mine.range), title.string(other.range), mine.range)
  }

  private static func all(in text: LexedText, _ tokens: Range<Int>) -> [StudyLength] {
    tokens.compactMap { index in
      guard let number = text.number(index), number.decimals == 0, (1...520).contains(number.value),
        let (days, unit) = unit(text, index),
        nouns.occurs(in: text, unit..<max(unit, min(tokens.upperBound, unit + farthest)))
      else { return nil }
      let end = text.tokens[unit].kind == .han ? text.tokens[index].end : text.tokens[unit].end
      return StudyLength(days: number.value * days, range: text.tokens[index].start..<end)
    }
  }

  /// Days of the unit behind a number, and its token: "-week" with a hyphen, 周 and 个月 at the start of a run that names the study.
  private static func unit(_ text: LexedText, _ index: Int) -> (days: Double, token: Int)? {
    if text.isSymbol(index + 1, "-"), !text.hasGap(before: index + 1) {
      return english.first { text.isWord(index + 2, $0.word) }.map { ($0.days, index + 2) }
    }
    return chinese.first { text.hanHasPrefix(index + 1, $0.word) }.map { ($0.days, index + 1) }
  }

  private static let english: [(word: StaticString, days: Double)] = [("week", 7), ("month", 30.4), ("year", 365), ("day", 1)]
  private static let chinese: [(word: StaticString, days: Double)] = [
    ("周试验", 7), ("周的", 7), ("周随机", 7), ("周研究", 7), ("个月的", 30.4), ("个月试验", 30.4), ("个月随机", 30.4),
  ]
}
