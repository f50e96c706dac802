import TextAnalysis

/// Words that say whether a risk is lower or higher.
enum RiskWords {
  private static let lower = PhraseSet(
    [
      "reduced the risk", "reduces the risk", "reduce the risk", "lower risk", "reduced risk", "decreased risk",
      "lowered the risk",
      "decreased the risk", "risk reduction", "reduction in the risk", "reduction in risk", "lowered the hazard",
      "reduced the hazard",
      "lowers the hazard", "reduces the hazard", "halved the hazard", "halved the risk",
      "lowered the odds", "reduced the odds", "halved the odds", "cut the risk", "cut the hazard", "protected against",
    ],
    ["降低了", "风险降低", "风险下降", "风险减少", "降低死亡风险", "降低复发风险", "降低疾病进展", "风险较低"])
  private static let higher = PhraseSet(
    [
      "increased the risk", "increases the risk", "increase the risk", "higher risk", "increased risk", "elevated risk",
      "greater risk", "raised the risk", "raised the hazard", "increased the hazard", "raises the hazard", "increases the hazard",
      "doubled the hazard", "doubled the risk", "tripled the risk", "tripled the hazard", "raised the odds", "increased the odds",
      "doubled the odds", "raises the risk",
    ],
    ["风险增加", "风险升高", "风险增高", "增加了", "增加死亡风险", "增加复发风险", "风险较高"])
  private static let barriers = PhraseSet(["if", "per", "those", "high risk", "low risk"], ["高危", "低危"])
  private static let risk = PhraseSet(["risk", "risks", "hazard", "odds"], ["风险"])
  private static let isLower = PhraseSet(
    ["was lower", "were lower", "was reduced", "were reduced", "was decreased", "fell by", "is lower"], ["较低", "更低", "低于", "降低"])
  private static let isHigher = PhraseSet(
    ["was higher", "were higher", "was increased", "were increased", "was raised", "rose by", "is higher"],
    ["较高", "更高", "高于", "增加"])

  /// Higher with the control is lower with the treatment.
  private static let controls = PhraseSet(
    ["placebo", "control", "controls", "observation", "without", "alone", "comparator"], ["对照组", "安慰剂组", "观察组"])

  static func direction(_ text: LexedText, _ clause: Range<Int>) -> (word: String, isLess: Bool)? {
    guard !clause.isEmpty, !barriers.occurs(in: text, clause), !Negation.occurs(in: text, clause) else { return nil }
    var less = lower.all(in: text, clause)
    var more = higher.all(in: text, clause)
    // "The risk of death was lower": the two words stand apart.
    if less.isEmpty, more.isEmpty, let subject = risk.first(in: text, clause) {
      less = isLower.all(in: text, clause).filter { $0.lowerBound > subject.lowerBound }
      more = isHigher.all(in: text, clause).filter { $0.lowerBound > subject.lowerBound }
      if controls.occurs(in: text, clause), !more.isEmpty { return nil }
    }
    guard less.isEmpty != more.isEmpty, let range = less.first ?? more.first else { return nil }
    return (text.string(range), more.isEmpty)
  }
}
