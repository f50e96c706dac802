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
    if stub.utf8.last == 0x3F { return printed(in: String(stub.dropLast()).trimmedSpaces) }
    // Without a comma, a semicolon or a bracket, be they wide or not, there is no last part.
    guard stub.utf8.contains(where: { $0 == 0x2C || $0 == 0x3B || $0 == 0x28 || $0 == 0x29 || $0 == 0xEF }) else {
      return trailing(in: stub)
    }
    let inBrackets = stub.parts(atAny: "(（").last.map(String.init) ?? ""
    let isBracket = stub.utf8.last == 0x29 || stub.hasSuffix("）")
    // "Intake (kcal; n = 22)"
    if isBracket, let first = inBrackets.parts(atAny: ",;").first.map({ String($0).trimmedSpaces }),
      first.utf8.count + 1 < inBrackets.utf8.count, inBrackets.letterWords.contains("n"), isUnit(first)
    {
      return first
    }
    // "eGFR, mL/min (range)": what the bracket says is no unit.
    if isBracket, inBrackets.dropLast().lowercased().hasAny(Self.statistics),
      let head = stub.parts(atAny: "(（").first
    {
      return stub.utf8.count > head.utf8.count ? printed(in: String(head).trimmedSpaces) : nil
    }
    // "Hospital stay, d, median": the last part that is no word of a statistic.
    let parted = stub.parts(atAny: ",，;；").dropFirst().map { String($0).trimmedSpaces }
    let last =
      isBracket ? String(inBrackets.dropLast()) : parted.last { !$0.lowercased().hasAny(Self.statistics) } ?? ""
    var unit = last.trimmedSpaces
    // A letter before it points to a footnote: "(95% CI),b mmol/L".
    let parts = unit.split(separator: " ", maxSplits: 1)
    if parts.count == 2, parts[0].utf8.count == 1, parts[0].utf8.first.map({ (0x61...0x66).contains($0) }) == true {
      unit = String(parts[1])
    }
    // "in minutes", "In percentage"
    if parts.count == 2, parts[0].lowercased() == "in" { unit = String(parts[1]) }
    if ["percentage", "percent", "per cent"].contains(unit.lowercased()) { return "%" }
    // 岁，x̄±s
    if unit.utf8.contains(sequence: "x̄".utf8) || unit.utf8.contains(sequence: "±".utf8) {
      unit = unit.parts(atAny: ",，").first.map { String($0).trimmedSpaces } ?? ""
    }
    // A unit that is a fraction may be long; a number alone, or one that a capital begins ("D0 8PM"), is none.
    let isMeasured = unit.utf8.first.map { (0x30...0x39).contains($0) } ?? false && unit.utf8.contains(0x20)
    guard !isMeasured || unit.utf8.contains(0x2F), !unit.unicodeScalars.contains(where: { "<>≤≥".unicodeScalars.contains($0) })
    else { return nil }
    guard mayBeUnit(unit) else { return nil }
    guard !unit.isEmpty, unit.utf8.count <= (unit.utf8.contains(0x2F) ? 28 : 16), !unit.lowercased().hasAny(Self.statistics),
      unit.unicodeScalars.contains(where: { $0.isLetter || $0 == "%" || $0 == "°" || $0 == "％" || $0 == "‰" })
    else { return nil }
    return unit
  }

  /// A unit that ends a name without comma or bracket: "Creatinine μmol/l", "Peak flow 48 h L/min"; nil where a number stands before it
  /// ("> 10.0 mmol/l"), which is then a bound.
  private static func trailing(in stub: String) -> String? {
    guard let space = stub.lastIndex(of: " ") else { return nil }
    let last = String(stub[stub.index(after: space)...])
    guard last.utf8.contains(0x2F), last.utf8.count <= 16, let before = stub[..<space].utf8.last,
      !(0x30...0x39).contains(before), isUnit(last)
    else { return nil }
    return last
  }

  /// Whether words may be a unit though no list has them: not a plain word of five letters or more ("astrocytoma", "worst").
  private static func mayBeUnit(_ unit: String) -> Bool {
    guard unit.utf8.count >= 5, unit.utf8.allSatisfy({ ($0 | 0x20) &- 0x61 < 26 || $0 == 0x20 || $0 == 0x2D }) else {
      return true
    }
    let text = ResultText(unit)
    return text.indices.contains { text.kind($0) == .word && QuantityWords.unit(of: text.code($0)) != nil }
  }

  /// Whether a text begins with a word that is known for a unit and holds nothing but units: "kcal", "mg/kg/day".
  private static func isUnit(_ words: String) -> Bool {
    let text = ResultText(words)
    guard (1...7).contains(text.count), text.kind(0) == .word, let unit = QuantityWords.unit(of: text.code(0)), unit != .people
    else {
      return false
    }
    return text.indices.allSatisfy { index in
      text.isSymbol(index, anyOf: ["/", "·", "*", "^", "-"]) || [.superscript, .number].contains(text.kind(index))
        || text.kind(index) == .word && text.string(index).utf8.count <= 5
    }
  }

  /// The unit of `printed` where its words are known for units: "Speed (m/s)", "Dose, mg", "Group A (log10 cells/g)"; a share is none.
  static func known(in label: String) -> String? { printed(in: label).flatMap(known(unit:)) }

  /// A printed unit where its words are known for units.
  static func known(unit: String) -> String? {
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
    if name.utf8.last == 0x3F {
      let rest = without(unit, in: String(name.dropLast()).trimmedSpaces)
      return rest.utf8.count + 1 < name.utf8.count ? rest : name
    }
    if name.utf8.last == 0x29, let opening = name.range(ofText: "(\(unit);") {
      return String(decoding: Array(name.utf8)[..<opening.lowerBound], as: UTF8.self).trimmedSpaces
    }
    for form in [
      "(in \(unit))", "(In \(unit))", ", in \(unit)", ", In \(unit)", "(\(unit))", "（\(unit)）", "[\(unit)]", ", \(unit)",
      "，\(unit)", " \(unit)",
    ] {
      if let range = name.range(ofText: form), range.upperBound == name.utf8.count {
        let rest = String(decoding: Array(name.utf8)[..<range.lowerBound], as: UTF8.self).trimmedSpaces
        return rest.hasSuffix(",") ? String(rest.dropLast()).trimmedSpaces : rest
      }
    }
    return name
  }

  /// The unit that a caption gives with the statistic of all its figures: h of "[h, M(P25, P75)]", 分 of "(分, x̄±s)".
  static func ofCaption(_ caption: String) -> String? {
    let pieces = caption.parts(atAny: "([（［").dropFirst()
    for piece in pieces {
      let parts = piece.split(maxSplits: 1) { ",，;；".contains($0) }.map { String($0).trimmedSpaces }
      guard parts.count == 2, !parts[0].isEmpty, !parts[0].hasSuffix(")"), !parts[0].hasSuffix("）"), parts[0].utf8.count <= 12,
        !parts[0].lowercased().hasAny(Self.statistics),
        parts[1].utf8.contains(sequence: "±".utf8) || parts[1].hasPrefix("M") || parts[1].lowercased().hasAny(["mean", "median"])
          || piece.hasSuffix("M") || parts[1] == "M"
      else { continue }
      return parts[0]
    }
    return pieces.lazy.compactMap { unit(inBracket: $0.parts(atAny: ")]）］").first.map(String.init) ?? "") }.first
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
