import Literature
import TextAnalysis

/// What figures under a label are.
enum TableStatistic: Hashable, Sendable {
  case mean, median, sd, se, quartiles, range, count, percent, total, value
  /// Several in one cell, in this order.
  case meanSpread(ResultDetails.SpreadKind), medianInterval(ResultDetails.IntervalKind), countPercent, percentCount
  case interval, p
  /// A ratio or difference, maybe with its interval.
  case estimate(String)
  /// t, F, χ², Z, d and other figures of a test.
  case test
}

/// A header or stub taken apart: sample size, time point, statistic, and the words that are left.
struct LabelReading: Hashable, Sendable {
  private(set) var total: PrintedNumber?
  private(set) var time: String?
  private(set) var statistic: TableStatistic?
  /// Whether it speaks of change or difference between times.
  private(set) var isChange = false
  /// What is left, as printed.
  private(set) var rest = ""

  init(_ label: String) {
    let text = ResultText(label)
    var used = [Bool](repeating: false, count: text.count)
    takeTotal(text, &used)
    statistic = StatisticWords.read(text)
    if statistic != nil { StatisticWords.mark(text, &used) }
    takeTime(text, &used)
    isChange = text.indices.contains { Self.changes.contains(text.word($0)) }
    rest = Self.rest(text, used)
  }

  private mutating func takeTotal(_ text: ResultText, _ used: inout [Bool]) {
    for index in text.indices where text.word(index) == "n" && text.isSymbol(index + 1, "=") && text.kind(index + 2) == .number {
      total = PrintedNumber(text.string(index + 2))
      for place in index...index + 2 { used[place] = true }
    }
  }

  private static let changes: Words = ["change", "changes", "difference", "reduction"]
  private static let times: Words = [
    "baseline", "pre", "post", "pretest", "posttest", "pretreatment", "posttreatment", "preoperative", "postoperative",
    "admission",
    "discharge", "before", "endpoint", "endline", "screening", "preintervention", "postintervention", "t0", "t1", "t2", "t3",
    "t4",
  ]
  private static let units: Words = [
    "week", "weeks", "wk", "month", "months", "mo", "day", "days", "year", "years", "hour", "hours", "h", "visit", "session",
    "minutes",
    "min", "yr", "period",
  ]

  private mutating func takeTime(_ text: ResultText, _ used: inout [Bool]) {
    var taken: [Int] = []
    for index in text.indices {
      let word = text.word(index)
      if Self.times.contains(word) { taken.append(index) }
      if word == "follow" || word == "followup", text.word(index + (word == "follow" ? 2 : 0)) == "up" || word == "followup" {
        taken += word == "follow" ? [index, index + 1, index + 2] : [index]
      }
      if Self.units.contains(word) {
        let number = text.kind(index - 1) == .number ? index - 1 : text.isSymbol(index - 1, "-") ? index - 2 : index + 1
        guard text.kind(number) == .number, !text.isSymbol(number - 1, anyOf: ["<", ">", "\u{2264}", "\u{2265}"]) else {
          continue
        }
        taken += Array(min(number, index)...max(number, index))
        if text.kind(number - 2) == .number, text.isSymbol(number - 1, "-") || text.word(number - 1) == "to" {
          taken += [number - 2, number - 1]
        }
      }
      if text.kind(index) == .han {
        let run = text.han(index)
        if ["治疗前", "治疗后", "基线", "术前", "术后", "随访"].contains(where: { run.utf8.contains(sequence: $0.utf8) }) {
          taken.append(index)
        }
      }
    }
    let places = Set(taken).filter { text.indices.contains($0) && !used[$0] }.sorted()
    guard let first = places.first, let last = places.last else { return }
    time = text.string(first..<last + 1)
    for place in first...last { used[place] = true }
  }

  /// The unused tokens, brackets that are left empty dropped.
  private static func rest(_ text: ResultText, _ used: [Bool]) -> String {
    var kept = text.indices.filter { !used[$0] }
    kept = kept.filter { index in
      if text.isSymbol(index, "("), let next = kept.first(where: { $0 > index }), text.isSymbol(next, ")") { return false }
      if text.isSymbol(index, ","), let next = kept.first(where: { $0 > index }), text.isSymbol(next, ")") { return false }
      if text.isSymbol(index, ")"), let last = kept.last(where: { $0 < index }), text.isSymbol(last, "(") { return false }
      return true
    }
    let marks: [Unicode.Scalar] = [",", ";", ":", "(", "-", "=", "±", "["]
    while let last = kept.last, text.isSymbol(last, anyOf: marks) || text.isSymbol(last, "]") && kept.count == 1 {
      kept.removeLast()
    }
    while let first = kept.first, text.isSymbol(first, anyOf: [",", ";", ":", ")", "-", "=", "±", "]"]) { kept.removeFirst() }
    if kept.count > 1, text.word(kept[0]) == "of", kept[0] > 0 { kept.removeFirst() }
    if kept.count > 1, let last = kept.last, text.word(last) == "total" { kept.removeLast() }
    var result = ""
    for (place, index) in kept.enumerated() {
      if place > 0, text.hasGap(before: index) || index != kept[place - 1] + 1 { result += " " }
      result += text.string(index)
    }
    return result.trimmedSpaces
  }
}

/// The words of statistics in labels.
enum StatisticWords {
  /// The statistic that a label names; nil where it names none. O(label).
  static func read(_ text: ResultText) -> TableStatistic? {
    // "n = 30" is a size, whatever else the label says.
    let words = text.indices.map { text.word($0) == "n" && text.isSymbol($0 + 1, "=") ? "" : text.word($0) }
    let held = Set(words)
    if isP(text, words) { return .p }
    if let measure = ColumnRole.measure(text) { return .estimate(measure) }
    let hasMean =
      !held.isDisjoint(with: ["mean", "means", "average"]) || held.contains("m") && hasSpread(held)
      || text.holds("χ") && !text.holds("²")
      || text.holds("x̄") || text.holds("±") && hasSpread(held) || text.holds("均值") || text.holds("x±s")
    if hasMean {
      if let kind = spread(held) { return .meanSpread(kind) }
      return held.contains("ci") ? .estimate("mean") : text.holds("±") ? .meanSpread(.unknown) : .mean
    }
    if held.contains("median") || text.holds("中位") {
      if held.contains("iqr") || held.contains("interquartile") || held.contains("quartile") {
        return .medianInterval(.quartiles)
      }
      if held.contains("range") { return .medianInterval(.range) }
      return held.contains("ci") ? .medianInterval(.confidence) : .median
    }
    let hasPercent = text.holds("%") || held.contains("percent") || held.contains("percentage")
    let hasCount = !held.isDisjoint(with: ["n", "no", "number", "frequency", "events"]) || text.holds("例")
    if held.contains("ci") { return .interval }
    if hasPercent, hasCount {
      let count = words.firstIndex { ["n", "no", "number", "frequency", "events"].contains($0) } ?? 0
      let percent = text.indices.first { text.isSymbol($0, "%") } ?? Int.max
      return percent < count ? .percentCount : .countPercent
    }
    if hasPercent { return .percent }
    if let kind = spread(held), held.count <= 2 || words.count <= 4 { return kind == .se ? .se : .sd }
    if held.contains("iqr") { return .quartiles }
    if held == ["range"] { return .range }
    if !held.isDisjoint(with: ["t", "f", "z", "x2", "χ2", "df", "d"]), words.count <= 5 { return .test }
    return hasCount && words.count <= 4 ? .count : nil
  }

  /// The statistic that a caption names for all of its table: "mean ± SD", "n (%)"; nil where it speaks of anything else.
  static func ofCaption(_ caption: String) -> TableStatistic? {
    let lower = caption.lowercased()
    guard ["mean", "±", "n (%)", "median", "no. (%)"].contains(where: { lower.utf8.contains(sequence: $0.utf8) }) else {
      return nil
    }
    switch read(ResultText(caption)) {
    case .meanSpread(let kind): return .meanSpread(kind)
    case .medianInterval(let kind): return .medianInterval(kind)
    case .countPercent: return .countPercent
    case .mean: return .mean
    default: return nil
    }
  }

  private static func isP(_ text: ResultText, _ words: [Word]) -> Bool {
    guard let place = words.firstIndex(where: { ["p", "pvalue"].contains($0) }) else { return false }
    return place == 0 || words.contains("value") || words.contains("values") || words.filter { !$0.isEmpty }.count <= 2
  }

  private static func hasSpread(_ held: Set<Word>) -> Bool { spread(held) != nil }

  private static func spread(_ held: Set<Word>) -> ResultDetails.SpreadKind? {
    if !held.isDisjoint(with: ["sd", "sds", "deviation", "s.d"]) { return .sd }
    return held.isDisjoint(with: ["se", "sem", "error"]) ? nil : .se
  }

  private static let words: Words = [
    "mean", "means", "median", "sd", "se", "sem", "iqr", "ci", "n", "no", "percent", "percentage", "p", "value", "values",
    "standard",
    "deviation", "error", "m", "interquartile", "number",
  ]

  /// Marks the tokens that only name a statistic: "mean ± SD", "n (%)", "95% CI".
  static func mark(_ text: ResultText, _ used: inout [Bool]) {
    for index in text.indices {
      if words.contains(text.word(index)) || text.isSymbol(index, "%") || text.isSymbol(index, "±") || text.string(index) == "χ" {
        used[index] = true
      }
      if text.kind(index) == .number, text.isSymbol(index + 1, "%"), text.word(index + 2) == "ci" { used[index] = true }
    }
  }
}
