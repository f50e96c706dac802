import Literature
import TextAnalysis

/// A limit of an interval that a sentence compares with the margin, against what it says: 下限 0.92 高于界值, where the margin is 0.93; "the
/// upper limit lies above the margin of 1.0", where the interval ends at 0.1.
struct LimitBesideMargin {
  var limit: PrintedNumber
  var margin: Double
  /// What the words say.
  var isAbove: Bool
  /// Bytes of the passage's flow: the limit's figure or, where it stands with its interval, its name.
  var range: Range<Int>

  /// Limits as a sentence prints them.
  typealias Interval = (low: PrintedNumber, high: PrintedNumber)

  private static let limits = PhraseSet(["limit", "bound"], ["下限", "上限"])
  private static let above = PhraseSet(["above", "greater than", "higher than"], ["高于", "大于"])
  private static let below = PhraseSet(["below", "under", "less than", "lower than", "smaller than"], ["低于", "小于"])
  /// On the worse side of the margin, and on the better one, whichever limit it is.
  private static let beyond = PhraseSet(
    ["exceeded", "exceeds", "exceed", "beyond", "crossed", "crosses"], ["超过", "超出", "越过", "突破"])
  private static let inside = PhraseSet(
    ["within", "did not exceed", "does not exceed", "not exceeding", "did not cross", "does not cross"],
    ["未超过", "未超出", "不超过", "未越过", "未突破", "没有超过", "没有超出"])
  private static let conditions = PhraseSet(
    ["if", "were", "required", "defined", "should", "must", "when", "to be"], ["若", "如", "则", "时判", "定义", "要求", "时可", "方可", "即可"])
  private static let farthest = 14
  /// Limits of several intervals.
  private static let several = PhraseSet(["all", "each", "every", "other", "both"], ["各", "均", "除", "所有", "全部", "其余", "其他"])
  private static let mostBefore = 8

  /// Those that are untrue. O(tokens).
  ///
  /// - Parameter known: the margin where the sentence itself does not print it.
  /// - Parameter interval: of the sentence, or of the one before it, for a limit that is named at a byte.
  static func untrue(in text: LexedText, known: Margin?, interval: (Int) -> Interval?) -> [LimitBesideMargin] {
    guard !conditions.occurs(in: text) else { return [] }
    let isNamed = Margin.isNamed(in: text)
    return limits.all(in: text).compactMap { place in
      if let found = besideFigure(text, place, interval) { return found }
      let start = text.firstToken(at: place.lowerBound + 1)
      guard isNamed else { return nil }
      guard
        let margin = (max(0, start - 1)..<min(text.count, start + farthest)).first(where: {
          text.isWord($0, "margin") || text.hanContains($0, "界值")
        })
      else { return nil }
      let word = max(0, start - 1)
      let isUpper = side(text, word)
      guard let isAbove = claim(text, word..<margin + 1, isUpper: isUpper),
        let (limit, range) = limit(text, word, before: margin, isUpper: isUpper, interval(place.lowerBound)),
        let size = size(text, margin, known)
      else { return nil }
      // A margin without a sign is set on the side of the limit.
      let value = isUpper == false && limit.value < 0 && size > 0 ? -size : size
      guard limit.value != value, (limit.value > value) != isAbove else { return nil }
      return LimitBesideMargin(limit: limit, margin: value, isAbove: isAbove, range: range)
    }
  }

  /// "−3.9 to 7.5, the lower limit lying above −5 points", 下限高于−5 个百分点: the interval's own limit against a figure.
  private static func besideFigure(_ text: LexedText, _ place: Range<Int>, _ interval: (Int) -> Interval?) -> LimitBesideMargin? {
    let word = max(0, text.firstToken(at: place.lowerBound + 1) - 1)
    guard !several.occurs(in: text, max(0, word - mostBefore)..<min(text.count, word + 4)), let isUpper = side(text, word),
      let index = (word + 1..<max(word + 1, min(text.count, word + 8))).first(where: { text.isNumber($0) }),
      let number = text.number(index), number.relation == .equal, !text.isSymbol(index - 1, "/"),
      !(word + 1..<index).contains(where: { text.isSymbol($0, "(") || text.isSymbol($0, ",") || text.isSymbol($0, ";") })
    else { return nil }
    let isNegative = text.isSymbol(index - 1, "-")
    // The words stand right before the figure: "was below −5".
    let end = isNegative ? index - 1 : index
    let said = above.all(in: text, word..<end).map { ($0, true) } + below.all(in: text, word..<end).map { ($0, false) }
    guard said.count == 1, let (words, isAbove) = said.first, words.upperBound + 2 >= text.tokens[end].start,
      !Negation.occurs(in: text, word..<end), let limits = interval(place.lowerBound)
    else { return nil }
    let (limit, value) = (isUpper ? limits.high : limits.low, isNegative ? -number.value : number.value)
    guard limit.value != value, (limit.value > value) != isAbove, limit.value * value >= 0 || limit.value == 0 else { return nil }
    return LimitBesideMargin(limit: limit, margin: value, isAbove: isAbove, range: words)
  }

  /// Whether a limit is the upper one; nil where the words do not say.
  private static func side(_ text: LexedText, _ word: Int) -> Bool? {
    let near = max(0, word - 3)..<word + 1
    if near.contains(where: { text.isWord($0, "upper") || text.hanContains($0, "上限") }) { return true }
    return near.contains { text.isWord($0, "lower") || text.hanContains($0, "下限") } ? false : nil
  }

  /// Whether the words say that the limit is above the margin; nil where they do not say, or say both.
  private static func claim(_ text: LexedText, _ words: Range<Int>, isUpper: Bool?) -> Bool? {
    let said: Set<Bool?> = [
      above.occurs(in: text, words) ? true : nil, below.occurs(in: text, words) ? false : nil,
      inside.occurs(in: text, words) ? isUpper.map { !$0 } : beyond.occurs(in: text, words) ? isUpper ?? true : nil,
    ]
    let told = said.compactMap { $0 }
    guard told.count == 1, inside.occurs(in: text, words) || !Negation.occurs(in: text, words) else { return nil }
    return told[0]
  }

  /// The figure right behind the limit's name, or that of the interval.
  private static func limit(
    _ text: LexedText, _ word: Int, before margin: Int, isUpper: Bool?, _ interval: Interval?
  ) -> (PrintedNumber, Range<Int>)? {
    if let index = (word + 1..<max(word + 1, min(margin, word + 4))).first(where: { text.isNumber($0) }),
      let number = text.number(index),
      index != Margin.attached(text, margin), !text.isWord(margin - 1, "point"),
      !text.hanHasSuffix(margin, "的界值") || margin - index > 3
    {
      let isNegative = text.isSymbol(index - 1, "-") && (text.hasGap(before: index - 1) || text.tokens[index - 2].kind == .han)
      let value = PrintedNumber(
        printed: (isNegative ? "-" : "") + number.printed, value: isNegative ? -number.value : number.value,
        decimals: number.decimals)
      return (value, text.tokens[index].range)
    }
    guard let interval, let isUpper else { return nil }
    return (isUpper ? interval.high : interval.low, text.tokens[word].range)
  }

  /// The number beside the margin, with its sign, else the known one.
  private static func size(_ text: LexedText, _ margin: Int, _ known: Margin?) -> Double? {
    let behind = (margin + 1..<min(text.count, margin + 5)).first { text.isNumber($0) }
    let before =
      Margin.attached(text, margin)
      ?? (text.hanHasSuffix(margin, "的界值") ? (max(0, margin - 3)..<margin).last { text.isNumber($0) } : nil)
    guard let index = before ?? behind, let number = text.number(index) else { return known?.value }
    return text.isSymbol(index - 1, "-") && !text.hasGap(before: index) ? -number.value : number.value
  }
}
