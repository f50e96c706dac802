import Literature
import TextAnalysis

/// The words of statistics in labels.
enum StatisticWords {
  /// The statistic that a label names; nil where it names none. O(label).
  static func read(_ text: ResultText) -> TableStatistic? {
    // "n = 30" is a size, whatever else the label says.
    let held = text.indices.map { isSize(text, $0) || isNegation(text, $0) ? "" : text.word($0) }
    let measure = ColumnRole.measure(text)
    // "Difference (95% CI), p-value": the P value stands behind the estimate.
    if isP(held), !hasInterval(held) || held.first.map({ ["p", "pvalue"].contains($0) }) ?? false { return .p }
    if isOfVariance(held) { return .test }
    // "Effect size (η²)", "Effect size r": a share of variance or a correlation.
    if held.contains("effect"), held.contains("size"), text.holds("η") || held.contains(where: { ["eta", "r"].contains($0) }) {
      return .test
    }
    if let measure { return .estimate(measure) }
    if hasInterval(held), let effect = effectSize(held) { return .estimate(effect) }
    if hasInterval(held), held.contains("effectiveness") || held.contains("efficacy") { return .estimate("RRR") }
    let hasMean =
      held.contains(where: means.contains) || held.contains("m") && hasSpread(held)
      || text.holds("χ") && !text.holds("²")
      || text.holds("x̄") || text.holds("±") && (hasSpread(held) || text.count <= 6) || text.holds("均值") || text.holds("x±s")
    let hasPercent = text.indices.contains { isPercentSign(text, $0) } || held.contains("percent") || held.contains("percentage")
    // "n (%) or mean ± SD": the cells differ.
    if hasMean, hasPercent, held.contains("or"), held.contains("n") { return nil }
    if hasMean {
      if let kind = spread(held) { return .meanSpread(kind) }
      return hasInterval(held) ? .meanInterval : text.holds("±") ? .meanSpread(.unknown) : .mean
    }
    // M(P25, P75), M(Q1, Q3)
    if held.contains("m"), held.contains(where: quartiles.contains) { return .medianInterval(.quartiles) }
    if held.contains("median") || text.holds("中位") {
      if held.contains(where: quartileNames.contains) {
        return .medianInterval(.quartiles)
      }
      if held.contains("range") || held.contains(where: minima.contains) && held.contains(where: maxima.contains) {
        return .medianInterval(.range)
      }
      return hasInterval(held) ? .medianInterval(.confidence) : .median
    }
    let hasCount =
      held.contains(where: counts.contains) || text.holds("例") || text.holds("人(")
      || text.holds("人（")
    // "Remission, % (95% CI)": the first sign of per cent is that of the values.
    if hasInterval(held) {
      return text.indices.contains { text.isSymbol($0, "%") && text.kind($0 - 1) != .number } ? .percent : .interval
    }
    if hasPercent, hasCount {
      let count = held.firstIndex(where: counts.contains) ?? 0
      let percent = text.indices.first { isPercentSign(text, $0) } ?? Int.max
      return percent < count ? .percentCount : .countPercent
    }
    if hasPercent { return .percent }
    if let kind = spread(held), held.count <= 4 || Set(held).count <= 2 || isLastBracket(text) { return kind == .se ? .se : .sd }
    if held.contains("iqr") { return .quartiles }
    if !held.isEmpty, held.allSatisfy({ $0 == "range" }) { return .range }
    if held.contains(where: tests.contains), held.allSatisfy({ $0.isEmpty || tests.contains($0) || besideTests.contains($0) }) {
      return .test
    }
    return hasCount && held.count <= 4 ? .count : nil
  }

  /// "Cohen's d (95% CI)", "Hedges' g [95% CI]", "ES (95% CI)".
  private static func effectSize(_ held: [Word]) -> String? {
    if held.contains(where: { ["cohen", "cohens"].contains($0) }), held.contains("d") || held.contains("cohens") { return "d" }
    if held.contains(where: { ["hedge", "hedges"].contains($0) }) { return "g" }
    return held.first == "es" ? "SMD" : nil
  }

  /// "Type III sum of squares", "Mean square", "df": columns of an analysis of variance.
  private static func isOfVariance(_ held: [Word]) -> Bool {
    guard !held.contains("least") else { return false }
    return held.contains("square") && held.contains("mean")
      || held.contains("squares") && (held.contains("sum") || held.contains("mean"))
  }

  private static let minima: Words = ["min", "minimum", "lowest"]
  private static let maxima: Words = ["max", "maximum", "highest"]
  private static let means: Words = ["mean", "means", "average", "averages"]
  private static let quartiles: Words = ["p25", "q1", "q", "iqr"]
  private static let quartileNames: Words = ["iqr", "interquartile", "quartile", "quartiles", "percentile", "percentiles"]
  private static let counts: Words = ["n", "no", "number", "numbers", "absolute", "frequency", "events"]
  private static let tests: Words = ["t", "f", "z", "x2", "χ2", "df", "d"]
  /// What may stand beside the letter of a test: "F value", "t test", "Wald z"; "Group D" and "T cells" are names.
  private static let besideTests: Words = [
    "value", "values", "statistic", "statistics", "stat", "test", "tests", "ratio", "wald", "paired", "anova", "student", "s",
    "cohen", "score", "chi", "square", "squared", "degrees", "freedom", "of", "df", "p",
  ]
  private static let deviations: Words = ["sd", "sds", "deviation", "deviations", "s.d"]
  private static let errors: Words = ["se", "sem", "error", "errors"]

  /// What the notes under a table say that its figures are: "Values are mean (SD) and number (proportion)", 数据以均数±标准差表示; the first
  /// sentence that says so.
  static func ofNotes(_ notes: String) -> TableStatistic? {
    let parts = notes.parts(atAny: ".;。；").map(String.init)
    for part in parts where part.lowercased().hasAny(subjects) && part.utf8.count <= 160 {
      if let statistic = ofCaption(part) { return statistic }
    }
    return nil
  }

  /// What the notes say of figures with an interval beside others: "n (%) or mean (95% CI)", "number (%) or median (IQR)".
  static func intervalOfNotes(_ notes: String) -> TableStatistic? {
    for part in notes.parts(atAny: ".;。；").map(String.init)
    where part.lowercased().hasAny(subjects) && part.utf8.count <= 160 {
      guard let link = part.range(ofText: " or ") ?? part.range(ofText: " and ") else { continue }
      let pieces = [part.utf8.prefix(link.lowerBound), part.utf8.dropFirst(link.upperBound)].compactMap { String($0) }
      for piece in pieces {
        switch read(ResultText(piece)) {
        case .meanInterval: return .meanInterval
        case .medianInterval(let kind): return .medianInterval(kind)
        default: continue
        }
      }
    }
    return nil
  }

  /// The median and what stands beside it, where notes name means with "±" and medians too; nil where they do not.
  static func medianBesideMean(in notes: String) -> TableStatistic? {
    guard notes.utf8.contains(sequence: "±".utf8) else { return nil }
    let lower = notes.lowercased()
    guard lower.hasAny(["median", "medians", "中位数"]) else { return nil }
    return .medianInterval(lower.hasAny(["range"]) && !lower.hasAny(["interquartile"]) ? .range : .quartiles)
  }

  private static let subjects: Phrases = [
    "values", "data", "results", "figures", "numbers", "means", "mean", "median", "medians", "数据", "数值", "表示",
  ]

  /// Whether a text speaks of deviations or of errors alone; nil where of both or of neither.
  static func spreadKind(of text: String) -> ResultDetails.SpreadKind? {
    let lower = text.lowercased()
    let isDeviation = lower.hasAny(["sd", "sds", "s.d", "standard deviation", "standard deviations", "标准差", "x±s", "x̄±s"])
    let isError = lower.hasAny(["se", "sem", "s.e.m", "standard error", "standard errors", "标准误"])
    return isDeviation == isError ? nil : isDeviation ? .sd : .se
  }

  /// The statistic that a caption names for all of its table: "mean ± SD", "n (%)"; nil where it speaks of anything else.
  static func ofCaption(_ caption: String) -> TableStatistic? {
    let lower = caption.lowercased()
    guard
      [
        "mean", "average", "percentage of", "percentages of", "±", "n (%)", "absolute (", "number (", "numbers (", "median",
        "m(p25", "m (p25", "m(q", "m（p25", "m（q", "人(%)", "no. (%)", "例(%)", "例（%）", "n(%)",
      ]
      .contains(where: {
        lower.utf8.contains(sequence: $0.utf8)
      })
    else {
      return nil
    }
    switch read(ResultText(caption)) {
    case .meanSpread(let kind): return .meanSpread(kind)
    case .medianInterval(let kind): return .medianInterval(kind)
    case .countPercent: return .countPercent
    case .mean: return .mean
    case .meanInterval: return .meanInterval
    case .median: return .median
    case .percent where lower.hasAny(["percentage of", "percentages of"]): return .percent
    default: return nil
    }
  }

  private static func isP(_ words: [Word]) -> Bool {
    guard let place = words.firstIndex(where: { ["p", "pvalue"].contains($0) }) else { return false }
    return place == 0 || words.contains("value") || words.contains("values") || words.filter { !$0.isEmpty }.count <= 2
  }

  private static func isSize(_ text: ResultText, _ index: Int) -> Bool {
    text.word(index) == "n" && text.isSymbol(index + 1, "=")
  }

  /// "No maintenance": no number of anything; "No. of days" and "No of days" are.
  private static func isNegation(_ text: ResultText, _ index: Int) -> Bool {
    text.word(index) == "no" && text.kind(index + 1) == .word && text.word(index + 1) != "of"
  }

  /// "CI", "confidence interval"
  private static func hasInterval(_ held: [Word]) -> Bool {
    held.contains("ci") || held.contains("confidence") && (held.contains("interval") || held.contains("intervals"))
  }

  /// A sign of per cent that names what stands below it: "75 % of pills" and "0.5% ropivacaine" do not.
  private static func isPercentSign(_ text: ResultText, _ index: Int) -> Bool {
    text.isSymbol(index, "%") && text.kind(index - 1) != .number
  }

  /// "Thickness (mm) (SD)": a spread alone in the last bracket.
  private static func isLastBracket(_ text: ResultText) -> Bool {
    let last = text.count - 1
    return text.isSymbol(last, ")") && text.isSymbol(last - 2, "(")
      && (deviations.contains(text.word(last - 1)) || errors.contains(text.word(last - 1)))
  }

  private static func hasSpread(_ held: [Word]) -> Bool { spread(held) != nil }

  private static func spread(_ held: [Word]) -> ResultDetails.SpreadKind? {
    if held.contains(where: deviations.contains) { return .sd }
    return held.contains(where: errors.contains) ? .se : nil
  }

  private static let words: Words = [
    "mean", "means", "median", "average", "averages", "sd", "s.d", "se", "sem", "iqr", "ci", "n", "no", "percent", "percentage",
    "p", "value", "values",
    "standard",
    "deviation", "deviations", "error", "errors", "m", "interquartile", "number", "frequency", "geometric", "cv", "confidence",
    "interval",
  ]

  /// Marks the tokens that only name a statistic: "mean ± SD", "n (%)", "95% CI".
  static func mark(_ text: ResultText, _ used: inout [Bool]) {
    for index in text.indices {
      if words.contains(text.word(index)) && !isNegation(text, index) || isPercentSign(text, index) || text.isSymbol(index, "±")
        || text.string(index) == "χ"
      {
        used[index] = true
      }
      // "x-±s": the letters of mean and deviation.
      if text.isSymbol(index, "±"), ["s", "x"].contains(text.word(index + 1)), text.indices.contains(index + 1) {
        used[index + 1] = true
        for before in (max(0, index - 2)..<index) where text.isSymbol(before, "-") || text.word(before) == "x" {
          used[before] = true
        }
      }
      if text.kind(index) == .number, text.isSymbol(index + 1, "%"), ["ci", "confidence"].contains(text.word(index + 2)) {
        (used[index], used[index + 1]) = (true, true)
      }
    }
  }
}
