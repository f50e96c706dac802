import Literature
import TextAnalysis

/// What a header or stub says of the numbers under it: unit, level of intervals, kind of average.
enum HeaderUnit {
  static func unit(in header: String) -> QuantityUnit? {
    let name = header.lowercased()
    if name.utf8.contains(sequence: "%".utf8) && !name.utf8.contains(sequence: "% ci".utf8)
      && !name.utf8.contains(sequence: "%ci".utf8)
    {
      return .percent
    }
    let times: [(String, QuantityUnit)] = [
      ("month", .time("month")), ("月", .time("month")), ("year", .time("year")), ("week", .time("week")), ("day", .time("day")),
      ("周", .time("week")), ("天", .time("day")), ("hour", .time("hour")),
    ]
    return times.first { name.utf8.contains(sequence: $0.0.utf8) }?.1
  }

  private static let statistics: Phrases = [
    "mean", "sd", "se", "sem", "ci", "n", "median", "iqr", "range", "no", "change", "adjusted", "rate",
  ]

  /// The unit that a stub prints last, after a comma or in brackets: "Body weight, kg" or "HbA1c (mmol/mol)"; nil for words of statistics.
  static func printed(in stub: String) -> String? {
    let inBrackets = stub.split { "(（".contains($0) }.last.map(String.init) ?? ""
    let isBracket = stub.utf8.last == 0x29 || stub.hasSuffix("）")
    // "eGFR, mL/min (range)": what the bracket says is no unit.
    if isBracket, inBrackets.dropLast().lowercased().hasAny(Self.statistics),
      let head = stub.split(whereSeparator: { "(（".contains($0) }).first
    {
      return stub.utf8.count > head.utf8.count ? printed(in: String(head).trimmedSpaces) : nil
    }
    let last =
      isBracket ? String(inBrackets.dropLast()) : stub.split { ",，".contains($0) }.dropFirst().last.map(String.init) ?? ""
    var unit = last.trimmedSpaces
    // A letter before it points to a footnote: "(95% CI),b mmol/L".
    let parts = unit.split(separator: " ", maxSplits: 1)
    if parts.count == 2, parts[0].utf8.count == 1, parts[0].utf8.first.map({ (0x61...0x66).contains($0) }) == true {
      unit = String(parts[1])
    }
    // 岁，x̄±s
    if unit.utf8.contains(sequence: "x̄".utf8) || unit.utf8.contains(sequence: "±".utf8) {
      unit = unit.split { ",，".contains($0) }.first.map { String($0).trimmedSpaces } ?? ""
    }
    guard !unit.isEmpty, unit.utf8.count <= 16, !unit.lowercased().hasAny(Self.statistics) else { return nil }
    return unit
  }

  /// 0.95 for "95% CI"; nil where no level is named.
  static func level(in header: String) -> Double? {
    let text = ResultText(header)
    for index in text.indices where text.kind(index) == .number && text.isSymbol(index + 1, "%") {
      if let value = PrintedNumber(text.string(index))?.value, (50..<100).contains(value) {
        return (value * 1000).rounded() / 100_000
      }
    }
    return nil
  }

  /// `median`, `mean` or `rate`, as far as the words tell.
  static func measure(in header: String, unit: QuantityUnit?) -> String? {
    let name = header.lowercased()
    if name.hasAny(["median", "中位"]) || name.hasAny(["mos", "mpfs", "mrfs", "mdfs", "mefs"]) { return "median" }
    if name.hasAny(["mean", "sd", "平均", "均值"]) || name.utf8.contains(sequence: "±".utf8) { return "mean" }
    return unit == .percent ? "rate" : nil
  }
}
