import Literature
import TextAnalysis

/// Tells the numbers of a text that are results from those that name times, doses, bounds, grades and scales.
struct ResultFigures {
  let text: LexedText
  /// Bytes of the callouts.
  let callouts: [Range<Int>]

  /// In the order of the text. O(tokens).
  func all(_ tokens: Range<Int>) -> [StatedFigure] { tokens.compactMap(figure) }

  private func figure(_ index: Int) -> StatedFigure? {
    guard let number = text.number(index), number.relation == .equal, !isCallout(index), !isAside(index, number) else {
      return nil
    }
    let before = max(0, index - 2)..<index
    var figure = StatedFigure(number: number, token: index, kind: .value, isRough: Self.rough.occurs(in: text, before))
    if isP(index) {
      guard text.isSymbol(index - 1, "=") || text.tokens[index - 1].kind != .symbol else { return nil }
      figure.kind = .p
      return figure
    }
    if isLimit(index) {
      figure.kind = .limit
      return figure
    }
    if isShare(index) {
      figure.kind = .share
      return figure
    }
    if let days = TextTimes.days(text, TextTimes.unitPlace(text, index)) {
      guard isDuration(index, number) else { return nil }
      figure.days = days
      return figure
    }
    if number.decimals > 0 { return figure }
    if isTotal(index) {
      figure.kind = .total
    } else if isCount(index) {
      figure.kind = .count
    } else if number.value < Self.fewest {
      return nil
    }
    return figure
  }

  /// Smaller whole numbers that count no patients are no results.
  private static let fewest = 10.0
  private static let rough = PhraseSet(
    ["about", "around", "roughly", "nearly", "almost", "some", "approximately", "close to"], ["约", "近", "大约", "将近"])

  func isCallout(_ index: Int) -> Bool { callouts.contains { $0.overlaps(text.tokens[index].range) } }

  /// Nothing that a source prints as a result.
  private func isAside(_ index: Int, _ number: PrintedNumber) -> Bool {
    if number.decimals == 0, (1900...2100).contains(number.value), !text.isSymbol(index + 1, "(") { return true }
    if text.isWord(index + 1, "million") || text.isWord(index + 1, "billion") { return true }
    return isPartOfName(index) || isLevel(index) || isDose(index) || isGrade(index) || bound(index) != nil || scale(index) != nil
      || isRatio(index)
  }

  private func isPartOfName(_ index: Int) -> Bool {
    guard index > 0, !text.hasGap(before: index) else { return false }
    if text.tokens[index - 1].kind == .word { return true }
    return text.isSymbol(index - 1, "-") && index > 1 && text.tokens[index - 2].kind == .word && !text.hasGap(before: index - 1)
  }

  /// The 95 of "95% CI".
  private func isLevel(_ index: Int) -> Bool {
    guard text.isSymbol(index + 1, "%") else { return false }
    return ["ci", "confidence", "cri", "credible"].contains { text.isWord(index + 2, $0) }
      || text.hanHasPrefix(index + 2, "可信") || text.hanHasPrefix(index + 2, "置信")
  }

  /// `1:1`, `per 100`, `/1.73`.
  private func isRatio(_ index: Int) -> Bool {
    for colon: Unicode.Scalar in [":", "∶"] {
      if text.isSymbol(index - 1, colon) && text.isNumber(index - 2) { return true }
      if text.isSymbol(index + 1, colon) && text.isNumber(index + 2) { return true }
    }
    return text.isWord(index - 1, "per") || text.isSymbol(index - 1, "/") && !text.isNumber(index - 2)
  }

  private static let doses: [StaticString] = ["mg", "g", "μg", "µg", "ug", "mcg", "iu", "gy", "u"]

  /// `70 mg`; not `70 mg/dL`.
  func isDose(_ index: Int) -> Bool {
    let unit = TextTimes.unitPlace(text, index)
    guard Self.doses.contains(where: { text.isWord(unit, $0) }) || text.hanHasPrefix(unit, "毫克") else { return false }
    return !(text.isSymbol(unit + 1, "/") && ["dl", "l", "ml", "g", "mmol"].contains { text.isWord(unit + 2, $0) })
  }

  private static let ordinals: Set<String> = [
    "phase", "grade", "grades", "stage", "table", "figure", "type", "week", "day", "month", "year", "class", "aged", "weeks",
    "version",
  ]
  private static let hanUnits: [StaticString] = ["期", "级", "型", "岁", "倍", "项", "篇", "号", "版", "次", "线"]

  private func isGrade(_ index: Int) -> Bool {
    if index > 0, text.tokens[index - 1].kind == .word, Self.ordinals.contains(text.lowercased(index - 1)),
      !text.isSymbol(index + 1, "%"), !text.isSymbol(index + 1, "(")
    {
      return true
    }
    if text.isSymbol(index - 1, "-") || text.isWord(index - 1, "or"), index > 2, text.tokens[index - 3].kind == .word,
      Self.ordinals.contains(text.lowercased(index - 3))
    {
      return true
    }
    if text.hanHasSuffix(index - 1, "第") { return true }
    return Self.hanUnits.contains { text.hanHasPrefix(index + 1, $0) }
      || (text.isSymbol(index + 1, "~") || text.isSymbol(index + 1, "-")) && text.isNumber(index + 2)
        && Self.hanUnits.contains { text.hanHasPrefix(index + 3, $0) }
  }

  /// `grade3` for "grade 3 or worse" and 3级及以上; nil for others.
  func grade(_ index: Int) -> String? {
    guard let number = text.number(index), number.decimals == 0 else { return nil }
    let isNamed = text.isWord(index - 1, "grade") || text.isWord(index - 1, "grades") || text.hanHasPrefix(index + 1, "级")
    let isRange =
      (text.isSymbol(index + 1, "~") || text.isSymbol(index + 1, "-")) && text.isNumber(index + 2)
      && text.hanHasPrefix(index + 3, "级")
    return isNamed || isRange ? "grade\(number.printed)" : nil
  }

  private static let above = PhraseSet(
    ["at least", "more than", "above", "over", "at or above", "older than", "greater than", "exceeding"],
    ["至少", "超过", "大于", "不低于", "高于"])
  private static let below = PhraseSet(
    ["less than", "fewer than", "below", "under", "up to", "lower than", "younger than"], ["低于", "不足", "小于", "不超过"])

  /// `ge:300` for "300 or more", `lt:300` for "below 300"; nil for what is no bound.
  func bound(_ index: Int) -> String? {
    guard let number = text.number(index), grade(index) == nil else { return nil }
    let start = index - 1 < 0 ? index : index - 1
    if text.isSymbol(start, "≥") || text.isSymbol(start, ">") && !isP(index) { return "ge:\(number.printed)" }
    if text.isSymbol(start, "≤") || text.isSymbol(start, "<") && !isP(index) { return "lt:\(number.printed)" }
    var next = index + 1
    while next < min(index + 6, text.count) {
      if text.isWord(next, "or"), ["more", "older", "above", "higher", "greater"].contains(where: { text.isWord(next + 1, $0) }) {
        return "ge:\(number.printed)"
      }
      if text.isWord(next, "or"), ["less", "younger", "below", "lower", "fewer"].contains(where: { text.isWord(next + 1, $0) }) {
        return "lt:\(number.printed)"
      }
      if text.hanHasPrefix(next, "岁以上") || text.hanHasPrefix(next, "以上") || text.hanHasPrefix(next, "及以上") {
        return "ge:\(number.printed)"
      }
      if text.hanHasPrefix(next, "岁以下") || text.hanHasPrefix(next, "以下") { return "lt:\(number.printed)" }
      guard text.isSymbol(next, "%") || text.tokens[next].kind == .word, !text.isWord(next, "and") else { break }
      next += 1
    }
    if Self.isBehind(Self.above, text, index) { return "ge:\(number.printed)" }
    return Self.isBehind(Self.below, text, index) ? "lt:\(number.printed)" : nil
  }

  /// Whether a phrase ends right before a token.
  private static func isBehind(_ phrases: PhraseSet, _ text: LexedText, _ index: Int) -> Bool {
    let range = max(0, index - 3)..<index
    guard let last = phrases.all(in: text, range).last else { return false }
    return text.firstToken(at: last.upperBound) >= index
  }

  private static let measures: Set<String> = [
    "HR", "OR", "RR", "CI", "IRR", "MD", "RD", "SMD", "SD", "SE", "IQR", "NNT", "AHR", "AOR", "ARR", "SHR", "P", "N",
  ]

  /// What a number is of a scale's name: `pasi90`, `0-1`, `50%respond`; nil for others.
  func scale(_ index: Int) -> String? {
    guard let number = text.number(index) else { return nil }
    if let pair = scorePair(index, number) { return pair }
    if text.isSymbol(index + 1, "%"),
      text.hanHasPrefix(index + 2, "应答") || text.isWord(index + 2, "responder")
        || text.isWord(index + 2, "response") || text.isWord(index + 2, "responders")
    {
      return "\(number.printed)%"
    }
    guard index > 0, text.tokens[index - 1].kind == .word, number.value <= 100, !text.isSymbol(index + 1, "%"),
      !text.isSymbol(index + 1, "("), !isCount(index)
    else { return nil }
    let name = text.string(index - 1)
    guard name.utf8.count(where: { (0x41...0x5A).contains($0) }) >= 2, !Self.measures.contains(name.uppercased()),
      number.decimals == 0 || name == "RECIST"
    else { return nil }
    return name.lowercased() + number.printed
  }

  private static let highestScore = 6.0

  /// "0 or 1", `0~2`, `0/1`: scores.
  private func scorePair(_ index: Int, _ number: PrintedNumber) -> String? {
    guard number.decimals == 0, number.value <= Self.highestScore else { return nil }
    func joins(_ place: Int) -> Bool {
      text.isSymbol(place, "~") || text.isSymbol(place, "-") || text.isSymbol(place, "/") || text.isWord(place, "or")
        || text.isWord(place, "to")
    }
    if joins(index + 1), let other = text.number(index + 2), other.decimals == 0, other.value <= Self.highestScore,
      other.value > number.value
    {
      return "\(number.printed)-\(other.printed)"
    }
    if joins(index - 1), let other = text.number(index - 2), other.decimals == 0, other.value < number.value {
      return "\(other.printed)-\(number.printed)"
    }
    return nil
  }

  private func isShare(_ index: Int) -> Bool {
    guard
      text.isSymbol(index + 1, "%") || text.isWord(index + 1, "percent")
        || text.isWord(index + 1, "per") && text.isWord(index + 2, "cent")
    else { return false }
    return true
  }

  func isP(_ index: Int) -> Bool {
    var cursor = index - 1
    if text.isSymbol(cursor, ".") { cursor -= 1 }
    let relations: [Unicode.Scalar] = ["=", "<", ">", "≤", "≥"]
    if relations.contains(where: { text.isSymbol(cursor, $0) }) { return text.isWord(cursor - 1, "p") }
    if text.hanHasPrefix(cursor, "值"), text.isWord(cursor - 1, "p") { return true }
    return (max(0, index - 4)..<index).contains {
      text.isWord($0, "p") && (text.isWord($0 + 1, "value") || text.isWord($0 + 2, "value"))
    }
  }

  /// One of the two numbers behind the name of an interval.
  private func isLimit(_ index: Int) -> Bool {
    if isBareLimit(index) { return true }
    var numbers = 0
    for cursor in stride(from: index - 1, through: max(0, index - 9), by: -1) {
      if text.isSymbol(cursor, ")") || text.isSymbol(cursor, "]") || text.isSymbol(cursor, ";") { return false }
      if text.isWord(cursor, "ci") || text.isWord(cursor, "interval") || text.isWord(cursor, "bound")
        || text.isWord(cursor, "cri")
        || text.hanHasSuffix(cursor, "区间") || text.hanHasPrefix(cursor, "区间")
      {
        return true
      }
      if text.isNumber(cursor) { numbers += 1 }
      if numbers >= 2 { return false }
    }
    return false
  }

  /// The numbers of `0.67 (0.55-0.82)`.
  private func isBareLimit(_ index: Int) -> Bool {
    func isDash(_ place: Int) -> Bool { text.isSymbol(place, "-") || text.isSymbol(place, "~") || text.isWord(place, "to") }
    func isBegun(_ low: Int) -> Bool {
      text.isSymbol(low - 1, "(") && (text.isNumber(low - 2) || text.isNumber(low - 3)) && isDash(low + 1)
        && text.isNumber(low + 2)
    }
    return isBegun(index) || text.isNumber(index - 2) && isBegun(index - 2)
  }

  private static let averages: [StaticString] = ["median", "mean", "average", "averaged", "averaging"]
  private static let moments: [StaticString] = [
    "within", "at", "after", "before", "beyond", "every", "until", "from", "to", "between",
  ]

  private func isDuration(_ index: Int, _ number: PrintedNumber) -> Bool {
    let unit = TextTimes.unitPlace(text, index)
    if text.isSymbol(unit + 1, "-") || ["group", "arm", "regimen"].contains(where: { text.isWord(unit + 1, $0) }) {
      return false
    }
    if text.isSymbol(index + 1, "-") || text.hanHasPrefix(unit, "天内") || text.hanHasPrefix(unit, "小时内") { return false }
    if Self.moments.contains(where: { text.isWord(index - 1, $0) }) { return false }
    if number.decimals > 0 { return true }
    return (max(0, index - 5)..<index).contains { cursor in
      Self.averages.contains { text.isWord(cursor, $0) } || text.tokens[cursor].kind == .han && text.string(cursor).contains("中位")
    }
  }

  private static let people: [StaticString] = [
    "patients", "participants", "women", "men", "adults", "children", "people", "subjects", "persons", "infants", "cases",
    "events",
    "deaths", "records",
  ]

  private func isCount(_ index: Int) -> Bool {
    if ["例", "名", "人", "位"].contains(where: { text.hanHasPrefix(index + 1, $0) }) { return true }
    if text.isWord(index + 1, "of") || text.isSymbol(index + 1, "/") && text.isNumber(index + 2) { return true }
    if text.isSymbol(index + 1, "("), text.isNumber(index + 2), text.isSymbol(index + 3, "%") { return true }
    if text.isSymbol(index - 1, "("), text.isSymbol(index - 2, "%") { return true }
    for cursor in index + 1..<min(index + 6, text.count) {
      guard text.tokens[cursor].kind == .word || text.isSymbol(cursor, "-") else { return false }
      if Self.people.contains(where: { text.isWord(cursor, $0) }) { return true }
    }
    return false
  }

  private func isTotal(_ index: Int) -> Bool {
    if text.tokens.indices.contains(index + 1), text.tokens[index + 1].kind == .han, text.string(index + 1).hasPrefix("例中") {
      return true
    }
    let of = text.isWord(index - 1, "the") ? index - 2 : index - 1
    return (text.isWord(of, "of") || text.isSymbol(index - 1, "/")) && text.isNumber(of - 1)
  }
}
