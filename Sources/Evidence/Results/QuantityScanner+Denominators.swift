import Literature
import TextAnalysis

/// What a rate is of: "per year", "per 100 person-years", `/1000人年`, 每千人年.
extension QuantityScanner {
  func takeDenominator(_ quantity: inout Quantity) {
    let start = quantity.tokens.upperBound
    if let before = chineseDenominator(before: quantity.tokens.lowerBound) { quantity.denominator = before }
    // "15.5 (95% CI 13.8 to 17.3) per 1,000 catheter-days"
    if let bracket = text.end(ofBracketAt: start), let after = englishDenominator(at: bracket) {
      let words = string(from: bracket, to: after.bytes)
      quantity.denominator = words.utf8.count > 40 ? nil : words
      return
    }
    guard let end = englishDenominator(at: start) ?? slashDenominator(at: start) else { return }
    quantity.denominator = text.string(start..<end.token).utf8.count > 40 ? nil : string(from: start, to: end.bytes)
    extend(&quantity, to: end.token, bytes: end.bytes)
  }

  private func string(from token: Int, to bytes: Int) -> String {
    String(decoding: text.utf8[text.tokens[token].start..<bytes], as: UTF8.self)
  }

  private static let times: Words = [
    "year", "years", "month", "months", "week", "weeks", "day", "days", "hour", "hours", "minute", "annum", "person", "patient",
    "woman", "child",
    "participant",
  ]
  private static let persons: Words = [
    "person", "patient", "woman", "women", "child", "participant", "population", "people", "patients", "persons", "births",
  ]

  /// `per year`, `per 100 patient-years`, `per 1,000 live births`.
  private func englishDenominator(at index: Int) -> (token: Int, bytes: Int)? {
    guard text.word(index) == "per" else { return nil }
    var cursor = index + 1
    let hasNumber = text.kind(cursor) == .number
    if hasNumber { cursor += 1 }
    while text.kind(cursor) == .number, !text.hasGap(before: cursor) || hasNumber { cursor += 1 }
    if hasNumber, let end = area(at: cursor) { return (end, text.tokens[end - 1].end) }
    if hasNumber { cursor = afterAdjectives(cursor) }
    guard
      hasNumber
        ? Self.persons.contains(text.word(cursor)) || Self.times.contains(text.word(cursor))
        : Self.times.contains(text.word(cursor))
    else { return nil }
    cursor += 1
    if text.isSymbol(cursor, "-") { cursor += 1 }
    if Self.times.contains(text.word(cursor)) { cursor += 1 }
    if text.isSymbol(cursor - 1, "-") { cursor -= 1 }
    return (cursor, text.tokens[cursor - 1].end)
  }

  /// The token behind `m²` of "mL/min per 1.73 m²", the surface of a body.
  private func area(at index: Int) -> Int? {
    switch text.word(index) {
    case "m2": return index + 1
    case "m": return text.kind(index + 1) == .superscript ? index + 2 : nil
    default: return nil
    }
  }

  /// "live births", "intubated patients", "catheter-days": the word that counts, after at most two others.
  private func afterAdjectives(_ index: Int) -> Int {
    for cursor in index..<index + 4 {
      if Self.persons.contains(text.word(cursor)) || Self.times.contains(text.word(cursor)) { return cursor }
      guard
        text.kind(cursor) == .word && text.tags(cursor).isDisjoint(with: [.verb, .preposition, .conjunction, .versus])
          || text.isSymbol(cursor, "-")
      else { break }
    }
    return index
  }

  /// `/1000人年`, `/100 person-years`.
  private func slashDenominator(at index: Int) -> (token: Int, bytes: Int)? {
    if text.isSymbol(index, "/"), let run = Self.personTimes.first(where: { text.han(index + 1).hasPrefix($0) }) {
      return (index + 2, text.tokens[index + 1].start + run.utf8.count)
    }
    guard text.isSymbol(index, "/"), text.kind(index + 1) == .number else { return nil }
    if let run = Self.personTimes.first(where: { text.han(index + 2).hasPrefix($0) }) {
      return (index + 3, text.tokens[index + 2].start + run.utf8.count)
    }
    guard Self.persons.contains(text.word(index + 2)), text.isSymbol(index + 3, "-"), Self.times.contains(text.word(index + 4))
    else { return nil }
    return (index + 5, text.tokens[index + 4].end)
  }

  private static let marks: ClauseMarks = "，,；;。"
  private static let personTimes = ["人年", "人月", "患者年", "导管日", "床日"]

  /// 每千人年 or 每 1000 人年 in the clause before.
  private func chineseDenominator(before index: Int) -> String? {
    guard text.kind(index - 1) == .han || text.isSymbol(index - 1, "(") else { return nil }
    let offset = text.tokens[max(0, index - 1)].end
    let bytes = text.utf8[max(0, offset - 60)..<offset]
    guard bytes.holds("每"), let clause = Self.marks.lastPiece(of: bytes),
      let end = Self.personTimes.compactMap({ clause.range(of: $0.utf8) }).first,
      let start = clause[..<end.lowerBound].range(of: "每".utf8)
    else { return nil }
    let words = clause[start.lowerBound..<end.upperBound]
    return words.count <= 30 ? String(decoding: words, as: UTF8.self) : nil
  }
}

extension ArraySlice<UInt8> {
  /// Where a few bytes stand first. O(n·m).
  fileprivate func range(of other: String.UTF8View) -> Range<Int>? {
    guard let first = firstIndex(ofSequence: other) else { return nil }
    return first..<first + other.count
  }
}
