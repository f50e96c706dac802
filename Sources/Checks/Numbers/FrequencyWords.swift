import Literature
import TextAnalysis

/// Words that say how often something befell a group, in a clause that leads to a ratio: "rash was less common with the drug (RR 1.4".
enum FrequencyWords {
  private static let rarer = PhraseSet(
    [
      "less common", "less frequent", "less often", "less frequently", "less likely", "rarer", "fewer", "less prevalent",
      "lower incidence", "lower rate", "lower rates", "less commonly", "less numerous", "lower", "halved",
    ],
    ["更少见", "较少见", "少见", "较少", "更少", "少于", "发生率较低", "发生率更低", "发生率低于", "较低", "更低", "低于", "为低"])
  private static let commoner = PhraseSet(
    [
      "more common", "more frequent", "more often", "more frequently", "more likely", "commoner", "more prevalent",
      "higher incidence", "higher rate", "higher rates", "more events", "more patients", "more participants", "more women",
      "more men", "more children", "more commonly", "more people", "more numerous", "higher", "doubled",
    ],
    ["更多见", "较多见", "更常见", "较常见", "多见", "较多", "更多", "多于", "发生率较高", "发生率更高", "发生率高于", "较高", "更高", "高于", "为高"])
  private static let carriers: [StaticString] = ["with", "on", "in", "under", "after", "among", "for", "by"]
  private static let barriers = PhraseSet(
    [
      "if", "per", "each", "every", "those", "with lower", "with higher", "with low", "with high", "older", "younger", "score",
      "baseline", "survival", "survive", "survived", "alive", "univariate", "multivariate", "multivariable", "regression",
      "predictor", "predictors", "without", "reference", "less than", "more than", "before", "free", "respectively", "or",
      "time to", "os", "pfs", "level", "levels", "lower dose", "higher dose", "quartile", "tertile", "lower than 1",
      "higher than 1",
    ],
    ["时间", "水平", "剂量", "每", "以上", "以下", "基线", "生存", "回归", "因素", "参照", "前者", "后者", "分别"])
  private static let controls = PhraseSet(
    ["placebo", "control", "controls", "observation", "alone", "comparator", "usual", "standard", "sham", "nothing", "routine"],
    ["对照", "安慰剂", "观察组", "常规", "标准", "单纯", "单用", "单药", "假"])

  /// Nil where the words are of the group that the ratio compares with, or no group is named. O(tokens).
  static func direction(_ text: LexedText, _ clause: Range<Int>, in context: CheckContext) -> (word: String, isLess: Bool)? {
    guard !clause.isEmpty, !barriers.occurs(in: text, clause), !Negation.occurs(in: text, clause) else { return nil }
    let (less, more) = (rarer.all(in: text, clause), commoner.all(in: text, clause))
    guard less.count + more.count == 1, let words = less.first ?? more.first else { return nil }
    let (start, end) = (text.firstToken(at: words.lowerBound + 1) - 1, text.firstToken(at: words.upperBound))
    let word = text.string(words)
    if text.tokens[start].kind == .han {
      let head = text.string(text.tokens[clause.lowerBound].start..<words.lowerBound)
      let isOfControl = controls.occurs(in: LexedText(head))
      return (head.contains("组") || head.contains("臂")) && !isOfControl ? (word, more.isEmpty) : nil
    }
    let than = (end..<max(end, clause.upperBound)).first { text.isWord($0, "than") } ?? clause.upperBound
    guard let carrier = (end..<max(end, than)).first(where: { index in carriers.contains { text.isWord(index, $0) } }),
      !controls.occurs(in: text, carrier..<than), !ReferenceGroup.shared(in: context).isNamed(in: text, carrier + 1..<than)
    else { return nil }
    return (word, more.isEmpty)
  }
}
