import Literature
import TextAnalysis

/// The bound that a question sets on a figure: "a median RFS over 40 months", "HR below 0.6", "样本量超过500例".
///
/// A number is a bound where words or a sign of comparison stand at it and the question says what is measured: by the name of the measure, or
/// by the number's unit where the question names an outcome. "Tumours larger than 5 cm" bounds no result and is none.
struct AskedBound: Hashable {
  /// What of a card is compared: a measure, `P`, or `%` for any share in percent.
  let measure: String
  /// `<`, `<=`, `>` or `>=`.
  let sign: String
  let number: Double
  /// The number as the question prints it.
  let printed: String
  /// The unit of time of the number, where it has one.
  let time: TimeUnit?

  init?(_ text: String, measures: Set<String>, asksSize: Bool, hasOutcome: Bool) {
    let lexed = LexedText(text)
    let bounds = (0..<lexed.count).filter { lexed.isNumber($0) }.compactMap { index in
      Self.sign(in: lexed, at: index).flatMap { sign in
        Self(lexed, index, sign: sign, measures: measures, asksSize: asksSize, hasOutcome: hasOutcome)
      }
    }
    guard let first = bounds.first else { return nil }
    self = first
  }

  /// The bound of a question whose outcomes are not looked up: any may be among its words.
  static func named(in question: String) -> Self? {
    let words = QuestionWords(question)
    return Self(question, measures: words.measures, asksSize: words.aspects.contains(.sampleSize), hasOutcome: true)
  }

  private init?(
    _ lexed: LexedText, _ index: Int, sign: String, measures: Set<String>, asksSize: Bool, hasOutcome: Bool
  ) {
    guard let value = lexed.number(index) else { return nil }
    let unit = Unit(after: index, in: lexed)
    guard let measure = Self.measure(of: unit, lexed, index, measures: measures, asksSize: asksSize, hasOutcome: hasOutcome)
    else { return nil }
    self.measure = measure
    self.sign = sign
    number = value.value
    printed = value.printed
    if case .time(let unit) = unit { time = unit } else { time = nil }
  }

  /// As it was read: `median > 40 month`.
  var description: String {
    let unit = time.map { " \($0.rawValue)" } ?? (measure == "%" ? " %" : "")
    return "\(measure == "%" ? "rate" : measure) \(sign) \(printed)\(unit)"
  }

  /// The query of the index for passages that may hold such a card.
  var query: String {
    let name = measure == "%" ? "percent" : measure.lowercased()
    return "\(name)\(sign)\(number * (time?.months ?? 1))"
  }

  /// Whether a card holds a figure within the bound, in whatever unit of time it is printed.
  func holds(for card: ResultCard) -> Bool {
    var bound = number
    if let time {
      guard let own = TimeUnit(card.unit) else { return false }
      bound *= time.months / own.months
    }
    return CardCondition(name: measure.lowercased(), sign: sign, number: bound).holds(for: card)
  }

  // MARK: Reading

  fileprivate enum Unit { case time(TimeUnit), percent, people, none, other }

  private static func measure(
    of unit: Unit, _ lexed: LexedText, _ index: Int, measures: Set<String>, asksSize: Bool, hasOutcome: Bool
  ) -> String? {
    switch unit {
    case .time: return measures.contains("median") || hasOutcome ? "median" : nil
    case .percent: return hasOutcome ? "%" : nil
    case .people: return "n"
    case .other: return nil
    case .none:
      if asksSize { return "n" }
      if isOfP(lexed, index) { return "P" }
      let ratios = measures.subtracting(["median"])
      return ratios.count == 1 ? ratios.first : nil
    }
  }

  /// A P within three tokens before the number.
  private static func isOfP(_ lexed: LexedText, _ index: Int) -> Bool {
    (max(0, index - 4)..<index).contains { lexed.isWord($0, "p") }
  }
}

extension AskedBound {
  private static let more: [([String], String)] = [
    (["at least", "no less than", "not less than", "no fewer than"], ">="),
    (["at most", "no more than", "not more than", "up to"], "<="),
    (
      [
        "more than", "greater than", "higher than", "longer than", "larger than", "better than", "over", "above", "exceeding",
        "exceeds",
        "exceeded", "exceed",
      ], ">"
    ),
    (["less than", "lower than", "fewer than", "shorter than", "smaller than", "below", "under"], "<"),
  ]
  private static let chinese: [([String], String)] = [
    (["不少于", "不低于", "不小于", "至少", "不短于"], ">="), (["不超过", "不多于", "不高于", "不大于", "至多"], "<="),
    (["超过", "大于", "高于", "多于", "长于", "超出"], ">"), (["小于", "低于", "少于", "短于", "不足", "不到"], "<"),
  ]

  /// The sign, the words before the number or, in Chinese, behind its unit that compare.
  private static func sign(in lexed: LexedText, at index: Int) -> String? {
    for (mark, sign) in [("<", "<"), (">", ">"), ("≤", "<="), ("≥", ">="), ("＜", "<"), ("＞", ">")] as [(Unicode.Scalar, String)] {
      if lexed.isSymbol(index - 1, mark) { return sign }
    }
    if lexed.isSymbol(index - 1, "="), lexed.isSymbol(index - 2, "<") { return "<=" }
    if lexed.isSymbol(index - 1, "="), lexed.isSymbol(index - 2, ">") { return ">=" }
    guard index > 0 else { return nil }
    let before =
      " " + lexed.string(0..<lexed.tokens[index].start).lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if let found = more.first(where: { $0.0.contains { before.hasSuffix(" " + $0) } }) { return found.1 }
    if let found = chinese.first(where: { $0.0.contains { before.hasSuffix($0) } }) { return found.1 }
    let behind = (index + 1...index + 2).filter { $0 < lexed.count }.map { lexed.string($0) }.joined().prefix(5)
    return behind.contains("以上") ? ">=" : behind.contains("以下") || behind.contains("以内") ? "<=" : nil
  }
}

fileprivate extension AskedBound.Unit {
  init(after index: Int, in lexed: LexedText) {
    let next = lexed.isSymbol(index + 1, "-") ? index + 2 : index + 1
    guard lexed.tokens.indices.contains(next) else {
      self = .none
      return
    }
    if lexed.isSymbol(next, "%") || lexed.isWord(next, "percent") || lexed.isWord(next, "per") {
      self = .percent
    } else if lexed.tokens[next].kind == .word {
      self = Self.word(lexed.lowercased(next))
    } else if lexed.tokens[next].kind == .han {
      self = Self.han(lexed, next)
    } else {
      self = .none
    }
  }

  private static func word(_ word: String) -> Self {
    if let time = TimeUnit(word) { return .time(time) }
    if ["patients", "participants", "people", "subjects", "women", "men", "children", "adults"].contains(word) { return .people }
    return QuestionWords.isFunctionWord(word) || ["favours", "favouring", "significant"].contains(word) ? .none : .other
  }

  private static func han(_ lexed: LexedText, _ index: Int) -> Self {
    for (unit, time) in [("个月", TimeUnit.month), ("月", .month), ("年", .year), ("周", .week), ("天", .day)]
      as [(StaticString, TimeUnit)]
    where lexed.hanHasPrefix(index, unit) { return .time(time) }
    for unit in ["例", "名", "人", "位"] as [StaticString] where lexed.hanHasPrefix(index, unit) { return .people }
    return ["的", "以", "有"].contains { lexed.string(index).hasPrefix($0) } ? .none : .other
  }
}
