import Literature
import TextAnalysis

/// Several times that share their unit: "1-, 3- and 5-year", 1、3、5 年, "at 6, 12 and 24 months".
enum TimeList {
  /// The last list of times before a byte, each as "3 years"; nil where there is none of two or more.
  static func times(in text: ResultText, before offset: Int) -> [String]? {
    let end = text.tokenRange(ofBytes: 0..<offset).upperBound
    for last in (0..<end).reversed() where text.kind(last) == .number {
      guard let unit = unit(after: last, text) else { continue }
      var numbers = [last]
      var cursor = last - 1
      while cursor >= 0, numbers.count < 8 {
        if text.kind(cursor) == .number {
          numbers.insert(cursor, at: 0)
        } else if !(text.isSymbol(cursor, anyOf: ["、", ",", "-", "/"]) || ["and"].contains(text.word(cursor))
          || isJoint(text.han(cursor)))
        {
          break
        }
        cursor -= 1
      }
      guard numbers.count > 1, numbers.allSatisfy({ text.tokens[$0].range.count <= 3 }) else { continue }
      return numbers.map { "\(text.string($0)) \(unit)\(text.string($0) == "1" ? "" : "s")" }
    }
    return nil
  }

  private static func isJoint(_ han: String) -> Bool { ["和", "与", "及", "年和", "年", "、"].contains(han) }

  private static func unit(after number: Int, _ text: ResultText) -> String? {
    let next = text.isSymbol(number + 1, "-") ? number + 2 : number + 1
    if case .time(let unit) = QuantityWords.unit(of: text.code(next)) { return unit }
    let run = text.han(number + 1)
    return [("年", "year"), ("个月", "month"), ("月", "month"), ("周", "week"), ("天", "day")].first { run.hasPrefix($0.0) }?.1
  }
}
