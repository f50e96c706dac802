import Literature
import TextAnalysis

/// Numbers that measure nothing: those in names, labels, levels of confidence, ratios of allocation, years.
extension QuantityScanner {
  /// `IL-10`, `up-to-7`, `CheckMate-459`: a word and a dash directly before; `1c`, `2nd`: letters directly after.
  func isInName(_ index: Int) -> Bool {
    // `1c`, `2nd`.
    if text.word(index + 1) == "s", !text.hasGap(before: index + 1) { return !text.string(index).utf8.contains(0x2E) }
    if text.kind(index + 1) == .word, !text.hasGap(before: index + 1), text.tokens[index + 1].range.count <= 2,
      unit(at: index + 1) == nil
    {
      return !["x", "e"].contains(text.word(index + 1))
    }
    // "the 4-, 8- and 12-week levels"
    if text.isSymbol(index + 1, "-"), !text.hasGap(before: index + 1), text.hasGap(before: index + 2),
      text.isSymbol(index + 2, anyOf: [",", "/"]) || ["and", "or", "to"].contains(text.word(index + 2))
    {
      return true
    }
    if isInDescending(index) { return true }
    if text.isSymbol(index - 1, "-"), text.kind(index - 2) == .number, index > 2, isInDescending(index - 2) { return true }
    if isSubscript(index) || isGradeOfResponse(index) { return true }
    guard !text.hasGap(before: index) else { return false }
    if text.kind(index - 1) == .word { return true }
    guard text.isSymbol(index - 1, "-") || text.isSymbol(index - 1, "/"), !text.hasGap(before: index - 1) else { return false }
    return text.kind(index - 2) == .word
  }

  /// "CA 19-9": no range runs down.
  private func isInDescending(_ index: Int) -> Bool {
    guard text.kind(index - 1) == .word, text.isSymbol(index + 1, "-"), !text.hasGap(before: index + 1),
      !text.hasGap(before: index + 2),
      text.kind(index + 2) == .number, let first = PrintedNumber(text.string(index)),
      let second = PrintedNumber(text.string(index + 2))
    else { return false }
    let name = text.letters(index - 1).utf8
    return second.value < first.value && name.count <= 4 && name.allSatisfy { 0x41...0x5A ~= $0 }
  }

  /// `FEV 1 44.4`, `FEV 1 was`: a small number that a converter parted from its capitals.
  private func isSubscript(_ index: Int) -> Bool {
    guard text.kind(index - 1) == .word, text.tokens[index].range.count == 1 else { return false }
    let name = text.letters(index - 1).utf8
    guard (2...5).contains(name.count), name.allSatisfy({ (0x41...0x5A).contains($0) }), name.count > 2 || name.last == 0x4F
    else {
      return false
    }
    return text.kind(index + 1) == .number || text.isSymbol(index + 1, "-") || text.tags(index + 1).contains(.verb)
  }

  /// `PASI 75`, `ACR 20 responses`, `IGA 0/1`: a level of response in the name of its scale.
  private func isGradeOfResponse(_ index: Int) -> Bool {
    guard text.kind(index - 1) == .word, ["20", "50", "70", "75", "90", "100", "0", "1"].contains(text.string(index)) else {
      return false
    }
    let name = text.letters(index - 1).utf8
    guard (3...5).contains(name.count), name.allSatisfy({ (0x41...0x5A).contains($0) }) else { return false }
    let next = text.isSymbol(index + 1, "/") && text.kind(index + 2) == .number ? index + 3 : index + 1
    if next > index + 1 { return true }
    return ["response", "responses", "responder", "responders", "was", "were", "rate", "rates", "at"].contains(text.word(next))
      || text.kind(next) == .han && ["应答", "缓解", "达标", "反应"].contains { text.han(next).hasPrefix($0) }
  }

  func isAllocation(_ index: Int) -> Bool {
    let before = text.isSymbol(index - 1, ":") && text.kind(index - 2) == .number
    let after = text.isSymbol(index + 1, ":") && text.kind(index + 2) == .number && !text.hasGap(before: index + 2)
    return before || after
  }

  /// `95% CI` without numbers after it.
  func isLevel(_ index: Int) -> Bool {
    let next = text.isSymbol(index + 1, "%") ? index + 2 : index + 1
    if text.kind(next) == .word {
      return text.tags[next].contains(.intervalName) && ["ci", "cis", "cri", "confidence", "credible"].contains(text.word(next))
    }
    return text.hanBegins(next, with: "置信") || text.hanBegins(next, with: "可信")
  }

  func isLabel(_ index: Int) -> Bool {
    if QuantityWords.isLabel(text.code(index - 1)) {
      // "the year 12.3 %" is nobody's English, but "group 33.3 months" is: labels are whole numbers without a unit.
      let isWhole = !text.string(index).utf8.contains { $0 == 0x2E }
      return isWhole && unit(at: index + 1) == nil
    }
    // "Fig. 1"
    if text.isSymbol(index - 1, "."), !text.hasGap(before: index - 1),
      ["fig", "figs", "no", "ref", "refs", "eq", "vol", "sect", "tab", "suppl"].contains(text.word(index - 2))
    {
      return true
    }
    if isFurtherLabel(index) { return true }
    return text.hanEnds(index - 1, with: "表") || text.hanEnds(index - 1, with: "图") || text.hanEnds(index - 1, with: "第")
  }

  /// "Tables 4 and 7", "Groups 1, 2, 4, and 5", "at month 6 or 12": a further number of a list that a label begins.
  private func isFurtherLabel(_ index: Int) -> Bool {
    guard text.tokens[index].range.count <= 3, !text.string(index).utf8.contains(0x2E), unit(at: index + 1) == nil,
      !text.isSymbol(index + 1, anyOf: ["(", "[", "±", "/"]) || isOfGroups(index), text.word(index + 1) != "of",
      !countsPeople(from: index + 1)
    else { return false }
    if Self.listed.contains(text.word(index - 1)), goesOnInList(index) { return true }
    let isLast = !text.isSymbol(index - 1, ",")
    let goesOn = text.kind(index + 2) == .number || text.kind(index + 3) == .number
    guard isLast || goesOn && (text.isSymbol(index + 1, ",") || ["and", "or"].contains(text.word(index + 1))) else {
      return false
    }
    var cursor = index
    while index - cursor < 20 {
      var joint = cursor - 1
      if ["and", "or", "to"].contains(text.word(joint)) || text.isSymbol(joint, "-") { joint -= 1 }
      if text.isSymbol(joint, ",") { joint -= 1 }
      guard joint < cursor - 1, text.kind(joint) == .number, text.tokens[joint].range.count <= 3 else { return false }
      cursor = joint
      if Self.listed.contains(text.word(cursor - 1)) { return true }
    }
    return false
  }

  /// "compared to groups 1 and 2 (": a digit alone behind the name of groups.
  private func isOfGroups(_ index: Int) -> Bool {
    text.tokens[index].range.count == 1 && text.isSymbol(index + 1, "(") && text.kind(index - 2) == .number
      && ["groups", "arms", "cohorts"].contains(text.word(index - 3))
  }

  /// "Groups 4, 5, and 6": a joint and another short number behind it.
  private func goesOnInList(_ index: Int) -> Bool {
    var next = index + 1
    if text.isSymbol(next, anyOf: [",", "-"]) { next += 1 }
    if ["and", "or", "to"].contains(text.word(next)) { next += 1 }
    return next > index + 1 && text.kind(next) == .number && text.tokens[next].range.count <= 3 && !text.isSymbol(next + 1, "%")
      && !text.string(next).utf8.contains(0x2E)
  }

  private static let listed: Words = [
    "tables", "figures", "figs", "table", "figure", "fig", "groups", "arms", "cohorts", "grades", "stages", "types", "phases",
    "visits",
    "visit", "weeks", "week", "months", "month", "days", "day", "years", "year", "models", "steps", "studies",
  ]

  /// A whole number from 1900 to 2100 that no unit but 年 follows.
  func isCalendarYear(_ quantity: Quantity) -> Bool {
    guard quantity.value.decimals == 0, (1900...2100).contains(quantity.value.value) else { return false }
    guard !quantity.value.partsThousands else { return false }
    if quantity.unit == .time("year") { return true }
    guard quantity.unit == nil else { return false }
    return !(text.word(quantity.numberToken - 2) == "n" || text.isSymbol(quantity.numberToken - 1, "="))
  }
}
