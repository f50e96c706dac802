import Literature

/// Says which set of participants an analysis counts: everyone as randomised, those who kept to the protocol, those who took a dose.
struct AnalysisSetReader {
  private static let words: [(word: String, set: String)] = [
    ("modified intention-to-treat", "mITT"), ("modified intention to treat", "mITT"), ("modified intent-to-treat", "mITT"),
    ("mitt", "mITT"), ("改良意向", "mITT"), ("修正意向", "mITT"), ("修正的意向", "mITT"),
    ("intention-to-treat", "ITT"), ("intention to treat", "ITT"), ("intent-to-treat", "ITT"), ("intent to treat", "ITT"),
    ("itt population", "ITT"), ("itt analysis", "ITT"), ("(itt)", "ITT"), ("itt set", "ITT"), ("意向性治疗", "ITT"), ("意向治疗", "ITT"),
    ("意向性分析", "ITT"), ("itt人群", "ITT"), ("itt 人群", "ITT"), ("itt分析", "ITT"), ("itt 分析", "ITT"),
    ("per-protocol", "per-protocol"), ("per protocol", "per-protocol"), ("符合方案", "per-protocol"), ("符合方案集", "per-protocol"),
    ("full analysis set", "full-analysis"), ("full-analysis set", "full-analysis"), ("全分析集", "full-analysis"),
    ("safety population", "safety"), ("safety set", "safety"), ("safety analysis set", "safety"),
    ("safety analysis population", "safety"),
    ("safety-evaluable", "safety"), ("安全性集", "safety"), ("安全集", "safety"), ("安全性分析集", "safety"), ("安全性人群", "safety"),
    ("completers", "completers"), ("completer analysis", "completers"), ("observed cases", "completers"), ("完成者", "completers"),
  ]
  private static let needed = Needles(words.map(\.word))

  private let mentions: [(range: Range<Int>, set: String)]

  init() { mentions = [] }

  /// O(text), where the text names a set; else one pass.
  init(_ text: ResultText) {
    guard Self.needed.stand(in: text.utf8) else {
      mentions = []
      return
    }
    let lower = text.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    var found: [(range: Range<Int>, set: String)] = []
    for (word, set) in Self.words {
      var rest = lower[...]
      while let start = rest.firstIndex(ofSequence: word.utf8) {
        let range = start..<start + word.utf8.count
        if !found.contains(where: { $0.range.overlaps(range) }), Self.isWhole(range, in: lower) { found.append((range, set)) }
        rest = rest[range.upperBound...]
      }
    }
    mentions = found.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// "mitt" in "committee" is no set.
  private static func isWhole(_ range: Range<Int>, in utf8: [UInt8]) -> Bool {
    range.lowerBound == 0 || !(0x61...0x7A).contains(utf8[range.lowerBound])
      || !(0x61...0x7A).contains(utf8[range.lowerBound - 1])
  }

  /// The set of a figure: the last named before it, else the first after it in the same sentence.
  func set(of figure: Range<Int>) -> String? {
    (mentions.last { $0.range.upperBound <= figure.lowerBound } ?? mentions.first { $0.range.lowerBound >= figure.upperBound })?
      .set
  }
}
