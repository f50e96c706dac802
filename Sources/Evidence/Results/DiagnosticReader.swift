import Literature
import TextAnalysis

/// What a measure of accuracy is of: "the model detected retinopathy with an AUC of 0.95", "AUC of the score for predicting death",
/// PCT 联合 CRP 诊断脓毒症的曲线下面积.
struct DiagnosticReader {
  private let reading: SentenceReading
  private var text: ResultText { reading.text }

  static let measures: Set<String> = ["AUC", "C-index", "sensitivity", "specificity", "PPV", "NPV", "accuracy"]

  init(_ reading: SentenceReading) { self.reading = reading }

  /// Bytes of the condition that is told and of the test that tells it.
  func target(of figure: Range<Int>) -> (outcome: Range<Int>?, test: Range<Int>?) {
    if text.hasHan { return chinese(figure) }
    let verb =
      text.indices.last { isTelling($0) && text.tokens[$0].start < figure.lowerBound } ?? text.indices.first { isTelling($0) }
    let test = test(before: verb ?? text.count, figure)
    guard let verb else { return (nil, test) }
    return (outcome(after: verb).map(text.bytes), test)
  }

  private static let roots = [
    "detect", "predict", "diagnos", "identif", "discriminat", "distinguish", "screen", "classif", "differentiat",
  ]

  private func isTelling(_ index: Int) -> Bool {
    guard text.kind(index) == .word, !["predictive", "predictor", "predictors", "diagnostic"].contains(text.word(index)) else {
      return false
    }
    let word = text.letters(index).lowercased()
    return Self.roots.contains { word.hasPrefix($0) }
  }

  private func outcome(after verb: Int) -> Range<Int>? {
    var low = verb + 1
    while low < text.count, text.code(low) == OutcomePhrase.of || text.tags(low).contains(.determiner) { low += 1 }
    var high = low
    while high < min(text.count, low + 8), text.kind(high) == .word || text.isSymbol(high, "-"),
      text.tags(high).isDisjoint(with: [.verb, .versus, .conjunction]),
      text.tags(high).isDisjoint(with: .preposition) || text.code(high) == OutcomePhrase.of
    { high += 1 }
    let words = OutcomePhrase(reading: reading).trimmed(low..<max(low, high))
    return words.isEmpty || !OutcomePhrase(reading: reading).names(words) ? nil : words
  }

  /// "AUC of the score", or the subject before the verb.
  private func test(before verb: Int, _ figure: Range<Int>) -> Range<Int>? {
    let name = text.tokenRange(ofBytes: figure)
    let start = name.first {
      text.code($0) == OutcomePhrase.of && !["area", "sensitivity"].contains(text.word($0 - 1)) && text.kind($0 + 1) == .word
    }
    if let start {
      var high = start + 1
      while high < name.upperBound, text.kind(high) == .word || text.isSymbol(high, "-"),
        text.tags(high).isDisjoint(with: [.verb, .preposition])
      {
        high += 1
      }
      let words = OutcomePhrase(reading: reading).trimmed(start + 1..<high)
      if !words.isEmpty { return text.bytes(words) }
    }
    guard verb < name.lowerBound else { return nil }
    var low = verb
    while low > 0, verb - low < 6, text.kind(low - 1) == .word || text.isSymbol(low - 1, "-"),
      text.tags(low - 1).isDisjoint(with: [.verb, .preposition, .conjunction])
    {
      low -= 1
    }
    let words = OutcomePhrase(reading: reading).trimmed(low..<verb)
    return words.isEmpty || text.tags(words.lowerBound).contains(.pronoun) ? nil : text.bytes(words)
  }

  private static let tellings = ["诊断", "预测", "检测", "识别", "鉴别", "筛查", "判断", "评估"]
  private static let marks = ["，", ",", "。", "；", ";", "：", ":", "（", "(", "显示", "结果", "表明"]

  private func chinese(_ figure: Range<Int>) -> (outcome: Range<Int>?, test: Range<Int>?) {
    let start = clauseStart(before: figure.lowerBound + 1)
    let clause = text.utf8[start..<max(start, figure.upperBound)]
    guard
      let (telling, length) = Self.tellings.compactMap({ word in
        clause.firstIndex(ofSequence: word.utf8).map { ($0, word.utf8.count) }
      }).min(by: { $0.0 < $1.0 })
    else { return (nil, chineseTest(clause)) }
    let rest = clause[(telling + length)...]
    let end = ["的", "（", "(", "时"].compactMap { rest.firstIndex(ofSequence: $0.utf8) }.min() ?? rest.startIndex
    return (end > telling + length ? telling + length..<end : nil, telling > start ? start..<telling : nil)
  }

  /// "单用 PCT 的 AUC".
  private func chineseTest(_ clause: ArraySlice<UInt8>) -> Range<Int>? {
    guard let end = clause.firstIndex(ofSequence: "的".utf8) else { return nil }
    let low =
      ["单用", "单独", "单项"].first { clause.starts(with: $0.utf8) }.map { clause.startIndex + $0.utf8.count } ?? clause.startIndex
    return low < end ? low..<end : nil
  }

  private func clauseStart(before offset: Int) -> Int {
    let window = text.utf8[max(0, offset - 120)..<min(offset, text.utf8.count)]
    return Self.marks.compactMap { mark -> Int? in
      window.lastIndex(ofSequence: mark.utf8).map { $0 + mark.utf8.count }
    }.max() ?? max(0, offset - 120)
  }
}
