import Literature
import TextAnalysis

/// A comparison of two arms as the words of a clause give it: "longer with A than with B (12.1 vs 15.5 months)".
struct ArmComparison {
  var isMore: Bool
  /// As printed.
  var word: String
  /// Names of the arm that is said to have more or less, and of the other, as the card gives them.
  var subject: String
  var comparator: String
  /// Which of the card's two values the words give to the subject: 0 or 1.
  var own: Int
  /// Whether the order of the values alone ties them to the arms.
  var isByOrder: Bool

  private static let more = PhraseSet(
    ["longer", "higher", "greater", "larger", "more frequent", "more common", "more often", "more likely"],
    ["长于", "高于", "大于", "多于", "更长", "更高", "优于"])
  private static let less = PhraseSet(
    ["shorter", "lower", "smaller", "fewer", "less frequent", "less common", "less often", "less likely"],
    ["短于", "低于", "小于", "少于", "更短", "更低"])
  private static let barriers = PhraseSet(["similar", "than expected", "respectively", "each"], ["相似", "分别"])
  /// "More frequent in A than in B, and were associated with shorter survival (8.7 vs 12.9 months)": the figures are of what follows.
  private static func goesOn(_ text: LexedText, _ tokens: Range<Int>) -> Bool {
    tokens.contains { index in
      (text.isWord(index, "and") || text.isWord(index, "but"))
        && ["was", "were", "had", "is", "are", "also"].contains { text.isWord(index + 1, $0) }
    }
  }

  private static let comparing = PhraseSet(["than", "compared", "versus", "vs", "relative"])
  /// Behind the second value so many tokens may name its arm.
  private static let mostBehind = 6

  /// Nil unless the clause has one comparison before its figures, names both arms, and shows which value is whose. O(tokens).
  init?(_ card: ResultCard, _ text: LexedText, _ clause: Range<Int>, figures: Int) {
    guard card.armValues.count == 2, let first = card.armValues[0].arm, let second = card.armValues[1].arm,
      let values = ArmValuePlaces(card, text, clause, from: figures)
    else { return nil }
    let before = clause.lowerBound..<values.first
    let found = Self.more.all(in: text, before).map { ($0, true) } + Self.less.all(in: text, before).map { ($0, false) }
    guard found.count == 1, let (range, isMore) = found.first, !Self.barriers.occurs(in: text, clause),
      !Negation.occurs(in: text, before)
    else { return nil }
    let behindWord = text.firstToken(at: range.upperBound)
    guard behindWord <= values.first, !Self.hasOtherFigures(text, behindWord..<values.first),
      !Self.goesOn(text, behindWord..<values.first)
    else { return nil }
    self.isMore = isMore
    word = text.string(range)
    let arms = Arms(first: first, second: second, text: text)
    let isChinese = text.utf8[range.lowerBound] >= 0x80
    let than = (behindWord..<values.second).first { Self.comparing.occurs(in: text, $0..<$0 + 1) }
    let start = { (token: Int) in text.tokens[token].start }
    let ahead = start(clause.lowerBound)..<range.lowerBound
    let behind = range.upperBound..<start(isChinese ? values.first : min(than ?? values.first, values.first))
    guard let subject = isChinese ? arms.only(in: ahead) : arms.only(in: behind) ?? arms.only(in: ahead) else { return nil }
    let compared = isChinese ? behind : than.map { start($0)..<start($0 < values.first ? values.first : values.second) }
    let comparator = compared.flatMap { arms.only(in: $0) }
    let isBefore = than.map { $0 < values.first } ?? true
    let between = isBefore ? arms.only(in: text.tokens[values.first].end..<start(values.second)) : nil
    let last = arms.only(in: text.tail(behind: values.second, within: clause, most: Self.mostBehind))
    // "A: 7.4; B: 5.4", "A (7.4) and B (5.4)": the name between the values is of the second.
    let isLabelled =
      ["=", ":", "("].contains { text.isSymbol(values.second - 1, $0) } || text.hanHasSuffix(values.second - 1, "为")
      || text.hanHasSuffix(values.second - 1, "组")
    let named = isLabelled ? (nil, between ?? last) : (between, last)
    let ownIsFirst: Bool
    isByOrder = named.0 == nil && named.1 == nil
    switch named {
    case (let one?, let other?) where one != other: ownIsFirst = one == subject
    case (let one?, nil): ownIsFirst = one == subject
    case (nil, let other?): ownIsFirst = other != subject
    default:
      // "less frequent with A (7.3% against 4.0%)": the first value is of the arm that is named.
      let isNamedAlone =
        text.isSymbol(values.first - 1, "(") && comparator == nil && than == nil && !isChinese
        && subject == (values.isInOrder ? 0 : 1)
      guard isNamedAlone || comparator.map({ $0 != subject }) == true else { return nil }
      ownIsFirst = true
    }
    own = ownIsFirst == values.isInOrder ? 0 : 1
    self.subject = subject == 0 ? first : second
    self.comparator = subject == 0 ? second : first
  }

  /// Figures of something else between the word and the values.
  private static func hasOtherFigures(_ text: LexedText, _ range: Range<Int>) -> Bool {
    range.contains { index in
      guard let number = text.number(index) else { return false }
      return number.decimals > 0 || text.isSymbol(index + 1, "%")
    }
  }
}

/// The names of two arms in a text.
private struct Arms {
  var first: String
  var second: String
  var text: LexedText

  /// 0 or 1 for the arm that is named alone in these bytes.
  func only(in bytes: Range<Int>) -> Int? {
    guard !bytes.isEmpty else { return nil }
    let words = text.string(bytes)
    let (one, other) = (SourceCardMatch.arms(first, words) == true, SourceCardMatch.arms(second, words) == true)
    return one == other ? nil : one ? 0 : 1
  }
}

/// Where a clause prints the values of a card's two arms.
private struct ArmValuePlaces {
  /// Tokens of the values in the order of the text.
  var first: Int
  var second: Int
  /// Whether the card has them in that order.
  var isInOrder: Bool

  private static let notValues: Set<String> = ["sd", "se", "sem", "n", "p", "±"]

  /// Nil where one is not found, or may be no value of its arm: a spread, one of a list, an end of a range, another precision.
  init?(_ card: ResultCard, _ text: LexedText, _ clause: Range<Int>, from figures: Int) {
    let (one, other) = (card.armValues[0].value, card.armValues[1].value)
    let start = max(clause.lowerBound, text.firstToken(at: figures))
    guard start < clause.upperBound, one.decimals == other.decimals,
      let place = Self.place(of: one, text, start..<clause.upperBound),
      let rival = Self.place(of: other, text, start..<clause.upperBound), place != rival
    else { return nil }
    (first, second, isInOrder) = (min(place, rival), max(place, rival), place < rival)
    guard [first, second].allSatisfy({ Self.isValue(text, $0) }) else { return nil }
  }

  private static func place(of number: PrintedNumber, _ text: LexedText, _ range: Range<Int>) -> Int? {
    range.first { text.isNumber($0) && text.string($0) == number.printed }
  }

  private static func isValue(_ text: LexedText, _ index: Int) -> Bool {
    let isListed =
      text.isSymbol(index - 1, ",") && text.isNumber(index - 2) || text.isSymbol(index + 1, ",") && text.isNumber(index + 2)
    let isRange =
      text.isSymbol(index + 1, "-") && text.isNumber(index + 2) || text.isSymbol(index - 1, "-") && text.isNumber(index - 2)
    guard index > 0, !isListed, !isRange else { return false }
    if text.isSymbol(index - 1, "±") || text.isSymbol(index - 1, "=") && notValues.contains(text.lowercased(max(0, index - 2))) {
      return false
    }
    // "36.0 °C (0.13)": a spread in brackets behind its value.
    let isSpread =
      text.isSymbol(index - 1, "(") && text.isSymbol(index + 1, ")")
      && (max(0, index - 4)..<index - 1).contains { text.isNumber($0) }
    return !isSpread && !notValues.contains(text.lowercased(index - 1))
  }
}

extension LexedText {
  /// Bytes behind a token up to the first comma, semicolon or closing bracket, over a few tokens.
  fileprivate func tail(behind token: Int, within clause: Range<Int>, most: Int) -> Range<Int> {
    let range = token + 1..<max(token + 1, min(clause.upperBound, token + 1 + most))
    let end = range.first { isSymbol($0, ",") || isSymbol($0, ";") || isSymbol($0, ")") || isSymbol($0, "]") } ?? range.upperBound
    return tokens[token].end..<tokens[max(token, end - 1)].end
  }
}
