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
    "mean", "sd", "se", "sem", "ci", "n", "median", "iqr", "range", "no", "change", "adjusted", "rate", "cv", "geometric",
  ]

  /// The unit that a stub prints last, after a comma or in brackets: "Body weight, kg" or "HbA1c (mmol/mol)"; nil for words of statistics.
  static func printed(in stub: String) -> String? {
    if stub.utf8.last == 0x5D, let opening = stub.lastIndex(of: "[") {
      // "Cmax [ng/L]"
      return printed(in: stub[..<opening] + "(" + stub[stub.index(after: opening)...].dropLast() + ")")
    }
    // Without a comma, a semicolon or a bracket, be they wide or not, there is no last part.
    guard stub.utf8.contains(where: { $0 == 0x2C || $0 == 0x3B || $0 == 0x28 || $0 == 0x29 || $0 == 0xEF }) else { return nil }
    let inBrackets = stub.split { "(（".contains($0) }.last.map(String.init) ?? ""
    let isBracket = stub.utf8.last == 0x29 || stub.hasSuffix("）")
    // "eGFR, mL/min (range)": what the bracket says is no unit.
    if isBracket, inBrackets.dropLast().lowercased().hasAny(Self.statistics),
      let head = stub.split(whereSeparator: { "(（".contains($0) }).first
    {
      return stub.utf8.count > head.utf8.count ? printed(in: String(head).trimmedSpaces) : nil
    }
    // "Hospital stay, d, median": the last part that is no word of a statistic.
    let parted = stub.split { ",，;；".contains($0) }.dropFirst().map { String($0).trimmedSpaces }
    let last =
      isBracket ? String(inBrackets.dropLast()) : parted.last { !$0.lowercased().hasAny(Self.statistics) } ?? ""
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
    // A unit that is a fraction may be long; a number alone, or one that a capital begins ("D0 8PM"), is none.
    guard !unit.isEmpty, unit.utf8.count <= (unit.utf8.contains(0x2F) ? 28 : 16), !unit.lowercased().hasAny(Self.statistics),
      unit.contains(where: { $0.isLetter || $0 == "%" || $0 == "°" || $0 == "％" || $0 == "‰" })
    else { return nil }
    return unit
  }

  /// The unit of `printed` where its words are known for units: "Speed (m/s)", "Dose, mg", "Group A (log10 cells/g)"; a share is none.
  static func known(in label: String) -> String? {
    guard let unit = printed(in: label) else { return nil }
    let text = ResultText(unit)
    guard let word = text.indices.first(where: { text.kind($0) == .word || text.kind($0) == .han }) else { return nil }
    let parts = text.indices.filter { text.kind($0) == .word }.map { QuantityWords.unit(of: text.code($0)) }
    if text.kind(word) == .han { return QuantityWords.chineseUnits.contains { $0.prefix == unit } ? unit : nil }
    guard parts.contains(where: { $0 != nil && $0 != .people }) else { return nil }
    return parts.count == 1 || text.indices.contains(where: { text.isSymbol($0, anyOf: ["/", "·", "^"]) }) ? unit : nil
  }

  /// `month` for "months": a time by the name that records have for it.
  static func normal(_ unit: String) -> String {
    let text = ResultText(unit)
    guard text.count == 1, let known = QuantityWords.unit(of: text.code(0)), known.isTime else { return unit }
    return known.name
  }

  /// A name without the bracket or last part that gives its unit.
  static func without(_ unit: String, in name: String) -> String {
    for form in ["(\(unit))", "（\(unit)）", "[\(unit)]", ", \(unit)", "，\(unit)"] {
      if let range = name.range(ofText: form), range.upperBound == name.utf8.count {
        let rest = String(decoding: Array(name.utf8)[..<range.lowerBound], as: UTF8.self).trimmedSpaces
        return rest.hasSuffix(",") ? String(rest.dropLast()).trimmedSpaces : rest
      }
    }
    return name
  }

  /// The unit that a caption gives with the statistic of all its figures: h of "[h, M(P25, P75)]", 分 of "(分, x̄±s)".
  static func ofCaption(_ caption: String) -> String? {
    let pieces = caption.split { "([（［".contains($0) }.dropFirst()
    for piece in pieces {
      let parts = piece.split(maxSplits: 1) { ",，;；".contains($0) }.map { String($0).trimmedSpaces }
      guard parts.count == 2, !parts[0].isEmpty, !parts[0].hasSuffix(")"), !parts[0].hasSuffix("）"), parts[0].utf8.count <= 12,
        !parts[0].lowercased().hasAny(Self.statistics),
        parts[1].utf8.contains(sequence: "±".utf8) || parts[1].hasPrefix("M") || parts[1].lowercased().hasAny(["mean", "median"])
          || piece.hasSuffix("M") || parts[1] == "M"
      else { continue }
      return parts[0]
    }
    return pieces.lazy.compactMap { unit(inBracket: $0.split { ")]）］".contains($0) }.first.map(String.init) ?? "") }.first
  }

  /// A bracket of nothing but a unit: "(mm)", "(mL/min)"; a share is no unit of a whole table.
  private static func unit(inBracket words: String) -> String? {
    let text = ResultText(words)
    guard (1...5).contains(text.count), text.kind(0) == .word, let unit = QuantityWords.unit(of: text.code(0)), unit != .people,
      text.indices.allSatisfy({ text.kind($0) != .word || text.tags($0).isEmpty || text.tags($0) == .time }),
      text.count == 1 || text.isSymbol(1, "/") || text.kind(1) == .superscript
    else { return nil }
    return words.trimmedSpaces
  }

  /// Whether a label gives its figures in per cent, the level of an interval aside: "Sensitivity, % (95% CI)".
  static func isPercent(_ label: String) -> Bool {
    let utf8 = Array(label.utf8)
    return utf8.indices.contains { utf8[$0] == 0x25 && ($0 == 0 || !(0x30...0x39).contains(utf8[$0 - 1])) }
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
