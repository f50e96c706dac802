import Literature
import Statistics
import TextAnalysis

/// Reads the figures of a passage: numbers that are neither callouts, years, levels of intervals nor parts of names.
struct FigureReader {
  let text: LexedText
  /// Bytes of the passage's callouts.
  let callouts: [Range<Int>]
  let passage: Int
  /// Bytes of the cells that stand in a column of P values.
  private let pCells: [Range<Int>]

  init(_ passage: Int, in context: CheckContext, callouts: [Range<Int>]) {
    self.passage = passage
    self.callouts = callouts
    text = context.lexed[passage]
    pCells = RowCells.under(RowCells.pHeads, passage, in: context)
  }

  /// In the order of the text. O(tokens).
  func figures() -> [PlacedFigure] {
    let shares = shares()
    let counted = CountedShare.all(in: text).map(\.range)
    return text.tokens.indices.compactMap(printed).map { figure in
      var figure = figure
      let isCounted = figure.unit != .percent && counted.contains { $0.overlaps(figure.range) }
      if isCounted || shares.contains(where: { $0.range.overlaps(figure.range) }) { figure.role = .count }
      return figure
    } + shares + sizes()
  }

  private func printed(_ index: Int) -> PlacedFigure? {
    guard text.isNumber(index), let number = text.number(index), !isCallout(index), !isPartOfName(index), !isLevel(index),
      !isTailOfNumber(index)
    else { return nil }
    if let parted = partedNumber(index) { return parted }
    var digits = text.string(index).utf8.filter { (0x30...0x39).contains($0) }
    let decimals = number.decimals
    // `.644`
    if digits.count == decimals { digits.insert(0x30, at: 0) }
    guard !digits.isEmpty, digits.count < 12 else { return nil }
    let unit = unit(index)
    let isYear = decimals == 0 && unit == nil && (1900...2100).contains(number.value)
    guard !isYear else { return nil }
    return PlacedFigure(
      passage: passage, range: text.tokens[index].range, key: .init(digits: Array(digits), decimals: decimals), unit: unit,
      role: role(index), isBracketed: isInBrackets(index, namesInterval: false))
  }

  /// `1 638 例`: thousands parted by a space.
  private func partedNumber(_ index: Int) -> PlacedFigure? {
    guard let (value, next) = PrintedCount.whole(text, index), next == index + 2 else { return nil }
    return PlacedFigure(
      passage: passage, range: text.tokens[index].start..<text.tokens[index + 1].end,
      key: .init(digits: Array(String(value).utf8), decimals: 0), unit: isPeople(index + 1) || isNamedN(index) ? .people : nil,
      isBracketed: isInBrackets(index, namesInterval: false))
  }

  private func isTailOfNumber(_ index: Int) -> Bool {
    index > 0 && text.isNumber(index - 1) && PrintedCount.whole(text, index - 1)?.next == index + 1
  }

  private func isNamedN(_ index: Int) -> Bool { text.isSymbol(index - 1, "=") && text.isWord(index - 2, "n") }

  private func role(_ index: Int) -> PlacedFigure.Role {
    if isP(index) { return .p }
    if isSpread(index) { return .spread }
    if isInBrackets(index) {
      // "HR 0.68, 95% CI 0.52–0.90": the level of the interval is no limit.
      if let next = numberBehindDash(index + 1), !isLevel(next) { return .low }
      if numberBeforeDash(index - 1) != nil { return .high }
    }
    // `41 (10.6%)`, 7(5.6)
    let isCounted = text.isSymbol(index + 1, "(") && text.isNumber(index + 2) && text.number(index)?.decimals == 0
    return isCounted ? .count : .value
  }

  private func isSpread(_ index: Int) -> Bool {
    if text.isSymbol(index - 1, "±") { return true }
    let spreads: [StaticString] = ["sd", "se", "sem", "sds"]
    let label = text.isSymbol(index - 1, "=") || text.isSymbol(index - 1, ":") ? index - 2 : index - 1
    if spreads.contains(where: { text.isWord(label, $0) }) { return true }
    return text.isSymbol(index - 1, "(") && text.isSymbol(index + 1, ")") && text.isNumber(index - 2)
      && (text.number(index - 2)?.decimals ?? 0) > 0
  }

  /// Whether a bracket is open before a number, or the name of an interval stands there.
  private func isInBrackets(_ index: Int, namesInterval: Bool = true) -> Bool {
    for cursor in stride(from: index - 1, through: max(0, index - 12), by: -1) {
      if text.isSymbol(cursor, "(") || text.isSymbol(cursor, "[") || namesInterval && text.isWord(cursor, "ci") { return true }
      if text.isSymbol(cursor, ")") || text.isSymbol(cursor, "]") { return false }
    }
    return false
  }

  private static let dashes: [Unicode.Scalar] = ["-", "~", ",", ";"]

  private func isDash(_ index: Int) -> Bool {
    Self.dashes.contains { text.isSymbol(index, $0) } || text.isWord(index, "to")
  }

  private func numberBehindDash(_ index: Int) -> Int? {
    var cursor = text.isSymbol(index, "%") ? index + 1 : index
    guard isDash(cursor) else { return nil }
    cursor += 1
    if text.isSymbol(cursor, "-") || text.isSymbol(cursor, "+") { cursor += 1 }
    return text.isNumber(cursor) ? cursor : nil
  }

  private func numberBeforeDash(_ index: Int) -> Int? {
    var cursor = index
    if text.isSymbol(cursor, "-"), isDash(cursor - 1) { cursor -= 1 }
    guard isDash(cursor) else { return nil }
    cursor -= text.isSymbol(cursor - 1, "%") ? 2 : 1
    return text.isNumber(cursor) ? cursor : nil
  }

  private func isCallout(_ index: Int) -> Bool {
    let token = text.tokens[index]
    return callouts.contains { $0.overlaps(token.range) }
  }

  /// `ALDER-1`, `PD-1`, `H2O`.
  private func isPartOfName(_ index: Int) -> Bool {
    guard index > 0, !text.hasGap(before: index) else { return false }
    if text.tokens[index - 1].kind == .word { return true }
    return text.isSymbol(index - 1, "-") && index > 1 && text.tokens[index - 2].kind == .word && !text.hasGap(before: index - 1)
  }

  private static let levels: Set<String> = ["90", "95", "97.5", "99", "98", "98.3"]

  /// The 95 of "95% CI".
  private func isLevel(_ index: Int) -> Bool {
    guard text.isSymbol(index + 1, "%"), Self.levels.contains(text.string(index)) else { return false }
    let words: [StaticString] = ["ci", "cis", "cri", "confidence", "credible", "bca", "hpd"]
    return words.contains { text.isWord(index + 2, $0) }
      || ["置信", "可信", "区间"].contains { text.hanHasPrefix(index + 2, $0) }
  }

  private static let times: [(words: [StaticString], han: [StaticString], unit: PlacedFigure.Unit)] = [
    (["hour", "hours", "h"], ["小时", "h"], .hour), (["day", "days"], ["天", "日"], .day), (["week", "weeks"], ["周", "星期"], .week),
    (["month", "months"], ["个月", "月"], .month), (["year", "years"], ["年"], .year),
  ]
  private static let people: [StaticString] = [
    "patients", "participants", "women", "men", "adults", "children", "people", "subjects", "persons", "individuals", "infants",
    "volunteers", "students",
  ]

  private func unit(_ index: Int) -> PlacedFigure.Unit? {
    if text.isSymbol(index + 1, "%") { return .percent }
    if isP(index) { return .p }
    let next = text.isSymbol(index + 1, "-") ? index + 2 : index + 1
    for time in Self.times
    where time.words.contains(where: { text.isWord(next, $0) }) || time.han.contains(where: { text.hanHasPrefix(next, $0) }) {
      return time.unit
    }
    if isPeople(index) { return .people }
    return nil
  }

  private func isPeople(_ index: Int) -> Bool {
    if ["例", "名", "人", "位"].contains(where: { text.hanHasPrefix(index + 1, $0) }) { return true }
    if isNamedN(index) { return true }
    if text.isWord(index + 1, "underwent") { return true }
    let entering: [StaticString] = ["randomised", "randomized", "randomly", "assigned", "enrolled", "allocated"]
    if text.isWord(index + 1, "were"), entering.contains(where: { text.isWord(index + 2, $0) }) { return true }
    for cursor in index + 1..<min(index + 4, text.count) {
      guard text.tokens[cursor].kind == .word else { return false }
      if Self.people.contains(where: { text.isWord(cursor, $0) }) { return true }
    }
    return false
  }

  private func isP(_ index: Int) -> Bool {
    if pCells.contains(where: { $0.overlaps(text.tokens[index].range) }) { return true }
    var cursor = index - 1
    if text.isSymbol(cursor, ".") { cursor -= 1 }
    let relations: [Unicode.Scalar] = ["=", "<", ">", "≤", "≥"]
    return relations.contains { text.isSymbol(cursor, $0) } && text.isWord(cursor - 1, "p")
  }

  /// The shares that counts make where no percentage is printed: "66 of 118".
  private func shares() -> [PlacedFigure] {
    text.tokens.indices.compactMap { index in
      guard text.isSymbol(index, "/") || text.isWord(index, "of"), let part = whole(index - 1), let total = whole(index + 1),
        total >= 20, part < total, part > 0,
        !(index + 2..<min(index + 6, text.count)).contains(where: { text.isSymbol($0, "%") })
      else { return nil }
      let percent = NumberText.fixed(100 * Double(part) / Double(total), 1)
      return PlacedFigure(
        passage: passage, range: text.tokens[index - 1].start..<text.tokens[index + 1].end,
        key: .init(digits: percent.utf8.filter { (0x30...0x39).contains($0) }, decimals: 1), unit: .percent, isDerived: true)
    }
  }

  /// How many the arms make together: 两组各 99 例, and the totals of a row such as `52/254 … 61/256`.
  private func sizes() -> [PlacedFigure] {
    let each = text.tokens.indices.first { index in
      text.hanHasSuffix(index - 1, "各") && text.hanHasPrefix(index + 1, "例") && whole(index) != nil
    }
    if let each, let size = whole(each) { return [people(2 * size, text.tokens[each].range)] }
    let totals = text.tokens.indices.filter { text.isSymbol($0, "/") && whole($0 - 1) != nil && !isCallout($0) }.compactMap {
      slash -> (size: Int, place: Int)? in
      guard let part = whole(slash - 1), let total = whole(slash + 1), part < total else { return nil }
      return (total, slash + 1)
    }
    guard text.utf8.contains(0x09), totals.count == 2, let first = totals.first, let last = totals.last else {
      return GroupRun.all(in: text).map { people($0.sum, $0.range) }
    }
    return [people(first.size + last.size, text.tokens[first.place].start..<text.tokens[last.place].end)]
  }

  private func people(_ size: Int, _ range: Range<Int>) -> PlacedFigure {
    PlacedFigure(
      passage: passage, range: range, key: .init(digits: Array(String(size).utf8), decimals: 0), unit: .people, isDerived: true)
  }

  private func whole(_ index: Int) -> Int? {
    guard let number = text.number(index), number.decimals == 0, number.value < 1e6 else { return nil }
    return Int(exactly: number.value)
  }
}
