import Literature
import TextAnalysis

/// Reads sentences that say what an outcome goes with: "smoking (OR 2.3) and diabetes (OR 1.8) were associated with infection",
/// "predictors of delirium were age (OR …) and …", 高龄(OR …)、糖尿病(OR …)是术后谵妄的危险因素, 摄入量与血压相关(β …).
struct PredictorReader {
  private let reading: SentenceReading
  private var text: ResultText { reading.text }

  /// What an estimate of such a sentence is of, in bytes.
  struct Relation: Hashable {
    var outcome: Range<Int>
    /// The words that name the factor; nil where they are not to be told.
    var factor: Range<Int>?
  }

  private static let needed = Needles(["associated with", "predict", "risk factor", "因素", "相关"])

  /// Nil where the sentence says of nothing what it goes with.
  init?(_ reading: SentenceReading) {
    guard Self.needed.stand(in: reading.text.utf8) else { return nil }
    self.reading = reading
  }

  /// `figure` covers measure, value and interval; `limit` is the byte where the figure before ends.
  func relation(of figure: Range<Int>, after limit: Int) -> Relation? {
    if text.hasHan { return chinese(figure, limit) }
    guard let link = link(), let outcome = outcome(after: link.upperBound) else { return nil }
    let tokens = text.tokenRange(ofBytes: figure)
    let before = beforeBracket(tokens.lowerBound, after: limit)
    if let before, before.overlaps(outcome) || tokens.lowerBound <= outcome.upperBound,
      !before.overlaps(outcome) || link.lowerBound > before.upperBound
    {
      return Relation(
        outcome: text.bytes(outcome),
        factor: link.lowerBound >= before.upperBound ? text.bytes(before) : subject(link).map(text.bytes))
    }
    // "predictors of X were A (…) and B (…)".
    if let before, before.lowerBound > outcome.upperBound {
      return Relation(outcome: text.bytes(outcome), factor: text.bytes(before))
    }
    return Relation(outcome: text.bytes(outcome), factor: subject(link).map(text.bytes))
  }

  private static let phrases = [
    "associated with", "predictor of", "predictors of", "predictive of", "predicted", "risk factor for", "risk factors for",
    "risk factors of", "associated significantly with",
  ].map { WordCode.phrase($0) }

  private func link() -> Range<Int>? {
    for index in text.indices {
      for phrase in Self.phrases {
        if let length = text.hasPhrase(phrase, at: index) { return index..<index + length }
      }
    }
    return nil
  }

  /// The noun phrase after the link, without "a higher risk of".
  private func outcome(after start: Int) -> Range<Int>? {
    var low = start
    while low < min(text.count, start + 10),
      !text.tags(low).isDisjoint(with: [.determiner, .comparative]) || Self.degrees.contains(text.word(low))
        || text.code(low) == OutcomePhrase.of && low > start
        || Self.degrees.contains(text.word(low - 1)) && ["in", "for"].contains(text.word(low))
    { low += 1 }
    var high = low
    while high < min(text.count, low + 9), text.kind(high) != .number,
      !text.isSymbol(high, anyOf: [",", ";", ":", "(", "[", ".", "。"]),
      !["included", "include", "includes", "including", "comprised"].contains(text.word(high)),
      text.tags(high).isDisjoint(with: [.verb, .versus]),
      text.tags(high).isDisjoint(with: .conjunction) || text.code(high) == OutcomePhrase.and,
      !["in", "at", "after"].contains(text.word(high))
    { high += 1 }
    let words = OutcomePhrase(reading: reading).trimmed(low..<max(low, high))
    return words.isEmpty || !OutcomePhrase(reading: reading).names(words) ? nil : words
  }

  private static let degrees: Words = [
    "increased", "decreased", "reduced", "elevated", "improved", "increase", "decrease", "reduction", "risk", "risks", "odds",
    "likelihood",
    "probability", "chance", "hazard", "development", "occurrence", "presence",
  ]

  /// The words between the bracket of a figure and the mark or conjunction before them.
  private func beforeBracket(_ figure: Int, after limit: Int) -> Range<Int>? {
    guard let open = (max(0, figure - 3)..<figure).last(where: { text.isSymbol($0, anyOf: ["(", "["]) }) else { return nil }
    let start = limit == 0 ? 0 : text.tokenRange(ofBytes: limit..<max(limit, text.tokens[figure].start)).lowerBound
    var low = open
    while low > start, open - low < 9, !text.isSymbol(low - 1, anyOf: [",", ";", ":", ")", "]", ".", "。"]),
      text.tags(low - 1).isDisjoint(with: .verb), text.tags(low - 1).isDisjoint(with: .conjunction)
    { low -= 1 }
    let words = OutcomePhrase(reading: reading).trimmed(low..<open)
    guard words.isEmpty else { return words }
    // "lower socioeconomic group": a group that is a factor.
    return (low..<open).contains { text.kind($0) == .word && text.tags($0).isEmpty } ? low..<open : nil
  }

  /// What stands before the verb of the link.
  private func subject(_ link: Range<Int>) -> Range<Int>? {
    OutcomePhrase(reading: reading).before(link, after: 0).flatMap { words in
      let isVague = words.contains { ["factors", "variables", "predictors", "characteristics"].contains(text.word($0)) }
      return words.upperBound <= link.lowerBound && !isVague ? words : nil
    }
  }

  private static let factorEnds = [
    "的独立危险因素", "的独立影响因素", "的独立保护因素", "的独立预测因素", "的危险因素", "的影响因素", "的保护因素", "的预测因素", "的独立预后因素", "的预后因素", "独立危险因素", "独立影响因素",
  ]

  private func chinese(_ figure: Range<Int>, _ limit: Int) -> Relation? {
    guard let outcome = chineseOutcome(figure.lowerBound) else { return nil }
    let factor = ChineseOutcome(reading: reading).bytes(of: figure, after: limit).flatMap { bytes -> Range<Int>? in
      guard bytes.overlaps(outcome) || reading.string(bytes).hasAny(["与", "和"]) else { return bytes }
      let joint = ["与", "和"].compactMap { reading.text.utf8[bytes].firstIndex(ofSequence: $0.utf8) }.min()
      return joint.flatMap { $0 > bytes.lowerBound ? bytes.lowerBound..<$0 : nil }
    }
    return Relation(outcome: outcome, factor: factor)
  }

  /// 是 Y 的危险因素, Y 的危险因素为, 与 Y 独立相关.
  private func chineseOutcome(_ figure: Int) -> Range<Int>? {
    for end in Self.factorEnds {
      guard let found = text.utf8.firstIndex(ofSequence: end.utf8) else { continue }
      return chineseName(endingAt: found, beginnings: ["均是", "均为", "是", "为", "，", ",", "显示", "发现", "影响"])
    }
    let found = Self.correlations.compactMap { end -> Int? in
      text.utf8[..<figure].lastIndex(ofSequence: end.utf8) ?? text.utf8[figure...].firstIndex(ofSequence: end.utf8)
    }
    return found.min { abs($0 - figure) < abs($1 - figure) }.flatMap { chineseName(endingAt: $0, beginnings: ["与", "和"]) }
  }

  private static let correlations = [
    "呈独立正相关", "独立正相关", "独立负相关", "独立相关", "呈显著正相关", "呈显著负相关", "呈正相关", "呈负相关", "显著相关", "显著正相关", "显著负相关", "正相关", "负相关",
    "相关",
  ]

  private func chineseName(endingAt end: Int, beginnings: [String]) -> Range<Int>? {
    let start = max(0, end - 60)
    let window = text.utf8[start..<end]
    let low = beginnings.compactMap { beginning -> Int? in
      window.lastIndex(ofSequence: beginning.utf8).map { $0 + beginning.utf8.count }
    }.max()
    guard let low, end - low >= 6, end - low <= 60 else { return nil }
    let words = reading.string(low..<end)
    guard !words.unicodeScalars.contains("\u{FFFD}"), let patients = text.utf8[low..<end].firstIndex(ofSequence: "患者".utf8),
      patients + 6 < end
    else {
      return low..<end
    }
    return patients + 6..<end
  }
}

extension ArraySlice<UInt8> {
  /// Where some bytes stand last. O(n·m).
  func lastIndex(ofSequence other: some Collection<UInt8>) -> Int? {
    var last: Int?
    var rest = self
    while let found = rest.firstIndex(ofSequence: other) {
      last = found
      rest = rest[(found + 1)...]
    }
    return last
  }
}
