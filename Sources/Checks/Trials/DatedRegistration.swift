import Literature
import TextAnalysis

/// Registration numbers of groups of digits that begin with a year: EudraCT `2018-000411-17`, `CTRI/2016/05/006914`.
enum DatedRegistration {
  private static let europe = Wording("the year, six digits and two, divided by hyphens", zh: "年份、六位数字和两位数字, 以连字符相连")
  private static let india = Wording("CTRI, the year, the month and six digits, divided by slashes", zh: "CTRI、年份、月份和六位数字, 以斜线相连")
  /// EudraCT began in 2004.
  private static let years = 2004.0...2030

  /// What form a number that begins at a token should have, and its bytes; nil where none does, or one that is whole. O(1).
  static func malformed(_ text: LexedText, _ index: Int) -> (form: Wording, range: Range<Int>)? {
    if text.isWord(index, "ctri") { return indian(text, index) }
    return text.isNumber(index) ? european(text, index) : nil
  }

  /// Two groups behind the year, of which the first has five digits or seven and the last two: dates and pages have fewer.
  private static func european(_ text: LexedText, _ index: Int) -> (Wording, Range<Int>)? {
    guard text.tokens[index].range.count == 4, let year = text.number(index), years.contains(year.value),
      let groups = groups(text, from: index, "-"), groups.count == 3, groups[2].count == 2, [5, 7].contains(groups[1].count),
      index == 0 || !text.isSymbol(index - 1, "-") && !text.isSymbol(index - 1, "/")
    else { return nil }
    return (europe, groups[0].lowerBound..<groups[2].upperBound)
  }

  private static func indian(_ text: LexedText, _ index: Int) -> (Wording, Range<Int>)? {
    guard text.isSymbol(index + 1, "/"), let groups = groups(text, from: index + 2, "/"), groups[0].count == 4, groups.count >= 2,
      groups.map(\.count) != [4, 2, 6]
    else { return nil }
    return (india, text.tokens[index].start..<groups[groups.count - 1].upperBound)
  }

  /// The bytes of numbers that stand one behind the other with a mark between and no gap.
  private static func groups(_ text: LexedText, from first: Int, _ mark: Unicode.Scalar) -> [Range<Int>]? {
    guard text.isNumber(first) else { return nil }
    var (groups, index) = ([text.tokens[first].range], first)
    while text.isSymbol(index + 1, mark), text.isNumber(index + 2), !text.hasGap(before: index + 1),
      !text.hasGap(before: index + 2)
    {
      groups.append(text.tokens[index + 2].range)
      index += 2
    }
    return groups
  }
}
