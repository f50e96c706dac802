import Literature
import Statistics
import TextAnalysis

/// A count, its total and a percentage, printed together.
struct CountedShare: Hashable, Sendable {
  var figures: CountPercentage
  /// Bytes of the passage's flow, from the first figure to the last.
  var range: Range<Int>

  /// Below this "3/4" is more often a grade, a ratio or a date than a part of a whole.
  private static let smallestTotal = 8

  /// Every one in a passage, in order. O(tokens).
  static func all(in text: LexedText) -> [CountedShare] { text.once(Self.self) { read(text) } }

  private static func read(_ text: LexedText) -> [CountedShare] {
    guard text.tokens.indices.contains(where: { text.isSymbol($0, "%") }) else { return [] }
    let spelled = Dictionary(
      PrintedCount.all(in: text).filter(\.isSpelled).map { (text.firstToken(at: $0.range.lowerBound), $0) },
      uniquingKeysWith: { first, _ in first })
    var found: [CountedShare] = []
    for index in text.tokens.indices where text.isNumber(index) || spelled[index] != nil {
      guard found.last.map({ $0.range.upperBound <= text.tokens[index].start }) ?? true else { continue }
      let share =
        spelled[index].flatMap { spelledFirst(text, index, $0) }
        ?? countsFirst(text, index) ?? percentFirst(text, index) ?? totalFirst(text, index) ?? totalLast(text, index)
      if let share { found.append(share) }
    }
    return found
  }

  /// "Thirty-three of 58 completers responded (56.9%)".
  private static func spelledFirst(_ text: LexedText, _ index: Int, _ count: PrintedCount) -> CountedShare? {
    let next = text.firstToken(at: count.range.upperBound)
    guard text.isWord(next, "of") || text.isWord(next, "out"), let (total, afterTotal) = total(text, from: next),
      let percent = percent(text, behind: afterTotal)
    else { return nil }
    return share(text, part: count.value, total: total, percent: percent, from: index, through: percent + 1)
  }

  /// `24/120 (20.0%)`, `24 of 120 patients (20%)`, `24 out of 120 (20 %)`, `79 among 281 allocated to placebo (28.1%)`.
  private static func countsFirst(_ text: LexedText, _ index: Int) -> CountedShare? {
    guard isFree(text, before: index), let (total, afterTotal) = total(text, from: index + 1),
      let percent = percent(text, behind: afterTotal)
    else { return nil }
    return share(text, count: index, total: total, percent: percent, from: index, through: percent + 1)
  }

  private static let mostWords = 6
  private static let joining: [StaticString] = ["and", "or", "but", "versus", "vs", "compared", "while", "whereas", "against"]

  /// The number of the bracket that stands behind a total and what was counted.
  private static func percent(_ text: LexedText, behind afterTotal: Int) -> Int? {
    var cursor = afterTotal
    for _ in 0..<mostWords where !text.isSymbol(cursor, "(") && isPlainWord(text, cursor) {
      guard !joining.contains(where: { text.isWord(cursor, $0) }) else { return nil }
      cursor += 1
    }
    if let said = percentSaid(text, cursor) { return said }
    guard text.isSymbol(cursor, "("), text.isNumber(cursor + 1), text.isSymbol(cursor + 2, "%") else { return nil }
    // "(20%–35%)" is an interval, "(20% vs 30%)" a comparison of two arms.
    let ends: [Unicode.Scalar] = [")", ";", ","]
    return ends.contains { text.isSymbol(cursor + 3, $0) } ? cursor + 1 : nil
  }

  private static let saying: [StaticString] = ["or", "namely", "ie", "being", "equalling"]

  /// "160 of 214, or 74.8%", "160 of 214, 74.8%": behind a comma, before another mark.
  private static func percentSaid(_ text: LexedText, _ comma: Int) -> Int? {
    guard text.isSymbol(comma, ",") else { return nil }
    var cursor = comma + 1
    if saying.contains(where: { text.isWord(cursor, $0) }) {
      cursor += 1
    } else if text.isWord(cursor, "that"), text.isWord(cursor + 1, "is") {
      cursor += text.isSymbol(cursor + 2, ",") ? 3 : 2
    } else if ["即", "占", "为"].contains(where: { cursor < text.count && text.string(cursor) == $0 }) {
      cursor += 1
    }
    guard text.isNumber(cursor), text.isSymbol(cursor + 1, "%") else { return nil }
    let isEnded = cursor + 2 == text.count || [",", ")", ";", "。"].contains { text.isSymbol(cursor + 2, $0) }
    return isEnded ? cursor : nil
  }

  /// `20.0% (24/120)`, `20% (24 of 120)`.
  private static func percentFirst(_ text: LexedText, _ index: Int) -> CountedShare? {
    guard isFree(text, before: index), text.isSymbol(index + 1, "%") else { return nil }
    var opening = index + 2
    // "61.7% of the whole (245 of 412)".
    if text.isWord(opening, "of") {
      while opening < index + mostWords, isPlainWord(text, opening), !joining.contains(where: { text.isWord(opening, $0) }) {
        opening += 1
      }
    }
    guard text.isSymbol(opening, "("), text.isNumber(opening + 1), let (total, after) = total(text, from: opening + 2),
      text.isSymbol(after, ")")
    else { return nil }
    return share(text, count: opening + 1, total: total, percent: index, from: index, through: total)
  }

  /// `120 例患者中 24 例(20.0%)`, `Of the 120 patients, 24 (20%)`, `Among the 120, 24 (20%)`.
  private static func totalFirst(_ text: LexedText, _ index: Int) -> CountedShare? {
    // The tail of 1 250 例 is no total.
    if text.isNumber(index - 1), PrintedCount.whole(text, index - 1)?.next == index + 1 { return nil }
    guard let count = chineseCount(text, after: index) ?? englishCount(text, after: index) else { return nil }
    var cursor = count + 1
    if ["例", "名", "人"].contains(where: { text.hanHasPrefix(cursor, $0) }) {
      guard text.tokens[cursor].range.count <= 12 else { return nil }
      cursor += 1
    }
    guard text.isSymbol(cursor, "("), text.isNumber(cursor + 1), text.isSymbol(cursor + 2, "%"), text.isSymbol(cursor + 3, ")"),
      !text.isWord(cursor + 4, "of")
    else {
      return nil
    }
    return share(text, count: count, total: index, percent: cursor + 1, from: index, through: cursor + 2)
  }

  /// `446 (36.0%) of 1240 patients`.
  private static func totalLast(_ text: LexedText, _ index: Int) -> CountedShare? {
    guard isFree(text, before: index), text.isSymbol(index + 1, "("), text.isNumber(index + 2), text.isSymbol(index + 3, "%"),
      text.isSymbol(index + 4, ")"), text.isWord(index + 5, "of")
    else { return nil }
    let total = text.isWord(index + 6, "the") ? index + 7 : index + 6
    guard text.isNumber(total) else { return nil }
    return share(text, count: index, total: total, percent: index + 2, from: index, through: total)
  }

  private static func chineseCount(_ text: LexedText, after total: Int) -> Int? {
    let counter: [StaticString] = ["例", "名", "人"]
    guard counter.contains(where: { text.hanHasPrefix(total + 1, $0) }), text.hanContains(total + 1, "中"),
      text.tokens[total + 1].range.count <= 36, !isSecond(text, total)
    else { return nil }
    let count = text.isSymbol(total + 2, ",") ? total + 3 : total + 2
    if text.isNumber(count) { return count }
    // 318 例患者中, 发生肺炎 29 例: one thing of all of them.
    guard count < text.count, text.tokens[count].kind == .han, text.tokens[count].range.count <= longestNamed,
      !text.hanContains(count, "组"), !text.hanContains(count, "中")
    else { return nil }
    return text.isNumber(count + 1) ? count + 1 : nil
  }

  private static let (longestNamed, mostNamed) = (36, 8)

  /// 78 例和 58 例中: the counts behind are of the one and of the other.
  private static func isSecond(_ text: LexedText, _ total: Int) -> Bool {
    ["和", "与", "及"].contains { text.hanHasSuffix(total - 1, $0) } && text.isNumber(total - 2)
  }

  private static func englishCount(_ text: LexedText, after total: Int) -> Int? {
    let determiners: [StaticString] = ["the", "these", "those", "all", "its", "our"]
    let isDetermined = determiners.contains { text.isWord(total - 1, $0) }
    let preposition = isDetermined ? total - 2 : total - 1
    guard text.isWord(preposition, "of") || text.isWord(preposition, "among") else { return nil }
    var cursor = total + 1
    while cursor < total + 4, isPlainWord(text, cursor) { cursor += 1 }
    guard cursor > total + 1 || isDetermined, text.isSymbol(cursor, ",") else { return nil }
    if text.isNumber(cursor + 1) { return cursor + 1 }
    // "among 318 patients, pneumonia was recorded in 29": one thing of all of them.
    guard text.isWord(preposition, "among") || preposition == 0 else { return nil }
    let count = (cursor + 1..<min(text.count, cursor + 2 + mostNamed)).first { !isPlainWord(text, $0) }
    return count.flatMap { count in
      text.isNumber(count) && !joining.contains(where: { joint in (cursor + 1..<count).contains { text.isWord($0, joint) } })
        ? count : nil
    }
  }

  /// The number after `/`, "of", "among" or "out of", which stand at a token.
  private static func total(_ text: LexedText, from start: Int) -> (total: Int, next: Int)? {
    var cursor = start
    if text.isSymbol(cursor, "/") {
      cursor += 1
    } else if text.isWord(cursor, "of") || text.isWord(cursor, "among") {
      cursor += 1
      if text.isWord(cursor, "the") { cursor += 1 }
    } else if text.isWord(cursor, "out"), text.isWord(cursor + 1, "of") {
      cursor += 2
    } else {
      return nil
    }
    return text.isNumber(cursor) ? (cursor, cursor + 1) : nil
  }

  private static func isPlainWord(_ text: LexedText, _ index: Int) -> Bool {
    text.tokens.indices.contains(index) && (text.tokens[index].kind == .word || text.tokens[index].kind == .han)
  }

  /// A number that is not the tail of another figure: no sign, slash or dash touches it from the left.
  private static func isFree(_ text: LexedText, before index: Int) -> Bool {
    guard index > 0, !namesAScale(text, index - 1), !isApproximate(text, index - 1) else { return index == 0 }
    guard !text.hasGap(before: index) else { return true }
    return text.isSymbol(index - 1, "(") || text.isSymbol(index - 1, "[") || text.tokens[index - 1].kind == .han
      || text.isSymbol(index - 1, "、") || text.isSymbol(index - 1, ",") || text.isSymbol(index - 1, ";")
      || text.isSymbol(index - 1, ":")
  }

  /// "just under 40% (18/46)".
  private static func isApproximate(_ text: LexedText, _ index: Int) -> Bool {
    let words: [StaticString] = [
      "about", "around", "almost", "nearly", "approximately", "under", "over", "below", "above", "roughly", "circa", "than", "ca",
    ]
    let chinese: [StaticString] = ["约", "近", "超过", "不足", "左右"]
    return words.contains { text.isWord(index, $0) } || chinese.contains { text.hanHasSuffix(index, $0) }
      || text.isSymbol(index, "~")
      || text.isSymbol(index, "≈")
  }

  /// "grade 3/4", "stage 2/3": two steps of a scale, not a part and its whole.
  private static func namesAScale(_ text: LexedText, _ index: Int) -> Bool {
    let words: [StaticString] = [
      "grade", "grades", "stage", "stages", "phase", "class", "score", "scores", "visual", "acuity", "ratio", "toxicity", "ps",
      "ecog",
    ]
    return words.contains { text.isWord(index, $0) }
  }

  private static func share(
    _ text: LexedText, count: Int, total: Int, percent: Int, from first: Int, through last: Int
  ) -> CountedShare? {
    guard let number = text.number(count), number.decimals == 0, let part = Int(exactly: number.value) else { return nil }
    return share(text, part: part, total: total, percent: percent, from: first, through: last)
  }

  private static func share(
    _ text: LexedText, part: Int, total: Int, percent: Int, from first: Int, through last: Int
  ) -> CountedShare? {
    guard let totalNumber = text.number(total), let percent = text.number(percent), totalNumber.decimals == 0,
      let whole = Int(exactly: totalNumber.value), whole >= smallestTotal,
      let figures = CountPercentage(count: part, total: whole, percent: percent)
    else { return nil }
    return CountedShare(figures: figures, range: text.tokens[first].start..<text.tokens[last].end)
  }
}
