import Literature
import TextAnalysis

/// What a clause says of all figures of one endpoint at once: "no response rate above 25 %", 中位 OS 始终在 10 至 14 个月之间.
struct FigureBound: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    /// Every figure is at most this, at least this, or between two.
    case allBelow, allAbove, allWithin
    /// Some figure is above this, or below.
    case someAbove, someBelow
    /// The greatest, or the least, is this.
    case greatest, least
  }

  var kind: Kind
  /// As in `ResultCard.endpoint`; nil for the ratios of all trials.
  var endpoint: String?
  var low: PrintedNumber
  /// For `allWithin` the upper bound, else the same as `low`.
  var high: PrintedNumber
  /// `%`, a unit of time as in `ResultCard.unit`, or `HR`.
  var unit: String
  /// Of a ratio its kind, where the words name one: `HR`.
  var measure: String?
  /// Bytes of the text: from the words of the bound to the unit.
  var range: Range<Int>
  /// Tokens of the clause.
  var clause: Range<Int>

  private static let notAbove = PhraseSet(
    [
      "no above", "not exceed", "not exceeded", "never exceeded", "never exceed", "none exceeded", "not above", "not more than",
      "never above", "not surpass", "never surpassed", "none above", "no more than", "never more than", "not reach",
      "never reached",
      "none reached", "not higher than", "no higher than",
    ],
    ["未突破", "未超过", "没有超过", "没有突破", "没有达到", "未曾超过", "不超过", "未高于", "均低于", "都低于", "均不足", "均未达到", "从未达到", "未能突破", "未能超过", "均在低于"])
  private static let negatedSubject = PhraseSet(["no", "none", "neither", "never"], ["均未", "从未", "一直未", "始终未", "无一", "没有一"])
  private static let above = PhraseSet(
    [
      "above", "exceeded", "exceeding", "exceed", "exceeds", "more than", "over", "greater than", "higher than", "beyond",
      "surpassed",
      "surpassing", "longer than", "upwards of",
    ],
    ["超过", "突破", "逾", "高于", "大于", "长于", "达到"])
  private static let below = PhraseSet(["below", "under", "less than", "lower than", "shorter than"], ["低于", "不足", "小于", "短于"])
  private static let every = PhraseSet(
    ["all", "each", "every", "always", "consistently", "invariably", "both", "any"], ["均", "都", "始终", "一直", "一律", "各研究", "全部"])
  private static let between = PhraseSet(
    ["between", "ranged from", "ranging from", "ranges from", "in the range of", "varied between", "varied from"],
    ["徘徊", "之间", "介于", "波动于"])
  private static let greatest = PhraseSet(
    ["highest", "longest", "greatest", "largest", "best"], ["最高", "最长", "最大", "最佳"])
  private static let least = PhraseSet(["lowest", "shortest", "smallest", "poorest"], ["最低", "最短", "最小"])
  /// Shares of patients, follow-up and plans are no figures of the endpoint.
  static let otherwise = PhraseSet(
    [
      "patients survive", "follow up", "followed", "some patients", "subset", "subgroup", "interim", "expected", "assumed",
      "assuming",
      "hypothesis", "hypothesised", "hypothesized", "power", "if", "could", "may", "might", "whether", "target", "upper limit",
      "lower limit", "lower bound", "upper bound", "had to", "confidence interval", "of patients", "of the patients",
      "at least one", "recurred", "randomised", "randomized", "reduction",
    ],
    ["随访", "部分患者", "亚组", "期中", "中期", "预期", "假设", "可能", "是否", "若", "患者生存时间", "的患者", "患者存活", "增加", "降低了"])

  private static let allSubgroups = PhraseSet(
    ["all subgroups", "every subgroup", "each subgroup", "no subgroup", "any subgroup"], ["所有亚组", "各亚组", "全部亚组"])

  /// Every one, in order. O(tokens + names).
  ///
  /// - Parameter outcomes: what else the document gives figures of, in lower case: "cure rate".
  static func all(in text: LexedText, outcomes: Set<String> = []) -> [FigureBound] {
    let mentionsBound =
      above.occurs(in: text) || below.occurs(in: text) || between.occurs(in: text) || greatest.occurs(in: text)
      || least.occurs(in: text) || notAbove.occurs(in: text) || hasEnding(text)
    guard mentionsBound, !otherwise.occurs(in: text) || allSubgroups.occurs(in: text) else { return [] }
    let endpoints = EndpointPlace.all(in: text.utf8)
    return pieces(text).flatMap { piece -> [FigureBound] in
      let bytes = text.tokens[piece.lowerBound].start..<text.tokens[piece.upperBound - 1].end
      let named = endpoints.filter { bytes.contains($0.range.lowerBound) }
      if measure(text, piece) != nil || anyRatio.occurs(in: text, piece) && every.occurs(in: text, piece) {
        return [ratioBound(text, piece, named.count == 1 ? named.first?.name : nil)].compactMap { $0 }
      }
      if named.isEmpty,
        let outcome = outcome(text.string(bytes).lowercased(), outcomes) ?? known(text, bytes, outcomes),
        let bound = bound(text, piece, outcome)
      {
        return [bound]
      }
      guard let last = named.last, let bound = bound(text, piece, last.name) else { return [] }
      // "Neither DFS nor EFS exceeded": the bound is of both.
      let others = bound.kind == .someAbove || bound.kind == .someBelow ? [] : joined(text, named)
      return [bound]
        + Set(others.map(\.name)).subtracting([last.name]).sorted().map { name in
          var other = bound
          other.endpoint = name
          return other
        }
    }
  }

  /// The longest outcome that the words hold.
  private static func outcome(_ words: String, _ outcomes: Set<String>) -> String? {
    outcomes.filter { words.contains($0) }.max { ($0.utf8.count, $0) < ($1.utf8.count, $1) }
  }

  /// The outcome that the lexicon has for the last name in the words: "bleeding rate" for major bleeding.
  private static func known(_ text: LexedText, _ bytes: Range<Int>, _ outcomes: Set<String>) -> String? {
    EndpointPlace.any(in: text.utf8).last { bytes.contains($0.range.lowerBound) && outcomes.contains($0.name.lowercased()) }
      .map { $0.name.lowercased() }
  }

  /// Endpoints that nothing but "or", "and", "nor" parts from the last one.
  private static func joined(_ text: LexedText, _ named: [EndpointPlace]) -> [EndpointPlace] {
    guard let last = named.last else { return [] }
    return named.dropLast().filter { place in
      let between = text.firstToken(at: place.range.upperBound)..<text.firstToken(at: last.range.lowerBound)
      return between.count == 1 && conjunctions.occurs(in: text, between)
    }
  }

  private static let conjunctions = PhraseSet(["or", "and", "nor"], ["或", "和", "及", "与"])
  private static let hazardRatio = PhraseSet(["hr", "hrs", "hazard ratio", "hazard ratios"], ["风险比"])
  private static let named: [(words: PhraseSet, measure: String)] = [
    (hazardRatio, "HR"), (PhraseSet(["rr", "rrs", "risk ratio", "risk ratios", "relative risk", "relative risks"]), "RR"),
    (PhraseSet(["irr", "irrs", "rate ratio", "rate ratios"]), "IRR"),
    (PhraseSet(["or", "ors", "odds ratio", "odds ratios"]), "OR"),
  ]

  /// The measure that a piece names; "or" is a conjunction unless it is printed in capitals.
  private static func measure(_ text: LexedText, _ piece: Range<Int>) -> String? {
    named.first { words, measure in
      words.all(in: text, piece).contains { measure != "OR" || text.string($0).hasPrefix("OR") || $0.count > 2 }
    }?.measure
  }
  private static let anyRatio = PhraseSet(
    ["point estimates", "estimates", "risk ratios", "odds ratios", "relative risks", "rrs", "ors"], ["点估计", "比值比", "相对危险度"])
  /// Figures of more than the whole of each trial.
  private static let intervals = PhraseSet(["intervals", "limits", "interval", "cis"], ["区间", "上限", "下限"])

  /// "All hazard ratios were below 0.80", HR 均低于 0.80.
  private static func ratioBound(_ text: LexedText, _ piece: Range<Int>, _ endpoint: String?) -> FigureBound? {
    let numbers = figures(text, piece)
    let measure = measure(text, piece)
    if numbers.count == 2, let low = text.number(numbers[0]), let high = text.number(numbers[1]), low.value < high.value,
      high.value < 5,
      low.decimals > 0, low.decimals == high.decimals, numbers[1] - numbers[0] <= 3, unit(text, numbers[1] + 1) == nil,
      every.occurs(in: text, piece), !intervals.occurs(in: text, piece), let words = between.first(in: text, piece)
    {
      return FigureBound(
        kind: .allWithin, endpoint: endpoint, low: low, high: high, unit: "HR", measure: measure,
        range: min(words.lowerBound, text.tokens[numbers[0]].start)..<max(words.upperBound, text.tokens[numbers[1]].end),
        clause: piece)
    }
    guard numbers.count == 1, let number = text.number(numbers[0]), number.decimals > 0 || number.value == 1, number.value < 5,
      unit(text, numbers[0] + 1) == nil, let found = direction(text, piece, numbers[0]), found.kind != .someAbove,
      found.kind != .someBelow
    else { return nil }
    return FigureBound(
      kind: found.kind, endpoint: endpoint, low: number, high: number, unit: "HR", measure: measure,
      range: min(
        found.words.lowerBound, text.tokens[numbers[0]].start)..<max(text.tokens[numbers[0]].end, found.words.upperBound),
      clause: piece)
  }

  /// The numbers of a piece but for those of tables.
  private static func figures(_ text: LexedText, _ piece: Range<Int>) -> [Int] {
    piece.filter { text.isNumber($0) && !text.isWord($0 - 1, "table") && !text.hanHasSuffix($0 - 1, "表") }
  }

  private static func hasEnding(_ text: LexedText) -> Bool {
    text.tokens.indices.contains { text.hanContains($0, "以上") }
  }

  /// Clauses, cut at commas too where each part names its own endpoint.
  private static func pieces(_ text: LexedText) -> [Range<Int>] {
    Clauses.all(in: text).flatMap { clause -> [Range<Int>] in
      var pieces: [Range<Int>] = []
      var start = clause.lowerBound
      for index in clause where text.isSymbol(index, ",") && index > start {
        pieces.append(start..<index)
        start = index + 1
      }
      return start < clause.upperBound ? pieces + [start..<clause.upperBound] : pieces
    }
  }

  private static func bound(_ text: LexedText, _ piece: Range<Int>, _ endpoint: String) -> FigureBound? {
    let numbers = figures(text, piece)
    if numbers.isEmpty, let share = SpelledShare.first(in: text, piece) {
      let place = text.firstToken(at: share.range.lowerBound)
      return direction(text, piece, place, of: share.range).map { found in
        FigureBound(
          kind: found.kind, endpoint: endpoint, low: share.percent, high: share.percent, unit: "%",
          range: min(found.words.lowerBound, share.range.lowerBound)..<max(share.range.upperBound, found.words.upperBound),
          clause: piece)
      }
    }
    guard let last = numbers.last, let high = text.number(last), let unit = unit(text, last + 1) else { return nil }
    let end = text.tokens[min(unit.last, text.count - 1)].end
    func make(_ kind: Kind, _ low: PrintedNumber, _ words: Range<Int>) -> FigureBound {
      FigureBound(
        kind: kind, endpoint: endpoint, low: low, high: high, unit: unit.name,
        range: min(words.lowerBound, text.tokens[last].start)..<max(end, words.upperBound), clause: piece)
    }
    if numbers.count == 2, let low = text.number(numbers[0]), low.value < high.value, last - numbers[0] <= 4,
      let words = between.first(in: text, piece)
    {
      return make(.allWithin, low, words)
    }
    guard numbers.count == 1 else { return nil }
    if let words = greatest.first(in: text, piece) { return make(.greatest, high, words) }
    if let words = least.first(in: text, piece) { return make(.least, high, words) }
    return direction(text, piece, last).map { make($0.kind, high, $0.words) }
  }

  /// Words right before the number (at most three tokens between), with 以上 behind it as well.
  private static func direction(
    _ text: LexedText, _ piece: Range<Int>, _ number: Int, of share: Range<Int>? = nil
  ) -> (kind: Kind, words: Range<Int>)? {
    let before = max(piece.lowerBound, number - 4)..<number
    if let words = notAbove.first(in: text, before) { return (.allBelow, words) }
    let isEvery = every.occurs(in: text, piece)
    if let words = below.first(in: text, before) {
      return isTurned(words, text) ? (isEvery ? .allAbove : .someAbove, words) : (isEvery ? .allBelow : .someBelow, words)
    }
    let after = number + 1..<min(text.count, number + 3)
    let ending = after.first { text.hanContains($0, "以上") }.map { text.tokens[$0].range }
    guard let words = above.first(in: text, before) ?? ending else { return nil }
    if isTurned(words, text) { return (isEvery ? .allBelow : .someBelow, words) }
    if negatedSubject.occurs(in: text, max(0, piece.lowerBound - 8)..<piece.upperBound) { return (.allBelow, words) }
    return (isEvery ? .allAbove : .someAbove, words)
  }

  /// 不高于, 不低于.
  private static func isTurned(_ words: Range<Int>, _ text: LexedText) -> Bool {
    text.utf8[..<words.lowerBound].suffix(3).elementsEqual("不".utf8)
  }

  /// `%`, "months", 个月 behind a number.
  private static func unit(_ text: LexedText, _ index: Int) -> (name: String, last: Int)? {
    guard text.tokens.indices.contains(index) else { return nil }
    if text.isSymbol(index, "%") || text.isWord(index, "percent") { return ("%", index) }
    if text.isSymbol(index, "-") { return unit(text, index + 1) }
    for (word, name) in [("个月", "month"), ("年", "year"), ("周", "week")] where text.hanStarts(index, with: word) {
      return (name, index)
    }
    guard text.tokens[index].kind == .word else { return nil }
    let word = text.lowercased(index)
    return ["month", "year", "week"].first { word == $0 || word == $0 + "s" }.map { ($0, index) }
  }
}

extension LexedText {
  /// Whether a Han token begins with some characters.
  fileprivate func hanStarts(_ index: Int, with word: String) -> Bool {
    tokens[index].kind == .han && utf8[tokens[index].range].starts(with: word.utf8)
  }
}
