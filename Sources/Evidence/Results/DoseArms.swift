import Literature
import TextAnalysis

/// Arms that differ by their dose or schedule: "for 5 mg, 10 mg and placebo", "semaglutide 0.5 mg and 1.0 mg", "apremilast 20 and 30 mg twice daily".
struct DoseArms {
  private let text: ResultText
  private let known: [ArmPhrase]

  /// A printed dose; the unit may be that of a later dose of the same list.
  private struct Dose {
    var tokens: Range<Int>
    var amount: String
    /// The drug that stands directly before it, or before the list that it is in.
    var drug: Int?
    var isListed: Bool
  }

  /// The given phrases with doses among them; the same where the text names fewer than two doses as arms. O(tokens).
  static func phrases(in text: ResultText, known: [ArmPhrase]) -> [ArmPhrase] {
    guard
      text.indices.contains(where: {
        text.kind($0) == .number
          && (Self.units.contains(text.word(Self.unitIndex(after: $0, text))) || text.word($0 - 1) == "every")
      })
    else { return known }
    return DoseArms(text: text, known: known).all()
  }

  private static let units: Words = ["mg", "μg", "ug", "mcg", "g", "iu", "u", "units", "ml"]
  private static let joints: Words = ["with", "for", "in", "on", "receiving", "between", "of", "than", "versus", "vs", "to"]
  private static let frequencies: Words = [
    "daily", "bid", "tid", "qd", "weekly", "once", "twice", "monthly", "qw", "od", "doses", "dose", "of",
  ]

  private static func unitIndex(after number: Int, _ text: ResultText) -> Int {
    text.isSymbol(number + 1, "-") ? number + 2 : number + 1
  }

  private func all() -> [ArmPhrase] {
    let doses = doses()
    guard Set(doses.map(\.amount)).count >= 2 else { return known }
    var phrases = known
    for dose in doses { name(dose, among: &phrases) }
    return phrases.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  private func name(_ dose: Dose, among phrases: inout [ArmPhrase]) {
    let bytes = text.bytes(dose.tokens)
    guard !phrases.contains(where: { $0.range.overlaps(bytes) }) else { return }
    guard let drug = dose.drug else {
      phrases.append(phrase(bytes, dose.amount))
      return
    }
    let name = known[drug].name + " " + dose.amount
    if let own = phrases.firstIndex(where: { $0.range == known[drug].range }), isAdjacent(known[drug], dose) {
      phrases[own].range = phrases[own].range.lowerBound..<bytes.upperBound
      (phrases[own].name, phrases[own].components, phrases[own].isGroup, phrases[own].isDose) = (name, [name], true, true)
    } else {
      phrases.append(phrase(bytes, name))
    }
  }

  private func phrase(_ bytes: Range<Int>, _ name: String) -> ArmPhrase {
    ArmPhrase(
      range: bytes, name: name, components: [name], isComparator: false, role: nil, isGroup: true, isPartial: false,
      isWeak: false,
      isDose: true)
  }

  private func isAdjacent(_ drug: ArmPhrase, _ dose: Dose) -> Bool {
    text.tokenRange(ofBytes: drug.range).upperBound == dose.tokens.lowerBound
  }

  /// Doses after a drug or a preposition, and those that continue a list of arms.
  private func doses() -> [Dose] {
    var found: [Dose] = []
    var index = 0
    while index < text.count {
      guard let tokens = tokens(at: index) else {
        index += 1
        continue
      }
      if let dose = dose(tokens, after: found.last) { found.append(dose) }
      index = tokens.upperBound
    }
    return found
  }

  private func dose(_ tokens: Range<Int>, after last: Dose?) -> Dose? {
    let amount = amount(tokens)
    let before = tokens.lowerBound - 1
    if let drug = known.firstIndex(where: { !$0.isWeak && text.tokenRange(ofBytes: $0.range).upperBound == tokens.lowerBound }) {
      return Dose(tokens: tokens, amount: amount, drug: drug, isListed: false)
    }
    // "10 mg with A": a value.
    guard !Self.joints.contains(text.word(tokens.upperBound)) || isBeforeVersus(tokens.upperBound) else { return nil }
    if let last, let list = continues(last, at: tokens.lowerBound) {
      return Dose(tokens: tokens, amount: amount, drug: list ? last.drug : nil, isListed: true)
    }
    return Self.joints.contains(text.word(before)) ? Dose(tokens: tokens, amount: amount, drug: nil, isListed: false) : nil
  }

  private func isBeforeVersus(_ index: Int) -> Bool { text.tags(index).contains(.versus) }

  /// Whether only commas, conjunctions, values in brackets stand between two doses; true where the drug of the first is that of both.
  private func continues(_ last: Dose, at start: Int) -> Bool? {
    var cursor = last.tokens.upperBound
    var joins = 0
    while cursor < start {
      if let end = text.end(ofBracketAt: cursor), end <= start {
        cursor = end
      } else if text.isSymbol(cursor, anyOf: [",", "/"]) || ["and", "or", "vs", "versus"].contains(text.word(cursor)) {
        joins += 1
        cursor += 1
      } else {
        return nil
      }
    }
    return joins > 0 ? true : nil
  }

  /// A number with a unit of doses, or one of a list whose last has it: the 5 of "5, 10 and 20 mg".
  private func tokens(at index: Int) -> Range<Int>? {
    if text.word(index) == "every", text.kind(index + 1) == .number,
      ["weeks", "days", "months", "hours", "week"].contains(text.word(index + 2))
    {
      return index..<index + 3
    }
    guard text.kind(index) == .number, !text.isSymbol(index - 1, anyOf: ["(", "[", "±", "=", "/"]) else { return nil }
    let unit = Self.unitIndex(after: index, text)
    guard Self.units.contains(text.word(unit)) else { return isInList(index) ? index..<index + 1 : nil }
    var end = unit + 1
    if text.isSymbol(end, "/"), ["kg", "day", "d", "m2"].contains(text.word(end + 1)) { end += 2 }
    // `mg/dL`, `g/L`: a concentration.
    if text.isSymbol(end, "/") { return nil }
    while Self.frequencies.contains(text.word(end)), text.word(end) != "of" { end += 1 }
    return index..<end
  }

  /// "5 or 10 mg", "20 (12 %) and 30 mg" directly after a drug.
  private func isInList(_ index: Int) -> Bool {
    guard known.contains(where: { !$0.isWeak && text.tokenRange(ofBytes: $0.range).upperBound == index }) else { return false }
    var cursor = index + 1
    for _ in 0..<4 {
      if let end = text.end(ofBracketAt: cursor) { cursor = end }
      let start = cursor
      while text.isSymbol(cursor, ",") || ["and", "or"].contains(text.word(cursor)) { cursor += 1 }
      guard cursor > start, text.kind(cursor) == .number else { return false }
      if Self.units.contains(text.word(cursor + 1)) { return !text.isSymbol(cursor + 2, "/") }
      cursor += 1
    }
    return false
  }

  private func amount(_ tokens: Range<Int>) -> String {
    if tokens.count > 1 { return text.string(tokens) }
    let unit = (tokens.upperBound..<min(text.count, tokens.upperBound + 16)).first { Self.units.contains(text.word($0)) }
    return text.string(tokens) + (unit.map { " " + text.string($0) } ?? "")
  }
}
