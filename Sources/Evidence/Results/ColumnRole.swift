import Literature
import TextAnalysis

/// What a column of a table of results holds, told from its header.
enum ColumnRole: Hashable {
  case study, regimen, sampleSize, primaryEndpoint, results
  /// A ratio or difference: the measure.
  case estimate(String)
  case interval, pValue, followUp
  case other

  /// Whether it holds a ratio.
  var isRatio: Bool { if case .estimate(let measure) = self { RatioMeasure.ratios.contains(measure) } else { false } }

  init(header: String) {
    let name = Self.unwrapped(header.lowercased())
    if Self.isP(name) {
      self = .pValue
    } else if let measure = Self.measure(header) {
      self = .estimate(measure)
    } else if Self.isInterval(name) {
      self = .interval
    } else if name.hasSuffix("组") {
      // 试验组 is an arm, and no column of trials.
      self = .other
    } else {
      self = Self.words.first { $0.words.stand(in: name.utf8) }?.role ?? .other
    }
  }

  /// Without the spaces that wrapped cells leave between Chinese characters: 主要 终点.
  private static func unwrapped(_ name: String) -> String {
    var result: [UInt8] = []
    let bytes = Array(name.utf8)
    for (offset, byte) in bytes.enumerated() {
      let isBetween =
        byte == 0x20 && offset > 0 && offset + 1 < bytes.count && bytes[offset - 1] >= 0x80 && bytes[offset + 1] >= 0x80
      if !isBetween { result.append(byte) }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static let words: [(role: ColumnRole, words: Needles)] = [
    (
      .primaryEndpoint,
      Needles(["主要终点", "主要研究终点", "primary endpoint", "primary end point", "primary end-point", "primary outcome"])
    ),
    (.followUp, Needles(["随访", "follow-up", "follow up"])),
    (
      .results,
      Needles([
        "关键结果", "主要结果", "研究结果", "主要结局", "结果", "结局", "key result", "results", "outcomes", "main findings", "efficacy", "疗效",
      ])
    ),
    (
      .sampleSize,
      Needles([
        "样本", "例数", "病例数", "人数", "sample size", "no. of patients", "number of patients", "patients (n)", "patients, n", "sample",
      ])
    ),
    (
      .regimen,
      Needles([
        "治疗方案", "方案", "干预", "用药", "regimen", "intervention", "treatment arms", "arms", "comparison", "treatment", "对照", "比较",
      ])
    ),
    (.study, Needles(["研究名称", "试验名称", "研究", "试验", "作者", "文献", "study", "trial", "author", "reference"])),
  ]

  private static func isP(_ name: String) -> Bool {
    let word = name.trimmedSpaces
    return ["p", "p 值", "p值", "p value", "p-value", "p values", "p*", "*p*", "p-values"].contains(word) || word.hasPrefix("p 值")
      || word.hasPrefix("p值")
      || word.hasPrefix("p value") || word.hasPrefix("p-value") || word.hasPrefix("*p*")
  }

  private static let intervals = Needles(["95%ci", "95% ci", "confidence interval", "置信区间"])

  private static func isInterval(_ name: String) -> Bool {
    intervals.stand(in: name.utf8)
  }

  /// The measure that a header names in its short or long form; of several the one that suits rates or means.
  static func measure(_ header: String, ofRates: Bool? = nil) -> String? { measure(ResultText(header), ofRates: ofRates) }

  static func measure(_ header: ResultText, ofRates: Bool? = nil) -> String? {
    let all = measures(header)
    guard let ofRates, all.count > 1 else { return all.first }
    return all.first { (RatioMeasure.ratios.contains($0) || $0 == "RD") == ofRates } ?? all.first
  }

  /// All measures that a text names, in printed order.
  static func measures(_ text: ResultText) -> [String] {
    var found: [String] = []
    var index = 0
    while index < text.count {
      guard let (measure, end) = measure(text, at: index) else {
        index += 1
        continue
      }
      if !found.contains(measure) { found.append(measure) }
      index = end
    }
    return found
  }

  /// "mL/24 hr", "g/kg/hr": a unit, and no hazard ratio; nor is what a personnel department keeps.
  private static func isHours(_ text: ResultText, _ index: Int) -> Bool {
    if text.string(index) == "HR", ["data", "records", "department", "monitor", "variability"].contains(text.word(index + 1)) {
      return true
    }
    // "HR (beats/min)" is how often a heart beats.
    if text.string(index) == "HR",
      text.indices.contains(where: { ["beats", "beat", "bpm", "min", "heart"].contains(text.word($0)) })
    {
      return true
    }
    // "RR, breaths/min" is how often somebody breathes.
    if text.string(index) == "RR",
      text.indices.contains(where: { ["breaths", "breath", "bpm", "respiratory", "min"].contains(text.word($0)) })
    {
      return true
    }
    let before = text.isSymbol(index - 1, "-") ? index - 2 : index - 1
    return text.string(index) == "hr"
      && (text.isSymbol(index - 1, anyOf: ["/", ".", "·", "*"]) || text.isSymbol(index + 1, "/") || text.kind(before) == .number)
  }

  /// "β-defensin", "beta blockers", "β cells": a letter of a name and no coefficient.
  private static func isOfName(_ text: ResultText, _ index: Int) -> Bool {
    guard ["β", "beta"].contains(text.word(index)) else { return false }
    let next = text.isSymbol(index + 1, "-") ? index + 2 : index + 1
    let isBound = text.isSymbol(index - 1, "-") && !text.hasGap(before: index)
    return isBound
      || [.word, .number].contains(text.kind(next))
        && ![
          "coefficient", "coefficients", "value", "values", "estimate", "estimates", "se", "ci", "and", "or", "for", "weight",
          "weights",
        ].contains(text.word(next))
        && !(text.kind(next) == .number && text.isSymbol(index + 1, "("))
  }

  /// The measure that a token begins to name, with the token after its name.
  private static func measure(_ text: ResultText, at index: Int) -> (measure: String, end: Int)? {
    switch text.kind(index) {
    case .word:
      guard text.tags(index).contains(.estimateName), !isHours(text, index), !isOfName(text, index) else { return nil }
      if let measure = RatioMeasure.shortForms[text.string(index)] { return (measure, index + 1) }
      for phrase in RatioMeasure.coded {
        // "Treatment effect" over F and P is a source of variance.
        if let length = text.hasPhrase(phrase.phrase, at: index), !["effect", "benefit"].contains(text.word(index + length - 1)) {
          return (phrase.measure, index + length)
        }
      }
      return nil
    case .han:
      return RatioMeasure.measures(inHan: text.utf8[text.tokens[index].range]).first.map { ($0, index + 1) }
    default: return nil
    }
  }
}
