import Literature

/// Headings that are names of coefficients only beside what regressions print with them: "B | SE | P", "Estimate (SE)", "Exp(B) | 95% CI".
enum CoefficientLabels {
  /// The labels above each column, those of coefficients and their exponentials marked as estimates. O(columns²) at most.
  static func marked(_ header: [[LabelReading]]) -> [[LabelReading]] {
    var result = header
    let isListed = header.contains { ["A", "a", "C", "c"].contains($0.last?.printed) }
    for column in header.indices {
      guard let last = header[column].last, last.statistic.map(mayReplace) ?? true, let measure = measure(last.printed),
        !isListed || last.printed.utf8.count > 1, saysCompany(last.printed) || hasCompany(column, header)
      else { continue }
      result[column][result[column].count - 1] = last.named(.estimate(measure))
    }
    return result
  }

  /// "B (SE)" was read as a heading of errors.
  private static func mayReplace(_ statistic: TableStatistic) -> Bool {
    switch statistic {
    case .se, .sd, .interval, .test, .value, .meanSpread: true
    default: false
    }
  }

  private static func measure(_ printed: String) -> String? {
    let words = printed.letterWords.map { $0 == "β" ? "b" : $0 }
    guard (1...7).contains(words.count), words.allSatisfy({ leads.contains($0) || companions.contains($0) }),
      let lead = words.first(where: { leads.contains($0) })
    else { return nil }
    if words.contains("exp") { return words.contains("b") ? "OR" : nil }
    // "Effect" and "Estimated" alone name nothing.
    return ["exp", "effect"].contains(lead) ? nil : "beta"
  }

  private static let leads: Words = [
    "b", "beta", "coefficient", "coefficients", "coef", "coeff", "estimate", "estimates", "est", "slope", "exp",
  ]
  private static let companions: Words = [
    "regression", "parameter", "unstandardized", "unstandardised", "standardized", "standardised", "std", "adjusted",
    "unadjusted",
    "crude", "effect", "model", "linear", "se", "s", "e", "sem", "standard", "error", "err", "errors", "ci", "p", "value",
    "values", "confidence",
    "interval", "and",
    "multilevel", "fixed", "univariate", "multivariate", "univariable", "multivariable", "d",
  ]

  /// Whether a heading says itself that an error, an interval or a P value stands beside its figure.
  private static func saysCompany(_ printed: String) -> Bool {
    let words = printed.letterWords
    return words.count > 1 && words.contains { ["se", "error", "err", "errors", "ci", "interval", "p", "sem"].contains($0) }
  }

  /// Whether an error, an interval, a test or a P value stands in the columns after it, before a heading that is the same again.
  private static func hasCompany(_ column: Int, _ header: [[LabelReading]]) -> Bool {
    for next in header[(column + 1)...].prefix(6) {
      guard let last = next.last, last.printed != header[column].last?.printed else { return false }
      switch last.statistic {
      case .se, .interval, .test, .p: return true
      default:
        let words = last.printed.lowercased()
        if words.hasAny(["ci", "lower", "upper", "se", "s.e", "wald", "confidence interval", "standard error"]) { return true }
        if last.printed.letterWords.isEmpty || measure(last.printed) != nil { continue }
        return false
      }
    }
    return false
  }
}
