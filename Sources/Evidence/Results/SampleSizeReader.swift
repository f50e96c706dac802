import Literature
import TextAnalysis

/// Finds how many took part: `n = 959`, 纳入 294 例, "668 patients were randomly assigned".
struct SampleSizeReader {
  let reading: SentenceReading

  private static let verbs = [
    "randomi", "randomly", "enrol", "recruit", "included", "assigned", "allocated", "comprised", "involving", "participated",
    "analysed",
    "analyzed", "underwent random", "entered", "随机", "纳入", "入组", "入选", "招募", "共收集",
  ]
  private static let exclusions = [
    "excluded", "withdrew", "died", "screened", "discontinued", "dropped", "lost to", "completed", "respond", "experienced",
    "had ",
    "developed", "reported", "排除", "死亡", "退出", "失访", "出现", "发生", "复发",
  ]

  /// The quantities that are sample sizes, as drafts, with the tokens of their numbers.
  func drafts() -> [(draft: CardDraft, numberToken: Int)] {
    var result: [(draft: CardDraft, numberToken: Int)] = []
    var hasTotal = false
    for quantity in reading.quantities where isWholeCount(quantity) {
      if isDeclared(quantity) {
        result.append((draft(quantity, arm: labelBefore(quantity)), quantity.numberToken))
      } else if !hasTotal, isCounted(quantity) {
        hasTotal = true
        result.append((draft(quantity, arm: nil), quantity.numberToken))
      }
    }
    return result
  }

  private func isWholeCount(_ quantity: Quantity) -> Bool {
    quantity.value.decimals == 0 && quantity.value.value >= 2 && quantity.upper == nil && quantity.spread == nil
      && quantity.value.relation == .equal && (quantity.unit == nil || quantity.unit == .people)
  }

  /// `n = 959`, not `n/N` and not a share.
  private func isDeclared(_ quantity: Quantity) -> Bool {
    let text = reading.text
    guard text.word(quantity.numberToken - 2) == "n", text.isSymbol(quantity.numberToken - 1, "=") else { return false }
    return !text.isSymbol(quantity.tokens.upperBound, "/")
  }

  /// `A (n = 120)`: the arm directly before the bracket.
  private func labelBefore(_ quantity: Quantity) -> String? {
    let start = reading.text.tokens[max(0, quantity.numberToken - 2)].start
    guard let phrase = reading.phrases.last(where: { $0.range.upperBound <= start && (!$0.isWeak || $0.isGroup) }) else {
      return nil
    }
    let gap = reading.string(phrase.range.upperBound..<start).trimmedSpaces.lowercased()
    return ["(", "组(", "group (", "arm (", "[", "组 (", "group [", "group, ", "组, "].contains(gap) ? phrase.name : nil
  }

  /// People with a verb of taking part close by.
  private func isCounted(_ quantity: Quantity) -> Bool {
    guard quantity.unit == .people || isFollowedByPeople(quantity), quantity.value.value >= 10 else { return false }
    if ["of", "and", "which"].contains(reading.text.word(quantity.tokens.lowerBound - 1)) { return false }
    if reading.text.isSymbol(quantity.tokens.upperBound, "(") && reading.text.isSymbol(quantity.tokens.upperBound + 2, "%") {
      return false
    }
    let before = around(max(0, quantity.bytes.lowerBound - 60)..<quantity.bytes.lowerBound)
    let after = around(quantity.bytes.upperBound..<min(reading.text.utf8.count, quantity.bytes.upperBound + 110))
    let clauseAfter = after.split { ";；。".contains($0) }.first.map(String.init) ?? ""
    guard Self.verbs.contains(where: { before.utf8.contains(sequence: $0.utf8) || clauseAfter.utf8.contains(sequence: $0.utf8) })
    else {
      return false
    }
    let near = String(decoding: clauseAfter.utf8.prefix(48), as: UTF8.self)
    return !Self.exclusions.contains {
      near.utf8.contains(sequence: $0.utf8) || before.utf8.suffix(20).contains(sequence: $0.utf8)
    }
  }

  /// "747 eligible patients".
  private func isFollowedByPeople(_ quantity: Quantity) -> Bool {
    guard quantity.unit == nil else { return false }
    for offset in 0..<5 {
      let word = reading.text.word(quantity.tokens.upperBound + offset)
      if QuantityWords.units.contains(where: { $0.unit == .people && $0.words.contains(word) }) { return true }
      guard reading.text.kind(quantity.tokens.upperBound + offset) == .word, !["of", "and", "were"].contains(word) else {
        return false
      }
    }
    return false
  }

  private func around(_ bytes: Range<Int>) -> String { reading.string(bytes).lowercased() }

  private func draft(_ quantity: Quantity, arm: String?) -> CardDraft {
    let start = isDeclared(quantity) ? reading.text.tokens[quantity.numberToken - 2].start : quantity.bytes.lowerBound
    var draft = CardDraft(
      kind: .sampleSize, measure: "n", bytes: start..<quantity.bytes.upperBound, value: quantity.value, unit: "patients")
    draft.endpoint = "sample"
    draft.arm = arm
    return draft
  }
}
