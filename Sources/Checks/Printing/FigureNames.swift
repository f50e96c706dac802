import Literature

/// Names of measures and units as messages print them; the records' own words otherwise.
enum FigureNames {
  private static let measures: [String: Wording] = [
    "median": Wording("median", zh: "中位数"), "mean": Wording("mean", zh: "均数"), "rate": Wording("rate", zh: "率"),
    "count": Wording("count", zh: "例数"), "value": Wording("value", zh: "数值"), "followUp": Wording("follow-up", zh: "随访"),
    "MD": Wording("MD", zh: "均数差"), "RD": Wording("RD", zh: "率差"), "difference": Wording("difference", zh: "差值"),
    "n": Wording("n", zh: "例数"), "crossover": Wording("crossover", zh: "交叉治疗"),
  ]
  private static let times: [String: Wording] = [
    "year": Wording("years", zh: "年"), "month": Wording("months", zh: "个月"), "week": Wording("weeks", zh: "周"),
    "day": Wording("days", zh: "天"), "hour": Wording("hours", zh: "小时"), "minute": Wording("minutes", zh: "分钟"),
  ]

  static func measure(_ measure: String, in language: Language) -> String { measures[measure]?.text(in: language) ?? measure }

  /// What follows a figure: "%", " months", " 个月"; empty where there is no unit.
  static func unit(_ unit: String?, in language: Language) -> String {
    guard let unit, !unit.isEmpty else { return "" }
    return unit == "%" ? unit : " " + (times[unit]?.text(in: language) ?? unit)
  }
}
