import Literature
import TextAnalysis

/// Percentages that cannot be more than 100: shares of people, and by how much something went down.
enum BoundedShare {
  private static let reducing: [StaticString] = ["降低", "降低了", "下降", "下降了", "减少", "减少了", "降幅", "降幅达", "降幅为", "缩小"]
  private static let rates: [StaticString] = ["率", "率为", "率达", "率是", "效力", "效力为", "效力达", "占"]
  /// Rates that may be more than the whole.
  private static let unbounded = PhraseSet(
    [], ["增长率", "增加率", "增高率", "变化率", "改变率", "回收率", "使用率", "利用率", "周转率", "倍率", "比率", "升高率", "上升率", "表达率", "心率", "速率", "频率", "增益率"])

  private static let falls = PhraseSet([
    "reduced by", "fell by", "decreased by", "dropped by", "declined by", "reduction of", "decrease of", "lowered by", "cut by",
    "efficacy of", "efficacy was", "effectiveness of", "effectiveness was", "lower by",
  ])
  private static let most = 1000.0

  /// What a number above 100 before its sign for percent is called; nil where it may be so much. O(1).
  static func quantity(of index: Int, _ number: PrintedNumber, in text: LexedText) -> WrittenValue.Quantity? {
    guard number.value > 100, number.value < most, text.isSymbol(index + 1, "%") else { return nil }
    if reducing.contains(where: { text.hanHasSuffix(index - 1, $0) }) { return .reduction }
    if falls.occurs(in: text, max(0, index - 2)..<index) { return .reduction }
    guard index > 0, rates.contains(where: { text.hanHasSuffix(index - 1, $0) }) else { return nil }
    return unbounded.occurs(in: text, index - 1..<index) ? nil : .share
  }
}
