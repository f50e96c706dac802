import Literature
import TextAnalysis

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
    guard needed.stand(in: text) || beginsWithPreposition(reading.text) else { return nil }
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
    if let people = restrictedPeople(in: reading) { return reading.string(people) }
    guard let end = reading.text.utf8.firstIndex(ofSequence: "亚组".utf8) else { return chineseGroup(in: reading) }
    let before = reading.string(max(0, end - 36)..<end)
    let words = before.parts(atAny: ",;，；。、(（ ").last.map(String.init) ?? ""
    return words.unicodeScalars.count >= 3 && !words.hasSuffix("在") && !words.unicodeScalars.contains("\u{FFFD}")
      ? words + "亚组" : nil
  }

  /// A sentence that begins with whom it speaks of.
  private static let openings = [
    "in patients aged ", "among patients aged ", "in patients who ", "among patients who ", "in those with ", "among those with ",
  ]

  private static func beginsWithPreposition(_ text: ResultText) -> Bool {
    ["in", "among", "for", "amongst", "within"].contains(text.word(opening(text)))
  }

  /// Where the sentence begins behind "Results:", "However,", "Similarly,".
  private static func opening(_ text: ResultText) -> Int {
    let mark = (1..<4).first { text.isSymbol($0, anyOf: [",", ":"]) }
    let isFiller = mark.map { mark in
      (0..<mark).allSatisfy {
        text.tags($0).contains(.empty) || text.letters($0).hasSuffix("ly") || text.tags($0).contains(.conjunction)
      }
    }
    return isFiller == true ? mark.map { $0 + 1 } ?? 0 : 0
  }

  /// "Among HIV-negative women, …", "In participants without diabetes, …", "In the overweight subgroup, …": the people up to the comma, where
  /// a word restricts them and none of them is an arm.
  private static func restrictedPeople(in reading: SentenceReading) -> Range<Int>? {
    let text = reading.text
    let start = opening(text)
    guard ["in", "among", "for", "amongst", "within"].contains(text.word(start)),
      let end = (start + 2..<max(start + 2, min(text.count, start + 16))).first(where: { text.isSymbol($0, anyOf: [",", "("]) }),
      text.isSymbol(end, ",") || text.end(ofBracketAt: end).map({ text.isSymbol($0, ",") }) ?? false
    else { return nil }
    var first = start + 1
    while !text.tags(first).isDisjoint(with: [.determiner, .conjunction]) { first += 1 }
    let bytes = text.bytes(first..<end)
    guard
      let noun = (first..<end).first(where: { text.tags($0).contains(.people) || text.word($0) == "those" || isPart($0, text) }),
      !reading.phrases.contains(where: { $0.isArm && $0.range.overlaps(bytes) }),
      !(first..<end).contains(where: {
        text.tags($0).contains(.armNoun) || text.tags($0).contains(.treated)
          || ["combined", "both", "and"].contains(text.word($0))
      })
    else { return nil }
    let isRestrictedBefore = (first..<noun).contains { text.kind($0) == .word && restricts($0, text) }
    let isRestrictedAfter = ["with", "without", "aged", "who", "whose", "older", "younger", "over", "under"].contains(
      text.word(noun + 1))
    let isOwn = ["women", "men", "boys", "girls", "females", "males", "smokers"].contains(text.word(noun))
    return isRestrictedBefore || isRestrictedAfter || isOwn ? bytes : nil
  }

  private static func isPart(_ index: Int, _ text: ResultText) -> Bool {
    ["subgroup", "subset", "subpopulation", "stratum", "subsample"].contains(text.word(index))
  }

  /// A word before people that says which of them: not "all", "eligible", "the two".
  private static func restricts(_ index: Int, _ text: ResultText) -> Bool {
    text.tags(index).isDisjoint(with: [.determiner, .numeral, .unspecific, .comparative, .people, .empty, .time])
      && !everyone.contains(text.word(index))
  }

  private static let everyone: Words = [
    "all", "eligible", "enrolled", "included", "randomised", "randomized", "study", "trial", "remaining", "adult", "human",
    "evaluable", "analysed", "analyzed", "healthy", "total", "whole", "entire", "consecutive", "recruited", "present", "our",
    "most", "many", "few", "such", "these", "those", "other", "overall", "general",
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
    return reading.phrases.contains { $0.isArm && $0.range.overlaps(bytes) } ? nil : bytes
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
