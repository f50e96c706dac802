import Literature
import TextAnalysis

/// Finds how many took part: `n = 959`, 纳入 294 例, "668 patients were randomly assigned".
struct SampleSizeReader {
  let reading: SentenceReading

  private static let verbs = Needles([
    "randomi", "randomly", "enrol", "recruit", "included", "assigned", "allocated", "comprised", "involving", "participated",
    "analysed",
    "analyzed", "underwent random", "entered", "随机", "纳入", "入组", "入选", "招募", "共收集",
  ])
  private static let exclusions = Needles([
    "excluded", "withdrew", "died", "screened", "discontinued", "dropped", "occurred in", "observed in", "planned", "proposed",
    "lost to", "completed", "respond", "experienced",
    "had ",
    "developed", "reported", "排除", "死亡", "退出", "失访", "出现", "发生", "复发",
  ])
  private static let marks: ClauseMarks = ";；。"

  /// The quantities that are sample sizes, as drafts, with the tokens of their numbers.
  ///
  /// Three or more bare `n =` in a sentence count classes of patients, not the trial.
  func drafts() -> [(draft: CardDraft, numberToken: Int)] {
    var result: [(draft: CardDraft, numberToken: Int)] = []
    var bare: [(draft: CardDraft, numberToken: Int)] = []
    var hasTotal = false
    for quantity in reading.quantities where isWholeCount(quantity) && !isWholeOfShare(quantity) {
      let arm = labelBefore(quantity)
      if isDeclared(quantity) {
        let found = (draft(quantity, arm: arm), quantity.numberToken)
        if arm != nil { result.append(found) } else if !followsFigure(quantity) { bare.append(found) }
      } else if let phrase = assignedArm(quantity, after: result.last) {
        var found = draft(quantity, arm: phrase.name)
        found.armBytes = phrase.range
        result.append((found, quantity.numberToken))
      } else if !hasTotal, isCounted(quantity) {
        hasTotal = arm == nil
        result.append((draft(quantity, arm: arm), quantity.numberToken))
      }
    }
    return bare.count < 3 ? result + bare : result
  }

  /// "43 were randomized to A and 46 to B": the arm to which a number of people was assigned.
  private func assignedArm(_ quantity: Quantity, after last: (draft: CardDraft, numberToken: Int)?) -> ArmPhrase? {
    let text = reading.text
    var cursor = quantity.tokens.upperBound
    let start = cursor
    while text.tags(cursor).contains(.treated) || ["were", "was", "patients", "participants"].contains(text.word(cursor)) {
      cursor += 1
    }
    let there = quantity.tokens.lowerBound - 2
    let isThere = text.word(there) == "there" && text.word(there + 1) == "were"
    if isThere { while Self.members.contains(text.word(cursor)) { cursor += 1 } }
    let isSaid = isThere || (start..<cursor).contains { text.tags($0).contains(.treated) } || last?.draft.armBytes != nil
    guard isSaid, ["to", "into", "in"].contains(text.word(cursor)),
      let first = text.tokens.indices.contains(cursor + 1) ? text.tokens[cursor + 1].start : nil
    else {
      return nil
    }
    return reading.phrases.first { phrase in
      guard phrase.isArm, phrase.range.lowerBound >= first, phrase.range.lowerBound - first <= 24 else { return false }
      // "There were 12 patients in the zinc group with fever": no size.
      let end = text.tokenRange(ofBytes: phrase.range).upperBound
      return !isThere
        || phrase.isGroup && (end >= text.count || text.kind(end) == .symbol || text.tags(end).contains(.conjunction))
    }
  }

  /// Who make up a group; cases and survivors are what befell some of it.
  private static let members: Words = [
    "patients", "participants", "subjects", "individuals", "recipients", "women", "men", "children", "infants", "adults",
    "people",
    "volunteers", "eyes",
  ]

  /// `72.7% (n = 24)`, "died (n = 3)": a share of the patients.
  private func followsFigure(_ quantity: Quantity) -> Bool {
    let text = reading.text
    let before = text.isSymbol(quantity.numberToken - 3, "(") ? quantity.numberToken - 4 : quantity.numberToken - 3
    if text.isSymbol(before + 1, "("), isPeopleOfShare(endingAt: before) { return true }
    if text.isSymbol(before, "%") || text.kind(before) == .number || text.isSymbol(before, ",") && text.isSymbol(before - 1, "%")
    {
      return true
    }
    return ["percent", "responders", "completed", "died", "excluded", "negative", "positive", "withdrew"].contains(
      text.word(before))
  }

  /// "57 % of the participants".
  private func isPeopleOfShare(endingAt last: Int) -> Bool {
    guard reading.text.tags(last).contains(.people) else { return false }
    var cursor = last - 1
    while cursor > last - 4, reading.text.tags(cursor).contains(.determiner) { cursor -= 1 }
    return reading.text.word(cursor) == "of" && reading.text.isSymbol(cursor - 1, "%")
  }

  private func isWholeCount(_ quantity: Quantity) -> Bool {
    quantity.value.decimals == 0 && quantity.value.value >= 2 && quantity.upper == nil && quantity.spread == nil
      && quantity.value.relation == .equal && (quantity.unit == nil || quantity.unit == .people)
  }

  /// "748 (86 %) of the 874 participants": the whole of a share.
  private func isWholeOfShare(_ quantity: Quantity) -> Bool {
    let (text, before) = (reading.text, quantity.tokens.lowerBound - 1)
    return text.tags(before).contains(.determiner) && text.word(before - 1) == "of"
      && (text.isSymbol(before - 2, anyOf: [")", "%"]) || text.kind(before - 2) == .number)
  }

  /// `n = 959`, not `n/N` and not a share.
  private func isDeclared(_ quantity: Quantity) -> Bool {
    let text = reading.text
    guard text.word(quantity.numberToken - 2) == "n", text.isSymbol(quantity.numberToken - 1, "=") else { return false }
    // `n = 55 (20%)` is a share.
    let next = quantity.tokens.upperBound
    let isShare =
      text.isSymbol(next, anyOf: ["(", "["]) && text.kind(next + 1) == .number
      && (next + 2..<next + 6).contains { text.isSymbol($0, "%") }
    return !text.isSymbol(next, "/") && !isShare && text.word(next) != "per"
  }

  /// `A (n = 120)`: the arm directly before the bracket.
  private func labelBefore(_ quantity: Quantity) -> String? { labelPhrase(quantity)?.name }

  /// The nearest words that say that people took part: "randomly assigned".
  private func verbBytes(near quantity: Quantity) -> Range<Int>? {
    let text = reading.text
    let verbs = text.indices.filter { text.kind($0) == .word && text.tags[$0].contains(.treated) }
    guard var last = verbs.last(where: { $0 < quantity.numberToken }) ?? verbs.first else { return nil }
    if text.tags(last + 1).contains(.treated) { last += 1 }
    let first = text.tags(last - 1).contains(.treated) ? last - 1 : last
    return text.bytes(first..<last + 1)
  }

  private func labelPhrase(_ quantity: Quantity) -> ArmPhrase? { phraseBefore(quantity) ?? phraseAfter(quantity) }

  /// "(n = 507 for A and n = 514 for B)".
  private func phraseAfter(_ quantity: Quantity) -> ArmPhrase? {
    let (text, next) = (reading.text, quantity.tokens.upperBound)
    guard isDeclared(quantity), ["for", "in", "on"].contains(text.word(next)), text.indices.contains(next + 1) else { return nil }
    let first = text.tokens[next + 1].start
    return reading.phrases.first { $0.isArm && $0.range.lowerBound >= first && $0.range.lowerBound - first <= 8 }
  }

  private func phraseBefore(_ quantity: Quantity) -> ArmPhrase? {
    let start = isDeclared(quantity) ? reading.text.tokens[quantity.numberToken - 2].start : quantity.bytes.lowerBound
    guard let phrase = reading.phrases.last(where: { $0.range.upperBound <= start && $0.isArm }) else {
      return nil
    }
    // What is told between an arm and its size is short.
    let gap = reading.text.utf8[phrase.range.upperBound..<start]
    guard gap.count <= 60 else { return nil }
    let words = Self.withoutMarks(gap)
    guard
      isDeclared(quantity) && words.isEmpty || gap.contains(where: { $0 == 0x28 || $0 == 0x5B || $0 == 0x2C }) || gap.holds("（")
    else { return nil }
    return ["", "组", "group", "arm", "治疗组", "condition", "conditions", "groups"].contains(words) ? phrase : nil
  }

  /// In lower case, without brackets that open, commas, colons and spaces.
  private static func withoutMarks(_ bytes: ArraySlice<UInt8>) -> String {
    var words = bytes.filter { ![0x28, 0x5B, 0x2C, 0x3A, 0x20].contains($0) }
    for mark in ["（", "，"] {
      while let start = words.firstIndex(ofSequence: mark.utf8) { words.removeSubrange(start..<start + mark.utf8.count) }
    }
    return String.lowercased(words[...])
  }

  /// People with a verb of taking part close by.
  private func isCounted(_ quantity: Quantity) -> Bool {
    guard quantity.unit == .people || isFollowedByPeople(quantity) || isFollowedByRandomisation(quantity),
      quantity.value.value >= 10
    else { return false }
    guard !isInBracket(quantity) else { return false }
    let last = reading.text.word(quantity.tokens.lowerBound - 1)
    if ["of", "and", "which", "to"].contains(last), reading.text.word(quantity.tokens.lowerBound - 2) != "total" { return false }
    if reading.text.isSymbol(quantity.tokens.upperBound, "(") && reading.text.isSymbol(quantity.tokens.upperBound + 2, "%") {
      return false
    }
    let words = around(max(0, quantity.bytes.lowerBound - 60)..<quantity.bytes.lowerBound)
    if words.hasAny(["need", "needed", "required", "require", "sample size", "calculated", "计划", "需要", "样本量估算", "power"]) {
      return false
    }
    let after = reading.gap(quantity.bytes.upperBound..<min(reading.text.utf8.count, quantity.bytes.upperBound + 160))
    let clauseAfter = Self.marks.firstPiece(of: Array(after.utf8)[...]) ?? []
    guard Self.verbs.stand(in: words.utf8) || Self.verbs.stand(in: clauseAfter) else { return false }
    let near = clauseAfter.prefix(48).prefix { !(0x30...0x39).contains($0) }
    return !Self.exclusions.stand(in: near) && !Self.exclusions.stand(in: words.utf8.suffix(28))
  }

  private func isInBracket(_ quantity: Quantity) -> Bool {
    let before = reading.text.tokens[..<quantity.tokens.lowerBound]
    guard let opening = before.lastIndex(where: { $0.isSymbol("(") || $0.isSymbol("[") }) else { return false }
    return !before[opening...].contains { $0.isSymbol(")") || $0.isSymbol("]") }
  }

  /// "747 eligible patients".
  private func isFollowedByPeople(_ quantity: Quantity) -> Bool {
    guard quantity.unit == nil else { return false }
    for offset in 0..<5 {
      let word = reading.text.word(quantity.tokens.upperBound + offset)
      if QuantityWords.unit(of: word.code) == .people { return true }
      guard reading.text.kind(quantity.tokens.upperBound + offset) == .word, !["of", "and", "were"].contains(word) else {
        return false
      }
    }
    return false
  }

  /// "1240 underwent randomisation", "1240 were randomised".
  private func isFollowedByRandomisation(_ quantity: Quantity) -> Bool {
    let next = quantity.tokens.upperBound
    guard quantity.unit == nil, ["underwent", "were"].contains(reading.text.word(next)) else { return false }
    return ["randomisation", "randomization", "randomised", "randomized", "randomly"].contains(reading.text.word(next + 1))
  }

  private func around(_ bytes: Range<Int>) -> String { reading.string(bytes).lowercased() }

  private func draft(_ quantity: Quantity, arm: String?) -> CardDraft {
    let start = isDeclared(quantity) ? reading.text.tokens[quantity.numberToken - 2].start : quantity.bytes.lowerBound
    var draft = CardDraft(
      kind: .sampleSize, measure: "n", bytes: start..<quantity.bytes.upperBound, value: quantity.value, unit: "patients")
    draft.endpoint = "sample"
    draft.endpointBytes = verbBytes(near: quantity)
    draft.arm = arm
    draft.armBytes = labelPhrase(quantity)?.range
    return draft
  }
}
