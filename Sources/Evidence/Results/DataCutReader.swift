import Literature

/// Tells apart the analyses of one trial: "interim", "updated", "final", or how long the follow-up was.
struct DataCutReader {
  private static let words: [(word: String, cut: String)] = [
    ("中期分析", "interim"), ("期中分析", "interim"), ("interim", "interim"), ("更新", "updated"), ("updated", "updated"),
    ("最终分析", "final"), ("终期分析", "final"), ("final analysis", "final"), ("final overall survival", "final"),
    ("长期随访", "updated"), ("long-term follow-up", "updated"), ("primary analysis", "primary"), ("主要分析", "primary"),
  ]

  private static let needed = Needles(words.map(\.word))

  struct Mention: Hashable {
    var range: Range<Int>
    var cut: String
  }

  /// Where a text names an analysis, ascending.
  static func mentions(in utf8: [UInt8]) -> [Mention] {
    guard needed.stand(in: utf8) else { return [] }
    let lower = utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    var result: [Mention] = []
    for (word, cut) in words {
      var rest = lower[...]
      while let found = rest.firstIndex(ofSequence: word.utf8) {
        result.append(Mention(range: found..<found + word.utf8.count, cut: cut))
        rest = rest[(found + word.utf8.count)...]
      }
    }
    return result.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// The analysis to which the bytes of a figure belong: named before it in its clause, after it there, or before in the sentence.
  static func cut(of figure: Range<Int>, mentions: [Mention], utf8: [UInt8]) -> String? {
    guard !mentions.isEmpty else { return nil }
    let clause = clause(around: figure, in: utf8)
    let inClause = mentions.filter { clause.contains($0.range.lowerBound) }
    return inClause.last { $0.range.upperBound <= figure.lowerBound }?.cut
      ?? inClause.first { $0.range.lowerBound >= figure.upperBound }?.cut
      ?? mentions.last { $0.range.upperBound <= figure.lowerBound }?.cut
  }

  private static func clause(around figure: Range<Int>, in utf8: [UInt8]) -> Range<Int> {
    var low = figure.lowerBound
    while low > 0, !isBreak(utf8, low - 1) { low -= 1 }
    var high = figure.upperBound
    while high < utf8.count, !isBreak(utf8, high) { high += 1 }
    return low..<high
  }

  /// `,` `;` or the last byte of a full-width comma, semicolon or stop.
  private static func isBreak(_ utf8: [UInt8], _ offset: Int) -> Bool {
    switch utf8[offset] {
    case 0x2C, 0x3B: true
    case 0x8C, 0x9B: offset >= 2 && utf8[offset - 2] == 0xEF && utf8[offset - 1] == 0xBC
    case 0x82: offset >= 2 && utf8[offset - 2] == 0xE3 && utf8[offset - 1] == 0x80
    default: false
    }
  }
}
