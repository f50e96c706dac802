import Literature
import TextAnalysis

/// What a document says once of every number after `±`: "Data are expressed as mean ± SD", 计量资料以均数±标准差表示.
enum SpreadConvention {
  /// Nil where no sentence says so, or two say different things. O(bytes of the sentences).
  static func kind(in input: EvidenceInput) -> ResultDetails.SpreadKind? {
    var found: ResultDetails.SpreadKind?
    for passage in input.passages where passage.kind == .sentence && averages.stand(in: passage.flow.utf8) {
      let text = passage.text
      guard text.utf8.count <= 400, verbs.stand(in: text.lowercased()) else { continue }
      guard let kind = StatisticWords.spreadKind(of: text) else {
        // "as mean ± SD or mean ± SEM"
        if text.lowercased().hasAny(["sd", "sem"]) { return nil }
        continue
      }
      if let found, found != kind { return nil }
      found = kind
    }
    return found
  }

  private static let averages = Needles([
    "mean ±", "means ±", "mean±", "mean +/-", "mean (s", "means (s", "means and s", "mean and s", "mean values ±", "均数±", "均数 ±",
    "x±s", "x̄±s", "x ± s",
  ])
  private static let verbs: Phrases = [
    "expressed", "presented", "reported", "shown", "given", "described", "summarized", "summarised", "displayed", "represented",
    "data are", "data were", "values are", "values were", "results are", "results were", "表示", "描述",
  ]
}
