import Literature
import TextAnalysis

/// What a caption says that figures with an interval or a P value in brackets are, where no heading of a column says it: "Odds ratios (95% CI) for …",
/// "… coefficient (p value)", "Multivariable linear regression of …".
struct CaptionMeasure {
  private let ratio: String?
  private let hasCoefficients: Bool
  /// Whether it names the measure itself and not only the model.
  let saysMeasure: Bool

  /// O(caption).
  init(_ caption: String) {
    let text = ResultText(caption)
    let lower = caption.lowercased()
    let named = ColumnRole.measures(text)
    let told = named.first { RatioMeasure.ratios.contains($0) }
    let isOfCoefficients = text.indices.contains { Self.isCoefficient(text, $0) } || named.contains("beta")
    saysMeasure = told != nil || isOfCoefficients
    if told == nil, !isOfCoefficients {
      ratio =
        lower.hasAny(["logistic"])
        ? "OR" : lower.hasAny(["cox", "proportional hazards", "hazards"]) ? "HR" : lower.hasAny(["poisson"]) ? "IRR" : nil
      hasCoefficients =
        ratio == nil && lower.hasAny(["regression", "mixed model", "mixed models", "linear model", "linear models"])
    } else {
      (ratio, hasCoefficients) = (told, isOfCoefficients)
    }
  }

  var isNamed: Bool { ratio != nil || hasCoefficients }

  /// "Regression coefficients", "b-coefficients", "parameter estimates"; no coefficients of correlation.
  private static func isCoefficient(_ text: ResultText, _ index: Int) -> Bool {
    switch text.word(index) {
    case "coefficient", "coefficients":
      return !["correlation", "correlations", "intraclass", "variation"].contains(text.word(index - 1))
        && !(text.word(index + 1) == "of"
          && ["variation", "correlation", "determination", "concordance"].contains(text.word(index + 2)))
    case "estimates", "estimate":
      return ["regression", "parameter", "effect", "model", "gee"].contains(text.word(index - 1))
    default: return false
    }
  }

  /// The measure of figures that belong together, by the shape of their intervals where the caption names ratios and coefficients: those of a ratio are
  /// as long on both sides on the scale of logarithms. Nil for figures that cannot be what it names.
  func measure(of figures: [(value: Double, low: Double?, high: Double?)]) -> String? {
    let areNegative = figures.contains { $0.value <= 0 || ($0.low ?? 1) <= 0 }
    guard let ratio else { return hasCoefficients ? "beta" : nil }
    guard hasCoefficients else { return areNegative ? nil : ratio }
    return !areNegative && Self.areGeometric(figures) ? ratio : "beta"
  }

  /// Whether values stand nearer to the geometric than to the arithmetic middle of their intervals, taken together.
  private static func areGeometric(_ figures: [(value: Double, low: Double?, high: Double?)]) -> Bool {
    let surplus = figures.reduce(0.0) { sum, figure in
      guard let low = figure.low, let high = figure.high, low > 0, high > low else { return sum }
      let arithmetic = abs(figure.value - (low + high) / 2)
      let geometric = abs(figure.value - (low * high).squareRoot())
      return sum + (arithmetic - geometric) / (high - low)
    }
    return surplus > 0
  }
}
