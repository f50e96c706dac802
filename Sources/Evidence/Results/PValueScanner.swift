import Literature
import TextAnalysis

/// Finds P values: `P = 0.26`, `p<.001`, `P value of 0.03`, `P 值为 0.04`, `P for interaction = 0.2`, `单侧 P = 0.01`.
struct PValueScanner {
  private let text: ResultText
  private let reader: NumberReader

  /// What a P value says it tests; the first that stands between the letter and the number.
  private static let kinds: [(words: WordSet, kind: ResultDetails.PKind)] = [
    (WordSet(["interaction", "interactions", "pinteraction", "pint", "pinter"], chinese: ["交互"]), .interaction),
    (WordSet(["trend", "ptrend", "linear"], chinese: ["趋势"]), .trend),
    (WordSet(["heterogeneity", "pheterogeneity", "phet"], chinese: ["异质性"]), .heterogeneity),
    (WordSet(["noninferiority", "inferiority", "pnoninferiority"], chinese: ["非劣"]), .nonInferiority),
    (WordSet(["superiority", "psuperiority"], chinese: ["优效"]), .superiority),
  ]
  private static let oneSided = WordSet(
    ["onesided", "one sided", "one tailed", "1 sided", "1 tailed"], chinese: ["单侧", "单尾"])
  private static let twoSided = WordSet(
    ["twosided", "two sided", "two tailed", "2 sided", "2 tailed"], chinese: ["双侧", "双尾"])

  /// All P values of a text, ascending. O(n).
  static func values(in text: ResultText) -> [PrintedP] {
    let scanner = PValueScanner(text: text, reader: NumberReader(text: text))
    var found: [PrintedP] = []
    for index in text.indices where index >= (found.last?.tokens.upperBound ?? 0) {
      guard let value = scanner.value(at: index) else { continue }
      found.append(value)
      found += scanner.further(after: value)
    }
    return found
  }

  /// "P = 0.03 and 0.01, respectively", "P 值分别为 0.03、0.01": the values after the first of a list that says it is one.
  private func further(after first: PrintedP) -> [PrintedP] {
    var values: [PrintedP] = []
    var end = first.tokens.upperBound
    while let start = afterJoint(end), let reading = reader.number(at: reader.relation(at: start)?.end ?? start),
      reading.number.value <= 1, reading.number.decimals >= 2, !text.isSymbol(reading.tokens.upperBound, "%")
    {
      var value = reading.number
      value.relation = reader.relation(at: start)?.0 ?? .equal
      end = reading.tokens.upperBound
      values.append(PrintedP(tokens: start..<end, value: value, sided: first.sided, kind: first.kind, isFurther: true))
    }
    let isSaid =
      (end..<end + 3).contains { text.word($0) == "respectively" }
      || first.tokens.contains { text.word($0) == "values" || text.han($0).utf8.contains(sequence: "分别".utf8) }
    return isSaid ? values : []
  }

  private func afterJoint(_ index: Int) -> Int? {
    let next = text.isSymbol(index, anyOf: [",", "、", "/"]) ? index + 1 : index
    if text.word(next) == "and" || ["和", "与", "及"].contains(text.han(next)) { return next + 1 }
    return next > index ? next : nil
  }

  private func value(at index: Int) -> PrintedP? {
    guard isName(index) else { return nil }
    var cursor = index + 1
    var relation: PrintedNumber.Relation?
    while cursor < min(text.count, index + 12) {
      if let (sign, end) = reader.relation(at: cursor) {
        relation = sign
        cursor = end
        continue
      }
      if text.kind(cursor) == .number {
        guard relation != nil || hasCopula(index + 1..<cursor) || isBare(cursor, after: index) else { return nil }
        return made(at: index, number: cursor, relation: relation ?? .equal)
      }
      guard isFiller(cursor, from: index) else { return nil }
      cursor += 1
    }
    return nil
  }

  private func isName(_ index: Int) -> Bool {
    guard text.tags(index).contains(.pName) else { return false }
    guard text.tokens[index].range.count == 1 else { return true }
    return !text.isSymbol(index - 1, "-") || text.hasGap(before: index - 1)
  }

  private func isFiller(_ index: Int, from name: Int) -> Bool {
    if Self.fillers[text.code(index)] != nil { return true }
    if text.isSymbol(index, anyOf: ["-", "(", ")", ":", "'", "[", "]"]) { return true }
    return text.han(index).utf8.count <= 12 && text.kind(index) == .han
  }

  private static let fillers = WordTable(
    [
      "value", "values", "for", "of", "was", "is", "were", "log", "rank", "logrank", "interaction", "trend", "heterogeneity",
      "the",
      "test", "superiority", "noninferiority", "non", "inferiority", "by", "one", "two", "sided", "tailed", "less", "than",
      "stratified",
      "adjusted", "nominal", "difference", "interactions", "linear", "equality", "corrected", "overall", "between", "groups",
      "comparison", "comparisons", "all", "both", "group", "time", "treatment", "effect", "int", "uncorrected", "unadjusted",
      "equal", "adj", "corr", "unadj",
    ].map { (WordCode.of($0), true) }
  ) { first, _ in first }

  private func hasCopula(_ range: Range<Int>) -> Bool {
    range.contains {
      ["of", "was", "is", "than", "value"].contains(text.word($0)) || text.kind($0) == .han || text.isSymbol($0, ":")
    }
  }

  /// `P 0.03` without a sign: a share of one with at least two decimals, directly after the letter.
  private func isBare(_ number: Int, after name: Int) -> Bool {
    guard number == name + 1, let value = PrintedNumber(text.string(number)) else { return false }
    return value.decimals >= 2 && value.value <= 1
  }

  private func made(at index: Int, number: Int, relation: PrintedNumber.Relation) -> PrintedP? {
    guard var reading = reader.number(at: number), !text.isSymbol(reading.tokens.upperBound, "%") else { return nil }
    let between = index..<number
    reading.number.relation = between.contains { text.word($0) == "less" } ? .less : relation
    return PrintedP(
      tokens: index..<reading.tokens.upperBound, value: reading.number,
      sided: sidedness(around: index, reading.tokens.upperBound),
      kind: Self.kinds.first { text.contains(anyOf: $0.words, in: between) }?.kind ?? kind(before: index))
  }

  /// "heterogeneity P = 0.29", "no interaction (P = 0.4)", 异质性检验 P: what is tested stands right before the letter.
  private func kind(before index: Int) -> ResultDetails.PKind? {
    let last = text.isSymbol(index - 1, anyOf: ["(", ",", ":", "，", "（", "："]) ? index - 2 : index - 1
    guard text.indices.contains(last) else { return nil }
    return Self.kinds.first {
      [.interaction, .heterogeneity].contains($0.kind) && text.contains(anyOf: $0.words, in: last..<last + 1)
    }?.kind
  }

  /// Said within five tokens before the sign or directly after the value.
  private func sidedness(around index: Int, _ end: Int) -> ResultCard.Sidedness? {
    for range in [end..<min(text.count, end + 4), max(0, index - 5)..<end] {
      let stop = range.first { $0 >= end && text.isSymbol($0, anyOf: [",", ";", "."]) } ?? range.upperBound
      let near = range.lowerBound..<stop
      if isSaid(Self.oneSided, "1", in: near) { return .one }
      if isSaid(Self.twoSided, "2", in: near) { return .two }
    }
    return nil
  }

  private func isSaid(_ words: WordSet, _ digit: String, in range: Range<Int>) -> Bool {
    if text.contains(anyOf: words, in: range) { return true }
    return range.contains { index in
      guard text.kind(index) == .number, text.string(index) == digit else { return false }
      let next = text.isSymbol(index + 1, "-") ? index + 2 : index + 1
      return ["sided", "tailed"].contains(text.word(next))
    }
  }
}
