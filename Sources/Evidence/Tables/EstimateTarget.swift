import Lexicon
import Literature
import TextAnalysis

/// What a caption says that all rows of a table of estimates are of: "… of predictors of delirium", 院内死亡的 ROC 曲线.
struct EstimateTarget {
  private(set) var endpoint: String?
  /// Whether rows are what goes with the endpoint or tells it, and no outcomes themselves.
  private(set) var isOfRows = false

  /// O(caption).
  init(caption: String, isAccuracy hasAccuracyColumns: Bool) {
    let lower = caption.lowercased()
    let isRegression = lower.hasAny(Self.regressions)
    let isAccuracy = hasAccuracyColumns || lower.hasAny(Self.accuracies)
    guard isRegression || isAccuracy else { return }
    // "Regression to compare markers between A and B", "… of outcome measures on the number of sessions": rows are outcomes.
    let compares =
      lower.hasAny(["compare", "comparing", "comparison", "effect of", "effects of"]) && lower.hasAny(["between", "of", "with"])
    let areOutcomes = lower.hasAny(["outcome measures", "outcomes on"]) && lower.hasAny([" on ", "on"])
    if !isAccuracy, compares || areOutcomes, !lower.hasAny(["predictors", "predictor", "risk factors", "associated"]) { return }
    let utf8 = Array(caption.utf8)
    let known = EndpointScanner.mentions(in: utf8, matches: Lexicon.builtIn.matches(in: utf8)).first { !$0.isWeak }
    (endpoint, isOfRows) = (CaptionSubject.dependent(in: caption) ?? Self.told(utf8) ?? known?.name, true)
  }

  private static let regressions: Phrases = [
    "univariate", "multivariate", "univariable", "multivariable", "cox", "predictors", "predictor", "risk factors", "regression",
    "logistic",
    "associated", "predict", "predicting", "单因素", "多因素", "影响因素", "危险因素", "回归",
  ]
  private static let accuracies: Phrases = ["roc", "diagnostic", "accuracy", "predictive value", "predicting", "诊断", "预测", "效能"]

  /// "predictors of X", "for predicting X", 预测 X 的, 影响 X 的.
  private static func told(_ utf8: [UInt8]) -> String? {
    let reading = SentenceReading(passage: 0, lexed: LexedText(utf8), callouts: [], readsNumbers: false)
    if reading.text.hasHan { return chinese(utf8) }
    let text = reading.text
    let links = links.compactMap { phrase in
      text.indices.compactMap { index in text.hasPhrase(phrase, at: index).map { index + $0 } }.last
    }
    guard let start = links.max() else { return nil }
    var end = start
    while end < min(text.count, start + 8), text.kind(end) == .word || text.isSymbol(end, "-"),
      text.tags(end).isDisjoint(with: [.verb, .conjunction, .versus]),
      text.tags(end).isDisjoint(with: .preposition) || text.word(end) == "of" || text.word(end - 1) == "need"
    { end += 1 }
    let words = OutcomePhrase(reading: reading).trimmed(start..<max(start, end))
    guard !words.isEmpty, OutcomePhrase(reading: reading).names(words) else { return nil }
    let bytes = text.bytes(words)
    return reading.endpoints.first { $0.range.overlaps(bytes) && $0.range.count * 2 > bytes.count }?.name ?? text.string(words)
  }

  private static let links = [
    "predictors of", "predictor of", "predictors for", "predicting", "prediction of", "associated with", "risk factors for",
    "risk factors of",
    "analysis of", "analyses of", "diagnosis of", "diagnosing", "detecting", "detection of", "model for", "models for",
    "accuracy for", "performance for", "performance in", "screening for", "screening of", "identifying", "accuracy of",
    "factors for", "to predict", "to predict the",
    "value for",
    "regression for", "analysis for",
  ].map { WordCode.phrase($0) }

  private static func chinese(_ utf8: [UInt8]) -> String? {
    if let factors = ["影响因素", "危险因素", "相关因素", "预后因素", "保护因素"].compactMap({ utf8.firstIndex(ofSequence: $0.utf8) }).min() {
      let before =
        String(decoding: utf8[..<factors], as: UTF8.self).split { $0 == " " || $0 == "\u{3000}" }.last.map(String.init) ?? ""
      let subject = ["独立", "的"].reduce(before) { $0.hasSuffix($1) ? String($0.dropLast($1.count)) : $0 }
      if subject.utf8.count >= 6, !subject.hasPrefix("表") || subject.utf8.count > 9 { return subject }
    }
    for (opening, ends) in [
      ("筛查", ["的", "ROC", "价值", "效能"]), ("检测", ["的", "ROC", "价值", "效能"]), ("预测", ["的", "ROC", "价值", "效能"]),
      ("诊断", ["的", "ROC", "价值", "效能"]), ("影响", ["的"]),
    ] {
      guard let found = utf8.firstIndex(ofSequence: opening.utf8) else { continue }
      let rest = utf8[(found + opening.utf8.count)...]
      guard let end = ends.compactMap({ rest.firstIndex(ofSequence: $0.utf8) }).min(), end > rest.startIndex else { continue }
      return String(decoding: rest[..<end], as: UTF8.self)
    }
    return nil
  }
}
