import Literature
import Statistics
import TextAnalysis

/// A number that studies are said to exceed or to keep below: "longer than 26 weeks", "fewer than 175 patients", 不超过104周.
struct StudyMark: Hashable, Sendable {
  enum Relation: Hashable, Sendable { case more, less, atLeast, atMost, exactly }

  var relation: Relation
  /// In days where it is a time.
  var value: Double

  private static let relations: [(words: PhraseSet, relation: Relation)] = [
    (
      PhraseSet(
        [
          "no longer than", "no more than", "not more than", "at most", "not longer than", "not exceed", "not exceeded",
          "never exceeded", "not above",
        ], ["不超过", "未超过", "不多于", "不长于", "不大于", "至多"]),
      .atMost
    ),
    (
      PhraseSet(["at least", "no fewer than", "no less than", "no shorter than"], ["不少于", "不低于", "不短于", "至少"]), .atLeast
    ),
    (
      PhraseSet(
        [
          "longer than", "more than", "over", "beyond", "above", "larger than", "greater than", "higher than", "exceeded",
          "exceeding", "exceed",
        ],
        ["超过", "多于", "大于", "长于", "高于", "逾"]), .more
    ),
    (
      PhraseSet(
        ["shorter than", "less than", "fewer than", "under", "below", "smaller than", "lower than"],
        ["不足", "少于", "小于", "短于", "低于", "不到"]),
      .less
    ),
    (PhraseSet(["exactly"], ["恰为", "恰好"]), .exactly),
  ]
  private static let behindLeast = PhraseSet(["or more", "or longer", "and more"], ["及以上", "以上", "或以上"])
  private static let farthest = 3

  /// The words of a relation right before a number, or behind its unit.
  private static func relation(_ index: Int, _ unit: Int, _ text: LexedText, _ piece: Range<Int>) -> Relation? {
    if text.tokens[index].kind == .number || text.tokens[index].kind == .word {
      let before = max(piece.lowerBound, index - farthest)..<index
      for (words, relation) in relations {
        if let last = words.all(in: text, before).last, text.firstToken(at: last.upperBound) >= index - 1 { return relation }
      }
    }
    return behindLeast.occurs(in: text, unit..<min(piece.upperBound, unit + 2)) ? .atLeast : nil
  }

  /// The only one of a piece with a unit of time behind it. O(tokens).
  static func time(in text: LexedText, _ piece: Range<Int>) -> StudyMark? {
    let found = piece.compactMap { index -> StudyMark? in
      guard let count = number(index, text), let days = StudyTimes.days(index + 1, text),
        let relation = relation(index, index + 1, text, piece)
      else { return nil }
      return StudyMark(relation: relation, value: count * days)
    }
    return found.count == 1 ? found.first : nil
  }

  private static let people = PhraseSet(
    ["patients", "participants", "people", "adults", "children", "women", "men", "subjects", "persons"], ["例", "名", "人"])
  private static let sizes = PhraseSet(
    ["number randomised", "number randomized", "sample size", "sample sizes", "number of patients", "number of participants"],
    ["例数", "样本量", "纳入人数"])

  private static let enrolling = PhraseSet(
    ["enrolled", "randomised", "randomized", "recruited", "included"], ["入组", "纳入"])
  private static let fewestEnrolled = 10.0

  /// "Enrolled over 200": nothing is counted behind it.
  private static func isAlone(_ index: Int, _ text: LexedText, _ piece: Range<Int>) -> Bool {
    index + 1 >= piece.upperBound || text.tokens[index + 1].kind == .symbol && !text.isSymbol(index + 1, "-")
  }

  /// The only number of a piece with the words of a relation and no unit: "below 1". O(tokens).
  static func bare(in text: LexedText, _ piece: Range<Int>) -> StudyMark? {
    let found = piece.compactMap { index -> StudyMark? in
      if text.isWord(index, "unity") || text.isWord(index, "one"), let relation = relation(index, index + 1, text, piece) {
        return StudyMark(relation: relation, value: 1)
      }
      guard let number = text.number(index), !text.isSymbol(index + 1, "%"),
        let relation = relation(index, index + 1, text, piece)
      else { return nil }
      return StudyMark(relation: relation, value: number.value)
    }
    return found.count == 1 ? found.first : nil
  }

  /// The only one of a piece that counts people. O(tokens).
  static func size(in text: LexedText, _ piece: Range<Int>) -> StudyMark? {
    let isOfSizes = sizes.occurs(in: text, piece)
    let isOfEnrolling = enrolling.occurs(in: text, piece)
    let found = piece.compactMap { index -> StudyMark? in
      guard let number = text.number(index), number.decimals == 0, !text.isSymbol(index + 1, "%"),
        isOfSizes || people.occurs(in: text, index + 1..<min(piece.upperBound, index + 2))
          || isOfEnrolling && number.value >= fewestEnrolled && isAlone(index, text, piece),
        let relation = relation(index, index + 1, text, piece)
      else { return nil }
      return StudyMark(relation: relation, value: number.value)
    }
    return found.count == 1 ? found.first : nil
  }

  private static func number(_ index: Int, _ text: LexedText) -> Double? {
    if let number = text.number(index) { return number.value }
    guard text.tokens[index].kind == .word else { return nil }
    return StudyCount.numbers[text.lowercased(index)].map(Double.init) ?? (text.isWord(index, "a") ? 1 : nil)
  }

  /// Two years are 104 weeks: units are rounded.
  private static let slack = 0.004

  /// Whether a printed figure is so; nil where it lies at a mark of no effect, on whose side rounding may have put it.
  func holds(_ box: RoundingInterval) -> Bool? {
    let isEqual = abs(box.middle - value) < Self.same
    guard !isEqual || value != 1 && value != 0 else { return nil }
    return switch relation {
    case .more: box.middle > value && !isEqual
    case .less: box.middle < value && !isEqual
    case .atLeast: box.middle >= value || isEqual
    case .atMost: box.middle <= value || isEqual
    case .exactly: isEqual
    }
  }

  private static let same = 1e-9

  /// Whether a figure is so.
  func holds(_ figure: Double) -> Bool {
    let isEqual = abs(figure - value) <= Self.slack * value
    return switch relation {
    case .more: figure > value && !isEqual
    case .less: figure < value && !isEqual
    case .atLeast: figure >= value || isEqual
    case .atMost: figure <= value || isEqual
    case .exactly: isEqual
    }
  }
}
