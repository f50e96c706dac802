import Literature
import TextAnalysis

/// The measure of a column that names none, or two: "Effect (95% CI)", "Hazard ratio or mean difference (95% CI)", "Difference or ratio", 效应值（95%CI）. Each row has its
/// own, which its figures tell.
enum OpenEffect {
  private static let effects: Phrases = [
    "effect", "effects", "effect estimate", "estimate", "estimates", "effect size", "comparison", "效应值", "效应量", "效应", "估计值",
  ]
  private static let differences: Phrases = ["difference", "differences", "md", "均数差", "均差", "率差", "差值"]
  private static let ratios: [(name: String, measure: String)] = [
    ("hazard ratio", "HR"), ("odds ratio", "OR"), ("risk ratio", "RR"), ("relative risk", "RR"), ("rate ratio", "IRR"),
    ("hr", "HR"),
    ("or (", "OR"), ("rr", "RR"), ("风险比", "HR"), ("比值比", "OR"), ("相对危险度", "RR"),
  ]

  /// A ratio that caption or notes name.
  private static let unnamed: Phrases = ["ratio", "ratios", "比值"]

  /// Whether a heading names no measure of its interval, or a ratio and a difference.
  static func isOpen(_ label: LabelReading) -> Bool {
    let words = label.printed.lowercased()
    if label.statistic == .interval { return words.hasAny(effects) && !words.hasAny(differences) && ratio(in: words) == nil }
    guard case .estimate = label.statistic else { return false }
    return words.hasAny(differences) && (ratio(in: words) != nil || words.hasAny(unnamed)) && words.hasAny(["or", "或", "/"])
  }

  /// The one ratio that words name.
  private static func ratio(in words: String) -> String? {
    let named = Set(
      ratios.filter { words.hasAny([$0.name]) || $0.name.utf8.count > 8 && words.utf8.contains(sequence: $0.name.utf8) }.map(
        \.measure))
    return named.count == 1 ? named.first : nil
  }

  /// The measure of one cell: figures below zero are of a difference, of shares where the arms have counts; so are those of a row of means. Any
  /// other is the ratio that heading, caption or notes name; nil where they name none.
  static func measure(_ label: LabelReading, _ facts: CellFacts, arms: [SentenceReading], told: String) -> String? {
    let isNegative = [facts.value, facts.low, facts.high].contains { ($0?.value ?? 1) < 0 }
    let areMeans = !arms.isEmpty && arms.allSatisfy { $0.quantities.contains { $0.spread != nil } }
    if isNegative || areMeans {
      let areCounts = !arms.isEmpty && arms.allSatisfy { $0.text.holds("/") || $0.text.holds("%") }
      return areCounts && !areMeans ? "RD" : "MD"
    }
    return ratio(in: label.printed.lowercased()) ?? ratio(in: told.lowercased()) ?? facts.value.flatMap { ratio(of: $0, arms) }
  }

  /// By the shares of the two arms: what they make is the ratio of risks or of odds.
  private static func ratio(of value: PrintedNumber, _ arms: [SentenceReading]) -> String? {
    let shares = arms.compactMap { arm -> Double? in
      guard arm.quantities.count == 2, let last = arm.quantities.last?.value.value, 0 < last, last < 100 else { return nil }
      return last / 100
    }
    guard arms.count == 2, shares.count == 2 else { return nil }
    let odds = shares.map { $0 / (1 - $0) }
    let isNear = { (quotient: Double) in
      abs(quotient / value.value - 1) < nearest || abs(1 / quotient / value.value - 1) < nearest
    }
    switch (isNear(shares[0] / shares[1]), isNear(odds[0] / odds[1])) {
    case (true, false): return "RR"
    case (false, true): return "OR"
    default: return nil
    }
  }

  /// How far rounding of the shares may move their quotient.
  private static let nearest = 0.015
}
