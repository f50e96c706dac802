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
    "model", "models", "transformed", "standardised", "standardized", "percent", "rate", "ratio", "log", "geometric", "per",
    "change",
    "difference", "pooled", "baseline",
  ]

  /// A passage of which every mean is one of whole numbers.
  static func isNamed(in text: LexedText) -> Bool {
    guard !text.mentions(excluding, ["校正", "调整", "平均每", "加权", "变化", "差值"]) else { return false }
    return instruments.contains { word in text.tokens.indices.contains { text.isWord($0, word) } } || countsThings(text)
  }

  /// "number of episodes", "number of visits".
  private static func countsThings(_ text: LexedText) -> Bool {
    text.tokens.indices.contains { text.isWord($0, "number") && text.isWord($0 + 1, "of") } || text.mentions([], ["次数", "个数"])
  }
}
