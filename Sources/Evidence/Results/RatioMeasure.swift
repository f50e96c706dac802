/// The measures of effect that a text names before their value.
enum RatioMeasure {
  /// Names in lower case, longest first, with the measure as records write it.
  static let phrases: [(name: String, measure: String)] = [
    ("weighted mean difference", "WMD"), ("standardized mean difference", "SMD"), ("standardised mean difference", "SMD"),
    ("incidence rate ratio", "IRR"), ("subdistribution hazard ratio", "HR"), ("risk difference", "RD"),
    ("absolute risk difference", "RD"), ("absolute risk reduction", "RD"), ("rate difference", "RD"), ("hazard ratio", "HR"),
    ("hazard ratios", "HR"), ("hazards ratio", "HR"), ("odds ratio", "OR"), ("odds ratios", "OR"), ("risk ratio", "RR"),
    ("risk ratios", "RR"), ("relative risk", "RR"), ("relative risks", "RR"), ("rate ratio", "RR"), ("prevalence ratio", "PR"),
    ("mean difference", "MD"), ("mean differences", "MD"), ("treatment difference", "MD"), ("between group difference", "MD"),
    ("difference in means", "MD"), ("adjusted difference", "MD"), ("least squares mean difference", "MD"), ("effect size", "SMD"),
    ("difference", "MD"),
  ]

  /// Short forms in the case in which they are printed.
  static let shortForms: [String: String] = [
    "HR": "HR", "aHR": "HR", "sHR": "HR", "SHR": "HR", "HRs": "HR", "AHR": "HR", "OR": "OR", "aOR": "OR", "AOR": "OR",
    "ORs": "OR",
    "RR": "RR", "aRR": "RR", "RRs": "RR", "IRR": "IRR", "aIRR": "IRR", "RD": "RD", "ARD": "RD", "MD": "MD", "WMD": "WMD",
    "SMD": "SMD", "hr": "HR",
  ]

  static let chinese: [(name: String, measure: String)] = [
    ("标准化均数差", "SMD"), ("标准均数差", "SMD"), ("加权均数差", "WMD"), ("发病率比", "IRR"), ("发生率比", "IRR"), ("风险比率", "HR"),
    ("风险比", "HR"), ("危险比", "HR"), ("比值比", "OR"), ("优势比", "OR"), ("相对危险度", "RR"), ("相对风险", "RR"), ("危险度比", "RR"),
    ("率比", "RR"), ("风险差", "RD"), ("率差", "RD"), ("均数差", "MD"), ("平均差", "MD"),
  ]

  /// Measures whose value is a bare positive number.
  static let ratios: Set<String> = ["HR", "OR", "RR", "IRR", "PR"]
}
