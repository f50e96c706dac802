import Literature
import TextAnalysis

/// Whether a sentence speaks of values that can only be whole: scores of instruments that add up whole items, and counts.
enum WholeNumberScale {
  /// Instruments whose total is a sum of items scored in whole points.
  private static let instruments: [StaticString] = [
    "phq", "gad", "hads", "hamd", "hdrs", "madrs", "mmse", "moca", "panss", "ymrs", "nihss", "epds", "audit", "epworth", "psqi",
    "ipss",
    "bdi", "bai", "apgar", "gcs", "pcl", "isi", "aims", "cdss", "kellgren", "mrs", "gds", "ftnd", "iief", "bprs", "cesd",
  ]
  /// Words of averages, models and parts of points, with which a mean need not be a share of a whole sum.
  private static let excluding: [StaticString] = [
    "item", "items", "average", "adjusted", "least", "ls", "lsmean", "lsmeans", "estimated", "marginal", "weighted",
    "imputed",
    "model", "models", "transformed", "standardised", "standardized", "percent", "rate", "ratio", "log", "geometric",
    "change",
    "difference", "pooled", "baseline",
  ]

  /// A passage of which every mean is one of whole numbers.
  static func isNamed(in text: LexedText) -> Bool {
    guard !text.mentions(excluding, ["校正", "调整", "平均每", "加权", "变化", "差值"]), !countsPer(text) else { return false }
    return instruments.contains { word in text.tokens.indices.contains { text.isWord($0, word) } } || countsThings(text)
      || hasPoints(text)
  }

  private static let people: [StaticString] = [
    "participant", "patient", "person", "subject", "child", "woman", "man", "student", "infant",
  ]

  /// "per week" makes an average of a whole number; "per participant" does not.
  private static func countsPer(_ text: LexedText) -> Bool {
    text.tokens.indices.contains { index in text.isWord(index, "per") && !people.contains { text.isWord(index + 1, $0) } }
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

  /// "number of episodes", "number of visits".
  private static func countsThings(_ text: LexedText) -> Bool {
    text.tokens.indices.contains { text.isWord($0, "number") && text.isWord($0 + 1, "of") } || text.mentions([], ["次数", "个数"])
  }
}
