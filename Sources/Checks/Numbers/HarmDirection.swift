import Literature
import TextAnalysis

/// On which side of 0 a difference is to the treatment's disadvantage, as far as the words tell.
enum HarmDirection {
  case more, less

  private static let upper = PhraseSet(["upper limit", "upper bound", "upper confidence"], ["上限"])
  private static let lower = PhraseSet(["lower limit", "lower bound", "lower confidence"], ["下限"])
  private static let bad = PhraseSet(
    [
      "hba1c", "mortality", "death", "deaths", "failure", "failures", "recurrence", "relapse", "adverse", "hypotension",
      "bleeding",
      "infection", "infections", "complication", "complications", "pain", "events", "stroke", "hypoglycaemia", "hypoglycemia",
      "readmission", "thrombosis", "leak", "flare", "flares", "migraine", "headache", "headaches", "seizures", "thromboembolism",
      "unfavourable", "unfavorable", "worsening",
    ],
    ["糖化血红蛋白", "失眠", "ISI", "死亡", "失败", "复发", "不良", "低血压", "出血", "感染", "并发症", "疼痛", "事件", "卒中", "低血糖", "血栓"])
  private static let good = PhraseSet(
    ["cure", "cured", "response", "success", "efficacy", "healing", "remission", "eradication", "survival", "clearance"],
    ["治愈", "有效", "缓解", "成功", "愈合", "根除", "应答", "生存", "清除"])

  /// Whether more of what some words name is good; nil where they do not tell, or tell both.
  static func isGood(_ text: LexedText, _ tokens: Range<Int>) -> Bool? {
    let (good, bad) = (good.occurs(in: text, tokens), bad.occurs(in: text, tokens))
    return good == bad ? nil : good
  }

  /// By the sentence of the interval and the one that names the margin; nil where neither tells or they tell both.
  init?(_ passage: Int, _ margin: Int, in context: CheckContext) {
    let texts = [context.lexed[passage], context.lexed[margin]]
    for (more, less) in [(Self.upper, Self.lower), (Self.bad, Self.good)] {
      let isMore = texts.contains { more.occurs(in: $0) }
      let isLess = texts.contains { less.occurs(in: $0) }
      guard isMore || isLess else { continue }
      guard isMore != isLess else { return nil }
      self = isMore ? .more : .less
      return
    }
    return nil
  }
}
