import Literature
import TextAnalysis

/// Pairs whose order the words tell in another way than "longer with A than with B (a vs b)".
extension ComparedPair {
  /// "Wider at week 48 (12.6 points) than at week 16 (9.2 points)": a figure in brackets on either side of "than".
  static func figuresApart(_ text: LexedText, _ clause: Range<Int>) -> ComparedPair? {
    let thans = clause.filter { text.isWord($0, "than") }
    guard thans.count == 1, let than = thans.first, !barriers.occurs(in: text, clause),
      let comparison = only(text, clause.lowerBound..<than), !Negation.occurs(in: text, clause.lowerBound..<than),
      let first = bracketed(text, text.firstToken(at: comparison.range.upperBound)..<than),
      let second = bracketed(text, than..<clause.upperBound), isWhole(text, first), isWhole(text, second),
      let left = text.number(first), let right = text.number(second), left.decimals == right.decimals,
      text.isSymbol(first + 1, "%") == text.isSymbol(second + 1, "%")
    else { return nil }
    return ComparedPair(
      first: left, second: right, isMore: comparison.isMore, word: text.string(comparison.range),
      range: text.tokens[first].start..<text.tokens[second].end)
  }

  private static func only(_ text: LexedText, _ tokens: Range<Int>) -> (range: Range<Int>, isMore: Bool)? {
    var found = more.all(in: text, tokens).map { ($0, true) } + less.all(in: text, tokens).map { ($0, false) }
    if good.occurs(in: text, tokens) {
      found += better.all(in: text, tokens).map { ($0, true) } + worse.all(in: text, tokens).map { ($0, false) }
    }
    return found.count == 1 ? found.first : nil
  }

  private static let better = PhraseSet(["better"])
  private static let worse = PhraseSet(["worse", "poorer"])
  /// Of these more is better.
  private static let good = PhraseSet([
    "adherence", "retention", "compliance", "response", "survival", "cure", "remission", "success", "healing", "continence",
    "attendance",
    "uptake", "completion", "abstinence",
  ])

  /// The figure of the first bracket of a stretch, with no figure before it.
  private static func bracketed(_ text: LexedText, _ tokens: Range<Int>) -> Int? {
    let openings = tokens.filter { text.isSymbol($0, "(") }
    // "t(56) = 7.1": a statistic's degrees of freedom are no figure of a group.
    guard let opening = openings.first, text.isNumber(opening + 1), opening > 0, text.tokens[opening - 1].range.count > 1,
      !tokens.contains(where: { $0 < opening && text.isNumber($0) && text.hasFigure($0) })
    else { return nil }
    let end = (opening..<tokens.upperBound).first { text.isSymbol($0, ")") } ?? tokens.upperBound
    // "(22/86, 25.6%)": the share is what is compared.
    return (opening + 1..<end).first { text.isNumber($0) && text.isSymbol($0 + 1, "%") } ?? opening + 1
  }

  private static let control = PhraseSet(
    [
      "placebo", "control", "controls", "usual", "standard", "observation", "without", "alone", "sham", "comparator", "than",
      "conventional", "untreated", "other", "both", "either", "all",
    ])
  private static let chineseHigh = ["高", "多", "长", "大"]
  private static let chineseLow = ["低", "少", "短", "小"]

  /// "Rarer with oral therapy (10.7% v 19.3%)", "in fewer of those given A (11% v 16%)", "rarer with A, at 4.0% as compared with 7.8%",
  /// 以干预组为高(64.7% 比 50.6%): what is under test is named, and named first in a pair.
  static func ofFirst(_ text: LexedText, _ clause: Range<Int>) -> ComparedPair? {
    guard let opening = clause.first(where: { text.isSymbol($0, "(") || isComma(text, $0) }),
      // "Given to A or B, …": what stands before a comma is not compared.
      !barriers.occurs(
        in: text, ((clause.lowerBound..<opening).last { text.isSymbol($0, ",") } ?? clause.lowerBound)..<opening),
      let said = chineseOfFirst(text, clause.lowerBound..<opening) ?? englishOfFirst(text, clause.lowerBound..<opening)
    else { return nil }
    let isBracket = text.isSymbol(opening, "(")
    let start = isBracket || text.isNumber(opening + 1) ? opening + 1 : opening + 2
    guard let separator = (start..<min(start + 10, clause.upperBound)).first(where: { isSeparator(text, $0) }),
      !isBracket || isOpen(text, opening..<separator), text.isNumber(start),
      let second = (separator + 1..<min(separator + 4, clause.upperBound)).first(where: { text.isNumber($0) }),
      isWhole(text, start), isWhole(text, second), let left = text.number(start), let right = text.number(second),
      left.decimals == right.decimals
    else { return nil }
    return ComparedPair(
      first: left, second: right, isMore: said.isMore, word: text.string(said.range),
      range: text.tokens[start].start..<text.tokens[second].end)
  }

  /// ", at 4.0% …", ", 4.0% against …"
  private static func isComma(_ text: LexedText, _ index: Int) -> Bool {
    text.isSymbol(index, ",") && (text.isWord(index + 1, "at") && text.isNumber(index + 2) || text.isNumber(index + 1))
  }

  private static let carriers: [StaticString] = ["with", "on", "after", "under", "among", "in", "during"]
  private static let counted = PhraseSet(
    ["patients", "participants", "women", "men", "children", "people", "adults", "infants", "of those", "subjects", "eyes"])
  private static let given: [StaticString] = ["given", "on", "receiving", "with", "treated", "taking", "assigned"]

  private static func englishOfFirst(_ text: LexedText, _ tokens: Range<Int>) -> (range: Range<Int>, isMore: Bool)? {
    guard let said = only(text, tokens), !tokens.contains(where: { text.isWord($0, "than") }) else { return nil }
    var behind = afterAmount(text, text.firstToken(at: said.range.upperBound))
    let isAmount = behind > text.firstToken(at: said.range.upperBound)
    // "Lower by 0.9 mm Hg in eyes without the steroid": the group's.
    let told = isAmount ? tokens.lowerBound..<min(behind, tokens.upperBound) : tokens
    guard !Negation.occurs(in: text, told) else { return nil }
    if !carriers.contains(where: { text.isWord(behind, $0) }) {
      guard let people = counted.first(in: text, behind..<min(behind + 2, tokens.upperBound)) else { return nil }
      behind = text.firstToken(at: people.upperBound)
      guard given.contains(where: { text.isWord(behind, $0) }) else { return nil }
    }
    guard behind + 1 < tokens.upperBound, tokens.upperBound - behind <= 6 else { return nil }
    let names = behind..<tokens.upperBound
    return control.occurs(in: text, names) && !(isAmount && names.contains { text.isWord($0, "without") }) ? nil : said
  }

  /// The token behind "by 0.9 mm Hg", "by one week"; the token itself where no amount stands there.
  private static func afterAmount(_ text: LexedText, _ index: Int) -> Int {
    guard text.isWord(index, "by") else { return index }
    return (index + 1..<min(index + 6, text.count)).first { cursor in carriers.contains { text.isWord(cursor, $0) } } ?? index
  }

  private static let most = PhraseSet([
    "highest", "commonest", "longest", "most frequent", "most common", "greatest", "largest", "most often",
  ])
  private static let following = PhraseSet(["followed by", "then", "lower", "higher", "rarer", "commoner", "less", "more"])
  private static let least = PhraseSet([
    "lowest", "rarest", "shortest", "least frequent", "least common", "smallest", "fewest", "least often",
  ])

  /// "Commonest with 45 mg (69%), followed by 15 mg (20%)", "highest in the second round (72%) and lower in the first (66%)".
  static func superlative(_ text: LexedText, _ clause: Range<Int>) -> ComparedPair? {
    let found = most.all(in: text, clause).map { ($0, true) } + least.all(in: text, clause).map { ($0, false) }
    guard found.count == 1, let (range, isMore) = found.first, !Negation.occurs(in: text, clause) else { return nil }
    let word = text.firstToken(at: range.upperBound)
    let brackets = (word..<clause.upperBound).filter { index in
      text.isSymbol(index, "(") && text.isNumber(index + 1)
        && (text.isSymbol(index + 2, ")") || text.isSymbol(index + 2, "%") && text.isSymbol(index + 3, ")"))
    }
    let goesOn = following.occurs(in: text, word..<clause.upperBound)
    guard goesOn, brackets.count >= 2, let own = brackets.first, own - word <= 8, let first = text.number(own + 1) else {
      return nil
    }
    for other in brackets.dropFirst() {
      guard let second = text.number(other + 1), text.isSymbol(own + 2, "%") == text.isSymbol(other + 2, "%") else { continue }
      let pair = ComparedPair(
        first: first, second: second, isMore: isMore, word: text.string(range),
        range: text.tokens[own + 1].start..<text.tokens[other + 1].end)
      if pair.isContradicted { return pair }
    }
    return nil
  }

  /// 以……组为高, 以……组较低.
  private static func chineseOfFirst(_ text: LexedText, _ tokens: Range<Int>) -> (range: Range<Int>, isMore: Bool)? {
    guard let last = tokens.last, text.tokens[last].kind == .han else { return nil }
    let words = text.string(last)
    guard words.contains("组") else { return nil }
    for (signs, isMore) in [(chineseHigh, true), (chineseLow, false)] {
      for sign in signs {
        for ending in ["组为" + sign, "组较" + sign, "组更" + sign, "组较" + sign + "见", "组更" + sign + "见", "组更为" + sign + "见"]
        where words.hasSuffix(ending) {
          let subject = words.dropLast(ending.count)
          guard words.contains("以") || !ending.hasPrefix("组为"),
            !["对照", "安慰剂", "观察", "常规", "其他", "其余", "各", "两"].contains(
              where: { subject.hasSuffix($0) })
          else { return nil }
          let start = text.tokens[last].end - ending.utf8.count
          return (start..<text.tokens[last].end, isMore)
        }
      }
    }
    return nil
  }

  /// 37 例(1.4%)与 59 例(2.2%), 前者较低; "12.1 and 8.4 months, the former being longer".
  static func former(_ text: LexedText, _ clause: Range<Int>) -> ComparedPair? {
    guard let said = formerSaid(text, clause) else { return nil }
    let place = text.firstToken(at: said.range.lowerBound + 1) - 1
    let percents = (clause.lowerBound..<place).filter { text.isNumber($0) && text.isSymbol($0 + 1, "%") }
    let numbers = percents.count >= 2 ? percents : (clause.lowerBound..<place).filter { text.isNumber($0) && text.hasFigure($0) }
    guard let second = numbers.last, let first = numbers.dropLast().last, place - second <= 6, second - first <= 10,
      isWhole(text, first), isWhole(text, second), let left = text.number(first), let right = text.number(second),
      left.decimals == right.decimals
    else { return nil }
    return ComparedPair(
      first: said.isFormer ? left : right, second: said.isFormer ? right : left, isMore: said.isMore,
      word: text.string(said.range),
      range: text.tokens[first].start..<text.tokens[second].end)
  }

  private static func formerSaid(_ text: LexedText, _ clause: Range<Int>) -> (range: Range<Int>, isMore: Bool, isFormer: Bool)? {
    for index in clause where text.tokens[index].kind == .han {
      let words = text.string(index)
      for (subject, isFormer) in [("前者", true), ("后者", false)] where words.contains(subject) {
        for degree in ["较", "更", "明显较", "显著较", "明显更"] {
          for (signs, isMore) in [(chineseHigh, true), (chineseLow, false)] {
            guard let sign = signs.first(where: { words.hasSuffix(subject + degree + $0) }) else { continue }
            let length = (subject + degree + sign).utf8.count
            return (text.tokens[index].end - length..<text.tokens[index].end, isMore, isFormer)
          }
        }
      }
    }
    for index in clause where text.isWord(index, "former") || text.isWord(index, "latter") {
      let behind = index + 1..<min(index + 4, clause.upperBound)
      guard let said = only(text, behind), !Negation.occurs(in: text, behind),
        !clause.contains(where: { text.isWord($0, "than") })
      else {
        continue
      }
      return (text.tokens[index].start..<said.range.upperBound, said.isMore, text.isWord(index, "former"))
    }
    return nil
  }
}

extension LexedText {
  /// Whether a number is one that is measured: it has decimals, or stands before a percent sign.
  fileprivate func hasFigure(_ index: Int) -> Bool { number(index).map { $0.decimals > 0 } == true || isSymbol(index + 1, "%") }
}
