import Literature
import TextAnalysis

/// The treatment that stands as the subject of what it did: "Counselling improved fatigue (SMD 0.3", 太极拳可改善平衡功能(SMD=0.5.
struct EffectSubject {
  private let reading: SentenceReading
  private var text: ResultText { reading.text }

  init(_ reading: SentenceReading) { self.reading = reading }

  /// The bytes of the subject of the verb before a figure; nil where the sentence names arms otherwise, or the subject is an outcome. O(clause).
  func bytes(before figure: Range<Int>) -> Range<Int>? {
    let arms = reading.phrases.filter(\.isArm)
    guard Set(arms.map(\.name)).count <= 1 else { return nil }
    let found = text.hasHan ? chinese(figure) : english(figure)
    guard let found, !reading.endpoints.contains(where: { $0.range.overlaps(found) }),
      arms.allSatisfy({ $0.range.overlaps(found) })
    else { return nil }
    return arms.first?.range ?? found
  }

  private static let verbs: Words = [
    "reduced", "lowered", "decreased", "improved", "increased", "prolonged", "raised", "reduces", "lowers", "decreases",
    "improves",
    "increases", "prevented", "prevents", "delayed", "shortened", "produced", "halved",
  ]
  private static let outcomes: Words = [
    "risk", "rate", "rates", "score", "scores", "level", "levels", "mortality", "incidence", "survival", "analysis", "analyses",
    "results", "trial", "trials", "study", "studies", "pain", "patients", "participants", "group", "groups", "difference",
  ]

  private func english(_ figure: Range<Int>) -> Range<Int>? {
    let end = text.tokenRange(ofBytes: figure).lowerBound
    guard let verb = (0..<end).last(where: { Self.verbs.contains(text.word($0)) }),
      !["was", "were", "is", "been", "be", "had"].contains(text.word(verb - 1)),
      (verb..<end).allSatisfy({ text.kind($0) != .number })
    else { return nil }
    var last = verb
    while last > 0, text.tags(last - 1).contains(.comparative) || text.letters(last - 1).hasSuffix("ly") { last -= 1 }
    var first = last
    while first > 0, last - first < 6, text.kind(first - 1) == .word || text.isSymbol(first - 1, "-"),
      text.tags(first - 1).isDisjoint(with: [.verb, .conjunction, .preposition, .determiner, .people, .pronoun])
    { first -= 1 }
    let before = first - 1
    let begins =
      before < 0 || text.isSymbol(before, anyOf: [",", ";", ":"]) || text.tags(before).contains(.determiner)
      || text.word(before) == "that"
    guard begins, first < last,
      !(first..<last).contains(where: { Self.outcomes.contains(text.word($0)) || text.kind($0) == .number })
    else { return nil }
    return text.bytes(first..<last)
  }

  private static let effects = ["改善", "降低", "减少", "缩短", "提高", "增加", "延长", "增强", "促进", "减轻"]

  private func chinese(_ figure: Range<Int>) -> Range<Int>? {
    let window = text.utf8[..<figure.lowerBound]
    let start =
      ["，", ",", "。", "；", "显示", "提示", "表明", "发现"].compactMap { mark in
        window.lastIndex(ofSequence: mark.utf8).map { $0 + mark.utf8.count }
      }.max() ?? 0
    guard let verb = Self.effects.compactMap({ window[start...].firstIndex(ofSequence: $0.utf8) }).min(), verb > start else {
      return nil
    }
    var words = reading.string(start..<verb)
    for ending in ["可以", "能够", "显著", "明显", "有效", "可", "能", "更", "进一步"] where words.hasSuffix(ending) {
      words = String(words.dropLast(ending.count))
    }
    let isSubject =
      (2...12).contains(words.count) && !ChineseOutcome.isMeasured(words)
      && !words.hasAny(["两组", "差异", "患者", "治疗后", "均", "较", "并", "研究", "分析", "结果"])
    return isSubject ? start..<start + words.utf8.count : nil
  }
}
