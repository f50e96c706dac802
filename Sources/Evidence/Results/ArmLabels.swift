import Literature
import TextAnalysis

/// Finds the arm that stands with a value: "10.7 months in the A group", "A 组 10.7 个月".
struct ArmLabels {
  let reading: SentenceReading

  private static let prepositions = [
    "with", "in", "for", "on", "among", "under", "receiving", "of patients", "of the", "of those", "of participants", "following",
    "after", "assigned", "assigned to", "randomized to", "randomised to", "given", "who received", "receiving", "taking",
    "allocated to",
    "of patients in", "of the patients in",
  ]

  /// The arm after or before a value; `limits` are the bytes within which it may stand.
  func label(of quantity: Quantity, within limits: Range<Int>) -> ArmPhrase? {
    after(quantity, limit: limits.upperBound) ?? before(quantity, limit: limits.lowerBound)
  }

  private func after(_ quantity: Quantity, limit: Int) -> ArmPhrase? {
    guard let phrase = reading.phrases.first(where: { $0.range.lowerBound >= quantity.bytes.upperBound && $0.isArm }),
      phrase.range.lowerBound < limit, phrase.range.lowerBound - quantity.bytes.upperBound <= 160
    else { return nil }
    let raw = reading.string(quantity.bytes.upperBound..<phrase.range.lowerBound).trimmedSpaces
    if raw == "(" || raw == "[" { return phrase }
    // "38 (4.0%) A users", "none of the 75 A patients".
    // "4 (3.1 %) zinc-treated and 1 (0.8 %) iron-treated patients"
    if raw.isEmpty, phrase.isGroup { return phrase }
    if raw.isEmpty, reading.text.tags(reading.text.tokenRange(ofBytes: phrase.range).upperBound).contains(.people) {
      return phrase
    }
    let gap = reading.gap(quantity.bytes.upperBound..<phrase.range.lowerBound).trimmedSpaces
    guard gap.utf8.count <= 60, !gap.utf8.contains(where: { $0 == 0x2C || $0 == 0x3B || $0 == 0x3A }) else { return nil }
    if gap == "of", phrase.isGroup { return phrase }
    if Self.prepositions.contains(where: { gap == $0 || gap.hasPrefix($0 + " ") }) { return phrase }
    return leads(to: phrase, from: quantity) ? phrase : nil
  }

  /// "children whose mothers were on X", "continuing on X", "patients who switched to X": people, and a preposition last.
  private func leads(to phrase: ArmPhrase, from quantity: Quantity) -> Bool {
    let text = reading.text
    let end = text.tokenRange(ofBytes: phrase.range).lowerBound
    let between = quantity.tokens.upperBound..<max(quantity.tokens.upperBound, end)
    guard var last = between.last, between.count <= 8 else { return false }
    while last > between.lowerBound, text.tags(last).contains(.determiner) { last -= 1 }
    guard
      [
        "with", "in", "for", "on", "to", "received", "took", "had", "receiving", "given", "taking", "under", "using", "of",
        "allocated", "assigned", "offered",
      ]
      .contains(text.word(last))
    else { return false }
    // "141 patients had died in the A group"
    let stops: WordTags =
      phrase.isGroup && text.word(last) == "in"
      ? [.versus, .conjunction, .mean, .median] : [.versus, .comparative, .verb, .conjunction, .mean, .median]
    return between.allSatisfy { index in
      text.kind(index) == .word
        && (text.tags(index).isDisjoint(with: stops) || ["who", "received", "took", "had"].contains(text.word(index)))
    }
  }

  private func before(_ quantity: Quantity, limit: Int) -> ArmPhrase? {
    guard let phrase = reading.phrases.last(where: { $0.range.upperBound <= quantity.bytes.lowerBound && $0.isArm }),
      phrase.range.lowerBound >= limit
    else { return nil }
    let gap = reading.gap(phrase.range.upperBound..<quantity.bytes.lowerBound).trimmedSpaces
    let isBroken = gap.utf8.contains(0x3B) || gap.hasAny(["。", "；"])
    guard !isBroken else { return nil }
    if isSharedBracket(phrase, quantity) { return nil }
    if phrase.isGroup { return gap.utf8.count <= 110 ? phrase : nil }
    return ["", ":", "的", "为", "was", "=", "：", "是", "达", "达到", "at", "of", "by"].contains(gap) ? phrase : nil
  }

  /// Whether a bracket opens between phrase and value and goes on to a further value: "不劣于 B(13 个月对 12 个月)".
  private func isSharedBracket(_ phrase: ArmPhrase, _ quantity: Quantity) -> Bool {
    let between = reading.text.tokenRange(ofBytes: phrase.range.upperBound..<quantity.bytes.lowerBound)
    guard let opening = between.last(where: { reading.text.isSymbol($0, "(") || reading.text.isSymbol($0, "[") }),
      !(opening..<quantity.tokens.lowerBound).contains(where: { reading.text.isSymbol($0, ")") || reading.text.isSymbol($0, "]") }
      )
    else { return false }
    let end = reading.text.end(ofBracketAt: opening) ?? reading.text.count
    return reading.quantities.contains {
      $0.numberToken > quantity.numberToken && $0.numberToken < end && $0.unit == quantity.unit && $0.unit != nil
    }
  }

}
