import Literature
import Statistics

/// What kind of quantity a card's measure is.
enum Measure {
  private static let ratios: Set<String> = [
    "HR", "OR", "RR", "IRR", "SHR", "aHR", "aOR", "aRR", "ROR", "POR", "PR", "DOR", "RoM", "aIRR", "sHR", "csHR",
  ]
  private static let differences: Set<String> = ["MD", "RD", "ARD", "WMD", "difference", "meanDifference", "riskDifference"]

  /// The scale on which intervals of this measure are symmetric, or nil where that is not known.
  static func scale(_ measure: String) -> EffectCoherence.Scale? {
    if ratios.contains(measure) { return .ratio }
    return differences.contains(measure) ? .difference : nil
  }

  static func isRatio(_ measure: String) -> Bool { ratios.contains(measure) }
}

extension ResultCard {
  /// What the card's estimate and interval imply, where they are printed and the scale is known.
  var coherence: EffectCoherence? {
    guard let value, let low, let high, let scale = Measure.scale(measure) else { return nil }
    return EffectCoherence(estimate: value, low: low, high: high, level: level ?? 0.95, scale: scale)
  }

  /// Whether limits are printed for an estimate.
  var hasInterval: Bool { value != nil && low != nil && high != nil }

  /// "HR 0.94 (0.78 to 1.13)" as a message names the card.
  var summary: String { summary(in: .english) }

  /// The same with the range sign of the language.
  func summary(in language: Language) -> String {
    let name = FigureNames.measure(measure, in: language)
    guard let value else { return name }
    guard let low, let high else { return "\(name) \(value.text)" }
    return "\(name) \(value.text) (\(low.text)\(NumberText.rangeSign(language))\(high.text))"
  }

  /// "STORM, RFS": what the card speaks of, or nil where nothing is known.
  var subject: String? {
    let parts = [trial, endpoint].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }
}

extension ResultCard.Location {
  /// As a Chinese message names the part of the document.
  var chinese: String {
    switch self {
    case .text: "正文中"
    case .table: "表中"
    case .abstract: "摘要中"
    case .note: "注释中"
    }
  }
}

extension PrintedNumber {
  /// The number with its relation where that is not "=": "< 0.001".
  var text: String { relation == .equal ? printed : "\(relation.rawValue) \(printed)" }
}
