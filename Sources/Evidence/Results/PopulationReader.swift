import Literature

/// Says of whom a result speaks where it is not everyone: a subgroup, the intention-to-treat population.
enum PopulationReader {
  private static let named: [(words: [String], population: String)] = [
    (["modified intention-to-treat", "modified intent-to-treat", "mitt population", "改良意向性", "改良的意向性", "修正意向性"], "modified ITT"),
    (["per-protocol", "per protocol", "符合方案", "按方案集", "遵循方案"], "per-protocol"),
    (
      ["intention-to-treat", "intent-to-treat", "intention to treat", "意向性治疗", "意向治疗", "意向性分析", "全分析集", "itt population"], "ITT"
    ),
  ]

  private static let chineseGroups = ["人群中", "患者中"]
  /// What makes a group a part of everyone: a bound, a marker, a status.
  private static let restricting = [
    "≥", "≤", ">", "<", "＞", "＜", "阳性", "阴性", "突变", "野生型", "高危", "低危", "高表达", "低表达", "CPS", "TPS", "PD-L1", "MSI", "dMMR", "岁",
  ]

  private static let needed = Needles(
    named.flatMap(\.words) + ["subgroup", "in patients with ", "among patients with ", "亚组"] + chineseGroups + openings)

  /// The population that a sentence states, verbatim for a subgroup.
  static func population(in reading: SentenceReading) -> String? {
    let text = reading.text.utf8
    guard needed.stand(in: text) else { return nil }
    let lower = String(decoding: text, as: UTF8.self).lowercased()
    if let subgroup = subgroup(in: reading, lower) { return subgroup }
    return named.first { $0.words.contains { lower.utf8.contains(sequence: $0.utf8) } }?.population
  }

  private static func subgroup(in reading: SentenceReading, _ lower: String) -> String? {
    let mark = ["subgroup of ", "in patients with ", "among patients with ", "in the subgroup of "].first {
      lower.utf8.contains(sequence: $0.utf8)
    }
    if let mark,
      lower.utf8.contains(sequence: "subgroup".utf8) || lower.hasPrefix("in patients with ")
        || lower.hasPrefix("among patients with ")
    {
      return phrase(after: mark, in: lower, of: reading)
    }
    if let opening = openings.first(where: { lower.hasPrefix($0) }) { return phrase(after: opening, in: lower, of: reading) }
    guard let end = reading.text.utf8.firstIndex(ofSequence: "亚组".utf8) else { return chineseGroup(in: reading) }
    let before = reading.string(max(0, end - 36)..<end)
    let words = before.split { ",;，；。、(（ ".contains($0) }.last.map(String.init) ?? ""
    return words.unicodeScalars.count >= 3 && !words.hasSuffix("在") && !words.unicodeScalars.contains("\u{FFFD}")
      ? words + "亚组" : nil
  }

  /// A sentence that begins with whom it speaks of.
  private static let openings = [
    "in patients aged ", "among patients aged ", "in patients who ", "among patients who ", "in those with ", "among those with ",
  ]

  /// "在 CPS≥5 分人群中": the words between, where they restrict.
  private static func chineseGroup(in reading: SentenceReading) -> String? {
    for group in chineseGroups {
      guard let start = reading.text.utf8.firstIndex(ofSequence: group.utf8) else { continue }
      let end = start + group.utf8.count - "中".utf8.count
      let before = reading.string(max(0, start - 48)..<end)
      guard let opening = before.lastIndex(of: "在") else { continue }
      let words = String(before[before.index(after: opening)...]).trimmedSpaces
      if restricting.contains(where: words.contains), !words.contains(where: { ",;，；。、".contains($0) }) { return words }
    }
    return nil
  }

  /// The people before the bracket of a figure: "in patients with diabetes (HR 0.7)", "not in those older than 60 (".
  static func people(before figure: Range<Int>, in reading: SentenceReading) -> Range<Int>? {
    let text = reading.text
    let start = text.tokenRange(ofBytes: figure).lowerBound
    guard let open = (max(0, start - 3)..<max(0, start)).last(where: { text.isSymbol($0, anyOf: ["(", "["]) }) else { return nil }
    var index = open - 1
    while index > 0, open - index <= 12 {
      if text.isSymbol(index, anyOf: [",", ";", ":", ")", "]"]) || text.tags(index).contains(.verb) { return nil }
      if text.tags(index).contains(.people) || text.word(index) == "those" { break }
      index -= 1
    }
    guard index > 0, ["in", "among", "for"].contains(text.word(index - 1)),
      text.tags(index).contains(.people) || text.word(index) == "those",
      text.word(index) != "cases"
    else { return nil }
    let bytes = text.bytes(index..<open)
    return reading.phrases.contains { (!$0.isWeak || $0.isGroup) && $0.range.overlaps(bytes) } ? nil : bytes
  }

  private static let parts: Words = [
    "training", "validation", "derivation", "test", "testing", "development", "internal", "external", "discovery", "replication",
    "overall",
  ]

  /// The end of "validation cohort", "external test set" that begins at a token.
  static func cohort(at index: Int, in text: ResultText) -> Int? {
    var end = index
    while parts.contains(text.word(end)) { end += 1 }
    return end > index && ["cohort", "cohorts", "set", "sets", "sample", "population", "dataset"].contains(text.word(end))
      ? end + 1 : nil
  }

  private static func phrase(after mark: String, in lower: String, of reading: SentenceReading) -> String? {
    guard lower.utf8.count == reading.text.utf8.count,
      let found = Array(lower.utf8).firstIndex(ofSequence: mark.utf8)
    else { return nil }
    let start = found + mark.utf8.count
    let rest = reading.text.utf8[start...].prefix(80)
    let end = rest.firstIndex { $0 == 0x2C || $0 == 0x3B || $0 == 0x28 || $0 == 0x2E } ?? rest.endIndex
    return reading.string(start..<end).trimmedSpaces
  }
}
