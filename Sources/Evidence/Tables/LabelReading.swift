import Literature
import TextAnalysis

/// What figures under a label are.
enum TableStatistic: Hashable, Sendable {
  case mean, median, sd, se, quartiles, range, count, percent, total, value
  /// Several in one cell, in this order.
  case meanInterval, meanSpread(ResultDetails.SpreadKind), medianInterval(ResultDetails.IntervalKind), countPercent, percentCount
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
  /// The whole label.
  let printed: String
  /// The unit that it prints last, as `HeaderUnit.printed` finds it; read once, since each cell below or beside asks.
  let unit: String?
  /// That unit where its words are known for units.
  let knownUnit: String?

  /// `hasBareTotal` where the number in brackets at the end is a size: "SG (28)" beside "RYGB (27)".
  init(_ label: String, hasBareTotal: Bool = false) {
    printed = label
    unit = HeaderUnit.printed(in: label)
    knownUnit = unit.flatMap(HeaderUnit.known(unit:))
    let text = ResultText(Self.withoutStops(label))
    var used = [Bool](repeating: false, count: text.count)
    takeTotal(text, &used)
    takeCounted(text, &used)
    let hasCounts = Self.takeCountOfTotal(text, &used)
    if hasBareTotal, total == nil, let place = Self.bareTotal(of: text) {
      total = PrintedNumber(text.string(place))
      used[place] = true
    }
    let letter = Self.groupLetter(text)
    statistic = StatisticWords.read(letter == nil ? text : ResultText(Self.behindGroup(Self.withoutStops(label))))
    if hasCounts, statistic == nil { statistic = .count }
    if statistic != nil { StatisticWords.mark(text, &used) }
    if let letter { used[letter] = false }
    Self.markCounts(text, &used)
    takeTime(text, &used)
    isChange = text.indices.contains { Self.changes.contains(text.word($0)) }
    rest = Self.rest(text, used)
    // "Median (months)", "events/total": what is left of a statistic's name is its unit, or its total.
    if statistic != nil, let bare = Self.withoutLeftOver(rest) { rest = bare }
    if statistic != nil, rest == unit.map({ "(\($0))" }) || Self.ofCounts.contains(rest.lowercased()) { rest = "" }
  }

  /// POD for "POD[例 ]", 住院时间 for "住院时间（d ）": a bracket at the end of which the statistic left a counter or a unit alone.
  private static func withoutLeftOver(_ rest: String) -> String? {
    guard let last = rest.last, "])）】".contains(last), let opening = rest.lastIndex(where: { "[(（【".contains($0) }),
      opening > rest.startIndex
    else { return nil }
    let inside = rest[rest.index(after: opening)...].dropLast().filter { $0 != " " && $0 != "," && $0 != "，" }
    guard hanCounters.contains(String(inside)) || ["d", "h", "min", "s", "n"].contains(inside) else { return nil }
    return String(rest[..<opening]).trimmedSpaces
  }

  private static let ofCounts: Set<String> = [
    "events/", "events/total", "/total", "events", "events/patients", "/n", "no. of events/",
  ]

  /// Whether it heads a test rather than a value: "Group × time", "Drug: before vs after", "Significance", "(pintra)"; not an estimate.
  var isOfTest: Bool {
    if case .estimate = statistic { return false }
    let words = printed.letterWords
    return words.contains { ["vs", "versus", "significance", "pvalue", "interaction", "pintra", "pinter", "anova"].contains($0) }
      || printed.utf8.contains(sequence: "×".utf8) || printed.utf8.contains(sequence: " x ".utf8) && words.contains("time")
      || printed.utf8.contains(sequence: "∗".utf8) && words.contains("time") || words.last == "p"
  }

  /// "s.d." and "S.E.M." as one word each.
  private static func withoutStops(_ label: String) -> String {
    guard label.utf8.contains(0x2E) else { return label }
    var bytes = Array(label.utf8)
    for form in ["s.d.", "s.e.m.", "s.e.", "s.d", "s.e"] {
      guard let range = String.lowercased(bytes[...]).range(ofText: form), range.upperBound <= bytes.count,
        range.lowerBound == 0 || (bytes[range.lowerBound - 1] | 0x20) &- 0x61 >= 26
      else { continue }
      bytes.replaceSubrange(range, with: bytes[range].filter { $0 != 0x2E })
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The same label under a heading of times: a number becomes a time ("0" under "Week"), and what stands beside a time is part of it
  /// ("Day 14, mid-study"); a name stays.
  func ofTime(under heading: String) -> LabelReading {
    var copy = self
    if time != nil, statistic == nil, !isChange {
      copy.time = total == nil ? printed : time
      copy.rest = ""
    } else if rest.utf8.first.map({ (0x30...0x39).contains($0) }) ?? false {
      copy.time = [heading, rest].filter { !$0.isEmpty }.joined(separator: " ")
      copy.rest = ""
    }
    return copy
  }

  /// The same label as a heading that only says of which unit the times below are.
  func ofTimesBelow() -> LabelReading {
    var copy = self
    (copy.rest, copy.time) = ("", nil)
    return copy
  }

  /// A label that names nothing but a statistic, by one that it does not read so itself: "M" beside "SD".
  func named(_ statistic: TableStatistic) -> LabelReading {
    var copy = marked(statistic)
    copy.rest = ""
    return copy
  }

  /// The same label as the heading of another statistic.
  func marked(_ statistic: TableStatistic) -> LabelReading {
    var copy = self
    copy.statistic = statistic
    return copy
  }

  private mutating func takeTotal(_ text: ResultText, _ used: inout [Bool]) {
    for index in text.indices where text.word(index) == "n" {
      // "n = 30", "n: 30", "n, 30"; "(n 30)"
      let number = text.isSymbol(index + 1, anyOf: ["=", ":", ","]) ? index + 2 : index + 1
      guard text.kind(number) == .number, number > index + 1 || text.isSymbol(index - 1, "(") && text.isSymbol(number + 1, ")")
      else { continue }
      total = PrintedNumber(text.string(number))
      let opening = (max(0, index - 8)..<index).last { text.isSymbol($0, anyOf: ["(", ")"]) }
      let end = opening.flatMap { text.isSymbol($0, "(") ? text.end(ofBracketAt: $0) : nil }
      // What else the bracket says ("outcome, n = 45; follow-up, n = 42") is of sizes too.
      for place in (opening.flatMap { end == nil ? nil : $0 } ?? index)..<max(number + 1, end ?? 0) { used[place] = true }
    }
  }

  private static let counters: Words = [
    "patients", "participants", "women", "men", "children", "people", "eyes", "subjects", "adults", "infants",
  ]
  private static let hanCounters: Set<String> = ["例", "名", "人", "位", "眼"]

  /// "联合组(152例)", "Placebo (150 patients)": who is counted says that the number is a size.
  private mutating func takeCounted(_ text: ResultText, _ used: inout [Bool]) {
    guard total == nil else { return }
    for index in text.indices where text.isSymbol(index, "(") && text.isSymbol(index + 3, ")") {
      guard index > 0, text.kind(index + 1) == .number,
        Self.counters.contains(text.word(index + 2)) || Self.hanCounters.contains(text.string(index + 2)),
        let number = PrintedNumber(text.string(index + 1)), number.decimals == 0
      else { continue }
      total = number
      for place in index...index + 3 { used[place] = true }
      return
    }
  }

  /// "Drug A (events/n)", "Placebo events/total", 试验组(事件/例数): what the figures below are, at the end of a name. Whether the label says so.
  private static func takeCountOfTotal(_ text: ResultText, _ used: inout [Bool]) -> Bool {
    guard let slash = text.indices.last(where: { text.isSymbol($0, "/") }), slash > 0 else { return false }
    let isChinese = text.kind(slash - 1) == .han
    guard
      isChinese
        ? eventRuns.contains(text.han(slash - 1)) && totalRuns.contains(text.han(slash + 1))
        : events.contains(text.word(slash - 1)) && totals.contains(text.word(slash + 1))
    else { return false }
    var (first, end) = (slash - 1, slash + 2)
    if ["no", "number"].contains(text.word(first - 2)), text.word(first - 1) == "of" { first -= 2 }
    if text.isSymbol(first - 1, "("), text.isSymbol(end, ")") { (first, end) = (first - 1, end + 1) }
    guard first > 0, end >= text.count || text.isSymbol(end, anyOf: [",", "("]) else { return false }
    for index in first..<min(end, text.count) { used[index] = true }
    return true
  }

  private static let events: Words = ["events", "event", "e", "cases", "deaths", "n", "responders", "r"]
  private static let totals: Words = ["n", "total", "patients", "participants", "subjects", "t"]
  private static let eventRuns: Set<String> = ["事件", "事件数", "发生数", "例数", "阳性数", "死亡数", "发生例数", "有效例数"]
  private static let totalRuns: Set<String> = ["例数", "总数", "总例数", "总人数", "样本量", "人数", "合计"]

  private static func behindGroup(_ label: String) -> String {
    label.firstRange(of: "组").map { String(label[$0.upperBound...]) } ?? label
  }

  /// The letter of D组, T组: a group and no statistic.
  private static func groupLetter(_ text: ResultText) -> Int? {
    text.indices.dropLast().first { index in
      text.kind(index) == .word && text.tokens[index].range.count == 1 && text.string(index + 1).hasPrefix("组")
    }
  }

  /// The place of a whole number from 5 on, which is no year, alone in brackets at the end after a name.
  static func bareTotal(of text: ResultText) -> Int? {
    let place = text.count - 2
    guard place >= 2, text.isSymbol(place + 1, ")"), text.isSymbol(place - 1, "("), text.kind(place) == .number,
      let number = PrintedNumber(text.string(place)), number.decimals == 0, number.value >= 5,
      !(1900...2100).contains(number.value)
    else { return nil }
    return place
  }

  private static let changes: Words = ["change", "changes", "difference", "reduction"]
  private static let times: Words = [
    "baseline", "pre", "post", "pretest", "posttest", "pretreatment", "posttreatment", "preoperative", "postoperative",
    "admission",
    "discharge", "before", "endpoint", "endline", "screening", "preintervention", "postintervention", "t0", "t1", "t2", "t3",
    "t4",
  ]
  /// Times that may be numbered: "Posttest 2".
  private static let tests: Words = ["pretest", "posttest", "pre", "post", "visit", "t"]
  private static let units: Words = [
    "week", "weeks", "wk", "month", "months", "mo", "day", "days", "year", "years", "hour", "hours", "h", "visit", "session",
    "minutes",
    "min", "yr", "period", "mos", "wks", "yrs", "hrs", "mths", "y",
  ]
  /// "First night", "2nd visit"
  private static let ordinals: Words = ["first", "second", "third", "fourth", "1st", "2nd", "3rd", "4th", "last"]
  private static let spans: Words = [
    "night", "day", "week", "month", "year", "visit", "session", "trimester", "hour", "assessment", "evaluation", "examination",
    "measurement",
  ]
  /// What a person has or is rather than a time: "pre-eclampsia", "post-menopausal".
  private static let conditions: Words = [
    "eclampsia", "eclamptic", "menopausal", "menopause", "diabetes", "diabetic", "term", "prandial", "hypertension", "obese",
    "existing", "traumatic", "stroke", "natal", "partum", "school", "morbid", "synaptic", "void",
  ]
  /// "Start of weaning"
  private static let bounds: Words = ["start", "beginning", "end", "onset", "completion"]
  private static let prepositions: Words = ["after", "at", "by", "during", "within", "over", "from", "until", "in"]

  /// What "pre-" and "post-" stand before.
  private static let trials: Words = [
    "test", "treatment", "intervention", "op", "operative", "training", "program", "programme", "surgery", "therapy", "study",
    "assessment", "operation", "exercise", "dose",
  ]

  private mutating func takeTime(_ text: ResultText, _ used: inout [Bool]) {
    var taken: [Int] = []
    for index in text.indices {
      let word = text.word(index)
      // "Endpoint variability" is measured.
      if word == "endpoint", text.kind(index + 1) == .word { continue }
      if Self.times.contains(word), !isOfEvent(text, index) {
        taken.append(index)
        if Self.tests.contains(word), text.kind(index + 1) == .number { taken.append(index + 1) }
      }
      if index == 0, ["before", "after"].contains(word) || Self.bounds.contains(word) && text.word(1) == "of",
        let end = Self.endOfEvent(text)
      {
        taken += Array(0..<end)
      }
      // "2m later", "3 months later"
      if word == "later", let number = (max(0, index - 2)..<index).first(where: { text.kind($0) == .number }) {
        taken += Array(number...index)
      }
      if ["pre", "post"].contains(word), text.isSymbol(index + 1, "-"), text.kind(index + 2) == .word,
        !Self.conditions.contains(text.word(index + 2))
      {
        taken += [index + 1, index + 2]
      } else if ["pre", "post"].contains(word),
        Self.trials.contains(text.word(index + 1)) || text.isSymbol(index - 1, "(") && text.isSymbol(index + 2, ")")
      {
        taken.append(index + 1)
      }
      if Self.ordinals.contains(word), Self.spans.contains(text.word(index + 1)) { taken += [index, index + 1] }
      // "Initial" and "Final" alone; "Initial dose" is a name.
      if ["initial", "final"].contains(word), text.indices.allSatisfy({ $0 == index || used[$0] || text.kind($0) == .symbol }) {
        taken.append(index)
      }
      if word == "follow" || word == "followup", text.word(index + (word == "follow" ? 2 : 0)) == "up" || word == "followup" {
        taken += word == "follow" ? [index, index + 1, index + 2] : [index]
      }
      if Self.units.contains(word) {
        let number = text.kind(index - 1) == .number ? index - 1 : text.isSymbol(index - 1, "-") ? index - 2 : index + 1
        // "mmol/L/3 h" is a unit; "per 1 year" is what a ratio is of.
        guard text.word(min(number, index) - 1) != "per", text.kind(number) == .number,
          !text.isSymbol(min(number, index) - 1, anyOf: ["/", "*", "×"]),
          !text.isSymbol(number - 1, anyOf: ["<", ">", "\u{2264}", "\u{2265}"])
        else {
          continue
        }
        taken += Array(min(number, index)...max(number, index))
        if text.kind(number - 2) == .number, text.isSymbol(number - 1, "-") || text.word(number - 1) == "to" {
          taken += [number - 2, number - 1]
        }
      }
      if text.kind(index) == .han {
        if Self.isChineseTime(text.han(index)) { taken.append(index) }
      }
    }
    guard !taken.isEmpty else { return }
    let places = Set(taken).filter { text.indices.contains($0) && !used[$0] }.sorted()
    guard let first = places.first, let last = places.last else { return }
    time = text.string(first..<last + 1)
    for place in first...last { used[place] = true }
    // "After 3 months", "At discharge"
    if first > 0, !used[first - 1], Self.prepositions.contains(text.word(first - 1)) { used[first - 1] = true }
  }

  /// "After", "After the infusion", "Before CO2 insufflation": the end of an event of at most four words that makes the whole label a time;
  /// nil where more follows, or what was done to the figures ("After adjustment for age").
  private static func endOfEvent(_ text: ResultText) -> Int? {
    var end = 1
    while end < text.count, [.word, .number].contains(text.kind(end)), text.tags(end).isDisjoint(with: .verb) { end += 1 }
    let isWhole = end == text.count || text.isSymbol(end, anyOf: ["(", ",", ":", ";"])
    let isOfFigures = (1..<end).contains { index in
      let word = text.string(index).lowercased()
      return ["adjust", "exclu", "imput", "match", "correct", "controll"].contains { word.hasPrefix($0) }
    }
    return isWhole && end <= 5 && !isOfFigures ? end : nil
  }

  /// "Survival post relapse": after an event that is no part of the study.
  private func isOfEvent(_ text: ResultText, _ index: Int) -> Bool {
    ["pre", "post", "before"].contains(text.word(index)) && index > 0 && text.kind(index - 1) == .word
      && text.kind(index + 1) == .word && !Self.trials.contains(text.word(index + 1))
  }

  /// 治疗前, 干预后, 术后第, 基线; 术后住院时间 is what was measured.
  private static func isChineseTime(_ run: String) -> Bool {
    let words = [
      "治疗前", "治疗后", "基线", "术前", "术后", "随访", "干预前", "干预后", "护理前", "护理后", "训练前", "训练后", "用药前", "用药后", "入院时", "出院时", "疗程",
    ]
    if words.contains(where: { run.utf8.contains(sequence: $0.utf8) && run.count <= $0.count + 2 }) { return true }
    return run.count <= 4 && (run.hasSuffix("前") || run.hasSuffix("后"))
  }

  private static func withoutEmptyBrackets(_ kept: [Int], _ text: ResultText) -> [Int] {
    kept.filter { index in
      if text.isSymbol(index, "("), let next = kept.first(where: { $0 > index }), text.isSymbol(next, ")") { return false }
      if text.isSymbol(index, ","), let next = kept.first(where: { $0 > index }), text.isSymbol(next, ")") { return false }
      if text.isSymbol(index, ")"), let last = kept.last(where: { $0 < index }), text.isSymbol(last, "(") { return false }
      return true
    }
  }

  /// Marks what else a bracket says that names a statistic of counts: "Control (Number of responders; %)".
  private static func markCounts(_ text: ResultText, _ used: inout [Bool]) {
    for opening in text.indices.dropFirst() where text.isSymbol(opening, "(") {
      guard let end = text.end(ofBracketAt: opening), used[..<opening].contains(false),
        (opening..<end).contains(where: { used[$0] && ["number", "no", "frequency"].contains(text.word($0)) })
      else { continue }
      for index in opening..<end { used[index] = true }
    }
  }

  /// The unused tokens, brackets that are left empty dropped.
  private static func rest(_ text: ResultText, _ used: [Bool]) -> String {
    var kept = text.indices.filter { !used[$0] }
    kept = withoutEmptyBrackets(withoutEmptyBrackets(kept, text), text)
    // "Control % (n/N)" leaves "( / )".
    let slashes = kept.filter { index in
      text.isSymbol(index, "/") && kept.last { $0 < index }.map { text.isSymbol($0, "(") } ?? true
        && kept.first { $0 > index }.map { text.isSymbol($0, ")") } ?? true
    }
    if !slashes.isEmpty { kept = withoutEmptyBrackets(kept.filter { !slashes.contains($0) }, text) }
    let marks: [Unicode.Scalar] = [",", ";", ":", "(", "-", "=", "±", "["]
    // The stop of "No." that was taken out goes with it.
    kept.removeAll { text.isSymbol($0, ".") && $0 > 0 && used[$0 - 1] && !text.hasGap(before: $0) }
    while let last = kept.last, text.isSymbol(last, anyOf: marks) || text.isSymbol(last, "]") && kept.count == 1 {
      kept.removeLast()
    }
    while let first = kept.first, text.isSymbol(first, anyOf: [",", ";", ":", ")", "-", "=", "±", "]"]) { kept.removeFirst() }
    while kept.count > 1, let last = kept.last, last < text.count - 1, ["and", "with", "as", "in"].contains(text.word(last)) {
      kept.removeLast()
    }
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

/// The labels of one table, each read once.
struct LabelReadings {
  private var plain: [String: LabelReading] = [:]
  private var sized: [String: LabelReading] = [:]

  mutating func reading(_ label: String, hasBareTotal: Bool) -> LabelReading {
    if let known = hasBareTotal ? sized[label] : plain[label] { return known }
    let reading = LabelReading(label, hasBareTotal: hasBareTotal)
    if hasBareTotal { sized[label] = reading } else { plain[label] = reading }
    return reading
  }
}
