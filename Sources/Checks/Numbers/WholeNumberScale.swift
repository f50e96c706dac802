import Literature
import TextAnalysis

/// Whether a sentence speaks of values that can only be whole: scores of instruments that add up whole items, and counts.
enum WholeNumberScale {
  /// Instruments whose total is a sum of items scored in whole points.
  private static let instruments = PhraseSet([
    "phq", "gad", "hads", "hamd", "hdrs", "madrs", "mmse", "moca", "panss", "ymrs", "nihss", "epds", "audit", "epworth", "psqi",
    "ipss", "dlqi", "cdlqi", "updrs", "sofa", "apache", "bdi", "bai", "apgar", "gcs", "pcl", "isi", "aims", "cdss", "kellgren",
    "mrs",
    "gds", "ftnd", "iief", "bprs", "cesd", "has bled", "charlson", "chads", "vasc", "curb", "braden", "barthel", "bishop",
    "caprini",
    "norton", "aldrete", "ramsay", "centor", "child pugh", "wong baker",
  ])
  /// Words of averages, models and parts of points, with which a mean need not be a share of a whole sum.
  private static let excluding = PhraseSet(
    [
      "item", "items", "average", "mean averaged", "averaged score", "averaged over", "adjusted", "least", "ls", "lsmean",
      "lsmeans", "estimated", "marginal", "weighted", "imputed",
      "model", "models", "transformed", "standardised", "standardized", "percent", "rate", "ratio", "log", "geometric", "change",
      "difference", "pooled", "baseline",
    ], ["校正", "调整", "平均每", "加权", "变化", "差值", "条目均分", "取平均", "取均值"])

  /// A passage of which every mean is one of whole numbers.
  static func isNamed(in text: LexedText) -> Bool {
    (instruments.occurs(in: text) || countsThings(text) || hasPoints(text)) && !mayHaveParts(text)
  }

  /// Whether a passage speaks of averages, models or parts of points.
  static func mayHaveParts(_ text: LexedText) -> Bool {
    excluding.occurs(in: text) || countsPer(text)
  }

  /// "The number of seizures averaged 3.48": counts of things, unless by the week, as a change or in a model.
  static func isCount(_ text: LexedText) -> Bool {
    countsThings(text) && !countsPer(text)
      && !changes.occurs(in: text)
  }

  private static let changes = PhraseSet(["change", "difference", "rate", "rates", "reduction"], ["变化", "差值", "减少", "率"])

  private static let measured: [StaticString] = [
    "age", "aged", "weight", "bmi", "height", "time", "duration", "pressure", "stay",
  ]
  private static let units: [StaticString] = [
    "kg", "cm", "mm", "mmhg", "ml", "min", "minutes", "hours", "seconds", "mg", "mmol", "nm", "g", "l", "s", "h",
  ]

  /// Whether the words before a figure (back to the number before it) or the unit behind its numbers are of something measured.
  static func isMeasured(_ text: LexedText, _ range: Range<Int>) -> Bool {
    let (start, end) = (text.firstToken(at: range.lowerBound), text.firstToken(at: range.upperBound))
    let before = text.tokens.indices.last { $0 < start && text.isNumber($0) } ?? -1
    let isOfMeasure = (max(before + 1, start - 8)..<max(before + 1, start)).contains { index in
      measured.contains { text.isWord(index, $0) }
        || ["年龄", "体重", "耗时", "时间", "血压", "身高", "病程"].contains { text.hanContains(index, $0) }
    }
    return isOfMeasure || [start + 1, end].contains { index in units.contains { text.isWord(index, $0) } }
  }

  private static let people: [StaticString] = [
    "participant", "patient", "person", "subject", "child", "woman", "man", "student", "infant",
  ]

  private static let groups: [StaticString] = ["group", "arm"]

  /// "per week" makes an average of a whole number; "per participant" does not.
  private static func countsPer(_ text: LexedText) -> Bool {
    text.tokens.indices.contains { index in
      text.isWord(index, "per") && !(people + groups).contains { text.isWord(index + 1, $0) }
    }
  }

  private static let steps: Set<String> = [
    "four", "five", "six", "seven", "nine", "ten", "eleven", "4", "5", "6", "7", "9", "10", "11",
  ]

  /// "on the seven-point scale", "a 5-point Likert scale", 7 分制: an answer is one of the points.
  private static func hasPoints(_ text: LexedText) -> Bool {
    text.tokens.indices.contains { index in
      if text.isWord(index, "likert") || text.hanContains(index, "分制") || text.hanContains(index, "级评分") { return true }
      guard text.isWord(index, "point"), index > 0 else { return false }
      return steps.contains(text.lowercased(text.isSymbol(index - 1, "-") ? max(0, index - 2) : index - 1))
    }
  }

  private static let counted = PhraseSet([], ["次数", "个数", "段数", "支数", "枚数", "颗数", "例数", "条数", "结节数", "关节数", "病灶数", "每题"])

  /// "number of episodes", "number of visits".
  private static func countsThings(_ text: LexedText) -> Bool {
    text.tokens.indices.contains { (text.isWord($0, "number") || text.isWord($0, "count")) && text.isWord($0 + 1, "of") }
      || counted.occurs(in: text) || countsTimes(text) || countsItems(text)
  }

  private static let items = ["个", "项", "枚", "处", "颗", "根"]
  private static let notItems = ["个月", "个百分", "个单位", "个标准", "个周期", "个疗程", "个小时", "个工作日"]

  /// 平均 2.53 个, 平均残留 3.11 项: lesions or complaints of a person.
  private static func countsItems(_ text: LexedText) -> Bool {
    text.tokens.indices.contains { index in
      guard let number = text.number(index), number.decimals >= 2, text.tokens.indices.contains(index + 1),
        text.tokens[index + 1].kind == .han
      else { return false }
      let unit = text.string(index + 1)
      // 每人平均 4.56 次 counts events, 每日 4.56 次 is a rate.
      if unit.hasPrefix("次"),
        (max(0, index - 2)..<index).contains(where: { text.hanContains($0, "每人平均") || text.hanContains($0, "人均") })
      {
        return true
      }
      return items.contains(where: unit.hasPrefix) && !notItems.contains(where: unit.hasPrefix)
        && (max(0, index - 4)..<index).contains { text.hanContains($0, "平均") }
    }
  }

  private static let averaging = PhraseSet(["on average", "a mean of", "an average of", "averaged"])
  private static let comparing: [StaticString] = [
    "higher", "more", "greater", "the", "as", "that", "lower", "less", "larger", "longer",
  ]

  /// "vomited 3.04 times on average": events of a person, and no ratio.
  private static func countsTimes(_ text: LexedText) -> Bool {
    averaging.occurs(in: text)
      && text.tokens.indices.contains { index in
        text.isWord(index, "times") && text.isNumber(index - 1) && (text.number(index - 1)?.decimals ?? 0) > 1
          && !comparing.contains { text.isWord(index + 1, $0) }
      }
  }
}
