import TextAnalysis

/// Words that say for which group the time to an event was longer, in a clause that leads to its hazard ratio: "time to deterioration was
/// shorter with the drug (HR 0.68".
///
/// Less hazard is more time, whatever the event.
enum DurationWords {
  private static let longer = PhraseSet(
    ["longer", "prolonged", "lengthened", "later", "delayed"], ["更长", "较长", "长于", "延长", "推迟", "延迟"])
  private static let shorter = PhraseSet(
    ["shorter", "shortened", "earlier", "sooner", "faster", "quicker"], ["更短", "较短", "短于", "缩短", "提前", "更快", "更早"])
  private static let times = PhraseSet(
    ["time", "survival", "os", "pfs", "dfs", "rfs", "efs", "ttp", "duration"], ["时间", "生存", "存活"])
  /// The ratio of a recovery or a cure: there less hazard is less of it, but the time to it is longer all the same.
  private static let barriers = PhraseSet(
    [
      "per", "each", "every", "those", "older", "baseline", "follow up", "score", "univariate", "multivariate", "multivariable",
      "than 1", "respectively", "longer than", "shorter than", "earlier trial", "earlier study", "earlier trials", "landmark",
    ],
    ["每", "以上", "以下", "基线", "回归", "因素", "参照", "随访", "前者", "后者", "分别", "既往"])
  private static let controls = PhraseSet(
    ["placebo", "control", "controls", "observation", "alone", "comparator", "usual", "standard", "sham"],
    ["对照", "安慰剂", "观察组", "常规", "标准", "单纯", "单用", "单药", "假"])

  /// Nil where the words are of the group that the ratio compares with, or speak of no time. O(tokens).
  ///
  /// - Returns: the word, and whether less hazard is meant by it.
  static func direction(_ text: LexedText, _ clause: Range<Int>) -> (word: String, isLess: Bool)? {
    guard !clause.isEmpty, times.occurs(in: text, clause), !barriers.occurs(in: text, clause),
      !controls.occurs(in: text, clause), !Negation.occurs(in: text, clause)
    else { return nil }
    let (more, less) = (longer.all(in: text, clause), shorter.all(in: text, clause))
    guard more.count + less.count == 1, let words = more.first ?? less.first else { return nil }
    return (text.string(words), less.isEmpty)
  }
}
